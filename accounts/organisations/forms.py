"""Forms of the organisations' desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind, Province, User


class FindForm(forms.Form):
    """Narrows the list of organisations."""

    q = forms.CharField(label=_("Name"), max_length=120, required=False)
    loai = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All")), *OrganisationKind.choices], required=False
    )
    tinh = forms.ModelChoiceField(
        Province.objects.all(), label=_("Province or city"), required=False, empty_label=_("All")
    )


class OrganisationForm(forms.ModelForm[Organisation]):
    """One organisation."""

    class Meta:
        model = Organisation
        fields = ("name_vi", "name_en", "code", "kind", "province", "parent")
        labels = {
            "name_vi": _("Name in Vietnamese"), "name_en": _("Name in English"), "code": _("Code"),
            "kind": _("Kind"), "province": _("Province or city"), "parent": _("Belongs to"),
        }  # fmt: skip
        help_texts = {"code": _("Short letters and digits for lists, as so-khcn-da-nang.")}


class CoordinatorForm(forms.Form):
    """Whom to let speak for the organisation."""

    email = forms.EmailField(
        label=_("E-mail of the coordinator"), help_text=_("The person needs an account here.")
    )

    def clean_email(self) -> User:
        """Return the person of the address; refuse one that nobody here has."""
        person = User.objects.filter(
            email__iexact=self.cleaned_data["email"], is_active=True
        ).first()
        if person is None:
            raise forms.ValidationError(_("Nobody here has this address."))
        return person

    @property
    def person(self) -> Any:
        """The person whom a valid form names."""
        return self.cleaned_data["email"]
