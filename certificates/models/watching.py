"""Watch lists: certificates that an agency wants to hear of, what it is owed, and where it is told."""

import uuid
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.register import Certificate, StatusEvent


class WatchQuerySet(models.QuerySet["Watch"]):
    def behind(self) -> "WatchQuerySet":
        """Return the watches whose certificate has an event that its agency was not told of."""
        newer = StatusEvent.objects.filter(
            certificate=models.OuterRef("certificate"), pk__gt=models.OuterRef("told_until")
        )
        return self.filter(models.Exists(newer))


class Watch(models.Model):
    """A certificate on somebody's watch list. Events up to `told_until` are old news to them."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="watches")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="watches")
    added_at = models.DateTimeField()
    told_until = models.PositiveBigIntegerField()

    objects = WatchQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "certificate"], name="watch_once")]
        indexes = [models.Index(fields=["owner", "-added_at"], name="watch_of_owner")]

    def __str__(self) -> str:
        return f"{self.owner}: {self.certificate}"


class WatchNotice(models.Model):
    """One event that one agency is told of: owed by e-mail until it was sent. Noted once."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(StatusEvent, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "event"], name="watch_notice_once")
        ]
        indexes = [
            models.Index(fields=["owner"], condition=Q(sent_at=None), name="watch_notice_owed")
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.event}"


class Hook(models.Model):
    """An address of an agency's system. Its secret lies encrypted; the one before it signs too until its time is over."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="hooks")
    url = models.CharField(max_length=500)
    secret = models.TextField()
    old_secret = models.TextField(blank=True)
    old_until = models.DateTimeField(null=True)
    added_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    # paused by itself, and nobody was told so far
    letter_owed = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "url"], name="hook_once"),
            models.CheckConstraint(
                condition=Q(old_secret="") | Q(old_until__isnull=False),
                name="hook_old_secret_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        """Return the page with its deliveries."""
        return reverse("certificates:hook", args=[self.public_id])


class DeliveryState(models.TextChoices):
    PENDING = "pending", _("Waiting")
    DELIVERED = "delivered", _("Delivered")
    GIVEN_UP = "given_up", _("Given up")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, at: datetime) -> "DeliveryQuerySet":
        """Return the deliveries that may be tried at that moment: the outbox."""
        return self.filter(state=DeliveryState.PENDING, next_at__lte=at, hook__paused_at=None)


class Delivery(models.Model):
    """One message to one address: its body and identifier never change, however often it is sent."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="deliveries")
    # empty for a test
    event = models.ForeignKey(StatusEvent, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.TextField()
    state = models.CharField(
        max_length=9, choices=DeliveryState.choices, default=DeliveryState.PENDING
    )
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    code = models.PositiveSmallIntegerField(default=0)
    problem: Any = models.CharField(max_length=40, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hook", "event"], name="delivery_once"),
            models.CheckConstraint(
                condition=Q(state__in=DeliveryState.values), name="delivery_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="pending"), name="delivery_outbox"),
            models.Index(fields=["hook", "-id"], name="delivery_of_hook"),
        ]

    def __str__(self) -> str:
        return f"{self.hook}: {self.public_id}"
