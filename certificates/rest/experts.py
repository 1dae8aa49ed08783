"""The public register of experts, as data: what the page shows, under the same limits."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from certificates.expert_forms import ExpertsForm
from certificates.rest.shapes import Fault
from certificates.rules.visibility import MOST_WITHOUT_SESSION
from certificates.selectors import experts as selectors
from certificates.throttle import asks_for_names_too_often


router = Router(tags=["register"])
TOO_MANY = Fault(detail="Too many searches for names. Try again later.")


class ExpertFacts(Schema):
    """One certificate of an expert who agreed to be found; places are null unless the expert shows them."""

    number: str
    name: str
    scheme: str
    level: str
    field: str
    status: str
    issued_on: date
    valid_until: date
    province: str | None
    organisation: str | None


class ExpertsAnswer(Schema):
    """At most 50 experts; `more` says that others fit, too."""

    on: date
    more: bool
    experts: list[ExpertFacts]


@router.get(
    "/experts", response={200: ExpertsAnswer, 422: Fault, 429: Fault}, summary="Find an expert"
)
def find_experts(
    request: HttpRequest,
    name: str = "",
    field: str = "",
    level: str = "",
    province: str = "",
    status: str = "",
) -> Status[Any]:
    """
    Return certified experts who agreed to be listed, by name, field, level, province or status.

    At least one of them is needed, of a name at least three letters; accents do not matter, typed accents rank
    first. There is no paging: who needs more than 50 names narrows the question.
    """
    if asks_for_names_too_often(request):
        return Status(429, TOO_MANY)
    said = {"ten": name, "linh_vuc": field, "cap": level, "tinh": province, "trang_thai": status}
    form = ExpertsForm(said)
    if not any(said.values()) or not form.is_valid():
        return Status(
            422, Fault(detail="Give a name of three letters or more, or a filter that exists.")
        )
    day = timezone.localdate()
    found = selectors.experts(form.wanted(), day=day, most=MOST_WITHOUT_SESSION)
    facts = [_facts(each) for each in selectors.entries_of(found.keys, day=day)]
    return Status(200, {"on": day, "more": found.more, "experts": facts})


def _facts(each: selectors.Entry) -> dict[str, Any]:
    certificate = each.certificate
    return {
        "number": certificate.number,
        "name": certificate.holder_name,
        "scheme": certificate.scheme_code,
        "level": certificate.level,
        "field": certificate.snapshot["field"]["code"],
        "status": certificate.status,  # type: ignore[attr-defined]  # annotated by `entries_of`
        "issued_on": certificate.issued_on,
        "valid_until": certificate.valid_until,
        "province": each.province.get("name_vi") or None,
        "organisation": each.organisation.get("name_vi") or None,
    }
