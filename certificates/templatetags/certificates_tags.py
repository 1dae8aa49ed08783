"""Pieces of the register for other apps' pages: each tag asks one selector."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from accounts.roles import may_check_dossiers, may_decide, may_see_register
from certificates.documents.layout import qr_image
from certificates.forms import LookupForm
from certificates.look import Look, look_of
from certificates.models import Case, Certificate, Correction, Dossier, StatusEvent, by_language
from certificates.rules.dossiers import State
from certificates.rules.numbers import grouped
from certificates.rules.progress import PERIODS
from certificates.rules.requirements import Requirement
from certificates.selectors import dossiers, progress, register as entries
from certificates.selectors.cases import cases_of, reviewable_event
from certificates.selectors.life import ground_in_words, words_on
from certificates.selectors.recognised import recognition
from certificates.selectors.schemes import current_versions


if TYPE_CHECKING:
    from accounts.models import User


register = template.Library()
FIRST, SECOND = (period.code for period in PERIODS)
FEW = 5
CASE_BADGES = {
    "unconfirmed": "info",
    "received": "warn",
    "in_review": "warn",
    "decided": "ok",
    "taken_back": "info",
}

REPORT_BADGES = {
    "due": "info",
    "filed": "warn",
    "more_needed": "warn",
    "fulfilled": "ok",
    "not_fulfilled": "bad",
}


@register.simple_tag
def history_of(events: Iterable[StatusEvent], reasons: bool = False) -> list[dict[str, Any]]:  # noqa: FBT001, FBT002 - templates pass it by position
    """Return what happened to a certificate as rows of a timeline, with reasons for staff and holder."""
    return [_history_row(event, reasons=reasons) for event in events]


def _history_row(event: StatusEvent, *, reasons: bool) -> dict[str, Any]:
    notes = list(words_on(event))
    if reasons and event.reason:
        notes.append(event.reason)
    row = {"day": event.effective_on, "text": event.get_event_display(), "notes": notes}
    if successor := event.replaced_by:
        row |= {"url": successor.get_absolute_url(), "link": successor.grouped_number}
    return row


@register.filter
def grouped_number(number: str) -> str:
    """Return a stored number as people read it."""
    return grouped(number)


@register.filter
def ground(code: str) -> str:
    """Return why a certificate took the place of another; raise KeyError for no ground."""
    return ground_in_words(code)


@register.filter
def report_badge(state: str) -> str:
    """Return the kind of badge for a surveillance report's state; raise KeyError for no state."""
    return REPORT_BADGES[state]


@register.filter
def correction_lines(wish: Correction) -> list[dict[str, Any]]:
    """Return what a correction changes, with the names of the facts, as people read them."""
    names = {
        "name": _("Name of the holder"),
        "field": _("Expert field"),
        "title_vi": _("Title awarded, in Vietnamese"),
        "title_en": _("Title awarded, in English"),
        "awarded_on": _("Date of the decision"),
        "valid_until": _("Valid until"),
    }
    return [
        {"label": names[name], "old": _shown(old), "new": _shown(new)}
        for name, old, new in wish.lines()
    ]


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, dict):
        return in_language(value, "name")
    return str(value)


@register.simple_tag
def course_of(dossier: Dossier) -> list[dict[str, Any]]:
    """Return what happened to an application as rows of a timeline, with the words exchanged."""
    return [
        {"at": event.at, "text": event.get_act_display(), "note": event.note}
        for event in dossier.events.all()
    ]


@register.simple_tag
def case_course(case: Case) -> list[dict[str, Any]]:
    """Return what happened to a review or complaint as rows of a timeline, with the words exchanged."""
    return [
        {"at": event.at, "text": event.get_act_display(), "note": event.note}
        for event in case.events.all()
    ]


ARRANGEMENT_BADGES = {"asked": "warn", "granted": "ok", "declined": "bad", "taken_back": "info"}


@register.filter
def arrangement_badge(state: str) -> str:
    """Return the kind of badge for a request's state; raise KeyError for no state."""
    return ARRANGEMENT_BADGES[state]


@register.filter
def case_badge(state: str) -> str:
    """Return the kind of badge for a case's state; raise KeyError for no state."""
    return CASE_BADGES[state]


MEETING_BADGES = {"prepared": "info", "open": "warn", "closed": "ok", "cancelled": "info"}


@register.filter
def meeting_badge(state: str) -> str:
    """Return the kind of badge for a meeting's state; raise KeyError for no state."""
    return MEETING_BADGES[state]


@register.simple_tag
def review_way(certificate: Certificate) -> str:
    """Return where its holder asks for a review of a suspension or withdrawal; empty if there is none to review."""
    event = reviewable_event(certificate, on=timezone.localdate())
    return reverse("certificates:review_status", args=[certificate.number]) if event else ""


RECOGNISED_BADGES = {
    "waiting": "warn",
    "confirmed": "ok",
    "rejected": "bad",
    "ended": "info",
    "annulled": "bad",
}


@register.filter
def recognised_badge(state: str) -> str:
    """Return the kind of badge for a recognised certificate's state; raise KeyError for no state."""
    return RECOGNISED_BADGES[state]


@register.simple_tag
def qr_code(text: str) -> str:
    """Return a QR code of the text as the data address of a picture."""
    return qr_image(text)


@register.inclusion_tag("certificates/tags/verify_box.html")
def verify_box() -> dict[str, Any]:
    """Show the form by which anybody looks a certificate up."""
    return {"form": LookupForm(auto_id="verify_%s")}


@register.inclusion_tag("certificates/tags/target_numbers.html", takes_context=True)
def target_numbers(context: Context) -> dict[str, Any]:
    """Show the programme's three targets, the 200 inside the 1,000, and what has been reached of each."""
    counts, targets = progress.counts(), progress.targets()
    higher, second = targets[f"experts-higher-{SECOND}"], targets[f"experts-{SECOND}"]
    user = getattr(context.get("request"), "user", None)
    return {
        "first_target": targets[f"experts-{FIRST}"],
        "second_target": second,
        "higher_target": higher,
        # the bars share one scale: the 200 are drawn as the last fifth of the 1,000
        "beside": second.low - higher.low,
        "second_national": counts[SECOND].national,
        "first": counts[FIRST],
        "second": counts[SECOND],
        "with_recognised": recognition().tallies(counts)[SECOND],
        "demo_mode": settings.DEMO,
        "linked": user is not None and may_see_register(user),
    }


@register.simple_tag
def live_figure(name: str) -> SafeString:
    """Return a number of the register by name; raise KeyError when there is no such figure."""
    counts = progress.counts()
    figures = {
        "certified_2021_2025": counts[FIRST].total,
        "certified_2026_2030": counts[SECOND].total,
        "certified_higher_2026_2030": counts[SECOND].higher,
    }
    return format_html('<span class="num">{}</span>', localize(figures[name]))


@register.inclusion_tag("certificates/tags/my_certificates.html")
def my_certificates(user: "User") -> dict[str, Any]:
    """Show a person's certificates and applications, and where to begin when there are none."""
    return {
        "certificates": list(entries.certificates_of(user, day=timezone.localdate())),
        "dossiers": list(dossiers.dossiers_of(user)),
        "cases": list(cases_of(user)[:FEW]),
        "versions": current_versions(),
    }


@register.inclusion_tag("certificates/tags/waiting_dossiers.html")
def waiting_dossiers(user: "User") -> dict[str, Any]:
    """Show what awaits an officer's check and what awaits a council member, each to those whose work it is."""
    checks, decides = may_check_dossiers(user), may_decide(user)
    return {
        "checks": checks,
        "decides": decides,
        "to_check": list(dossiers.to_check()[:FEW]) if checks else [],
        "to_check_count": dossiers.to_check().count() if checks else 0,
        "to_decide": list(dossiers.to_decide()[:FEW]) if decides else [],
        "to_decide_count": dossiers.to_decide().count() if decides else 0,
        "proposals": entries.open_proposals() if decides else [],
    }


@register.inclusion_tag("certificates/tags/status.html")
def certificate_status(status: str, note: str = "") -> dict[str, Any]:
    """Show a certificate's status by sign, words and colour."""
    return {"look": look_of(status), "note": note}


@register.filter
def look(status: str) -> Look:
    """Return how a status or verdict looks; raise ValueError when there is none."""
    return look_of(status)


@register.filter
def look_title(status: str) -> str:
    """Return what heads the page of a status or verdict; raise ValueError when there is none."""
    return str(look_of(status).title)


@register.filter
def in_language(facts: dict[str, Any], name: str) -> str:
    """Return `name` of a bilingual dictionary in the reader's language, Vietnamese where there is no other."""
    english = (get_language() or "vi").startswith("en")
    return (english and facts.get(f"{name}_en")) or str(facts.get(f"{name}_vi", ""))


@register.filter
def label(need: Requirement) -> str:
    """Return a requirement in the reader's language."""
    return by_language(need, "label")


@register.filter
def name_of(thing: Any) -> str:
    """Return a bilingual record's name in the reader's language; words as they are."""
    return by_language(thing, "name") if hasattr(thing, "name_vi") else str(thing)


@register.filter
def period(code: str) -> str:
    """Return a period with an en dash: 2021–2025."""
    return code.replace("-", "–")


BADGES = {
    State.DRAFT: "info",
    State.SUBMITTED: "info",
    State.NEEDS_MORE: "warn",
    State.ELIGIBLE: "ok",
    State.NOT_ELIGIBLE: "bad",
    State.GRANTED: "ok",
    State.REFUSED: "bad",
}


@register.filter
def badge(state: str) -> str:
    """Return the kind of badge for a dossier's state; raise ValueError for no state."""
    return BADGES[State(state)]
