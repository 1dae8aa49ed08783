"""The front door: a promise, and sections that an editor puts in order."""

from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.models.news import Topic
from cms.models.site_page import SitePage


def _section(label: Any, template: str, icon: str) -> blocks.StaticBlock:
    words = _("Shown as it stands: it fills itself from the register and the calendar.")
    return blocks.StaticBlock(
        label=label, icon=icon, template=template, help_text=words, admin_text=words
    )


class HighlightBlock(blocks.StructBlock):
    """One thing that matters now, in two sentences, with the page that says more."""

    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, help_text=_("What is new, in a few words.")
    )
    text = blocks.TextBlock(
        label=_("Text"), max_length=240, rows=3, help_text=_("At most two sentences.")
    )
    page = blocks.PageChooserBlock(
        label=_("Page that says more"),
        help_text=_("Where the button leads; a page in the same language."),
    )
    words = blocks.CharBlock(
        label=_("Words of the button"),
        max_length=40,
        help_text=_("Say what one gets there: “See the new requirements”, not “Click here”."),
    )

    class Meta:
        label = _("Highlight")
        icon = "pick"
        template = "cms/sections/highlight.html"
        help_text = _("One thing that matters now. Take it away when it is over.")


class FigureTextBlock(blocks.StructBlock):
    """A few sentences beside a drawing of the house."""

    title = blocks.CharBlock(
        label=_("Heading"),
        max_length=80,
        help_text=_("What the section is about, in a few words."),
    )
    text = blocks.TextBlock(
        label=_("Text"), max_length=400, rows=4, help_text=_("At most four sentences.")
    )
    drawing = blocks.ChoiceBlock(
        label=_("Drawing"),
        choices=Topic.choices,
        help_text=_("It decorates; the text has to say everything."),
    )
    page = blocks.PageChooserBlock(
        label=_("Page that says more"),
        required=False,
        help_text=_("Where to read on, if there is such a page."),
    )

    class Meta:
        label = _("Text with a drawing")
        help_text = _(
            "Explains something that stays: how one becomes an expert, why one may trust a certificate."
        )
        icon = "image"
        template = "cms/sections/figure_text.html"


class LinkRowBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(
        label=_("Page"),
        help_text=_("Its title becomes the link; it is shown once it is published."),
    )
    note = blocks.CharBlock(
        label=_("What is there"),
        max_length=100,
        required=False,
        help_text=_("One short sentence."),
    )

    class Meta:
        label = _("Link")
        help_text = _("One page, one row.")


class LinkRowsBlock(blocks.StructBlock):
    """Two to six pages, one a row."""

    title = blocks.CharBlock(
        label=_("Heading"), max_length=80, help_text=_("What these pages have in common.")
    )
    links = blocks.ListBlock(
        LinkRowBlock(),
        label=_("Links"),
        min_num=2,
        max_num=6,
        help_text=_("The page most people need comes first."),
    )

    class Meta:
        label = _("Rows of links")
        help_text = _("Ways to pages that many people look for.")
        icon = "list-ul"
        template = "cms/sections/link_rows.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the rows whose page everyone may read, with title, address and note."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["rows"] = [
            {"title": link["page"].title, "url": link["page"].url, "note": link["note"]}
            for link in value["links"]
            if link["page"] is not None and link["page"].live
        ]
        return context


STANDING: Final = ("verify_box", "targets", "open_courses", "next_sittings", "news", "events")


class SectionsBlock(blocks.StreamBlock):
    """
    Sections of the home page.

    The standing ones are names only: the template of each calls the tag of the app that has the numbers. The
    editorial ones have a few short fields. None can be set up so that it looks ugly.
    """

    verify_box = _section(_("Verify a certificate"), "cms/sections/verify_box.html", "search")
    targets = _section(_("Targets of the programme"), "cms/sections/targets.html", "view")
    open_courses = _section(_("Open courses"), "cms/sections/open_courses.html", "openquote")
    next_sittings = _section(_("Next exam sittings"), "cms/sections/next_sittings.html", "date")
    news = _section(_("News"), "cms/sections/news.html", "doc-full")
    events = _section(_("Events"), "cms/sections/events.html", "calendar-alt")
    highlight = HighlightBlock()
    figure_text = FigureTextBlock()
    link_rows = LinkRowsBlock()

    class Meta:
        block_counts = {
            **{name: {"max_num": 1} for name in STANDING},
            "highlight": {"max_num": 1},
            "figure_text": {"max_num": 2},
            "link_rows": {"max_num": 1},
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
        FieldPanel(
            "sections",
            help_text=_("In the order in which they appear. Each can be moved and taken away."),
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
