"""An answer on paper, about a day of the past, and what was known on that day."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from pypdf import PdfReader

from certificates.models import StatusEvent
from certificates.models.verification import verify
from certificates.rules.status import Event
from tests.certificates import factories


pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def paper(client, number, **query):
    answer = client.get(f"/tra-cuu/{number}.pdf", query)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    return reader, " ".join(reader.pages[0].extract_text().split()).replace("\xa0", " ")


@pytest.fixture
def entry(worker):
    made = factories.certificate()
    worker()
    return made


def test_the_confirmation_is_one_page_with_verdict_time_address_and_proofs(client, entry):
    reader, words = paper(client, entry.number)
    assert len(reader.pages) == 1
    for said in (
        "Chứng chỉ còn hiệu lực", "lúc 10:00 ngày 23/11/2026", "Nguyễn Thị Ngọc Ẩn", entry.grouped_number,
        f"/v/{entry.number}", "nhật ký công khai", "Danh sách trạng thái ký lúc", "không có giá trị chứng minh",
    ):  # fmt: skip
        assert said in words
    assert len(reader.pages[0].images) == 1
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_speaks_of_the_day_that_was_asked_about(client, entry):
    factories.changed(entry, Event.WITHDRAWN)
    assert "đã bị thu hồi" in paper(client, entry.number)[1]
    _reader, words = paper(client, entry.number, ngay="01/06/2026")
    assert "còn hiệu lực" in words
    assert "Tính đến ngày 01/06/2026" in words


def test_it_speaks_english_too(client, entry):
    answer = client.get(f"/en/tra-cuu/{entry.number}.pdf")
    words = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Confirmation of an answer" in words


@pytest.mark.parametrize(
    ("number", "query"),
    [
        ("VNPQ2026000259", {}),
        ("hello", {}),
        ("VNPQ2026000162", {"ngay": "24/11/2026"}),
        ("VNPQ2026000162", {"ngay": "hôm qua"}),
    ],
)
def test_there_is_no_paper_about_nothing(client, entry, number, query):
    assert client.get(f"/tra-cuu/{number}.pdf", query).status_code == 404


def test_paper_is_drawn_twenty_times_a_minute_at_most(client, entry, monkeypatch):
    monkeypatch.setattr("certificates.views.answers.render_confirmation", lambda _shown: b"%PDF-")
    codes = [client.get(f"/tra-cuu/{entry.number}.pdf").status_code for _ in range(21)]
    assert codes == [200] * 20 + [429]


def test_what_was_entered_later_was_not_known_then(client, entry):
    """A withdrawal that holds from before the day on which it was entered."""
    StatusEvent.objects.bulk_create(
        [
            StatusEvent(
                certificate=entry,
                event="expired",
                effective_on=date(2026, 6, 1),
                at=datetime(2026, 6, 20, 9, tzinfo=HANOI),
            )
        ]
    )
    late = factories.certificate(
        factories.cast.stranger(), at=datetime(2026, 7, 1, 9, tzinfo=HANOI)
    )
    StatusEvent.objects.bulk_create(
        [
            StatusEvent(
                certificate=entry,
                event="superseded",
                effective_on=date(2026, 6, 1),
                at=datetime(2026, 7, 1, 9, tzinfo=HANOI),
                replaced_by=late,
            )
        ]
    )
    before, after = date(2026, 6, 10), date(2026, 7, 2)
    assert (verify(entry.number, day=before).verdict, verify(entry.number, day=before).known_then) == (
        "superseded", "valid",
    )  # fmt: skip
    assert verify(entry.number, day=after).known_then == "superseded"
    html = client.get(f"/tra-cuu/{entry.number}/", {"ngay": "10/06/2026"}).content.decode()
    assert "sổ đăng ký vẫn trả lời “Chứng chỉ còn hiệu lực”" in html.replace("\xa0", " ")
    html = client.get(f"/tra-cuu/{entry.number}/", {"ngay": "02/07/2026"}).content.decode()
    assert "cũng trả lời như vậy" in html


def test_a_number_without_entry_was_never_known(entry):
    assert verify("VNPQ2026000259", day=timezone.localdate()).known_then == "unknown"


def test_the_page_explains_its_verdict_and_leads_to_the_paper(client, entry):
    html = client.get(f"/tra-cuu/{entry.number}/").content.decode()
    assert 'href="/tra-cuu/giai-thich/#number-valid"' in html
    assert f'href="/tra-cuu/{entry.number}.pdf"' in html
    assert "Danh sách trạng thái ký lúc" in html
    assert len(html.encode()) <= 20 * 1024
    past = client.get(f"/tra-cuu/{entry.number}/", {"ngay": "01/06/2026"}).content.decode()
    assert f'href="/tra-cuu/{entry.number}.pdf?ngay=01/06/2026"' in past


def test_a_suspended_one_is_said_to_count_no_more_in_the_list(client, entry, worker):
    factories.changed(entry, at=timezone.now())
    worker()
    html = client.get(f"/tra-cuu/{entry.number}/").content.decode()
    assert "ghi chứng chỉ không còn hiệu lực" in html


def test_where_no_paper_can_be_drawn_the_page_comes_instead(client, entry, monkeypatch):
    def missing(_sheet):
        raise OSError("cannot load library 'libpango'")

    monkeypatch.setattr("certificates.documents.confirmation.prepared", missing)
    answer = client.get(f"/tra-cuu/{entry.number}.pdf")
    assert answer.status_code == 503
    html = answer.content.decode().replace("\xa0", " ")
    assert "Hãy in trang này" in html
    assert "Chứng chỉ còn hiệu lực" in html
