import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from courses import services
from courses.models import CheckAnswer, LessonPage
from exams.api import model_answer


AT = datetime(2026, 11, 23, 3, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def test_the_catalogue_lists_all_courses_and_finds_without_tones(client):
    assert client.get("/khoa-hoc/").context["total"] == 8
    assert client.get("/khoa-hoc/?q=nang suat xanh").context["total"] == 1
    assert client.get("/khoa-hoc/?trinh-do=advanced").context["total"] == 2
    assert client.get("/khoa-hoc/?gio=short").context["total"] == 2
    assert client.get("/khoa-hoc/?ngon-ngu=en").context["total"] == 2
    empty = client.get("/khoa-hoc/?q=khong co gi nhu the")
    assert empty.context["total"] == 0
    assert "empty" in empty.content.decode()


def test_the_english_catalogue_says_what_is_vietnamese_only(client):
    page = client.get("/en/khoa-hoc/").content.decode()
    assert "Lean production" in page
    assert page.count("Vietnamese only") == 6


def test_a_course_page_invites_strangers_to_sign_in_and_members_to_enrol(client, lean, trainee):
    stranger = client.get("/khoa-hoc/c04/").content.decode()
    assert "/accounts/login/?next=" in stranger
    client.force_login(trainee)
    assert reverse("courses:enrol", args=["C04"]) in client.get("/khoa-hoc/c04/").content.decode()


def test_enrolling_opens_the_first_lesson_and_the_course_page_then_says_go_on(
    client, lean, lessons, trainee
):
    client.force_login(trainee)
    answer = client.post(reverse("courses:enrol", args=["C04"]))
    assert answer["Location"] == lessons[0].url
    assert lessons[0].title in client.get("/khoa-hoc/c04/").content.decode()
    client.post(reverse("courses:leave", args=[trainee.enrolments.get().public_id]))
    assert "courses:enrol" not in client.get("/khoa-hoc/c04/").content.decode()


def test_anyone_may_read_a_lesson_but_the_check_waits_for_enrolment(client, lessons):
    page = client.get(lessons[0].url).content.decode()
    assert lessons[0].summary in page
    assert "tra-loi" not in page


def test_reading_writes_nothing(client, lean, lessons, trainee):
    services.enrol(person=trainee, course=lean, at=AT)
    client.force_login(trainee)
    assert client.get(lessons[0].url).status_code == 200
    assert not trainee.enrolments.get().progress.exists()


def _post_answer(client, lesson, fields):
    code = lesson.check_codes[0]
    url = reverse("courses:answer_check", args=[lesson.translation_key, code])
    return client.post(url, fields, follow=True)


def test_a_wrong_answer_shows_why_and_a_right_one_says_so(client, lean, lessons, trainee):
    services.enrol(person=trainee, course=lean, at=AT)
    client.force_login(trainee)
    lesson = lessons[0]
    code = lesson.check_codes[0]
    right = model_answer(code, "vi")
    wrong = next(letter for letter in "ABCD" if letter != right)
    assert (
        "why--wrong" in _post_answer(client, lesson, {f"{code}-response": wrong}).content.decode()
    )
    assert (
        "why--right" in _post_answer(client, lesson, {f"{code}-response": right}).content.decode()
    )
    assert CheckAnswer.objects.get().tries == 2


def test_an_empty_answer_is_asked_for_kindly(client, lean, lessons, trainee):
    services.enrol(person=trainee, course=lean, at=AT)
    client.force_login(trainee)
    page = _post_answer(client, lessons[0], {}).content.decode()
    assert not CheckAnswer.objects.exists()
    assert re.search("Hãy chọn|Choose or write", page)


def test_questions_and_lessons_that_do_not_exist_are_not_found(client, lean, lessons, trainee):
    services.enrol(person=trainee, course=lean, at=AT)
    client.force_login(trainee)
    key = lessons[0].translation_key
    assert client.post(reverse("courses:answer_check", args=[key, "Q999"])).status_code == 404
    nowhere = trainee.public_id
    assert client.post(reverse("courses:mark_read", args=[nowhere])).status_code == 404


def test_marking_read_goes_to_the_open_check_then_to_the_next_lesson(
    client, lean, lessons, trainee
):
    enrolment = services.enrol(person=trainee, course=lean, at=AT)
    client.force_login(trainee)
    lesson = lessons[0]
    url = reverse("courses:mark_read", args=[lesson.translation_key])
    assert client.post(url)["Location"] == f"{lesson.url}#{lesson.check_codes[0]}"
    services.answer_check(
        enrolment=enrolment,
        lesson_key=lesson.translation_key,
        question=lesson.check_codes[0],
        response=model_answer(lesson.check_codes[0], "vi"),
        language="vi",
        at=AT,
    )
    assert client.post(url)["Location"] == lessons[1].url


def test_the_last_act_leads_to_the_course_page_with_congratulations(
    client, lean, lessons, trainee
):
    services.learn(person=trainee, code="C04", lessons=4, at=AT)
    client.force_login(trainee)
    last = lessons[-1]
    client.post(reverse("courses:mark_read", args=[last.translation_key]))
    right_order = model_answer(last.check_codes[0], "vi")
    fields = {
        f"{last.check_codes[0]}-response-{place}": letter
        for place, letter in enumerate(right_order, start=1)
    }
    page = _post_answer(client, last, fields)
    assert page.redirect_chain[-1][0].endswith("/khoa-hoc/c04/")


def test_who_left_is_told_so(client, lean, lessons, trainee):
    enrolment = services.enrol(person=trainee, course=lean, at=AT)
    services.leave(enrolment=enrolment, at=AT)
    client.force_login(trainee)
    url = reverse("courses:mark_read", args=[lessons[0].translation_key])
    assert client.post(url)["Location"] == lessons[0].url


def test_english_lessons_are_translations_with_the_same_key(written):
    english = LessonPage.objects.filter(course_code="C04", locale__language_code="en").order_by(
        "path"
    )
    vietnamese = LessonPage.objects.filter(course_code="C04", locale__language_code="vi").order_by(
        "path"
    )
    assert [page.translation_key for page in english] == [
        page.translation_key for page in vietnamese
    ]


def test_a_lesson_costs_the_same_number_of_queries_for_everybody(
    client, lean, lessons, trainee, django_assert_max_num_queries
):
    client.get(lessons[0].url)
    with django_assert_max_num_queries(22):
        client.get(lessons[0].url)
    services.learn(person=trainee, code="C04", lessons=4, at=AT)
    client.force_login(trainee)
    with django_assert_max_num_queries(32):
        client.get(lessons[0].url)


def test_the_catalogue_costs_the_same_for_few_and_many(client, django_assert_max_num_queries):
    client.get("/khoa-hoc/")
    with django_assert_max_num_queries(14):
        client.get("/khoa-hoc/?q=OEE")
    with django_assert_max_num_queries(14):
        client.get("/khoa-hoc/")
