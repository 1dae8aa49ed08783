"""Items, papers, sittings, attempts, marks and results."""

from exams.models.bank import (
    Bloom,
    Difficulty,
    Item,
    ItemKind,
    ItemState,
    ItemVersion,
    Pool,
    by_language,
)
from exams.models.forms import Blueprint, Exam, Form, FormItem
from exams.models.marking import AutoScore, Mark, Script
from exams.models.results import Result, ResultNotice
from exams.models.sittings import Answer, AnswerEvent, Attempt, ClosedBy, Receipt, Sitting


__all__ = [
    "Answer",
    "AnswerEvent",
    "Attempt",
    "AutoScore",
    "Bloom",
    "Blueprint",
    "ClosedBy",
    "Difficulty",
    "Exam",
    "Form",
    "FormItem",
    "Item",
    "ItemKind",
    "ItemState",
    "ItemVersion",
    "Mark",
    "Pool",
    "Receipt",
    "Result",
    "ResultNotice",
    "Script",
    "Sitting",
    "by_language",
]
