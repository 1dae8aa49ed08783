"""Forms of the agency desk beside its lists."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.models import Certificate, Scope
from certificates.models.verification import verify_list


MOST_AT_ONCE = 1_000


class WatchForm(forms.Form):
    """Numbers to watch, one a line."""

    so = forms.CharField(
        label=_("Certificate numbers"),
        help_text=_("One a line, at most 1,000 at a time."),
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input", "spellcheck": "false"}),
    )

    def clean_so(self) -> str:
        """Return the text and keep the certificates; refuse it while a number is not in the register."""
        text: str = self.cleaned_data["so"]
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if len(lines) > MOST_AT_ONCE:
            raise forms.ValidationError(_("These are more than 1,000 numbers; add them in parts."))
        rows = verify_list([(line, "") for line in lines], day=timezone.localdate())
        missing = [row.answer.asked for row in rows if row.answer.certificate is None]
        if missing:
            numbers = ", ".join(missing[:5])
            raise forms.ValidationError(
                _("These numbers are not in the register: %(numbers)s") % {"numbers": numbers}
            )
        self.found: list[Certificate] = [
            row.answer.certificate for row in rows if row.answer.certificate
        ]
        return text


class HookForm(forms.Form):
    """The address of an agency's system."""

    url = forms.CharField(
        label=_("Web address of your system"),
        help_text=_("It begins with https:// and is reached from the internet."),
        max_length=500,
        widget=forms.URLInput(attrs={"autocomplete": "off", "placeholder": "https://"}),
    )


class TokenForm(forms.Form):
    """A token's name, what it opens and how long."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Of the system that will use it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    scopes = forms.MultipleChoiceField(
        label=_("It may"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple
    )
    expires_on = forms.DateField(
        label=_("Last day"),
        help_text=_("dd/mm/yyyy, a year from today at most."),
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"expires_on": timezone.localdate() + timedelta(days=365)})
        super().__init__(*args, **kwargs)
