"""Finished attempts for a demonstration or a rehearsal, made by the same services that candidates use."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from uuid import uuid4

from accounts.models import User
from exams.models import Attempt, Form, ItemKind, ItemVersion, Sitting
from exams.rules.numbers import format_number
from exams.rules.questions import Kind, Question, Response
from exams.rules.scoring import Key
from exams.services.answers import Change, save_answers
from exams.services.closing import hand_in
from exams.services.sittings import start_attempt


def right_answer(question: Question, key: Key) -> Response:
    """Return the answer that earns every point of a question with a key."""
    match question.kind:
        case Kind.SINGLE:
            return key.choices[0]
        case Kind.NUMERIC:
            text = format_number(key.value, question.language, question.decimals)
            return {"text": text, "language": question.language}
        case Kind.MATCHING:
            return dict(key.pairs)
        case _:
            return list(key.choices)


def _wrong(question: Question, key: Key) -> Response:
    match question.kind:
        case Kind.SINGLE:
            return next(one.id for one in question.options if one.id != key.choices[0])
        case Kind.MULTIPLE:
            return list(key.choices[1:])
        case Kind.NUMERIC:
            text = format_number(key.value * 2 + 1, question.language, question.decimals)
            return {"text": text, "language": question.language}
        case Kind.MATCHING:
            return dict(zip(key.pairs, reversed(list(key.pairs.values())), strict=True))
        case _:
            return list(reversed(key.choices))


def _response(
    version: ItemVersion, *, knows: bool, essays: Mapping[str, str], language: str
) -> Response:
    if version.item.kind == ItemKind.ESSAY:
        return essays.get(version.item.code) or None
    question, key = version.question(language), version.answer_key()
    return right_answer(question, key) if knows else _wrong(question, key)


def made_up_answers(
    *, form: Form, skill: float, essays: Mapping[str, str], random: Random, language: str = "vi"
) -> dict[int, Response]:
    """
    Return an answer to every question of the paper, by position.

    The share `skill` of the questions with a key is answered rightly, which ones by chance; the essays
    (by item code) are taken as given.
    """
    items = list(form.items.select_related("version__item"))
    keyed = [item.position for item in items if item.version.item.kind != ItemKind.ESSAY]
    known = set(random.sample(keyed, round(skill * len(keyed))))
    return {
        item.position: _response(
            item.version, knows=item.position in known, essays=essays, language=language
        )
        for item in items
    }


def record_attempt(
    *,
    sitting: Sitting,
    candidate: User,
    answers: Mapping[int, Response],
    started_at: datetime,
    handed_in_at: datetime | None,
) -> Attempt:
    """
    Return the candidate's attempt with these answers, going through the services with the given times.

    Without a time of hand-in it stays open. An attempt that is there already is returned as it is.
    """
    known = Attempt.objects.filter(sitting=sitting, candidate=candidate).first()
    if known:
        return known
    attempt = start_attempt(sitting=sitting, candidate=candidate, at=started_at)
    changes = [
        Change(seq, position, response)
        for seq, (position, response) in enumerate(answers.items(), start=1)
    ]
    save_answers(attempt=attempt, writer=uuid4(), changes=changes, at=handed_in_at or started_at)
    if handed_in_at:
        hand_in(attempt=attempt, at=handed_in_at)
    attempt.refresh_from_db()
    return attempt
