"""The programme's progress, as data."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from certificates.models import Target
from certificates.rest.shapes import TOO_MANY, Fault
from certificates.rules.progress import Tally
from certificates.selectors.progress import PeriodProgress, periods
from certificates.selectors.recognised import recognition
from certificates.throttle import is_over


router = Router(tags=["register"])


class TargetFacts(Schema):
    qualifier: str
    low: float
    high: float
    wording_vi: str
    wording_en: str


class TallyFacts(Schema):
    """People by the register, by recognised certificates of other bodies, by both; `together` counts nobody twice."""

    register_alone: int
    recognised: int
    both: int
    together: int


class PeriodFacts(Schema):
    """One period by itself: the decision does not add the periods up."""

    period: str
    target: TargetFacts
    certified: int
    higher_target: TargetFacts | None
    certified_higher: int
    by_year: dict[str, int | None]
    with_recognised: TallyFacts
    with_recognised_higher: TallyFacts


class ProgressAnswer(Schema):
    on: date
    illustrative: bool
    periods: list[PeriodFacts]


@router.get(
    "/progress", response={200: ProgressAnswer, 429: Fault}, summary="Progress to the targets"
)
def progress(request: HttpRequest) -> Status[Any]:
    """Return how many experts were certified in each period of the programme, beside its target."""
    if is_over(request):
        return Status(429, TOO_MANY)
    today = timezone.localdate()
    found = periods(day=today)
    tallies = recognition().tallies({each.period.code: each.count for each in found})
    facts = {
        "on": today,
        "illustrative": settings.DEMO,
        "periods": [_period(each, tallies[each.period.code]) for each in found],
    }
    return Status(200, facts)


def _target(target: Target) -> dict[str, Any]:
    names = ("qualifier", "low", "high", "wording_vi", "wording_en")
    return {name: getattr(target, name) for name in names}


def _tally(tally: Tally) -> dict[str, int]:
    return {
        "register_alone": tally.register,
        "recognised": tally.recognised,
        "both": tally.both,
        "together": tally.together,
    }


def _period(each: PeriodProgress, tallies: tuple[Tally, Tally]) -> dict[str, Any]:
    return {
        "period": each.period.code,
        "target": _target(each.target),
        "certified": each.count.total,
        "higher_target": _target(each.higher_target) if each.higher_target else None,
        "certified_higher": each.count.higher,
        "with_recognised": _tally(tallies[0]),
        "with_recognised_higher": _tally(tallies[1]),
        "by_year": {
            str(year): total for year, total in zip(each.period.years, each.totals, strict=True)
        },
    }
