"""The holder's word on being listed, and the lines of the public register that follow from it."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Province, User
from certificates.models.register import Certificate, CertificateStatus
from certificates.models.schemes import ExpertField, RecognitionLevel
from certificates.rules.visibility import Choice, Purpose, in_force


# What the events alone make of a certificate; that it has expired follows from its date.
STANDINGS = (
    CertificateStatus.VALID,
    CertificateStatus.SUSPENDED,
    CertificateStatus.WITHDRAWN,
)


class VisibilityPurpose(models.TextChoices):
    LISTED = Purpose.LISTED.value, _("Name, certificate, status and dates")
    PROVINCE = Purpose.PROVINCE.value, _("Province")
    ORGANISATION = Purpose.ORGANISATION.value, _("Organisation")


class VisibilityChoice(models.Model):
    """One word of a holder: yes or no to one purpose, under which text, when. Append-only."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="visibility_choices")
    purpose = models.CharField(max_length=12, choices=VisibilityPurpose.choices)
    granted = models.BooleanField()
    version = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=VisibilityPurpose.values), name="visibility_purpose_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {'+' if self.granted else '-'}"

    @classmethod
    def in_force_of(cls, holders: Iterable[int]) -> dict[int, frozenset[Purpose]]:
        """Return what each of the holders has said yes to last, by their keys; one query."""
        said: dict[int, list[Choice]] = {}
        words = cls.objects.filter(person__in=list(holders)).order_by("pk")
        for person, purpose, granted in words.values_list("person", "purpose", "granted"):
            said.setdefault(person, []).append(Choice(Purpose(purpose), granted))
        return {person: in_force(choices) for person, choices in said.items()}


class Listing(models.Model):
    """
    One certificate in the public register, as far as its holder lets it be seen: no consent, no row.

    What is asked stands beside what is shown, so that a question about a million certificates reads one index.
    Names are kept once with tones and once without, each word between spaces.
    """

    certificate = models.OneToOneField(
        Certificate, on_delete=models.PROTECT, primary_key=True, related_name="listing"
    )
    holder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name_words = models.CharField(max_length=130)
    name_folded = models.CharField(max_length=130)
    sort_key = models.CharField(max_length=1000)
    level = models.CharField(max_length=20, choices=RecognitionLevel.choices)
    field = models.ForeignKey(
        ExpertField, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    standing = models.CharField(max_length=12, choices=CertificateStatus.choices)
    valid_until = models.DateField()

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["sort_key", "certificate"], name="listing_by_name"),
            models.Index(fields=["field", "sort_key", "certificate"], name="listing_by_field"),
            # What else may be asked stands in the index, so that rows that do not fit are never read.
            models.Index(
                fields=["province", "sort_key", "certificate", "level", "field"],
                name="listing_by_place",
            ),
            models.Index(fields=["level", "sort_key", "certificate"], name="listing_by_level"),
            models.Index(
                fields=["standing", "sort_key", "certificate"],
                condition=~Q(standing=CertificateStatus.VALID),
                name="listing_not_valid",
            ),
            models.Index(fields=["valid_until"], name="listing_by_end"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=STANDINGS), name="listing_standing_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.certificate)
