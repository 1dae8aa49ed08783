"""Released results as the candidate reads them."""

from dataclasses import dataclass
from decimal import Decimal

from exams.models import Attempt, FormItem, ItemKind, Mark
from exams.rules.marking import Criterion


@dataclass(frozen=True)
class EssayReport:
    """One essay with its marks against the rubric; `points` is None when nothing was written."""

    position: int
    stem: str
    highest: Decimal
    points: Decimal | None
    rows: tuple[tuple[Criterion, Decimal | None], ...]
    comments: tuple[str, ...]


def essay_reports(attempt: Attempt, *, language: str) -> list[EssayReport]:
    """Return the essays of an attempt with their submitted marks, by two queries; for released results only."""
    essays = FormItem.objects.filter(
        form=attempt.sitting.form_id, version__item__kind=ItemKind.ESSAY
    ).select_related("version__item")
    marks = Mark.objects.filter(script__attempt=attempt).exclude(submitted_at=None)
    by_item = {mark.script.form_item_id: mark for mark in marks.select_related("script")}
    reports = []
    for item in essays:
        mark = by_item.get(item.pk)
        criteria = item.version.criteria(language)
        given = mark.points if mark else [None] * len(criteria)
        reports.append(
            EssayReport(
                position=item.position,
                stem=item.version.question(language).stem,
                highest=item.points,
                points=mark.total if mark else None,
                rows=tuple(zip(criteria, given, strict=True)),
                comments=(mark.comment,) if mark and mark.comment else (),
            )
        )
    return reports
