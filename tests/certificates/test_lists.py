import csv
import io
import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent
from certificates import tasks
from certificates.documents.list_files import quoted
from certificates.models import ListAnswer, ListCheck
from certificates.rules.lists import asked as read, read_table
from certificates.services import lists as services
from tests import cast
from tests.certificates.test_sheets import sheet


pytestmark = pytest.mark.django_db
DESK = "/chung-chi/danh-sach/"


def started(owner, text, **facts):
    facts = {"day": timezone.localdate(), "key": uuid.uuid4(), "at": timezone.now()} | facts
    return services.start_check(owner=owner, asked=read(read_table(text)), **facts)


def many(lines):
    return "VNPQ2026000162; Nguyễn Thị Ngọc Ẩn\n" * lines


def test_every_line_gets_its_answer(desk, asked):
    html = desk(asked).content.decode()
    assert "1 trong 5 chứng chỉ còn hiệu lực" in html
    for words in (
        "tên không khớp",
        "Hai số kiểm tra không khớp",
        "Không có bản ghi nào mang số này",
        "Quyết định số 03/QĐ-HĐCN",
        "10:00:00 ngày 23/11/2026",
    ):
        assert words in html
    assert html.count("tên không khớp") == 1


def test_names_that_match_differ_or_were_not_given_are_told_apart(desk, asked):
    rows = desk(asked).context["rows"]
    assert [row.name_match for row, _look in rows] == [
        "matches", "differs", "not_asked", "not_asked", "not_asked",
    ]  # fmt: skip


def test_the_page_shows_one_status_when_asked(desk, client, asked):
    url = desk(asked).redirect_chain[-1][0]
    answer = client.get(url, {"loc": "none"})
    assert [row.line for row, _look in answer.context["rows"]] == [3, 4, 5]
    assert {each["url"]: each["count"] for each in answer.context["options"]} == {
        "?loc=": 5, "?loc=ok": 1, "?loc=out": 1, "?loc=none": 3, "?loc=ten": 1,
    }  # fmt: skip
    assert [row.line for row, _ in client.get(url, {"loc": "ten"}).context["rows"]] == [2]


def test_a_list_is_asked_for_a_day_of_the_past_and_never_of_the_future(desk, asked):
    before = desk(asked, ngay="15/05/2026").context
    assert [row.verdict for row, _look in before["rows"]][:2] == ["valid", "valid"]
    assert desk(asked, ngay="24/11/2026").status_code == 422


def test_repeated_numbers_and_lines_without_one_are_marked(desk):
    rows = desk("Số;Tên\nVNPQ2026000162;An\n;Bình\nvnpq 2026 0001 62;An").context["rows"]
    assert [(row.line, row.number, row.first_line) for row, _look in rows] == [
        (2, "VNPQ2026000162", None), (3, "", None), (4, "vnpq 2026 0001 62", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ds.xlsx", sheet(["Họ tên", "Số chứng chỉ"], ["Nguyễn Thị Ngọc Ẩn", "VNPQ2026000162"])),
        ("ds.csv", "Số chứng chỉ,Họ tên\nVNPQ2026000162,Nguyễn Thị Ngọc Ẩn\n".encode("utf-16")),
    ],
)
def test_a_file_is_read_as_well(desk, asked, name, content):
    answer = desk(tep=SimpleUploadedFile(name, content))
    ((row, _look),) = answer.context["rows"]
    assert (row.line, row.verdict, row.name_match) == (2, "valid", "matches")
    assert ListCheck.objects.get().source == name


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"tep": SimpleUploadedFile("x.xlsx", b"PK\x03\x04")},
        {"tep": SimpleUploadedFile("x.csv", b"\0\1" * 9)},
        {"so": "VNPQ2026000162", "tep": SimpleUploadedFile("x.csv", b"VNPQ2026000162")},
    ],
)
def test_what_cannot_be_read_is_said_in_words_and_nothing_is_kept(desk, sent):
    answer = desk(**sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not ListCheck.objects.exists()


def test_a_form_sent_twice_is_one_list(desk, asked):
    key = str(uuid.uuid4())
    assert desk(asked, khoa=key, follow=False)["Location"] == desk(asked, khoa=key, follow=False)["Location"]  # fmt: skip
    assert ListCheck.objects.count() == 1
    assert ListAnswer.objects.count() == 5
    assert AuditEvent.objects.filter(action="register.list_checked").count() == 1


def test_a_long_list_is_answered_in_the_background_and_the_page_looks_again(desk, client, asked):
    answer = desk(many(1_001))
    url = answer.redirect_chain[-1][0]
    assert answer["Refresh"]
    assert ListCheck.objects.get().checked == 0
    assert client.get(url.rstrip("/") + ".csv").status_code == 404
    assert tasks.sweep_lists() == 1
    done = client.get(url)
    assert "Refresh" not in done
    assert (done.context["valid"], len(done.context["rows"])) == (1_001, 100)


def test_killed_between_two_thousands_every_line_has_one_answer(agency, asked, monkeypatch):
    check = started(agency, many(2_500))
    real, turns = services.verify_list, iter([True, False])

    def killed(*args, **kwargs):
        if next(turns, True):
            return real(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(services, "verify_list", killed)
    with pytest.raises(KeyboardInterrupt):
        services.answer_list(check_id=check.pk)
    assert check.answers.count() == 1_000
    monkeypatch.setattr(services, "verify_list", real)
    tasks.answer_list(check_id=check.pk)
    tasks.answer_list(check_id=check.pk)
    assert check.answers.count() == 2_500
    assert tasks.sweep_lists() == 0


def test_a_thousand_lines_cost_as_many_queries_as_ten(
    agency, asked, django_assert_max_num_queries
):
    for lines in (10, 1_000):
        with django_assert_max_num_queries(32):
            assert started(agency, many(lines)).is_finished


def test_a_long_answer_costs_no_more_queries_than_a_short_one(
    desk, client, asked, django_assert_max_num_queries
):
    for text in (asked, asked * 60):
        url = desk(text).redirect_chain[-1][0]
        for address in (url, url.rstrip("/") + ".csv", DESK):
            with django_assert_max_num_queries(11):
                client.get(address)


def test_the_answer_is_taken_away_as_csv_that_no_spreadsheet_runs(desk, client, asked):
    url = desk(asked).redirect_chain[-1][0]
    answer = client.get(url.rstrip("/") + ".csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="tra-cuu-2026-11-23.csv"'
    assert rows[1][1:4] == ["VNPQ 2026 0001 62", "Còn hiệu lực", "Nguyễn Thị Ngọc Ẩn"]
    assert rows[5][1] == "'=1+1"
    assert len(rows) == 6


def test_english_lists_have_english_titles(desk, client, asked):
    url = desk(asked).redirect_chain[-1][0]
    content = client.get("/en" + url.rstrip("/") + ".csv").content.decode()
    assert "Productivity and Quality Expert, national level" in content


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_marks_of_formulas_are_quoted(mark):
    assert quoted(f"{mark}cmd") == f"'{mark}cmd"
    assert quoted("Nguyễn") == "Nguyễn"


def test_the_answer_is_taken_away_as_json(desk, client, asked):
    url = desk(asked).redirect_chain[-1][0]
    sent = client.get(url.rstrip("/") + ".json").json()
    assert [(row["status"], row["names"]) for row in sent["rows"]] == [
        ("valid", "matches"),
        ("withdrawn", "differs"),
        ("unknown", "not_asked"),
        ("mistyped", "not_asked"),
        ("malformed", "not_asked"),
    ]
    assert sent["rows"][0]["certificate"]["name"] == "Nguyễn Thị Ngọc Ẩn"
    assert sent["on"] == "2026-11-23"


def test_every_check_of_a_list_is_in_the_audit_trail(desk, agency, asked):
    desk(asked)
    event = AuditEvent.objects.get(action="register.list_checked")
    assert (event.actor, event.detail) == (agency, {"rows": 5, "day": "2026-11-23"})


def test_nobody_opens_another_agencys_list(desk, client, sign_in, asked):
    url = desk(asked).redirect_chain[-1][0]
    sign_in(cast.agency())
    names = ("list_result", "list_csv", "list_json")
    check = ListCheck.objects.get()
    answers = [
        client.get(reverse(f"certificates:{name}", args=[check.public_id])) for name in names
    ]
    answers.append(client.post(url + "xoa/"))
    assert {answer.status_code for answer in answers} == {404}
    assert client.get(DESK).context["page"].paginator.count == 0
    assert ListCheck.objects.exists()


def test_the_owner_deletes_a_list_with_its_answers(desk, client, asked):
    url = desk(asked).redirect_chain[-1][0]
    assert client.post(url + "xoa/", follow=True).redirect_chain == [(DESK, 302)]
    assert not ListAnswer.objects.exists()
    assert AuditEvent.objects.get(action="register.list_deleted").detail == {"rows": 5}


def test_after_ninety_days_a_list_is_deleted(agency, asked, fixed_day):
    check = started(agency, asked)
    fixed_day.shift(timedelta(days=89))
    assert tasks.forget_lists() == 0
    fixed_day.shift(timedelta(days=1))
    assert timezone.localdate() == check.delete_on
    assert tasks.forget_lists() == 1
    assert not ListCheck.objects.exists()


def test_an_answer_is_never_changed(agency, asked):
    check = started(agency, asked)
    with pytest.raises(IntegrityError, match="list_answer_is_kept"), transaction.atomic():
        check.answers.update(verdict="valid")
