"""The life of a key: made at a ceremony, retired at a rotation, revoked when it is no longer alone."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts import audit
from certificates.models import KeyAct, KeyEvent, KeyRole, SigningKey
from certificates.problems import NotReady
from certificates.services.issuing import ISSUER
from certificates.signing.seals import Seal, make_seal
from certificates.signing.store import KeyStore
from certificates.signing.suite import public_key_text


@transaction.atomic
def create_key(*, role: str, store: KeyStore, at: datetime, not_before: datetime) -> SigningKey:
    """
    Make a key, keep its private part in the store and its public part in the register; return it.

    The name says role, year and a running number. Raises FileExistsError if a file of that name is in the store.
    """
    role = KeyRole(role).value
    made = SigningKey.objects.filter(role=role, not_before__year=not_before.year).count()
    kid = f"{role}-{not_before.year}-{made + 1}"
    if role == KeyRole.SEAL:
        held = make_seal(name=ISSUER["name_en"], organisation=ISSUER["name_vi"], at=not_before)
        return _enter_seal(held, kid=kid, store=store, at=at, not_before=not_before)
    key = SigningKey.objects.create(
        kid=kid,
        role=role,
        controller=settings.ISSUER_DID,
        public_key=public_key_text(store.create(kid)),
        not_before=not_before,
    )
    _note(key, KeyAct.ADDED, at=at)
    return key


@transaction.atomic
def import_seal(*, seal: Seal, store: KeyStore, at: datetime) -> SigningKey:
    """Keep the key and certificates that an authority gave the organisation; return the key, which signs from now on."""
    made = SigningKey.objects.filter(role=KeyRole.SEAL, not_before__year=at.year).count()
    kid = f"{KeyRole.SEAL.value}-{at.year}-{made + 1}"
    return _enter_seal(seal, kid=kid, store=store, at=at, not_before=at)


def _enter_seal(
    seal: Seal, *, kid: str, store: KeyStore, at: datetime, not_before: datetime
) -> SigningKey:
    key = SigningKey.objects.create(
        kid=kid,
        role=KeyRole.SEAL,
        controller=settings.ISSUER_DID,
        public_key=public_key_text(seal.public_key),
        chain=seal.chain_pem,
        not_before=not_before,
    )
    store.keep(kid, seal.key)
    _note(key, KeyAct.ADDED, at=at)
    return key


@transaction.atomic
def retire_key(*, key: SigningKey, at: datetime) -> SigningKey:
    """
    Let a key sign no more and return it; what it signed stays good. Retiring twice changes nothing.

    Raises NotReady if no other key of its role could sign: the register would stand still.
    """
    key = SigningKey.objects.select_for_update().get(pk=key.pk)
    if key.retired_at:
        return key
    _require_another(key, at=at)
    key.retired_at = at
    key.save(update_fields=["retired_at"])
    _note(key, KeyAct.RETIRED, at=at)
    return key


@transaction.atomic
def revoke_key(*, key: SigningKey, at: datetime, since: datetime | None = None) -> SigningKey:
    """
    Take a key out of the issuer's document, so that nothing it signed counts any more, and return it.

    For a key that others may hold, from `since` on: what the log knew before is told apart from what came after; without
    it the moment of revocation counts. Revoking twice changes nothing. Raises NotReady while no other key could sign,
    and for a moment that is still to come.
    """
    key = SigningKey.objects.select_for_update().get(pk=key.pk)
    if key.revoked_at:
        return key
    if since and since > at:
        raise NotReady(
            _("The moment from which others may hold the key cannot lie in the future.")
        )
    _require_another(key, at=at)
    key.revoked_at = at
    key.save(update_fields=["revoked_at"])
    _note(key, KeyAct.REVOKED, at=at, since=since or at)
    return key


def _require_another(key: SigningKey, *, at: datetime) -> None:
    if not SigningKey.objects.usable(key.role, at).exclude(pk=key.pk).exists():
        raise NotReady(_("Make another key for this task first: nothing could be signed."))


def _note(key: SigningKey, act: KeyAct, *, at: datetime, since: datetime | None = None) -> None:
    KeyEvent.objects.create(key=key, act=act, at=at, since=since)
    audit.record(actor=None, action=f"key.{act.value}", subject=key.kid, detail={}, at=at)
