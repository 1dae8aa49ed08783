"""Certificates of other bodies: entered by one, confirmed by another, counted once."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.workspace import waiting_for
from certificates.documents.uploads import checked
from certificates.models import RecognisedCertificate, RecognisedScheme
from certificates.problems import Conflicted, NotEntitled, NotReady
from certificates.selectors import progress
from certificates.selectors.recognised import recognition
from certificates.services import recognised as services
from certificates.services.files import Brought
from tests import cast
from tests.certificates import brought, factories


pytestmark = pytest.mark.django_db
AT, REASON = factories.NOON, "Đối chiếu lại với tổ chức cấp"
SECOND = "2026-2030"


@pytest.fixture(scope="module")
def scan():
    return Brought("chung-chi.pdf", checked(brought.pdf()))


@pytest.fixture
def officers(scan):
    """Two officers, and what they do."""
    return Desk(scan)


class Desk:
    def __init__(self, scan):
        self.scan = scan
        self.first, self.second = cast.certification_officer(), cast.certification_officer()
        self.count = 0

    def entered(self, name="Nguyễn Văn An", code="APO-PS-101", on=date(2026, 3, 2), **changes):
        self.count += 1
        facts = {"birth_year": 1980, "number": f"APO-{self.count}"} | changes
        facts = services.Facts(
            scheme=RecognisedScheme.objects.get(code=code), holder_name=name, issued_on=on, **facts
        )
        return services.enter_recognised(facts=facts, evidence=self.scan, by=self.first, at=AT)

    def settled(self, entry, *, confirm=True, by=None, reason=""):
        return services.settle_recognised(
            certificate=entry, confirm=confirm, by=by or self.second, at=AT, reason=reason
        )

    def confirmed(self, *args, **changes):
        return self.settled(self.entered(*args, **changes))

    def linked(self, entry, account, reason=REASON):
        return services.link_recognised(
            certificate=entry, account=account, reason=reason, by=self.second, at=AT
        )

    def ended(self, entry, *, in_error=False, reason=REASON):
        return services.end_recognised(
            certificate=entry, in_error=in_error, reason=reason, by=self.first, at=AT
        )


def tally(period=SECOND):
    every, higher = recognition().tallies(progress.counts())[period]
    return (
        (every.register, every.recognised, every.both, every.together),
        (higher.register, higher.recognised, higher.both, higher.together),
    )


def test_an_entry_counts_once_a_second_officer_confirms_it(officers):
    entry = officers.entered()
    assert tally() == ((0, 0, 0, 0), (0, 0, 0, 0))
    with pytest.raises(Conflicted):
        officers.settled(entry, by=officers.first)
    officers.settled(entry)
    assert tally() == ((0, 1, 0, 1), (0, 1, 0, 1))
    assert [event.act for event in entry.events.all()] == ["entered", "confirmed"]


def test_the_database_keeps_four_eyes_and_the_words(officers):
    entry = officers.entered()
    rows = RecognisedCertificate.objects.filter(pk=entry.pk)
    for name, change in (
        ("recognised_four_eyes", {"state": "confirmed", "settled_by": officers.first, "settled_at": AT}),
        ("recognised_settled_by_somebody", {"state": "confirmed"}),
        ("recognised_keeps_its_words", {"holder_name": "Người khác"}),
        ("recognised_keeps_its_words", {"valid_until": date(2029, 1, 1)}),
        ("recognised_state_runs_one_way", {"state": "ended", "settled_by": officers.second}),
        ("recognised_by_holder", {"account": officers.first}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError, match="recognised_is_kept"), transaction.atomic():
        rows._raw_delete("default")


def test_a_person_in_both_counts_once(officers):
    holder = cast.person("Nguyễn Văn An")
    factories.past(holder, (2026, 2, 3))
    entry = officers.confirmed()
    assert tally() == ((1, 1, 0, 2), (0, 1, 0, 1))
    officers.linked(entry, holder)
    assert tally() == ((1, 1, 1, 1), (0, 1, 0, 1))
    officers.linked(entry, None, "Nhầm người trùng tên")
    assert tally() == ((1, 1, 0, 2), (0, 1, 0, 1))
    notes = entry.events.filter(act__in=["linked", "unlinked"])
    assert [(event.act, event.account, event.reason) for event in notes] == [
        ("linked", holder, REASON),
        ("unlinked", holder, "Nhầm người trùng tên"),
    ]


def test_an_ended_recognition_stays_counted_and_an_error_does_not(officers):
    entry, error = officers.confirmed(), officers.confirmed("Trần Thị Bình")
    officers.ended(entry)
    officers.ended(error, in_error=True)
    assert tally()[0] == (0, 1, 0, 1)
    with pytest.raises(NotReady, match="trạng thái"):
        officers.ended(entry)


def test_a_rejected_entry_never_counts_and_may_be_entered_again(officers):
    entry = officers.entered(number="APO-77")
    with pytest.raises(NotReady, match="đã được nhập"):
        officers.entered(number="APO-77")
    with pytest.raises(NotReady, match="lý do"):
        officers.settled(entry, confirm=False)
    officers.settled(entry, confirm=False, reason="Ảnh mờ")
    with pytest.raises(NotReady, match="trạng thái"):
        officers.settled(entry)
    assert tally()[0] == (0, 0, 0, 0)
    officers.confirmed(number="APO-77")


def test_what_cannot_be_is_refused(officers, trainee):
    for words, changes in (
        ("sau hôm nay", {"on": date(2027, 1, 1)}),
        ("trước khi", {"valid_until": date(2020, 1, 1)}),
        ("năm sinh", {"birth_year": 2020}),
    ):
        with pytest.raises(NotReady, match=f"(?i){words}"):
            officers.entered(**changes)
    with pytest.raises(Conflicted):
        officers.entered(account=officers.first)
    entry = officers.confirmed()
    with pytest.raises(NotReady, match="lý do"):
        officers.linked(entry, trainee, " ")
    with pytest.raises(NotReady, match="lý do"):
        officers.ended(entry, reason="")
    with pytest.raises(NotReady, match="Gỡ"):
        officers.linked(entry, None)
    with pytest.raises(NotEntitled):
        officers.settled(entry, by=trainee)


LIST, PAGE = "/chung-chi/cong-nhan/", "/tien-do/"


def test_every_number_opens_exactly_its_entries(client, sign_in, officers):
    holder = cast.person("Lê Văn Ba")
    factories.past(holder, (2026, 2, 3))
    officers.confirmed("Lê Văn Ba", account=holder)
    officers.confirmed("Trần Thị Bình", code="CMC")
    officers.confirmed("Trần Thị Bình", code="APS")
    officers.confirmed("Phạm Văn Tư", on=date(2023, 5, 5))
    officers.entered("Chưa Xác Nhận")
    sign_in(officers.first)
    html = client.get(PAGE).content.decode()
    links = re.findall(r'href="(/chung-chi/cong-nhan/\?[^"]+)">([\d.]+)<', html)
    assert len(links) == 5
    for address, number in links:
        page = client.get(unescape(address)).context["page"]
        assert page.paginator.count == int(number), address
    client.logout()
    public = client.get(PAGE).text
    assert LIST not in public
    assert "tính một lần" in public


def test_the_api_says_the_same(client, officers):
    holder = cast.person("Lê Văn Ba")
    factories.past(holder, (2026, 2, 3))
    officers.confirmed("Lê Văn Ba", account=holder)
    _first, second = client.get("/api/v1/progress").json()["periods"]
    assert second["with_recognised"] == {
        "register_alone": 1,
        "recognised": 1,
        "both": 1,
        "together": 1,
    }
    assert second["with_recognised_higher"]["together"] == 1


def test_the_home_page_says_it_in_words(officers, rf):
    from certificates.templatetags.certificates_tags import target_numbers

    officers.confirmed()
    (every, _higher) = target_numbers({})["with_recognised"]
    assert every.together == 1


def posted(scan_bytes, **changes):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return {
        "scheme": RecognisedScheme.objects.get(code="CMC").pk,
        "number": "CMC-9",
        "holder_name": "Trần  Thị Bình",
        "birth_year": "1979",
        "account": "",
        "issued_on": "02/03/2026",
        "valid_until": "02/03/2029",
        "evidence": SimpleUploadedFile("cmc.pdf", scan_bytes),
    } | changes


def test_officers_enter_confirm_link_and_end_in_the_browser(client, sign_in, officers):
    sign_in(officers.first)
    enter = reverse("certificates:enter_recognised")
    assert "Nhập" in client.get(enter).text
    assert client.post(enter, posted(b"MZ not a pdf")).status_code == 422
    assert client.post(enter, posted(brought.pdf(), account="ai@vidu.vn")).status_code == 422
    assert client.post(enter, posted(brought.pdf(), birth_year="2015")).status_code == 409
    answer = client.post(enter, posted(brought.pdf()), follow=True)
    entry = RecognisedCertificate.objects.get()
    assert entry.holder_name == "Trần Thị Bình"
    assert "cán bộ khác" in answer.text
    url = entry.get_absolute_url()
    assert client.post(url, {"action": "confirm"}).status_code == 409
    namesake = cast.person("Trần Thị Bình", email="binh@vidu.example")
    sign_in(officers.second)
    (job,) = waiting_for(officers.second, at=AT)
    assert job.url == LIST
    assert "binh@vidu.example" in client.get(url).text
    assert client.post(entry.evidence.get_absolute_url()).status_code == 200
    client.post(url, {"action": "confirm"})
    assert client.post(url, {"action": "link", "account": "khong"}).status_code == 422
    assert client.post(url, {"action": "nothing"}).status_code == 422
    client.post(url, {"action": "link", "account": "binh@vidu.example", "reason": REASON})
    entry.refresh_from_db()
    assert (entry.state, entry.account) == ("confirmed", namesake)
    client.post(url, {"action": "unlink", "reason": "Nhầm"})
    answer = client.post(url, {"action": "end", "reason": "Hết hạn"}, follow=True)
    for words in ("Nhầm", "Hết hạn", "Trần Thị Bình"):
        assert words in answer.text


def test_the_list_narrows_and_costs_the_same_however_long(client, sign_in, officers):
    sign_in(officers.first)
    assert "Chưa có chứng chỉ" in client.get(LIST).text
    officers.confirmed("Nguyễn Văn An")
    narrow = {"tinh_vao": SECOND, "q": "nguyen"}
    with CaptureQueriesContext(connection) as few:
        assert client.get(LIST, narrow).context["page"].paginator.count == 1
    for index in range(30):
        officers.confirmed(f"Nguyễn Văn {index}")
    with CaptureQueriesContext(connection) as many:
        page = client.get(LIST, narrow).context["page"]
    assert (page.paginator.count, len(page.object_list)) == (31, 25)
    assert len(many) == len(few)
    assert client.get(LIST, {"ca_hai": "1", "tinh_bac_cao": SECOND}).context["page"].paginator.count == 0  # fmt: skip
