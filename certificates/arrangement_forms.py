"""Requests for special arrangements, and what an officer decides."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.file_forms import CheckedFileField
from certificates.models import Arrangement, ArrangementKind
from certificates.rules.arrangements import PERCENTS


class ArrangementForm(forms.Form):
    """What is needed, why, and a proof if there is one."""

    kind = forms.ChoiceField(
        label=_("What you need"), choices=[("", _("Choose")), *ArrangementKind.choices]
    )
    reason = forms.CharField(
        label=_("Why you need it"),
        max_length=1000,
        help_text=_(
            "As much as an officer needs to decide. Only officers read it, and it is deleted 120 days after the decision."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    proof = CheckedFileField(label=_("Proof, if you have one"), required=False)


class ArrangementDecisionForm(forms.Form):
    """Granted or declined, how much time, and the words to the person."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[("grant", _("Grant it")), ("decline", _("Decline it"))],
        widget=forms.RadioSelect,
    )
    extra_percent = forms.ChoiceField(
        label=_("Extra time"),
        required=False,
        choices=[("", _("No extra time")), *((each, f"+{each} %") for each in PERCENTS)],
        help_text=_("It counts by itself in every exam that the person starts from now on."),
    )
    answer = forms.CharField(
        label=_("Words to the person"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, arrangement: Arrangement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if arrangement.kind != ArrangementKind.EXTRA_TIME:
            del self.fields["extra_percent"]
