"""What an examiner sees: papers by candidate number, never a person."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from exams.models import Mark, Script, Sitting
from exams.policies import may_mark
from exams.rules.marking import Criterion


def sittings_to_mark(*, at: datetime) -> QuerySet[Sitting]:
    """Return the unreleased sittings that have scripts, with how many there are and are marked."""
    return (
        Sitting.objects.filter(released_at=None, opens_at__lte=at)
        .select_related("form__exam")
        .annotate(
            scripts=Count("attempts__scripts"),
            marked=Count(
                "attempts__scripts", filter=Q(attempts__scripts__marked_at__isnull=False)
            ),
        )
        .filter(scripts__gt=0)
        .order_by("closes_at", "pk")
    )


def sittings_with_unmarked(*, at: datetime) -> QuerySet[Sitting]:
    """Return those of them in which a script still waits for its mark."""
    unmarked = Script.objects.filter(attempt__sitting=OuterRef("pk"), marked_at=None)
    return sittings_to_mark(at=at).filter(Exists(unmarked))


def unmarked_scripts(*, at: datetime) -> QuerySet[Script]:
    """Return the scripts of unreleased sittings that wait for their mark."""
    return Script.objects.filter(
        marked_at=None, attempt__sitting__released_at=None, attempt__sitting__opens_at__lte=at
    )


def own_marks(*, sitting: Sitting, examiner: User) -> QuerySet[Mark]:
    """Return the examiner's marks in a sitting, drafts first, then the latest."""
    return (
        Mark.objects.filter(script__attempt__sitting=sitting, examiner=examiner)
        .select_related("script__attempt__sitting", "script__form_item__version__item")
        .order_by(F("submitted_at").desc(nulls_first=True), "-saved_at", "pk")
    )


def _scripts(sitting: Sitting) -> QuerySet[Script]:
    return Script.objects.filter(attempt__sitting=sitting).select_related("attempt__candidate")


def next_script(
    *, sitting: Sitting, examiner: User, on: date, after: UUID | None = None
) -> Script | None:
    """
    Return the next script for this examiner, None when none is left.

    New scripts question by question in random order, then the own drafts; never one that another examiner
    has begun, never one of a candidate whom the examiner taught or is.
    """
    unmarked = _scripts(sitting).filter(marked_at=None)
    if after:
        unmarked = unmarked.exclude(public_id=after)
    untouched = unmarked.filter(marks=None).order_by("form_item__position", "public_id")
    drafts = unmarked.filter(marks__examiner=examiner).order_by("form_item__position", "public_id")
    barred: set[int] = set()
    for queue in (untouched, drafts):
        for script in queue.iterator(chunk_size=20):
            candidate = script.attempt.candidate
            if candidate.pk in barred:
                continue
            if may_mark(examiner, candidate, on=on):
                return script
            barred.add(candidate.pk)
    return None


@dataclass(frozen=True)
class Line:
    """One criterion on the desk with the mark given so far."""

    criterion: Criterion
    mark: Decimal | None

    @property
    def whole(self) -> int | None:
        """The whole points of the mark."""
        return None if self.mark is None else int(self.mark)

    @property
    def has_half(self) -> bool:
        """Whether half a point is added."""
        return self.mark is not None and self.mark % 1 != 0


@dataclass(frozen=True)
class Desk:
    """A script with its task, its rubric and the examiner's own mark."""

    script: Script
    stem: str
    max_words: int | None
    lines: tuple[Line, ...]
    mark: Mark | None
    highest: Decimal

    @property
    def total(self) -> Decimal:
        """The sum of what is marked so far."""
        return sum((line.mark for line in self.lines if line.mark is not None), Decimal(0))

    @property
    def unmarked(self) -> int:
        """How many criteria are not marked yet."""
        return sum(line.mark is None for line in self.lines)


def script_or_none(public_id: UUID) -> Script | None:
    """Return a script with everything the desk shows of it."""
    return (
        Script.objects.select_related(
            "attempt__sitting__form__exam", "attempt__candidate", "form_item__version__item"
        )
        .filter(public_id=public_id)
        .first()
    )


def desk(script: Script, *, examiner: User, language: str) -> Desk:
    """Return what the desk shows of a script, by one query more."""
    version = script.form_item.version
    mark = script.marks.filter(examiner=examiner).first()
    criteria = version.criteria(language)
    given = mark.points if mark else [None] * len(criteria)
    question = version.question(language)
    return Desk(
        script=script,
        stem=question.stem,
        max_words=question.max_words,
        lines=tuple(Line(one, points) for one, points in zip(criteria, given, strict=True)),
        mark=mark,
        highest=version.points,
    )
