"""A photograph of a printed code is as good as a camera, and a photograph of anything else says what is wrong."""

import io

import pytest
import segno
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageFilter

from certificates.documents import photo
from certificates.documents.enclosed import EnclosedError
from certificates.documents.photo import code_in
from certificates.models import OfflineToken
from certificates.rules.status import Event
from tests.certificates import factories, hostile


pytestmark = pytest.mark.django_db
ADDRESS = "/tra-cuu/quet/"


def drawn(text, *, scale=5):
    out = io.BytesIO()
    segno.make(text, error="m", boost_error=False, micro=False).save(out, kind="png", scale=scale)
    out.seek(0)
    return Image.open(out).convert("L")


def photographed(text, *, kind="JPEG", turn=9, size=(1600, 1200)):
    """Return a photograph of a code on a table: turned, a little blurred, on a grey ground."""
    picture = Image.new("L", size, 150)
    code = drawn(text).rotate(turn, expand=True, fillcolor=150)
    picture.paste(code, ((size[0] - code.width) // 2, (size[1] - code.height) // 2))
    out = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(0.8)).convert("RGB").save(out, kind, quality=80)
    return out.getvalue()


def send(client, content, name="ma.jpg"):
    return client.post(ADDRESS, {"anh": SimpleUploadedFile(name, content)})


@pytest.fixture
def entry(worker):
    made = factories.certificate()
    worker()
    return made


def of_token(entry):
    text = OfflineToken.objects.get(credential__intent__event__certificate=entry).text
    return f"{settings.SITE_URL}/v#{text}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_code_is_read_from_a_photograph_however_it_lies(entry, kind):
    text = of_token(entry)
    assert code_in(photographed(text, kind=kind, turn=-17)) == text


def test_a_photograph_of_a_large_camera_is_read_at_a_part_of_its_size(entry, monkeypatch):
    sizes = []
    read = photo.zxingcpp.read_barcodes

    def noted(picture, **how):
        sizes.append(picture.size)
        return read(picture, **how)

    monkeypatch.setattr(photo.zxingcpp, "read_barcodes", noted)
    text = f"{settings.SITE_URL}/v/{entry.number}"
    picture = Image.open(io.BytesIO(photographed(text))).resize((6400, 4800))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    assert code_in(out.getvalue()) == text
    assert max(sizes[0]) <= photo.LONG_SIDE


def refusal(content):
    with pytest.raises(EnclosedError) as told:
        code_in(content)
    return told.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: b"x" * (photo.MOST_BYTES + 1), "oversized"),
        (lambda: b"nothing", "unreadable"),
        (lambda: photographed("x")[:200], "unreadable"),
        (lambda: hostile.picture(9_000, 9_000), "bomb"),
        (lambda: hostile.picture(60_000, 60_000), "bomb"),
        (lambda: b"GIF89a" + bytes(800), "unreadable"),
        (lambda: hostile.picture(800, 600), "no_code"),
    ],
)
def test_what_holds_no_code_is_refused_for_its_own_reason(content, code):
    assert refusal(content()) == code


def test_a_picture_of_many_pixels_is_never_unpacked(monkeypatch):
    monkeypatch.setattr(Image.Image, "convert", lambda *_args: pytest.fail("unpacked"))
    assert refusal(hostile.picture(9_000, 9_000)) == "bomb"


def test_a_text_that_is_too_long_is_no_code_of_ours(monkeypatch):
    monkeypatch.setattr(photo, "MOST_LETTERS", 5)
    assert refusal(photographed("a long text")) == "no_code"


def test_the_answer_to_a_signed_code_is_the_registers(client, entry):
    html = send(client, photographed(of_token(entry))).content.decode().replace("\xa0", " ")
    assert "Chứng chỉ còn hiệu lực" in html
    assert entry.holder_name in html
    assert 'href="/tra-cuu/giai-thich/#code-signed"' in html
    factories.changed(entry, Event.WITHDRAWN)
    html = send(client, photographed(of_token(entry))).content.decode().replace("\xa0", " ")
    assert "đã bị thu hồi" in html


def test_a_code_with_a_number_leads_to_its_answer(client, entry):
    answer = send(client, photographed(f"{settings.SITE_URL}/v/{entry.number}"))
    assert (answer.status_code, answer.url) == (302, f"/tra-cuu/{entry.number}/")


def test_a_code_of_somebody_else_is_named_and_not_followed(client, entry):
    there = f"https://chuyengia.vidu.example/v/{entry.number}"
    html = send(client, photographed(there)).content.decode()
    assert "không dẫn đến sổ đăng ký" in html.replace("\xa0", " ")
    assert "chuyengia.vidu.example" in html
    assert there not in html
    assert entry.holder_name not in html


def test_a_forged_code_shows_nothing_of_what_it_says(client, entry):
    text = of_token(entry)
    forged = text[:-9] + ("A" if text[-9] != "A" else "B") + text[-8:]
    html = send(client, photographed(forged)).content.decode()
    assert "verdict--bad" in html
    assert entry.holder_name not in html
    assert entry.number not in html


def test_a_photograph_without_a_code_is_explained(client):
    answer = send(client, hostile.picture(800, 600), name="x.png")
    assert answer.status_code == 422
    assert "Không tìm thấy mã QR" in answer.content.decode()
    assert send(client, b"").status_code == 422
    assert client.post(ADDRESS).status_code == 422


def test_only_this_page_may_ask_for_the_camera(client):
    assert client.get(ADDRESS)["Permissions-Policy"].startswith("camera=(self)")
    for address in ("/tra-cuu/", "/tra-cuu/tep/", "/v", "/"):
        assert client.get(address)["Permissions-Policy"].startswith("camera=()")


def test_the_page_takes_no_picture_from_a_strange_site(entry):
    assert send(Client(enforce_csrf_checks=True), photographed(of_token(entry))).status_code == 403


def test_the_ways_in_lead_here(client):
    for name in ("lookup", "check_code"):
        assert f'href="{ADDRESS}"' in client.get(reverse(f"certificates:{name}")).content.decode()


def test_the_pages_are_light(client):
    for address in (ADDRESS, "/tra-cuu/", "/tra-cuu/tep/", "/v"):
        assert len(client.get(address).content) <= 20 * 1024
