"""Certificates of other bodies, registered with evidence by one officer and confirmed by another."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.files import EvidenceFile
from certificates.models.schemes import RecognitionLevel, by_language


class RecognisedScheme(models.Model):
    """A scheme of another body that the programme recognises; kept as reference facts."""

    code = models.CharField(max_length=20, unique=True)
    body = models.CharField(max_length=120)
    site = models.URLField()
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    name_vi = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The title it grants, in the reader's language."""
        return by_language(self, "name")


class RecognisedState(models.TextChoices):
    WAITING = "waiting", _("Awaiting a second officer")
    CONFIRMED = "confirmed", _("Recognised")
    REJECTED = "rejected", _("Not recognised")
    ENDED = "ended", _("Recognition ended")
    ANNULLED = "annulled", _("Entered in error")


class RecognisedAct(models.TextChoices):
    ENTERED = "entered", _("Entered")
    CONFIRMED = "confirmed", _("Confirmed by a second officer")
    REJECTED = "rejected", _("Rejected by a second officer")
    LINKED = "linked", _("Linked to an account")
    UNLINKED = "unlinked", _("Link to the account undone")
    ENDED = "ended", _("Recognition ended")
    ANNULLED = "annulled", _("Found to be entered in error")


STANDING = (RecognisedState.WAITING, RecognisedState.CONFIRMED, RecognisedState.ENDED)


class RecognisedQuerySet(models.QuerySet["RecognisedCertificate"]):
    def counting(self) -> "RecognisedQuerySet":
        """Return those that count: confirmed, also when they ended later, as in the register itself."""
        return self.filter(state__in=[RecognisedState.CONFIRMED, RecognisedState.ENDED])


class RecognisedCertificate(models.Model):
    """
    A certificate that another body issued.

    What it says never changes; its state and its link to an account do, and every change is an event with a reason.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    scheme = models.ForeignKey(RecognisedScheme, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    holder_name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120, db_index=True)
    birth_year = models.PositiveSmallIntegerField()
    account = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="recognised_certificates"
    )
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)
    evidence = models.OneToOneField(EvidenceFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=RecognisedState.choices, default=RecognisedState.WAITING
    )
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = RecognisedQuerySet.as_manager()

    class Meta:
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "number"],
                condition=Q(state__in=STANDING),
                name="recognised_number_once",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("entered_by")),
                name="recognised_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(account=None)
                | (
                    ~Q(account=F("entered_by"))
                    & (Q(settled_by=None) | ~Q(account=F("settled_by")))
                ),
                name="recognised_by_holder",
            ),
            models.CheckConstraint(
                condition=Q(state=RecognisedState.WAITING, settled_by=None)
                | Q(~Q(state=RecognisedState.WAITING), settled_by__isnull=False),
                name="recognised_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("issued_on")),
                name="recognised_dates",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RecognisedState.values), name="recognised_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme.code} {self.number}"

    def get_absolute_url(self) -> str:
        """Return the page on which officers see and settle it."""
        return reverse("certificates:recognised_entry", args=[self.public_id])


class RecognisedEvent(models.Model):
    """One thing that happened to a recognised certificate. Append-only."""

    certificate = models.ForeignKey(
        RecognisedCertificate, on_delete=models.PROTECT, related_name="events"
    )
    act = models.CharField(max_length=10, choices=RecognisedAct.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    account = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.act}"
