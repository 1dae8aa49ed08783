"""What people write when they ask for a review, complain, or work on either."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.models import Certificate
from certificates.rules.cases import CaseOutcome
from certificates.rules.numbers import squeeze
from certificates.selectors.cases import certificate_by_number
from certificates.services.cases import Lodger, Words


LONGEST = 4000


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ReviewForm(forms.Form):
    """Why a decision should be looked at again, and what is asked for."""

    statement = forms.CharField(
        label=_("What is wrong with the decision"),
        max_length=LONGEST,
        help_text=_("Which fact was overlooked or judged wrongly, and where it can be seen."),
        widget=_area(6),
    )
    wish = forms.CharField(
        label=_("What you ask for"), required=False, max_length=1000, widget=_area(2)
    )

    def words(self, subject: str) -> Words:
        """Return what was written, under a subject."""
        return Words(subject, self.cleaned_data["statement"], self.cleaned_data["wish"])


class ComplaintForm(forms.Form):
    """A complaint of anybody about anybody or anything in certification."""

    subject = forms.CharField(label=_("What it is about"), max_length=160)
    statement = forms.CharField(
        label=_("What happened"),
        max_length=LONGEST,
        help_text=_("When, where, who took part, and how you know."),
        widget=_area(6),
    )
    wish = forms.CharField(
        label=_("What you ask for"), required=False, max_length=1000, widget=_area(2)
    )
    number = forms.CharField(
        label=_("Number of the certificate"),
        required=False,
        max_length=40,
        help_text=_("Only if the complaint is about a certified person."),
    )
    name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_(
            "We write to it once to make sure that it is yours, and then about the complaint only."
        ),
    )
    # Only programs fill in what nobody sees.
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.about: Certificate | None = None
        if user:
            del self.fields["name"], self.fields["email"]

    def clean_number(self) -> str:
        """Return the number in its plain form; refuse one that the register does not know."""
        typed = squeeze(self.cleaned_data["number"])
        if typed:
            self.about = certificate_by_number(typed)
            if self.about is None:
                raise forms.ValidationError(_("The register has no certificate with this number."))
        return typed

    def clean_website(self) -> str:
        """Refuse what only a program fills in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("This looks like a program. Leave the hidden field empty.")
            )
        return ""

    def words(self) -> Words:
        """Return what was written."""
        return Words(*(self.cleaned_data[name] for name in ("subject", "statement", "wish")))

    def lodger(self) -> Lodger:
        """Return who complains."""
        if self.user:
            return Lodger(user=self.user)
        return Lodger(name=self.cleaned_data["name"], email=self.cleaned_data["email"])


class NoteForm(forms.Form):
    """Words about a case, to or from the person who lodged it."""

    note = forms.CharField(label=_("Your words"), max_length=LONGEST, widget=_area(4))


class CaseDecisionForm(forms.Form):
    """How a case ends."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[
            (CaseOutcome.UPHELD.value, _("Upheld")),
            (CaseOutcome.PARTLY.value, _("Upheld in part")),
            (CaseOutcome.NOT_UPHELD.value, _("Not upheld")),
            (CaseOutcome.NOT_ADMISSIBLE.value, _("Not admissible")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        help_text=_(
            "What was looked into, what was found, and what follows. The person who lodged it reads it."
        ),
        widget=_area(6),
    )
