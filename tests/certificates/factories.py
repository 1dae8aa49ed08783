"""Records in named states, made through the services so that every rule and trigger has agreed to them."""

import itertools
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from certificates.models import ExpertField, Scheme, SchemeVersion
from certificates.rules.decisions import Outcome
from certificates.rules.dossiers import Act
from certificates.rules.status import Event
from certificates.services.decisions import decide
from certificates.services.dossiers import Declaration, check, declare, start_dossier, submit
from certificates.services.evidence import record_evidence
from certificates.services.history import Officials, enter_certificate
from certificates.services.schemes import (
    KEPT,
    CompetenceLine,
    Terms,
    draft_version,
    edit_draft,
    hand_over_draft,
    publish_version,
)
from certificates.services.status import propose_change, settle_proposal
from tests import cast


NOON = datetime(2026, 5, 14, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
_key = itertools.count(1)


def version(code="NSCL-QG"):
    return SchemeVersion.objects.current().of(code).get()


def evidence(person, kind="training_hours", value=32, reference="C01", on=None, **actors):
    record_evidence(
        person=person,
        kind=kind,
        reference=reference,
        value=Decimal(value),
        title_vi="Khóa học về 5S và Kaizen",
        title_en="Course on 5S and Kaizen",
        obtained_on=on or NOON.date() - timedelta(days=40),
        source_key=f"test:{next(_key)}",
        **actors,
    )


def enough_evidence(person, **actors):
    evidence(person, trained_by=actors.get("trained_by", ()))
    evidence(person, "exam", 82, "EX-NSCL-1", examined_by=actors.get("examined_by", ()))


def declaration(**changes):
    facts = {
        "field": ExpertField.objects.get(code="lean"),
        "education": "Kỹ sư Quản lý công nghiệp, Đại học Bách khoa Hà Nội",
        "experience_years": Decimal(6),
        "experience": "Phụ trách cải tiến tại nhà máy cơ khí",
    }
    return Declaration(**facts | changes)


def draft(applicant=None, code="NSCL-QG", at=NOON):
    return start_dossier(
        applicant=applicant or cast.trainee(), scheme_version=version(code), at=at
    )


def submitted(applicant=None, at=NOON, **actors):
    applicant = applicant or cast.trainee()
    enough_evidence(applicant, **actors)
    dossier = declare(dossier=draft(applicant, at=at), declaration=declaration())
    return submit(dossier=dossier, agreed=True, at=at)


def eligible(applicant=None, officer=None, at=NOON, **actors):
    dossier = submitted(applicant, at=at, **actors)
    return check(
        dossier=dossier, act=Act.FIND_ELIGIBLE, by=officer or cast.certification_officer(), at=at
    )


def certificate(applicant=None, *, at=NOON, produce=True):
    dossier = eligible(applicant, at=at)
    decision = decide(
        dossier=dossier,
        outcome=Outcome.GRANT,
        decided_by=cast.council_member(),
        at=at,
        produce=produce,
    )
    return decision.certificate


def officials():
    return Officials(checked_by=cast.certification_officer(), decided_by=cast.council_member())


def past(holder, on, code="NSCL-QG", field="lean", by=None):
    return enter_certificate(
        holder=holder,
        scheme_code=code,
        field_code=field,
        officials=by or officials(),
        decided_on=on if isinstance(on, date) else date(*on),
        education="Cử nhân Kinh tế",
    )


def changed(entry, event=Event.SUSPENDED, at=NOON + timedelta(days=30)):
    proposal = propose_change(
        certificate=entry,
        event=event,
        reason_vi="Chưa nộp báo cáo giám sát hằng năm",
        reason_en="No yearly surveillance report",
        proposed_by=cast.certification_officer(),
        at=at,
    )
    return settle_proposal(
        proposal=proposal, confirm=True, settled_by=cast.council_member(), at=at
    )


def whole_terms(draft, **changes):
    """Terms with which a draft may be published, as the form would hand them over."""
    columns = {name: getattr(draft, name) for name in KEPT if name != "position"}
    columns |= {
        "requirements": draft.requirements
        or [
            {
                "kind": "education",
                "reference": "",
                "minimum": "1",
                "label_vi": "Tốt nghiệp đại học",
                "label_en": "A degree",
            }
        ],
        "scope_vi": draft.scope_vi or "Tư vấn",
        "scope_en": draft.scope_en or "Advises",
        "code_of_conduct_vi": draft.code_of_conduct_vi or "Trung thực",
        "code_of_conduct_en": draft.code_of_conduct_en or "Honest",
        "job_analysis_vi": "Khảo sát 40 chuyên gia và 25 doanh nghiệp",
        "job_analysis_on": date(2026, 3, 2),
        "job_analysis_review_on": date(2029, 3, 2),
        "participants_vi": "Hội đồng chứng nhận, hiệp hội doanh nghiệp, trường đại học",
    }
    lines = [CompetenceLine("PE-2.3", "Chủ trì cải tiến tinh gọn", "Leads Lean improvement")]
    competences = changes.pop("competences", lines)
    return Terms(
        columns=columns | changes,
        fields=list(ExpertField.objects.all()),
        competences=competences,
    )


def handed_over(by, code="NSCL-QG", at=NOON, **changes):
    draft = draft_version(scheme=Scheme.objects.get(code=code), by=by, at=at)
    edit_draft(draft=draft, terms=whole_terms(draft, **changes), by=by, at=at)
    return hand_over_draft(draft=draft, by=by, at=at)


def published(by=None, council=None, code="NSCL-QG", at=NOON, **changes):
    draft = handed_over(by or cast.programme_officer(), code, at=at, **changes)
    seen = draft.handed_over
    return publish_version(draft=draft, seen=seen, by=council or cast.council_member(), at=at)
