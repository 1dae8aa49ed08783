"""Plain pages: about, help, accessibility, personal data."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import HOW_TO_BUILD, BodyBlock
from cms.models.site_page import SitePage


class StandardPage(SitePage):
    about = _("Something that stays: who we are, help, rules. What happened on a day is news.")
    template = "cms/standard_page.html"
    parent_page_types = ["cms.HomePage", "cms.StandardPage"]
    subpage_types = ["cms.StandardPage"]

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("body", help_text=HOW_TO_BUILD)]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
