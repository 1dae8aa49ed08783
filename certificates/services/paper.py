"""
Making the PDFs, in the process that may open the seal. The row is the queue: whoever finds one waiting may make it.

A certificate is printed when it is signed, logged and under a signed state of the log: the credential and its proof
stand in the file.
"""

import hashlib
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from certificates.documents.render import Attached, RenderError, render_certificate
from certificates.models import (
    Certificate,
    CertificateDocument,
    Checkpoint,
    Credential,
    DocumentState,
    KeyRole,
    StatusEvent,
)
from certificates.models.documents import DocumentQuerySet
from certificates.models.log_tree import subtrees
from certificates.models.register import WITH_CREDENTIAL
from certificates.rules import merkle, proofs
from certificates.services.issuing import ISSUER
from certificates.services.signing import signing_key
from certificates.signing.seals import SealingError
from certificates.signing.store import KeyStore


if TYPE_CHECKING:
    from certificates.signing.pades import Sealer

log = logging.getLogger(__name__)


def produce_waiting(*, store: KeyStore, at: datetime, most: int = 10) -> int:
    """
    Make the PDFs that wait, a few at a time, and return how many were tried; raise NotReady without a seal.

    Two workers at once share the work. Should both draw the same one, the first to finish is kept.
    """
    # What another worker has in hand counts one attempt more, and so comes last.
    waiting = list(
        _to_print().order_by("attempts", "pk").values_list("certificate_id", "attempts")[:most]
    )
    sealer = sealer_at(store, at=at) if waiting else None
    tried = 0
    for certificate_id, attempts in waiting:
        if sealer and _take(certificate_id, attempts):
            tried += 1
            if not _produce(certificate_id, sealer=sealer, at=at):
                break
    return tried


def produce_document(*, certificate_id: int, store: KeyStore, at: datetime) -> CertificateDocument:
    """Make the PDF of a certificate if it waits and can be made by now; return its row. Raises NotReady without a seal."""
    mine = CertificateDocument.objects.filter(certificate_id=certificate_id)
    waiting = _to_print().filter(certificate_id=certificate_id).values_list("attempts", flat=True)
    for attempts in waiting:
        sealer = sealer_at(store, at=at)
        if _take(certificate_id, attempts):
            _produce(certificate_id, sealer=sealer, at=at)
    return mine.get()


def _to_print() -> DocumentQuerySet:
    """Return the waiting documents whose newest credential, token and signed proof are there."""
    newest = Checkpoint.objects.order_by("-size").values("size")[:1]
    unfinished = StatusEvent.objects.filter(
        Q(log_entry=None)
        | Q(log_entry__index__gte=Coalesce(Subquery(newest), Value(0)))
        | Q(intent__credential__token=None),
        certificate=OuterRef("certificate"),
        event__in=WITH_CREDENTIAL,
    )
    return CertificateDocument.objects.to_produce().filter(~Exists(unfinished))


def sealer_at(store: KeyStore, *, at: datetime) -> "Sealer":
    """Return who signs PDFs at that moment; raise NotReady if there is no seal."""
    # Loaded when the first paper waits: the worker that signs is started together with the web server.
    from certificates.signing.pades import sealer_of

    key = signing_key(KeyRole.SEAL, at=at)
    return sealer_of(key, store=store, reason=ISSUER["name_vi"])


def _take(certificate_id: int, attempts: int) -> bool:
    """Return whether the work is ours: another worker that came first has counted its attempt already."""
    mine = CertificateDocument.objects.to_produce().filter(
        certificate_id=certificate_id, attempts=attempts
    )
    return bool(mine.update(attempts=F("attempts") + 1))


def _produce(certificate_id: int, *, sealer: "Sealer", at: datetime) -> bool:
    """
    Draw, sign and keep one PDF outside any transaction, so that nobody waits for it; return whether to go on.

    What cannot be drawn is noted on the row and tried a few times. What cannot be signed, because the timestamp
    authority does not answer, stays in the queue, and so does everything behind it.
    """
    credential = newest_credential(certificate_id)
    certificate = credential.intent.event.certificate
    row = CertificateDocument.objects.to_produce().filter(certificate_id=certificate_id)
    try:
        sealed = sealer.seal(draw(credential))
    except RenderError as problem:
        log.exception("Certificate %s could not be drawn", certificate.number)
        row.update(state=DocumentState.FAILED, error=str(problem)[:500])
        return True
    except SealingError as problem:
        log.exception("Certificate %s could not be signed", certificate.number)
        row.update(
            state=DocumentState.PENDING, attempts=F("attempts") - 1, error=str(problem)[:500]
        )
        return False
    keep(certificate, sealed, credential=credential, at=at)
    return True


def newest_credential(certificate_id: int) -> Credential:
    """Return the newest credential of a certificate, with all that its paper needs; raise DoesNotExist without one."""
    issued = Credential.objects.filter(intent__event__certificate=certificate_id)
    along = ("token", "intent__event__log_entry", "intent__event__certificate")
    return issued.select_related(*along).latest("intent__event_id")


def draw(credential: Credential) -> bytes:
    """Return the PDF of a credential that is in the log, not signed so far; raise RenderError if it cannot be drawn."""
    event = credential.intent.event
    certificate, entry = event.certificate, event.log_entry
    checkpoint = Checkpoint.objects.latest("size")
    path = merkle.inclusion_proof(entry.index, checkpoint.size, subtrees())
    made = credential.intent.at.astimezone(UTC)
    attached = (
        Attached(
            "credential.json",
            credential.document.encode(),
            relationship="Source",
            description="Open Badges 3.0, Verifiable Credential",
            at=made,
        ),
        Attached(
            "certificate.tlog-proof",
            proofs.Proof(entry.index, path, checkpoint.note).text.encode(),
            relationship="Supplement",
            description="C2SP tlog-proof",
            at=made,
        ),
    )
    return render_certificate(
        certificate.snapshot,
        number=certificate.number,
        site_url=settings.SITE_URL,
        specimen=settings.DEMO,
        token=credential.token.text,
        attached=attached,
    )


@transaction.atomic
def keep(
    certificate: Certificate, sealed: bytes, *, credential: Credential, at: datetime
) -> CertificateDocument:
    """Keep the PDF unless another worker was first, and return the row with the one that is kept."""
    document = CertificateDocument.objects.select_for_update().get(certificate=certificate)
    if document.state == DocumentState.READY:
        return document
    digest = hashlib.sha256(sealed).hexdigest()
    # One name for each credential: what a worker wrote that was killed before its row was saved is written over.
    name = f"certificates/{certificate.number}-{credential.sha256[:12]}.pdf"
    storage = document.file.storage
    if document.file.name != name:
        storage.delete(name)
    document.file.name = storage.save(name, ContentFile(sealed))
    document.state, document.sha256, document.error = DocumentState.READY, digest, ""
    document.produced_at, document.credential = at, credential
    document.save()
    return document
