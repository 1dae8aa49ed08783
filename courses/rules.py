"""When a course is finished, and what to do next. Pure: facts in, answers out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True)
class LessonFacts:
    """One lesson of a course: its key in every language, its hours and the checks it holds."""

    key: UUID
    hours: Decimal
    checks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Learning:
    """What one person has done in one course."""

    lessons_read: frozenset[UUID] = frozenset()
    checks_passed: frozenset[tuple[UUID, str]] = frozenset()
    last_touched: UUID | None = None


class LessonState(StrEnum):
    """How far a person is with a lesson."""

    DONE = "done"
    CHECKS_OPEN = "checks_open"
    TODO = "todo"


def open_checks(lesson: LessonFacts, learning: Learning) -> list[str]:
    """Return the codes of the lesson's knowledge checks not yet answered correctly, in order."""
    return [code for code in lesson.checks if (lesson.key, code) not in learning.checks_passed]


def lesson_state(lesson: LessonFacts, learning: Learning) -> LessonState:
    """Return whether the lesson is done, read with checks open, or still to do."""
    if lesson.key not in learning.lessons_read:
        return LessonState.TODO
    return LessonState.CHECKS_OPEN if open_checks(lesson, learning) else LessonState.DONE


def is_complete(lessons: Iterable[LessonFacts], learning: Learning) -> bool:
    """Return whether every lesson is read and every check passed; a course without lessons never is."""
    states = [lesson_state(lesson, learning) for lesson in lessons]
    return bool(states) and all(state is LessonState.DONE for state in states)


def hours_done(lessons: Iterable[LessonFacts], learning: Learning) -> Decimal:
    """Return the hours of the lessons that are done."""
    return sum(
        (lesson.hours for lesson in lessons if lesson_state(lesson, learning) is LessonState.DONE),
        Decimal(0),
    )


def next_lesson(lessons: Sequence[LessonFacts], learning: Learning) -> LessonFacts | None:
    """
    Return where to resume: the lesson touched last if it is not done, else the first one not done.

    None when everything is done.
    """
    undone = [
        lesson for lesson in lessons if lesson_state(lesson, learning) is not LessonState.DONE
    ]
    touched = [lesson for lesson in undone if lesson.key == learning.last_touched]
    following = touched or undone
    return following[0] if following else None
