"""What people write around meetings of the council."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _, ngettext

from accounts.models import Organisation, User
from certificates.models import AgendaLine, InterestKind
from certificates.rules.decisions import Outcome
from certificates.services.meetings import Call
from certificates.services.votes import Said


LONGEST = 2000


class _People(forms.ModelChoiceField[User]):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.full_name)


class _ManyPeople(forms.ModelMultipleChoiceField[User]):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.full_name)


class CallForm(forms.Form):
    """When and where a meeting is held, who chairs it, and who is invited."""

    held_at = forms.DateTimeField(
        label=_("Day and time"),
        help_text=_("dd/mm/yyyy hh:mm"),
        input_formats=["%d/%m/%Y %H:%M"],
        widget=forms.DateTimeInput(
            format="%d/%m/%Y %H:%M", attrs={"autocomplete": "off", "size": 18}
        ),
    )
    place = forms.CharField(label=_("Place"), max_length=160)
    chair = _People(label=_("Chair"), queryset=User.objects.none())
    members = _ManyPeople(
        label=_("Members invited"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, council: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chair", "members"):
            self.fields[name].queryset = council  # type: ignore[attr-defined]
        self.fields["chair"].empty_label = _("Choose")  # type: ignore[attr-defined]
        self.fields["members"].help_text = ngettext(
            "At least %(count)d vote of members without any tie is needed for each application (a proposal of this platform).",
            "At least %(count)d votes of members without any tie are needed for each application (a proposal of this platform).",
            settings.COUNCIL_QUORUM,
        ) % {"count": settings.COUNCIL_QUORUM}

    def call(self) -> Call:
        """Return what the meeting is called for."""
        clean = self.cleaned_data
        return Call(clean["held_at"], clean["place"], clean["chair"], list(clean["members"]))


class MinutesForm(forms.Form):
    """The minutes with which the chair concludes a meeting."""

    minutes = forms.CharField(
        label=_("Minutes"),
        max_length=20_000,
        help_text=_(
            "Who was present and how each vote went is kept by itself; write down what was discussed."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class RefusalForm(forms.Form):
    """Why an application that could not be carried out is refused."""

    reason = forms.CharField(
        label=_("Reason for the refusal"),
        max_length=LONGEST,
        help_text=_("The applicant reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InterestForm(forms.Form):
    """A standing tie of one's own, to an organisation or to a person."""

    kind = forms.ChoiceField(
        label=_("Kind of tie"), choices=[("", _("Choose")), *InterestKind.choices]
    )
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.all(),
        required=False,
        empty_label=_("None, it is about a person"),
    )
    email = forms.EmailField(
        label=_("E-mail address of the person"),
        required=False,
        help_text=_("Only if it is about a person, who must have an account here."),
    )
    note = forms.CharField(
        label=_("What the tie is"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    since = forms.DateField(
        label=_("Since"),
        help_text=_("dd/mm/yyyy"),
        widget=forms.DateInput(attrs={"autocomplete": "off", "size": 10}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one, an organisation or a person, and find it."""
        cleaned = super().clean() or self.cleaned_data
        place, email = cleaned.get("organisation"), cleaned.get("email")
        if bool(place) == bool(email):
            raise forms.ValidationError(_("Name either an organisation or a person."))
        about = place or User.objects.filter(email__iexact=email).first()
        if about is None:
            self.add_error("email", _("Nobody here has this address."))
        return cleaned | {"about": about}


def stated_in(post: Any, lines: Iterable[AgendaLine]) -> dict[int, str]:
    """Return the reasons of the conflicts that a form states, by the key of the line."""
    return {
        line.pk: (post.get(f"reason-{line.position}") or "").strip()[:LONGEST]
        for line in lines
        if post.get(f"conflict-{line.position}") or post.get(f"vote-{line.position}") == "conflict"
    }


def voted_in(post: Any, lines: Iterable[AgendaLine]) -> dict[int, Said]:
    """Return the votes that a form casts, by the key of the line; a line without one is left out."""
    every = post.get("rest", "")
    found = {}
    for line in lines:
        said = post.get(f"vote-{line.position}") or every
        if said in list(Outcome):
            reason = (post.get(f"reason-{line.position}") or "").strip()[:LONGEST]
            found[line.pk] = (Outcome(said), reason)
    return found
