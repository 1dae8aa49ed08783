from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from certificates import api
from certificates.models import Evidence, EvidenceActor, SchemeVersion
from tests.certificates import factories


pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def record(person, key="course:1", **changes):
    facts = {
        "kind": "training_hours",
        "reference": "C02",
        "value": Decimal(10),
        "title_vi": "5S và Kaizen",
        "title_en": "5S and Kaizen",
        "obtained_on": DAY,
    }
    api.record_evidence(person=person, source_key=key, **facts | changes)


def test_a_source_is_recorded_once(trainee, author):
    for _ in range(2):
        record(trainee, trained_by=[author, author])
    assert Evidence.objects.get().value == 10
    assert [actor.person for actor in EvidenceActor.objects.all()] == [author]


def test_who_taught_and_who_examined_are_kept_apart(trainee, author, examiner):
    record(trainee, trained_by=[author], examined_by=[examiner])
    assert set(EvidenceActor.objects.values_list("person", "part")) == {
        (author.pk, "trained"),
        (examiner.pk, "examined"),
    }


@pytest.mark.parametrize("kind", ["rumour", "certificate"])
def test_only_kinds_that_other_apps_witness_are_taken(trainee, kind):
    with pytest.raises(ValueError, match=r"\w"):
        record(trainee, kind=kind)


@pytest.mark.parametrize(
    ("on", "taught"),
    [
        (DAY - timedelta(days=1), False),
        (DAY, True),
        (date(2028, 3, 1), True),
        (date(2028, 3, 2), False),
    ],
)
def test_teaching_counts_for_the_24_months_after_it(trainee, author, on, taught):
    record(trainee, trained_by=[author])
    assert api.has_taught(teacher=author, learner=trainee, on=on) is taught


def test_examining_is_not_teaching(trainee, examiner):
    record(trainee, examined_by=[examiner])
    assert not api.has_taught(teacher=examiner, learner=trainee, on=DAY)


def test_schemes_name_the_exam_and_each_other():
    assert api.references("exam") == {"EX-NSCL-1"}
    assert api.references("certificate") == {"NSCL-QG", "NSCL-KV"}
    assert api.references("training_hours") == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda row: Evidence.objects.filter(pk=row.pk).update(value=99),
        lambda row: Evidence.objects.filter(pk=row.pk)._raw_delete("default"),
        lambda _row: EvidenceActor.objects.update(part="examined"),
    ],
)
def test_evidence_is_never_changed_or_removed(trainee, author, change):
    record(trainee, trained_by=[author])
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(Evidence.objects.get())


def test_a_published_scheme_version_is_frozen():
    version = factories.version()
    with pytest.raises(IntegrityError, match="scheme_version_is_published"), transaction.atomic():
        SchemeVersion.objects.filter(pk=version.pk).update(validity_months=99)
    with pytest.raises(IntegrityError, match="scheme_version_was_published"), transaction.atomic():
        SchemeVersion.objects.filter(pk=version.pk)._raw_delete("default")


def test_names_and_titles_follow_the_language(trainee):
    from django.utils.translation import override

    record(trainee)
    evidence = Evidence.objects.get()
    with override("en"):
        assert (evidence.title, factories.version().name) == (
            "5S and Kaizen",
            "Productivity and Quality Expert, national level",
        )
    with override("vi"):
        assert evidence.title == "5S và Kaizen"
        assert "Nguyễn Thị Ngọc Ẩn" in str(evidence)
