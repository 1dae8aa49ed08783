"""The own page: what waits for this person, in every role held."""

import re

import pytest

from accounts.roles import Role
from tests import cast


pytestmark = pytest.mark.django_db
EVERYBODYS = {"My learning", "My exams", "My certificates and applications", "My account"}
BESIDE = {
    Role.TRAINEE: set(),
    Role.AUTHOR: {"Item bank", "Page editor"},
    Role.EXAMINER: {"Scripts to mark"},
    Role.COUNCIL_MEMBER: {
        "Applications to decide",
        "Certification schemes",
        "Register and progress",
    },
    Role.CERTIFICATION_OFFICER: {
        "Results to release",
        "Applications to check",
        "Register and progress",
    },
    Role.AGENCY: {"Agency desk"},
    Role.WRITER: {"Page editor"},
    Role.EDITOR: {"Pages to review", "Page editor"},
    Role.PUBLISHER: {"Pages to review", "Page editor"},
    Role.PROGRAMME_OFFICER: {
        "Certification schemes",
        "Register and progress",
        "People and organisations",
    },
    Role.OPERATOR: {
        "Register and progress",
        "Page editor",
        "Audit trail",
        "People and organisations",
    },
    Role.AUDITOR: {"Audit trail"},
}


def _page(client, url="/en/cua-toi/"):
    return client.get(url).content.decode().replace("\u00a0", " ")


def _sections(page):
    return re.findall(
        r"<h2[^>]*>\s*(.*?)\s*</h2>", page.partition("<main")[2].partition("</main>")[0]
    )


@pytest.mark.parametrize("role", list(Role))
def test_each_role_finds_its_own_work_and_nobody_elses(client, sign_in, role):
    sign_in(cast.BY_ROLE[role]())
    sections = _sections(_page(client))
    assert len(sections) == len(set(sections))
    today = set() if role == Role.TRAINEE else {"Today"}
    assert set(sections) == EVERYBODYS | BESIDE[role] | today


def test_somebody_with_two_roles_finds_the_work_of_both(client, sign_in):
    sign_in(cast.person("Trần Quốc Đạt", Role.EXAMINER, Role.AGENCY))
    assert {"Scripts to mark", "Agency desk"} < set(_sections(_page(client)))


def test_the_page_greets_by_full_name_in_the_language_of_the_address(client, sign_in, trainee):
    sign_in(trainee)
    assert "Chào Nguyễn Thị Ngọc Ẩn" in _page(client, "/cua-toi/")
    assert "Hello, Nguyễn Thị Ngọc Ẩn" in _page(client)


def test_the_page_signs_out_by_a_button_and_shows_the_way_to_the_account(client, sign_in, trainee):
    sign_in(trainee)
    page = _page(client, "/cua-toi/")
    assert 'method="post" action="/accounts/logout/"' in page
    assert 'href="/cua-toi/ho-so/"' in page
    assert 'href="/bao-mat/"' in page


def test_a_stranger_signs_in_first_and_comes_back(client):
    response = client.get("/cua-toi/")
    assert (response.status_code, response["Location"]) == (
        302,
        "/accounts/login/?next=/cua-toi/",
    )
