"""What an agency watches."""

from datetime import date

from accounts.models import User
from certificates.models import Certificate, ListCheck
from certificates.models.register import CertificateQuerySet


def watched(person: User, *, day: date) -> CertificateQuerySet:
    """Return the certificates that a person watches, the newest first, each with its `status` on that day."""
    found = Certificate.objects.filter(watches__owner=person).with_status(day)
    return found.select_related("field").order_by("-watches__added_at", "-pk")


def found_in(check: ListCheck) -> CertificateQuerySet:
    """Return the certificates that a checked list found."""
    answers = check.answers.exclude(certificate=None).order_by()
    return Certificate.objects.filter(pk__in=answers.values("certificate"))
