"""The front door: a promise, and sections chosen by name."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.models.site_page import SitePage


def _section(label: Any, template: str, icon: str) -> blocks.StaticBlock:
    return blocks.StaticBlock(
        label=label,
        icon=icon,
        template=template,
        admin_text=_("Shown as it stands: it fills itself from the register and the calendar."),
    )


class SectionsBlock(blocks.StreamBlock):
    """
    Sections of the home page.

    Only names are kept. The template of each calls the tag of the app that has the numbers, and no
    section can be set up so that it looks ugly.
    """

    verify_box = _section(_("Verify a certificate"), "cms/sections/verify_box.html", "search")
    targets = _section(_("Targets of the programme"), "cms/sections/targets.html", "view")
    open_courses = _section(_("Open courses"), "cms/sections/open_courses.html", "openquote")
    next_sittings = _section(_("Next exam sittings"), "cms/sections/next_sittings.html", "date")
    news = _section(_("News"), "cms/sections/news.html", "doc-full")

    class Meta:
        block_counts = {
            name: {"max_num": 1}
            for name in ("verify_box", "targets", "open_courses", "next_sittings", "news")
        }


class HomePage(SitePage):
    kind_label = _("Home")
    template = "cms/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = len(settings.LANGUAGES)

    promise = models.CharField(
        _("promise"), max_length=120, help_text=_("The one large sentence of the front door.")
    )
    reason = models.TextField(_("reason"), max_length=300, help_text=_("Why one may believe it."))
    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("promise"),
        FieldPanel("reason"),
        FieldPanel("sections"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
