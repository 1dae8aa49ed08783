"""Tokens for programs: shown once, kept as a hash, taken back at once."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import may_verify_lists
from certificates.models import ApiToken, ApiUse, Scope
from certificates.models.api_tokens import USE_KEPT_FOR
from certificates.problems import NotReady


PREFIX = "cg_"
MOST_TOKENS = 20
LONGEST_LIFE = timedelta(days=366)
NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic
def make_token(
    *, owner: User, name: str, scopes: list[str], expires_on: date, at: datetime
) -> tuple[ApiToken, str]:
    """Return a new token's row and its text, which is kept nowhere; raise NotReady beyond a year or twenty tokens."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=owner.pk)
    today = timezone.localdate(at)
    if not today <= expires_on <= today + LONGEST_LIFE:
        raise NotReady(_("A token lasts from today to a year at most."))
    if ApiToken.objects.usable(at).filter(owner=owner).count() >= MOST_TOKENS:
        raise NotReady(_("There are twenty tokens already; revoke one first."))
    text = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        owner=owner,
        name=name,
        scopes=sorted(Scope(scope).value for scope in scopes),
        hint=text[:8],
        digest=digest_of(text),
        made_at=at,
        expires_on=expires_on,
    )
    audit.record(
        actor=owner, action="token.made", subject=str(token.public_id),
        detail={"name": name, "scopes": token.scopes}, at=at,
    )  # fmt: skip
    return token, text


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User, at: datetime) -> None:
    """Take a token back at once; return nothing. Twice is once."""
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
        audit.record(actor=by, action="token.revoked", subject=str(token.public_id), at=at)


def digest_of(text: str) -> str:
    """Return what is kept of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(text.encode()).hexdigest()


def token_of(text: str, *, at: datetime) -> ApiToken | None:
    """Return the usable token with that text whose owner is of an agency, or None."""
    if not text.startswith(PREFIX):
        return None
    usable = ApiToken.objects.usable(at).select_related("owner")
    found = usable.filter(digest=digest_of(text)).first()
    return found if found and may_verify_lists(found.owner) else None


def note_use(*, token: ApiToken, operation: str, rows: int, code: int, at: datetime) -> None:
    """Note one call, and once a minute that the token was used; return nothing."""
    ApiUse.objects.create(token=token, at=at, operation=operation, rows=rows, code=code)
    if token.used_at is None or token.used_at <= at - NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(used_at=at)


def forget_old_uses(*, at: datetime) -> int:
    """Delete the notes of calls whose time is over and return how many there were."""
    gone, _each = ApiUse.objects.filter(at__lt=at - USE_KEPT_FOR).delete()
    return gone
