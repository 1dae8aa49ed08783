"""Letters that remind holders of the end of a certificate: one for each stage, the row before the letter."""

from django.db import models
from django.db.models import Q

from certificates.models.register import Certificate
from certificates.rules.reminders import STAGES


class Reminder(models.Model):
    """One reminder, owed until it was sent."""

    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="reminders"
    )
    stage = models.PositiveSmallIntegerField()
    noted_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["tried_at"], condition=Q(sent_at=None), name="reminder_owed")
        ]
        constraints = [
            models.UniqueConstraint(fields=["certificate", "stage"], name="reminder_once"),
            models.CheckConstraint(
                condition=Q(stage__in=sorted(STAGES)), name="reminder_stage_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.stage}"
