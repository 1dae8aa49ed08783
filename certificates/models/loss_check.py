"""Whether the database still holds everything that was signed, by the state that is kept outside it."""

from dataclasses import dataclass

from django.conf import settings

from certificates.models.losses import LogLoss
from certificates.models.signing import Checkpoint, LogHead
from certificates.rules import checkpoints
from certificates.signing.kept import kept_note


@dataclass(frozen=True)
class Loss:
    """A state that was signed, and how many entries the database holds instead."""

    note: str
    size: int
    root: str
    held: int


def find_loss() -> Loss | None:
    """
    Return the kept state if the database does not know it, else None; two queries at most.

    A kept file that cannot be read is a loss, too: who cannot know goes no further. A demonstration may begin anew.
    """
    note = kept_note()
    if note is None:
        return None
    try:
        state = checkpoints.claimed(note)
        size, root = state.size, state.root.hex()
    except checkpoints.NoteError:
        size, root = 0, ""
    if root and Checkpoint.objects.filter(size=size, root=root).exists():
        return None
    if settings.DEMO and not Checkpoint.objects.exists():
        return None
    return Loss(note, size, root, LogHead.objects.get().size)


def open_losses() -> bool:
    """Return whether a loss waits for an operator."""
    return LogLoss.objects.filter(closed_at=None).exists()
