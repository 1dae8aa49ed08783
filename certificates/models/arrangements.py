"""Special arrangements for examinations: asked for with a reason, decided by an officer, following the person."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.files import EvidenceFile
from certificates.rules import arrangements as rules


class ArrangementKind(models.TextChoices):
    EXTRA_TIME = rules.ArrangementKind.EXTRA_TIME.value, _("Extra time")
    BREAKS = rules.ArrangementKind.BREAKS.value, _("Breaks that do not count")
    LARGE_PRINT = rules.ArrangementKind.LARGE_PRINT.value, _("Large print")
    SCREEN_READER = rules.ArrangementKind.SCREEN_READER.value, _("Screen reader")
    SEPARATE_ROOM = rules.ArrangementKind.SEPARATE_ROOM.value, _("A room of one's own")
    OTHER = rules.ArrangementKind.OTHER.value, _("Another arrangement")


class ArrangementState(models.TextChoices):
    ASKED = rules.ArrangementState.ASKED.value, _("Asked for")
    GRANTED = rules.ArrangementState.GRANTED.value, _("Arrangement granted")
    DECLINED = rules.ArrangementState.DECLINED.value, _("Arrangement declined")
    TAKEN_BACK = rules.ArrangementState.TAKEN_BACK.value, _("Request taken back")


class ArrangementQuerySet(models.QuerySet["Arrangement"]):
    def to_decide(self) -> "ArrangementQuerySet":
        """Return the requests that wait for an officer, the oldest first."""
        return self.filter(state=ArrangementState.ASKED).order_by("asked_at", "pk")

    def granted(self) -> "ArrangementQuerySet":
        """Return what was granted."""
        return self.filter(state=ArrangementState.GRANTED)


class Arrangement(models.Model):
    """One request; the reason and the proof are forgotten in time, the decision stays."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="arrangements")
    kind = models.CharField(max_length=16, choices=ArrangementKind.choices)
    state = models.CharField(
        max_length=12, choices=ArrangementState.choices, default=ArrangementState.ASKED
    )
    reason = models.TextField(blank=True)
    proof = models.OneToOneField(
        EvidenceFile, on_delete=models.SET_NULL, null=True, related_name="arrangement"
    )
    asked_at = models.DateTimeField()
    extra_percent = models.PositiveSmallIntegerField(default=0)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    forgotten_at = models.DateTimeField(null=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state="asked"), name="arrangement_queue")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ArrangementKind.values), name="arrangement_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", ended_at=None)
                | Q(state="taken_back", ended_at__isnull=False)
                | Q(
                    Q(state__in=["granted", "declined"]),
                    Q(ended_at__isnull=False, decided_by__isnull=False),
                    ~Q(answer=""),
                ),
                name="arrangement_decided_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("person")),
                name="arrangement_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(extra_percent=0)
                | Q(kind="extra_time", state="granted", extra_percent__lte=100),
                name="arrangement_time_only_when_granted",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(state="asked"),
                name="arrangement_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind}"
