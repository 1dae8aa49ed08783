"""The council's decision, and the issue that follows from it in the same transaction."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import Decision, Dossier, DossierEvent, NumberCounter, requirement_labels
from certificates.models.standing import checklist_of, ties_between
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.decisions import Outcome, conflicts
from certificates.rules.dossiers import Act, OutOfTurn, after
from certificates.rules.requirements import unmet
from certificates.services.dossiers import require_no_suspension
from certificates.services.issuing import issue


SERIES = "QĐ-HĐCN"
ACTS = {Outcome.GRANT: Act.GRANT, Outcome.REFUSE: Act.REFUSE}


@transaction.atomic
def decide(
    *,
    dossier: Dossier,
    outcome: Outcome,
    decided_by: User,
    at: datetime,
    reason: str = "",
    produce: bool = True,
) -> Decision:
    """
    Record the council's decision and return it; a grant issues the certificate in the same transaction.

    Asking twice returns the decision already made. Raises NotReady out of turn, for a refusal without
    reason or a grant with an unmet requirement; NotEntitled for a person who is not a council member
    on that day; Conflicted where rule or database bars the decider.
    """
    locked = Dossier.objects.select_for_update(of=("self",), no_key=True)
    dossier = locked.select_related("applicant", "scheme", "scheme_version", "field").get(
        pk=dossier.pk
    )
    if made := Decision.objects.filter(dossier=dossier).first():
        return _same(made, outcome=outcome, decided_by=decided_by)
    _require_decidable(dossier, outcome=outcome, decided_by=decided_by, at=at, reason=reason)
    decision = _write(
        dossier, outcome=outcome, decided_by=decided_by, at=at, reason=reason.strip()
    )
    if outcome == Outcome.GRANT:
        issue(dossier=dossier, decision=decision, at=at, produce=produce)
    return decision


def _same(made: Decision, *, outcome: Outcome, decided_by: User) -> Decision:
    if made.outcome == outcome and made.decided_by_id == decided_by.pk:
        return made
    raise NotReady(_("The council has already decided on this application."))


def _require_decidable(
    dossier: Dossier, *, outcome: Outcome, decided_by: User, at: datetime, reason: str
) -> None:
    today = timezone.localdate(at)
    try:
        after(dossier.stage, ACTS[outcome])
    except OutOfTurn as problem:
        raise NotReady(sentence("decision_before_check")) from problem
    if not decided_by.role_on(today, Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members decide on certification."))
    if found := conflicts(ties_between(decided_by, [dossier])[dossier.pk], on=today):
        raise Conflicted(sentence(found[0].value))
    if outcome == Outcome.REFUSE:
        if not reason.strip():
            raise NotReady(_("Write the reason for the refusal."))
        return
    require_no_suspension(dossier.applicant, scheme_code=dossier.scheme.code, on=today)
    if missing := unmet(checklist_of(dossier, on=today)):
        raise NotReady(_("Still missing: %(needs)s.") % {"needs": requirement_labels(missing)})


def _write(
    dossier: Dossier, *, outcome: Outcome, decided_by: User, at: datetime, reason: str
) -> Decision:
    today = timezone.localdate(at)
    with in_words():
        decision = Decision.objects.create(
            dossier=dossier,
            outcome=outcome.value,
            reason=reason,
            year=today.year,
            sequence=NumberCounter.take(SERIES, today.year),
            decided_by=decided_by,
            decided_on=today,
            decided_at=at,
        )
    act = ACTS[outcome]
    dossier.state = after(dossier.stage, act).value
    dossier.save(update_fields=["state"])
    DossierEvent.objects.create(dossier=dossier, act=act.value, by=decided_by, at=at, note=reason)
    audit.record(
        actor=decided_by,
        action="decision.made",
        subject=str(dossier.public_id),
        detail={"outcome": outcome.value, "number": decision.document_number},
        at=at,
    )
    return decision
