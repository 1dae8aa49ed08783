"""
A question as it is shown, and what may be answered to it.

A response is what a candidate has chosen or written so far: it may be incomplete, but it always has the
shape of its question's kind, so that whatever was stored can be shown, scored and replayed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias, cast


Response: TypeAlias = str | list[str] | dict[str, str] | None

LONGEST_NUMBER = 40
LONGEST_ESSAY = 20_000
LANGUAGES = ("vi", "en")


class Kind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMERIC = "numeric"
    MATCHING = "matching"
    ORDERING = "ordering"
    ESSAY = "essay"


class BadResponse(ValueError):  # noqa: N818 - it names what happened
    """The response does not fit the question; the argument is the reason's name."""


@dataclass(frozen=True)
class Choice:
    id: str
    text: str


@dataclass(frozen=True)
class Question:
    """A question in one language, without its key."""

    code: str
    kind: Kind
    stem: str
    points: Decimal
    options: tuple[Choice, ...] = ()
    left: tuple[Choice, ...] = ()
    right: tuple[Choice, ...] = ()
    unit: str = ""
    decimals: int | None = None
    max_words: int | None = None
    language: str = "vi"


def text_in(texts: Mapping[str, str] | None, language: str) -> str:
    """Return the text in the language, in Vietnamese where it has none."""
    texts = texts or {}
    return texts.get(language) or texts.get("vi", "")


def _choices(raw: Any, language: str) -> tuple[Choice, ...]:
    return tuple(Choice(str(entry["id"]), text_in(entry, language)) for entry in raw or ())


def question_from(
    body: Mapping[str, Any], *, code: str, kind: str, points: Decimal, language: str
) -> Question:
    """Return a stored bilingual body as a question in one language."""
    return Question(
        code=code,
        kind=Kind(kind),
        stem=text_in(body["stem"], language),
        points=points,
        options=_choices(body.get("options"), language),
        left=_choices(body.get("left"), language),
        right=_choices(body.get("right"), language),
        unit=text_in(body.get("unit"), language),
        decimals=body.get("decimals"),
        max_words=body.get("max_words"),
        language=language,
    )


def _ids(choices: Sequence[Choice]) -> set[str]:
    return {choice.id for choice in choices}


def _require(fits: bool, reason: str) -> None:  # noqa: FBT001 - reads as a sentence where it is used
    if not fits:
        raise BadResponse(reason)


def _single(question: Question, response: object) -> Response:
    _require(isinstance(response, str), "wrong_shape")
    _require(response in _ids(question.options) | {""}, "unknown_choice")
    return cast("str", response) or None


def _multiple(question: Question, response: object) -> Response:
    _require(isinstance(response, list), "wrong_shape")
    chosen = cast("list[object]", response)
    _require(all(isinstance(choice, str) for choice in chosen), "wrong_shape")
    names = set(cast("list[str]", chosen))
    _require(names <= _ids(question.options), "unknown_choice")
    return [choice.id for choice in question.options if choice.id in names] or None


def _numeric(question: Question, response: object) -> Response:
    _require(isinstance(response, dict), "wrong_shape")
    given = cast("dict[object, object]", response)
    text, language = given.get("text"), given.get("language")
    _require(isinstance(text, str) and language in LANGUAGES, "wrong_shape")
    typed = cast("str", text).strip()
    _require(len(typed) <= LONGEST_NUMBER, "too_long")
    return {"text": typed, "language": cast("str", language)} if typed else None


def _matching(question: Question, response: object) -> Response:
    _require(isinstance(response, dict), "wrong_shape")
    pairs = cast("dict[object, object]", response)
    _require(set(pairs) <= _ids(question.left), "unknown_choice")
    _require(all(isinstance(right, str) for right in pairs.values()), "wrong_shape")
    _require(set(pairs.values()) <= _ids(question.right) | {""}, "unknown_choice")
    return {
        left.id: cast("str", pairs[left.id]) for left in question.left if pairs.get(left.id)
    } or None


def _ordering(question: Question, response: object) -> Response:
    _require(isinstance(response, list), "wrong_shape")
    order = cast("list[object]", response)
    _require(all(isinstance(choice, str) for choice in order), "wrong_shape")
    _require(len(order) in {0, len(question.options)}, "wrong_shape")
    _require(set(order) <= _ids(question.options) | {""}, "unknown_choice")
    return cast("list[str]", order) if any(order) else None


def _essay(question: Question, response: object) -> Response:
    _require(isinstance(response, str), "wrong_shape")
    text = cast("str", response).replace("\r\n", "\n")
    _require(len(text) <= LONGEST_ESSAY, "too_long")
    # PostgreSQL's jsonb cannot hold the null character.
    _require("\x00" not in text, "wrong_shape")
    return text if text.strip() else None


CHECKS = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.NUMERIC: _numeric,
    Kind.MATCHING: _matching,
    Kind.ORDERING: _ordering,
    Kind.ESSAY: _essay,
}


def checked(question: Question, response: object) -> Response:
    """
    Return the response in its one normal form, None when nothing is answered.

    Raises BadResponse (`wrong_shape`, `unknown_choice`, `too_long`) when it does not fit the question.
    """
    return None if response is None else CHECKS[question.kind](question, response)


def is_answered(question: Question, response: Response) -> bool:
    """Return whether nothing is missing: every pair joined, every place filled."""
    if response is None:
        return False
    if question.kind is Kind.MATCHING:
        return len(response) == len(question.left)
    if question.kind is Kind.ORDERING:
        return all(response)
    return True


def response_from(question: Question, fields: Mapping[str, Sequence[str]], prefix: str) -> object:
    """
    Return what the fields of a posted form say, still to be `checked`.

    The names are those of `exams/question_fields.html`: `<prefix>-response`, and with the choice's id or
    the place behind it for matching and ordering.
    """
    name = f"{prefix}-response"
    values = list(fields.get(name, ()))
    first = values[0] if values else ""
    match question.kind:
        case Kind.MULTIPLE:
            return values
        case Kind.NUMERIC:
            language = (list(fields.get(f"{prefix}-language", ())) or [question.language])[0]
            return {"text": first, "language": language}
        case Kind.MATCHING:
            return {left.id: _first(fields, f"{name}-{left.id}") for left in question.left}
        case Kind.ORDERING:
            places = range(1, len(question.options) + 1)
            return [_first(fields, f"{name}-{place}") for place in places]
        case _:
            return first


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "")


def count_words(text: str) -> int:
    """Return the number of words: what stands between spaces (a Vietnamese syllable is a word here)."""
    return len(text.split())
