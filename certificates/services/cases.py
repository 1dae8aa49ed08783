"""Reviews and complaints: each function is one thing that happens to a case."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from accounts import audit
from accounts.background import nudge
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    Case,
    CaseEvent,
    CaseKind,
    CaseLetter,
    Decision,
    DecisionOutcome,
    Dossier,
    DossierAct,
    DossierEvent,
    DossierState,
    EventKind,
    NumberCounter,
    StatusEvent,
)
from certificates.models.standing import is_involved
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules import cases as rules
from certificates.rules.cases import CaseAct, CaseOutcome, CaseState


SERIES = {CaseKind.APPEAL: "XL", CaseKind.COMPLAINT: "KN"}
TO_THE_LODGER = frozenset({CaseAct.RECEIVE, CaseAct.ACKNOWLEDGE, CaseAct.ASK, CaseAct.DECIDE})
OPEN_TO_REVIEW = frozenset({EventKind.SUSPENDED, EventKind.WITHDRAWN})


@dataclass(frozen=True)
class Words:
    """What somebody lodges: a subject, what happened, and what they ask for."""

    subject: str
    statement: str
    wish: str = ""


@dataclass(frozen=True)
class Lodger:
    """Who complains: an account, or a name and an address that a letter will confirm."""

    user: User | None = None
    name: str = ""
    email: str = ""


@transaction.atomic
def ask_for_review(*, decision: Decision, by: User, words: Words, at: datetime) -> Case:
    """
    Lodge the applicant's request to review a refusal, and return it; asking twice returns the open one.

    Raises NotEntitled for anybody else, NotReady for a grant or when the time to ask is over.
    """
    dossier = decision.dossier
    if dossier.applicant_id != by.pk:
        raise NotEntitled(_("Only the applicant asks for a review of the decision."))
    if decision.outcome != DecisionOutcome.REFUSE:
        raise NotReady(_("The application was granted; there is nothing to review."))
    _require_in_time(decision.decided_at, at=at)
    open_one = Case.objects.filter(
        dossier=dossier, event=None, kind=CaseKind.APPEAL, state__in=rules.OPEN
    )
    return open_one.first() or _lodge(
        CaseKind.APPEAL, Lodger(user=by), words, at=at, dossier=dossier
    )


@transaction.atomic
def ask_for_review_of_status(*, event: StatusEvent, by: User, words: Words, at: datetime) -> Case:
    """
    Lodge the holder's request to review a suspension or withdrawal, and return it; twice returns the open one.

    Raises NotEntitled for anybody else, NotReady for another event or when the time to ask is over.
    """
    certificate = event.certificate
    if certificate.holder_id != by.pk:
        raise NotEntitled(_("Only the holder asks for a review of the decision."))
    if event.event not in OPEN_TO_REVIEW:
        raise NotReady(_("Only a suspension or a withdrawal can be reviewed."))
    _require_in_time(event.at, at=at)
    open_one = Case.objects.filter(event=event, kind=CaseKind.APPEAL, state__in=rules.OPEN)
    return open_one.first() or _lodge(
        CaseKind.APPEAL, Lodger(user=by), words, at=at, dossier=certificate.dossier, event=event
    )


@transaction.atomic
def complain(*, lodger: Lodger, words: Words, at: datetime, about: Dossier | None = None) -> Case:
    """
    Lodge a complaint and return it; one without an account waits until its e-mail address is confirmed.

    `about` is the application of the certified person whom it concerns, if it concerns one.
    """
    return _lodge(CaseKind.COMPLAINT, lodger, words, at=at, dossier=about)


def _require_in_time(decided_at: datetime, *, at: datetime) -> None:
    if not rules.may_still_lodge(timezone.localdate(decided_at), on=timezone.localdate(at)):
        raise NotReady(
            _("A review can be asked for within %(days)d days of the decision.")
            % {"days": rules.LODGE_WITHIN.days}
        )


def _lodge(
    kind: CaseKind,
    lodger: Lodger,
    words: Words,
    *,
    at: datetime,
    dossier: Dossier | None = None,
    event: StatusEvent | None = None,
) -> Case:
    user = lodger.user
    with in_words():
        case = Case.objects.create(
            kind=kind,
            state=CaseState.UNCONFIRMED.value,
            language=(user.language if user else "") or get_language() or "vi",
            subject=words.subject.strip(),
            statement=words.statement.strip(),
            wish=words.wish.strip(),
            by=user,
            name=user.full_name if user else lodger.name.strip(),
            email=user.email if user else lodger.email.strip(),
            dossier=dossier,
            event=event,
            lodged_at=at,
        )
    _record(case, "case.lodged", by=user, at=at)
    if user:
        _receive(case, by=user, at=at)
    else:
        _owe_letter(case)
    return case


@transaction.atomic
def confirm_address(*, case: Case, at: datetime) -> Case:
    """Count a complaint as received, as its address is confirmed, and return it; a second time changes nothing."""
    case = _locked(case)
    if case.stage == CaseState.UNCONFIRMED:
        _receive(case, by=None, at=at)
    return case


def _receive(case: Case, *, by: User | None, at: datetime) -> None:
    today = timezone.localdate(at)
    with in_words():
        sequence = NumberCounter.take(SERIES[CaseKind(case.kind)], today.year)
    case.reference = f"{SERIES[CaseKind(case.kind)]}-{today.year}-{sequence:04}"
    case.received_at = at
    case.acknowledge_until = rules.acknowledge_by(today)
    case.decide_until = rules.decide_by(today)
    _move(case, CaseAct.RECEIVE, by=by, at=at)


@transaction.atomic
def acknowledge(*, case: Case, by: User, at: datetime) -> Case:
    """
    Take a case up as its handler and return it; a second time by the same person changes nothing.

    Raises NotEntitled for whoever is no certification officer that day, Conflicted for the involved, NotReady
    out of turn.
    """
    case = _locked(case)
    if case.handler_id == by.pk:
        return case
    if not by.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers take up cases."))
    _require_uninvolved(case, by)
    case.handler = by
    _move(case, CaseAct.ACKNOWLEDGE, by=by, at=at)
    return case


@transaction.atomic
def say(*, case: Case, note: str, at: datetime, by: User | None = None) -> Case:
    """Add words of the person who lodged a case, and return it; raise NotReady without words or out of turn."""
    return _words(_locked(case), CaseAct.SAY, note, by=by, at=at)


@transaction.atomic
def ask(*, case: Case, note: str, by: User, at: datetime) -> Case:
    """
    Write to the person who lodged a case, and return it.

    Raises NotEntitled for anybody but the handler, NotReady without words or out of turn.
    """
    case = _locked(case)
    if case.handler_id != by.pk:
        raise NotEntitled(_("Only the person who handles the case writes about it."))
    return _words(case, CaseAct.ASK, note, by=by, at=at)


def _words(case: Case, act: CaseAct, note: str, *, by: User | None, at: datetime) -> Case:
    if not note.strip():
        raise NotReady(_("Write a few words first."))
    _move(case, act, by=by, at=at, note=note.strip())
    return case


@transaction.atomic
def take_back(*, case: Case, at: datetime, by: User | None = None) -> Case:
    """End a case at the wish of the person who lodged it, and return it; a second time changes nothing."""
    case = _locked(case)
    if case.stage != CaseState.TAKEN_BACK:
        _move(case, CaseAct.TAKE_BACK, by=by, at=at)
    return case


@transaction.atomic
def decide(*, case: Case, outcome: CaseOutcome, reason: str, by: User, at: datetime) -> Case:
    """
    Decide a case and return it; the same decision a second time changes nothing.

    A review of a refusal that is upheld opens the application anew. Raises NotEntitled for whoever is no
    council member that day, Conflicted for the involved and the handler, NotReady without a reason, out of
    turn, or decided otherwise before.
    """
    case = _locked(case)
    if case.stage == CaseState.DECIDED and (case.outcome, case.decided_by_id) == (outcome, by.pk):
        return case
    if not by.role_on(timezone.localdate(at), Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members decide on cases."))
    if case.handler_id == by.pk:
        raise Conflicted(sentence("case_four_eyes"))
    _require_uninvolved(case, by)
    if not reason.strip():
        raise NotReady(_("Write the reason: the person who lodged it reads it."))
    case.outcome, case.reason = outcome.value, reason.strip()
    case.decided_by, case.decided_at = by, at
    if outcome in rules.IN_FAVOUR and case.kind == CaseKind.APPEAL and case.event_id is None:
        case.reopened = _opened_anew(case, by=by, at=at)
    _move(case, CaseAct.DECIDE, by=by, at=at, note=reason.strip())
    return case


def _opened_anew(case: Case, *, by: User, at: datetime) -> Dossier | None:
    """Return the applicant's open application, or a copy of the refused one, handed in at this moment."""
    old = case.dossier
    if old is None:
        return None
    other = Dossier.objects.open().filter(applicant=old.applicant, scheme=old.scheme).first()
    if other:
        return None if hasattr(other, "reopened_by") else other
    facts = ("applicant", "scheme", "scheme_version", "field", "education", "experience_years")
    more = ("experience", "project_count", "projects", "conduct_version", "conduct_agreed_at")
    anew = Dossier.objects.create(
        **{name: getattr(old, name) for name in (*facts, *more)},
        state=DossierState.SUBMITTED,
        started_at=at,
        submitted_at=at,
    )
    DossierEvent.objects.create(
        dossier=anew, act=DossierAct.SUBMIT, by=by, at=at, note=case.reference
    )
    return anew


def _require_uninvolved(case: Case, person: User) -> None:
    if is_involved(person, case):
        raise Conflicted(sentence("case_handled_by_involved"))


def _locked(case: Case) -> Case:
    locked = Case.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("dossier", "event").get(pk=case.pk)


def _move(case: Case, act: CaseAct, *, by: User | None, at: datetime, note: str = "") -> None:
    """Bring the case into its next state, note it, and owe a letter where one is due."""
    try:
        case.state = rules.after(case.stage, act).value
    except rules.CaseOutOfTurn as problem:
        raise NotReady(sentence("case_is_closed")) from problem
    with in_words():
        case.save()
    event = CaseEvent.objects.create(case=case, act=act.value, by=by, at=at, note=note)
    if act in TO_THE_LODGER:
        _owe_letter(case, event)
    _record(case, f"case.{act.value}", by=by, at=at)


def _owe_letter(case: Case, event: CaseEvent | None = None) -> None:
    CaseLetter.objects.create(case=case, event=event)
    nudge("certificates.send_case_letters")


def _record(case: Case, action: str, *, by: User | None, at: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        subject=case.reference or str(case.public_id),
        detail={"kind": case.kind, "outcome": case.outcome},
        at=at,
    )


def forget_unconfirmed(*, at: datetime) -> int:
    """Delete the complaints whose address nobody confirmed in time, and return how many there were."""
    _rows, by_model = Case.objects.never_confirmed(at - rules.CONFIRM_WITHIN).delete()
    return by_model.get("certificates.Case", 0)
