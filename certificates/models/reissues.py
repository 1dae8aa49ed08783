"""What was made anew because the key that had signed it was revoked. The row is the queue of the letters."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.models.register import Certificate, StatusEvent
from certificates.models.signing import SigningKey


class Reissue(models.Model):
    """
    One certificate of a revoked key: signed anew by `event`, or only its paper sealed anew where there is none.

    Once for each certificate and key, however often the work is begun again.
    """

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="reissues")
    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(
        StatusEvent, on_delete=models.PROTECT, null=True, related_name="reissue"
    )
    at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("certificate made anew")
        indexes = [
            models.Index(
                fields=["tried_at"], condition=Q(sent_at=None), name="reissue_letter_owed"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["certificate", "key"], name="reissue_once"),
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.key}"
