"""
What each answer means, in words for the people who read it: the one source of pages, programs and the table of answers.

Whoever adds an answer adds its meaning here; `tests/certificates/test_meanings.py` finds an answer without one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from certificates.look import LOOKS
from certificates.models.verification import Verdict


@dataclass(frozen=True)
class Meaning:
    """One answer: `kind` is the verdict's (ok, warn, bad, none), `title` what is said, `means` why, `advice` what to do."""

    kind: str
    title: Any
    means: Any = ""
    advice: Any = ""
    sign: str = ""

    @property
    def icon(self) -> str:
        """Its sign: that of its kind unless it has one of its own."""
        return self.sign or f"sign-{self.kind}"

    @property
    def css(self) -> str:
        """The class of its sign and colour in tables."""
        return {"ok": "ok", "warn": "hold", "bad": "out"}.get(self.kind, "end")


@dataclass(frozen=True)
class Group:
    """The answers to one question; `key` names them in addresses and data."""

    key: str
    title: Any
    lead: Any
    answers: Mapping[str, Meaning]


def _verdict(verdict: Verdict, means: Any, advice: Any) -> Meaning:
    look = LOOKS[verdict]
    return Meaning(look.kind, look.title, means, advice, look.sign)


VERDICTS: dict[str, Meaning] = {
    verdict.value: _verdict(verdict, means, advice)
    for verdict, means, advice in (
        (
            Verdict.VALID,
            _("The holder may use the title, for the field and until the last day that are shown."),
            _("Compare the name with the person’s papers."),
        ),
        (
            Verdict.SUSPENDED,
            _("It is genuine, but for the time being the holder may not use it. The council can give it back."),
            _("Do not rely on it now. Ask again before you decide."),
        ),
        (
            Verdict.WITHDRAWN,
            _("It was genuine, and the council took it back for good."),
            _("Do not rely on it. How it stood on an earlier day, the field for the day tells you."),
        ),
        (
            Verdict.EXPIRED,
            _("It was genuine, its term is over, and it was not renewed under this number."),
            _("Ask the holder for the certificate that followed, if there is one."),
        ),
        (
            Verdict.SUPERSEDED,
            _("It was genuine, and a newer certificate of the same person took its place."),
            _("Check the successor that is named with the answer."),
        ),
        (
            Verdict.NOT_YET,
            _("On the day that you asked about, the certificate did not exist or had not begun."),
            _("Ask about a later day."),
        ),
        (
            Verdict.UNKNOWN,
            _("No certificate was ever issued under this number."),
            _("A paper that shows it is not from this register. Tell us where you saw it."),
        ),
        (
            Verdict.MISTYPED,
            _("Its two check digits do not match the rest, so at least one character is wrong. Compare it with the certificate and type it again."),
            _("We make no guess: the nearest number belongs to somebody else."),
        ),
        (
            Verdict.MALFORMED,
            _("A number has four letters, the year, four digits and two check digits, as in VNPQ 2026 0471 10."),
            _("Type the number as it is printed at the lower left of the certificate."),
        ),
    )
}  # fmt: skip

NOT_OURS = _("Do not rely on it. Tell us where you got it.")
SIGNATURES: dict[str, Meaning] = {
    "signed": Meaning("ok", _("This register signed the file, and nothing was changed since.")),
    "out_of_date": Meaning(
        "warn",
        _("The time for which the file was signed is over, or has not begun."),
        advice=_("What counts is what the register says about the number."),
    ),
    "no_proof": Meaning("bad", _("The file is not signed."), advice=NOT_OURS),
    "other_issuer": Meaning(
        "bad", _("Somebody else than this register issued the file."), advice=NOT_OURS
    ),
    "unknown_key": Meaning(
        "bad",
        _("The signature was not made with a key of this register that still counts."),
        advice=NOT_OURS,
    ),
    "revoked_key_before": Meaning(
        "warn",
        _("The file was signed with a key that was revoked since. The log confirms that it existed before."),
        _("Nobody else can have held the key when the log took the file down, so the register made it."),
        advice=_("Ask the holder for the fresh file: what is in force was signed anew."),
    ),
    "revoked_key": Meaning(
        "bad",
        _("The file was signed with a key that was revoked since, and the log does not confirm that it existed before."),
        _("Somebody else may have made it with a copy of the key."),
        advice=NOT_OURS,
    ),
    "strange": Meaning(
        "bad",
        _("The file is built as no certificate of this register is, so its signature was not even computed."),
        advice=NOT_OURS,
    ),
    "added": Meaning(
        "bad", _("Something was added to the file that no signature covers."), advice=NOT_OURS
    ),
    "altered": Meaning(
        "bad", _("Something in the file was changed after it was signed."), advice=NOT_OURS
    ),
}  # fmt: skip
LOG: dict[str, Meaning] = {
    "logged": Meaning(
        "ok", _("The file is, byte for byte, the one whose fingerprint stands in the log.")
    ),
    "not_logged": Meaning(
        "bad",
        _("The log of the register does not know this file."),
        _("Every certificate becomes a line of the public log when it is signed, and no line is ever taken out."),
    ),
}  # fmt: skip
STATUS_LIST: dict[str, Meaning] = {
    "counts": Meaning("ok", _("The status list counts it among the certificates in force.")),
    "ended": Meaning("bad", _("The status list says that it no longer counts.")),
    "stale": Meaning(
        "warn",
        _("The status list is out of date: ask again later before you rely on the file."),
        _("The list is signed anew every hour and holds for a day."),
    ),
}
SEALS: dict[str, Meaning] = {
    "ours": Meaning(
        "ok", _("The PDF carries the council's signature, and nothing was changed after it.")
    ),
    "changed": Meaning("bad", _("The PDF was changed after the council signed it."), advice=NOT_OURS),
    "stranger": Meaning(
        "bad", _("The PDF is signed by somebody else than the council."), advice=NOT_OURS
    ),
    "none": Meaning(
        "warn", _("The PDF itself is not signed; only the credential inside it was judged.")
    ),
}  # fmt: skip
NAMES: dict[str, Meaning] = {
    "same": Meaning("ok", _("The name you typed is the holder's.")),
    "differs": Meaning("bad", _("The name you typed is not the one sealed in the file.")),
}
REFUSALS: dict[str, Meaning] = {
    "oversized": Meaning(
        "none", _("The file is larger than 5 MB. No certificate of this register is.")
    ),
    "bomb": Meaning(
        "none", _("The file unpacks to far more than a certificate holds. It was not opened.")
    ),
    "active": Meaning(
        "none", _("The file holds a program. No certificate of this register does; it was not opened.")
    ),
    "empty": Meaning(
        "none", _("The file holds no signed certificate. A photograph or a scan is no proof."),
        advice=_("Is its QR code to be seen? Send the picture as a photograph of the code."),
    ),
    "outsized": Meaning(
        "none", _("The file is built in a way that no certificate is. It was not read.")
    ),
    "unreadable": Meaning("none", _("The file cannot be read as PDF, PNG or JSON.")),
}  # fmt: skip
PHOTOGRAPHS: dict[str, Meaning] = {
    "oversized": Meaning("none", _("The photograph is larger than 12 MB. Take it with fewer pixels.")),
    "bomb": Meaning("none", _("The photograph has more pixels than any camera's. It was not opened.")),
    "unreadable": Meaning("none", _("The file cannot be read as a photograph (JPEG, PNG or WebP).")),
    "no_code": Meaning(
        "none",
        _("No QR code was found in the photograph."),
        advice=_("Hold the camera straight above the code, close enough that it fills half of the picture, in good light."),
    ),
}  # fmt: skip
CODES: dict[str, Meaning] = {
    "signed": Meaning("ok", _("The council's key signed what the code says, and nothing was changed since.")),
    "foreign": Meaning(
        "bad",
        _("This code does not lead to the national register"),
        _("Anybody can print a code that leads to a page that looks like ours. The code was not opened."),
        NOT_OURS,
    ),
    "unreadable": Meaning(
        "none",
        _("This code cannot be read"),
        _("The address is not whole. Scan the code again in good light, or type the number."),
    ),
    "other_issuer": Meaning(
        "bad",
        _("This code is not from the Certification Council"),
        _("It says itself that somebody else issued it."),
        NOT_OURS,
    ),
    "unknown_key": Meaning(
        "bad",
        _("This code is not from the Certification Council"),
        _("It was signed with a key that is not among those of this register that still count."),
        NOT_OURS,
    ),
    "altered": Meaning(
        "bad",
        _("This code is not from the Certification Council"),
        _("What it says is not what our key signed."),
        NOT_OURS,
    ),
}  # fmt: skip
OFFLINE: dict[str, Meaning] = {
    "valid": Meaning(
        "ok",
        _("Genuine and not withdrawn"),
        _("Signed by the Certification Council, within its term, and not among those that ended."),
    ),
    "stale": Meaning(
        "warn",
        _("Genuine; its status is known from long ago"),
        _("Signed by the Certification Council and within its term. The status list on this device is more than a day old: ask the register once you have a network."),
    ),
    "statusless": Meaning(
        "warn",
        _("Genuine; its status is not known here"),
        _("Signed by the Certification Council and within its term. Whether it was suspended or withdrawn, only the register can say."),
    ),
    "unlisted": Meaning(
        "warn",
        _("Genuine; the status list is not to be trusted"),
        _("Signed by the Certification Council and within its term. The signature of the status list on this device does not hold, so nothing was taken from it: ask the register."),
    ),
    "ended": Meaning(
        "bad",
        _("Do not rely on this certificate"),
        _("It is genuine, but it was suspended, withdrawn or replaced. The register says which."),
    ),
    "expired": Meaning(
        "warn",
        _("This certificate has run out"),
        _("It is genuine, but its term is over. The register says whether it was renewed."),
    ),
    "forged": Meaning(
        "bad",
        _("This code is not from the Certification Council"),
        _("Its signature does not hold. Do not rely on the paper; tell us where you got it."),
    ),
    "unreadable": Meaning(
        "none",
        _("This code cannot be read"),
        _("The address is not whole. Scan the code again in good light, or type the number."),
    ),
    "unable": Meaning(
        "none",
        _("This browser cannot check the signature"),
        _("It is too old for that, or the connection is not secure. Ask the register by the number."),
    ),
    "keyless": Meaning(
        "none",
        _("Without a network this device cannot check yet"),
        _("Open this page once with a network; from then on it works without."),
    ),
    "empty": Meaning(
        "none",
        _("Point your phone's camera at the code"),
        _("The QR code stands at the lower left of each certificate and opens this page with the answer."),
    ),
}  # fmt: skip

GROUPS = (
    Group(
        "number",
        _("What the register says about a number"),
        _("The answer holds for the day that stands with it: today, or the day that you asked about."),
        VERDICTS,
    ),
    Group(
        "signature",
        _("The signature of a file"),
        _("Computed anew over the whole file, with the keys that this register publishes. A single changed letter breaks it."),
        SIGNATURES,
    ),
    Group(
        "log",
        _("The public log"),
        _("The fingerprint of the file is looked for among the lines of the log, which nobody can change or date back unseen."),
        LOG,
    ),
    Group(
        "list",
        _("The status list"),
        _("One bit for each certificate in a signed list that anybody can download. It says that one no longer counts, not why."),
        STATUS_LIST,
    ),
    Group(
        "seal",
        _("The signature of the PDF"),
        _("The council signs the whole PDF, with everything that is printed on it."),
        SEALS,
    ),
    Group(
        "name",
        _("The name that you typed"),
        _("The file holds the name only as a salted fingerprint, so it can be compared and not read."),
        NAMES,
    ),
    Group(
        "code",
        _("The QR code on the paper"),
        _("Read on our server from a photograph, judged with our keys, and forgotten."),
        CODES,
    ),
    Group(
        "offline",
        _("The QR code without a network"),
        _("Judged on your own device with the keys and the list that it loaded last."),
        OFFLINE,
    ),
    Group(
        "refused",
        _("Files that are not opened"),
        _("Nothing is said about a certificate, because there was none to judge."),
        REFUSALS,
    ),
    Group(
        "photograph",
        _("Photographs in which nothing was read"),
        _("Nothing is said about a certificate, because there was no code to judge."),
        PHOTOGRAPHS,
    ),
)  # fmt: skip
