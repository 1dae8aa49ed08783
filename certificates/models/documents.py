"""The printed documents of certificates: made in the background, kept in private storage."""

from typing import Any

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certificates.models.register import Certificate
from certificates.models.signing import Credential


MOST_ATTEMPTS = 5


def private_storage() -> Storage:
    """Return the storage that only views with a policy serve from."""
    return storages["private"]


class DocumentState(models.TextChoices):
    ON_REQUEST = "on_request", _("Made on request")
    PENDING = "pending", _("Being made")
    READY = "ready", _("Ready to download")
    FAILED = "failed", _("Could not be made")


class DocumentQuerySet(models.QuerySet["CertificateDocument"]):
    def to_produce(self) -> "DocumentQuerySet":
        """Return the documents that a worker should make: the queue of record."""
        retry = Q(state=DocumentState.FAILED, attempts__lt=MOST_ATTEMPTS)
        return self.filter(Q(state=DocumentState.PENDING) | retry)


class CertificateDocument(models.Model):
    """The PDF of a certificate and how far its making has come."""

    certificate = models.OneToOneField(
        Certificate, on_delete=models.PROTECT, related_name="document"
    )
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.PENDING
    )
    # what the file carries; empty in files made before there were credentials
    credential = models.ForeignKey(
        Credential, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    file: Any = models.FileField(storage=private_storage, upload_to="certificates", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    produced_at = models.DateTimeField(null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=DocumentState.values), name="document_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=DocumentState.READY) | Q(~Q(file=""), ~Q(sha256="")),
                name="document_ready_has_file",
            ),
        ]
        indexes = [
            # The sweep looks every second: an index over the few that wait keeps it free of cost.
            models.Index(
                fields=["state"],
                condition=Q(state__in=[DocumentState.PENDING, DocumentState.FAILED]),
                name="document_queue",
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate}: {self.state}"
