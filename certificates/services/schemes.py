"""Writing a scheme's next version: a programme officer drafts, a council member who wrote nothing of it publishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import audit
from accounts.models import User
from accounts.roles import Role
from certificates.models import (
    Competence,
    ExpertField,
    RecognitionLevel,
    Scheme,
    SchemeAuthor,
    SchemeVersion,
)
from certificates.problems import NotEntitled, NotReady, in_words
from certificates.rules.schemes import gaps, next_label


# What a new version takes over from the one before it.
KEPT = (
    "name_vi", "name_en", "scope_vi", "scope_en", "level",
    "body_name", "body_country", "body_site", "body_evidence",
    "validity_months", "surveillance_months", "cpd_hours_per_year", "renewal_cpd_hours", "renewal_projects",
    "requirements", "code_of_conduct_vi", "code_of_conduct_en", "proposed_vi", "proposed_en",
    "job_analysis_vi", "job_analysis_en", "job_analysis_on", "job_analysis_review_on",
    "participants_vi", "participants_en", "position",
)  # fmt: skip


@dataclass(frozen=True)
class CompetenceLine:
    """A competence as it is written down; its place in the list is its order."""

    code: str
    name_vi: str
    name_en: str


@dataclass(frozen=True)
class Terms:
    """What a draft is to say: columns of the version by name, and what stands in lists beside it."""

    columns: Mapping[str, Any]
    fields: Sequence[ExpertField]
    competences: Sequence[CompetenceLine]


@transaction.atomic
def create_scheme(*, code: str, prefix: str, names: tuple[str, str], by: User, at: datetime) -> SchemeVersion:  # fmt: skip
    """
    Open a scheme with an empty draft and return the draft; the public sees neither before it is published.

    Raises NotReady when the code or the letters of its numbers are taken, NotEntitled for anybody but a programme officer.
    """
    _require_drafter(by, at=at)
    with in_words():
        scheme = Scheme.objects.create(code=code, prefix=prefix)
    draft = SchemeVersion.objects.create(
        scheme=scheme,
        version=next_label([], year=timezone.localdate(at).year),
        name_vi=names[0],
        name_en=names[1],
        level=RecognitionLevel.NATIONAL,
        validity_months=36,
        requirements=[],
        position=SchemeVersion.objects.count(),
        drafted_by=by,
        drafted_at=at,
    )
    draft.fields.set(ExpertField.objects.all())
    _note_author(draft, by)
    _record("scheme.created", draft, by=by, at=at)
    return draft


@transaction.atomic
def draft_version(*, scheme: Scheme, by: User, at: datetime) -> SchemeVersion:
    """
    Begin the next version from the one in force and return it; an open draft is returned as it is.

    Raises NotEntitled for anybody but a programme officer, NotReady where there is nothing to begin from.
    """
    _require_drafter(by, at=at)
    Scheme.objects.select_for_update(of=("self",)).get(pk=scheme.pk)
    if found := scheme.versions.filter(published_at=None).first():
        return found
    newest = SchemeVersion.objects.published().filter(scheme=scheme).first()
    if newest is None:
        raise NotReady(_("This scheme has no version to begin from."))
    taken = list(scheme.versions.values_list("version", flat=True))
    draft = SchemeVersion.objects.create(
        scheme=scheme,
        version=next_label(taken, year=timezone.localdate(at).year),
        drafted_by=by,
        drafted_at=at,
        **{name: getattr(newest, name) for name in KEPT},
    )
    draft.fields.set(newest.fields.all())
    lines = [CompetenceLine(c.code, c.name_vi, c.name_en) for c in newest.competences.all()]
    _write_competences(draft, lines)
    _note_author(draft, by)
    _record("scheme.drafted", draft, by=by, at=at)
    return draft


@transaction.atomic
def edit_draft(*, draft: SchemeVersion, terms: Terms, by: User, at: datetime) -> SchemeVersion:
    """
    Write the terms into a draft and return it; one that was handed over is taken back by that.

    Raises NotReady once it is published, NotEntitled for anybody but a programme officer.
    """
    _require_drafter(by, at=at)
    draft = _locked(draft)
    for name, value in terms.columns.items():
        setattr(draft, name, value)
    draft.handed_over_at = None
    draft.save(update_fields=[*terms.columns, "handed_over_at"])
    draft.fields.set(terms.fields)
    draft.competences.all().delete()
    _write_competences(draft, terms.competences)
    _note_author(draft, by)
    _record("scheme.edited", draft, by=by, at=at)
    return draft


@transaction.atomic
def hand_over_draft(*, draft: SchemeVersion, by: User, at: datetime) -> SchemeVersion:
    """
    Hand a draft over to the council and return it.

    Raises NotReady when something is lacking or it is published, NotEntitled for anybody but a programme officer.
    """
    _require_drafter(by, at=at)
    draft = _locked(draft)
    _require_whole(draft, at=at)
    draft.handed_over_at = at
    draft.save(update_fields=["handed_over_at"])
    _record("scheme.handed_over", draft, by=by, at=at)
    return draft


@transaction.atomic
def discard_draft(*, draft: SchemeVersion, by: User, at: datetime) -> None:
    """
    Throw a draft away, with its scheme where that has no other version; return nothing.

    Raises NotReady once it is published, NotEntitled for anybody but a programme officer.
    """
    _require_drafter(by, at=at)
    draft = _locked(draft)
    _record("scheme.discarded", draft, by=by, at=at)
    scheme = draft.scheme
    draft.delete()
    if not scheme.versions.exists():
        scheme.delete()


@transaction.atomic
def publish_version(*, draft: SchemeVersion, seen: str, by: User, at: datetime) -> SchemeVersion:
    """
    Put a version in force for new applications and return it; running applications and certificates keep theirs.

    `seen` is the version's `handed_over` as the member read it. Raises NotReady when the draft is not handed over,
    was changed since, or lacks something; NotEntitled for anybody but a council member; Conflicted for its authors.
    """
    if not by.role_on(timezone.localdate(at), Role.COUNCIL_MEMBER):
        raise NotEntitled(_("Only council members publish a version of a scheme."))
    draft = _locked(draft)
    if not draft.handed_over:
        raise NotReady(_("This draft is not handed over to the council."))
    if draft.handed_over != seen:
        raise NotReady(_("The draft was changed since you read it. Read it again."))
    _require_whole(draft, at=at)
    draft.published_by, draft.published_at = by, at
    with in_words():
        draft.save(update_fields=["published_by", "published_at"])
    _record("scheme.published", draft, by=by, at=at)
    return draft


def _locked(draft: SchemeVersion) -> SchemeVersion:
    found = SchemeVersion.objects.select_for_update(of=("self",)).select_related("scheme")
    version = found.filter(pk=draft.pk).first()
    if version is None:
        raise NotReady(_("This draft was discarded."))
    if version.is_published:
        raise NotReady(_("This version is published and never changes again."))
    return version


def _require_drafter(by: User, *, at: datetime) -> None:
    if not by.role_on(timezone.localdate(at), Role.PROGRAMME_OFFICER):
        raise NotEntitled(_("Only programme officers draft schemes."))


def _require_whole(draft: SchemeVersion, *, at: datetime) -> None:
    if gaps(draft.as_draft(), on=timezone.localdate(at)):
        raise NotReady(_("The draft still lacks something; the list on its page says what."))


def _write_competences(draft: SchemeVersion, lines: Sequence[CompetenceLine]) -> None:
    Competence.objects.bulk_create(
        Competence(version=draft, position=position, **vars(line))
        for position, line in enumerate(lines)
    )


def _note_author(draft: SchemeVersion, by: User) -> None:
    SchemeAuthor.objects.get_or_create(version=draft, person=by)


def _record(action: str, draft: SchemeVersion, *, by: User, at: datetime) -> None:
    audit.record(
        actor=by,
        action=action,
        subject=draft.scheme.code,
        detail={"scheme_version": draft.version},
        at=at,
    )
