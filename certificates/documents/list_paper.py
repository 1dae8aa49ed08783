"""The answers to a list as paper: the headline first, then every row with its status and the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext as _

from certificates.documents.drawn import BOLD, HEIGHT, PLAIN, WIDTH, Element, Paper
from certificates.look import look_of
from certificates.models import Checkpoint, ListAnswer, ListCheck, NameMatch, by_language
from certificates.models.verification import Verdict


LEFT, RIGHT = 40.0, WIDTH - 40
TOP, FOOT = 52.0, HEIGHT - 58
QUIET, RULED = "46544f", "d5d9d0"
COLOURS = {"ok": "1b6b36", "hold": "8a4b00", "out": "b3261e", "none": "b3261e"}
SMALL, NORMAL, LEADING = 7.2, 8.6, 1.42
GAP, PAD = 10.0, 4.5
COLUMNS = (28.0, 104.0, 168.0, 146.0, 69.28)  # points; together the width between the margins


@dataclass(frozen=True)
class Piece:
    """Some words of a cell in one weight, size and colour."""

    words: str
    weight: int = PLAIN
    size: float = NORMAL
    colour: str = "14211e"


@dataclass(frozen=True)
class Placed:
    """A row whose lines are known: so many points high."""

    cells: list[list[tuple[Piece, list[str]]]]
    height: float


def reason_of(row: ListAnswer) -> str:
    """Return why a line has its status, in the active language; empty where the status says it all."""
    if row.verdict == Verdict.MISTYPED:
        return _("The check digits do not match; probably a typing error")
    if row.verdict == Verdict.MALFORMED:
        return _("Four letters, year, four digits, two check digits")
    if row.cause and row.cause.replaced_by:
        return f"{_('Replaced by')} {row.cause.replaced_by.grouped_number}"
    if row.cause:
        facts = {
            "day": date_format(row.cause.effective_on, "SHORT_DATE_FORMAT"),
            "number": row.cause.document_number,
        }
        return _("Since %(day)s, decision %(number)s") % facts
    return ""


def cells_of(row: ListAnswer) -> list[list[Piece]]:
    """Return what stands in the five columns of a row."""
    certificate, look = row.certificate, look_of(row.verdict)
    number = certificate.grouped_number if certificate else row.number
    until = date_format(certificate.valid_until, "SHORT_DATE_FORMAT") if certificate else "–"
    status = [Piece(str(look.short), BOLD, colour=COLOURS.get(look.css, "14211e"))]
    repeats = (
        _("Repeats line %(line)s") % {"line": number_format(row.first_line)}
        if row.first_line
        else ""
    )
    return [
        [Piece(number_format(row.line, force_grouping=True), colour=QUIET)],
        [Piece(number or _("No number in this line"), BOLD), *_small(repeats)],
        _holder(row),
        [*status, *_small(reason_of(row))],
        [Piece(until)],
    ]


def _holder(row: ListAnswer) -> list[Piece]:
    certificate = row.certificate
    if certificate is None:
        return [Piece(_("No entry has this number"), colour=QUIET), *_small(row.name)]
    level = f"{certificate.get_level_display()}, {_in_language(certificate.snapshot['field'])}"
    pieces = [Piece(certificate.holder_name, BOLD), *_small(level)]
    if row.name_match == NameMatch.DIFFERS:
        words = _("Your list says “%(name)s”: the names differ.") % {"name": row.name}
        pieces.append(Piece(words, BOLD, SMALL, COLOURS["hold"]))
    elif row.name_match == NameMatch.MATCHES:
        pieces += _small(_("The name matches."))
    return pieces


def _in_language(names: dict[str, str]) -> str:
    return names["name_en" if (get_language() or "vi").startswith("en") else "name_vi"]


def _small(words: str) -> list[Piece]:
    return [Piece(words, size=SMALL, colour=QUIET)] if words else []


def headline(check: ListCheck, valid: int) -> str:
    """Return the answer in one sentence."""
    return _("%(valid)s of %(total)s certificates are valid") % {
        "valid": number_format(valid, force_grouping=True),
        "total": number_format(check.total, force_grouping=True),
    }


def facts_of(check: ListCheck, checkpoint: Checkpoint | None) -> Iterator[str]:
    """Yield when and against which state of the register the list was checked, and how to check it again."""
    at = timezone.localtime(check.at)
    asked = {
        "time": at.strftime("%H:%M:%S"),
        "day": date_format(at, "SHORT_DATE_FORMAT"),
        "of": date_format(check.day, "SHORT_DATE_FORMAT"),
    }
    yield _("Checked at %(time)s on %(day)s; the answers are those of %(of)s.") % asked
    if checkpoint:
        state = {
            "size": number_format(checkpoint.size, force_grouping=True),
            "root": checkpoint.root[:32],
        }
        yield _("State of the register: log of %(size)s entries, root %(root)s…") % state
    if check.organisation:
        yield _("Asked by: %(name)s") % {"name": by_language(check.organisation, "name")}
    if check.source:
        yield _("From the file: %(name)s") % {"name": check.source}


def draw(
    check: ListCheck, rows: Sequence[ListAnswer], *, checkpoint: Checkpoint | None, issuer: str,
    site_url: str, specimen: bool, at: datetime,
) -> bytes:  # fmt: skip
    """Return the answers as a PDF without a seal, in the active language."""
    paper = Paper()
    valid = sum(row.verdict == Verdict.VALID for row in rows)
    title = headline(check, valid)
    paper.turn()
    down = _begin(
        paper, [issuer, title], [*facts_of(check, checkpoint), _again(site_url)], specimen=specimen
    )
    placed = [_place(paper, row) for row in rows]
    pages = list(_paginate(placed, first=FOOT - down - 24, others=FOOT - TOP - 24))
    table = Element("Table", paper.root)
    for number, on_page in enumerate(pages, start=1):
        if number > 1:
            paper.turn()
            down = TOP
        down = _heads(paper, down, table if number == 1 else None)
        for row in on_page:
            down = _row(paper, row, down, Element("TR", table))
        _foot(paper, check, number, len(pages))
    return paper.finish(title=title, language=get_language() or "vi", at=at)


def _again(site_url: str) -> str:
    where = f"{site_url.partition('://')[2]}/tra-cuu/"
    return _(
        "Check any line again at %(where)s; the seal shows that nothing here was changed."
    ) % {"where": where}


def _begin(paper: Paper, heads: list[str], facts: list[str], *, specimen: bool) -> float:
    plain, bold = paper.faces[PLAIN], paper.faces[BOLD]
    issuer, title = heads
    wide = RIGHT - LEFT
    paper.text(
        Element("P", paper.root), (LEFT, TOP), [issuer], size=9, colour="0b5d57", weight=BOLD
    )
    lines, down = bold.wrap(title, 20, wide), TOP + 32
    paper.text(Element("H1", paper.root), (LEFT, down), lines, size=20, weight=BOLD)
    down += 20 * LEADING * len(lines)
    for fact in facts:
        lines = plain.wrap(fact, 9, wide)
        paper.text(Element("P", paper.root), (LEFT, down), lines, size=9, colour=QUIET)
        down += 9 * 1.55 * len(lines)
    if specimen:
        words = [_("SPECIMEN - WITHOUT VALUE")]
        paper.text(Element("P", paper.root), (LEFT, down + 3), words, size=9, weight=BOLD, colour="b3261e")  # fmt: skip
        down += 17
    return down + 10


def _place(paper: Paper, row: ListAnswer) -> Placed:
    cells, height = [], 0.0
    for pieces, column in zip(cells_of(row), COLUMNS, strict=True):
        laid = [
            (piece, paper.faces[piece.weight].wrap(piece.words, piece.size, column - GAP))
            for piece in pieces
        ]
        height = max(height, sum(piece.size * LEADING * len(lines) for piece, lines in laid))
        cells.append(laid)
    return Placed(cells, height + 2 * PAD)


def _paginate(rows: list[Placed], *, first: float, others: float) -> Iterator[list[Placed]]:
    page: list[Placed] = []
    left = first
    for row in rows:
        if page and row.height > left:
            yield page
            page, left = [], others
        page.append(row)
        left -= row.height
    yield page


def _heads(paper: Paper, down: float, table: Element | None) -> float:
    """Write the heads of the columns; only the first time they belong to the table, later they repeat themselves."""
    words = [_("Line"), _("Certificate number"), _("Holder in the register"), _("Status"), _("Valid until")]  # fmt: skip
    row = Element("TR", table) if table else None
    across = LEFT
    for head, column in zip(words, COLUMNS, strict=True):
        owner = Element("TH", row, Scope="/Column") if row else None
        paper.text(owner, (across, down + 10), [head], size=7.6, colour=QUIET)
        across += column
    paper.rule(down + 16, left=LEFT, right=RIGHT, width=0.8, colour="14211e")
    return down + 16


def _row(paper: Paper, row: Placed, down: float, owner: Element) -> float:
    across = LEFT
    for cell, column in zip(row.cells, COLUMNS, strict=True):
        inside, height = Element("TD", owner), down + PAD
        for piece, lines in cell:
            place = (across, height + piece.size * 1.05)
            paper.text(inside, place, lines, size=piece.size, weight=piece.weight, colour=piece.colour)  # fmt: skip
            height += piece.size * LEADING * len(lines)
        across += column
    down += row.height
    paper.rule(down, left=LEFT, right=RIGHT, width=0.4, colour=RULED)
    return down


def _foot(paper: Paper, check: ListCheck, number: int, total: int) -> None:
    of = {"number": number_format(number), "total": number_format(total)}
    words = _("Page %(number)s of %(total)s") % of
    width = paper.faces[PLAIN].width(words, 7.6)
    paper.text(None, (LEFT, HEIGHT - 36), [str(check.public_id)], size=7.6, colour=QUIET)
    paper.text(None, (RIGHT - width, HEIGHT - 36), [words], size=7.6, colour=QUIET)
