"""What people type in, made clean."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import OrganisationKind, Province
from certificates.models import (
    CertificateStatus,
    DecisionOutcome,
    Dossier,
    ExpertField,
    RecognitionLevel,
    Scheme,
)
from certificates.rules.dossiers import Act
from certificates.rules.progress import PERIODS
from certificates.rules.status import CHANGES, Event, Status
from certificates.selectors.register import NONE, RegisterFilter
from certificates.services.dossiers import Declaration


FIRST_FILTERS = ("q", "trang_thai", "cap", "linh_vuc")
ANY = ("", _("Any"))


class LookupForm(forms.Form):
    """A certificate number, typed in whatever grouping."""

    so = forms.CharField(
        label=_("Certificate number"),
        max_length=40,
        help_text=_(
            "For example VNPQ 2026 0471 10, printed at the lower left of the certificate. No account is needed."
        ),
        widget=forms.TextInput(
            attrs={"class": "input input--code", "autocomplete": "off", "spellcheck": "false"}
        ),
    )


class BroughtForm(forms.Form):
    """A file that should hold a credential, and the name that its holder gives."""

    tep = forms.FileField(
        label=_("Certificate file"),
        help_text=_("PDF, PNG or JSON, 5 MB at most. It is read once and not kept."),
        widget=forms.FileInput(
            attrs={"accept": ".pdf,.png,.json,application/pdf,image/png,application/json"}
        ),
    )
    ten = forms.CharField(
        label=_("Name of the holder"),
        required=False,
        max_length=200,
        help_text=_(
            "If you type it, with all its marks, it is compared with the name sealed in the file."
        ),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )


class PhotographForm(forms.Form):
    """A photograph of a printed QR code; on a telephone the field opens the camera."""

    anh = forms.FileField(
        label=_("Photograph of the code"),
        help_text=_("JPEG, PNG or WebP, 12 MB at most. It is read once and not kept."),
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp", "capture": "environment"}
        ),
    )


class AsOfForm(forms.Form):
    """The day for which the status is asked."""

    ngay = forms.DateField(
        label=_("Status on another day"),
        help_text=_("dd/mm/yyyy"),
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10}),
    )

    def clean_ngay(self) -> date:
        """Return the day; refuse one that is still to come."""
        day: date = self.cleaned_data["ngay"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("The register knows the past, not the future: choose a day up to today.")
            )
        return day


class DeclarationForm(forms.ModelForm[Dossier]):
    """What applicants say about themselves; hours, exams and certificates come from the register."""

    class Meta:
        model = Dossier
        fields = [
            "field",
            "education",
            "experience_years",
            "experience",
            "project_count",
            "projects",
        ]
        labels = {
            "field": _("Field of certification"),
            "education": _("Education"),
            "experience_years": _("Years of experience in the field"),
            "experience": _("Where and as what"),
            "project_count": _("Improvement projects you led"),
            "projects": _("The projects and their results"),
        }
        help_texts = {
            "education": _("Degree, school and year, as on the diploma."),
            "experience": _("Employer, position, from when to when."),
            "projects": _("For each project: enterprise, aim, result in figures."),
        }
        widgets = {
            "education": forms.Textarea(attrs={"rows": 2}),
            "experience": forms.Textarea(attrs={"rows": 3}),
            "projects": forms.Textarea(attrs={"rows": 3}),
            "experience_years": forms.NumberInput(attrs={"min": 0, "max": 60, "step": "0.5"}),
            "project_count": forms.NumberInput(attrs={"min": 0, "max": 99}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["field"].queryset = self.instance.scheme_version.fields.all()  # type: ignore[attr-defined]
        self.fields["field"].required = True
        self.fields["field"].empty_label = _("Choose")  # type: ignore[attr-defined]
        self.fields["education"].required = True
        if not self.instance.experience_years:
            self.initial["experience_years"] = None

    def declaration(self) -> Declaration:
        """Return the cleaned declaration."""
        return Declaration(**{name: self.cleaned_data[name] for name in self._meta.fields or ()})

    def so_far(self) -> Declaration:
        """Return what is right already; what is not stays as it was stored."""
        return Declaration(
            **{name: getattr(self.instance, name) for name in self._meta.fields or ()}
        )


class SubmitForm(forms.Form):
    """The agreement, and an answer to the officer if one was asked for."""

    note = forms.CharField(
        label=_("Answer to the officer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreed = forms.BooleanField(
        label=_(
            "I have read the code of conduct, agree to keep it, and declare that what I wrote is true."
        ),
        required=False,
    )


class CheckForm(forms.Form):
    """An officer's finding."""

    act = forms.ChoiceField(
        label=_("Finding"),
        choices=[
            (Act.FIND_ELIGIBLE.value, _("Eligible: hand over to the council")),
            (Act.ASK_FOR_MORE.value, _("More information needed")),
            (Act.FIND_NOT_ELIGIBLE.value, _("Not eligible")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Words to the applicant"),
        required=False,
        max_length=2000,
        help_text=_(
            "Required unless the application is eligible. The applicant reads exactly these words."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DecisionForm(forms.Form):
    """A council member's decision."""

    outcome = forms.ChoiceField(
        label=_("Decision"), choices=DecisionOutcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=2000,
        help_text=_("Required for a refusal. The applicant reads it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of a refusal."""
        cleaned = super().clean() or self.cleaned_data
        if (
            cleaned.get("outcome") == DecisionOutcome.REFUSE
            and not (cleaned.get("reason") or "").strip()
        ):
            self.add_error("reason", _("Write the reason for the refusal."))
        return cleaned


class ProposalForm(forms.Form):
    """A change of status that an officer proposes."""

    event = forms.ChoiceField(label=_("Proposed change"), widget=forms.RadioSelect)
    reason_vi = forms.CharField(
        label=_("Reason, in Vietnamese"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    reason_en = forms.CharField(
        label=_("Reason, in English"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, status: Status, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            Event.SUSPENDED: _("Suspend"),
            Event.REINSTATED: _("Reinstate"),
            Event.WITHDRAWN: _("Withdraw"),
        }
        choices = [(event.value, words[event]) for event in CHANGES.get(status, ())]
        self.fields["event"].choices = choices  # type: ignore[attr-defined]


class RegisterForm(forms.Form):
    """The register's filters; addresses with them can be kept and sent."""

    q = forms.CharField(label=_("Name or number"), required=False, max_length=80)
    trang_thai = forms.ChoiceField(label=_("Status"), required=False)
    cap = forms.ChoiceField(label=_("Recognition level"), required=False)
    chuong_trinh = forms.ChoiceField(label=_("Scheme"), required=False)
    linh_vuc = forms.ChoiceField(label=_("Expert field"), required=False)
    loai = forms.ChoiceField(label=_("Kind of organisation"), required=False)
    tinh = forms.ChoiceField(label=_("Province, city"), required=False)
    nam = forms.ChoiceField(label=_("Year of issue"), required=False)
    tinh_vao = forms.ChoiceField(label=_("Counted in the period"), required=False)
    bac_cao = forms.ChoiceField(
        label=_("Regional or international in the period"),
        required=False,
        choices=[ANY, ("1", _("Yes")), ("0", _("No"))],
    )
    tinh_bac_cao = forms.ChoiceField(label=_("Counted at higher level in"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        periods = [ANY, *((period.code, period.code) for period in PERIODS)]
        years = [
            year
            for period in PERIODS
            for year in period.years
            if year <= timezone.localdate().year
        ]
        unknown = (NONE, _("Not recorded"))
        choices: dict[str, list[Any]] = {
            "trang_thai": [ANY, *CertificateStatus.choices[:-1]],
            "cap": [ANY, *RecognitionLevel.choices],
            "chuong_trinh": [ANY, *Scheme.objects.order_by("pk").values_list("code", "code")],
            "linh_vuc": [ANY, *((field.code, field.name) for field in ExpertField.objects.all())],
            "loai": [ANY, *OrganisationKind.choices, unknown],
            "tinh": [ANY, *Province.objects.values_list("code", "name_vi"), unknown],
            "nam": [ANY, *((str(year), str(year)) for year in reversed(years))],
            "tinh_vao": periods,
            "tinh_bac_cao": periods,
        }
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    @property
    def first(self) -> list[forms.BoundField]:
        """The filters that people reach for."""
        return [self[name] for name in FIRST_FILTERS]

    @property
    def further(self) -> list[forms.BoundField]:
        """The filters behind the numbers of the progress page, and the rarer ones."""
        return [self[name] for name in self.fields if name not in FIRST_FILTERS]

    @property
    def is_narrowed_further(self) -> bool:
        """Whether any of the further filters is in use."""
        return any(field.value() for field in self.further)

    def wanted(self) -> RegisterFilter:
        """Return the filter; choices that do not exist narrow nothing."""
        self.is_valid()
        clean = self.cleaned_data
        return RegisterFilter(
            words=clean.get("q", ""),
            status=clean.get("trang_thai", ""),
            level=clean.get("cap", ""),
            scheme=clean.get("chuong_trinh", ""),
            field=clean.get("linh_vuc", ""),
            organisation_kind=clean.get("loai", ""),
            province=clean.get("tinh", ""),
            year=int(clean["nam"]) if clean.get("nam") else None,
            counted_in=clean.get("tinh_vao", ""),
            higher=clean.get("bac_cao", ""),
            counted_higher_in=clean.get("tinh_bac_cao", ""),
        )
