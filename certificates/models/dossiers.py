"""Applications for certification and everything that happened to them."""

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.schemes import ExpertField, Scheme, SchemeVersion
from certificates.rules import dossiers as rules
from certificates.rules.council import LIVE
from certificates.rules.requirements import Kind, Proof


class DossierState(models.TextChoices):
    DRAFT = rules.State.DRAFT.value, _("Draft")
    SUBMITTED = rules.State.SUBMITTED.value, _("Submitted for checking")
    NEEDS_MORE = rules.State.NEEDS_MORE.value, _("More information needed")
    ELIGIBLE = rules.State.ELIGIBLE.value, _("Eligible")
    NOT_ELIGIBLE = rules.State.NOT_ELIGIBLE.value, _("Not eligible")
    GRANTED = rules.State.GRANTED.value, _("Certificate granted")
    REFUSED = rules.State.REFUSED.value, _("Certificate refused")


class DossierAct(models.TextChoices):
    START = rules.Act.START.value, _("Application started")
    SUBMIT = rules.Act.SUBMIT.value, _("Application submitted")
    ASK_FOR_MORE = rules.Act.ASK_FOR_MORE.value, _("More information requested")
    FIND_ELIGIBLE = rules.Act.FIND_ELIGIBLE.value, _("Found eligible")
    FIND_NOT_ELIGIBLE = rules.Act.FIND_NOT_ELIGIBLE.value, _("Found not eligible")
    GRANT = rules.Act.GRANT.value, _("Council granted the certificate")
    REFUSE = rules.Act.REFUSE.value, _("Council refused the certificate")


class DossierQuerySet(models.QuerySet["Dossier"]):
    def open(self) -> "DossierQuerySet":
        """Return the dossiers that are not settled."""
        return self.filter(state__in=rules.OPEN)

    def to_check(self) -> "DossierQuerySet":
        """Return the dossiers that wait for an officer."""
        return self.filter(state=rules.State.SUBMITTED)

    def to_decide(self) -> "DossierQuerySet":
        """Return the dossiers that wait for the council and stand on no agenda of a meeting."""
        return self.filter(state=rules.State.ELIGIBLE).exclude(agenda_lines__state__in=LIVE)

    def with_people(self) -> "DossierQuerySet":
        """Return the dossiers with all that a list row shows."""
        return self.select_related("applicant", "scheme", "scheme_version", "field", "checked_by")


class Dossier(models.Model):
    """One person's application under one scheme version."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    applicant = models.ForeignKey(User, on_delete=models.PROTECT, related_name="dossiers")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="dossiers")
    scheme_version = models.ForeignKey(
        SchemeVersion, on_delete=models.PROTECT, related_name="dossiers"
    )
    field = models.ForeignKey(
        ExpertField, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        max_length=20, choices=DossierState.choices, default=DossierState.DRAFT
    )
    education = models.TextField(blank=True)
    experience_years = models.DecimalField(max_digits=4, decimal_places=1, default=Decimal(0))
    experience = models.TextField(blank=True)
    project_count = models.PositiveSmallIntegerField(default=0)
    projects = models.TextField(blank=True)
    conduct_version = models.CharField(max_length=20, blank=True)
    conduct_agreed_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["submitted_at", "pk"]
        indexes = [models.Index(fields=["state", "submitted_at"], name="dossier_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "scheme"],
                condition=Q(state__in=sorted(rules.OPEN)),
                name="dossier_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DossierState.values), name="dossier_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=DossierState.DRAFT)
                | Q(
                    conduct_agreed_at__isnull=False,
                    field__isnull=False,
                    submitted_at__isnull=False,
                ),
                name="dossier_submitted_with_agreement",
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("applicant")),
                name="dossier_checked_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["eligible", "not_eligible", "granted", "refused"])
                | Q(checked_by__isnull=False),
                name="dossier_judged_after_check",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.applicant}: {self.scheme}"

    def get_absolute_url(self) -> str:
        """Return the applicant's page of this dossier."""
        return reverse("certificates:dossier", args=[self.public_id])

    @property
    def stage(self) -> rules.State:
        """The state as the rules know it."""
        return rules.State(self.state)

    @property
    def is_with_applicant(self) -> bool:
        """Whether the applicant may still write in it."""
        return self.stage in rules.WITH_APPLICANT

    def declared(self) -> list[Proof]:
        """Return what the applicant declares, as the rules see it; dated by the start of the dossier."""
        day = self.started_at.date()
        values = {
            Kind.EDUCATION: Decimal(int(bool(self.education.strip()))),
            Kind.EXPERIENCE: self.experience_years,
            Kind.PROJECT: Decimal(self.project_count),
        }
        return [Proof(kind, "", value, day) for kind, value in values.items()]


class DossierEvent(models.Model):
    """One line of a dossier's history, with the words that officer and applicant exchanged. Append-only."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=DossierAct.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.act}"
