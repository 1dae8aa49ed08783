"""What a new certificate says and when it holds: by its application, or by the certificate whose place it takes."""

from dataclasses import dataclass, field as facts_field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from certificates.models import (
    Certificate,
    Correction,
    Decision,
    Dossier,
    ExpertField,
    Renewal,
)
from certificates.problems import NotReady, sentence
from certificates.rules.status import Status
from certificates.rules.succession import Cycle, Ground, renewed
from certificates.rules.validity import valid_until


@dataclass(frozen=True)
class Terms:
    """The words of a certificate, its time, and what it succeeds."""

    name: str
    field: ExpertField
    scheme: dict[str, Any]
    decision: dict[str, str]
    cycle: Cycle
    old: Certificate | None = None
    ground: Ground | None = None
    more: dict[str, Any] = facts_field(default_factory=dict)


def terms_of(dossier: Dossier, decision: Decision, *, on: date) -> Terms:
    """
    Return the terms of the certificate that a granted application brings.

    Raises NotReady without a field, and where the certificate to be corrected does not hold any more.
    """
    if correction := _of(Correction, dossier):
        return _corrected(correction, decision, on=on)
    version, field = dossier.scheme_version, dossier.field
    if field is None:
        raise NotReady(sentence("decision_before_check"))
    scheme: dict[str, Any] = {
        "code": dossier.scheme.code,
        "version": version.version,
        "name_vi": version.name_vi,
        "name_en": version.name_en,
        "level": version.level,
        "competences": [
            {"code": each.code, "name_vi": each.name_vi, "name_en": each.name_en}
            for each in version.competences.all()
        ],
        "body": {
            "name": version.body_name,
            "country": version.body_country,
            "site": version.body_site,
        },
    }
    words = (dossier.applicant.full_name, field, scheme, _decided(decision))
    if renewal := _of(Renewal, dossier):
        old = _locked(renewal.certificate)
        cycle = renewed(old.valid_until, decided_on=on, months=version.validity_months)
        more = _succession(old, Ground.RENEWAL, decision)
        more["valid_from"] = cycle.holds_from.isoformat()
        return Terms(*words, cycle, old, Ground.RENEWAL, more)
    return Terms(*words, Cycle(on, on, valid_until(on, months=version.validity_months)))


def _corrected(correction: Correction, decision: Decision, *, on: date) -> Terms:
    old = _locked(correction.certificate)
    if old.status_on(on) != Status.VALID:
        raise NotReady(_("Only a certificate that is valid is corrected."))
    printed = old.snapshot
    names = {"name_vi": correction.title_vi, "name_en": correction.title_en}
    awarded = {"date": correction.awarded_on.isoformat()}
    return Terms(
        name=correction.name,
        field=correction.field,
        scheme=printed["scheme"] | names,
        decision=printed["decision"] | awarded,
        cycle=Cycle(old.first_day, on, correction.valid_until),
        old=old,
        ground=Ground.CORRECTION,
        more=_succession(old, Ground.CORRECTION, decision),
    )


def _of(model: Any, dossier: Dossier) -> Any:
    return model.objects.filter(dossier=dossier).select_related("certificate").first()


def _decided(decision: Decision) -> dict[str, str]:
    return {
        "number": decision.document_number,
        "date": decision.decided_on.isoformat(),
        "by": decision.decided_by.full_name,
    }


def _succession(old: Certificate, ground: Ground, decision: Decision) -> dict[str, Any]:
    facts = _decided(decision)
    return {
        "succeeds": {
            "number": old.number,
            "ground": ground.value,
            "decision": facts["number"],
            "date": facts["date"],
        }
    }


def _locked(certificate: Certificate) -> Certificate:
    return Certificate.objects.select_for_update(of=("self",), no_key=True).get(pk=certificate.pk)
