"""What people send from Wagtail's own screens."""

from django.urls import reverse
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import NewsPage


SLUG = "khai-giang-khoa-moi"
BODY = [("text", rich_text("<p>Nội dung.</p>")), ("live_figure", "certified_2026_2030")]


def form(**extra):
    """What the editor's form of a story sends."""
    return nested_form_data(
        {
            "title": "Khai giảng khóa mới",
            "slug": SLUG,
            "summary": "Khóa học mở từ tháng 12.",
            "date": "2026-11-23",
            "category": "training",
            "topic": "C01",
            "source": "",
            "body": streamfield(BODY),
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "comment_notifications": "on",
            **extra,
        }
    )


def write(client, index, **extra):
    """Write a new story in a list of news; return it."""
    url = reverse("wagtailadmin_pages:add", args=["cms", "newspage", index.pk])
    response = client.post(url, form(**extra))
    assert response.status_code == 302, response.context["form"].errors
    return NewsPage.objects.get(slug=SLUG)


def change(client, page, **extra):
    """Send the form of a story that exists; return the answer."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(**extra))


def decide(client, page, action, comment=""):
    """Approve or reject the step of the review that a page is at; return the answer."""
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step(page).pk])
    return client.post(url, {"comment": comment})


def step(page):
    """Return the step of the review that a page is at."""
    return TaskState.objects.get(
        workflow_state__object_id=str(page.pk), status=TaskState.STATUS_IN_PROGRESS
    )


def latest(page):
    """Return a page as its newest draft has it."""
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
