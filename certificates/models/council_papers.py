"""What the council sends out: sealed papers, and letters to applicants. Both rows are queues."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.models.council import DecisionDocument
from certificates.models.decisions import Decision
from certificates.models.documents import MOST_ATTEMPTS, DocumentState, private_storage
from certificates.models.dossiers import Dossier


class CouncilPaperQuerySet(models.QuerySet["CouncilPaper"]):
    def to_produce(self) -> "CouncilPaperQuerySet":
        """Return the papers that a worker should make: the queue of record."""
        retry = Q(state=DocumentState.FAILED, attempts__lt=MOST_ATTEMPTS)
        return self.filter(Q(state=DocumentState.PENDING) | retry)


class CouncilPaper(models.Model):
    """The sealed PDF of a decision document, or of a notice of refusal. Once it is there it never changes."""

    document = models.OneToOneField(
        DecisionDocument, on_delete=models.PROTECT, null=True, related_name="paper"
    )
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, null=True, related_name="notice"
    )
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.PENDING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    file: Any = models.FileField(storage=private_storage, upload_to="council", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    produced_at = models.DateTimeField(null=True)

    objects = CouncilPaperQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, decision=None)
                | Q(document=None, decision__isnull=False),
                name="council_paper_of_one",
            ),
            models.CheckConstraint(
                condition=~Q(state=DocumentState.READY) | Q(~Q(file=""), ~Q(sha256="")),
                name="council_paper_ready_has_file",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state"],
                condition=Q(state__in=[DocumentState.PENDING, DocumentState.FAILED]),
                name="council_paper_queue",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document or self.decision}: {self.state}"

    @property
    def is_ready(self) -> bool:
        """Whether the file is there."""
        return self.state == DocumentState.READY


class LetterKind(models.TextChoices):
    REFUSED = "refused", _("Refusal")
    DELAYED = "delayed", _("Decision that could not be carried out")


class CouncilLetter(models.Model):
    """A letter that is owed to an applicant about the council's decision."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="council_letters")
    kind = models.CharField(max_length=8, choices=LetterKind.choices)
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["at"], condition=Q(sent_at=None), name="council_letter_owed")
        ]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.kind}"
