"""Who may, and who may not: each policy that looks at a record."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.roles import Role
from certificates.policies import may_download, may_open_dossier
from tests import cast
from tests.certificates import factories


pytestmark = pytest.mark.django_db
STAFF = {Role.CERTIFICATION_OFFICER, Role.COUNCIL_MEMBER}


@pytest.mark.parametrize("role", list(Role))
def test_applications_that_are_handed_in_are_open_to_officers_and_council(role):
    dossier = factories.submitted(cast.person("Lê Văn Tám"))
    assert may_open_dossier(cast.BY_ROLE[role](), dossier) is (role in STAFF)


@pytest.mark.parametrize("role", list(Role))
def test_drafts_are_open_to_their_applicant_only(role):
    person = cast.BY_ROLE[role]()
    assert may_open_dossier(person, factories.draft(person))
    assert not may_open_dossier(person, factories.draft(cast.person("Lê Văn Tám")))


@pytest.mark.parametrize("role", list(Role))
def test_documents_are_open_to_holder_and_register_staff(role):
    certificate = factories.certificate(cast.person("Lê Văn Tám"))
    allowed = STAFF | {Role.PROGRAMME_OFFICER, Role.OPERATOR}
    assert may_download(cast.BY_ROLE[role](), certificate) is (role in allowed)
    assert may_download(certificate.holder, certificate)


def test_strangers_open_nothing():
    certificate = factories.certificate()
    assert not may_download(AnonymousUser(), certificate)
    assert not may_open_dossier(AnonymousUser(), certificate.dossier)
