"""What an operator says when a role is given or taken back."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role


GRANTABLE = [choice for choice in Role.choices if choice[0] != Role.TRAINEE]


class FindForm(forms.Form):
    """Narrows the list of people."""

    q = forms.CharField(label=_("Name or e-mail"), max_length=120, required=False)
    vai_tro = forms.ChoiceField(
        label=_("Role"), choices=[("", _("All")), *GRANTABLE], required=False
    )


class GrantForm(forms.Form):
    """A role, from when, until when, and why."""

    role = forms.ChoiceField(label=_("Role"), choices=GRANTABLE)
    starts_on = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=_("Until"), required=False, help_text=_("Leave empty if no end is set."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Reason"), max_length=200,
        help_text=_("For example the number of the decision. The person and the auditors will read it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts_on": timezone.localdate()})
        super().__init__(*args, **kwargs)

    def clean_starts_on(self) -> date:
        """Return the first day; refuse days that are over, for which decisions were made without the role."""
        day: date = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("A role begins today at the earliest."))
        return day


class TakeBackForm(forms.Form):
    """Why a role ends before its time."""

    reason = forms.CharField(label=_("Reason"), max_length=200)
