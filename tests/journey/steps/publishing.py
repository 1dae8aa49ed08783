"""An editor writes and passes on, a publisher approves, the public reads."""


def write_story(editor, title):
    """Write a story with a live number in Wagtail's admin and send it for review."""
    page = editor.visit("/cms/").glance("cms-home").page
    open_list(editor, "Trang chủ", "Tin tức").glance("cms-news")
    editor.press("main a[href$='/add_subpage/']")
    page.fill("[name=title]", title)
    page.fill("[name=summary]", "Một học viên vừa đi trọn con đường từ bài học đến chứng chỉ.")
    page.fill("[name=date]", "2026-11-23")
    page.keyboard.press("Escape")
    page.select_option("[name=category]", "certification")
    page.locator(".c-sf-add-button").first.click()
    page.locator("[role=option]:has-text('Con số trực tiếp')").click()
    page.select_option("[name=body-0-value]", "certified_2026_2030")
    editor.glance("cms-story")
    page.locator("footer .w-dropdown__toggle").first.click()
    editor.press("button[name=action-submit]")


def open_list(editor, *titles):
    """Go down the tree of pages, title by title; return the person."""
    editor.visit("/cms/pages/")
    for title in titles:
        editor.press(
            f"main tr:has(.title-wrapper:has-text('{title}')) a[href^='/cms/pages/']:not([href$='/edit/'])"
        )
    return editor


def approve_story(person, title, name):
    """Approve the step that the story is at, from the person's own page."""
    page = person.visit("/cua-toi/").look(f"mine-{name}").page
    person.press(f"main a:has-text('{title}')").glance(f"cms-review-{name}")
    approve(page)


def approve(page):
    """Press "approve" in the form of a page and wait until it is done."""
    page.locator("footer .w-dropdown__toggle").first.click()
    with page.expect_navigation():
        page.locator("footer button[data-workflow-action-name=approve]").first.click()


def read_story(reader, title, number):
    """Find the story on the news page and read it; it shows the register's number of today."""
    reader.visit("/tin-tuc/").look("news").press(f"main a:has-text('{title}')").look("story")
    assert title in reader.text("h1")
    assert str(number) in reader.text("article")
    assert reader.page.locator("#older").count() == 1
    older = reader.press("section[aria-labelledby=older] a").look("story-older")
    assert title in older.text("section[aria-labelledby=newer]")
