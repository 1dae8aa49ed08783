"""The library: found by year, kind, body and words; files are what they say they are."""

import io
import zipfile
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.models import Document

from cms import uploads
from cms.models import DocumentIndexPage, DocumentPage
from cms.sitetree import ensure_site, load_documents
from tests.cms import factories


@pytest.fixture
def library(news):
    index = factories.section(news["vi"], DocumentIndexPage, "van-ban", "Văn bản")
    factories.document(index)
    factories.document(
        index, "Luật Bảo vệ dữ liệu cá nhân", number="91/2025/QH15", kind="law", issuer="Quốc hội",
        issued_on=date(2025, 6, 26),
    )  # fmt: skip
    return index


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["91/2025/QH15", "1322/QĐ-TTg"]),
        ("?nam=2020", ["1322/QĐ-TTg"]),
        ("?loai=law", ["91/2025/QH15"]),
        ("?co-quan=Qu%E1%BB%91c+h%E1%BB%99i", ["91/2025/QH15"]),
        ("?q=du+lieu", ["91/2025/QH15"]),
        ("?q=1322", ["1322/QĐ-TTg"]),
        ("?q=thu+tuong&loai=law", []),
        ("?nam=x&loai=%3Cb%3E", ["91/2025/QH15", "1322/QĐ-TTg"]),
    ],
)
def test_the_library_is_narrowed_by_what_is_asked(client, library, query, numbers):
    response = client.get(f"/van-ban/{query}")
    assert [page.number for page in response.context["documents"]] == numbers


def test_only_choices_that_documents_have_are_offered(client, library):
    filters = {
        each["name"]: each["choices"] for each in client.get("/van-ban/").context["filters"]
    }
    assert [value for value, _label in filters["nam"]] == ["2025", "2020"]
    assert {value for value, _label in filters["loai"]} == {"law", "decision"}
    assert [value for value, _label in filters["co-quan"]] == ["Quốc hội", "Thủ tướng Chính phủ"]


def pdf():
    return SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.7\n" + b"x" * 2040)


def test_a_document_shows_its_particulars_and_its_file_with_format_and_size(client, library):
    page = DocumentPage.objects.get(number="1322/QĐ-TTg")
    page.file = Document.objects.create(title="Toàn văn", file=pdf())
    page.source_url = "https://example.org/1322"
    page.save()
    html = client.get(page.url).content.decode().replace("\u00a0", " ")
    for words in (
        "1322/QĐ-TTg",
        "31/08/2020",
        "Thủ tướng Chính phủ",
        "PDF, 2,0 KB",
        "example.org",
    ):
        assert words in html
    answer = client.get(page.file.url)
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "PDF, 2,0 KB" in client.get("/van-ban/").content.decode().replace("\u00a0", " ")


def packed(**members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return held.getvalue()


DOCX, XLSX = packed(word__document_xml="<x/>"), packed(xl__workbook_xml="<x/>")
ODT = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml="<x/>")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4 ...", "pdf"),
        (DOCX, "docx"),
        (XLSX, "xlsx"),
        (ODT, "odt"),
        (packed(content_xml="<x/>"), ""),
        (packed(readme="x"), ""),
        (b"MZ\x90\x00", ""),
        (b"<html>", ""),
        (b"PK\x03\x04 broken", ""),
        (b"", ""),
    ],
)
def test_the_format_is_told_by_the_content(content, kind):
    assert uploads.format_of(io.BytesIO(content)) == kind


def is_taken(name, content):
    form = uploads.DocumentForm.__new__(uploads.DocumentForm)
    form.cleaned_data = {"file": SimpleUploadedFile(name, content)}
    form.__dict__["changed_data"] = ["file"]
    try:
        return bool(form.clean_file())
    except ValidationError:
        return False


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("a.pdf", b"%PDF-1.4", True),
        ("a.docx", DOCX, True),
        ("a.docx", b"%PDF-1.4", False),
        ("a.pdf", b"MZ\x90", False),
        ("a.exe", b"MZ\x90", False),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name, content, taken):
    assert is_taken(name, content) is taken


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 5)
    assert not is_taken("a.pdf", b"%PDF-1.4")


def test_editors_put_up_files_by_this_form():
    from wagtail.documents.forms import get_document_base_form

    assert get_document_base_form() is uploads.DocumentForm


def test_the_documents_of_the_programme_stand_in_both_languages(client, db):
    ensure_site()
    load_documents()
    load_documents()
    assert DocumentPage.objects.count() == 10
    for page in DocumentPage.objects.all():
        assert client.get(page.url).status_code == 200
