"""What only PostgreSQL can show: a holder clicks twice, and a certificate comes while consent is taken back."""

import pytest
from django.utils import timezone

from certificates.models import Listing, VisibilityChoice
from certificates.rules.visibility import CONSENT_VERSION, Purpose
from certificates.selectors.experts import Wanted, entries_of, experts
from certificates.services.visibility import choose_visibility
from tests import cast
from tests.certificates import factories
from tests.certificates.test_concurrency import at_once


pytestmark = pytest.mark.postgres


def choose(holder, *wanted):
    return choose_visibility(
        holder=holder, wanted=frozenset(wanted), version=CONSENT_VERSION, at=timezone.now()
    )


def test_two_clicks_at_once_leave_one_word(committed):
    person = cast.person("Trần Văn Bình")
    factories.past(person, (2025, 3, 5))
    at_once([lambda: choose(person, Purpose.LISTED)] * 4)
    assert VisibilityChoice.objects.count() == 1
    assert Listing.objects.count() == 1


def test_consent_taken_back_while_a_certificate_is_entered_shows_nobody(committed):
    person, by = cast.person("Trần Văn Bình"), factories.officials()
    factories.past(person, (2025, 3, 5), by=by)
    choose(person, Purpose.LISTED)
    at_once([lambda: choose(person), lambda: factories.past(person, (2026, 4, 1), by=by)])
    day = timezone.localdate()
    found = experts(Wanted(name="binh"), day=day, most=50)
    assert entries_of(found.keys, day=day) == []
