"""What the signing worker does: sign, log, sign the log's state, publish the status list, sign tokens for paper."""

from datetime import datetime

from certificates.services.log import append_waiting, sign_state
from certificates.services.losses import guard, keep_newest
from certificates.services.signing import sign_waiting
from certificates.services.status_list import publish_status_list
from certificates.services.tokens import sign_tokens
from certificates.signing.store import KeyStore


def publish_register(
    *, store: KeyStore, at: datetime, most: int = 20, all_of_them: bool = False
) -> int:
    """
    Take what waits in the register through every step, and return how many entries the log got.

    Each step finishes what an earlier run left, so it may be stopped anywhere and run again, or twice at once.
    Raises NotReady while a key is missing, and where the database holds less than was signed before.
    """
    guard(at=at)
    sign_waiting(store=store, at=at, most=most, all_of_them=all_of_them)
    appended = append_waiting(at=at, all_of_them=all_of_them)
    sign_state(store=store, at=at)
    keep_newest()
    publish_status_list(store=store, at=at)
    sign_tokens(store=store, at=at, all_of_them=all_of_them)
    return appended
