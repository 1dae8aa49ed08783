"""Pieces of the site that other pages compose."""

import json
from typing import Any, Final

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from accounts.models import User
from cms import selectors
from cms.blocks import anchor as as_anchor
from cms.share import article_of


register = template.Library()
# So that no word of a story can end the block it stands in (as Django's json_script does).
UNSAFE_IN_SCRIPT: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.inclusion_tag("cms/tags/latest_news.html")
def latest_news(limit: int = 5) -> dict[str, Any]:
    """Show the newest stories in the active language: the first as the lead, the others as lines."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    stories = selectors.latest_news(language, limit)
    return {"lead": next(iter(stories), None), "briefs": stories[1:]}


@register.inclusion_tag("cms/tags/upcoming_events.html")
def upcoming_events(limit: int = 3) -> dict[str, Any]:
    """Show the next events in the active language; one query."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    return {"events": selectors.upcoming_events(language, limit, now=timezone.now())}


@register.simple_tag(takes_context=True)
def article_facts(context: Context) -> SafeString:
    """Return what search engines read of a story, as a block of JSON-LD, which no browser runs."""
    page = context["page"]
    if not page.pk:
        return SafeString()
    facts = article_of(page, address=str(context.get("canonical_url", "")))
    text = json.dumps(facts, ensure_ascii=False).translate(UNSAFE_IN_SCRIPT)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


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
