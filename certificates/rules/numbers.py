"""
Certificate numbers: prefix, year, sequence and two check digits.

The check digits are ISO 7064 MOD 97-10 over the letters and digits, A = 10 to Z = 35 (as in an IBAN):
they catch every single wrong character and every swap of neighbours.
"""

import re
from dataclasses import dataclass


HIGHEST_SEQUENCE = 9_999
SHAPE = re.compile(
    r"(?P<prefix>[A-Z]{4})(?P<year>\d{4})(?P<sequence>\d{4})(?P<check>\d{2})", re.ASCII
)
SEPARATORS = re.compile(r"[\s.\-–—_/]+")


class NumberProblem(ValueError):  # noqa: N818 - it names what happened
    """The text is not the number of any certificate."""


class Malformed(NumberProblem):
    """The text does not have the shape of a certificate number."""


class Mistyped(NumberProblem):
    """The text has the right shape, and its check digits show that a character is wrong."""


class YearFull(NumberProblem):
    """A scheme has used all its numbers of a year."""


def check_digits(body: str) -> str:
    """Return the two MOD 97-10 check digits of a text of capital letters and digits."""
    return f"{98 - int(''.join(str(int(char, 36)) for char in body) + '00') % 97:02d}"


@dataclass(frozen=True)
class CertificateNumber:
    prefix: str
    year: int
    sequence: int

    @property
    def body(self) -> str:
        """The number without its check digits."""
        return f"{self.prefix}{self.year:04d}{self.sequence:04d}"

    @property
    def canonical(self) -> str:
        """The number as it is stored: no spaces."""
        return self.body + check_digits(self.body)

    @property
    def grouped(self) -> str:
        """The number as people read it: VNPQ 2026 0471 10."""
        return f"{self.prefix} {self.year:04d} {self.sequence:04d} {check_digits(self.body)}"


def numbered(*, prefix: str, year: int, sequence: int) -> CertificateNumber:
    """Return the number with that sequence; raise YearFull beyond 9,999."""
    if not 1 <= sequence <= HIGHEST_SEQUENCE:
        raise YearFull(f"{prefix} {year} has no number {sequence}")
    return CertificateNumber(prefix, year, sequence)


def squeeze(text: str) -> str:
    """Return the text in capitals without spaces, dots, dashes and slashes."""
    return SEPARATORS.sub("", text).upper()


def parse(text: str) -> CertificateNumber:
    """
    Return the number that a person typed, in whatever case and grouping.

    Raises Malformed for another shape and Mistyped for wrong check digits. Nothing is corrected: a
    guess could show one person's certificate to somebody who asked about another's.
    """
    match = SHAPE.fullmatch(squeeze(text))
    if not match:
        raise Malformed(text)
    number = CertificateNumber(match["prefix"], int(match["year"]), int(match["sequence"]))
    if match["check"] != check_digits(number.body):
        raise Mistyped(text)
    return number


def grouped(canonical: str) -> str:
    """Return a stored number as people read it."""
    return " ".join((canonical[:4], canonical[4:8], canonical[8:12], canonical[12:]))
