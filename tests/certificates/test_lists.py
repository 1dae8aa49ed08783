import csv
import io

import pytest

from accounts.models import AuditEvent
from certificates.forms import split_line
from certificates.rules.status import Event
from certificates.views.lists import quoted
from tests.certificates import factories


pytestmark = pytest.mark.django_db
DESK = "/chung-chi/danh-sach/"


@pytest.fixture
def asked(trainee, stranger):
    """A list with a valid, a withdrawn, an unknown, a mistyped and a wrong line."""
    valid = factories.certificate(trainee)
    withdrawn = factories.certificate(stranger)
    factories.changed(withdrawn, Event.WITHDRAWN)
    return "\n".join(
        [
            f"{valid.grouped_number}; nguyen thi ngoc an",
            f"{withdrawn.number}, Đặng Hữu Khác",
            "VNPQ 2026 0003 56",
            "VNPQ 2026 0001 61",
            "=1+1",
            "",
        ]
    )


def test_every_line_gets_its_answer(client, sign_in, agency, asked):
    sign_in(agency)
    html = client.post(DESK, {"so": asked}).content.decode()
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


def test_the_page_shows_one_status_when_asked(client, sign_in, agency, asked):
    sign_in(agency)
    answer = client.post(DESK, {"so": asked, "loc": "none"})
    assert [row.line for row, _look in answer.context["rows"]] == [3, 4, 5]
    assert {each["css"]: each["count"] for each in answer.context["filters"]} == {
        "": 5,
        "ok": 1,
        "out": 1,
        "none": 3,
    }


def test_the_answer_is_taken_away_as_csv_that_no_spreadsheet_runs(client, sign_in, agency, asked):
    sign_in(agency)
    answer = client.post(DESK, {"so": asked, "dang": "csv"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Disposition"] == 'attachment; filename="tra-cuu.csv"'
    assert rows[1][1:4] == ["VNPQ 2026 0001 62", "Còn hiệu lực", "Nguyễn Thị Ngọc Ẩn"]
    assert rows[5][1] == "'=1+1"
    assert len(rows) == 6


def test_english_lists_have_english_titles(client, sign_in, agency, asked):
    sign_in(agency)
    content = client.post("/en" + DESK, {"so": asked, "dang": "csv"}).content.decode()
    assert "Productivity and Quality Expert, national level" in content


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_marks_of_formulas_are_quoted(mark):
    assert quoted(f"{mark}cmd") == f"'{mark}cmd"
    assert quoted("Nguyễn") == "Nguyễn"


def test_the_answer_is_taken_away_as_json(client, sign_in, agency, asked):
    sign_in(agency)
    rows = client.post(DESK, {"so": asked, "dang": "json"}).json()["rows"]
    assert [row["status"] for row in rows] == [
        "valid",
        "withdrawn",
        "unknown",
        "mistyped",
        "malformed",
    ]
    assert [row["name_differs"] for row in rows] == [False, True, False, False, False]


def test_every_check_of_a_list_is_in_the_audit_trail(client, sign_in, agency, asked):
    sign_in(agency)
    client.post(DESK, {"so": asked})
    event = AuditEvent.objects.get(action="register.list_checked")
    assert (event.actor, event.detail) == (agency, {"rows": 5})


def test_two_hundred_lines_and_no_more(client, sign_in, agency):
    sign_in(agency)
    assert client.get(DESK).status_code == 200
    assert client.post(DESK, {"so": "VNPQ2026000162\n" * 200}).status_code == 200
    answer = client.post(DESK, {"so": "VNPQ2026000162\n" * 201})
    assert answer.status_code == 422
    assert "200 dòng" in answer.content.decode()


def test_a_long_list_costs_no_more_queries_than_a_short_one(
    client, sign_in, agency, asked, django_assert_max_num_queries
):
    sign_in(agency)
    for lines in (asked, asked * 30):
        with django_assert_max_num_queries(12):
            client.post(DESK, {"so": lines})


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("VNPQ 2026 0001 62", ("VNPQ 2026 0001 62", "")),
        ("VNPQ2026000162,  Lê An ", ("VNPQ2026000162", "Lê An")),
        ("VNPQ2026000162;Lê, An", ("VNPQ2026000162", "Lê, An")),
        ("VNPQ2026000162\tLê; An", ("VNPQ2026000162", "Lê; An")),
    ],
)
def test_a_line_is_number_and_name(line, parts):
    assert split_line(line) == parts
