"""Answering a question rightly, of whatever kind, with the mouse or with the keyboard only."""

from tests.journey.keys import ESSAYS, item_of, number_of


def answer(page, scope):
    """Answer the question inside the scope; return its code."""
    item = item_of(page.locator(f"{scope} .q__stem").first.text_content())
    WAYS[item["type"]](page, scope, item)
    return item["id"]


def _single(page, scope, item):
    _tick(page, scope, item["key"])


def _multiple(page, scope, item):
    for letter in item["key"]:
        _tick(page, scope, letter)


def _tick(page, scope, letter):
    """Click the label, as people do: the box itself may be drawn by it."""
    box = f"input[value='{letter}']"
    page.locator(f"{scope} .opt__pick:has({box})").click()
    assert page.locator(f"{scope} .opt__pick {box}").is_checked()


def _numeric(page, scope, item):
    page.fill(f"{scope} input[inputmode=decimal]", number_of(item))


def _matching(page, scope, item):
    for left, right in item["key"].items():
        page.select_option(f"{scope} select[data-part='{left}']", right)


def _ordering(page, scope, item):
    for place, letter in enumerate(item["key"]):
        page.locator(f"{scope} select[data-part]").nth(place).select_option(letter)


def _essay(page, scope, item):
    page.fill(f"{scope} textarea", ESSAYS[item["id"]])


WAYS = {
    "single": _single,
    "multiple": _multiple,
    "numeric": _numeric,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
}


def answer_single_by_keyboard(page):
    """Answer a question of one choice with Tab, Space and the arrows alone; return its code."""
    item = item_of(page.locator("[data-stage] .q__stem").first.text_content())
    assert item["type"] == "single"
    page.locator("[data-stage] h2").focus()
    for _press in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    for _step in range(sorted(option["id"] for option in item["options"]).index(item["key"])):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.value") == item["key"]
    page.keyboard.press("Control+Enter")
    return item["id"]
