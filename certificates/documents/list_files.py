"""A checked list to take away: the same lines as CSV for spreadsheets and as JSON for programs."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _

from certificates.answers import public_facts
from certificates.look import look_of
from certificates.models import ListAnswer, ListCheck, NameMatch


# A spreadsheet would run what begins with one of these (ASVS 5.0 V1.2.10).
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\0")


def quoted(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text


def heads() -> list[str]:
    """Return the heads of the columns, in the active language."""
    return [
        _("Line of the list"),
        _("Number"),
        _("Status"),
        _("Name in the register"),
        _("Name given"),
        _("Names"),
        _("Repeats line"),
        _("Title awarded"),
        _("Valid until"),
        _("Status on the day"),
    ]


def as_csv(check: ListCheck, rows: Iterable[ListAnswer]) -> bytes:
    """Return the answers as a table of text, with the mark by which spreadsheets know Vietnamese letters."""
    written = io.StringIO(newline="")
    sheet = csv.writer(written)
    sheet.writerow(heads())
    day = date_format(check.day, "SHORT_DATE_FORMAT")
    for row in rows:
        sheet.writerow([quoted(cell) for cell in [*_cells(row), day]])
    return written.getvalue().encode("utf-8-sig")


def _cells(row: ListAnswer) -> list[str]:
    certificate = row.certificate
    title = f"name_{'en' if (get_language() or 'vi').startswith('en') else 'vi'}"
    return [
        str(row.line),
        certificate.grouped_number if certificate else row.number,
        str(look_of(row.verdict).short),
        certificate.holder_name if certificate else "",
        row.name,
        row.get_name_match_display() if row.name_match != NameMatch.NOT_ASKED else "",
        str(row.first_line or ""),
        certificate.snapshot["scheme"][title] if certificate else "",
        date_format(certificate.valid_until, "SHORT_DATE_FORMAT") if certificate else "",
    ]


def as_json(check: ListCheck, rows: Iterable[ListAnswer]) -> bytes:
    """Return the answers with what each certificate shows, and when and for which day the register was asked."""
    facts = {
        "id": str(check.public_id),
        "on": check.day.isoformat(),
        "checked_at": timezone.localtime(check.at).isoformat(timespec="seconds"),
        "rows": [facts_of(row) for row in rows],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def facts_of(row: ListAnswer) -> dict[str, Any]:
    """Return one answer as data."""
    return {
        "line": row.line,
        "number": row.number,
        "status": row.verdict,
        "name_given": row.name,
        "names": row.name_match,
        "repeats_line": row.first_line,
        "certificate": public_facts(row.certificate) if row.certificate else None,
    }
