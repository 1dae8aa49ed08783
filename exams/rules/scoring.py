"""What a response is worth. Every kind except the essay is scored by its key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from exams.rules.numbers import format_number, parse_number
from exams.rules.questions import Kind, Question, Response


NOTHING = Decimal(0)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Key:
    """The right answer; which fields are filled depends on the kind."""

    choices: tuple[str, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    value: Decimal = NOTHING
    tolerance: Decimal = NOTHING


@dataclass(frozen=True)
class Score:
    points: Decimal
    correct: bool


def key_from(raw: Mapping[str, Any]) -> Key:
    """Return a stored key; numbers are stored as text so that none is ever rounded."""
    return Key(
        choices=tuple(raw.get("choices", ())),
        pairs=dict(raw.get("pairs", {})),
        value=Decimal(raw.get("value", "0")),
        tolerance=Decimal(raw.get("tolerance", "0")),
    )


def _share_single(key: Key, response: Response) -> Decimal:
    return Decimal(response == key.choices[0])


def _share_multiple(key: Key, response: Response) -> Decimal:
    return Decimal(isinstance(response, list) and set(response) == set(key.choices))


def _share_numeric(key: Key, response: Response) -> Decimal:
    if not isinstance(response, dict):
        return NOTHING
    number = parse_number(response["text"], response["language"])
    return Decimal(number is not None and abs(number - key.value) <= key.tolerance)


def _share_matching(key: Key, response: Response) -> Decimal:
    joined = response if isinstance(response, dict) else {}
    return Decimal(sum(joined.get(left) == right for left, right in key.pairs.items())) / len(
        key.pairs
    )


def _share_ordering(key: Key, response: Response) -> Decimal:
    return Decimal(response == list(key.choices))


SHARES: dict[Kind, Callable[[Key, Response], Decimal]] = {
    Kind.SINGLE: _share_single,
    Kind.MULTIPLE: _share_multiple,
    Kind.NUMERIC: _share_numeric,
    Kind.MATCHING: _share_matching,
    Kind.ORDERING: _share_ordering,
}


def score(kind: Kind, key: Key, response: Response, *, points: Decimal) -> Score:
    """
    Return what a checked response earns of the points.

    One choice, several choices, a number and an order earn all or nothing; matching earns its share for
    each right pair, rounded half up to a hundredth of a point. Raises KeyError for an essay: people mark it.
    """
    share = SHARES[kind](key, response)
    earned = (points * share).quantize(CENT, rounding=ROUND_HALF_UP)
    return Score(points=earned, correct=share == 1)


def solution(question: Question, key: Key) -> str:
    """Return the right answer in words, in the question's language."""
    options = {choice.id: choice.text for choice in question.options}
    left = {choice.id: choice.text for choice in question.left}
    right = {choice.id: choice.text for choice in question.right}
    match question.kind:
        case Kind.NUMERIC:
            number = format_number(key.value, question.language, question.decimals)
            return f"{number} {question.unit}".strip()
        case Kind.MATCHING:
            return "; ".join(f"{left[one]} – {right[other]}" for one, other in key.pairs.items())
        case Kind.ORDERING:
            return " → ".join(options[choice] for choice in key.choices)
        case Kind.ESSAY:
            return ""
        case _:
            return "; ".join(f"{choice}. {options[choice]}" for choice in key.choices)
