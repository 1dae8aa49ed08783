"""What people ask for and report in the life of a certificate, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.models import Certificate, ExpertField, printed_on
from certificates.rules.surveillance import ReportAct
from certificates.services.corrections import Wish


DAY = {"inputmode": "numeric", "autocomplete": "off", "size": 10}


class CorrectionForm(forms.Form):
    """How a certificate should read; it begins with what stands there now."""

    name = forms.CharField(label=_("Name of the holder"), max_length=120)
    field = forms.ModelChoiceField(
        label=_("Expert field"), queryset=ExpertField.objects.none(), to_field_name="code"
    )
    title_vi = forms.CharField(label=_("Title awarded, in Vietnamese"), max_length=160)
    title_en = forms.CharField(label=_("Title awarded, in English"), max_length=160)
    awarded_on = forms.DateField(
        label=_("Date of the decision"),
        help_text=_("dd/mm/yyyy"),
        widget=forms.DateInput(attrs=DAY),
    )
    valid_until = forms.DateField(
        label=_("Valid until"), help_text=_("dd/mm/yyyy"), widget=forms.DateInput(attrs=DAY)
    )
    reason = forms.CharField(
        label=_("What is wrong, and how it came about"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    evidence = forms.CharField(
        label=_("What proves how it should be"),
        max_length=2000,
        help_text=_(
            "Name the paper that you can show, such as a diploma or the decision, with number and date. Do not send pictures of an identity card."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, certificate: Certificate, **kwargs: Any) -> None:
        kwargs["initial"] = vars(printed_on(certificate.snapshot))
        super().__init__(*args, **kwargs)
        fields = certificate.scheme_version.fields.all()
        self.fields["field"].queryset = fields  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        """Return the cleaned wish."""
        return Wish(**self.cleaned_data)


class ReportForm(forms.Form):
    """The holder's words about a span; the hours come from the diary."""

    statement = forms.CharField(
        label=_("What you did in this time"),
        max_length=4000,
        help_text=_(
            "Work in the field of the certificate, what you learned, changes of employer, complaints about your work."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class FindingForm(forms.Form):
    """What an officer finds of a report."""

    act = forms.ChoiceField(
        label=_("Finding"),
        choices=[
            (ReportAct.FULFIL.value, _("Fulfilled")),
            (ReportAct.ASK_FOR_MORE.value, _("More is needed")),
            (ReportAct.FAIL.value, _("Not fulfilled")),
        ],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Words to the holder"),
        required=False,
        max_length=2000,
        help_text=_(
            "Required unless the report is fulfilled. The holder reads exactly these words."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, acts: list[ReportAct], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = self.fields["act"].choices  # type: ignore[attr-defined]
        self.fields["act"].choices = [each for each in every if each[0] in acts]  # type: ignore[attr-defined]
