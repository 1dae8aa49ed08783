"""
A database restored from an older copy is noticed before it issues a number twice or signs a second history.

Fail closed: nothing is issued, signed or logged until the newer copy is back, or an operator answers for the loss.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from certificates.models import Checkpoint, LogLoss, NumberCounter
from certificates.models.loss_check import Loss, find_loss, open_losses
from certificates.problems import NotReady, in_words
from certificates.signing.kept import forget_note, keep_note, kept_note


def require_whole() -> None:
    """Return nothing if the register holds all that was signed; raise NotReady with the sentence for people if not."""
    if find_loss() or open_losses():
        raise NotReady(
            _(
                "The register holds less than was signed before: an older copy of the database was restored."
                " Nothing is issued or signed until an operator has settled this."
            )
        )


def guard(*, at: datetime) -> None:
    """Do as `require_whole`, and note what was found, so that processes on other machines stop as well."""
    loss = find_loss()
    if loss:
        note_loss(loss, at=at)
    elif open_losses():
        _close_what_came_back(at=at)
    require_whole()


@transaction.atomic
def note_loss(loss: Loss, *, at: datetime) -> LogLoss:
    """Note a loss and return its row; the same loss is noted once."""
    facts = {"found_at": at, "held": loss.held, "size": loss.size, "note": loss.note}
    noted, fresh = LogLoss.objects.get_or_create(root=loss.root, closed_at=None, defaults=facts)
    if fresh:
        _record("log.loss_found", noted, at=at)
    return noted


@transaction.atomic
def _close_what_came_back(*, at: datetime) -> None:
    """Close the losses whose signed state the database knows again: the newer copy was brought back."""
    for loss in LogLoss.objects.select_for_update().filter(closed_at=None):
        if Checkpoint.objects.filter(size=loss.size, root=loss.root).exists():
            loss.closed_at, loss.reason = at, _("The newer copy was brought back.")
            loss.save(update_fields=["closed_at", "reason"])
            _record("log.loss_undone", loss, at=at)


@transaction.atomic
def answer_for_loss(*, reason: str, at: datetime) -> LogLoss:
    """
    Close the open loss with a reason that is published, keep the present state from now on, and return the loss.

    The numbers of this year jump by as many as entries were lost, since each may stand on somebody's paper. Raises
    NotReady if nothing was lost, or without a reason.
    """
    found = find_loss()
    if found:
        note_loss(found, at=at)
    loss = LogLoss.objects.select_for_update().filter(closed_at=None).first()
    if loss is None:
        raise NotReady(_("Nothing was lost: the register holds everything that was signed."))
    if not reason.strip():
        raise NotReady(_("Write the reason: it is published beside the log."))
    loss.closed_at, loss.reason = at, reason.strip()
    loss.save(update_fields=["closed_at", "reason"])
    lost = max(1, loss.size - loss.held)
    with in_words():
        NumberCounter.objects.filter(year=timezone.localdate(at).year).update(
            last=F("last") + lost
        )
    _record("log.loss_answered", loss, at=at)
    transaction.on_commit(keep_newest)
    return loss


def keep_newest() -> None:
    """Keep the newest signed state outside the database, if it is not kept already; return nothing."""
    newest = Checkpoint.objects.first()
    if newest is None:
        forget_note()
    elif newest.note != kept_note():
        keep_note(newest.note)


def _record(action: str, loss: LogLoss, *, at: datetime) -> None:
    audit.record(
        actor=None, action=action, subject=str(loss), detail={"reason": loss.reason}, at=at
    )
