"""What council members declare about their interests: standing ones, and one statement for each line of an agenda."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from certificates.models.council import AgendaLine


class InterestKind(models.TextChoices):
    ORGANISATION = "organisation", _("Works or worked there")
    RELATIVE = "relative", _("Family or close personal tie")
    FINANCIAL = "financial", _("Financial interest")
    OTHER = "other", _("Other tie")


class Interest(models.Model):
    """A standing tie to a person or to an organisation; it bars from every decision while it lasts."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="interests")
    kind = models.CharField(_("kind of tie"), max_length=12, choices=InterestKind.choices)
    about = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    note = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(about=None, organisation__isnull=False)
                | Q(about__isnull=False, organisation=None),
                name="interest_about_one",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=InterestKind.values), name="interest_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind}"


class ConflictStatement(models.Model):
    """What a member stated on one line: no interest, or a conflict with its reason. Append-only; a conflict stays."""

    line = models.ForeignKey(AgendaLine, on_delete=models.PROTECT, related_name="statements")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    conflicted = models.BooleanField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "person", "conflicted"], name="statement_once"
            ),
            models.CheckConstraint(
                condition=Q(conflicted=False) | ~Q(reason=""), name="conflict_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_id}: {self.conflicted}"
