from datetime import datetime, timedelta

from certificates.rules.arrangements import forgotten_before


def test_what_ended_so_long_ago_is_forgotten():
    now = datetime(2026, 5, 14)  # noqa: DTZ001 - any clock does
    assert forgotten_before(now, days=120) == now - timedelta(days=120)
