"""Certification schemes: versioned, and frozen once published."""

from collections.abc import Iterable
from datetime import UTC
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy as _

from accounts.models import User
from certificates.rules.progress import Level
from certificates.rules.requirements import Kind, Requirement
from certificates.rules.schemes import Draft


def by_language(thing: Any, name: str) -> str:
    """Return `thing.name_vi`, or on English pages `thing.name_en` where there is one."""
    english = (get_language() or "vi").startswith("en")
    return (english and getattr(thing, f"{name}_en")) or str(getattr(thing, f"{name}_vi"))


class RecognitionLevel(models.TextChoices):
    NATIONAL = Level.NATIONAL.value, _("National level")
    REGIONAL = Level.REGIONAL.value, _("Regional level")
    INTERNATIONAL = Level.INTERNATIONAL.value, _("International level")


class ExpertField(models.Model):
    """A field in which an expert is certified."""

    code = models.SlugField(max_length=20, unique=True)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return by_language(self, "name")


class Scheme(models.Model):
    """A certification scheme; what it asks for stands in its versions."""

    code = models.CharField(max_length=20, unique=True)
    prefix = models.CharField(max_length=4, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(prefix__regex=r"^[A-Z]{4}$"), name="scheme_prefix_is_four_capitals"
            )
        ]

    def __str__(self) -> str:
        return self.code


class SchemeVersionQuerySet(models.QuerySet["SchemeVersion"]):
    def current(self) -> "SchemeVersionQuerySet":
        """Return the newest published version of each scheme, lowest level first."""
        newest = (
            SchemeVersion.objects.filter(
                scheme=models.OuterRef("scheme"), published_at__isnull=False
            )
            .order_by("-published_at")
            .values("pk")[:1]
        )
        return (
            self.filter(pk=models.Subquery(newest)).select_related("scheme").order_by("position")
        )

    def of(self, code: str) -> "SchemeVersionQuerySet":
        """Return the versions of the scheme with that code."""
        return self.filter(scheme__code=code)

    def published(self) -> "SchemeVersionQuerySet":
        """Return the versions that are or were in force, the newest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def drafts(self) -> "SchemeVersionQuerySet":
        """Return the versions that are being written."""
        return self.filter(published_at=None)


class SchemeVersion(models.Model):
    """What a scheme asks for and grants; certificates keep the version they were issued under."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    version = models.CharField(max_length=20)
    name_vi = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    scope_vi = models.TextField()
    scope_en = models.TextField()
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    # Who recognises a regional or international level, and what proves it.
    body_name = models.CharField(max_length=160, blank=True)
    body_country = models.CharField(max_length=80, blank=True)
    body_site = models.URLField(blank=True)
    body_evidence = models.CharField(max_length=300, blank=True)
    fields = models.ManyToManyField(ExpertField, related_name="+")
    validity_months = models.PositiveSmallIntegerField()
    # What a holder does to keep and to renew the certificate; the defaults are proposals.
    surveillance_months = models.PositiveSmallIntegerField(default=12)
    cpd_hours_per_year = models.PositiveSmallIntegerField(default=16)
    renewal_cpd_hours = models.PositiveSmallIntegerField(default=48)
    renewal_projects = models.PositiveSmallIntegerField(default=1)
    requirements = models.JSONField()
    code_of_conduct_vi = models.TextField()
    code_of_conduct_en = models.TextField()
    proposed_vi = models.TextField(
        blank=True, help_text="What no authority has published yet, in words."
    )
    proposed_en = models.TextField(blank=True)
    # ISO/IEC 17024, clause 8: what the scheme was drawn from, when that is looked at again, and who took part.
    job_analysis_vi = models.TextField(blank=True)
    job_analysis_en = models.TextField(blank=True)
    job_analysis_on = models.DateField(null=True, blank=True)
    job_analysis_review_on = models.DateField(null=True, blank=True)
    participants_vi = models.TextField(blank=True)
    participants_en = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    # Empty in the versions that came with the software.
    drafted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    drafted_at = models.DateTimeField(null=True, blank=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    objects = SchemeVersionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "version"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "version"], name="scheme_version_once"),
            models.CheckConstraint(
                condition=Q(validity_months__gt=0), name="scheme_validity_is_positive"
            ),
            models.CheckConstraint(
                condition=Q(surveillance_months__gt=0), name="scheme_surveillance_is_positive"
            ),
            models.UniqueConstraint(
                fields=["scheme"], condition=Q(published_at=None), name="scheme_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(published_at=None)
                | Q(drafted_by=None)
                | Q(published_by__isnull=False, handed_over_at__isnull=False),
                name="scheme_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the public page of exactly this version."""
        return reverse("certificates:scheme_version", args=[self.scheme.code, self.version])

    @property
    def name(self) -> str:
        """The title it grants, in the reader's language."""
        return by_language(self, "name")

    @property
    def scope(self) -> str:
        """What the certified person may be trusted to do."""
        return by_language(self, "scope")

    @property
    def code_of_conduct(self) -> list[str]:
        """The rules that the applicant agrees to, one a line."""
        return by_language(self, "code_of_conduct").splitlines()

    @property
    def proposed(self) -> str:
        """Which of its terms are proposals."""
        return by_language(self, "proposed")

    @property
    def job_analysis(self) -> str:
        """The analysis of the experts' work that the scheme was drawn from."""
        return by_language(self, "job_analysis")

    @property
    def participants(self) -> str:
        """Who took part in writing it."""
        return by_language(self, "participants")

    @property
    def handed_over(self) -> str:
        """The moment of handing over as a mark of what was read; empty for a draft that is being written."""
        return self.handed_over_at.astimezone(UTC).isoformat() if self.handed_over_at else ""

    @property
    def is_published(self) -> bool:
        """Whether it is or was in force; it never changes again."""
        return self.published_at is not None

    def needs(self) -> list[Requirement]:
        """Return the requirements as the rules see them."""
        return [read_requirement(line) for line in self.requirements]

    def as_draft(self) -> Draft:
        """Return the version as the rule for publication sees it; two queries unless prefetched."""
        return Draft(
            level=Level(self.level),
            texts=(self.name_vi, self.name_en, self.scope_vi, self.scope_en),
            conduct_vi=lines_of(self.code_of_conduct_vi),
            conduct_en=lines_of(self.code_of_conduct_en),
            fields=self.fields.count(),
            requirements=len(self.requirements),
            competences=self.competences.count(),
            body=(self.body_name, self.body_country, self.body_site, self.body_evidence),
            job_analysis=self.job_analysis_vi,
            job_analysis_on=self.job_analysis_on,
            review_on=self.job_analysis_review_on,
            participants=self.participants_vi,
        )


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line for line in text.splitlines() if line.strip())


class Competence(models.Model):
    """One thing that the certified person can do, with the code by which credentials name it."""

    version = models.ForeignKey(
        SchemeVersion, on_delete=models.CASCADE, related_name="competences"
    )
    code = models.CharField(max_length=12)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "code"], name="competence_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def name(self) -> str:
        """What it is, in the reader's language."""
        return by_language(self, "name")


class SchemeAuthor(models.Model):
    """Somebody who wrote at a draft: the database lets none of them publish it."""

    version = models.ForeignKey(SchemeVersion, on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "person"], name="scheme_author_once")
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.person}"


def read_requirement(line: dict[str, Any]) -> Requirement:
    """Return one stored requirement; raise KeyError or ValueError when it is not one."""
    return Requirement(
        kind=Kind(line["kind"]),
        reference=line["reference"],
        minimum=Decimal(str(line["minimum"])),
        label_vi=line["label_vi"],
        label_en=line["label_en"],
    )


def requirement_labels(needs: Iterable[Requirement]) -> str:
    """Return the labels of requirements in the reader's language, joined for a sentence."""
    return "; ".join(by_language(need, "label") for need in needs)
