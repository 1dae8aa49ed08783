"""The programme's progress, counted in the register and honest about what the decision says."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from accounts.guards import reads, requires
from accounts.roles import anyone, may_see_register
from certificates.rules.progress import PERIODS, Period, period_of
from certificates.selectors import progress as selectors
from certificates.selectors.recognised import recognition
from cms import charts
from cms.page_cache import shared_page


@shared_page
@reads
@requires(anyone)
def progress(request: HttpRequest) -> HttpResponse:
    """Show the two periods, each against its own target and never added up, with what is behind each number."""
    today = timezone.localdate()
    periods = selectors.periods(day=today)
    current = period_of(today) or PERIODS[-1]
    shown = next((p for p in PERIODS if p.code == request.GET.get("giai_doan")), current)
    now = next(each for each in periods if each.period == current)
    names = {each.target.code for each in periods} | {
        each.higher_target.code for each in periods if each.higher_target
    }
    context = {
        "periods": [(each, _links(each)) for each in periods],
        "charts": [(each, _chart(each)) for each in periods],
        "options": [_option(each.period, shown) for each in periods],
        "now": now,
        "shown": shown.code,
        "tables": _tables(shown.code),
        "others": [target for code, target in selectors.targets().items() if code not in names],
        "tallies": _tallies(periods),
        "as_of": today,
        "linked": may_see_register(request.user),
        "register": reverse("certificates:register"),
        "recognised": reverse("certificates:recognised"),
    }
    return render(request, "certificates/progress.html", context)


def _option(period: Period, shown: Period) -> dict[str, Any]:
    return {
        "label": period.code.replace("-", "–"),
        "url": f"?giai_doan={period.code}#bang",
        "count": None,
        "current": period == shown,
    }


def _tallies(periods: list[selectors.PeriodProgress]) -> list[dict[str, Any]]:
    found = recognition().tallies({each.period.code: each.count for each in periods})
    rows = []
    for code, (every, higher) in found.items():
        for tally, filter_name in ((every, "tinh_vao"), (higher, "tinh_bac_cao")):
            query = {filter_name: code}
            rows.append(
                {
                    "period": code,
                    "higher": tally is higher,
                    "tally": tally,
                    "query": urlencode(query),
                    "both": urlencode({**query, "ca_hai": "1"}),
                }
            )
    return rows


def _links(each: selectors.PeriodProgress) -> dict[str, str]:
    code = each.period.code
    return {
        "total": urlencode({"tinh_vao": code}),
        "higher": urlencode({"tinh_bac_cao": code}),
        "withdrawn": urlencode({"tinh_vao": code, "trang_thai": "withdrawn"}),
    }


def _chart(each: selectors.PeriodProgress) -> SafeString:
    national = [
        None if total is None or higher is None else total - higher
        for total, higher in zip(each.totals, each.highers, strict=True)
    ]
    return charts.render(
        {
            "kind": "progress",
            "years": [str(year) for year in each.period.years],
            "national": national,
            "higher": each.highers,
            "plan": None,
        },
        title=_("Experts certified in the period %(period)s, running total")
        % {"period": each.period.code},
        description=_(
            "By the end of each year: national level, and regional or international level within the total."
        ),
        caption="",
        language=get_language() or "vi",
    )


def _tables(period: str) -> list[dict[str, Any]]:
    parts: Sequence[tuple[str, str, Sequence[selectors.Line]]] = (
        (_("By level"), _("Recognition level"), selectors.by_level(period)),
        (_("By field"), _("Expert field"), selectors.by_field(period)),
        (
            _("By kind of organisation"),
            _("Kind of organisation"),
            selectors.by_organisation_kind(period),
        ),
        (_("By province, city"), _("Province, city"), selectors.by_province(period)),
    )
    return [
        {
            "title": title,
            "head": head,
            "rows": [
                {
                    "label": line.label,
                    "count": line.count,
                    "query": urlencode(line.query),
                    "higher_query": urlencode({**line.query, "bac_cao": "1"}),
                }
                for line in lines
            ],
            "is_level": position == 0,
        }
        for position, (title, head, lines) in enumerate(parts)
    ]
