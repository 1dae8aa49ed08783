"""
The signed paper of a checked list. The row is the queue, twice: first it is drawn, then it is sealed.

Any worker draws; only the one that may open the seal signs, which takes no time, so that no certificate waits behind a
list. A list that is pending and has a file is drawn.
"""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import override

from accounts.background import nudge
from certificates.models import Checkpoint, DocumentState, ListCheck
from certificates.models.documents import MOST_ATTEMPTS
from certificates.models.lists import ListCheckQuerySet, answers_to
from certificates.services.issuing import ISSUER
from certificates.services.paper import sealer_at
from certificates.signing.seals import SealingError
from certificates.signing.store import KeyStore


log = logging.getLogger(__name__)


@transaction.atomic
def request_paper(*, check: ListCheck) -> None:
    """Ask for the paper of a finished list; return nothing. Asking again while it is there or under way changes nothing."""
    is_new = Q(paper_state=DocumentState.ON_REQUEST) | Q(paper_attempts__gte=MOST_ATTEMPTS)
    asked = ListCheck.objects.filter(is_new, pk=check.pk, checked=F("total"))
    if asked.exclude(paper_state=DocumentState.READY).update(
        paper_state=DocumentState.PENDING, paper_attempts=0, paper_tried_at=None
    ):
        nudge("certificates.draw_lists")


def draw_waiting(*, at: datetime, most: int = 2) -> int:
    """Draw the papers that wait and return how many were tried; what another worker has in hand is passed over."""
    tried = 0
    for check in _taken(ListCheck.objects.to_draw(at), at=at, most=most):
        tried += 1
        try:
            drawn = drawing_of(check, at=at)
        except (ValueError, KeyError, OSError) as problem:
            _fail(check, problem)
        else:
            _keep(check, drawn, name=f"lists/{check.public_id}.pdf")
            nudge("certificates.seal_lists")
    return tried


def seal_waiting(*, store: KeyStore, at: datetime, most: int = 10) -> int:
    """Seal the papers that are drawn and return how many were tried; raise NotReady without a seal."""
    tried, waiting = 0, ListCheck.objects.to_seal(at)
    sealer = sealer_at(store, at=at) if waiting.exists() else None
    for check in _taken(waiting, at=at, most=most):
        tried += 1
        try:
            with check.paper.open("rb") as drawn:
                sealed = sealer.seal(drawn.read()) if sealer else b""
        except (SealingError, OSError) as problem:
            _fail(check, problem)
        else:
            _keep(check, sealed, name=f"lists/{check.public_id}-signed.pdf", ready=True)
    return tried


def drawing_of(check: ListCheck, *, at: datetime) -> bytes:
    """Return the paper of a finished list without its seal, in its owner's language."""
    # Loaded when the first list waits: neither web server nor worker should start with what draws.
    from certificates.documents import list_paper

    state = Checkpoint.objects.filter(at__lte=check.at).order_by("-size").first()
    with override(check.owner.language):
        return list_paper.draw(
            check,
            list(answers_to(check)),
            checkpoint=state,
            issuer=ISSUER[f"name_{check.owner.language}"],
            site_url=settings.SITE_URL,
            specimen=settings.DEMO,
            at=at,
        )


def _taken(waiting: ListCheckQuerySet, *, at: datetime, most: int) -> Iterator[ListCheck]:
    """Yield the lists that are ours: whoever notes the time on the row first has a minute with it."""
    for pk in list(waiting.order_by("paper_attempts", "pk").values_list("pk", flat=True)[:most]):
        attempt = {"paper_tried_at": at, "paper_attempts": F("paper_attempts") + 1}
        if waiting.filter(pk=pk).update(**attempt):
            yield (
                ListCheck.objects.select_related("owner", "organisation").defer("asked").get(pk=pk)
            )


def _fail(check: ListCheck, problem: Exception) -> None:
    log.warning("list_paper_failed", extra={"list": check.pk, "problem": repr(problem)})
    ListCheck.objects.filter(pk=check.pk).update(paper_state=DocumentState.FAILED)


@transaction.atomic
def _keep(check: ListCheck, content: bytes, *, name: str, ready: bool = False) -> None:
    """Keep a file in place of the one before it, unless the list was deleted meanwhile."""
    locked = ListCheck.objects.select_for_update(of=("self",), no_key=True).defer("asked")
    row = locked.filter(pk=check.pk).first()
    if row is None or row.paper_state == DocumentState.READY:
        return
    storage, before = row.paper.storage, row.paper.name
    storage.delete(name)
    row.paper.name = storage.save(name, ContentFile(content))
    row.paper_state = DocumentState.READY if ready else DocumentState.PENDING
    row.paper_tried_at, row.paper_attempts = None, 0
    row.save(update_fields=["paper", "paper_state", "paper_tried_at", "paper_attempts"])
    if before and before != name:
        transaction.on_commit(lambda: storage.delete(before))
