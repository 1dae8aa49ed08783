"""The schemes and targets that every installation has."""

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.urls import reverse

from certificates import reference
from certificates.models import ExpertField, Scheme, SchemeVersion, Target
from certificates.rules.requirements import Kind


pytestmark = pytest.mark.django_db


def test_loading_again_changes_nothing():
    before = [model.objects.count() for model in (Scheme, SchemeVersion, Target, ExpertField)]
    reference.load_schemes(apps)
    reference.load_targets(apps)
    after = [model.objects.count() for model in (Scheme, SchemeVersion, Target, ExpertField)]
    assert before == after == [3, 3, 8, 5]


def test_each_level_asks_for_the_one_below_and_for_more():
    needs = {
        version.level: {need.kind: need for need in version.needs()}
        for version in SchemeVersion.objects.current()
    }
    assert list(needs) == ["national", "regional", "international"]
    hours = [needs[level][Kind.TRAINING_HOURS].minimum for level in needs]
    assert hours == sorted(set(hours))
    assert needs["regional"][Kind.CERTIFICATE].reference == "NSCL-QG"
    assert needs["international"][Kind.CERTIFICATE].reference == "NSCL-KV"


def test_every_text_is_in_both_languages_and_composed():
    import unicodedata

    for version in SchemeVersion.objects.all():
        for name in ("name", "scope", "code_of_conduct", "proposed"):
            for language in ("vi", "en"):
                text = getattr(version, f"{name}_{language}")
                assert text
                assert unicodedata.is_normalized("NFC", text)
        assert len(version.code_of_conduct_vi.splitlines()) == len(
            version.code_of_conduct_en.splitlines()
        )
        assert "đề xuất" in version.proposed_vi
        assert version.scheme.code in str(version.scheme)


def test_a_scheme_says_what_keeps_and_renews_its_certificate(client):
    for version in SchemeVersion.objects.current():
        rules = (
            version.surveillance_months,
            version.cpd_hours_per_year,
            version.renewal_cpd_hours,
            version.renewal_projects,
        )
        assert rules == (12, 16, 48, 1)
        page = client.get(reverse("certificates:scheme", args=[version.scheme.code]))
        section = page.content.decode().split('id="keeping"')[1].split("</section>")[0]
        assert all(str(number) in section for number in rules)


def test_the_rules_of_a_published_version_are_frozen_too():
    with pytest.raises(IntegrityError, match="scheme_version_is_published"), transaction.atomic():
        SchemeVersion.objects.update(renewal_cpd_hours=1)
