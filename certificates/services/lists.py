"""
Checking lists. The list is kept as it was sent, and answered a thousand lines at a time.

Each thousand is one transaction that notes how far it came: killed anywhere and run again, every line has one answer.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts import audit
from accounts.background import nudge
from accounts.models import Membership, Organisation, User
from certificates.models import ListAnswer, ListCheck, NameMatch
from certificates.models.verification import Row, verify_list
from certificates.rules.lists import KEPT_FOR, Asked


AT_ONCE = 1_000


@transaction.atomic
def start_check(
    *, owner: User, asked: Sequence[Asked], day: date, key: UUID, at: datetime, source: str = ""
) -> ListCheck:
    """
    Keep a list that is to be checked and return it; the same form sent twice is one list.

    A short one is answered before this returns, a long one in the background.
    """
    today = timezone.localdate(at)
    check, is_new = ListCheck.objects.get_or_create(
        key=key,
        owner=owner,
        defaults={
            "organisation": _organisation(owner, on=today),
            "source": source[:120],
            "day": day,
            "at": at,
            "delete_on": today + KEPT_FOR,
            "asked": [each.as_row() for each in asked],
            "total": len(asked),
        },
    )
    if not is_new:
        return check
    audit.record(
        actor=owner,
        action="register.list_checked",
        subject=str(owner.public_id),
        detail={"rows": len(asked), "day": day.isoformat()},
        at=at,
    )
    if len(asked) <= AT_ONCE:
        return answer_some(check=check)
    nudge("certificates.answer_list", check_id=check.pk)
    return check


def check_again(*, check: ListCheck, by: User, key: UUID, at: datetime) -> ListCheck:
    """Have the lines of a list checked once more, as of today, and return the new list."""
    lines = check.lines()
    today = timezone.localdate(at)
    return start_check(owner=by, asked=lines, day=today, key=key, at=at, source=check.source)


def answer_list(*, check_id: int) -> None:
    """Answer every line of a list that has no answer yet; return nothing. A list that is gone is passed over."""
    check = ListCheck.objects.unfinished().filter(pk=check_id).first()
    while check and not check.is_finished:
        check = answer_some(check=check)


def answer_waiting(*, most: int = 5) -> int:
    """Answer the lists that wait, the oldest first, and return how many there were."""
    waiting = list(
        ListCheck.objects.unfinished().order_by("pk").values_list("pk", flat=True)[:most]
    )
    for check_id in waiting:
        answer_list(check_id=check_id)
    return len(waiting)


@transaction.atomic
def answer_some(*, check: ListCheck) -> ListCheck:
    """Answer the next thousand lines of a list and return it; nothing happens to a finished one."""
    check = ListCheck.objects.select_for_update(of=("self",), no_key=True).get(pk=check.pk)
    lines = check.lines()[check.checked : check.checked + AT_ONCE]
    rows = verify_list([(each.number, each.name) for each in lines], day=check.day)
    ListAnswer.objects.bulk_create(
        [_answer(check, each, row) for each, row in zip(lines, rows, strict=True)]
    )
    check.checked += len(lines)
    check.save(update_fields=["checked"])
    return check


def _answer(check: ListCheck, asked: Asked, row: Row) -> ListAnswer:
    found = row.answer.certificate
    compared = NameMatch.DIFFERS if row.name_differs else NameMatch.MATCHES
    return ListAnswer(
        check_of=check,
        line=asked.line,
        number=asked.number,
        name=asked.name,
        verdict=row.answer.verdict.value,
        name_match=compared if found and asked.name else NameMatch.NOT_ASKED,
        first_line=asked.first,
        certificate=found,
        cause=row.answer.cause,
    )


def _organisation(person: User, *, on: date) -> Organisation | None:
    held = Membership.objects.filter(
        Q(until=None) | Q(until__gte=on), person=person, since__lte=on
    )
    newest = held.select_related("organisation").order_by("-since", "-pk").first()
    return newest.organisation if newest else None


@transaction.atomic
def delete_check(*, check: ListCheck, by: User, at: datetime) -> None:
    """Delete a list with its answers and its paper, at its owner's wish; return nothing."""
    audit.record(
        actor=by,
        action="register.list_deleted",
        subject=str(check.owner.public_id),
        detail={"rows": check.total},
        at=at,
    )
    _forget(check)


def forget_old(*, on: date, most: int = 50) -> int:
    """Delete the lists whose time is over and return how many there were."""
    over = list(ListCheck.objects.over_on(on).order_by("pk")[:most])
    for check in over:
        with transaction.atomic():
            _forget(check)
    return len(over)


def _forget(check: ListCheck) -> None:
    storage, name = check.paper.storage, check.paper.name
    check.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name))
