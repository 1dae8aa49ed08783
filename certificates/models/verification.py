"""What the register answers about a number: asked by pages and programs, and when a list is checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from accounts.names import fold
from certificates.models.register import Certificate, EventKind, StatusEvent
from certificates.rules.numbers import CertificateNumber, Malformed, Mistyped, parse


class Verdict(StrEnum):
    """The answers of `rules.status`, and those about numbers that are in no register."""

    VALID = "valid"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    MALFORMED = "malformed"


ENDING = {
    Verdict.SUSPENDED: EventKind.SUSPENDED,
    Verdict.WITHDRAWN: EventKind.WITHDRAWN,
    Verdict.SUPERSEDED: EventKind.SUPERSEDED,
}


@dataclass(frozen=True)
class Answer:
    """The register's answer about one number on one day."""

    asked: str
    verdict: Verdict
    day: date
    certificate: Certificate | None = None
    history: Sequence[StatusEvent] = ()

    @property
    def number(self) -> str:
        """The number as people read it, or as it was typed."""
        return self.certificate.grouped_number if self.certificate else self.asked

    @property
    def cause(self) -> StatusEvent | None:
        """The event that gave the certificate its present status, unless it is simply valid or expired."""
        wanted = ENDING.get(self.verdict)
        return next((event for event in reversed(self.history) if event.event == wanted), None)

    @property
    def known_then(self) -> Verdict:
        """
        What the register would have answered on that very day.

        It differs where an event was entered later than the day from which it holds.
        """
        if self.certificate is None:
            return self.verdict
        return Verdict(self.certificate.status_as_known_on(self.day).value)


@dataclass(frozen=True)
class Row:
    """One line of a checked list."""

    line: int
    answer: Answer
    given_name: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def name_differs(self) -> bool:
        """Whether the list gives another name than the register, tones and capitals aside."""
        certificate = self.answer.certificate
        return bool(
            self.given_name
            and certificate
            and fold(self.given_name) != fold(certificate.holder_name)
        )


def verify(text: str, *, day: date) -> Answer:
    """Return the answer about one number on that day; two queries at most."""
    number = _read(text)
    if isinstance(number, Verdict):
        return Answer(text, number, day)
    found = Certificate.objects.filter(number=number.canonical)
    return _answer(text, number, found.with_history().first(), day=day)


def verify_list(lines: Iterable[tuple[str, str]], *, day: date) -> list[Row]:
    """Return a row for each (number, name) on that day; two queries however many there are."""
    asked = [(text, name, _read(text)) for text, name in lines]
    numbers = {number.canonical for _, _, number in asked if isinstance(number, CertificateNumber)}
    found = Certificate.objects.filter(number__in=numbers).with_history()
    register = {certificate.number: certificate for certificate in found}
    return [
        Row(
            line=line,
            given_name=name,
            answer=Answer(text, number, day)
            if isinstance(number, Verdict)
            else _answer(text, number, register.get(number.canonical), day=day),
        )
        for line, (text, name, number) in enumerate(asked, start=1)
    ]


def _read(text: str) -> CertificateNumber | Verdict:
    try:
        return parse(text)
    except Malformed:
        return Verdict.MALFORMED
    except Mistyped:
        return Verdict.MISTYPED


def _answer(
    text: str, number: CertificateNumber, found: Certificate | None, *, day: date
) -> Answer:
    if found is None:
        return Answer(number.grouped, Verdict.UNKNOWN, day)
    history = [event for event in found.events.all() if event.effective_on <= day]
    return Answer(text, Verdict(found.status_on(day).value), day, found, history)
