"""What a scheme asks for, and which evidence meets it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    TRAINING_HOURS = "training_hours"
    EXAM = "exam"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    PROJECT = "project"
    CERTIFICATE = "certificate"


class Keeping(StrEnum):
    """What a renewal asks for: computed from the diary and the register, never declared."""

    HOURS = "cpd_hours"
    PROJECTS = "cpd_projects"
    REPORTS = "reports"
    NO_COMPLAINT = "no_complaint"
    NOT_SUSPENDED = "not_suspended"


# Hours, projects and the like add up over pieces of evidence; of scores and years the best one counts.
ADDED_UP = frozenset({Kind.TRAINING_HOURS, Kind.PROJECT, Kind.EDUCATION, Kind.CERTIFICATE})
DECLARED = frozenset({Kind.EDUCATION, Kind.EXPERIENCE})


@dataclass(frozen=True)
class Requirement:
    """One line of a scheme; an empty reference accepts evidence of any reference."""

    kind: Kind | Keeping
    reference: str
    minimum: Decimal
    label_vi: str
    label_en: str


@dataclass(frozen=True)
class Proof:
    """A piece of evidence as the rules see it."""

    kind: Kind
    reference: str
    value: Decimal
    obtained_on: date

    def speaks_to(self, need: Requirement, *, on: date) -> bool:
        """Return whether this piece counts towards the requirement on that day."""
        return (
            self.kind == need.kind
            and need.reference in {"", self.reference}
            and self.obtained_on <= on
        )


@dataclass(frozen=True)
class Check:
    """A requirement with what has been reached of it."""

    need: Requirement
    reached: Decimal

    @property
    def met(self) -> bool:
        """Whether the minimum is reached."""
        return self.reached >= self.need.minimum

    @property
    def missing(self) -> Decimal:
        """How much is still missing; zero when met."""
        return max(self.need.minimum - self.reached, Decimal(0))


def reached(need: Requirement, proofs: Iterable[Proof], *, on: date) -> Decimal:
    """Return how much of the requirement the evidence valid on that day reaches."""
    values = [proof.value for proof in proofs if proof.speaks_to(need, on=on)]
    if need.kind in ADDED_UP:
        return sum(values, Decimal(0))
    return max(values, default=Decimal(0))


def checklist(needs: Iterable[Requirement], proofs: Iterable[Proof], *, on: date) -> list[Check]:
    """Return one check for each requirement, in the scheme's order."""
    held = list(proofs)
    return [Check(need, reached(need, held, on=on)) for need in needs]


def unmet(checks: Iterable[Check]) -> list[Requirement]:
    """Return the requirements that are not met."""
    return [check.need for check in checks if not check.met]
