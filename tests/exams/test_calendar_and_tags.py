"""The public calendar, and the pieces that other pages compose."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from certificates import api as certificates
from exams import api
from exams.services.results import release_results
from exams.templatetags import exams_tags
from tests.exams.factories import (
    AFTER,
    CLOSES,
    DURING,
    OPENS,
    address,
    finished_attempt,
    marked_attempt,
    open_sitting,
)


def _show(tag, **context):
    return Template(f"{{% load exams_tags %}}{{% {tag} %}}").render(Context(context))


def _sitting_page(client, sitting):
    url = address("exams:sitting", kwargs={"public_id": sitting.public_id})
    return client.get("/en" + url).content.decode()


def test_the_calendar_tells_open_from_coming_and_past(client, form, time_machine):
    time_machine.move_to(DURING)
    now = open_sitting(form)
    coming = open_sitting(
        form, code="B", opens_at=OPENS + timedelta(days=9), closes_at=CLOSES + timedelta(days=9)
    )
    past = open_sitting(
        form, code="C", opens_at=OPENS - timedelta(days=9), closes_at=CLOSES - timedelta(days=9)
    )
    context = client.get(address("exams:index")).context
    assert [row["sitting"] for row in context["open"]] == [now]
    assert [row["sitting"] for row in context["coming"]] == [coming]
    assert [row["sitting"] for row in context["past"]] == [past]


def test_the_calendar_says_of_a_past_sitting_that_scripts_are_being_marked(
    client, sitting, trainee, time_machine
):
    finished_attempt(sitting, trainee)
    time_machine.move_to(AFTER)
    (row,) = client.get(address("exams:index")).context["past"]
    assert row["state"] == "marking"


def test_an_empty_calendar_says_so(client, db):
    assert "No sitting is planned" in client.get("/en" + address("exams:index")).content.decode()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (OPENS - timedelta(days=1), "can be started from"),
        (DURING, "Sign in to take this exam."),
        (AFTER, "This sitting is over."),
    ],
)
def test_a_visitor_reads_what_is_possible_now(client, sitting, time_machine, at, words):
    time_machine.move_to(at)
    assert words in _sitting_page(client, sitting)


def test_a_signed_in_person_may_start_and_later_go_on(
    client, sitting, trainee, sign_in, time_machine
):
    time_machine.move_to(DURING)
    sign_in(trainee)
    assert "Start the exam" in _sitting_page(client, sitting)
    client.post(address("exams:start", kwargs={"public_id": sitting.public_id}))
    assert "Go on with the exam" in _sitting_page(client, sitting)


def test_afterwards_the_way_leads_to_receipt_and_result(
    client, sitting, trainee, examiner, certification_officer, sign_in, time_machine
):
    time_machine.move_to(AFTER)
    marked_attempt(sitting, examiner, trainee)
    sign_in(trainee)
    assert "See my receipt" in _sitting_page(client, sitting)
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    assert "See my result" in _sitting_page(client, sitting)


def test_next_sittings_are_as_many_as_asked_for(form, time_machine, django_assert_num_queries):
    time_machine.move_to(DURING)
    for number in range(6):
        open_sitting(form, code=f"S{number}")
    with django_assert_num_queries(1):
        shown = _show("next_sittings 4")
    assert shown.count("<time") == 4


@pytest.mark.parametrize("state", ["none", "open", "handed in", "passed", "failed"])
def test_my_exams_show_where_each_stands(
    sitting, trainee, examiner, certification_officer, time_machine, state
):
    time_machine.move_to(DURING if state == "open" else AFTER)
    words = "not taken an exam"
    if state == "open":
        api.record_attempt(
            sitting=sitting, candidate=trainee, answers={}, started_at=OPENS, handed_in_at=None
        )
        words = "Exam running"
    elif state == "handed in":
        finished_attempt(sitting, trainee)
        words = "awaiting results"
    elif state in {"passed", "failed"}:
        share = ("1", 1.0) if state == "passed" else ("0", 0.0)
        marked_attempt(sitting, examiner, trainee, share=share[0], skill=share[1])
        release_results(sitting=sitting, officer=certification_officer, at=AFTER)
        words = "Passed" if state == "passed" else "Not passed"
    with translation.override("en"):
        assert words in _show("my_exams user", user=trainee)


def test_examiners_see_what_waits_for_marks_and_officers_what_for_release(
    sitting, examiner, certification_officer, trainee, time_machine
):
    time_machine.move_to(AFTER)
    finished_attempt(sitting, trainee)
    with translation.override("en"):
        assert "0 of 2 scripts marked" in _show("waiting_scripts user", user=examiner)
        assert sitting.title_en in _show("waiting_scripts user", user=certification_officer)
        for nobody in (trainee, AnonymousUser()):
            assert "<section" not in _show("waiting_scripts user", user=nobody)


@pytest.mark.usefixtures("bank")
@pytest.mark.parametrize(
    ("code", "post", "words"),
    [
        ("Q001", "Q001-response=C", "C. About 1,000 experts"),
        ("Q006", "Q006-response=A&Q006-response=C", "A. Output rises, input unchanged; C. "),
        ("Q003", "Q003-response=270&Q003-language=en", "270 million VND/worker/year"),
        ("Q013", "Q013-response-2=D", "Waiting – Workers stand idle"),
        ("Q030", "Q030-response-1=A", " → – → "),
        ("Q001", "", ""),
    ],
)
def test_an_answer_in_words(code, post, words):
    question = api.practice_question(code, "en")
    said = exams_tags.answer_words(question, api.practice_response(code, QueryDict(post)))
    assert words in said
    assert bool(said) is bool(words)


def test_nothing_of_nothing_is_nothing():
    assert exams_tags.percent_of(0, 0) == 0
    assert exams_tags.points(None) == ""


def test_every_exam_that_a_scheme_asks_for_exists(form):
    assert certificates.references("exam") <= api.exam_codes()
