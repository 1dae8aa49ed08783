"""Sittings, attempts, and every answer as it arrived."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from exams.models.bank import by_language
from exams.models.forms import Form, FormItem
from exams.rules.sittings import SittingState, sitting_state


if TYPE_CHECKING:
    from exams.models.results import Result


class SittingQuerySet(models.QuerySet["Sitting"]):
    def with_marking(self) -> "SittingQuerySet":
        """Add whether anything of a sitting is unmarked: an open attempt or a script without a mark."""
        here = Attempt.objects.filter(sitting=OuterRef("pk"))
        unmarked = here.filter(
            Q(closed_at=None) | Q(scripts__isnull=False, scripts__marked_at=None)
        )
        return self.annotate(has_unmarked=Exists(unmarked))


class Sitting(models.Model):
    """One time window in which a paper may be taken."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=20, unique=True)
    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="sittings")
    title_vi = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    number_prefix = models.CharField(max_length=4)
    opens_at = models.DateTimeField(db_index=True)
    closes_at = models.DateTimeField()
    mode = models.CharField(max_length=10, choices=[("online", _("Online"))], default="online")
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="sitting_closes_after_it_opens"
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="sitting_released_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None) | Q(released_at__gte=F("closes_at")),
                name="sitting_released_after_it_closes",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return by_language(self, "title")

    def state(self, *, at: datetime) -> SittingState:
        """Return the state; while `with_marking` was not asked for, a sitting that is over is `closed`."""
        return sitting_state(
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            released_at=self.released_at,
            has_unmarked=getattr(self, "has_unmarked", False),
            at=at,
        )


class ClosedBy(models.TextChoices):
    CANDIDATE = "candidate", _("Handed in")
    DEADLINE = "deadline", _("Closed at the end of the time")


class Attempt(models.Model):
    """One candidate at one sitting."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="attempts")
    candidate = models.ForeignKey(User, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    deadline = models.DateTimeField(db_index=True)
    # Granted as a special arrangement and part of the deadline; frozen with the start, empty for none.
    extra_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=10, choices=ClosedBy.choices, blank=True)

    receipt: "Receipt"
    result: "Result"

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "candidate"], name="attempt_once"),
            models.UniqueConstraint(fields=["sitting", "number"], name="candidate_number_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=9999), name="candidate_number_four_digits"
            ),
            models.CheckConstraint(
                condition=Q(deadline__gt=F("started_at")), name="attempt_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by="")
                | Q(closed_at__isnull=False, closed_by__in=ClosedBy.values),
                name="attempt_closed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sitting} {self.candidate_number}"

    @property
    def candidate_number(self) -> str:
        """The number by which examiners know this attempt."""
        return f"{self.sitting.number_prefix} {self.number:04d}"

    def is_open(self, *, at: datetime) -> bool:
        """Return whether answers are still taken; needs no background job to be right."""
        return self.closed_at is None and at < self.deadline


class AnswerEvent(models.Model):
    """One change of one answer as it arrived, also when it was refused as ill-formed. Append-only."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="events")
    writer = models.UUIDField()
    seq = models.PositiveIntegerField()
    form_item = models.ForeignKey(FormItem, on_delete=models.PROTECT, related_name="+")
    response = models.JSONField(null=True)
    flagged = models.BooleanField(default=False)
    fault = models.CharField(max_length=20, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "writer", "seq"], name="answer_event_once"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="answer_event_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.writer} {self.seq}"


class Answer(models.Model):
    """What stands as the answer to a question now: the newest event that counts."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="answers")
    form_item = models.ForeignKey(FormItem, on_delete=models.PROTECT, related_name="+")
    response = models.JSONField(null=True)
    flagged = models.BooleanField(default=False)
    event = models.ForeignKey(AnswerEvent, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "form_item"], name="answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.form_item}"


class Receipt(models.Model):
    """What was received of an attempt, signed at its end. Append-only."""

    attempt = models.OneToOneField(Attempt, on_delete=models.PROTECT, related_name="receipt")
    events = models.PositiveIntegerField()
    answered = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    code = models.CharField(max_length=19)
    issued_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.code
