"""Somebody looks for something: with tones, without, by keyboard alone, with a slip; reads news, takes an event home."""

import pytest


pytestmark = pytest.mark.journey


def results(visitor):
    return visitor.page.locator("main ol.stories h2").all_inner_texts()


def test_a_person_finds_with_tones_and_without_and_after_a_slip(visitors):
    public = visitors()
    public.visit("/tim-kiem/?q=nang+suat").look("search-folded")
    without = results(public)
    public.visit("/tim-kiem/?q=năng+suất")
    assert set(results(public)) == set(without) != set()
    assert public.page.locator("main mark").count()
    public.visit("/tim-kiem/?q=kaizne").look("search-slip")
    public.press("#better")
    assert results(public)
    public.visit("/tim-kiem/?q=zzzzqqqq").look("search-empty")
    assert results(public) == []


def test_a_suggestion_is_taken_by_keyboard_alone(visitors):
    public = visitors()
    public.visit("/tim-kiem/")
    field = public.page.locator("#q")
    field.focus()
    public.page.keyboard.type("nang suat", delay=20)
    public.page.locator("#q-suggestions [role=option]").first.wait_for()
    public.look("search-suggestions")
    assert field.get_attribute("aria-expanded") == "true"
    public.page.keyboard.press("ArrowDown")
    chosen = public.page.locator("#q-suggestions [aria-selected=true]")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant")
    address = chosen.get_attribute("href")
    with public.page.expect_navigation():
        public.page.keyboard.press("Enter")
    assert public.page.url.endswith(address)


def test_news_events_and_documents_are_read_and_an_event_is_taken_home(visitors):
    public = visitors()
    public.visit("/tin-tuc/?chuyen-muc=training").look("news-filtered")
    assert public.page.locator('link[type="application/atom+xml"]').count() == 1
    public.press("ul.stories h2 a").look("news-story")
    assert public.page.locator('script[type="application/ld+json"]').count() == 1
    public.visit("/van-ban/").look("documents")
    public.press("ul.stories h2 a").look("document")
    public.visit("/su-kien/").look("events")
    public.press("ul.stories h3 a").look("event")
    with public.page.expect_download() as waiting:
        public.page.locator("a[href$='.ics']").click()
    assert waiting.value.suggested_filename.endswith(".ics")
