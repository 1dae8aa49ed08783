"""The drum and what is made of it."""

import math
import re

import pytest

from cms.drum import INK, RAYS, certificate_art, drum, drum_mark, edge_band, frieze, star
from tests.cms.drawing import assert_plain_svg, parse


def _points(path):
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


@pytest.mark.parametrize("draw", [drum, drum_mark, frieze, edge_band])
def test_each_drawing_is_decorative_and_takes_a_class(draw):
    drawing = draw("some-class")
    assert_plain_svg(drawing)
    svg = parse(drawing)
    assert svg.get("class") == "some-class"
    assert svg.get("aria-hidden") == "true"
    assert svg.get("focusable") == "false"


def test_the_mark_needs_no_class():
    assert "class=" not in drum_mark()


def test_a_class_cannot_break_out_of_its_attribute():
    assert 'class="&quot;&gt;&lt;b&gt;"' in drum('"><b>')


def test_the_star_has_fourteen_rays_and_one_points_up():
    corners = _points(star(27, 9))
    assert len(corners) == 2 * RAYS == 28
    radii = [round(math.hypot(x - 100, y - 100)) for x, y in corners]
    assert set(radii[::2]) == {27}
    assert set(radii[1::2]) == {9}
    assert corners[0] == (100, 73)


def test_rays_are_a_parameter():
    assert len(_points(star(rays=12))) == 24


def test_the_drum_takes_its_colour_from_around_it_and_stays_light():
    drawing = drum("cover__drum")
    assert "#0b5d57" not in drawing
    assert len(drawing) < 15_000
    assert drawing.count("<use") == 16


def test_birds_fly_counter_clockwise():
    turns = re.findall(r"translate\(([\d.]+) ([\d.]+)\) rotate\((-?[\d.]+)\)", drum("x"))
    for x, y, turn in turns:
        angle, heading = math.atan2(float(y) - 100, float(x) - 100), math.radians(float(turn))
        # heading turned a quarter ahead of the radius is clockwise on screen; ours is a quarter behind
        assert math.sin(angle - heading) > 0.99


def test_two_drawings_on_a_page_do_not_share_an_id():
    assert_plain_svg(drum("cover__drum") + frieze("frieze") + edge_band("band"))


def test_the_frieze_has_as_many_birds_as_asked():
    assert frieze("frieze", birds=7).count("<use") == 7


class TestCertificate:
    art = certificate_art()

    def test_it_is_a_sheet_in_millimetres_with_its_own_ink(self):
        assert_plain_svg(self.art)
        svg = parse(self.art)
        assert svg.get("viewBox") == "0 0 297 210"
        assert svg.get("class") == "cert__art"
        assert "currentColor" not in self.art
        assert INK in self.art

    def test_it_is_light_enough_to_send_by_mail(self):
        assert len(self.art) < 100_000

    def test_the_watermark_is_faint(self):
        assert 'stroke-opacity=".2"' in self.art

    def test_four_corners_carry_the_mark(self):
        assert self.art.count('r="5.4"') == 4

    def test_another_sheet_has_another_border(self):
        portrait = certificate_art(210, 297)
        assert 'viewBox="0 0 210 297"' in portrait
        assert portrait != self.art
