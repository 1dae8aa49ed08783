"""The checks stand in the editor's form; they warn, and only what shuts readers out is refused."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text, streamfield

from cms.editing.checking import findings
from cms.models import NewsPage, StandardPage
from cms.permissions import ensure_permissions
from cms.sitetree import ensure_site, load_news
from tests.cms.desk import form, write


LONG = " ".join(["chữ"] * 40)
FIGURE = {
    "title": "Lỗi",
    "caption": "Số lỗi",
    "description": "",
    "chart": "kind: bars\nitems:\n- {label: A, value: 2}",
}


@pytest.fixture
def desk(news):
    ensure_permissions()
    return news


def test_a_warning_stands_in_the_form_and_hinders_nothing(client, sign_in, desk, writer):
    sign_in(writer)
    body = streamfield(
        [("heading", "KHAI GIẢNG KHÓA MỚI"), ("text", rich_text(f"<p>{LONG}.</p>"))]
    )
    page = write(client, desk["vi"], body=body, **{"action-submit": "1"})
    sign_in(writer)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    warning = html.split("data-content-checks")[1].split("</div>")[0]
    assert "KHAI GIẢNG KHÓA MỚI" in warning
    assert "chữ chữ" in warning


def test_a_page_without_fault_shows_no_warning(client, sign_in, desk, writer):
    sign_in(writer)
    page = write(client, desk["vi"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "data-content-checks" not in client.get(url).content.decode()


def test_a_figure_without_its_description_is_kept_as_a_draft_but_not_submitted(
    client, sign_in, desk, writer
):
    sign_in(writer)
    url = reverse("wagtailadmin_pages:add", args=["cms", "newspage", desk["vi"].pk])
    body = streamfield([("figure", FIGURE)])
    assert client.post(url, form(body=body, **{"action-submit": "1"})).status_code == 200
    assert not NewsPage.objects.exists()
    assert client.post(url, form(body=body)).status_code == 302
    assert NewsPage.objects.exists()


def test_wagtail_s_own_checks_look_for_alternative_texts_too(client, sign_in, desk, writer):
    sign_in(writer)
    url = reverse("wagtailadmin_pages:edit", args=[write(client, desk["vi"]).pk])
    html = client.get(url).content.decode()
    given = html.split('id="checker-axe-configuration"')[1].split(">", 1)[1].split("</script>")[0]
    rules = json.loads(given)["options"]["runOnly"]
    assert {"image-alt", "heading-order", "link-name"} <= set(rules)


def test_our_own_stories_stand_up_to_the_checks(db):
    ensure_site()
    load_news()
    pages = [*NewsPage.objects.all(), *StandardPage.objects.all()]
    found = {page.url: findings(page) for page in pages}
    kinds = {finding.code for each in found.values() for finding in each}
    assert kinds <= {"long_sentence"}, found
    assert sum(map(len, found.values())) <= len(pages) / 2, found
