"""The mail that a demonstration sent, read back from the files that Django's file backend wrote."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path


SEPARATOR = b"\n" + b"-" * 79 + b"\n"  # what Django's file backend writes after each message


@dataclass(frozen=True)
class Mail:
    """One message that the site sent."""

    key: str
    to: str
    subject: str
    sent_at: datetime
    text: str


def _moment(date: str | None) -> datetime:
    if not date:
        return datetime.now(UTC)
    moment = parsedate_to_datetime(date)
    # Django writes "-0000": UTC from a sender without a zone, which Python reads as no zone at all (RFC 5322, 3.3).
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parse(key: str, raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, EmailMessage, policy=email.policy.default)
    body = message.get_body(("plain",))
    return Mail(
        key=key,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        sent_at=_moment(message["Date"]),
        text=str(body.get_content()) if body else "",
    )


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)


def newest(folder: Path, *, limit: int) -> Iterator[Mail]:
    """Yield at most `limit` messages from the folder, newest first."""
    left = limit
    for path in _files(folder):
        parts = [part for part in path.read_bytes().split(SEPARATOR) if part.strip()]
        for number in reversed(range(len(parts))):
            if left <= 0:
                return
            left -= 1
            yield _parse(f"{path.stem}-{number}", parts[number].lstrip(b"\n"))
