"""The mark as files: drawn from the drum's own parameters, the same bytes each time."""

from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from PIL import Image

from cms.drum import star
from cms.marks import STAR, build_marks, mark_svg


@pytest.fixture
def built(tmp_path):
    build_marks(tmp_path / "img")
    return tmp_path / "img"


def test_the_tab_shows_the_star_of_the_drum(built):
    drawing = (built / "mark.svg").read_text()
    assert ElementTree.fromstring(drawing).get("viewBox") == "0 0 200 200"  # noqa: S314 - our own
    assert star(*STAR) in drawing
    assert "currentColor" not in mark_svg()


@pytest.mark.parametrize("side", [180, 192, 512])
def test_home_screens_get_pictures_without_holes(built, side):
    with Image.open(built / f"mark-{side}.png") as picture:
        assert picture.size == (side, side)
        assert picture.mode == "RGB"
        assert picture.getpixel((side // 2, side // 2)) == (242, 183, 5)
        assert picture.getpixel((2, 2)) == (11, 93, 87)


def test_building_twice_gives_the_same_bytes(built, tmp_path):
    build_marks(tmp_path / "again")
    for name in ("mark.svg", "mark-180.png", "mark-192.png", "mark-512.png"):
        assert (built / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_set_up_makes_them_before_it_collects_files(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "config.management.commands.prepare_assets.build_fonts", lambda folder: None
    )
    monkeypatch.setattr(
        "config.management.commands.prepare_assets.call_command", lambda *_a, **_k: None
    )
    settings.BUILD = tmp_path
    call_command("prepare_assets")
    assert (tmp_path / "static" / "img" / "mark-180.png").exists()


@pytest.mark.django_db
def test_every_page_names_both(client):
    html = client.get("/tra-cuu/").content.decode()
    assert 'rel="icon" href="/static/img/mark.svg"' in html
    assert 'rel="apple-touch-icon" href="/static/img/mark-180.png"' in html
