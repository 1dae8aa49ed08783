"""Whoever writes a page is told at every field and every piece what it is for and what good looks like."""

from itertools import chain

import pytest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from cms.models import SitePage


PAGES = [model for model in get_page_models() if issubclass(model, SitePage)]


def fields_of(panels):
    """Return the field panels among panels, however deep they stand."""
    return chain.from_iterable(
        [panel] if isinstance(panel, FieldPanel) else fields_of(getattr(panel, "children", []))
        for panel in panels
    )


def blocks_of(block, path):
    """Yield a block and all beneath it, each with its path."""
    yield path, block
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from blocks_of(child, f"{path}.{name}")
    if hasattr(block, "child_block"):
        yield from blocks_of(block.child_block, f"{path}.item")


def said(block):
    return str(block.meta.help_text if hasattr(block.meta, "help_text") else "") or str(
        getattr(getattr(block, "field", None), "help_text", "") or ""
    )


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is_for(model):
    panels = list(fields_of(model.content_panels))
    assert panels
    silent = [
        panel.field_name
        for panel in panels
        if not (panel.help_text or model._meta.get_field(panel.field_name).help_text)
    ]
    assert silent == []


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_every_piece_of_a_page_says_what_it_is_for(model):
    streams = [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
    pieces = [piece for field in streams for piece in blocks_of(field.stream_block, field.name)]
    silent = [path for path, block in pieces if "." in path and not said(block)]
    assert silent == []
    assert len(pieces) > 9 or not streams
