"""The diary of continuing professional development: what a person did to keep what was certified alive."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User


MOST_HOURS = 200


class ActivityKind(models.TextChoices):
    COURSE = "course", _("Course elsewhere")
    EVENT = "event", _("Conference or workshop")
    PROJECT = "project", _("Improvement project")
    TEACHING = "teaching", _("Teaching or mentoring")
    WRITING = "writing", _("Article, book or standard written")
    SELF_STUDY = "self_study", _("Self-study")


class Activity(models.Model):
    """One thing that a person did to keep learning. Their own words, theirs to change."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="activities")
    day = models.DateField()
    kind = models.CharField(max_length=12, choices=ActivityKind.choices)
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    title = models.CharField(max_length=200)
    learned = models.TextField()
    reference = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["person", "day"], name="activity_person_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS), name="activity_hours_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values), name="activity_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.title}"

    def get_absolute_url(self) -> str:
        """Return the page on which its person changes it."""
        return reverse("certificates:activity", args=[self.public_id])
