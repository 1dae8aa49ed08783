"""The exam room as the candidate meets it, without and with its script."""

import json
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest

from exams.models import Answer, AnswerEvent, Attempt, ItemVersion
from exams.services.answers import save_answers
from exams.services.closing import hand_in
from exams.services.results import release_results
from tests import cast
from tests.exams.factories import AFTER, DURING, address, change, marked_attempt, open_sitting


@pytest.fixture
def now(time_machine):
    time_machine.move_to(DURING + timedelta(minutes=5))
    return time_machine


@pytest.fixture
def candidate(attempt, sign_in, now):
    return sign_in(attempt.candidate)


def _url(name, attempt, **kwargs):
    return address(f"exams:{name}", kwargs={"public_id": attempt.public_id, **kwargs})


def _answer(attempt, position):
    return Answer.objects.get(attempt=attempt, form_item__position=position)


def _send(client, attempt, *changes, writer=None):
    batch = {"writer": str(writer or uuid4()), "changes": list(changes)}
    return client.post(_url("save", attempt), json.dumps(batch), content_type="application/json")


def test_starting_leads_into_the_room(client, sitting, trainee, sign_in, now):
    sign_in(trainee)
    start = address("exams:start", kwargs={"public_id": sitting.public_id})
    first = client.post(start)
    assert first["Location"] == client.post(start)["Location"]
    assert first["Location"] == _url("question", Attempt.objects.get(), position=1)


def test_a_refused_start_says_why(client, sitting, trainee, sign_in, time_machine):
    time_machine.move_to(AFTER)
    sign_in(trainee)
    start = address("exams:start", kwargs={"public_id": sitting.public_id})
    page = client.post(start, follow=True, headers={"accept-language": "en"})
    assert page.status_code == 200
    assert not Attempt.objects.exists()
    assert len(page.context["messages"]) == 1


def test_every_question_has_fields_of_its_own(client, candidate, attempt):
    for position in range(1, 27):
        page = client.get(_url("question", attempt, position=position)).content.decode()
        assert f'name="cau-{position}-response' in page
        assert attempt.candidate_number in page


def test_the_button_next_saves_and_goes_on(client, candidate, attempt):
    here = _url("question", attempt, position=1)
    page = client.post(here, {"cau-1-response": "A", "flagged": "1", "go": "next"})
    assert page["Location"] == _url("question", attempt, position=2)
    assert (_answer(attempt, 1).response, _answer(attempt, 1).flagged) == ("A", True)
    again = client.get(here).content.decode()
    assert 'value="A" checked' in again


@pytest.mark.parametrize(
    ("go", "target"),
    [("previous", 1), ("next", 3), ("14", 14), ("99", 26), ("0", 1), ("99999999", 1), ("x", 1)],
)
def test_every_button_leads_to_its_place(client, candidate, attempt, go, target):
    page = client.post(_url("question", attempt, position=2), {"go": go})
    assert page["Location"] == _url("question", attempt, position=target)


def test_the_button_review_leads_to_the_review(client, candidate, attempt):
    page = client.post(_url("question", attempt, position=26), {"go": "review"})
    assert page["Location"] == _url("hand_in", attempt)


def test_an_answer_that_does_not_fit_is_shown_with_its_reason(client, candidate, attempt):
    page = client.post(_url("question", attempt, position=1), {"cau-1-response": "Z"})
    assert page.status_code == 422
    assert len(page.context["messages"]) == 1


def test_there_is_no_question_27(client, candidate, attempt):
    assert client.get(_url("question", attempt, position=27)).status_code == 404


def test_after_the_deadline_the_room_is_closed_without_any_job(client, candidate, attempt, now):
    now.move_to(attempt.deadline)
    here = _url("question", attempt, position=1)
    assert client.get(here)["Location"] == _url("receipt", attempt)
    assert client.post(here, {"cau-1-response": "A"})["Location"] == _url("receipt", attempt)
    assert client.get(_url("questions", attempt)).status_code == 404
    assert client.get(_url("hand_in", attempt))["Location"] == _url("receipt", attempt)
    page = client.get(_url("receipt", attempt))
    assert page.context["receipt"] is None
    assert not AnswerEvent.objects.exists()


def test_nobody_else_enters_the_attempt(client, attempt, stranger, sign_in, now):
    sign_in(stranger)
    for name in ("questions", "hand_in", "receipt", "result"):
        assert client.get(_url(name, attempt)).status_code == 404
    assert client.get(_url("question", attempt, position=1)).status_code == 404
    assert _send(client, attempt, {"seq": 1, "position": 1, "response": "A"}).status_code == 404


def test_the_script_saves_a_batch_and_hears_the_time(client, candidate, attempt):
    reply = _send(client, attempt, {"seq": 1, "position": 1, "response": "A", "flagged": True})
    answer = reply.json()
    assert (reply.status_code, answer["acked"], answer["state"]) == (200, 1, "open")
    assert answer["deadline"] == int(attempt.deadline.timestamp() * 1000)
    assert abs(answer["server_now"] - (DURING + timedelta(minutes=5)).timestamp() * 1000) < 60_000
    assert _answer(attempt, 1).flagged


def test_the_script_hears_what_was_rejected(client, candidate, attempt):
    changes = [
        {"seq": 1, "position": 1, "response": "Z"},
        {"seq": 2, "position": 25, "response": "x" * 20_001},
        {"seq": 3, "position": 40, "response": "A"},
        {"seq": 4, "position": 1, "response": 7},
    ]
    rejected = _send(client, attempt, *changes).json()["rejected"]
    assert {(one["seq"], one["reason"]) for one in rejected} == {
        (1, "unknown_choice"),
        (2, "too_long"),
        (3, "unknown_question"),
        (4, "wrong_shape"),
    }
    assert all(one["message"] for one in rejected)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"writer": "x", "changes": []}',
        b'{"writer": "00000000-0000-4000-8000-000000000001"}',
        b'{"writer": "00000000-0000-4000-8000-000000000001", "changes": [1]}',
        b'{"writer": "00000000-0000-4000-8000-000000000001", "changes": [{"seq": true, "position": 1}]}',
        b'{"writer": "00000000-0000-4000-8000-000000000001", "changes": [{"seq": 0, "position": 1}]}',
        b'{"writer": "00000000-0000-4000-8000-000000000001", "changes": [{"seq": 1, "position": 0}]}',
        b"[" * 60_000,
        b'{"writer": "00000000-0000-4000-8000-000000000001", "changes": ['
        + b",".join([b'{"seq": 1, "position": 1}'] * 51)
        + b"]}",
    ],
)
def test_a_body_that_cannot_be_read_is_refused(client, candidate, attempt, body):
    reply = client.post(_url("save", attempt), body, content_type="application/json")
    assert reply.status_code == 400
    assert not AnswerEvent.objects.exists()


def test_a_body_that_is_too_big_is_refused(client, candidate, attempt):
    reply = client.post(_url("save", attempt), b" " * 65_537, content_type="application/json")
    assert reply.status_code == 413


def test_after_the_hand_in_the_script_hears_that_it_is_closed(client, candidate, attempt):
    writer = uuid4()
    _send(client, attempt, {"seq": 1, "position": 1, "response": "A"}, writer=writer)
    hand_in(attempt=attempt, at=DURING + timedelta(minutes=5))
    repeat = _send(client, attempt, {"seq": 1, "position": 1, "response": "A"}, writer=writer)
    assert (repeat.status_code, repeat.json()["state"], repeat.json()["acked"]) == (
        200,
        "closed",
        1,
    )
    late = _send(client, attempt, {"seq": 2, "position": 1, "response": "B"}, writer=writer)
    assert (late.status_code, late.json()["refused"]) == (409, 1)
    assert _answer(attempt, 1).response == "A"


def test_the_fragment_brings_every_question_with_its_answer(client, candidate, attempt):
    save_answers(attempt=attempt, writer=uuid4(), changes=[change(1, "B")], at=DURING)
    reply = client.get(_url("questions", attempt))
    assert reply.content.decode().count("data-position=") == 26
    assert 'value="B" checked' in reply.content.decode()
    assert reply["Cache-Control"] == "no-store"


def _secrets(form):
    """Every text of the paper that must not be seen before the release."""
    for version in ItemVersion.objects.filter(uses__form=form):
        yield from version.rationale.values()
        for criterion in version.rubric:
            for part in ("criterion", "full_marks", "partial"):
                yield from criterion.get(part, {}).values()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_key_rationale_or_rubric_is_in_the_room(client, candidate, attempt, form, prefix):
    pages = [_url("question", attempt, position=place) for place in range(1, 27)]
    pages += [_url("questions", attempt), _url("hand_in", attempt)]
    seen = "".join(unescape(client.get(prefix + page).content.decode()) for page in pages)
    reply = _send(client, attempt, {"seq": 1, "position": 1, "response": "A"})
    hand_in(attempt=attempt, at=DURING + timedelta(minutes=5))
    seen += unescape(client.get(prefix + _url("receipt", attempt)).content.decode())
    seen += reply.content.decode()
    assert [text for text in _secrets(form) if text in seen] == []
    for word in ("rationale", "rubric", "full_marks", '"choices"', '"pairs"', '"value"'):
        assert word not in seen


def test_the_review_lists_what_is_open_begun_and_flagged(client, candidate, attempt):
    changes = [
        change(1, "A", seq=1),
        change(4, ["A", "", "", "", ""], seq=2),
        change(5, None, seq=3, flagged=True),
    ]
    save_answers(attempt=attempt, writer=uuid4(), changes=changes, at=DURING)
    context = client.get(_url("hand_in", attempt)).context
    assert [slot.position for slot in context["begun"]] == [4]
    assert [slot.position for slot in context["flagged"]] == [5]
    assert len(context["open"]) == 24
    assert context["room"].answered == 1


def test_handing_in_leads_to_the_receipt_and_twice_changes_nothing(client, candidate, attempt):
    first = client.post(_url("hand_in", attempt))
    assert first["Location"] == _url("receipt", attempt)
    assert client.post(_url("hand_in", attempt)).status_code == 302
    page = client.get(_url("receipt", attempt))
    assert page.context["is_genuine"]
    assert page.context["receipt"].code in page.content.decode()


def test_while_the_attempt_runs_there_is_no_receipt_and_no_result(client, candidate, attempt):
    assert client.get(_url("receipt", attempt))["Location"] == _url(
        "question", attempt, position=1
    )
    assert client.get(_url("result", attempt)).status_code == 404


def test_the_room_takes_a_known_number_of_queries(
    client, candidate, attempt, django_assert_num_queries
):
    with django_assert_num_queries(5):
        client.get(_url("question", attempt, position=1))


def test_a_released_result_shows_parts_marks_and_comment(
    client, sitting, examiner, certification_officer, sign_in
):
    attempt = marked_attempt(sitting, examiner, share="0.5")
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    sign_in(attempt.candidate)
    page = client.get("/en" + _url("result", attempt)).content.decode()
    assert "Passed" in page
    assert "84.37%" in page
    assert "Finds the bottleneck and compares it with takt time" in page
    assert "Lập luận chặt." in page
    assert examiner.full_name not in page


@pytest.mark.parametrize("essays", [{}, {"Q036": "Trạm 3."}])
def test_a_failed_result_says_so_and_shows_what_was_not_written(
    client, sitting, examiner, certification_officer, sign_in, essays
):
    attempt = marked_attempt(sitting, examiner, cast.trainee(), skill=0, share="0", essays=essays)
    release_results(sitting=sitting, officer=certification_officer, at=AFTER)
    sign_in(attempt.candidate)
    page = client.get("/en" + _url("result", attempt)).content.decode()
    assert "Not passed" in page
    assert "Nothing was written: 0 of 10 points." in page


def test_other_sittings_are_other_attempts(client, attempt, form, sign_in, now):
    other = open_sitting(form, code="2026-11C")
    sign_in(attempt.candidate)
    page = client.get(address("exams:sitting", kwargs={"public_id": other.public_id}))
    assert page.context["attempt"] is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [("41,4", "Read as the number 41.4"), ("bốn", "cannot be read as a number")],
)
def test_the_room_says_how_a_number_is_read(client, candidate, attempt, typed, words):
    fields = {"cau-2-response": typed, "cau-2-language": "vi", "go": "2"}
    client.post(_url("question", attempt, position=2), fields)
    page = client.get("/en" + _url("question", attempt, position=2)).content.decode()
    assert words in page


def test_the_receipt_repeats_what_was_written(client, candidate, attempt):
    save_answers(attempt=attempt, writer=uuid4(), changes=[change(25, "Trạm 3.")], at=DURING)
    client.post(_url("hand_in", attempt))
    assert "Trạm 3." in client.get(_url("receipt", attempt)).content.decode()
