"""The signed paper of a checked list, as others see it."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from certificates import tasks
from certificates.documents import drawn
from certificates.models import KeyRole, ListCheck, SigningKey
from certificates.models.documents import MOST_ATTEMPTS
from certificates.services import list_paper
from certificates.signing.pades import certificates_in
from certificates.signing.seals import SealingError
from tests import cast
from tests.certificates.test_lists import many, started


pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(desk, asked, worker):
    """A checked list, its page and the register's log signed before it was asked."""
    worker()
    return desk(asked)


@pytest.fixture
def url(listed):
    return listed.redirect_chain[-1][0]


def content(client, url):
    return client.get(url.rstrip("/") + ".pdf").content


def drawn_paper():
    with ListCheck.objects.get().paper.open() as stored:
        return stored.read()


def words(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_paper_is_asked_for_drawn_sealed_and_taken_away(client, url):
    assert client.get(url.rstrip("/") + ".pdf").status_code == 404
    page = client.post(url + "ban-pdf/", follow=True)
    assert page["Refresh"]
    assert "Bản PDF đang được tạo" in page.content.decode()
    assert (tasks.draw_lists(), tasks.seal_lists()) == (1, 1)
    assert (tasks.draw_lists(), tasks.seal_lists()) == (0, 0)
    page = client.get(url)
    assert "Refresh" not in page
    assert "Bản PDF có chữ ký số" in page.content.decode()
    pdf = content(client, url)
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    root = certificates_in(SigningKey.objects.get(role=KeyRole.SEAL).chain)[-1:]
    found = validate_pdf_signature(signature, ValidationContext(trust_roots=root))
    assert found.bottom_line
    assert found.docmdp_ok


def test_it_says_the_headline_the_time_the_log_and_every_line_with_its_reason(client, url):
    client.post(url + "ban-pdf/")
    tasks.draw_lists()
    pdf = drawn_paper()
    said = " ".join(words(pdf).split())
    for expected in (
        "1 trong 5 chứng chỉ còn hiệu lực",
        "10:00:00 ngày 23/11/2026",
        "VNPQ 2026 0001 62 Nguyễn Thị Ngọc Ẩn",
        "Hai số kiểm tra không khớp",
        "03/QĐ-HĐCN",
        "tên không khớp",
        "MẪU - KHÔNG CÓ GIÁ TRỊ",
        "Trang 1 trong 1",
    ):
        assert expected in said, expected
    assert "nhật ký gồm" in said


def test_it_is_tagged_and_whole_for_archives(client, url):
    client.post(url + "ban-pdf/")
    tasks.draw_lists()
    reader = PdfReader(io.BytesIO(drawn_paper()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert 'pdfaid:conformance="A"' in root["/Metadata"].get_data().decode()
    document = root["/StructTreeRoot"]["/K"]
    kinds = [child.get_object()["/S"] for child in document["/K"]]
    assert kinds[1] == "/H1"
    table = document["/K"][-1].get_object()
    heads, *rows = [row.get_object() for row in table["/K"]]
    assert {cell.get_object()["/S"] for cell in heads["/K"]} == {"/TH"}
    assert len(rows) == 5
    fonts = reader.pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"]


def test_every_page_of_a_long_list_has_the_heads_and_its_number(agency, asked):
    check = started(agency, many(60))
    pdf = PdfReader(io.BytesIO(list_paper.drawing_of(check, at=timezone.now())))
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) >= 3
    for number, page in enumerate(pages, start=1):
        assert f"Trang {number} trong {len(pages)}" in page
        assert "Số chứng chỉ" in page
    assert sum(page.count("VNPQ 2026 0001 62") for page in pages) == 60


def test_words_too_long_for_a_column_are_broken_and_unknown_letters_replaced():
    face = drawn.Paper().faces[drawn.PLAIN]
    lines = face.wrap("x" * 100 + " Nguyễn Thị", 8, 50)
    assert all(face.width(line, 8) <= 50 for line in lines)
    assert "".join(lines).replace(" ", "") == "x" * 100 + "NguyễnThị"
    assert face.encode("漢") == face.encode("?")


def test_asking_twice_makes_one_paper(client, url):
    for _turn in range(2):
        client.post(url + "ban-pdf/")
    assert tasks.draw_lists() == 1
    check = ListCheck.objects.get()
    client.post(url + "ban-pdf/")
    assert ListCheck.objects.get().paper.name == check.paper.name


def test_what_a_worker_has_in_hand_no_other_takes_until_a_minute_is_over(
    client, url, monkeypatch, fixed_day
):
    client.post(url + "ban-pdf/")

    def killed(*_args, **_kwargs):
        assert tasks.draw_lists() == 0
        raise KeyboardInterrupt

    monkeypatch.setattr(list_paper, "drawing_of", killed)
    with pytest.raises(KeyboardInterrupt):
        tasks.draw_lists()
    monkeypatch.undo()
    assert tasks.draw_lists() == 0
    fixed_day.shift(timedelta(minutes=1))
    assert tasks.draw_lists() == 1


def test_what_cannot_be_drawn_is_tried_a_few_times_said_and_may_be_asked_for_anew(
    client, url, monkeypatch, fixed_day
):
    client.post(url + "ban-pdf/")

    def broken(*_args, **_kwargs):
        raise KeyError("field")

    with monkeypatch.context() as patched:
        patched.setattr(list_paper, "drawing_of", broken)
        for _turn in range(MOST_ATTEMPTS):
            assert tasks.draw_lists() == 1
            fixed_day.shift(timedelta(minutes=1))
        assert tasks.draw_lists() == 0
    assert "Chưa tạo được bản PDF" in client.get(url).content.decode()
    client.post(url + "ban-pdf/")
    assert tasks.draw_lists() == 1


def test_a_seal_that_fails_is_tried_again_without_drawing_anew(
    client, url, quick_paper, monkeypatch, fixed_day
):
    class NoAnswer:
        def seal(self, pdf):
            raise SealingError("no answer")

    client.post(url + "ban-pdf/")
    tasks.draw_lists()
    with monkeypatch.context() as patched:
        patched.setattr("certificates.signing.pades.sealer_of", lambda *_a, **_k: NoAnswer())
        assert tasks.seal_lists() == 1
    fixed_day.shift(timedelta(minutes=1))
    assert (tasks.draw_lists(), tasks.seal_lists()) == (0, 1)
    assert content(client, url).endswith(b" sealed")


def test_a_list_that_is_deleted_while_it_is_drawn_leaves_no_file(client, url, monkeypatch):
    client.post(url + "ban-pdf/")
    real = list_paper.drawing_of

    def deleted(check, *, at):
        client.post(url + "xoa/")
        return real(check, at=at)

    monkeypatch.setattr(list_paper, "drawing_of", deleted)
    assert tasks.draw_lists() == 1
    assert not ListCheck.objects.exists()


def test_the_paper_goes_with_its_list(client, url, django_capture_on_commit_callbacks):
    client.post(url + "ban-pdf/")
    tasks.draw_lists()
    check = ListCheck.objects.get()
    storage, name = check.paper.storage, check.paper.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url + "xoa/")
    assert not storage.exists(name)


def test_nobody_takes_another_agencys_paper(client, url, sign_in):
    client.post(url + "ban-pdf/")
    tasks.draw_lists()
    tasks.seal_lists()
    sign_in(cast.agency())
    assert client.get(url.rstrip("/") + ".pdf").status_code == 404
    assert client.post(url + "ban-pdf/").status_code == 404


def test_a_list_is_checked_again_as_of_today_and_once_only(client, url, fixed_day):
    fixed_day.shift(timedelta(days=1))
    key = str(client.get(url).context["key"])
    first, second = (client.post(url + "kiem-tra-lai/", {"khoa": key}) for _turn in range(2))
    assert first["Location"] == second["Location"] != url
    assert ListCheck.objects.count() == 2
    assert ListCheck.objects.latest("pk").day == timezone.localdate()
    assert client.post(url + "kiem-tra-lai/")["Location"] == url
