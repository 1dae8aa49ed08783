"""When a holder is reminded that a certificate ends."""

from datetime import date, timedelta


STAGES = (180, 90, 30, 7)  # days before the last day, the earliest first
AWAKE = range(8, 20)  # nobody is woken by a letter that can wait


def stage_on(day: date, *, valid_until: date) -> int | None:
    """
    Return the one reminder that is due on a day, None while it is early or once the certificate has ended.

    It is the nearest stage passed: whoever missed the earlier ones is not written to four times.
    """
    left = (valid_until - day).days
    if left < 0:
        return None
    return min((stage for stage in STAGES if stage >= left), default=None)


def last_days(stage: int, *, day: date) -> tuple[date, date]:
    """Return the first and last day of validity for which that reminder is due on a day."""
    nearer = max((each for each in STAGES if each < stage), default=-1)
    return day + timedelta(days=nearer + 1), day + timedelta(days=stage)
