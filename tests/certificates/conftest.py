"""One fixed day for every test, and an empty cache."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache


TODAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(autouse=True)
def fixed_day():
    """The day is 23 November 2026; nobody has asked the register anything yet."""
    cache.clear()
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller
