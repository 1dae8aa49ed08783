"""The council's decision, and the issue that follows from it in the same transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.background import nudge
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    CouncilLetter,
    CouncilPaper,
    Decision,
    DecisionDocument,
    Dossier,
    DossierEvent,
    LetterKind,
    NumberCounter,
    requirement_labels,
)
from certificates.models.standing import checklist_of, ties_between
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.decisions import Outcome, conflicts
from certificates.rules.dossiers import Act, OutOfTurn, after
from certificates.rules.requirements import unmet
from certificates.services.dossiers import require_no_suspension
from certificates.services.issuing import issue


SERIES = "QĐ-HĐCN"
ACTS = {Outcome.GRANT: Act.GRANT, Outcome.REFUSE: Act.REFUSE}


@dataclass(frozen=True)
class Verdict:
    """What is decided, why, by whom and when; and the council's signed document, if it stands in one."""

    outcome: Outcome
    reason: str
    by: User
    at: datetime
    document: DecisionDocument | None = None

    @property
    def day(self) -> date:
        """The day of the decision."""
        return timezone.localdate(self.at)

    def numbered(self) -> tuple[int, int]:
        """Return the document's year and number, or the next number of the series, within the caller's transaction."""
        paper = self.document
        if paper is not None and paper.year and paper.sequence:
            return paper.year, paper.sequence
        return self.day.year, NumberCounter.take(SERIES, self.day.year)


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
    dossier = locked(dossier)
    if made := Decision.objects.filter(dossier=dossier).first():
        return _same(made, outcome=outcome, decided_by=decided_by)
    verdict = Verdict(outcome, reason.strip(), decided_by, at)
    if not decided_by.role_on(verdict.day, Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members decide on certification."))
    return give(dossier=dossier, verdict=verdict, produce=produce)


def locked(dossier: Dossier) -> Dossier:
    """Return the dossier with all that a decision needs, locked until the caller's transaction ends."""
    rows = Dossier.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("applicant", "scheme", "scheme_version", "field").get(pk=dossier.pk)


def give(
    *, dossier: Dossier, verdict: Verdict, produce: bool = True, on: date | None = None
) -> Decision:
    """
    Record a verdict on a locked dossier, with all that follows, and return the decision.

    What it needs is asked for the day `on`, by default that of the verdict. Raises NotReady out of turn, for a refusal without reason or a grant with an unmet requirement; Conflicted
    where rule or database bars the decider.
    """
    _require_decidable(dossier, verdict, on=on or verdict.day)
    decision = _write(dossier, verdict)
    if verdict.outcome == Outcome.GRANT:
        issue(dossier=dossier, decision=decision, at=verdict.at, produce=produce)
    else:
        _give_notice(decision, at=verdict.at)
    return decision


def _give_notice(decision: Decision, *, at: datetime) -> None:
    """Owe the applicant a letter and a sealed notice of the refusal."""
    CouncilPaper.objects.create(decision=decision)
    CouncilLetter.objects.create(dossier=decision.dossier, kind=LetterKind.REFUSED, at=at)
    nudge("certificates.send_council_letters")


def _same(made: Decision, *, outcome: Outcome, decided_by: User) -> Decision:
    if made.outcome == outcome and made.decided_by_id == decided_by.pk:
        return made
    raise NotReady(_("The council has already decided on this application."))


def _require_decidable(dossier: Dossier, verdict: Verdict, *, on: date) -> None:
    try:
        after(dossier.stage, ACTS[verdict.outcome])
    except OutOfTurn as problem:
        raise NotReady(sentence("decision_before_check")) from problem
    ties = ties_between(verdict.by, [dossier], on=verdict.day)[dossier.pk]
    if found := conflicts(ties, on=verdict.day):
        raise Conflicted(sentence(found[0].value))
    if verdict.outcome == Outcome.REFUSE:
        if not verdict.reason:
            raise NotReady(_("Write the reason for the refusal."))
        return
    require_no_suspension(dossier.applicant, scheme_code=dossier.scheme.code, on=on)
    if missing := unmet(checklist_of(dossier, on=on)):
        raise NotReady(_("Still missing: %(needs)s.") % {"needs": requirement_labels(missing)})


def _write(dossier: Dossier, verdict: Verdict) -> Decision:
    with in_words():
        year, sequence = verdict.numbered()
        decision = Decision.objects.create(
            dossier=dossier,
            outcome=verdict.outcome.value,
            reason=verdict.reason,
            year=year,
            sequence=sequence,
            document=verdict.document,
            decided_by=verdict.by,
            decided_on=verdict.day,
            decided_at=verdict.at,
        )
    act = ACTS[verdict.outcome]
    dossier.state = after(dossier.stage, act).value
    dossier.save(update_fields=["state"])
    DossierEvent.objects.create(
        dossier=dossier, act=act.value, by=verdict.by, at=verdict.at, note=verdict.reason
    )
    audit.record(
        actor=verdict.by,
        action="decision.made",
        subject=str(dossier.public_id),
        detail={"outcome": verdict.outcome.value, "number": decision.document_number},
        at=verdict.at,
    )
    return decision
