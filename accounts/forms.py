"""What a person tells us at sign-up, beside e-mail and password."""

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy as _

from accounts.models import User
from accounts.names import clean_name


class SignupDetails(forms.Form):
    """Asks for the one full name that a certificate will carry."""

    full_name = forms.CharField(
        label=_("Full name"),
        max_length=120,
        help_text=_(
            "As written on your identity card, with all accents: certificates carry exactly this name."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order: Iterable[str] | None = ("full_name", "email", "password1")

    def clean_full_name(self) -> str:
        """Return the name in NFC; refuse one without any letter."""
        name = clean_name(self.cleaned_data["full_name"])
        if not any(char.isalpha() for char in name):
            raise forms.ValidationError(_("Write your name in letters."))
        return name

    def signup(self, request: HttpRequest, user: User) -> None:
        """Store name and language on the new person (allauth calls this after creating it)."""
        user.full_name = self.cleaned_data["full_name"]
        user.language = (get_language() or "vi")[:2]
        user.save(update_fields=["full_name", "name_folded", "name_sort_key", "language"])
