"""What was found of a file that somebody brings, point by point: the same for the page and for programs."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from certificates.meanings import LOG, NAMES, SEALS, SIGNATURES, STATUS_LIST, Meaning
from certificates.selectors.brought import Judgement
from certificates.selectors.keys import Revocation


@dataclass(frozen=True)
class Point:
    """One thing that was looked at, what was found, and what that means."""

    about: str
    code: str
    meaning: Meaning

    @property
    def holds(self) -> bool:
        """Whether the file stands in this point."""
        return self.meaning.kind == "ok"


def points_of(judgement: Judgement) -> list[Point]:
    """Return each point that was looked at, in the order in which they matter."""
    found = [
        ("signature", SIGNATURES, _signed(judgement)),
        ("log", LOG, "logged" if judgement.logged else "not_logged"),
        ("seal", SEALS, judgement.seal),
        ("list", STATUS_LIST, judgement.listed),
        ("name", NAMES, {None: "", True: "same", False: "differs"}[judgement.name_matches]),
    ]
    points = [Point(about, code, words[code]) for about, words, code in found if code]
    return [_dated(points[0], judgement.revoked), *points[1:]]


def _signed(judgement: Judgement) -> str:
    return "revoked_key_before" if judgement.logged_before else judgement.forgery or "signed"


def _dated(point: Point, revoked: Revocation | None) -> Point:
    """Return the point with the day on which the key was revoked, where it was."""
    if revoked is None:
        return point
    means = format_lazy(
        "{day} {means}",
        day=format_lazy(
            _("The key was revoked on {day}."), day=f"{timezone.localtime(revoked.at):%d/%m/%Y}"
        ),
        means=point.meaning.means,
    )
    return replace(point, meaning=replace(point.meaning, means=means))
