"""What the register once signed and does not hold any more: a copy from an earlier day was restored over it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LogLoss(models.Model):
    """
    A signed state that the database does not know. While it is open, nothing is issued and nothing is signed.

    An operator closes it by bringing the newer copy back, or by answering for the loss with a reason that everybody can
    read on the page of the log.
    """

    found_at = models.DateTimeField()
    held = models.PositiveBigIntegerField()
    size = models.PositiveBigIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    closed_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("loss of entries of the log")
        constraints = [
            models.UniqueConstraint(
                fields=["root"], condition=Q(closed_at=None), name="log_loss_open_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, reason="")
                | (Q(closed_at__isnull=False) & ~Q(reason="")),
                name="log_loss_closed_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.size}: {self.held}"
