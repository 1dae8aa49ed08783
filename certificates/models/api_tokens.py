"""Tokens with which an agency's systems ask the register, and what they were used for."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User


USE_KEPT_FOR = timedelta(days=90)


class Scope(models.TextChoices):
    VERIFY = "verify", _("Check certificates, up to 1,000 a call")
    LISTS = "lists", _("Send lists and read their answers")
    WATCH = "watch", _("Read and change the watch list")


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def usable(self, at: datetime) -> "ApiTokenQuerySet":
        """Return the tokens that open something at that moment."""
        today = timezone.localdate(at)
        return self.filter(revoked_at=None, expires_on__gte=today, owner__is_active=True)


class ApiToken(models.Model):
    """A token of one person. Only its hash is kept; it was shown once."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="system_tokens")
    name = models.CharField(max_length=80)
    scopes: Any = models.JSONField()
    # its first letters, by which people tell one from another
    hint = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="api_token_named"),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")),
                name="api_token_revoked_after_made",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the page with what it was used for."""
        return reverse("certificates:token", args=[self.public_id])

    @property
    def is_over(self) -> bool:
        """Whether it opens nothing any more."""
        return self.revoked_at is not None or self.expires_on < timezone.localdate()

    @property
    def scopes_in_words(self) -> list[str]:
        """What it opens."""
        return [str(Scope(scope).label) for scope in self.scopes]


class ApiUse(models.Model):
    """One call: which operation, how many rows, what came of it. Kept for 90 days."""

    token = models.ForeignKey(ApiToken, on_delete=models.PROTECT, related_name="uses")
    at = models.DateTimeField(db_index=True)
    operation = models.CharField(max_length=60)
    rows = models.PositiveIntegerField(default=0)
    code = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["token", "-id"], name="api_use_of_token")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}: {self.operation}"
