"""The checks of a page in the editor: our rules on the saved draft, Wagtail's on its preview."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import Panel
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.checks import LONGEST, SUMMARY, Finding, Piece, check


# Settings and symbols, not sentences.
UNREAD = frozenset({"chart", "expression", "symbol", "check"})
HEADINGS = frozenset({"heading"})
ADVICE = {
    "no_summary": _("There is no summary: lists, search and shared links have nothing to show."),
    "long_summary": _(
        "The summary is long: search engines cut it after some %(letters)d letters."
    ),
    "long_sentence": _("A long sentence. Two short ones are read more easily."),
    "vague_link": _("This link does not say where it leads. Name what is behind it."),
    "shouting": _(
        "A heading in capitals is hard to read, and is spelt out by some screen readers."
    ),
    "heading_order": _("This heading skips a level. Begin with the level below the one before."),
    "no_alternative": _("A picture has no alternative text. Say what it shows."),
}


def findings(page: Page) -> list[Finding]:
    """Return what to look at again in a page as it stands in memory."""
    pieces = [
        piece
        for field in page._meta.get_fields()  # noqa: SLF001 - Django's documented model API
        if isinstance(field, StreamField)
        for child in field.value_from_object(page)
        for piece in _pieces(child.block, child.value)
    ]
    return check(getattr(page, "summary", ""), pieces, language=page.locale.language_code)


def _pieces(block: blocks.Block, value: Any) -> Iterator[Piece]:
    if block.name in UNREAD or value is None or isinstance(block, BaseTypedTableBlock):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield Piece("prose", value.source)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield Piece("heading" if block.name in HEADINGS else "line", value)
    for part, inside in _parts(block, value):
        yield from _pieces(part, inside)


def _parts(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """What a block is made of, each part with its value."""
    if isinstance(block, blocks.StructBlock):
        yield from ((block.child_blocks[name], inside) for name, inside in value.items())
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, inside) for inside in value)
    elif isinstance(block, blocks.StreamBlock):
        yield from ((child.block, child.value) for child in value)


class ChecksPanel(Panel):
    """What to look at again in the draft that was saved last; nothing where all is well."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/checks_panel.html"

        def is_shown(self) -> bool:
            """Return whether the page was saved before and something was found."""
            return bool(self.instance.pk and self.found)

        @property
        def found(self) -> list[dict[str, Any]]:
            """The findings in words, the same advice given once."""
            numbers = {"letters": SUMMARY, "words": max(LONGEST.values())}
            by_code: dict[str, list[str]] = {}
            for finding in findings(self.instance):
                by_code.setdefault(finding.code, []).append(finding.excerpt)
            return [
                {"advice": str(ADVICE[code]) % numbers, "places": list(filter(None, places))}
                for code, places in by_code.items()
            ]

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Return the findings for the template."""
            return {**super().get_context_data(parent_context), "found": self.found}


class SiteContentChecker(ContentCheckerItem):
    """Wagtail's checks on the preview, which also look for pictures without alternative text."""

    axe_run_only: ClassVar = [*ContentCheckerItem.axe_run_only, "image-alt"]
    axe_messages: ClassVar = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("A picture has no alternative text"),
            "help_text": _("Say what it shows, or mark it as decorative"),
        },
    }
