"""Writers, editors, publishers and translators at work in Wagtail's admin."""

from tests.journey.steps.publishing import approve, open_list


def write_draft(writer, title, *, summary, heading):
    """Write a story with a heading in Wagtail's admin and save it as a draft; return its address there."""
    page = open_list(writer, "Trang chủ", "Tin tức").page
    writer.press("main a[href$='/add_subpage/']")
    page.fill("[name=title]", title)
    page.fill("[name=summary]", summary)
    page.fill("[name=date]", "2026-11-23")
    page.keyboard.press("Escape")
    page.select_option("[name=category]", "training")
    page.locator(".c-sf-add-button").first.click()
    page.locator("[role=option]:has-text('Đề mục')").click()
    page.fill("[name=body-0-value]", heading)
    with page.expect_navigation():
        page.locator("footer button[type=submit]").first.click()
    return page.url


def submit(writer, address):
    """Hand the draft at an address over to the editors."""
    page = writer.visit(address).page
    page.locator("footer .w-dropdown__toggle").first.click()
    writer.press("button[name=action-submit]")


def correct(editor, title, **fields):
    """Open the story that waits, from the editor's own page, put fields right, and pass it on."""
    page = editor.visit("/cua-toi/").press(f"main a:has-text('{title}')").page
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)
    approve(page)


def begin_translation(editor, title):
    """Ask for the English counterpart of a story and stand in front of both, side by side."""
    page = open_list(editor, "Trang chủ", "Tin tức").page
    link = page.locator(f"tr:has(.title-wrapper:has-text('{title}')) a[href$='/edit/']").first
    number = link.get_attribute("href").split("/")[-3]
    editor.visit(f"/cms/localize/submit/page/{number}/")
    page.locator("input[name=locales]").check()
    editor.press("main form button[type=submit], main form input[type=submit]")
    return page.url


def translate(editor, words):
    """Translate pieces by what they say in Vietnamese, one beside the other."""
    page = editor.page
    for vietnamese, english in words.items():
        piece = page.locator(f"li:has(> p:text-is('{vietnamese}'))")
        piece.get_by_role("button").first.click()  # "translate"
        piece.get_by_role("textbox").fill(english)
        with page.expect_response(lambda answer: "/strings/" in answer.url):
            piece.get_by_role("button").last.click()  # "save"


def publish_translation(publisher, address):
    """Publish the translation that stands at an address of the admin."""
    publisher.visit(address).press("footer button[name=action][value=publish]")


def preview_on_phone(writer, title):
    """See the draft in the preview beside the form, at the width of a small phone."""
    page = writer.page
    page.locator("[data-side-panel-toggle=preview]").first.click()
    shown = page.frame_locator("#w-preview-iframe")
    shown.locator(f"h1:has-text('{title}')").wait_for()
    assert (
        page.locator("#w-preview-iframe").evaluate("frame => frame.contentWindow.innerWidth")
        == 360
    )
    writer.glance("editors-preview")
