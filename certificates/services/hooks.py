"""Webhooks: rows of an outbox, signed as Standard Webhooks 1.0 says, delivered at least once and tried for 28 hours."""

import base64
import json
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy, override
from standardwebhooks.webhooks import Webhook

from accounts import audit
from accounts.background import nudge
from accounts.door import ciphers
from accounts.letters import send_letter
from accounts.models import User
from certificates import outgoing
from certificates.models import Delivery, DeliveryState, Hook
from certificates.problems import NotReady
from certificates.rules.webhooks import HookProblem, next_try


MOST_HOOKS = 5
IN_HAND = timedelta(minutes=1)  # longer than one sending takes
OVERLAP = timedelta(hours=24)
GONE = 410
REFUSALS = {
    "scheme": gettext_lazy("The address must begin with https://."),
    "shape": gettext_lazy("This is not a web address to which a message can be sent."),
    "port": gettext_lazy("Use port 443 or one above 1023."),
    "unknown": gettext_lazy("There is no machine under this name."),
    "inside": gettext_lazy(
        "This address leads into an inner network. Only public addresses are called."
    ),
}


def new_secret() -> str:
    """Return a secret of 24 bytes in the form that Standard Webhooks gives it."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(24)).decode()}"


@transaction.atomic
def add_hook(*, owner: User, url: str, at: datetime) -> tuple[Hook, str]:
    """Add an address and return it with its secret, which is shown this once; raise NotReady if it cannot be called."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=owner.pk)
    if owner.hooks.count() >= MOST_HOOKS:
        raise NotReady(_("There are five addresses already; delete one first."))
    if owner.hooks.filter(url=url).exists():
        raise NotReady(_("This address is on the list already."))
    try:
        outgoing.resolve(url)
    except HookProblem as problem:
        raise NotReady(str(REFUSALS[problem.code])) from problem
    secret = new_secret()
    hook = Hook.objects.create(owner=owner, url=url, secret=ciphers.encrypt(secret), added_at=at)
    _record(hook, "hook.added", at)
    return hook, secret


@transaction.atomic
def rotate(*, hook: Hook, at: datetime) -> str:
    """Give the address a new secret and return it; for a day every message is signed with both."""
    hook = _locked(hook)
    secret = new_secret()
    hook.old_secret, hook.old_until = hook.secret, at + OVERLAP
    hook.secret = ciphers.encrypt(secret)
    hook.save(update_fields=["secret", "old_secret", "old_until"])
    _record(hook, "hook.secret_renewed", at)
    return secret


@transaction.atomic
def resume(*, hook: Hook, at: datetime) -> None:
    """Go on with a paused address: what waits and what was given up is tried anew; return nothing."""
    hook = _locked(hook)
    if hook.paused_at is None:
        return
    hook.paused_at, hook.letter_owed = None, False
    hook.save(update_fields=["paused_at", "letter_owed"])
    waits = hook.deliveries.exclude(state=DeliveryState.DELIVERED)
    waits.update(state=DeliveryState.PENDING, next_at=at, tries=0)
    _record(hook, "hook.resumed", at)
    nudge("certificates.deliver_hooks")


@transaction.atomic
def delete_hook(*, hook: Hook, at: datetime) -> None:
    """Delete an address with its log; return nothing."""
    _record(hook, "hook.removed", at)
    hook.delete()


@transaction.atomic
def send_test(*, hook: Hook, at: datetime) -> Delivery:
    """Put a test message into the outbox and return it."""
    facts = {
        "type": "webhook.test",
        "timestamp": timezone.localtime(at).isoformat(timespec="seconds"),
        "data": {"url": hook.url},
    }
    made = Delivery.objects.create(hook=hook, body=json.dumps(facts), made_at=at, next_at=at)
    nudge("certificates.deliver_hooks")
    return made


def _locked(hook: Hook) -> Hook:
    return Hook.objects.select_for_update(of=("self",), no_key=True).get(pk=hook.pk)


def _record(hook: Hook, action: str, at: datetime) -> None:
    audit.record(actor=hook.owner, action=action, subject=str(hook.public_id), at=at)


def deliver_due(*, most: int = 5) -> int:
    """Send what is due and return how many were tried; two workers at once never send the same row."""
    tried, due = 0, Delivery.objects.due(timezone.now()).order_by("next_at")
    for pk in list(due.values_list("pk", flat=True)[:most]):
        at = timezone.now()  # of this one: those before it may have taken a while
        mine = Delivery.objects.due(at).filter(pk=pk)
        if mine.update(next_at=at + IN_HAND, tries=F("tries") + 1, tried_at=at):
            tried += 1
            _deliver(Delivery.objects.select_related("hook").get(pk=pk), at)
    return tried


def signed_headers(*, message: UUID, body: str, hook: Hook, at: datetime) -> dict[str, str]:
    """Return the three headers by which a receiver knows the sender, the message and its time, and the kind."""
    sealed = [hook.secret]
    if hook.old_secret and hook.old_until and hook.old_until > at:
        sealed.append(hook.old_secret)
    moment = at.astimezone(UTC).replace(microsecond=0)
    signatures = [
        Webhook(ciphers.decrypt(each)).sign(str(message), moment, body) for each in sealed
    ]
    return {
        "webhook-id": str(message),
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
        "Content-Type": "application/json",
        "User-Agent": "ChuyenGia-Webhooks/1",
    }


def _deliver(delivery: Delivery, at: datetime) -> None:
    hook = delivery.hook
    headers = signed_headers(message=delivery.public_id, body=delivery.body, hook=hook, at=at)
    sent = outgoing.post(hook.url, delivery.body.encode(), headers)
    result = {"code": sent.code, "problem": sent.problem[:40]}
    mine = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.PENDING)
    if sent.is_taken:
        mine.update(state=DeliveryState.DELIVERED, **result)
        return
    again = None if sent.code == GONE else next_try(delivery.tries, at=at)
    if again:
        mine.update(next_at=again, **result)
        return
    mine.update(state=DeliveryState.GIVEN_UP, **result)
    if delivery.event_id or sent.code == GONE:
        _pause(hook, at)


@transaction.atomic
def _pause(hook: Hook, at: datetime) -> None:
    paused = Hook.objects.filter(pk=hook.pk, paused_at=None)
    if paused.update(paused_at=at, letter_owed=True):
        audit.record(actor=None, action="hook.paused", subject=str(hook.public_id), at=at)


def send_hook_letters(*, at: datetime) -> int:
    """Tell the owners of addresses that were paused, and return how many letters went out."""
    owed = list(Hook.objects.filter(letter_owed=True).values_list("pk", flat=True)[:20])
    return sum(_tell(pk) for pk in owed)


@transaction.atomic
def _tell(pk: int) -> bool:
    hook = Hook.objects.select_for_update(of=("self",)).select_related("owner").get(pk=pk)
    if not hook.letter_owed:
        return False
    with override(hook.owner.language):
        text = [
            _("Dear %(name)s,") % {"name": hook.owner.full_name},
            _("For more than a day %(url)s has not taken our messages, so we have paused it.")
            % {"url": hook.url},
            _("Nothing is lost: resume it, and everything that waits is sent anew."),
            f"{settings.SITE_URL}{reverse('certificates:hook', args=[hook.public_id])}",
        ]
        send_letter(
            subject=_("A webhook of yours is paused"), text="\n\n".join(text), to=hook.owner.email
        )
    hook.letter_owed = False
    hook.save(update_fields=["letter_owed"])
    return True
