"""Special arrangements: asked for, taken back, decided; reasons of health forgotten in time."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import Arrangement, ArrangementKind, ArrangementState, FileAbout
from certificates.problems import Conflicted, NotEntitled, NotReady, in_words, sentence
from certificates.rules.arrangements import PERCENTS, forgotten_before
from certificates.services.files import Brought, forget, keep_alone


@transaction.atomic
def ask_arrangement(
    *, person: User, kind: str, reason: str, at: datetime, proof: Brought | None = None
) -> Arrangement:
    """
    Ask for a special arrangement and return the request.

    Raises NotReady without a reason, or while the same kind is being asked for.
    """
    if not reason.strip():
        raise NotReady(_("Write what you need and why."))
    if Arrangement.objects.filter(person=person, kind=kind, state=ArrangementState.ASKED).exists():
        raise NotReady(sentence("arrangement_asked_once"))
    kept = keep_alone(brought=proof, owner=person, about=FileAbout.OTHER, at=at) if proof else None
    with in_words():
        asked = Arrangement.objects.create(
            person=person,
            kind=ArrangementKind(kind).value,
            reason=reason.strip(),
            proof=kept,
            asked_at=at,
        )
    _record(asked, "arrangement.asked", by=person, at=at)
    return asked


@transaction.atomic
def take_back_arrangement(*, arrangement: Arrangement, by: User, at: datetime) -> Arrangement:
    """
    Take one's own request back and return it; a second time changes nothing.

    Raises NotEntitled for anybody else, NotReady once it is decided.
    """
    if arrangement.person_id != by.pk:
        raise NotEntitled(_("Only the person who asked takes the request back."))
    found = _locked(arrangement)
    if found.state == ArrangementState.TAKEN_BACK:
        return found
    _require_open(found)
    found.state, found.ended_at = ArrangementState.TAKEN_BACK, at
    found.save(update_fields=["state", "ended_at"])
    _record(found, "arrangement.taken_back", by=by, at=at)
    return found


@transaction.atomic
def decide_arrangement(
    *,
    arrangement: Arrangement,
    extra_percent: int,
    answer: str,
    grant: bool,
    by: User,
    at: datetime,
) -> Arrangement:
    """
    Grant or decline a request, in words that its person reads, and return it.

    Raises NotEntitled for whoever is no certification officer that day, Conflicted for one's own request, NotReady
    without words, without the amount of extra time, or once it is decided.
    """
    found = _locked(arrangement)
    if not by.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers decide on special arrangements."))
    if found.person_id == by.pk:
        raise Conflicted(sentence("arrangement_decided_by_another"))
    _require_open(found)
    if not answer.strip():
        raise NotReady(_("Write the reason: the person who asked reads it."))
    timed = grant and found.kind == ArrangementKind.EXTRA_TIME
    if timed and extra_percent not in PERCENTS:
        raise NotReady(_("Say how much more time is given."))
    found.state = ArrangementState.GRANTED if grant else ArrangementState.DECLINED
    found.extra_percent = extra_percent if timed else 0
    found.answer, found.decided_by, found.ended_at = answer.strip(), by, at
    with in_words():
        found.save(update_fields=["state", "extra_percent", "answer", "decided_by", "ended_at"])
    _record(found, "arrangement.decided", by=by, at=at)
    return found


def forget_reasons(*, at: datetime, most: int = 200) -> int:
    """Delete reasons and proofs of requests that ended long ago, and return how many; the decisions stay."""
    before = forgotten_before(at, days=settings.ARRANGEMENT_FORGET_DAYS)
    over = Arrangement.objects.filter(ended_at__lt=before, forgotten_at=None)
    found = list(over.order_by("pk").values_list("pk", flat=True)[:most])
    for pk in found:
        _forget_one(pk, at)
    return len(found)


@transaction.atomic
def _forget_one(pk: int, at: datetime) -> None:
    found = Arrangement.objects.select_for_update(of=("self",)).get(pk=pk)
    proof, found.proof, found.reason, found.forgotten_at = found.proof, None, "", at
    found.save(update_fields=["proof", "reason", "forgotten_at"])
    if proof:
        forget([proof])


def _locked(arrangement: Arrangement) -> Arrangement:
    found = Arrangement.objects.select_for_update(of=("self",), no_key=True)
    return found.select_related("person").get(pk=arrangement.pk)


def _require_open(found: Arrangement) -> None:
    if found.state != ArrangementState.ASKED:
        raise NotReady(_("This request was settled meanwhile. Load the page again."))


def _record(found: Arrangement, action: str, *, by: User, at: datetime) -> None:
    """Note the act without the reason: what concerns health does not go into the trail."""
    audit.record(
        actor=by,
        action=action,
        subject=str(found.public_id),
        detail={"kind": found.kind, "outcome": found.state},
        at=at,
    )
