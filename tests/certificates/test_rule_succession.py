"""When a certificate is renewed or corrected, by dates alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from certificates.rules.succession import (
    GRACE,
    OPENS_BEFORE,
    Printed,
    Season,
    differences,
    is_possible,
    renewed,
    season_on,
)


END = date(2026, 12, 31)
SAYS = Printed("Lê Văn A", "lean", "Chuyên gia", "Expert", date(2024, 1, 2), END)
DAYS = st.dates(date(2021, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (END - OPENS_BEFORE - timedelta(days=1), Season.EARLY),
        (END - OPENS_BEFORE, Season.DUE),
        (END, Season.DUE),
        (END + timedelta(days=1), Season.GRACE),
        (END + GRACE, Season.GRACE),
        (END + GRACE + timedelta(days=1), Season.OVER),
    ],
)
def test_a_renewal_has_its_season(day, season):
    assert season_on(day, ends_on=END) == season


@given(DAYS, DAYS, st.integers(1, 60))
def test_a_renewed_cycle_follows_without_gap_and_holds_nothing_back_in_time(
    ended, decided, months
):
    cycle = renewed(ended, decided_on=decided, months=months)
    assert cycle.begins_on == ended + timedelta(days=1)
    assert cycle.holds_from == max(cycle.begins_on, decided)
    later = renewed(ended, decided_on=decided + timedelta(days=9), months=months)
    assert later.ends_on == cycle.ends_on


def test_a_correction_names_what_it_changes():
    assert differences(SAYS, SAYS) == []
    other = Printed("Lê Văn Á", "lean", "Chuyên gia", "Expert", SAYS.awarded_on, date(2026, 12, 1))
    assert differences(SAYS, other) == ["name", "valid_until"]


@pytest.mark.parametrize(
    ("awarded", "until", "possible"),
    [
        (SAYS.awarded_on, END, True),
        (date(2024, 2, 2), date(2027, 2, 2), True),
        (date(2024, 2, 2), date(2027, 2, 3), False),
        (date(2026, 6, 2), END, False),
        (SAYS.awarded_on, date(2026, 5, 31), False),
    ],
    ids=["as it is", "as long as granted", "a day longer", "awarded tomorrow", "ended already"],
)
def test_corrected_dates_must_be_possible(awarded, until, possible):
    wanted = Printed("A", "lean", "b", "c", awarded, until)
    assert is_possible(SAYS, wanted, months=36, on=date(2026, 6, 1)) is possible
