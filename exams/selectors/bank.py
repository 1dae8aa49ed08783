"""The item bank as authors see it."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, QuerySet

from exams.models import FormItem, Item, ItemVersion
from exams.rules.marking import Criterion
from exams.rules.questions import Question, text_in
from exams.rules.scoring import solution


def items(*, course: str = "", kind: str = "", pool: str = "") -> QuerySet[Item]:
    """Return the items that fit the filters (an empty one fits all), with versions and uses counted."""
    wanted = {"course_code": course, "kind": kind, "pool": pool}
    found = Item.objects.filter(**{name: value for name, value in wanted.items() if value})
    return found.annotate(
        newest=Max("versions__number"), papers=Count("versions__uses__form", distinct=True)
    ).order_by("code")


def course_codes() -> list[str]:
    """Return the courses that items belong to."""
    return list(
        Item.objects.order_by("course_code").values_list("course_code", flat=True).distinct()
    )


@dataclass(frozen=True)
class Preview:
    """An item in one language, with key and reason: for authors only."""

    language: str
    question: Question
    solution: str
    rationale: str
    criteria: tuple[Criterion, ...]
    tolerance: Decimal


def previews(version: ItemVersion) -> list[Preview]:
    """Return the version in both languages."""
    key = version.answer_key()
    shown = []
    for language in ("vi", "en"):
        question = version.question(language, code=version.item.code)
        shown.append(
            Preview(
                language=language,
                question=question,
                solution=solution(question, key),
                rationale=text_in(version.rationale, language),
                criteria=version.criteria(language),
                tolerance=key.tolerance,
            )
        )
    return shown


def uses(item: Item) -> QuerySet[FormItem]:
    """Return where an item stands in papers."""
    return (
        FormItem.objects.filter(version__item=item)
        .select_related("form__exam", "version")
        .order_by("form__code", "position")
    )
