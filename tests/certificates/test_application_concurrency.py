"""What only PostgreSQL can show: two officers at one application or request, one file sent twice in the same second."""

import pytest

from certificates.documents.uploads import checked
from certificates.models import Arrangement, ArrangementKind, Dossier, EvidenceFile, FileAbout
from certificates.problems import Problem
from certificates.rules.dossiers import Act
from certificates.services.arrangements import ask_arrangement, decide_arrangement
from certificates.services.dossiers import check
from certificates.services.files import Brought, add_to_dossier
from tests import cast
from tests.certificates import brought, factories
from tests.certificates.factories import NOON
from tests.certificates.test_concurrency import at_once


pytestmark = pytest.mark.postgres


def refused(outcomes):
    return sum(isinstance(each, Problem) for each in outcomes)


def test_two_officers_check_one_application_and_one_finding_counts(committed):
    dossier = factories.submitted()
    officers = [cast.certification_officer() for _ in range(2)]
    jobs = [
        lambda: check(dossier=dossier, act=Act.ASK_FOR_MORE, by=officers[0], at=NOON, note="Thêm"),
        lambda: check(dossier=dossier, act=Act.FIND_ELIGIBLE, by=officers[1], at=NOON),
    ]
    assert refused(at_once(jobs)) == 1
    found = Dossier.objects.get(pk=dossier.pk)
    assert (found.state, found.checked_by) in (
        ("needs_more", officers[0]),
        ("eligible", officers[1]),
    )


def test_two_officers_decide_one_request_once(committed):
    request = ask_arrangement(
        person=cast.trainee(), kind=ArrangementKind.EXTRA_TIME, reason="Đọc chậm", at=NOON
    )
    officers = [cast.certification_officer() for _ in range(2)]
    jobs = [
        lambda grant=grant, officer=officer: decide_arrangement(
            arrangement=request, grant=grant, extra_percent=25, answer="Lý do", by=officer, at=NOON
        )
        for grant, officer in zip((True, False), officers, strict=True)
    ]
    assert refused(at_once(jobs)) == 1
    found = Arrangement.objects.get(pk=request.pk)
    assert (found.state, found.extra_percent) in (("granted", 25), ("declined", 0))


def test_the_same_request_twice_at_once_is_one(committed):
    person = cast.trainee()
    job = lambda: ask_arrangement(  # noqa: E731 - the same job several times
        person=person, kind=ArrangementKind.BREAKS, reason="Sức khỏe", at=NOON
    )
    assert refused(at_once([job] * 3)) == 2
    assert Arrangement.objects.filter(person=person).count() == 1


def test_the_same_file_twice_at_once_is_there_once(committed):
    dossier = factories.draft()
    file = Brought("a.pdf", checked(brought.pdf()))
    job = lambda: add_to_dossier(  # noqa: E731 - the same job several times
        dossier=dossier, by=dossier.applicant, brought=file, about=FileAbout.OTHER, at=NOON
    )
    at_once([job] * 4)
    assert EvidenceFile.objects.filter(dossier=dossier).count() == 1
