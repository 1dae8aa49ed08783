"""The programme's targets, worded as the decision words them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.models.schemes import by_language


class Qualifier(models.TextChoices):
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    EXACTLY = "exactly", ""


class Unit(models.TextChoices):
    PERSONS = "persons", _("persons")
    PERCENT = "percent", _("per cent")
    PERCENT_A_YEAR = "percent_a_year", _("per cent a year")
    MODELS = "models", _("pilot models")


class Target(models.Model):
    """One number that a decision sets: qualifier and range are part of it."""

    code = models.SlugField(max_length=40, unique=True)
    period = models.CharField(max_length=9)
    qualifier = models.CharField(max_length=10, choices=Qualifier.choices)
    low = models.DecimalField(max_digits=8, decimal_places=2)
    high = models.DecimalField(max_digits=8, decimal_places=2)
    unit = models.CharField(max_length=20, choices=Unit.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    wording_vi = models.TextField()
    wording_en = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=Q(high__gte=models.F("low")), name="target_range"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def wording(self) -> str:
        """The target in words, in the reader's language."""
        return by_language(self, "wording")
