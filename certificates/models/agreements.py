"""Agreements to a code of conduct: which words, in which language, when. Append-only."""

from django.db import models

from certificates.models.dossiers import Dossier


class ConductAgreement(models.Model):
    """One agreement of an applicant, given with each handing in."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="agreements")
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.version} {self.language}"
