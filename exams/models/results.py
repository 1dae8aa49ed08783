"""Results, frozen at their release, and the letters that announce them."""

from django.db import models
from django.db.models import F, Q

from accounts.models import User
from exams.models.sittings import Attempt
from exams.rules.results import PartScore


class Result(models.Model):
    """The outcome of an attempt as it was released. Append-only."""

    attempt = models.OneToOneField(Attempt, on_delete=models.PROTECT, related_name="result")
    knowledge_points = models.DecimalField(max_digits=6, decimal_places=2)
    knowledge_highest = models.DecimalField(max_digits=6, decimal_places=2)
    essay_points = models.DecimalField(max_digits=6, decimal_places=2)
    essay_highest = models.DecimalField(max_digits=6, decimal_places=2)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    passed = models.BooleanField()
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__gte=0, percent__lte=100), name="result_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(
                    knowledge_points__lte=F("knowledge_highest"),
                    essay_points__lte=F("essay_highest"),
                ),
                name="result_within_its_points",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} {self.percent}"

    @property
    def knowledge(self) -> PartScore:
        """The part that the key scored."""
        return PartScore(self.knowledge_points, self.knowledge_highest)

    @property
    def essay(self) -> PartScore:
        """The part that people marked."""
        return PartScore(self.essay_points, self.essay_highest)


class ResultNotice(models.Model):
    """The e-mail owed to a candidate: a row until a sweep has sent it."""

    result = models.OneToOneField(Result, on_delete=models.PROTECT, related_name="notice")
    sent_at = models.DateTimeField(null=True, blank=True, db_index=True)

    def __str__(self) -> str:
        return str(self.result)
