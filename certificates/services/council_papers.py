"""
The council's documents: signed once, then carried out line by line.

A signed document's lines are the queue: each is carried out in a transaction of its own, so that a worker killed half
way leaves the others to the next sweep, and no certificate is issued twice.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts import audit
from accounts.background import nudge
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    AgendaLine,
    CouncilLetter,
    CouncilPaper,
    Decision,
    DecisionDocument,
    LetterKind,
    LineState,
    NumberCounter,
)
from certificates.models.standing import ties_between
from certificates.problems import Conflicted, NotEntitled, NotReady, Problem, in_words, sentence
from certificates.rules.decisions import Outcome, conflicts
from certificates.services.decisions import SERIES, Verdict, decide, give, locked
from certificates.services.losses import require_whole


@transaction.atomic
def sign_document(*, document: DecisionDocument, by: User, at: datetime) -> DecisionDocument:
    """
    Sign the council's document, which numbers it and sets it to work, and return it; a second time changes nothing.

    Raises NotEntitled for anybody but its signer or whoever is no longer on the council, Conflicted where rule or
    database bars the signer from one of its people.
    """
    document = _locked(document)
    if document.signed_by_id is not None:
        return document
    today = timezone.localdate(at)
    if document.signer_id != by.pk:
        raise NotEntitled(_("This document is another member's to sign."))
    if not by.role_on(today, Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members decide on certification."))
    if is_barred(by, document, at=at):
        raise Conflicted(sentence("document_by_barred"))
    document.year, document.sequence = today.year, NumberCounter.take(SERIES, today.year)
    document.signed_by, document.signed_on, document.signed_at = by, today, at
    with in_words():
        document.save()
    CouncilPaper.objects.create(document=document)
    audit.record(
        actor=by,
        action="council.document_signed",
        subject=str(document.public_id),
        detail={"number": document.number, "lines": document.lines.count()},
        at=at,
    )
    nudge("certificates.carry_out_decisions")
    return document


def is_barred(person: User, document: DecisionDocument, *, at: datetime) -> bool:
    """Return whether something bars a person from the decision on one of the people in a document; five queries."""
    today = timezone.localdate(at)
    dossiers = [line.dossier for line in document.lines.select_related("dossier")]
    ties = ties_between(person, dossiers, on=today)
    return any(conflicts(each, on=today) for each in ties.values())


@transaction.atomic
def take_over(*, document: DecisionDocument, by: User, at: datetime) -> DecisionDocument:
    """
    Make another member the signer of a document whose signer can no longer sign it, and return it.

    Raises NotReady while its signer can, or once it is signed; NotEntitled for whoever was not present or is no
    longer on the council; Conflicted for whoever is barred themselves.
    """
    document, today = _locked(document), timezone.localdate(at)
    signer = document.signer
    can = signer.role_on(today, Role.COUNCIL_MEMBER) and not is_barred(signer, document, at=at)
    if document.signed_by_id is not None or can:
        raise NotReady(_("Its signer can sign this document."))
    present = document.meeting.members.exclude(present_at=None).filter(person=by).exists()
    if not present or not by.role_on(today, Role.COUNCIL_MEMBER):
        raise NotEntitled(sentence("document_by_absent"))
    if is_barred(by, document, at=at):
        raise Conflicted(sentence("document_by_barred"))
    document.signer = by
    document.save(update_fields=["signer"])
    audit.record(
        actor=by, action="council.document_taken_over", subject=str(document.public_id), at=at
    )
    return document


def _locked(document: DecisionDocument) -> DecisionDocument:
    rows = DecisionDocument.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("signer", "meeting").get(pk=document.pk)


def carry_out_waiting(*, at: datetime, most: int = 20) -> int:
    """
    Carry out the lines of signed documents that wait, and return how many were tried.

    None while entries of the log are lost: nothing is issued then, and no line is to blame for it.
    """
    waiting = list(
        AgendaLine.objects.filter(state=LineState.DECIDED, document__signed_by__isnull=False)
        .order_by("pk")
        .values_list("pk", flat=True)[:most]
    )
    try:
        if waiting:
            require_whole()
    except NotReady:
        return 0
    for pk in waiting:
        carry_out(line_id=pk, at=at)
    return len(waiting)


def carry_out(*, line_id: int, at: datetime) -> AgendaLine:
    """
    Carry out one line of a signed document: decide, issue or refuse; return the line.

    What cannot be carried out, as the certificate of the person was suspended since, is put into a state of its
    own with the reason, and the applicant is told. A second time changes nothing.
    """
    try:
        with transaction.atomic():
            return _give(line_id, at=at)
    except Problem as problem:
        with translation.override(settings.LANGUAGE_CODE):
            return _set_aside(line_id, problem=str(problem), at=at)


def _give(line_id: int, *, at: datetime) -> AgendaLine:
    line = _line(line_id)
    paper = line.document
    if line.state != LineState.DECIDED or paper is None:
        return line
    if paper.signed_by is None or paper.signed_at is None:
        return line
    dossier = locked(line.dossier)
    if not Decision.objects.filter(dossier=dossier).exists():
        verdict = Verdict(
            Outcome(line.outcome), line.reason, paper.signed_by, paper.signed_at, paper
        )
        give(dossier=dossier, verdict=verdict, on=timezone.localdate(at))
    line.state = LineState.DONE
    line.save(update_fields=["state"])
    return line


def _line(line_id: int) -> AgendaLine:
    rows = AgendaLine.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("dossier", "document__signed_by", "meeting").get(pk=line_id)


@transaction.atomic
def _set_aside(line_id: int, *, problem: str, at: datetime) -> AgendaLine:
    line = _line(line_id)
    if line.state == LineState.DECIDED:
        line.state, line.problem = LineState.STUCK, problem
        line.save(update_fields=["state", "problem"])
        CouncilLetter.objects.create(dossier=line.dossier, kind=LetterKind.DELAYED, at=at)
        audit.record(
            actor=None,
            action="council.line_stuck",
            subject=str(line.dossier.public_id),
            detail={"number": line.document.number if line.document else ""},
            at=at,
        )
        nudge("certificates.send_council_letters")
    return line


@transaction.atomic
def postpone(*, line: AgendaLine, by: User, at: datetime) -> AgendaLine:
    """
    Leave an application that could not be carried out for a later meeting, and return its line.

    A second time changes nothing. Raises NotEntitled for whoever is neither officer nor chair, NotReady out of turn.
    """
    line = _line(line.pk)
    if line.state == LineState.POSTPONED:
        return line
    officer = by.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER)
    if not officer and by.pk != line.meeting.chair_id:
        raise NotEntitled(_("Only the chair or a certification officer leaves it for later."))
    _resolve(line, LineState.POSTPONED, by=by, at=at)
    return line


@transaction.atomic
def refuse(*, line: AgendaLine, reason: str, by: User, at: datetime) -> AgendaLine:
    """
    Refuse an application that could not be carried out, by a decision of its own, and return its line.

    Raises what `decide` raises: for whoever is not on the council, is barred, or gives no reason; NotReady out
    of turn.
    """
    line = _line(line.pk)
    if line.state != LineState.STUCK:
        raise NotReady(_("This has been settled already."))
    decide(dossier=line.dossier, outcome=Outcome.REFUSE, decided_by=by, at=at, reason=reason)
    _resolve(line, LineState.REFUSED, by=by, at=at)
    return line


def _resolve(line: AgendaLine, state: LineState, *, by: User, at: datetime) -> None:
    if line.state != LineState.STUCK:
        raise NotReady(_("This has been settled already."))
    line.state = state
    line.save(update_fields=["state"])
    audit.record(
        actor=by,
        action="council.line_resolved",
        subject=str(line.dossier.public_id),
        detail={"state": state.value},
        at=at,
    )
