"""How each answer looks: words, sign and colour together, so that none of them carries the meaning alone."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from certificates.models import CertificateStatus
from certificates.models.verification import Verdict


@dataclass(frozen=True)
class Look:
    """`title` heads the page, `short` stands in lists, `kind` is the component's, `css` the table's class."""

    title: Any
    short: Any
    kind: str
    css: str
    sign: str


LOOKS = {
    Verdict.VALID: Look(
        _("This certificate is valid"), CertificateStatus.VALID.label, "ok", "ok", "sign-ok"
    ),
    Verdict.SUSPENDED: Look(
        _("This certificate is suspended"),
        CertificateStatus.SUSPENDED.label,
        "warn",
        "hold",
        "sign-warn",
    ),
    Verdict.WITHDRAWN: Look(
        _("This certificate was withdrawn"),
        CertificateStatus.WITHDRAWN.label,
        "bad",
        "out",
        "sign-bad",
    ),
    Verdict.EXPIRED: Look(
        _("This certificate has expired"),
        CertificateStatus.EXPIRED.label,
        "none",
        "end",
        "sign-ended",
    ),
    Verdict.SUPERSEDED: Look(
        _("This certificate was replaced"),
        CertificateStatus.SUPERSEDED.label,
        "none",
        "sub",
        "sign-replaced",
    ),
    Verdict.NOT_YET: Look(
        _("This certificate had not been issued"),
        CertificateStatus.NOT_YET.label,
        "none",
        "end",
        "sign-ended",
    ),
    Verdict.UNKNOWN: Look(
        _("This number is not in the register"),
        _("Not in the register"),
        "bad",
        "none",
        "sign-none",
    ),
    Verdict.MISTYPED: Look(
        _("This number was mistyped"), _("Mistyped"), "warn", "none", "sign-none"
    ),
    Verdict.MALFORMED: Look(
        _("This is not a certificate number"), _("Not a number"), "warn", "none", "sign-none"
    ),
}
# Of a renewal that was granted and has not begun.
BEGINS_LATER = replace(LOOKS[Verdict.NOT_YET], title=_("This certificate is not valid yet"))


def look_of(status: str) -> Look:
    """Return the look of a status or verdict; raise ValueError when there is none."""
    return LOOKS[Verdict(status)]
