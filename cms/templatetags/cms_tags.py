"""Pieces of the site that other pages compose."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.utils.translation import get_language

from accounts.models import User
from cms import selectors
from cms.blocks import anchor as as_anchor


register = template.Library()


@register.inclusion_tag("cms/tags/latest_news.html")
def latest_news(limit: int = 5) -> dict[str, Any]:
    """Show the newest stories in the active language: the first as the lead, the others as lines."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    stories = selectors.latest_news(language, limit)
    return {"lead": next(iter(stories), None), "briefs": stories[1:]}


@register.inclusion_tag("cms/tags/waiting_reviews.html")
def waiting_reviews(user: User) -> dict[str, Any]:
    """Show the pages that wait for this person's approval."""
    return {"reviews": selectors.waiting_reviews(user)}


@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context: Context) -> dict[str, Any]:
    """Show the way to this page; the page's context brings `crumbs`."""
    page = context["page"]
    return {"crumbs": context.get("crumbs", []), "here": page.title}


@register.filter
@stringfilter
def anchor(text: str) -> str:
    """Return the text as the id of a heading."""
    return as_anchor(text)
