"""Reports that holders hand in between certification and renewal, and everything that happened to them."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.register import Certificate, StatusEvent
from certificates.rules import surveillance as rules


class ReportState(models.TextChoices):
    DUE = rules.ReportState.DUE.value, _("To be handed in")
    FILED = rules.ReportState.FILED.value, _("Handed in")
    MORE_NEEDED = rules.ReportState.MORE_NEEDED.value, _("More is needed")
    FULFILLED = rules.ReportState.FULFILLED.value, _("Fulfilled")
    NOT_FULFILLED = rules.ReportState.NOT_FULFILLED.value, _("Not fulfilled")


class ReportAct(models.TextChoices):
    OPEN = rules.ReportAct.OPEN.value, _("Report asked for")
    REMIND = rules.ReportAct.REMIND.value, _("Reminded that the report is overdue")
    FILE = rules.ReportAct.FILE.value, _("Report handed in")
    ASK_FOR_MORE = rules.ReportAct.ASK_FOR_MORE.value, _("More asked for")
    FULFIL = rules.ReportAct.FULFIL.value, _("Found fulfilled")
    FAIL = rules.ReportAct.FAIL.value, _("Found not fulfilled")


JUDGED = ("more_needed", "fulfilled", "not_fulfilled")


class ReportQuerySet(models.QuerySet["Report"]):
    def overdue(self, on: date) -> "ReportQuerySet":
        """Return the reports that their holders still owe although their time is over."""
        return self.filter(state__in=[ReportState.DUE, ReportState.MORE_NEEDED], due_on__lt=on)

    def with_people(self) -> "ReportQuerySet":
        """Return the reports with all that a row of a list shows."""
        return self.select_related("certificate__holder", "certificate__scheme_version")


class Report(models.Model):
    """The report on one span of a certificate: owed from its opening on."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="reports")
    number = models.PositiveSmallIntegerField()
    first = models.DateField()
    last = models.DateField()
    due_on = models.DateField()
    hours_asked = models.PositiveSmallIntegerField()
    hours = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    statement = models.TextField(blank=True)
    state = models.CharField(max_length=14, choices=ReportState.choices, default=ReportState.DUE)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="report_queue")]
        constraints = [
            models.UniqueConstraint(fields=["certificate", "number"], name="report_once"),
            models.CheckConstraint(
                condition=Q(state__in=ReportState.values), name="report_state_known"
            ),
            models.CheckConstraint(
                condition=Q(first__lte=F("last"), last__lte=F("due_on")), name="report_dates"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=JUDGED) | Q(reviewed_by__isnull=False),
                name="report_judged_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="filed") | (~Q(statement="") & Q(hours__isnull=False)),
                name="report_filed_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.number}"

    def get_absolute_url(self) -> str:
        """Return the holder's page of this report."""
        return reverse("certificates:report", args=[self.public_id])

    @property
    def stage(self) -> rules.ReportState:
        """The state as the rules know it."""
        return rules.ReportState(self.state)

    @property
    def is_with_holder(self) -> bool:
        """Whether the holder may hand it in."""
        return self.stage in rules.WITH_HOLDER


class ReportEvent(models.Model):
    """One line of a report's history, with the words exchanged. Append-only."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=14, choices=ReportAct.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "act"],
                condition=Q(act__in=["open", "remind"]),
                name="report_asked_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.act}"


class HolderLetter(models.Model):
    """One letter to a holder about what happened to a certificate or a report: owed until it was sent."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="letters")
    event = models.OneToOneField(
        StatusEvent, on_delete=models.PROTECT, null=True, related_name="letter"
    )
    act = models.OneToOneField(
        ReportEvent, on_delete=models.PROTECT, null=True, related_name="letter"
    )
    noted_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["tried_at"], condition=Q(sent_at=None), name="holder_letter_owed")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(event=None, act__isnull=False) | Q(event__isnull=False, act=None),
                name="holder_letter_about_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.event or self.act}"
