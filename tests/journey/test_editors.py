"""A story in two languages: written, corrected, approved, translated side by side, read by everybody."""

import pytest

from tests.journey.steps import editing


pytestmark = pytest.mark.journey
TITLE, ENGLISH = "Lớp quan trắc năng suất ở Cà Mau", "A class on measuring productivity in Cà Mau"
SUMMARY = "Ba mươi học viên đo giờ máy dừng ngay tại xưởng."
ENGLISH_SUMMARY = "Thirty trainees measure machine stops on the shop floor."
LOUD, HEADING, ENGLISH_HEADING = (
    "HỌC NGAY TẠI XƯỞNG",
    "Học ngay tại xưởng",
    "Learning on the shop floor",
)


@pytest.fixture
def desk(visitors):
    """Writer, editor and publisher, each in a browser of their own."""
    names = {"writer": "viettin", "editor": "bientap", "publisher": "xuatban"}
    return {role: visitors().become(f"{name}@chuyengia.example") for role, name in names.items()}


def written(writer):
    """Write the story with a heading in capitals, see the warning and the preview, hand it over."""
    draft = editing.write_draft(writer, TITLE, summary=SUMMARY, heading=LOUD)
    warning = writer.page.locator("[data-content-checks]").inner_text()
    assert LOUD in warning
    writer.glance("editors-warning")
    editing.preview_on_phone(writer, TITLE)
    editing.submit(writer, draft)


def published(desk):
    """The editor lowers the heading and passes the story on; the publisher approves it."""
    editing.correct(desk["editor"], TITLE, **{"body-0-value": HEADING})
    editing.correct(desk["publisher"], TITLE)


def translated(desk):
    """The editor translates piece by piece; the publisher publishes the whole."""
    counterpart = editing.begin_translation(desk["editor"], TITLE)
    editing.translate(
        desk["editor"], {TITLE: ENGLISH, SUMMARY: ENGLISH_SUMMARY, HEADING: ENGLISH_HEADING}
    )
    desk["editor"].glance("editors-side-by-side")
    editing.publish_translation(desk["publisher"], counterpart)


def test_a_story_goes_through_all_hands_and_is_read_in_both_languages(desk, visitors):
    reader = visitors()
    written(desk["writer"])
    assert TITLE not in reader.visit("/tin-tuc/").text()
    published(desk)
    reader.visit("/tin-tuc/").press(f"main a:has-text('{TITLE}')").look("story-two-languages")
    assert HEADING in reader.text("article")

    reader.press(".lang a[lang=en]")
    assert "/en/chua-dich/" in reader.page.url
    reader.look("story-not-translated").press("main a.btn")
    assert reader.text("h1") == TITLE

    translated(desk)
    reader.page.reload()
    reader.press(".lang a[lang=en]").look("story-in-english")
    assert reader.text("h1") == ENGLISH
    assert ENGLISH_HEADING in reader.text("article")
    assert reader.page.locator("html").get_attribute("lang") == "en"
    assert reader.press(".lang a[lang=vi]").text("h1") == TITLE


EVENING = "Buổi tối hỏi đáp về tiêu chuẩn ở Lạng Sơn"
EVENING_IN_ENGLISH = "An evening of questions about standards in Lạng Sơn"


def test_one_approval_publishes_both_languages(desk, visitors):
    writer, editor, publisher = desk["writer"], desk["editor"], desk["publisher"]
    draft = editing.write_draft(writer, EVENING, summary=SUMMARY, heading=HEADING)
    editing.submit(writer, draft)
    editing.begin_translation(editor, EVENING)
    words = {EVENING: EVENING_IN_ENGLISH, SUMMARY: ENGLISH_SUMMARY, HEADING: ENGLISH_HEADING}
    editing.translate(editor, words)
    editing.correct(editor, EVENING)
    assert "được xuất bản cùng lúc" in publisher.visit(draft).page.locator("body").inner_text()
    publisher.glance("editors-both-languages")
    editing.correct(publisher, EVENING)

    reader = visitors()
    reader.visit("/tin-tuc/").press(f"main a:has-text('{EVENING}')")
    reader.press(".lang a[lang=en]").look("story-by-one-approval")
    assert reader.text("h1") == EVENING_IN_ENGLISH
