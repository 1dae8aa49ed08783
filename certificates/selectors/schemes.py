"""Questions about schemes."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from accounts.models import User
from certificates.models import Scheme, SchemeVersion, by_language
from certificates.models.schemes import SchemeVersionQuerySet, lines_of
from certificates.rules.requirements import Kind
from certificates.rules.schemes import Change, Gap, Parts, changes


GAPS = {
    Gap.TEXT: gettext_lazy("Name and scope in both languages"),
    Gap.FIELD: gettext_lazy("At least one expert field"),
    Gap.BODY: gettext_lazy(
        "The recognising body of a regional or international level: name, country, website, evidence"
    ),
    Gap.REQUIREMENT: gettext_lazy("At least one requirement"),
    Gap.COMPETENCE: gettext_lazy("At least one competence"),
    Gap.CONDUCT_UNEVEN: gettext_lazy(
        "The code of conduct, with as many lines in English as in Vietnamese"
    ),
    Gap.JOB_ANALYSIS: gettext_lazy("The job analysis and its date, not after today"),
    Gap.JOB_ANALYSIS_REVIEW: gettext_lazy("The date of the next job analysis, after today"),
    Gap.PARTICIPANTS: gettext_lazy("Who took part"),
}
PARTS = {
    "name": gettext_lazy("Name"),
    "scope": gettext_lazy("Scope"),
    "level": gettext_lazy("Recognition level"),
    "body": gettext_lazy("Recognising body"),
    "fields": gettext_lazy("Expert fields"),
    "requirements": gettext_lazy("Requirements"),
    "competences": gettext_lazy("Competences"),
    "conduct": gettext_lazy("Code of conduct"),
    "keeping": gettext_lazy("Keeping and renewing the certificate"),
    "proposed": gettext_lazy("Proposed"),
    "job_analysis": gettext_lazy("Job analysis"),
    "participants": gettext_lazy("Who took part"),
}


def current_versions() -> SchemeVersionQuerySet:
    """Return the newest published version of every scheme, lowest level first."""
    return SchemeVersion.objects.current()


def references(kind: str) -> set[str]:
    """Return every reference of that kind that a published scheme names; raise ValueError for no kind."""
    wanted = Kind(kind)
    published = SchemeVersion.objects.filter(published_at__isnull=False)
    return {
        need.reference
        for version in published
        for need in version.needs()
        if need.kind == wanted and need.reference
    }


def published_version(code: str, label: str) -> SchemeVersion | None:
    """Return one published version, also one that is no longer in force; None when there is none."""
    found = SchemeVersion.objects.published().of(code).filter(version=label)
    return found.select_related("scheme").first()


def draft_of(code: str) -> SchemeVersion | None:
    """Return the draft of a scheme with who wrote at it; None when there is none."""
    found = SchemeVersion.objects.drafts().of(code).select_related("scheme", "drafted_by")
    return found.prefetch_related("authors__person", "competences", "fields").first()


def schemes_with_versions() -> "list[tuple[Scheme, list[SchemeVersion], SchemeVersion | None]]":
    """Return every scheme with its published versions, the newest first, and its draft; two queries."""
    found = SchemeVersion.objects.select_related("scheme", "drafted_by")
    by_scheme: dict[int, list[SchemeVersion]] = {}
    for version in found.order_by("-published_at", "-pk"):
        by_scheme.setdefault(version.scheme_id, []).append(version)
    listed = []
    for scheme in Scheme.objects.order_by("pk"):
        versions = by_scheme.get(scheme.pk, [])
        draft = next((each for each in versions if not each.is_published), None)
        listed.append((scheme, [each for each in versions if each.is_published], draft))
    return listed


def drafts_to_publish(person: User) -> SchemeVersionQuerySet:
    """Return the drafts handed over to the council of which the person wrote nothing."""
    handed_over = SchemeVersion.objects.drafts().filter(handed_over_at__isnull=False)
    return handed_over.exclude(authors__person=person)


def differences(before: SchemeVersion | None, after: SchemeVersion) -> list[Change]:
    """Return what a version changes of another, part by part, in the reader's language; everything where there is none."""
    return changes(_parts(before) if before else {}, _parts(after))


def _parts(version: SchemeVersion) -> Parts:
    return {
        "name": _said(version.name_vi, version.name_en),
        "scope": _said(version.scope_vi, version.scope_en),
        "level": [version.get_level_display()],
        "body": _said(
            version.body_name, version.body_country, version.body_site, version.body_evidence
        ),
        "fields": [field.name for field in version.fields.all()],
        "requirements": [
            f"{by_language(need, 'label')} ({need.kind.value}"
            f"{' ' + need.reference if need.reference else ''} ≥ {need.minimum.normalize():f})"
            for need in version.needs()
        ],
        "competences": [
            f"{each.code}: {each.name_vi} / {each.name_en}" for each in version.competences.all()
        ],
        "conduct": _said(
            *lines_of(version.code_of_conduct_vi), *lines_of(version.code_of_conduct_en)
        ),
        "keeping": _keeping(version),
        "proposed": _said(version.proposed_vi, version.proposed_en),
        "job_analysis": _said(
            version.job_analysis_vi, version.job_analysis_en, *_job_analysis_days(version)
        ),
        "participants": _said(version.participants_vi, version.participants_en),
    }


def _keeping(version: SchemeVersion) -> list[str]:
    return [
        _("Valid for %(months)s months") % {"months": version.validity_months},
        _("Surveillance every %(months)s months") % {"months": version.surveillance_months},
        _("%(hours)s hours of professional development a year")
        % {"hours": version.cpd_hours_per_year},
        _("Renewal: %(hours)s hours of professional development")
        % {"hours": version.renewal_cpd_hours},
        _("Renewal: %(projects)s improvement projects") % {"projects": version.renewal_projects},
    ]


def _job_analysis_days(version: SchemeVersion) -> list[str]:
    days = []
    if version.job_analysis_on:
        day = date_format(version.job_analysis_on, "SHORT_DATE_FORMAT")
        days.append(_("Made on %(day)s") % {"day": day})
    if version.job_analysis_review_on:
        day = date_format(version.job_analysis_review_on, "SHORT_DATE_FORMAT")
        days.append(_("To be looked at again by %(day)s") % {"day": day})
    return days


def _said(*texts: str) -> list[str]:
    return [text for text in texts if text.strip()]
