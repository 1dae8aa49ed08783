"""Sitting the exam, marking it without knowing whose it is, releasing the results."""

import re

from tests.journey.steps.answering import answer, answer_single_by_keyboard


def start_exam(visitor):
    """Start the sitting that is open now; return its public id."""
    page = visitor.visit("/ky-thi/").look("exams").page
    visitor.press("section[aria-labelledby=open] table a").look("sitting")
    sitting = re.search(r"/ky-thi/([0-9a-f-]{36})/", page.url).group(1)
    visitor.press("form[action$='/bat-dau/'] button")
    assert "/ky-thi/bai-thi/" in page.url
    return sitting


def answer_paper(visitor):
    """Answer all questions, one by keyboard only; return the codes in their order."""
    page, codes, by_keyboard = visitor.page, [], False
    total = page.locator("[data-plate] ol button").count()
    for position in range(1, total + 1):
        page.wait_for_selector(f"[data-stage] [data-position='{position}']")
        kind = page.locator("[data-stage] [data-answer]").get_attribute("data-kind")
        if kind == "single" and not by_keyboard:
            by_keyboard = True
            codes.append(answer_single_by_keyboard(page))
            continue
        codes.append(answer(page, "[data-stage]"))
        _show_kind(visitor, kind)
        if position < total:
            page.locator("[data-next]").click()
    assert by_keyboard
    return codes


def _show_kind(visitor, kind):
    saved(visitor.page)
    if kind not in visitor.seen:  # one picture of each kind of question
        visitor.seen.add(kind)
        visitor.look(f"exam-{kind}")


def saved(page):
    """Wait until the bar says that everything is on the server."""
    page.locator("[data-save-words]", has_text="Đã lưu trên máy chủ").wait_for()


def answers_survive_a_reload(visitor):
    """Reload the first essay: what was typed is there, from the server."""
    page = visitor.page
    saved(page)
    typed = page.locator("[data-stage] textarea").input_value()
    page.reload()
    page.emulate_media(color_scheme="dark")
    visitor.look("dark-exam")
    page.emulate_media(color_scheme=visitor.scheme)
    assert page.locator("[data-stage] textarea").input_value() == typed


def hand_in(visitor):
    """Review, hand in; return candidate number and receipt code."""
    page = visitor.page
    visitor.press("[data-last]").look("hand-in")
    assert page.locator("#open").count() == 0, "a question is not answered"
    visitor.press("form[data-hand-in] button").look("receipt")
    code = page.locator("dl.facts code").first.inner_text()
    number = re.search(r"NS \d{4}", visitor.text()).group(0)
    return number, code


def end_sitting(officer, sitting):
    """End the open sitting early: nobody works any more."""
    officer.visit("/ky-thi/cong-bo/").look("releases")
    officer.visit(f"/ky-thi/cong-bo/{sitting}/ket-thuc/").look("sitting-end")
    officer.press("main form button")


def mark_all(examiner, sitting, candidate, *, nobody):
    """Mark every script of the sitting with number keys; the candidate stays a number."""
    page = examiner.visit("/ky-thi/cham-bai/").look("marking-queue").page
    examiner.visit(f"/ky-thi/cham-bai/{sitting}/").look("marking-sitting")
    examiner.press(".desk-head a.btn")
    for script in (1, 2):
        html = page.content()
        assert candidate in html
        assert not [word for word in nobody if word in html]
        if script == 1:
            examiner.look("marking-script")
        _mark_by_keyboard(page)
    examiner.visit(f"/ky-thi/cham-bai/{sitting}/").look("marking-done")
    assert examiner.page.locator(".desk-head a.btn").count() == 0, "a script is left"


def _mark_by_keyboard(page):
    for criterion in page.locator("[data-criterion]").all():
        highest = criterion.get_attribute("data-highest")
        page.keyboard.press(str(int(float(highest))))
    page.keyboard.press("c")
    page.keyboard.type("Lập luận rõ, có số liệu.")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def release(officer, sitting):
    """Release all results of the sitting together."""
    officer.visit(f"/ky-thi/cong-bo/{sitting}/").look("release")
    officer.press("main form button").look("released")
