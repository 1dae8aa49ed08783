"""Every state of every component, as each kind of reader meets it: nobody may have a complaint."""

import pytest

from tests.journey.visitor import DESKTOP


pytestmark = pytest.mark.journey
ADDRESS = "/cms/components/"
EDITOR = "bientap@chuyengia.example"
SMALL = {"width": 320, "height": 640}
WAYS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "motion": {"reduced_motion": "no-preference"},
    "print": {"media": "print"},
}


def test_no_component_fails_any_reader(visitors):
    visitor = visitors().become(EDITOR)
    visitor.visit(ADDRESS)
    for name, way in WAYS.items():
        visitor.page.emulate_media(
            **{"media": "screen", "color_scheme": "light", "forced_colors": "none", **way}
        )
        for size in (SMALL, DESKTOP):
            visitor.page.set_viewport_size(size)
            visitor._measure(f"gallery-{name}", size["width"])
            visitor.page.screenshot(
                path=visitor.screenshots / f"gallery-{name}-{size['width']}.png", full_page=True
            )
    visitor.note_violations()


def test_the_gallery_shows_itself_as_on_a_small_phone(visitors):
    visitor = visitors().become(EDITOR)
    visitor.visit(f"{ADDRESS}?khung=320")
    inner = visitor.page.frame_locator("iframe")
    inner.locator("#k-footer").wait_for()
    assert inner.locator("html").evaluate("html => html.scrollWidth") <= 320
    visitor.note_violations()


def test_a_dialog_opens_and_closes_by_keyboard(visitors):
    visitor = visitors().become(EDITOR)
    page = visitor.visit(ADDRESS).page
    page.locator("[popovertarget]").first.focus()
    page.keyboard.press("Enter")
    page.locator("[role=dialog]").wait_for(state="visible")
    visitor._measure("dialog", DESKTOP["width"])
    page.keyboard.press("Escape")
    page.locator("[role=dialog]").wait_for(state="hidden")
    visitor.note_violations()
