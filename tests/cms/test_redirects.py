"""A page that moves or changes its address is still found at the old one, in both languages."""

import pytest

from cms.models import StandardPage
from tests.cms import factories


@pytest.mark.parametrize(("language", "prefix"), [("vi", ""), ("en", "/en")])
def test_the_old_address_leads_to_the_new_one_after_the_slug_changed(
    client, news, language, prefix, django_capture_on_commit_callbacks
):
    page = factories.story(news[language], "Tin")
    old = page.url
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "dia-chi-moi"
        page.save_revision().publish()
    answer = client.get(old)
    assert answer.status_code == 301
    assert answer["Location"].endswith(f"{prefix}/tin-tuc/dia-chi-moi/")
    assert client.get(answer["Location"]).status_code == 200


def test_the_old_address_leads_on_after_a_page_moved(
    client, news, django_capture_on_commit_callbacks
):
    first, second = factories.standard(news["vi"], "Một"), factories.standard(news["vi"], "Hai")
    old = first.url
    with django_capture_on_commit_callbacks(execute=True):
        first.move(StandardPage.objects.get(pk=second.pk), pos="last-child")
    assert client.get(old)["Location"].endswith(f"{second.url}{first.slug}/")
