"""What the public asks of the register of experts, and what holders let it show."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Province
from certificates.models import CertificateStatus, ExpertField, RecognitionLevel
from certificates.models.visibility import STANDINGS
from certificates.rules.visibility import CONSENT_VERSION, Purpose, has_enough_letters
from certificates.selectors.experts import Wanted
from cms.queries import words_of


ANY = ("", _("Any"))


class ExpertsForm(forms.Form):
    """Whom to look for; a choice that does not exist is told at its field."""

    ten = forms.CharField(
        label=_("Full name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    linh_vuc = forms.ChoiceField(label=_("Field of expertise"), required=False)
    cap = forms.ChoiceField(
        label=_("Recognition level"), required=False, choices=[ANY, *RecognitionLevel.choices]
    )
    tinh = forms.ChoiceField(label=_("Province"), required=False)
    trang_thai = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ANY,
            *((each.value, each.label) for each in (*STANDINGS, CertificateStatus.EXPIRED)),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = [ANY, *((field.code, field.name) for field in ExpertField.objects.all())]
        places = [ANY, *Province.objects.values_list("code", "name_vi")]
        self.fields["linh_vuc"].choices = fields  # type: ignore[attr-defined]
        self.fields["tinh"].choices = places  # type: ignore[attr-defined]

    def clean_ten(self) -> str:
        """Return the name; refuse one of fewer than three letters, which would list people and find nobody."""
        name: str = self.cleaned_data["ten"].strip()
        if name and not has_enough_letters(words_of(name)):
            raise forms.ValidationError(_("Type at least three letters of the name."))
        return name

    def wanted(self) -> Wanted:
        """Return what was asked (after `is_valid`)."""
        said = self.cleaned_data
        return Wanted(
            name=said["ten"],
            field=said["linh_vuc"],
            level=said["cap"],
            province=said["tinh"],
            status=said["trang_thai"],
        )


class VisibilityForm(forms.Form):
    """The holder's choice; nothing is ticked that was not ticked before."""

    danh_sach = forms.BooleanField(
        label=_("List me in the public register of experts"), required=False
    )
    tinh = forms.BooleanField(label=_("Also show my province"), required=False)
    to_chuc = forms.BooleanField(label=_("Also show my organisation"), required=False)
    phien_ban = forms.CharField(widget=forms.HiddenInput, initial=CONSENT_VERSION, required=False)

    NAMES = {
        "danh_sach": Purpose.LISTED,
        "tinh": Purpose.PROVINCE,
        "to_chuc": Purpose.ORGANISATION,
    }

    @classmethod
    def showing(cls, chosen: frozenset[Purpose]) -> "VisibilityForm":
        """Return the form as the holder left it."""
        return cls(initial={name: purpose in chosen for name, purpose in cls.NAMES.items()})

    def wanted(self) -> frozenset[Purpose]:
        """Return what the holder wants shown (after `is_valid`); whoever is not listed shows nothing else."""
        said = self.cleaned_data
        wanted = frozenset(purpose for name, purpose in self.NAMES.items() if said[name])
        return wanted if Purpose.LISTED in wanted else frozenset()
