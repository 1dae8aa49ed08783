"""Certification schemes: versioned, and frozen once published."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy as _

from certificates.rules.progress import Level
from certificates.rules.requirements import Kind, Requirement


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


class SchemeVersion(models.Model):
    """What a scheme asks for and grants; certificates keep the version they were issued under."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    version = models.CharField(max_length=20)
    name_vi = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    scope_vi = models.TextField()
    scope_en = models.TextField()
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
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
    position = models.PositiveSmallIntegerField(default=0)
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
        ]

    def __str__(self) -> str:
        return self.name

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

    def needs(self) -> list[Requirement]:
        """Return the requirements as the rules see them."""
        return [read_requirement(line) for line in self.requirements]


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
