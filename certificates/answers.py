"""The register's answer as data: the same for the page's JSON, the API and lists."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from certificates.meanings import VERDICTS
from certificates.models import Certificate
from certificates.models.verification import Answer


def as_json(answer: Answer, *, checked_at: datetime) -> dict[str, Any]:
    """Return the answer: what the printed certificate shows and its status, nothing more about the person."""
    facts: dict[str, Any] = {
        "number": answer.number,
        "status": answer.verdict.value,
        "on": answer.day.isoformat(),
        "checked_at": timezone.localtime(checked_at).isoformat(timespec="seconds"),
        "means": in_both_languages(VERDICTS[answer.verdict].means),
        "explained_at": f"{settings.SITE_URL}/tra-cuu/giai-thich/#number-{answer.verdict}",
        "certificate": None,
        "history": [
            {
                "event": event.event,
                "effective_on": event.effective_on.isoformat(),
                "decision": event.document_number,
                "replaced_by": event.replaced_by.number if event.replaced_by else None,
            }
            for event in answer.history
        ],
    }
    if answer.certificate:
        facts["certificate"] = public_facts(answer.certificate)
    return facts


def in_both_languages(text: Any) -> dict[str, str]:
    """Return a text of the catalogue in Vietnamese and in English."""
    words = {}
    for language in ("vi", "en"):
        with override(language):
            words[language] = str(text)
    return words


def public_facts(certificate: Certificate) -> dict[str, Any]:
    """Return the facts that the printed certificate shows, from its snapshot."""
    printed = certificate.snapshot
    return {
        "number": certificate.number,
        "name": printed["name"],
        "scheme": printed["scheme"],
        "field": printed["field"],
        "issued_on": printed["issued_on"],
        "valid_from": certificate.holds_from.isoformat(),
        "valid_until": printed["valid_until"],
        "succeeds": {name: certificate.succeeds[name] for name in ("number", "ground")}
        if certificate.succeeds
        else None,
        "decision": {"number": printed["decision"]["number"], "date": printed["decision"]["date"]},
        "issuer": {
            "name_vi": printed["issuer"]["name_vi"],
            "name_en": printed["issuer"]["name_en"],
        },
    }
