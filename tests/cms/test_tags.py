"""What other pages take from this app."""

from django.template import Context, Template
from django.utils.translation import override

from tests.cms import factories


def shown(text, language="vi", **context):
    with override(language):
        return Template("{% load cms_tags %}" + text).render(Context(context))


def test_the_newest_story_leads_and_four_lines_follow(news):
    for number in range(7):
        factories.story(news["vi"], f"Tin {chr(65 + number)}", days_ago=number)
    html = shown("{% latest_news 5 %}")
    assert html.index("Tin A") < html.index("Tin E")
    assert "Tin F" not in html
    assert html.count("<h3>") == 1


def test_news_are_those_of_the_active_language(news):
    factories.story(news["vi"], "Chỉ tiếng Việt")
    factories.story(news["en"], "English only", topic="C03")
    html = shown("{% latest_news %}", language="en")
    assert "English only" in html
    assert "Chỉ tiếng Việt" not in html


def test_without_news_the_section_says_so(news):
    assert 'class="empty"' in shown("{% latest_news %}")


def test_two_queries_fill_the_section_of_news(news, django_assert_num_queries):
    for number in range(5):
        factories.story(news["vi"], days_ago=number)
    shown("{% latest_news 5 %}")
    with django_assert_num_queries(2):
        shown("{% latest_news 5 %}")


def test_a_publisher_without_waiting_pages_is_told_so(news, publisher):
    assert 'class="empty"' in shown("{% waiting_reviews user %}", user=publisher)
