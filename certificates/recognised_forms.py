"""Recognised certificates of other bodies, as officers type them in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.file_forms import CheckedFileField
from certificates.models import RecognisedScheme, RecognisedState, RecognitionLevel
from certificates.rules.progress import PERIODS
from certificates.selectors.recognised import RecognisedFilter
from certificates.services.recognised import Facts


DAY = {"inputmode": "numeric", "autocomplete": "off", "size": 10}
ANY = ("", _("Any"))
FIRST = ("q", "trang_thai", "cap", "chuong_trinh")


def _account_of(email: str) -> User | None:
    if not email:
        return None
    found = User.objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise forms.ValidationError(_("Nobody here has this address."))
    return found


class RecognisedForm(forms.Form):
    """What stands on the certificate, and the file that shows it."""

    scheme = forms.ModelChoiceField(
        RecognisedScheme.objects.all(),
        label=_("Scheme of the other body"),
        empty_label=_("Choose"),
    )
    number = forms.CharField(label=_("Number of the certificate"), max_length=60)
    holder_name = forms.CharField(
        label=_("Name of the holder"),
        max_length=120,
        help_text=_("With all its marks, as the person writes it."),
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        min_value=1900,
        max_value=2100,
        help_text=_("It tells people of the same name apart. No day, no identity card."),
    )
    account = forms.EmailField(
        label=_("E-mail of the holder's account here"),
        required=False,
        help_text=_("Leave it empty if the holder has none; it can be linked later."),
    )
    issued_on = forms.DateField(
        label=_("Date of issue"), help_text=_("dd/mm/yyyy"), widget=forms.DateInput(attrs=DAY)
    )
    valid_until = forms.DateField(
        label=_("Valid until"),
        required=False,
        help_text=_("dd/mm/yyyy"),
        widget=forms.DateInput(attrs=DAY),
    )
    evidence = CheckedFileField(label=_("The certificate as a file"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].label_from_instance = (  # type: ignore[attr-defined]
            lambda scheme: f"{scheme.body}: {scheme.name}"
        )

    def clean_holder_name(self) -> str:
        """Return the name with single spaces."""
        return " ".join(self.cleaned_data["holder_name"].split())

    def clean_account(self) -> User | None:
        """Return the account of that address, if one is given."""
        return _account_of(self.cleaned_data["account"])

    def facts(self) -> Facts:
        """Return what was typed, but for the file."""
        return Facts(**{name: v for name, v in self.cleaned_data.items() if name != "evidence"})


class ReasonForm(forms.Form):
    """Why something is rejected, ended or undone."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LinkForm(ReasonForm):
    """The account to link."""

    account = forms.EmailField(label=_("E-mail of the holder's account here"))
    field_order = ("account", "reason")

    def clean_account(self) -> User | None:
        """Return the account of that address."""
        return _account_of(self.cleaned_data["account"])


class RecognisedFilterForm(forms.Form):
    """The filters of the list; an address with them can be kept and sent."""

    q = forms.CharField(label=_("Name or number"), required=False, max_length=80)
    trang_thai = forms.ChoiceField(
        label=_("State"), required=False, choices=[ANY, *RecognisedState.choices]
    )
    cap = forms.ChoiceField(
        label=_("Recognition level"), required=False, choices=[ANY, *RecognitionLevel.choices[1:]]
    )
    chuong_trinh = forms.ChoiceField(label=_("Scheme"), required=False)
    tinh_vao = forms.ChoiceField(label=_("Counted in the period"), required=False)
    tinh_bac_cao = forms.ChoiceField(label=_("Counted at higher level in"), required=False)
    ca_hai = forms.ChoiceField(
        label=_("Also counted in the register"),
        required=False,
        choices=[ANY, ("1", _("Yes")), ("0", _("No"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = RecognisedScheme.objects.values_list("code", "code")
        periods = [ANY, *((period.code, period.code) for period in PERIODS)]
        for name, choices in (
            ("chuong_trinh", [ANY, *codes]),
            ("tinh_vao", periods),
            ("tinh_bac_cao", periods),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def first(self) -> list[forms.BoundField]:
        """The filters that people reach for."""
        return [self[name] for name in FIRST]

    @property
    def further(self) -> list[forms.BoundField]:
        """The filters behind the numbers of the progress page."""
        return [self[name] for name in self.fields if name not in FIRST]

    @property
    def is_narrowed_further(self) -> bool:
        """Whether any of the further filters is in use."""
        return any(field.value() for field in self.further)

    def wanted(self) -> RecognisedFilter:
        """Return the filter; choices that do not exist narrow nothing."""
        self.is_valid()
        clean = self.cleaned_data
        return RecognisedFilter(
            words=clean.get("q", ""),
            state=clean.get("trang_thai", ""),
            level=clean.get("cap", ""),
            scheme=clean.get("chuong_trinh", ""),
            counted_in=clean.get("tinh_vao", ""),
            counted_higher_in=clean.get("tinh_bac_cao", ""),
            both=clean.get("ca_hai", ""),
        )
