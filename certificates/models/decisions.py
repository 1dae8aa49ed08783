"""The council's decisions and the counters that number documents."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.dossiers import Dossier
from certificates.rules import decisions as rules
from certificates.rules.numbers import HIGHEST_SEQUENCE


class DecisionOutcome(models.TextChoices):
    GRANT = rules.Outcome.GRANT.value, _("Grant the certificate")
    REFUSE = rules.Outcome.REFUSE.value, _("Refuse the certificate")


class Decision(models.Model):
    """
    One decision on one dossier. Append-only.

    Triggers refuse a decider who is the applicant, who checked the dossier, who taught the applicant
    within 24 months or who ever examined them.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=10, choices=DecisionOutcome.choices)
    reason = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="decisions")
    # the council's document that it stands in; none where one member decided on one application
    document = models.ForeignKey(
        "certificates.DecisionDocument", on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_on = models.DateField()
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            # The lines of one document share its number; documents have a constraint of their own.
            models.UniqueConstraint(
                fields=["year", "sequence"],
                condition=Q(document=None),
                name="decision_number_once",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=DecisionOutcome.values), name="decision_outcome_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome=DecisionOutcome.GRANT) | ~Q(reason=""),
                name="decision_refusal_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.document_number

    @property
    def document_number(self) -> str:
        """The number of the decision's document, such as 118/QĐ-HĐCN."""
        return rules.document_number(self.sequence)


class NumberCounter(models.Model):
    """The last number used in a series and year: locked while the next is taken, so that none is skipped."""

    series = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="counter_once"),
            models.CheckConstraint(
                condition=Q(last__lte=HIGHEST_SEQUENCE), name="counter_year_full"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"

    @classmethod
    def take(cls, series: str, year: int) -> int:
        """
        Return the next number of the series in that year, within the caller's transaction.

        The UPDATE locks the row until the caller commits; a rollback gives the number back. Raises
        IntegrityError (`counter_year_full`) beyond 9,999.
        """
        mine = cls.objects.filter(series=series, year=year)
        if not mine.update(last=F("last") + 1):
            cls.objects.get_or_create(series=series, year=year)
            mine.update(last=F("last") + 1)
        return int(mine.values_list("last", flat=True).get())
