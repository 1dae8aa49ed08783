"""
Drawing and sealing the council's papers, in the process that may open the seal. The row is the queue.

What was drawn is kept once: a worker that comes second finds the row ready and leaves it.
"""

import hashlib
import logging
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from certificates.documents.layout import date_en, date_vi
from certificates.documents.papers import render_paper
from certificates.documents.render import RenderError
from certificates.models import (
    AgendaLine,
    CouncilPaper,
    Decision,
    DecisionDocument,
    DecisionOutcome,
    DocumentState,
)
from certificates.rules.cases import LODGE_WITHIN
from certificates.services.issuing import ISSUER
from certificates.services.paper import sealer_at
from certificates.signing.seals import SealingError
from certificates.signing.store import KeyStore


log = logging.getLogger(__name__)


def produce_waiting(*, store: KeyStore, at: datetime, most: int = 5) -> int:
    """Make the council's papers that wait, a few at a time, and return how many; raise NotReady without a seal."""
    waiting = list(
        CouncilPaper.objects.to_produce()
        .order_by("attempts", "pk")
        .values_list("pk", "attempts")[:most]
    )
    sealer = sealer_at(store, at=at) if waiting else None
    made = 0
    for pk, attempts in waiting:
        mine = CouncilPaper.objects.to_produce().filter(pk=pk, attempts=attempts)
        # Another worker that came first has counted its attempt already.
        if sealer is None or not mine.update(attempts=F("attempts") + 1):
            continue
        row = CouncilPaper.objects.to_produce().filter(pk=pk)
        try:
            made += keep(pk, sealer.seal(draw(row.get())), at=at)
        except RenderError as problem:
            log.exception("A paper of the council could not be drawn")
            row.update(state=DocumentState.FAILED, error=str(problem)[:500])
        except SealingError as problem:
            log.exception("A paper of the council could not be sealed")
            row.update(attempts=F("attempts") - 1, error=str(problem)[:500])
            break
    return made


@transaction.atomic
def keep(pk: int, sealed: bytes, *, at: datetime) -> bool:
    """Keep a sealed paper with its hash, and return whether it was the first."""
    paper = CouncilPaper.objects.select_for_update(of=("self",)).get(pk=pk)
    if paper.is_ready:
        return False
    subject = paper.document or paper.decision
    kind = "decision" if paper.document_id else "notice"
    # One name for each: what a killed worker wrote is written over.
    name = f"council/{kind}-{subject.public_id if subject else pk}.pdf"
    storage = paper.file.storage
    storage.delete(name)
    paper.file.name = storage.save(name, ContentFile(sealed))
    paper.state, paper.sha256 = DocumentState.READY, hashlib.sha256(sealed).hexdigest()
    paper.produced_at, paper.error = at, ""
    paper.save()
    return True


def draw(paper: CouncilPaper) -> bytes:
    """Return a paper as a PDF that is not sealed so far; raise RenderError if it cannot be drawn."""
    if paper.document:
        return render_paper("decision.html", decision_facts(paper.document))
    if paper.decision is None:
        raise RenderError("A paper without a subject.")
    return render_paper("notice.html", notice_facts(paper.decision))


def decision_facts(document: DecisionDocument) -> dict[str, Any]:
    """Return what the decision on a meeting's applications says; two queries."""
    lines = list(
        document.lines.select_related(
            "dossier__applicant", "dossier__scheme_version", "dossier__field"
        ).order_by("dossier__applicant__name_sort_key", "pk")
    )
    granted = [_row(line) for line in lines if line.outcome == DecisionOutcome.GRANT]
    refused = [_row(line) for line in lines if line.outcome == DecisionOutcome.REFUSE]
    chaired = document.signer_id == document.meeting.chair_id
    day = document.signed_on or timezone.localdate()
    return {
        "issuer": ISSUER,
        "number": document.number,
        "specimen": settings.DEMO,
        "day_vi": date_vi(day),
        "day_en": date_en(day),
        "held_vi": date_vi(timezone.localdate(document.meeting.held_at)),
        "articles": list(_articles(len(granted), len(refused))),
        "annexes": [annex for annex in _annexes(granted, refused) if annex["rows"]],
        "position": "CHỦ TỊCH" if chaired else "ỦY VIÊN",
        "position_en": "On behalf of the Council, "
        + ("Chairperson" if chaired else "Council member"),
        "signer": document.signer.full_name,
    }


def _articles(granted: int, refused: int) -> list[str]:
    found = []
    if granted:
        found.append(
            f"Cấp chứng chỉ cho {granted} người có tên trong danh sách “được cấp chứng chỉ” kèm theo Quyết định này."
            " Số, ngày cấp và thời hạn của từng chứng chỉ ghi trong sổ đăng ký quốc gia, có giá trị kể từ ngày ghi sổ."
        )
    if refused:
        found.append(
            f"Không cấp chứng chỉ đối với {refused} hồ sơ có tên trong danh sách “không được cấp chứng chỉ” kèm theo"
            " Quyết định này. Lý do được thông báo riêng cho từng người."
        )
        found.append(
            f"Trong thời hạn {LODGE_WITHIN.days} ngày kể từ ngày ký, người không được cấp chứng chỉ có quyền đề nghị"
            " xem xét lại; việc xem xét do người không tham gia Quyết định này thực hiện."
        )
    found.append(
        "Quyết định này có hiệu lực kể từ ngày ký. Bộ phận giữ sổ đăng ký và những người có tên trong danh sách kèm"
        " theo chịu trách nhiệm thi hành Quyết định này."
    )
    return found


def _annexes(granted: list[dict[str, str]], refused: list[dict[str, str]]) -> list[dict[str, Any]]:
    both = bool(granted and refused)
    return [
        {
            "title": "PHỤ LỤC I" if both else "PHỤ LỤC",
            "about": "DANH SÁCH NGƯỜI ĐƯỢC CẤP CHỨNG CHỈ",
            "about_en": "People to whom the certificate is granted",
            "rows": granted,
        },
        {
            "title": "PHỤ LỤC II" if both else "PHỤ LỤC",
            "about": "DANH SÁCH NGƯỜI KHÔNG ĐƯỢC CẤP CHỨNG CHỈ",
            "about_en": "People to whom the certificate is refused",
            "rows": refused,
        },
    ]


def _row(line: AgendaLine) -> dict[str, str]:
    dossier = line.dossier
    return {
        "name": dossier.applicant.full_name,
        "scheme": dossier.scheme_version.name_vi,
        "field": dossier.field.name_vi if dossier.field else "",
    }


def notice_facts(decision: Decision) -> dict[str, Any]:
    """Return what the notice of a refusal says."""
    dossier, until = decision.dossier, decision.decided_on + LODGE_WITHIN
    version, field = dossier.scheme_version, dossier.field
    return {
        "issuer": ISSUER,
        "number": decision.document_number,
        "specimen": settings.DEMO,
        "day_vi": date_vi(decision.decided_on),
        "day_en": date_en(decision.decided_on),
        "until_vi": date_vi(until),
        "until_en": date_en(until),
        "days": LODGE_WITHIN.days,
        "name": dossier.applicant.full_name,
        "scheme": {"vi": version.name_vi, "en": version.name_en},
        "field": {"vi": field.name_vi if field else "", "en": field.name_en if field else ""},
        "reason": decision.reason,
        "signer": decision.decided_by.full_name,
        "address": settings.SITE_URL + dossier.get_absolute_url(),
    }
