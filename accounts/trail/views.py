"""The audit trail for auditors and operators."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.guards import AuthenticatedRequest, reads, requires, writes
from accounts.roles import may_read_audit
from accounts.trail import selectors, services
from accounts.trail.forms import TrailForm


COLUMNS = ("at", "actor", "actor_name", "action", "action_name", "subject", "detail", "hash")
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


@reads
@requires(may_read_audit)
def trail(request: HttpRequest) -> HttpResponse:
    """Show the entries that fit, newest first, and when the chain was last verified."""
    form = TrailForm(request.GET, actions=selectors.actions())
    asked = form.asked()
    page = selectors.leaf(
        asked, older_than=request.GET.get("truoc", ""), newer_than=request.GET.get("sau", "")
    )
    kept = form.said()
    context = {
        "form": form,
        "page": page,
        "narrowed": bool(kept),
        "kept": kept,
        "older": "?" + urlencode({**kept, "truoc": page.older}) if page.older else "",
        "newer": "?" + urlencode({**kept, "sau": page.newer}) if page.newer else "",
        "check": selectors.last_check(),
    }
    return render(request, "accounts/trail.html", context)


@writes("POST")
@requires(may_read_audit)
def check(request: AuthenticatedRequest) -> HttpResponse:
    """Ask for the chain to be verified, and go back to the trail."""
    services.ask_for_check(by=request.user, at=timezone.now())
    return redirect("accounts:trail")


@writes("POST")
@requires(may_read_audit)
def export(request: AuthenticatedRequest) -> Any:
    """Return the entries that fit as CSV or JSON; that a copy was taken is itself recorded."""
    form = TrailForm(request.POST, actions=selectors.actions())
    asked = form.asked()
    kind = "json" if request.POST.get("dang") == "json" else "csv"
    services.record_export(by=request.user, kind=kind, asked=form.said())
    rows = selectors.rows(asked)
    pieces, content_type = (
        (_json(rows), "application/json") if kind == "json" else (_csv(rows), "text/csv")
    )
    response = StreamingHttpResponse(pieces, content_type=f"{content_type}; charset=utf-8")
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="nhat-ky-{day}.{kind}"'
    return response


def _csv(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield a table that spreadsheets open with its accents (by the mark at the start) and run no formula of."""
    line = io.StringIO()
    writer = csv.writer(line)
    yield "\ufeff"
    for cells in _table(rows):
        writer.writerow(cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _table(rows: Iterator[dict[str, Any]]) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for row in rows:
        texts = {**row, "detail": json.dumps(row["detail"], ensure_ascii=False, sort_keys=True)}
        yield [_plain(str(texts[name])) for name in COLUMNS]


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text


def _json(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield ("," if number else "") + json.dumps(row, ensure_ascii=False)
    yield "]"
