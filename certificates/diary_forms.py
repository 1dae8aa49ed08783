"""What people write into their diary of development, made clean."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.file_forms import CheckedFileField
from certificates.models import MOST_HOURS, Activity, ActivityKind
from certificates.services.diary import Entry


class ActivityForm(forms.ModelForm[Activity]):
    """One activity: when, what, how long, and what came of it."""

    hours = forms.DecimalField(
        label=_("Hours"),
        help_text=_("Time spent on it; half hours and quarters count."),
        min_value=Decimal("0.25"),
        max_value=MOST_HOURS,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.25"}),
    )

    tep = CheckedFileField(label=_("File as evidence"), required=False)

    class Meta:
        model = Activity
        fields = ["day", "kind", "hours", "title", "learned", "reference"]
        labels = {
            "day": _("Day"),
            "kind": _("Kind"),
            "title": _("What you did"),
            "learned": _("What you learned, and where you use it"),
            "reference": _("Where evidence is to be found"),
        }
        help_texts = {
            "day": _("dd/mm/yyyy; the last day where it took several."),
            "title": _("For example: a workshop on value stream mapping, held by whom."),
            "reference": _("A link, or the name of the paper that you can show when asked."),
        }
        widgets = {
            "day": forms.DateInput(
                attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10}
            ),
            "learned": forms.Textarea(attrs={"rows": 4, "maxlength": 2000}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose")), *ActivityKind.choices]  # type: ignore[attr-defined]
        self.fields["learned"].max_length = 2000  # type: ignore[attr-defined]

    def clean_day(self) -> Any:
        """Return the day; refuse one that is still to come."""
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("Write down what you have done: the day must not lie ahead.")
            )
        return day

    def entry(self) -> Entry:
        """Return what was written."""
        return Entry(**{name: self.cleaned_data[name] for name in self._meta.fields or ()})
