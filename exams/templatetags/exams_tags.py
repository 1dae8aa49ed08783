"""Pieces of examinations that templates compose."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from accounts.models import User
from accounts.roles import may_examine, may_release_results
from exams.rules import numbers
from exams.rules.blueprints import Part
from exams.rules.questions import Choice, Kind, Question, Response, count_words
from exams.selectors.marking import sittings_with_unmarked
from exams.selectors.room import Slot
from exams.selectors.sittings import attempts_of, awaiting_release, current_sittings


MOST_ROWS = 10
TICK, GAP = 6, 2

register = template.Library()


def _offered(choices: tuple[Choice, ...], chosen: object) -> list[dict[str, Any]]:
    picked = chosen if isinstance(chosen, list) else [chosen]
    return [
        {"id": choice.id, "text": choice.text, "chosen": choice.id in picked} for choice in choices
    ]


def _rows(question: Question, response: Response) -> list[dict[str, Any]]:
    if question.kind is Kind.MATCHING:
        joined = response if isinstance(response, dict) else {}
        return [
            {
                "id": left.id,
                "label": left.text,
                "options": _offered(question.right, joined.get(left.id)),
            }
            for left in question.left
        ]
    places = response if isinstance(response, list) else [""] * len(question.options)
    return [
        {"id": place, "options": _offered(question.options, chosen)}
        for place, chosen in enumerate(places, start=1)
    ]


def _number(question: Question, response: Response) -> dict[str, str]:
    if not isinstance(response, dict):
        return {"text": "", "read_as": ""}
    number = numbers.parse_number(response["text"], response["language"])
    read_as = "" if number is None else numbers.format_number(number, question.language)
    return {"text": response["text"], "read_as": read_as}


@register.simple_tag
def answer_fields(question: Question, prefix: str, response: Response) -> dict[str, Any]:
    """Return what the fields of a question show: options with what is chosen, rows, or text."""
    match question.kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            return {"options": _offered(question.options, response)}
        case Kind.MATCHING | Kind.ORDERING:
            return {"rows": _rows(question, response)}
        case Kind.NUMERIC:
            return dict(_number(question, response))
        case _:
            text = response if isinstance(response, str) else ""
            return {"text": text, "words": count_words(text)}


def _texts(choices: Sequence[Choice]) -> dict[str, str]:
    return {choice.id: choice.text for choice in choices}


@register.simple_tag
def answer_words(question: Question, response: Response) -> str:
    """Return what was answered as one line of text, empty when nothing was."""
    match response:
        case None:
            return ""
        case list() if question.kind is Kind.ORDERING:
            return " → ".join(_texts(question.options).get(choice, "–") for choice in response)
        case list():
            return "; ".join(
                f"{choice}. {_texts(question.options)[choice]}" for choice in response
            )
        case dict() if question.kind is Kind.NUMERIC:
            return f"{response['text']} {question.unit}".strip()
        case dict():
            left, right = _texts(question.left), _texts(question.right)
            return "; ".join(f"{left[one]} – {right[other]}" for one, other in response.items())
        case str() if question.kind is Kind.SINGLE:
            return f"{response}. {_texts(question.options)[response]}"
        case text:
            return text


@register.simple_tag
def ticks(slots: Sequence[Slot], current: int) -> dict[str, Any]:
    """Return the strip of ticks of a paper (answered, unanswered, current), and how many of each part."""
    marks = []
    for index, slot in enumerate(slots):
        now = slot.position == current
        name = "n" if now else ("d" if slot.is_answered else "u")
        tall = {"y": 0, "height": 10} if now else {"y": 3, "height": 7}
        marks.append({"name": name, "x": str(index * (TICK + GAP)), **tall})
    essays = sum(slot.part == Part.ESSAY for slot in slots)
    return {
        "marks": marks,
        "width": str(len(marks) * (TICK + GAP) - GAP),
        "knowledge": len(marks) - essays,
        "essays": essays,
    }


@register.filter
def points(value: Decimal | int | None) -> str:
    """Return points or per cent as the page's language writes them, without needless zeros."""
    language = "en" if (get_language() or "").startswith("en") else "vi"
    return "" if value is None else numbers.format_number(Decimal(value), language)


@register.simple_tag
def percent_of(part: int, whole: int) -> Decimal:
    """Return the share in per cent, for a bar; nothing of nothing is nothing."""
    return Decimal(part * 100) / whole if whole else Decimal(0)


Crumbs = list[tuple[str, str]]


@register.simple_tag
def exam_crumbs() -> Crumbs:
    """Return the way to a page below the exam calendar."""
    return [(_("Exam calendar"), reverse("exams:index"))]


@register.simple_tag
def marking_crumbs() -> Crumbs:
    """Return the way to a page below the marking desk."""
    return [(_("Marking desk"), reverse("exams:marking"))]


@register.simple_tag
def release_crumbs() -> Crumbs:
    """Return the way to a page below the release of results."""
    return [(_("Release of results"), reverse("exams:releases"))]


@register.simple_tag
def bank_crumbs() -> Crumbs:
    """Return the way to a page below the item bank."""
    return [(_("Item bank"), reverse("exams:bank"))]


@register.inclusion_tag("exams/tags/next_sittings.html")
def next_sittings(limit: int = 4) -> dict[str, Any]:
    """Show the next sittings, open ones first; by one query."""
    at = timezone.now()
    found = current_sittings(at=at)[:limit]
    return {"rows": [{"sitting": sitting, "state": sitting.state(at=at)} for sitting in found]}


@register.inclusion_tag("exams/tags/my_exams.html")
def my_exams(user: User) -> dict[str, Any]:
    """Show the person's own attempts and results; by one query."""
    at = timezone.now()
    rows = [
        {
            "attempt": attempt,
            "result": getattr(attempt, "result", None),
            "is_open": attempt.is_open(at=at),
        }
        for attempt in attempts_of(user)[:MOST_ROWS]
    ]
    return {"rows": rows}


@register.inclusion_tag("exams/tags/waiting_scripts.html")
def waiting_scripts(user: User) -> dict[str, Any]:
    """Show examiners what is to mark and certification officers what is to release; nothing to others."""
    at = timezone.now()
    context: dict[str, Any] = {
        "may_mark": may_examine(user),
        "may_release": may_release_results(user),
    }
    if context["may_mark"]:
        context["to_mark"] = sittings_with_unmarked(at=at)[:MOST_ROWS]
    if context["may_release"]:
        context["to_release"] = [
            {"sitting": sitting, "state": sitting.state(at=at)}
            for sitting in awaiting_release(at=at)[:MOST_ROWS]
        ]
    return context
