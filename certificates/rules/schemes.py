"""When a version of a scheme may be published, and what it changes (ISO/IEC 17024, clause 8)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certificates.rules.progress import HIGHER, Level


class Gap(StrEnum):
    """What a draft still lacks."""

    TEXT = "text"
    FIELD = "field"
    REQUIREMENT = "requirement"
    COMPETENCE = "competence"
    CONDUCT_UNEVEN = "conduct_uneven"
    BODY = "body"
    JOB_ANALYSIS = "job_analysis"
    JOB_ANALYSIS_REVIEW = "job_analysis_review"
    PARTICIPANTS = "participants"


@dataclass(frozen=True)
class Draft:
    """A draft as the rule sees it; `texts` are those without which nobody can read it."""

    level: Level
    texts: tuple[str, ...]
    conduct_vi: tuple[str, ...]
    conduct_en: tuple[str, ...]
    fields: int
    requirements: int
    competences: int
    body: tuple[str, ...]
    job_analysis: str
    job_analysis_on: date | None
    review_on: date | None
    participants: str


def gaps(draft: Draft, *, on: date) -> list[Gap]:
    """Return what keeps a draft from being published on that day, in the order of its form."""
    lacking = {
        Gap.TEXT: not all(text.strip() for text in draft.texts),
        Gap.FIELD: not draft.fields,
        Gap.BODY: draft.level in HIGHER and not all(draft.body),
        Gap.REQUIREMENT: not draft.requirements,
        Gap.COMPETENCE: not draft.competences,
        Gap.CONDUCT_UNEVEN: not draft.conduct_vi or len(draft.conduct_vi) != len(draft.conduct_en),
        Gap.JOB_ANALYSIS: not draft.job_analysis.strip()
        or draft.job_analysis_on is None
        or draft.job_analysis_on > on,
        Gap.JOB_ANALYSIS_REVIEW: draft.review_on is None or draft.review_on <= on,
        Gap.PARTICIPANTS: not draft.participants.strip(),
    }
    return [gap for gap, is_lacking in lacking.items() if is_lacking]


@dataclass(frozen=True)
class Change:
    """What one part of a scheme loses and gains, line by line."""

    part: str
    removed: tuple[str, ...]
    added: tuple[str, ...]
    moved: bool = False


Parts = Mapping[str, Sequence[str]]


def changes(before: Parts, after: Parts) -> list[Change]:
    """Return the parts that differ, in the order of `after`; a part with the same lines in another order is `moved`."""
    found = []
    for part, lines in after.items():
        old = before.get(part, ())
        if list(old) != list(lines):
            removed, added = _without(old, lines), _without(lines, old)
            found.append(Change(part, removed, added, moved=not removed and not added))
    return found


def _without(lines: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line not in others)


def next_label(taken: Collection[str], *, year: int) -> str:
    """Return the first free label of a version written in that year: 2026-1, 2026-2 and so on."""
    number = 1
    while f"{year}-{number}" in taken:
        number += 1
    return f"{year}-{number}"
