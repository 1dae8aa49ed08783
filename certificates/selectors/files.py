"""Questions about the files that people bring."""

from uuid import UUID

from certificates.models import Dossier, EvidenceFile


def evidence_file(public_id: UUID) -> EvidenceFile | None:
    """Return the file with what it belongs to; None when there is none."""
    found = EvidenceFile.objects.select_related("dossier", "activity", "owner")
    return found.filter(public_id=public_id).first()


def files_of(dossier: Dossier, *, own: bool) -> list[EvidenceFile]:
    """Return the files of an application: for its applicant all, for others those that were handed in."""
    files = dossier.files.all()
    return list(files if own else files.exclude(filed_at=None))
