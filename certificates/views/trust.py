"""What others check the register with: the issuer's keys, the status list, the log, the credentials."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from accounts.guards import reads, requires
from accounts.roles import anyone
from certificates.documents.badge import badge as draw_badge
from certificates.models import StatusList
from certificates.rules import tiles
from certificates.rules.numbers import squeeze
from certificates.selectors import log as selectors
from certificates.selectors.keys import issuer_document
from certificates.throttle import limited


OFFLINE = Path(__file__).parents[1] / "documents" / "offline"
FIVE_MINUTES = "public, max-age=300"
FOR_EVER = "public, max-age=31536000, immutable"
NOW = "public, max-age=1, must-revalidate"
CREDENTIAL = "application/vc+ld+json"


@reads
@requires(anyone)
def did_document(_request: HttpRequest) -> HttpResponse:
    """Show the issuer's DID document: the keys whose signatures count, and those that were revoked."""
    listed = issuer_document(day=timezone.localdate())
    return _file(json.dumps(listed).encode(), "application/did+json", FIVE_MINUTES)


@reads
@requires(anyone)
def status_list(_request: HttpRequest, number: int) -> HttpResponse:
    """Show the signed status list."""
    published = StatusList.objects.filter(number=number).first()
    if published is None:
        raise Http404
    return _file(published.document.encode(), CREDENTIAL, FIVE_MINUTES)


@reads
@requires(anyone)
def checkpoint(_request: HttpRequest) -> HttpResponse:
    """Show the newest signed state of the log."""
    return _file(_newest().note.encode(), "text/plain; charset=utf-8", NOW)


@reads
@requires(anyone)
def tile(_request: HttpRequest, path: str) -> HttpResponse:
    """Show a tile of the log, or a bundle of its entries; a full one never changes."""
    try:
        asked = tiles.parse_path(f"tile/{path}")
    except ValueError as problem:
        raise Http404 from problem
    found = selectors.tile_file(asked, size=_newest().size)
    if found is None:
        raise Http404
    return _file(found, "application/octet-stream", FOR_EVER)


@reads
@requires(anyone)
@limited
def bundle(_request: HttpRequest) -> HttpResponse:
    """Send everything needed to check the log without asking us again, as one archive."""
    newest = _newest()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("checkpoint", newest.note)
        for name, note in selectors.last_of_each_key():
            archive.writestr(f"checkpoints/{name}", note)
        archive.writestr("did.json", json.dumps(issuer_document()))
        for name in ("README.txt", "check_log.py"):
            archive.writestr(name, (OFFLINE / name).read_bytes())
        archive.writestr("verifiers", "".join(f"{v.text}\n" for v in selectors.log_verifiers()))
        for listed in StatusList.objects.all():
            archive.writestr(f"status/{listed.number}", listed.document)
        for each in tiles.tiles_of(newest.size):
            archive.writestr(each.path, selectors.tile_file(each, size=newest.size) or b"")
    response = _file(packed.getvalue(), "application/zip", NOW)
    response["Content-Disposition"] = f'attachment; filename="log-{newest.size}.zip"'
    return response


@reads
@requires(anyone)
@limited
def credential(_request: HttpRequest, number: str) -> HttpResponse:
    """Show the newest credential of a certificate, byte for byte as it was signed."""
    return credential_file(number)


@reads
@requires(anyone)
@limited
def badge(_request: HttpRequest, number: str) -> HttpResponse:
    """Show the badge of a certificate: a picture with the newest credential inside."""
    found = selectors.credential_of(squeeze(number))
    if found is None:
        raise Http404
    certificate = found.intent.event.certificate
    drawn = draw_badge(certificate.snapshot, number=certificate.number, credential=found.document)
    return _file(drawn, "image/png", FIVE_MINUTES)


@reads
@requires(anyone)
@limited
def proof(_request: HttpRequest, number: str) -> HttpResponse:
    """Show the proof that the newest credential of a certificate stands in the log."""
    found = selectors.credential_of(squeeze(number))
    shown = selectors.proof_for(found.intent.event) if found else None
    if shown is None:
        raise Http404
    return _file(shown.text.encode(), "text/plain; charset=utf-8", NOW)


def credential_file(number: str) -> HttpResponse:
    """Return the credential as it was signed, or a 404 in JSON."""
    found = selectors.credential_of(squeeze(number))
    if found is None:
        missing: dict[str, Any] = {
            "code": "no_credential",
            "detail": "The register holds no signed credential under this number.",
        }
        return JsonResponse(missing, status=404)
    response = _file(found.document.encode(), CREDENTIAL, FIVE_MINUTES)
    response["Link"] = f'<{settings.SITE_URL}/tra-cuu/{squeeze(number)}/>; rel="canonical"'
    return response


def _newest() -> Any:
    newest = selectors.newest_checkpoint()
    if newest is None:
        raise Http404
    return newest


def _file(content: bytes, kind: str, keep: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Cache-Control"] = keep
    response["Access-Control-Allow-Origin"] = "*"
    return response
