"""Recognising certificates of other bodies: one officer enters, another confirms, and every change keeps its reason."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.names import fold
from accounts.roles import Role
from certificates.models import (
    FileAbout,
    RecognisedAct,
    RecognisedCertificate,
    RecognisedEvent,
    RecognisedScheme,
    RecognisedState,
)
from certificates.problems import NotEntitled, NotReady, in_words, sentence
from certificates.services.files import Brought, keep_alone


@dataclass(frozen=True)
class Facts:
    """What stands on a certificate of another body."""

    scheme: RecognisedScheme
    holder_name: str
    birth_year: int
    number: str
    issued_on: date
    valid_until: date | None = None
    account: User | None = None


@transaction.atomic
def enter_recognised(
    *, facts: Facts, evidence: Brought, by: User, at: datetime
) -> RecognisedCertificate:
    """
    Enter a certificate of another body with its evidence and return it; it counts once a second officer confirms it.

    Raises NotReady when its number is entered already or a date cannot be; NotEntitled for anybody but a certification
    officer; Conflicted for the holder.
    """
    _require_officer(by, at=at)
    _require_sound(facts, on=timezone.localdate(at))
    file = keep_alone(brought=evidence, owner=by, about=FileAbout.OTHER, at=at)
    with in_words():
        certificate = RecognisedCertificate.objects.create(
            **vars(facts),
            level=facts.scheme.level,
            name_folded=fold(facts.holder_name),
            evidence=file,
            entered_by=by,
            entered_at=at,
        )
    _note(certificate, RecognisedAct.ENTERED, by=by, at=at, account=facts.account)
    return certificate


@transaction.atomic
def settle_recognised(
    *, certificate: RecognisedCertificate, confirm: bool, by: User, at: datetime, reason: str = ""
) -> RecognisedCertificate:
    """
    Confirm an entry or reject it with a reason, and return it.

    Raises NotReady when it is settled already or a rejection has no reason; NotEntitled for anybody but a
    certification officer; Conflicted for whoever entered it and for the holder.
    """
    _require_officer(by, at=at)
    certificate = _locked(certificate, RecognisedState.WAITING)
    if not confirm and not reason.strip():
        raise NotReady(_("Write the reason."))
    certificate.state = RecognisedState.CONFIRMED if confirm else RecognisedState.REJECTED
    certificate.settled_by, certificate.settled_at = by, at
    with in_words():
        certificate.save(update_fields=["state", "settled_by", "settled_at"])
    act = RecognisedAct.CONFIRMED if confirm else RecognisedAct.REJECTED
    _note(certificate, act, by=by, at=at, reason=reason)
    return certificate


@transaction.atomic
def end_recognised(
    *, certificate: RecognisedCertificate, in_error: bool, reason: str, by: User, at: datetime
) -> RecognisedCertificate:
    """
    End a recognition and return it: its person stays counted, unless it was entered in error.

    Raises NotReady when it is not in force or no reason is given, NotEntitled for anybody but a certification officer.
    """
    _require_officer(by, at=at)
    certificate = _locked(certificate, RecognisedState.CONFIRMED)
    if not reason.strip():
        raise NotReady(_("Write the reason."))
    certificate.state = RecognisedState.ANNULLED if in_error else RecognisedState.ENDED
    certificate.save(update_fields=["state"])
    act = RecognisedAct.ANNULLED if in_error else RecognisedAct.ENDED
    _note(certificate, act, by=by, at=at, reason=reason)
    return certificate


@transaction.atomic
def link_recognised(
    *,
    certificate: RecognisedCertificate,
    account: User | None,
    reason: str,
    by: User,
    at: datetime,
) -> RecognisedCertificate:
    """
    Link an entry to an account, or undo its link where `account` is None; return it.

    Raises NotReady without a reason, while another account is linked, or when nothing would change; NotEntitled for
    anybody but a certification officer; Conflicted where the account is an officer's who entered or confirmed it.
    """
    _require_officer(by, at=at)
    certificate = _locked(certificate)
    if not reason.strip():
        raise NotReady(_("Write the reason."))
    if (account is None) == (certificate.account_id is None):
        raise NotReady(_("Undo the link first; then link another account."))
    act = RecognisedAct.LINKED if account else RecognisedAct.UNLINKED
    named = account or certificate.account
    certificate.account = account
    with in_words():
        certificate.save(update_fields=["account"])
    _note(certificate, act, by=by, at=at, reason=reason, account=named)
    return certificate


def _locked(certificate: RecognisedCertificate, state: str = "") -> RecognisedCertificate:
    found = RecognisedCertificate.objects.select_for_update(of=("self",), no_key=True)
    locked = found.select_related("scheme").get(pk=certificate.pk)
    if state and locked.state != state:
        raise NotReady(
            _("The entry is in the state “%(state)s”, in which this cannot be done.")
            % {"state": locked.get_state_display()}
        )
    return locked


def _require_officer(by: User, *, at: datetime) -> None:
    if not by.role_on(timezone.localdate(at), Role.CERTIFICATION_OFFICER):
        raise NotEntitled(_("Only certification officers register recognised certificates."))


def _require_sound(facts: Facts, *, on: date) -> None:
    if facts.issued_on > on:
        raise NotReady(_("The certificate cannot have been issued after today."))
    if facts.valid_until and facts.valid_until < facts.issued_on:
        raise NotReady(sentence("recognised_dates"))
    if not 15 <= facts.issued_on.year - facts.birth_year <= 100:
        raise NotReady(_("The year of birth does not fit the date of issue."))


def _note(
    certificate: RecognisedCertificate,
    act: RecognisedAct,
    *,
    by: User,
    at: datetime,
    reason: str = "",
    account: User | None = None,
) -> None:
    RecognisedEvent.objects.create(
        certificate=certificate, act=act, by=by, at=at, reason=reason.strip(), account=account
    )
    audit.record(
        actor=by,
        action=f"recognised.{act.value}",
        subject=str(certificate.public_id),
        detail={"number": str(certificate), "reason": reason.strip()},
        at=at,
    )
