"""How long a certificate holds."""

import calendar
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def valid_until(issued_on: date, *, months: int) -> date:
    """Return the last day on which a certificate holds: the day before its anniversary."""
    return add_months(issued_on, months) - timedelta(days=1)
