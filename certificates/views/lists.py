"""The agency desk: a list of numbers in, an answer for every line out."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts import audit
from accounts.guards import AuthenticatedRequest, form_view, requires
from accounts.roles import may_verify_lists
from certificates.answers import as_json
from certificates.forms import ListForm
from certificates.look import LOOKS
from certificates.selectors.verification import Row, Verdict, verify_list


# A spreadsheet would run what begins with one of these (ASVS 5.0 V1.2.10).
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\0")


def quoted(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text


@form_view
@requires(may_verify_lists)
def list_check(request: AuthenticatedRequest) -> HttpResponse:
    """Take a list of numbers; answer as a page, or as CSV or JSON to take away."""
    if request.method != "POST":
        return render(request, "certificates/list_check.html", {"form": ListForm()})
    form = ListForm(request.POST)
    if not form.is_valid():
        return render(request, "certificates/list_check.html", {"form": form}, status=422)
    rows = verify_list(form.cleaned_data["so"], day=timezone.localdate())
    at = timezone.now()
    audit.record(
        actor=request.user,
        action="register.list_checked",
        subject=str(request.user.public_id),
        detail={"rows": len(rows)},
        at=at,
    )
    kind = request.POST.get("dang")
    if kind == "csv":
        return _csv(rows)
    if kind == "json":
        lines = [
            as_json(row.answer, checked_at=at) | {"name_differs": row.name_differs} for row in rows
        ]
        response = JsonResponse({"rows": lines}, json_dumps_params={"ensure_ascii": False})
        response["Content-Disposition"] = 'attachment; filename="tra-cuu.json"'
        return response
    return render(request, "certificates/list_result.html", _shown(rows, request.POST, at))


def _shown(rows: Sequence[Row], post: Mapping[str, str], at: datetime) -> dict[str, Any]:
    looks = [(row, LOOKS[row.answer.verdict]) for row in rows]
    counted = Counter(look.css for _row, look in looks)
    words = {look.css: look.short for look in reversed(LOOKS.values())} | {
        "none": LOOKS[Verdict.UNKNOWN].short
    }
    filters = [{"css": "", "label": _("All"), "count": len(rows)}] + [
        {"css": css, "label": words[css], "count": count} for css, count in counted.items()
    ]
    chosen = post.get("loc", "")
    return {
        "rows": [(row, look) for row, look in looks if chosen in {"", look.css}],
        "asked": post["so"],
        "valid": counted["ok"],
        "total": len(rows),
        "filters": filters,
        "chosen": chosen,
        "checked_at": at,
    }


def _csv(rows: Sequence[Row]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tra-cuu.csv"'
    response.write("\ufeff")  # spreadsheets read Vietnamese letters only with a byte order mark
    sheet = csv.writer(response)
    sheet.writerow(
        [
            _("Line of the list"),
            _("Number"),
            _("Status"),
            _("Name in the register"),
            _("Name given"),
            _("Title awarded"),
            _("Valid until"),
        ]
    )
    english = (translation.get_language() or "vi").startswith("en")
    for row in rows:
        certificate = row.answer.certificate
        name = f"name_{'en' if english else 'vi'}"
        cells = [
            str(row.line),
            row.answer.number,
            str(LOOKS[row.answer.verdict].short),
            certificate.holder_name if certificate else "",
            row.given_name,
            certificate.snapshot["scheme"][name] if certificate else "",
            date_format(certificate.valid_until, "SHORT_DATE_FORMAT") if certificate else "",
        ]
        sheet.writerow([quoted(cell) for cell in cells])
    return response
