"""
What a page or a lesson is made of.

Every block is a thing a reader knows (a heading, a formula, a worked example, a figure), never a piece
of layout: nothing an editor enters can make a page ugly. News, standard pages and lessons share them.
"""

import logging
import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

import yaml
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language, gettext, gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from accounts.names import fold
from cms.charts import ChartError, render
from cms.streams import BlockError, stream_from_yaml
from cms.table_words import key_of, reworded, words_of


__all__ = ["HOW_TO_BUILD", "BlockError", "BodyBlock", "FigureBlock", "anchor", "stream_from_yaml"]

FEATURES: Final = ["bold", "ol", "ul", "link", "document-link"]
OPERATORS: Final = re.compile(r"\s([=≈≤≥<>+−×·/÷])\s")
HOW_TO_BUILD: Final = _("Built from pieces: choose one with the plus sign, move it by its arrows.")
log = logging.getLogger(__name__)


def anchor(text: str) -> str:
    """Return the text as the id of a heading: 'Vì sao đo?' becomes 'vi-sao-do'."""
    return slugify(fold(text))[:60] or "muc"


def _words(*, label: Any, limit: int = 160, **kwargs: Any) -> blocks.CharBlock:
    return blocks.CharBlock(label=label, max_length=limit, **kwargs)


def _prose(*, label: Any, **kwargs: Any) -> blocks.RichTextBlock:
    return blocks.RichTextBlock(label=label, features=FEATURES, **kwargs)


class TermBlock(blocks.StructBlock):
    symbol = _words(
        label=_("Symbol"), limit=40, help_text=_("As it stands in the formula: A, OEE, x̄.")
    )
    name = _words(label=_("Name"), help_text=_("In full: availability."))
    meaning = _words(
        label=_("How it is counted, with its unit"),
        limit=300,
        required=False,
        help_text=_("What is divided by what, and in which unit."),
    )

    class Meta:
        label = _("Term")
        help_text = _("One letter of the formula and what it means.")


class FormulaValue(blocks.StructValue):
    """A formula that knows its operators, so that they can stand back from the letters."""

    def parts(self) -> list[tuple[str, bool]]:
        """Return the pieces of the expression, each with whether it is an operator."""
        pieces = OPERATORS.split(self["expression"])
        return [(piece, bool(index % 2)) for index, piece in enumerate(pieces)]


class FormulaBlock(blocks.StructBlock):
    expression = _words(label=_("Formula"), help_text=_("For example: OEE = A × P × Q"))
    spoken = _words(
        label=_("Read aloud"),
        limit=300,
        help_text=_("What a screen reader says: OEE equals A times P times Q"),
    )
    terms = blocks.ListBlock(
        TermBlock(),
        label=_("Terms"),
        min_num=1,
        help_text=_("Every letter of the formula, in its order."),
    )

    class Meta:
        icon = "superscript"
        label = _("Formula")
        help_text = _(
            "One formula with the meaning of its letters; the numbers belong into a worked example."
        )
        template = "cms/blocks/formula.html"
        value_class = FormulaValue


class GridBlock(TypedTableBlock):
    """A table of text whose columns of figures stand to the right."""

    text = blocks.CharBlock(
        label=_("Text"), required=False, max_length=300, help_text=_("Words, aligned to the left.")
    )
    number = blocks.CharBlock(
        label=_("Numbers"),
        required=False,
        max_length=60,
        help_text=_("Figures, aligned to the right: 1.000,5. The unit belongs into the heading."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "grid": grid_of(value)}

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        """Return the words of the table for wagtail-localize."""
        raw = self.get_prep_value(value)
        return [StringSegmentValue(key_of(text), text) for text in words_of(raw)] if raw else []

    def restore_translated_segments(self, value: Any, segments: list[StringSegmentValue]) -> Any:
        """Return the table in the words of wagtail-localize."""
        new = {segment.path: segment.render_text() for segment in segments}
        raw = reworded(self.get_prep_value(value), lambda text: new.get(key_of(text), text))
        return self.to_python(raw)


def grid_of(value: Any) -> dict[str, Any]:
    """Return the columns of a table and its rows of cells: text, heading of its column, is a number."""
    columns = [(column["heading"], column["block"].name == "number") for column in value.columns]
    rows = [
        [
            (str(cell), heading, number)
            for cell, (heading, number) in zip(row, columns, strict=True)
        ]
        for row in ([cell.value for cell in cells] for cells in value.rows)
    ]
    return {"caption": value.caption, "columns": columns, "rows": rows}


class TableBlock(GridBlock):
    class Meta:
        icon = "table"
        label = _("Table")
        help_text = _(
            "Figures to compare: a caption, a heading for each column, at most five columns for phones."
        )
        template = "cms/blocks/table.html"


class WorkedExampleBlock(blocks.StructBlock):
    title = _words(label=_("Title"), help_text=_("What is worked out, and where."))
    intro = _prose(
        label=_("What is given"),
        help_text=_("The situation and its numbers, in two or three sentences."),
    )
    table = GridBlock(label=_("Calculation"), help_text=_("The last column holds the results."))
    total = blocks.ListBlock(
        _words(
            label=_("Cell"),
            limit=300,
            required=False,
            help_text=_("What stands under the column."),
        ),
        label=_("Last line"),
        default=[],
        help_text=_("One cell for each column, or none at all."),
    )
    conclusion = _prose(
        label=_("What follows"),
        required=False,
        help_text=_("What the result means, and what one would do next."),
    )

    def clean(self, value: Any) -> Any:
        """Return the value; raise ValidationError if the last line does not fit the columns."""
        cleaned = super().clean(value)
        if len(cleaned["total"]) not in {0, len(cleaned["table"].columns)}:
            raise blocks.StructBlockValidationError(
                {"total": ValidationError(gettext("Give one cell for each column, or none."))}
            )
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        grid = grid_of(value["table"])
        total = [
            (str(cell), heading, number)
            for cell, (heading, number) in zip(value["total"], grid["columns"], strict=False)
        ]
        return {**context, "grid": grid, "total": total}

    class Meta:
        icon = "clipboard-list"
        label = _("Worked example")
        help_text = _("A calculation step by step, with numbers that the reader can check.")
        template = "cms/blocks/worked_example.html"


def chart_from_text(text: str) -> Mapping[str, Any]:
    """Return the chart an editor described in YAML; raise ChartError in plain words if it is none."""
    try:
        spec = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ChartError(gettext("Line %(line)d cannot be read.") % {"line": line}) from problem
    if not isinstance(spec, dict):
        raise ChartError(gettext("Describe the chart by lines such as “kind: bars”."))
    return spec


class FigureBlock(blocks.StructBlock):
    title = _words(label=_("Title"), help_text=_("Short: what is drawn."))
    caption = _words(
        label=_("Caption"), limit=400, help_text=_("The sentence that says what the figure shows.")
    )
    description = blocks.TextBlock(
        label=_("Description"), help_text=_("The same in words, for people who do not see it.")
    )
    chart = blocks.TextBlock(
        label=_("Chart"),
        help_text=_(
            "One setting a line, for example “kind: bars”, “unit: minutes”, “items:” and beneath it "
            "lines such as “- {label: Stops, value: 27}”. Kinds: bars, columns, line, waterfall, "
            "control, pareto, histogram, flow."
        ),
    )

    def clean(self, value: Any) -> Any:
        """Return the value; raise ValidationError with the reason if the chart cannot be drawn."""
        cleaned = super().clean(value)
        try:
            self.drawn(cleaned)
        except ChartError as problem:
            raise blocks.StructBlockValidationError(
                {"chart": ValidationError(str(problem))}
            ) from problem
        return cleaned

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return the words of the figure, without the settings of its chart."""
        return [value["title"], value["caption"], value["description"]]

    @staticmethod
    def drawn(value: Mapping[str, str]) -> SafeString:
        """Return the figure; raise ChartError if its chart cannot be drawn."""
        return render(
            chart_from_text(value["chart"]),
            title=value["title"],
            description=value["description"],
            caption=value["caption"],
            language=(get_language() or "vi")[:2],
        )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        try:
            figure = self.drawn(value)
        except ChartError:
            # A draft may hold a chart that is not finished: its words stand in for it.
            log.warning("A figure cannot be drawn: %s", value["title"])
            figure = SafeString()
        return {**context, "figure": figure}

    class Meta:
        icon = "image"
        label = _("Figure")
        help_text = _("A drawing from numbers. Its words say everything that it shows.")
        template = "cms/blocks/figure.html"


class CalloutBlock(blocks.StructBlock):
    title = _words(label=_("Title"), help_text=_("The point of the note in a few words."))
    text = _prose(label=_("Text"), help_text=_("Two or three sentences."))

    class Meta:
        icon = "info-circle"
        label = _("Note")
        help_text = _(
            "Stands apart from the text: a warning, a definition, an exception. One or two on a page."
        )
        template = "cms/blocks/callout.html"


class ReflectionBlock(blocks.StructBlock):
    prompt = blocks.TextBlock(
        label=_("Question to think about"),
        help_text=_("About the reader’s own workplace; nobody marks it."),
    )
    hint = blocks.TextBlock(
        label=_("Where to start"),
        required=False,
        help_text=_("A first step for whoever is stuck."),
    )

    class Meta:
        icon = "help"
        label = _("Reflection")
        help_text = _("A pause: a question that has no single answer.")
        template = "cms/blocks/reflection.html"


class LiveFigureBlock(blocks.ChoiceBlock):
    """A number counted from the register when the page is shown: only its name is kept."""

    choices: ClassVar = [
        ("certified_2021_2025", _("Experts certified 2021–2025")),
        ("certified_2026_2030", _("Experts certified from 2026")),
        ("certified_higher_2026_2030", _("Of these at regional or international level")),
    ]

    def get_context(self, value: str, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "label": dict(self.choices).get(value, "")}

    class Meta:
        icon = "view"
        label = _("Live number")
        help_text = _(
            "Counted from the register whenever the page is shown, so it is never out of date."
        )
        template = "cms/blocks/live_figure.html"


class BodyBlock(blocks.StreamBlock):
    """The body of a page or a lesson."""

    heading = _words(
        label=_("Heading"),
        limit=120,
        icon="title",
        template="cms/blocks/heading.html",
        help_text=_("Says what comes next; it also appears in the table of contents."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        features=FEATURES,
        help_text=_("Short paragraphs, one thought each; sentences of at most thirty words."),
    )
    formula = FormulaBlock()
    worked_example = WorkedExampleBlock()
    table = TableBlock()
    figure = FigureBlock()
    callout = CalloutBlock()
    reflection = ReflectionBlock()
    live_figure = LiveFigureBlock()
    summary = blocks.ListBlock(
        _words(label=_("Point"), limit=300, help_text=_("One sentence that stands by itself.")),
        label=_("Summary"),
        help_text=_("Three to five points to remember, at the end."),
        icon="list-ul",
        min_num=1,
        template="cms/blocks/summary.html",
    )

    class Meta:
        required = False
