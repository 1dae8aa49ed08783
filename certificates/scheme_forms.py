"""What is typed when a scheme's version is written: in rows and plain words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.models import RecognitionLevel, Scheme, SchemeVersion
from certificates.rules.requirements import Kind
from certificates.services.schemes import CompetenceLine, Terms


MOST_REQUIREMENTS = 15
# A credential stays well within what its own reader takes (`rules/shape.py`).
MOST_COMPETENCES = 30
KINDS = [
    ("", _("No requirement")),
    (Kind.TRAINING_HOURS.value, _("Hours of training")),
    (Kind.EXAM.value, _("Exam passed, in per cent of the points")),
    (Kind.CERTIFICATE.value, _("Valid certificate of another scheme")),
    (Kind.EDUCATION.value, _("Education, declared")),
    (Kind.EXPERIENCE.value, _("Years of experience, declared")),
    (Kind.PROJECT.value, _("Improvement projects, declared")),
]
NAMING = {Kind.EXAM.value, Kind.CERTIFICATE.value}
DAY = {"inputmode": "numeric", "autocomplete": "off", "size": 10}


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class NewSchemeForm(forms.Form):
    """What a scheme needs before anything else: how it and its numbers are called."""

    code = forms.RegexField(
        r"^[A-Z][A-Z0-9-]{2,19}$",
        label=_("Code"),
        help_text=_("Capital letters, digits and dashes, for example NSCL-QG. It never changes."),
    )
    letters = forms.RegexField(
        r"^[A-Z]{4}$",
        label=_("Numbers begin with"),
        help_text=_("Four capital letters, for example VNPQ. They never change."),
    )
    name_vi = forms.CharField(label=_("Name, in Vietnamese"), max_length=160)
    name_en = forms.CharField(label=_("Name, in English"), max_length=160)


class VersionForm(forms.ModelForm[SchemeVersion]):
    """The terms of a version, but for its rows."""

    body_site = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = SchemeVersion
        fields = [
            "name_vi", "name_en", "scope_vi", "scope_en", "fields",
            "level", "body_name", "body_country", "body_site", "body_evidence",
            "code_of_conduct_vi", "code_of_conduct_en",
            "validity_months", "surveillance_months", "cpd_hours_per_year", "renewal_cpd_hours", "renewal_projects",
            "job_analysis_vi", "job_analysis_en", "job_analysis_on", "job_analysis_review_on",
            "participants_vi", "participants_en", "proposed_vi", "proposed_en",
        ]  # fmt: skip
        labels: Mapping[str, Any] = {
            "name_vi": _("Name, in Vietnamese"),
            "name_en": _("Name, in English"),
            "scope_vi": _("Scope, in Vietnamese"),
            "scope_en": _("Scope, in English"),
            "fields": _("Expert fields"),
            "level": _("Recognition level"),
            "body_name": _("Name of the body"),
            "body_country": _("Country or seat"),
            "body_evidence": _("What proves the recognition"),
            "code_of_conduct_vi": _("Code of conduct, in Vietnamese"),
            "code_of_conduct_en": _("Code of conduct, in English"),
            "validity_months": _("Validity in months"),
            "surveillance_months": _("Surveillance, every so many months"),
            "cpd_hours_per_year": _("Hours of professional development a year"),
            "renewal_cpd_hours": _("Hours of professional development for renewal"),
            "renewal_projects": _("Improvement projects for renewal"),
            "job_analysis_vi": _("Job analysis, in Vietnamese"),
            "job_analysis_en": _("Job analysis, in English"),
            "job_analysis_on": _("Day of the job analysis"),
            "job_analysis_review_on": _("To be looked at again by"),
            "participants_vi": _("Who took part, in Vietnamese"),
            "participants_en": _("Who took part, in English"),
            "proposed_vi": _("What is still a proposal, in Vietnamese"),
            "proposed_en": _("What is still a proposal, in English"),
        }
        help_texts: Mapping[str, Any] = {
            "body_evidence": _("Number and date of the agreement or accreditation."),
            "code_of_conduct_vi": _("One rule a line."),
            "code_of_conduct_en": _("One rule a line, in the same order."),
            "job_analysis_vi": _(
                "How the tasks of the experts were studied, and what followed for the scheme."
            ),
            "job_analysis_on": _("dd/mm/yyyy"),
            "job_analysis_review_on": _("dd/mm/yyyy"),
            "participants_vi": _(
                "Bodies and groups, so that the balance of interests can be seen."
            ),
            "proposed_vi": _("Leave it empty when nothing is."),
        }
        widgets: Mapping[str, Any] = {
            **{
                f"{name}_{language}": _area(rows)
                for name, rows in (("scope", 3), ("code_of_conduct", 9), ("job_analysis", 3), ("participants", 2), ("proposed", 2))
                for language in ("vi", "en")
            },
            "fields": forms.CheckboxSelectMultiple,
            "level": forms.RadioSelect,
            "job_analysis_on": forms.DateInput(attrs=DAY),
            "job_analysis_review_on": forms.DateInput(attrs=DAY),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A draft may be put aside half written; only what the tables need is asked for at once.
        for name in ("scope_vi", "scope_en", "code_of_conduct_vi", "code_of_conduct_en", "fields"):
            self.fields[name].required = False
        self.fields["level"].choices = RecognitionLevel.choices  # type: ignore[attr-defined]
        for name in ("validity_months", "surveillance_months"):
            self.fields[name].min_value = 1  # type: ignore[attr-defined]
            self.fields[name].widget.attrs["min"] = 1

    def clean_validity_months(self) -> int:
        """Return the months; refuse none."""
        return self._positive("validity_months")

    def clean_surveillance_months(self) -> int:
        """Return the months; refuse none."""
        return self._positive("surveillance_months")

    def _positive(self, name: str) -> int:
        months: int = self.cleaned_data[name]
        if months < 1:
            raise forms.ValidationError(_("Give at least one month."))
        return months

    def group(self, *names: str) -> list[forms.BoundField]:
        """Return the bound fields of those names."""
        return [self[name] for name in names]

    @property
    def groups(self) -> dict[str, list[forms.BoundField]]:
        """The fields by section of the page."""
        return {
            "scope": self.group("name_vi", "name_en", "scope_vi", "scope_en", "fields"),
            "level": self.group("level", "body_name", "body_country", "body_site", "body_evidence"),
            "conduct": self.group("code_of_conduct_vi", "code_of_conduct_en"),
            "keeping": self.group("validity_months", "surveillance_months", "cpd_hours_per_year", "renewal_cpd_hours", "renewal_projects"),
            "analysis": self.group("job_analysis_vi", "job_analysis_en", "job_analysis_on", "job_analysis_review_on", "participants_vi", "participants_en"),
            "proposed": self.group("proposed_vi", "proposed_en"),
        }  # fmt: skip


class RequirementRow(forms.Form):
    """One requirement; without a kind the row does not count."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, required=False)
    reference = forms.CharField(
        label=_("Exam or scheme"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "EX-NSCL-1"}),
    )
    minimum = forms.DecimalField(
        label=_("At least"), min_value=0, max_value=9999, max_digits=6, decimal_places=1, required=False
    )  # fmt: skip
    label_vi = forms.CharField(label=_("In words, Vietnamese"), max_length=200, required=False)
    label_en = forms.CharField(label=_("In words, English"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask a chosen kind for its number, its words, and where it names something, for that."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if not kind:
            return cleaned
        for name in ("minimum", "label_vi", "label_en", *(["reference"] * (kind in NAMING))):
            if cleaned.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, _("Fill this in, or take the row away by choosing no kind."))
        named = cleaned.get("reference", "")
        if kind == Kind.CERTIFICATE and named and not Scheme.objects.filter(code=named).exists():
            self.add_error("reference", _("No scheme has this code."))
        return cleaned

    def line(self) -> dict[str, str] | None:
        """Return the requirement as it is stored; None for a row that does not count."""
        facts = self.cleaned_data
        if not facts.get("kind"):
            return None
        return {
            "kind": facts["kind"],
            "reference": facts["reference"] if facts["kind"] in NAMING else "",
            "minimum": f"{facts['minimum'].normalize():f}",
            "label_vi": facts["label_vi"],
            "label_en": facts["label_en"],
        }


class CompetenceRow(forms.Form):
    """One competence; without a code and names the row does not count."""

    code = forms.RegexField(
        r"^[A-Z]{2,4}-\d{1,2}\.\d{1,2}$",
        label=_("Code"),
        required=False,
        error_messages={"invalid": _("Write it like PE-2.3.")},
        widget=forms.TextInput(attrs={"placeholder": "PE-2.3", "size": 8}),
    )
    name_vi = forms.CharField(label=_("In words, Vietnamese"), max_length=200, required=False)
    name_en = forms.CharField(label=_("In words, English"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask a row that was begun for all its parts."""
        cleaned = super().clean() or self.cleaned_data
        if any(cleaned.values()):
            for name in ("code", "name_vi", "name_en"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in, or empty the whole row."))
        return cleaned


def by_code(code: str) -> tuple[str, int, int]:
    """Return what sorts codes as people count: PE-2.3 before PE-2.10; raise ValueError for no code."""
    letters, _dash, numbers = code.partition("-")
    group, _dot, place = numbers.partition(".")
    return letters, int(group), int(place)


class CompetenceRows(forms.BaseFormSet):  # type: ignore[type-arg]
    """The competences of a version; they are listed by code."""

    def clean(self) -> None:
        """Refuse a code that stands twice."""
        codes = [form.cleaned_data.get("code") for form in self.forms if form.is_valid()]
        given = [code for code in codes if code]
        if len(given) != len(set(given)):
            raise forms.ValidationError(_("Two competences have the same code."))


Requirements = forms.formset_factory(
    RequirementRow, extra=2, max_num=MOST_REQUIREMENTS, absolute_max=MOST_REQUIREMENTS
)
Competences = forms.formset_factory(
    CompetenceRow,
    formset=CompetenceRows,
    extra=3,
    max_num=MOST_COMPETENCES,
    absolute_max=MOST_COMPETENCES,
)


class SchemeEditor:
    """The whole page of a draft: its terms, its rows of requirements and of competences."""

    def __init__(self, draft: SchemeVersion, posted: Any = None) -> None:
        self.version = VersionForm(posted, instance=draft)
        self.requirements = Requirements(posted, initial=draft.requirements, prefix="yeu-cau")
        lines = [
            {"code": each.code, "name_vi": each.name_vi, "name_en": each.name_en}
            for each in draft.competences.all()
        ]
        self.competences = Competences(posted, initial=lines, prefix="nang-luc")

    def is_valid(self) -> bool:
        """Return whether everything can be stored."""
        found = [part.is_valid() for part in (self.version, self.requirements, self.competences)]
        return all(found)  # each of them was asked, so that all errors stand on the page at once

    @property
    def has_errors(self) -> bool:
        """Whether anything must be corrected."""
        return bool(
            self.version.errors
            or any(self.requirements.errors)
            or any(self.competences.errors)
            or self.competences.non_form_errors()
        )

    def terms(self) -> Terms:
        """Return what was typed."""
        columns = {
            name: value for name, value in self.version.cleaned_data.items() if name != "fields"
        }
        lines = [form.line() for form in self.requirements]
        columns["requirements"] = [line for line in lines if line]
        rows = [form.cleaned_data for form in self.competences]
        written = [CompetenceLine(**row) for row in rows if row.get("code")]
        return Terms(
            columns=columns,
            fields=list(self.version.cleaned_data["fields"]),
            competences=sorted(written, key=lambda each: by_code(each.code)),
        )
