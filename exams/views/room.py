"""The exam room: one question a page, saved by form or, as it changes, by the room's script."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from accounts.guards import AuthenticatedRequest, form_view, reads, requires, writes
from accounts.roles import is_signed_in
from exams.models import Attempt
from exams.rules.questions import response_from
from exams.rules.sittings import clock
from exams.selectors.room import Room, Slot, room
from exams.selectors.sittings import attempts_of
from exams.services.answers import Ack, Change, save_answers


MOST_BYTES = 64 * 1024
MOST_CHANGES = 50
HIGHEST_SEQ = 2**31 - 1
REVIEW = "review"


def own_attempt(request: AuthenticatedRequest, public_id: UUID) -> Attempt:
    """Return the signed-in person's own attempt; raise Http404 for anybody else's."""
    return get_object_or_404(attempts_of(request.user), public_id=public_id)


def page_language() -> str:
    """Return "en" on English pages, else "vi"."""
    return "en" if (get_language() or "").startswith("en") else "vi"


def time_facts(attempt: Attempt) -> dict[str, Any]:
    """Return what the clock shows: the server's time and the deadline, in milliseconds and in figures."""
    now = timezone.now()
    left = (attempt.deadline - now).total_seconds()
    whole = max(int(left), 0)
    return {
        "now_ms": int(now.timestamp() * 1000),
        "deadline_ms": int(attempt.deadline.timestamp() * 1000),
        "started_ms": int(attempt.started_at.timestamp() * 1000),
        "clock": clock(left),
        "hours": whole // 3600,
        "minutes": whole // 60 % 60,
        "left_percent": max(
            0, left * 100 / (attempt.deadline - attempt.started_at).total_seconds()
        ),
    }


def _page(
    request: AuthenticatedRequest, shown: Room, slot: Slot, status: int = 200
) -> HttpResponse:
    count = len(shown.slots)
    context = {
        "room": shown,
        "attempt": shown.attempt,
        "slot": slot,
        "is_first": slot.position == 1,
        "is_last": slot.position == count,
        "time": time_facts(shown.attempt),
    }
    return render(request, "exams/room.html", context, status=status)


def _closed(request: AuthenticatedRequest, attempt: Attempt) -> HttpResponse:
    return redirect("exams:receipt", public_id=attempt.public_id)


@form_view
@requires(is_signed_in)
def question(request: AuthenticatedRequest, public_id: UUID, position: int) -> HttpResponse:
    """Show one question; by POST save its answer and go where the button says."""
    attempt = own_attempt(request, public_id)
    shown = room(attempt, language=page_language())
    slot = shown.at(position)
    if slot is None:
        raise Http404
    if request.method == "POST":
        return _save_and_go(request, shown, slot)
    if not attempt.is_open(at=timezone.now()):
        return _closed(request, attempt)
    return _page(request, shown, slot)


def _save_and_go(request: AuthenticatedRequest, shown: Room, slot: Slot) -> HttpResponse:
    fields = cast("Mapping[str, Sequence[str]]", dict(request.POST.lists()))
    change = Change(
        seq=1,
        position=slot.position,
        response=response_from(slot.question, fields, slot.prefix),
        flagged="flagged" in request.POST,
    )
    # Each posted form is a writer of its own: what the person sends last is what counts.
    ack = save_answers(attempt=shown.attempt, writer=uuid4(), changes=[change], at=timezone.now())
    if not ack.is_open:
        messages.error(request, _("Your time is over: this last change was not taken."))
        return _closed(request, shown.attempt)
    if ack.rejected:
        messages.error(request, reason_in_words(ack.rejected[0].reason))
        return _page(request, shown, slot, status=422)
    return _go(shown, slot, request.POST.get("go", "next"))


def _go(shown: Room, slot: Slot, target: str) -> HttpResponseRedirect:
    if target == REVIEW:
        return HttpResponseRedirect(
            reverse("exams:hand_in", kwargs={"public_id": shown.attempt.public_id})
        )
    steps = {"next": slot.position + 1, "previous": slot.position - 1}
    wanted = steps.get(target) or (int(target) if target.isdecimal() and len(target) < 5 else 0)
    position = min(max(wanted, 1), len(shown.slots))
    kwargs = {"public_id": shown.attempt.public_id, "position": position}
    return HttpResponseRedirect(reverse("exams:question", kwargs=kwargs))


@reads
@requires(is_signed_in)
def questions(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Return all questions as one fragment, so that the room needs no network to move between them."""
    attempt = own_attempt(request, public_id)
    if not attempt.is_open(at=timezone.now()):
        raise Http404
    shown = room(attempt, language=page_language())
    response = render(request, "exams/room/questions.html", {"room": shown, "attempt": attempt})
    response["Cache-Control"] = "no-store"
    return response


class Unreadable(ValueError):  # noqa: N818 - it names what happened
    """The body is not what the room's script sends."""


@dataclass(frozen=True)
class Batch:
    writer: UUID
    changes: list[Change]


def _change(raw: Any) -> Change:
    seq, position = raw["seq"], raw["position"]
    if type(seq) is not int or type(position) is not int or not 1 <= seq <= HIGHEST_SEQ:
        raise Unreadable
    if not 1 <= position < 2**15:
        raise Unreadable
    return Change(seq, position, raw.get("response"), flagged=raw.get("flagged") is True)


def _batch(body: bytes) -> Batch:
    try:
        raw = json.loads(body)
        changes = [_change(one) for one in raw["changes"]]
        writer = UUID(str(raw["writer"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable from error
    if len(changes) > MOST_CHANGES:
        raise Unreadable
    return Batch(writer, changes)


def reason_in_words(reason: str) -> str:
    """Return why an answer was not taken, as a sentence."""
    return {
        "unknown_question": _("This question is not in your paper."),
        "unknown_choice": _("This option does not belong to the question."),
        "too_long": _("The answer is too long to be saved."),
    }.get(reason, _("The answer does not fit the question."))


def _as_json(ack: Ack, attempt: Attempt) -> dict[str, Any]:
    now = timezone.now()
    answer: dict[str, Any] = {
        "acked": ack.acked,
        "rejected": [
            {
                "seq": one.seq,
                "position": one.position,
                "reason": one.reason,
                "message": reason_in_words(one.reason),
            }
            for one in ack.rejected
        ],
        "server_now": int(now.timestamp() * 1000),
        "saved_at": timezone.localtime(now).strftime("%H:%M:%S"),
        "deadline": int(ack.deadline.timestamp() * 1000),
        "state": "open" if ack.is_open else "closed",
    }
    if not ack.is_open:
        answer["refused"] = ack.refused
        answer["message"] = _("The attempt is closed: no more answers are taken.")
        answer["receipt"] = reverse("exams:receipt", kwargs={"public_id": attempt.public_id})
    return answer


@writes("POST")
@requires(is_signed_in)
def save(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Take a batch of changes as JSON; the answer leaves after the commit."""
    attempt = own_attempt(request, public_id)
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES or len(request.body) > MOST_BYTES:
        return JsonResponse({"message": _("Too much in one request.")}, status=413)
    try:
        batch = _batch(request.body)
    except Unreadable:
        return JsonResponse({"message": _("This request cannot be read.")}, status=400)
    ack = save_answers(
        attempt=attempt, writer=batch.writer, changes=batch.changes, at=timezone.now()
    )
    response = JsonResponse(_as_json(ack, attempt), status=409 if ack.refused else 200)
    response["Cache-Control"] = "no-store"
    return response
