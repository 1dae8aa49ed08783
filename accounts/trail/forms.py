"""What a reader of the trail may ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.trail.selectors import Asked
from accounts.trail.words import act_in_words


DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TrailForm(forms.Form):
    """Filters of the trail; a field that cannot be understood is shown with its fault and filters nothing."""

    nguoi = forms.CharField(label=_("Who"), max_length=120, required=False)
    viec = forms.ChoiceField(label=_("Action"), required=False)
    doi_tuong = forms.CharField(label=_("Subject"), max_length=80, required=False)
    tu = forms.DateField(label=_("From"), required=False, widget=DAY)
    den = forms.DateField(label=_("To"), required=False, widget=DAY)

    def __init__(self, *args: Any, actions: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["viec"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker what the class says above
        told = sorted((act_in_words(code), code) for code in actions)
        field.choices = [("", _("All")), *((code, f"{words} ({code})") for words, code in told)]

    def asked(self) -> Asked:
        """Return what was asked, as far as it can be understood."""
        self.is_valid()
        said = self.cleaned_data
        return Asked(
            actor=said.get("nguoi", "").strip(),
            action=said.get("viec", ""),
            subject=said.get("doi_tuong", "").strip(),
            since=said.get("tu"),
            until=said.get("den"),
        )

    def said(self) -> dict[str, str]:
        """Return the filters that were set, as they were typed."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}
