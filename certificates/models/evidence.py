"""Evidence: what a person has done, and who taught and who examined them. Append-only."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.schemes import by_language
from certificates.rules.requirements import Kind, Proof


class EvidenceKind(models.TextChoices):
    TRAINING_HOURS = Kind.TRAINING_HOURS.value, _("Training hours")
    EXAM = Kind.EXAM.value, _("Exam passed")
    EDUCATION = Kind.EDUCATION.value, _("Education")
    EXPERIENCE = Kind.EXPERIENCE.value, _("Work experience")
    PROJECT = Kind.PROJECT.value, _("Improvement project")
    CERTIFICATE = Kind.CERTIFICATE.value, _("Certificate held")


class Part(models.TextChoices):
    TRAINED = "trained", _("Taught")
    EXAMINED = "examined", _("Examined")


class Evidence(models.Model):
    """One fact about a person, handed in by the app that witnessed it, exactly once per source."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20, choices=EvidenceKind.choices)
    reference = models.CharField(max_length=40, blank=True)
    value = models.DecimalField(max_digits=7, decimal_places=2)
    title_vi = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    obtained_on = models.DateField()
    source_key = models.CharField(max_length=120, unique=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["obtained_on", "pk"]
        indexes = [models.Index(fields=["person", "kind"], name="evidence_person_kind")]
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=0), name="evidence_value_not_negative"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[kind for kind in EvidenceKind if kind != EvidenceKind.CERTIFICATE]
                ),
                name="evidence_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.title_vi}"

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return by_language(self, "title")

    def as_proof(self) -> Proof:
        """Return the fact as the rules see it."""
        return Proof(Kind(self.kind), self.reference, self.value, self.obtained_on)


class EvidenceActor(models.Model):
    """Who taught or examined the person on the way to a piece of evidence."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="actors")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "person", "part"], name="evidence_actor_once"
            ),
            models.CheckConstraint(
                condition=Q(part__in=Part.values), name="evidence_actor_part_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.part} {self.evidence}"
