"""What people bring as evidence: sound files are taken, hostile ones refused, each for its own reason."""

import io
import resource
import time

import pytest
from PIL import Image, ImageFile

from certificates.documents.uploads import UploadRefused, checked
from certificates.file_forms import REFUSALS
from tests.certificates import brought


HOSTILE = brought.hostile()
MOST_GROWTH_KB, MOST_SECONDS = 150 * 1024, 10


def refusal(content):
    with pytest.raises(UploadRefused) as told:
        checked(content)
    return told.value.code


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_refused_within_bounds(name):
    code, content = HOSTILE[name]
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert refusal(content) == code
    assert time.process_time() - begun < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH_KB


def test_a_picture_that_was_cut_off_is_refused_also_where_something_else_lets_it_pass(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert refusal(HOSTILE["picture cut off"][1]) == "unreadable"
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_every_refusal_has_its_sentence_and_is_met_by_a_hostile_file():
    assert {code for code, _content in HOSTILE.values()} == set(REFUSALS)


@pytest.mark.parametrize(
    "content",
    [
        brought.pdf(),
        brought.pdf(b"/OpenAction [3 0 R /XYZ null null 0]"),
        brought.pdf(b"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"),
        brought.pdf(
            page=brought.PAGE[:-2] + b"/Annots [<< /A << /S /URI /URI (https://a.vn) >> >>] >>"
        ),
        brought.hidden_pdf(b"<< /S /GoTo /D [3 0 R /Fit] >>"),
        brought.pdf(b"", brought.stream(b"q Q")),
        brought.pdf() + b"\r\n\0",
    ],
    ids=["plain", "opens at a place", "goes to a page", "link", "packed", "content", "blank end"],
)
def test_a_plain_pdf_is_kept_byte_for_byte(content):
    kept = checked(content)
    assert (kept.kind, kept.content) == ("pdf", content)


def test_a_printed_page_passes():
    from weasyprint import HTML

    page = HTML(string="<h1>Xác nhận</h1><p><a href='https://vidu.example'>đơn vị</a></p>")
    assert checked(page.write_pdf()).kind == "pdf"


def test_nothing_but_the_picture_is_left_of_a_photograph():
    kept = checked(brought.photograph_with_place())
    assert kept.kind == "jpeg"
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert not picture.getexif()
        assert not {"comment", "icc_profile", "exif"} & set(picture.info)
        assert picture.size == (40, 60)  # turned as the camera said


def test_what_hides_behind_the_end_of_a_picture_is_gone():
    for kind in ("PNG", "JPEG"):
        kept = checked(brought.picture(kind) + b"PK\x03\x04 <script>alert(1)</script>")
        assert b"script" not in kept.content


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_pictures_of_every_kind_of_colour_are_drawn(mode):
    kept = checked(brought.picture("PNG", mode=mode))
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.size == (40, 30)


def test_a_large_photograph_becomes_smaller_within_bounds():
    content = brought.picture("JPEG", (7_000, 5_000))
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    kept = checked(content)
    assert time.process_time() - begun < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH_KB
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert max(picture.size) <= 4_000


def test_a_name_proves_nothing():
    assert checked(brought.picture("PNG")).kind == "png"
    assert refusal(b"%PDX-1.7 named .pdf") == "unknown"
