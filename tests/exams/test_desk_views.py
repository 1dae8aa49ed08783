"""The desks of examiners, certification officers and authors."""

import pytest
from django.utils.timezone import localdate

from accounts.roles import Role
from certificates import api as certificates
from exams.models import Mark, Result, Script
from exams.selectors import bank as bank_selectors
from tests import cast
from tests.exams.factories import (
    AFTER,
    address,
    finished_attempt,
    marked_attempt,
    open_sitting,
    script_to_mark,
)


@pytest.fixture
def later(time_machine):
    time_machine.move_to(AFTER)


@pytest.fixture
def script(sitting, trainee, later):
    attempt = finished_attempt(sitting, trainee)
    return Script.objects.get(attempt=attempt, form_item__position=25)


def _url(name, thing):
    return address(f"exams:{name}", kwargs={"public_id": thing.public_id})


MARKS = {"mark-1": "2", "half-1": "1", "mark-2": "4", "mark-3": "0", "mark-4": "1"}


def _identity(person):
    return [person.full_name, person.email, str(person.public_id), person.get_short_name() + "<"]


def test_no_desk_page_tells_who_the_candidate_is(client, script, sitting, examiner, sign_in):
    sign_in(examiner)
    client.post(_url("script", script), {**MARKS, "act": "draft"})
    pages = [address("exams:marking"), _url("marking_sitting", sitting), _url("script", script)]
    for page in [client.get(url) for url in pages]:
        text = page.content.decode()
        assert [trace for trace in _identity(script.attempt.candidate) if trace in text] == []
    assert script.attempt.candidate_number in text


def test_saving_leads_to_the_next_script_and_at_the_end_to_the_sitting(
    client, script, sitting, examiner, sign_in
):
    sign_in(examiner)
    second = Script.objects.get(attempt=script.attempt, form_item__position=26)
    page = client.post(_url("script", script), {**MARKS, "act": "submit"})
    assert page["Location"] == _url("script", second)
    script.refresh_from_db()
    assert script.points == 7.5
    last = client.post(_url("script", second), {"mark-1": "4", "mark-2": "3", "mark-3": "3"})
    assert last["Location"] == _url("marking_sitting", sitting)
    page = client.get(_url("marking_sitting", sitting))
    assert page.context["next"] is None
    assert [mark.total for mark in page.context["page"]] == [10, 7.5]


def test_a_draft_is_kept_and_shown_again(client, script, examiner, sign_in):
    sign_in(examiner)
    draft = {"mark-1": "2", "half-1": "1", "comment": "Xem lại", "act": "draft"}
    assert client.post(_url("script", script), draft)["Location"] == _url("script", script)
    page = client.get(_url("script", script)).content.decode()
    assert 'name="mark-1" value="2" checked' in page
    assert 'name="half-1" value="1" checked' in page
    assert "Xem lại</textarea>" in page


def test_a_refused_mark_is_said_on_the_page(client, script, examiner, sign_in):
    sign_in(examiner)
    page = client.post(_url("script", script), {"mark-1": "2", "act": "submit"})
    assert page.status_code == 409
    assert page.context["problem"]
    assert not Mark.objects.exists()


def test_who_taught_the_candidate_does_not_open_the_script(client, script, examiner, sign_in):
    certificates.record_evidence(
        person=script.attempt.candidate,
        kind="training_hours",
        reference="C04",
        value=12,
        title_vi="Lean",
        title_en="Lean",
        obtained_on=localdate(AFTER),
        source_key="t",
        trained_by=[examiner],
    )
    sign_in(examiner)
    assert client.get(_url("script", script)).status_code == 403
    assert client.post(_url("script", script), MARKS).status_code == 403
    assert client.get(_url("marking_sitting", script.attempt.sitting)).context["next"] is None


def test_an_examiner_who_sat_the_exam_does_not_open_the_own_script(
    client, sitting, examiner, sign_in, later
):
    attempt = finished_attempt(sitting, examiner)
    sign_in(examiner)
    assert client.get(_url("script", attempt.scripts.first())).status_code == 403


def test_an_unknown_script_is_not_found(client, sitting, examiner, sign_in, later):
    sign_in(examiner)
    assert client.get(_url("script", sitting)).status_code == 404


@pytest.mark.parametrize("name", ["marking", "releases", "bank", "index"])
def test_lists_take_as_many_queries_for_30_rows_as_for_2(
    client, form, name, sign_in, later, django_assert_num_queries, django_assert_max_num_queries
):
    everything = cast.person("Mọi Vai", Role.EXAMINER, Role.CERTIFICATION_OFFICER, Role.AUTHOR)
    sign_in(everything)

    def fill(numbers):
        for number in numbers:
            sitting = open_sitting(form, code=f"S-{number}")
            script_to_mark(sitting)

    url = address(f"exams:{name}")
    fill(range(2))
    client.get(url)
    with django_assert_max_num_queries(10) as few:
        client.get(url)
    fill(range(2, 30))
    with django_assert_num_queries(len(few)):
        client.get(url)


def test_the_own_marks_take_as_many_queries_for_many_as_for_few(
    client,
    sitting,
    examiner,
    sign_in,
    later,
    django_assert_num_queries,
    django_assert_max_num_queries,
):
    sign_in(examiner)
    marked_attempt(sitting, examiner)
    finished_attempt(sitting)
    with django_assert_max_num_queries(14) as few:
        client.get(_url("marking_sitting", sitting))
    for _ in range(9):
        Mark.objects.create(
            script=script_to_mark(sitting), examiner=examiner, criteria=[], saved_at=AFTER
        )
    with django_assert_num_queries(len(few)):
        client.get(_url("marking_sitting", sitting))


def test_the_officer_sees_what_stands_in_the_way(
    client, script, sitting, certification_officer, sign_in
):
    sign_in(certification_officer)
    page = client.get(_url("release", sitting))
    assert page.context["obstacle"]
    assert client.post(_url("release", sitting))["Location"] == _url("release", sitting)
    assert not Result.objects.exists()


def test_the_officer_releases_all_results_together(
    client, sitting, examiner, certification_officer, sign_in, later
):
    marked_attempt(sitting, examiner)
    sign_in(certification_officer)
    assert client.get(_url("release", sitting)).context["obstacle"] is None
    assert client.post(_url("release", sitting))["Location"] == address("exams:releases")
    assert Result.objects.count() == 1
    page = client.get(address("exams:releases"))
    assert page.context["rows"][0]["state"] == "released"
    assert client.get(_url("release", sitting)).context["obstacle"]


def test_marks_of_a_released_sitting_are_shown_closed(
    client, sitting, examiner, certification_officer, sign_in, later
):
    attempt = marked_attempt(sitting, examiner)
    sign_in(certification_officer)
    client.post(_url("release", sitting))
    sign_in(examiner)
    page = client.get(_url("script", attempt.scripts.first())).content.decode()
    assert 'name="act"' not in page


def test_authors_filter_the_bank(client, bank, author, sign_in):
    sign_in(author)
    page = client.get(address("exams:bank"), {"khoa": "C04", "dang": "essay", "kho": "exam"})
    assert [item.code for item in page.context["page"]] == ["Q036"]
    assert client.get(address("exams:bank"), {"khoa": "x"}).context["page"].paginator.count == 66
    assert client.get(address("exams:bank"), {"dang": "essay", "khoa": "C01"}).status_code == 200
    assert bank_selectors.course_codes() == [f"C0{number}" for number in range(1, 9)]


@pytest.mark.parametrize("code", ["Q001", "Q006", "Q003", "Q013", "Q009", "Q036"])
def test_authors_see_an_item_in_both_languages_with_its_use(client, form, author, sign_in, code):
    sign_in(author)
    page = client.get(address("exams:bank_item", kwargs={"code": code}))
    assert [preview.language for preview in page.context["previews"]] == ["vi", "en"]
    assert bool(page.context["uses"]) is (code in {"Q009", "Q036"})
