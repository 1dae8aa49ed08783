"""Printed certificates: milliseconds a PDF beside the two libraries alone, seconds for a thousand by two workers."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any


THOUSAND = 1_000
WORKERS = 2
TURNS = 10


def _milliseconds(act: Callable[[], Any]) -> float:
    act()
    began = time.process_time()
    for _each in range(TURNS):
        act()
    return 1000 * (time.process_time() - began) / TURNS


def one() -> dict[str, float]:
    """Return the cost of one PDF, ours and that of the same words by WeasyPrint and pyHanko alone."""
    from asn1crypto import keys as asn1_keys
    from cryptography.hazmat.primitives import serialization
    from django.utils import timezone
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    from certificates.documents.layout import page
    from certificates.documents.render import VARIANT, _kit
    from certificates.models import Credential, KeyRole, SigningKey
    from certificates.services import paper
    from certificates.signing.pades import FIELD, certificates_in
    from certificates.signing.store import key_store

    newest = Credential.objects.select_related("intent__event").latest("pk")
    credential = paper.newest_credential(newest.intent.event.certificate_id)
    sealer = paper.sealer_at(key_store(), at=timezone.now())
    certificate = credential.intent.event.certificate
    weasyprint, fetcher, options, _ornament = _kit()
    html = page(
        certificate.snapshot, number=certificate.number, site_url="http://127.0.0.1", specimen=True, token=""
    )  # fmt: skip
    seal = SigningKey.objects.filter(role=KeyRole.SEAL).latest("pk")
    key: Any = key_store().private_key(seal.kid)
    closed = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    own = certificates_in(seal.chain)[0]
    signer = SimpleSigner(own, asn1_keys.PrivateKeyInfo.load(closed), SimpleCertificateStore())  # type: ignore[no-untyped-call]

    def bare() -> Any:
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        drawn = source.write_pdf(pdf_variant=VARIANT, **options)
        metadata = PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256")
        return sign_pdf(IncrementalPdfFileWriter(BytesIO(drawn)), metadata, signer)

    return {
        "pdf_ms": _milliseconds(lambda: sealer.seal(paper.draw(credential))),
        "pdf_bare_ms": _milliseconds(bare),
    }


def thousand() -> dict[str, float]:
    """Return the seconds that two workers need for a thousand PDFs, their own start included."""
    from certificates.models import CertificateDocument, DocumentState

    waiting = CertificateDocument.objects.filter(state=DocumentState.ON_REQUEST)
    newest = list(waiting.order_by("-pk").values_list("pk", flat=True)[:THOUSAND])
    asked = CertificateDocument.objects.filter(pk__in=newest)
    asked.update(state=DocumentState.PENDING)
    began = time.monotonic()
    workers = [
        subprocess.Popen([sys.executable, "-m", "deploy.bench.paper", "work"])
        for _each in range(WORKERS)
    ]
    statuses = [worker.wait() for worker in workers]
    if any(statuses):
        raise RuntimeError("a worker failed")
    seconds = time.monotonic() - began
    made = asked.filter(state=DocumentState.READY).count()
    if made != THOUSAND:
        raise RuntimeError(f"only {made} of {THOUSAND} were made")
    return {"papers_s": seconds}


def work() -> None:
    """Make PDFs until none waits."""
    from django.utils import timezone

    from certificates.services.paper import produce_waiting
    from certificates.signing.store import key_store

    while produce_waiting(store=key_store(), at=timezone.now(), most=25):
        pass


def main() -> None:
    """Print the figures as JSON, or be one of the workers."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
    import django

    django.setup()
    if sys.argv[1:] == ["work"]:
        work()
    else:
        sys.stdout.write(json.dumps({**one(), **thousand()}))


if __name__ == "__main__":
    main()
