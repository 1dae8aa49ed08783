"""Changes in learning."""

from courses.services.history import complete_course, learn
from courses.services.learning import (
    NotInCourse,
    Outcome,
    announce_completion,
    answer_check,
    enrol,
    leave,
    mark_read,
)


__all__ = [
    "NotInCourse",
    "Outcome",
    "announce_completion",
    "answer_check",
    "complete_course",
    "enrol",
    "learn",
    "leave",
    "mark_read",
]
