"""Files that people bring as evidence: taken in, taken out again while they may be, and opened by staff."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from certificates.documents.uploads import Checked
from certificates.models import Activity, Dossier, EvidenceFile, FileAbout
from certificates.models.documents import private_storage
from certificates.problems import NotEntitled, NotReady
from certificates.rules.files import ENDINGS, has_room, shown_name


FOLDER = "evidence"


@dataclass(frozen=True)
class Brought:
    """A checked file and the name under which it came."""

    name: str
    file: Checked


@transaction.atomic
def add_to_dossier(
    *, dossier: Dossier, by: User, brought: Brought, about: FileAbout, at: datetime
) -> EvidenceFile:
    """
    Add a file to an application that is with its applicant and return it; the same file twice is there once.

    Raises NotEntitled for anybody else, NotReady once it is handed in or when there is no room left.
    """
    dossier = _with_applicant(dossier, by)
    digest = hashlib.sha256(brought.file.content).hexdigest()
    if there := EvidenceFile.objects.filter(dossier=dossier, sha256=digest).first():
        return _back(there, by=by, at=at)
    _require_room(list(dossier.files.kept().values_list("size", flat=True)), brought)
    return _kept(brought, digest, owner=by, about=about, at=at, dossier=dossier)


@transaction.atomic
def add_to_activity(
    *, activity: Activity, by: User, brought: Brought, at: datetime
) -> EvidenceFile:
    """
    Add a file to an entry of one's own diary and return it; the same file twice is there once.

    Raises NotEntitled for anybody else, NotReady when there is no room left.
    """
    if activity.person_id != by.pk:
        raise NotEntitled(_("Only the person whose diary it is changes it."))
    activity = Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    digest = hashlib.sha256(brought.file.content).hexdigest()
    if there := EvidenceFile.objects.filter(activity=activity, sha256=digest).first():
        return there
    _require_room(list(activity.files.values_list("size", flat=True)), brought)
    return _kept(brought, digest, owner=by, about=FileAbout.ACTIVITY, at=at, activity=activity)


@transaction.atomic
def remove_file(*, file: EvidenceFile, by: User, at: datetime) -> EvidenceFile:
    """
    Take a file out of an application and return it; until the application is handed in it can be put back.

    Raises NotEntitled for anybody else, NotReady once the file is evidence.
    """
    file = _changeable(file, by)
    if file.removed_at is None:
        file.removed_at = at
        file.save(update_fields=["removed_at"])
        _record(file, "file.removed", by=by, at=at)
    return file


@transaction.atomic
def restore_file(*, file: EvidenceFile, by: User, at: datetime) -> EvidenceFile:
    """Put a file back that was taken out, and return it; raises as `remove_file`, and NotReady without room."""
    return _back(_changeable(file, by), by=by, at=at)


@transaction.atomic
def file_evidence(*, dossier: Dossier, at: datetime) -> int:
    """Make the files of an application evidence, as it is handed in, and return how many became so; the removed go."""
    fresh = EvidenceFile.objects.filter(dossier=dossier, filed_at=None)
    forget(list(fresh.exclude(removed_at=None)))
    return fresh.update(filed_at=at)


@transaction.atomic
def record_opening(*, file: EvidenceFile, by: User, at: datetime) -> None:
    """Note in the trail that a member of staff opened a file; return nothing."""
    _record(file, "file.opened", by=by, at=at)


def forget(files: list[EvidenceFile]) -> None:
    """Delete files that are no evidence, rows and content; return nothing."""
    for file in files:
        name = file.file.name
        file.delete()
        transaction.on_commit(partial(private_storage().delete, name))


def keep_alone(*, brought: Brought, owner: User, about: FileAbout, at: datetime) -> EvidenceFile:
    """Keep a file for something that points to it, and return it."""
    digest = hashlib.sha256(brought.file.content).hexdigest()
    return _kept(brought, digest, owner=owner, about=about, at=at)


def _kept(
    brought: Brought,
    digest: str,
    *,
    owner: User,
    about: FileAbout,
    at: datetime,
    dossier: Dossier | None = None,
    activity: Activity | None = None,
) -> EvidenceFile:
    kind, storage = brought.file.kind, private_storage()
    name = storage.save(
        f"{FOLDER}/{uuid.uuid4()}{ENDINGS[kind]}", ContentFile(brought.file.content)
    )
    try:
        with transaction.atomic():
            file = EvidenceFile.objects.create(
                owner=owner,
                dossier=dossier,
                activity=activity,
                about=FileAbout(about).value,
                name=shown_name(brought.name, kind),
                kind=kind,
                size=len(brought.file.content),
                sha256=digest,
                file=name,
                added_at=at,
            )
    except IntegrityError:
        storage.delete(name)
        raise
    _record(file, "file.added", by=owner, at=at)
    return file


def _back(file: EvidenceFile, *, by: User, at: datetime) -> EvidenceFile:
    if file.removed_at is not None and file.dossier is not None:
        sizes = list(file.dossier.files.kept().values_list("size", flat=True))
        if not has_room(sizes, file.size):
            raise NotReady(_full())
        file.removed_at = None
        file.save(update_fields=["removed_at"])
        _record(file, "file.restored", by=by, at=at)
    return file


def _require_room(sizes: list[int], brought: Brought) -> None:
    if not has_room(sizes, len(brought.file.content)):
        raise NotReady(_full())


def _full() -> str:
    return _("There is room for 20 files and 40 MB in all. Take one out first.")


def _with_applicant(dossier: Dossier, by: User) -> Dossier:
    if dossier.applicant_id != by.pk:
        raise NotEntitled(_("Only the applicant adds files and takes them out."))
    locked = Dossier.objects.select_for_update(of=("self",), no_key=True).get(pk=dossier.pk)
    if not locked.is_with_applicant:
        raise NotReady(_("The application has been handed in and can no longer be changed."))
    return locked


def _changeable(file: EvidenceFile, by: User) -> EvidenceFile:
    if file.dossier is not None:
        _with_applicant(file.dossier, by)
    found = EvidenceFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if found.filed_at is not None:
        raise NotReady(_("The file was handed in: it is evidence now and stays."))
    return found


def _record(file: EvidenceFile, action: str, *, by: User, at: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        subject=str(file.public_id),
        detail={
            "dossier": str(file.dossier.public_id) if file.dossier else "",
            "digest": file.sha256,
        },
        at=at,
    )
