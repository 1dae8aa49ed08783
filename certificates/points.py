"""What was found of a file that somebody brings, point by point: the same for the page and for programs."""

from dataclasses import dataclass

from certificates.meanings import LOG, NAMES, SEALS, SIGNATURES, STATUS_LIST, Meaning
from certificates.selectors.brought import Judgement


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
        ("signature", SIGNATURES, judgement.forgery or "signed"),
        ("log", LOG, "logged" if judgement.logged else "not_logged"),
        ("seal", SEALS, judgement.seal),
        ("list", STATUS_LIST, judgement.listed),
        ("name", NAMES, {None: "", True: "same", False: "differs"}[judgement.name_matches]),
    ]
    return [Point(about, code, words[code]) for about, words, code in found if code]
