"""Scores by key and marks by people."""

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import Q

from accounts.models import User
from exams.models.forms import FormItem
from exams.models.sittings import Attempt


class AutoScore(models.Model):
    """What the key gave for one answer when the attempt closed. Append-only."""

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="scores")
    form_item = models.ForeignKey(FormItem, on_delete=models.PROTECT, related_name="+")
    points = models.DecimalField(max_digits=5, decimal_places=2)
    correct = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "form_item"], name="auto_score_once"),
            models.CheckConstraint(condition=Q(points__gte=0), name="auto_score_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.form_item} {self.points}"


class Script(models.Model):
    """An essay to be marked. Its public id says nothing about the candidate."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="scripts")
    form_item = models.ForeignKey(FormItem, on_delete=models.PROTECT, related_name="scripts")
    text = models.TextField()
    points = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["form_item", "public_id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "form_item"], name="script_once"),
            models.CheckConstraint(
                condition=Q(points=None, marked_at=None)
                | Q(points__isnull=False, marked_at__isnull=False),
                name="script_marked_with_points",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.form_item}"


class Mark(models.Model):
    """One examiner's marks on one script: a draft until it is submitted."""

    script = models.ForeignKey(Script, on_delete=models.PROTECT, related_name="marks")
    examiner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="marks")
    criteria = models.JSONField(
        help_text="One entry per criterion: points as text, null where none is given yet."
    )
    comment = models.TextField(blank=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["script", "examiner"], name="mark_once"),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(total__isnull=False),
                name="mark_submitted_with_total",
            ),
            models.CheckConstraint(
                condition=Q(total=None) | Q(total__gte=0), name="mark_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.script} {self.total}"

    @property
    def points(self) -> list[Decimal | None]:
        """The marks by criterion."""
        return [None if given is None else Decimal(given) for given in self.criteria]
