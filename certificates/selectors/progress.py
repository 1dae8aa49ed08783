"""The programme's numbers, counted in the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import OrganisationKind, Province
from certificates.models import (
    Certificate,
    CertificateStatus,
    ExpertField,
    RecognitionLevel,
    Target,
)
from certificates.rules.progress import PERIODS, Period, cumulative


@dataclass(frozen=True)
class Headcount:
    """How many people, and how many of them at the higher levels."""

    total: int
    higher: int

    @property
    def national(self) -> int:
        """Those who reached national level only."""
        return self.total - self.higher


@dataclass(frozen=True)
class Line:
    """One line of a breakdown, with the filter that shows its entries."""

    label: Any
    count: Headcount
    query: Mapping[str, str]


@dataclass(frozen=True)
class PeriodProgress:
    period: Period
    target: Target
    higher_target: Target | None
    count: Headcount
    withdrawn: int
    totals: list[int | None]
    highers: list[int | None]

    @property
    def percent(self) -> float:
        """The share of the target, in per cent with one decimal."""
        return round(100 * self.count.total / float(self.target.low), 1)


def _higher_reached(period: str) -> Exists:
    return Exists(Certificate.objects.filter(holder=OuterRef("holder"), counted_higher_in=period))


def counts() -> dict[str, Headcount]:
    """Return the count of every period in one query; periods without anybody count zero."""
    asked: dict[str, Any] = {}
    for period in PERIODS:
        key = period.code.replace("-", "_")
        asked[f"total_{key}"] = Count("pk", filter=Q(counted_in=period.code))
        asked[f"higher_{key}"] = Count("pk", filter=Q(counted_higher_in=period.code))
    found = Certificate.objects.aggregate(**asked)
    keys = {period.code: period.code.replace("-", "_") for period in PERIODS}
    return {
        code: Headcount(found[f"total_{key}"], found[f"higher_{key}"])
        for code, key in keys.items()
    }


def targets() -> dict[str, Target]:
    """Return the programme's targets by code, in their order."""
    return {target.code: target for target in Target.objects.select_related("parent")}


def periods(*, day: date) -> list[PeriodProgress]:
    """Return the two periods, each by itself: the decision never adds them up."""
    wanted, counted = targets(), counts()
    return [
        PeriodProgress(
            period=period,
            target=wanted[f"experts-{period.code}"],
            higher_target=wanted.get(f"experts-higher-{period.code}"),
            count=counted[period.code],
            withdrawn=Certificate.objects.counted(period.code)
            .in_status(CertificateStatus.WITHDRAWN, day=day)
            .count(),
            totals=_running(period, "counted_in", day=day),
            highers=_running(period, "counted_higher_in", day=day),
        )
        for period in PERIODS
    ]


def _running(period: Period, column: str, *, day: date) -> list[int | None]:
    by_year = (
        Certificate.objects.filter(**{column: period.code})
        .order_by()
        .values_list("issued_on__year")
        .annotate(Count("pk"))
    )
    return cumulative(dict(by_year), period.years, until=day.year)


def _grouped(period: str, column: str) -> dict[Any, Headcount]:
    rows = (
        Certificate.objects.counted(period)
        .order_by()
        .annotate(reached=_higher_reached(period))
        .values_list(column)
        .annotate(total=Count("pk"), higher=Count("pk", filter=Q(reached=True)))
    )
    return {key: Headcount(total, higher) for key, total, higher in rows}


def by_field(period: str) -> list[Line]:
    """Return the period's count by field, every field in its order."""
    found = _grouped(period, "field")
    return [
        Line(
            field.name,
            found.get(field.pk, Headcount(0, 0)),
            {"tinh_vao": period, "linh_vuc": field.code},
        )
        for field in ExpertField.objects.all()
    ]


def by_organisation_kind(period: str) -> list[Line]:
    """Return the period's count by kind of organisation; people without one are given separately, without a filter."""
    found = _grouped(period, "organisation_kind")
    lines = [
        Line(
            kind.label,
            found.get(kind.value, Headcount(0, 0)),
            {"tinh_vao": period, "loai": kind.value},
        )
        for kind in OrganisationKind
    ]
    if "" in found:
        lines.append(Line("", found[""], {"tinh_vao": period, "loai": "-"}))
    return lines


def by_province(period: str) -> list[Line]:
    """Return the period's count by province, only provinces with somebody, in Vietnamese order."""
    found = _grouped(period, "province")
    lines = [
        Line(province, found[province.pk], {"tinh_vao": period, "tinh": province.code})
        for province in Province.objects.filter(pk__in=[key for key in found if key])
    ]
    if None in found:
        lines.append(Line("", found[None], {"tinh_vao": period, "tinh": "-"}))
    return lines


def by_level(period: str) -> list[Line]:
    """Return the period's count by the level at which people count: national only, regional, international."""
    counted = counts()[period]
    higher = dict(
        Certificate.objects.filter(counted_higher_in=period)
        .order_by()
        .values_list("level")
        .annotate(Count("pk"))
    )
    lines = [
        Line(
            RecognitionLevel.NATIONAL.label,
            Headcount(counted.national, 0),
            {"tinh_vao": period, "bac_cao": "0"},
        )
    ]
    for level in (RecognitionLevel.REGIONAL, RecognitionLevel.INTERNATIONAL):
        number = higher.get(level.value, 0)
        query = {"tinh_bac_cao": period, "cap": level.value}
        lines.append(Line(level.label, Headcount(number, number), query))
    return lines
