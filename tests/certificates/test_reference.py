"""The schemes and targets that every installation has."""

import pytest
from django.apps import apps

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
