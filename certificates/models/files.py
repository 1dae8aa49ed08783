"""Files that people bring as evidence. Once an application is handed in, its files stay as they are."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models.diary import Activity
from certificates.models.documents import private_storage
from certificates.models.dossiers import Dossier


class FileKind(models.TextChoices):
    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPEG = "jpeg", "JPEG"


class FileAbout(models.TextChoices):
    EDUCATION = "education", _("Diploma or degree")
    EXPERIENCE = "experience", _("Work experience")
    PROJECT = "project", _("Improvement project")
    TRAINING = "training", _("Training elsewhere")
    ACTIVITY = "activity", _("Entry of the diary")
    OTHER = "other", _("Something else")


class EvidenceFileQuerySet(models.QuerySet["EvidenceFile"]):
    def kept(self) -> "EvidenceFileQuerySet":
        """Return the files that their owner has not taken out again."""
        return self.filter(removed_at=None)


class EvidenceFile(models.Model):
    """
    One checked file: of an application, of an entry of the diary, or of what points to it.

    `filed_at` is the moment at which the application it belongs to was handed in: from then on it is evidence.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="files")
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, related_name="files"
    )
    about = models.CharField(max_length=12, choices=FileAbout.choices)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=4, choices=FileKind.choices)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    file: Any = models.FileField(storage=private_storage, max_length=100)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    filed_at = models.DateTimeField(null=True)

    objects = EvidenceFileQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=FileKind.values), name="evidence_file_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(about__in=FileAbout.values), name="evidence_file_about_known"
            ),
            models.CheckConstraint(
                condition=Q(dossier=None) | Q(activity=None), name="evidence_file_of_one_thing"
            ),
            models.CheckConstraint(
                condition=Q(filed_at=None) | Q(dossier__isnull=False, removed_at=None),
                name="evidence_file_filed_with_dossier",
            ),
            models.UniqueConstraint(
                fields=["dossier", "sha256"],
                condition=Q(dossier__isnull=False),
                name="evidence_file_once_in_dossier",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where its owner gets it by GET, and staff by POST."""
        return reverse("certificates:evidence_file", args=[self.public_id])
