"""What a candidate sees of the own attempt."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from exams.models import Answer, Attempt, FormItem
from exams.rules.blueprints import Part
from exams.rules.questions import Question, Response, is_answered


@dataclass(frozen=True)
class Slot:
    """One question of the paper with what stands as its answer."""

    position: int
    part: Part
    question: Question
    response: Response
    flagged: bool

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with."""
        return f"cau-{self.position}"

    @property
    def grammatical_number(self) -> int:
        """How many points, as far as grammar cares: one or several (points may be fractions)."""
        return 1 if self.question.points == 1 else 2

    @property
    def is_answered(self) -> bool:
        """Whether nothing of the answer is missing."""
        return is_answered(self.question, self.response)

    @property
    def is_begun(self) -> bool:
        """Whether something, but not everything, is answered."""
        return self.response is not None and not self.is_answered


@dataclass(frozen=True)
class Room:
    """The paper of an attempt with all answers as they stand."""

    attempt: Attempt
    slots: tuple[Slot, ...]
    saved_at: datetime | None

    @cached_property
    def answered(self) -> int:
        """How many questions are answered."""
        return sum(slot.is_answered for slot in self.slots)

    @property
    def unanswered(self) -> int:
        """How many are not."""
        return len(self.slots) - self.answered

    @cached_property
    def flagged(self) -> int:
        """How many are marked for another look."""
        return sum(slot.flagged for slot in self.slots)

    def at(self, position: int) -> Slot | None:
        """Return the question at that place, None where there is none."""
        return next((slot for slot in self.slots if slot.position == position), None)


def room(attempt: Attempt, *, language: str) -> Room:
    """Return the paper in that language, by two queries. Nothing in it tells a key."""
    answers = {answer.form_item_id: answer for answer in Answer.objects.filter(attempt=attempt)}
    items = FormItem.objects.filter(form=attempt.sitting.form_id).select_related("version__item")
    slots = []
    for item in items:
        answer = answers.get(item.pk)
        slots.append(
            Slot(
                position=item.position,
                part=item.part,
                question=item.version.question(language, code=f"cau-{item.position}"),
                response=answer.response if answer else None,
                flagged=bool(answer and answer.flagged),
            )
        )
    saved_at = max((answer.saved_at for answer in answers.values()), default=None)
    return Room(attempt=attempt, slots=tuple(slots), saved_at=saved_at)
