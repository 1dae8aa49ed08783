"""Applications for a certificate that takes the place of another: renewals, and corrections of what is printed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from accounts.models import User
from certificates.models.dossiers import Dossier
from certificates.models.register import Certificate
from certificates.models.schemes import ExpertField
from certificates.rules.succession import Printed, differences


class Renewal(models.Model):
    """Makes an application one for a renewal, and names the certificate to be renewed. Append-only."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="renewal")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="renewals")

    def __str__(self) -> str:
        return f"{self.certificate}: {self.dossier}"


class Correction(models.Model):
    """
    Makes an application one for a correction: what the new certificate shall say, why, and what proves it. Append-only.

    It holds every fact that can be wrong, also those that stay, so that it can be read alone.
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="correction")
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="corrections"
    )
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    evidence = models.TextField()
    name = models.CharField(max_length=120)
    field = models.ForeignKey(ExpertField, on_delete=models.PROTECT, related_name="+")
    title_vi = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160)
    awarded_on = models.DateField()
    valid_until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(evidence=""),
                name="correction_has_reason_and_evidence",
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.reason}"

    def wanted(self) -> Printed:
        """Return what the new certificate shall say."""
        return Printed(
            name=self.name,
            field=self.field.code,
            title_vi=self.title_vi,
            title_en=self.title_en,
            awarded_on=self.awarded_on,
            valid_until=self.valid_until,
        )

    def lines(self) -> list[tuple[str, Any, Any]]:
        """Return what changes: the fact, what stands there now, and what shall stand there."""
        printed, wanted = printed_on(self.certificate.snapshot), self.wanted()
        changed = differences(printed, wanted)
        shown = {"field": (self.certificate.snapshot["field"], self.field)}
        return [
            (name, *shown.get(name, (getattr(printed, name), getattr(wanted, name))))
            for name in changed
        ]


def printed_on(snapshot: Mapping[str, Any]) -> Printed:
    """Return what a certificate says, of that which can be wrong."""
    return Printed(
        name=snapshot["name"],
        field=snapshot["field"]["code"],
        title_vi=snapshot["scheme"]["name_vi"],
        title_en=snapshot["scheme"]["name_en"],
        awarded_on=date.fromisoformat(snapshot["decision"]["date"]),
        valid_until=date.fromisoformat(snapshot["valid_until"]),
    )
