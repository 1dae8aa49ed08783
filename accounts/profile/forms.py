"""Forms about the person who fills them in."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import SignupDetails
from accounts.holds import name_is_on_record
from accounts.models import (
    Membership,
    Notice,
    Organisation,
    OrganisationKind as Kind,
    Province,
    User,
)


# ITU E.164: at most 15 digits; numbers written in the Vietnamese way begin with 0.
PHONE = re.compile(r"\+[1-9]\d{7,14}")


class ProfileForm(SignupDetails):
    """The person's own facts; the name is shown and not asked once something carries it."""

    phone = forms.CharField(
        label=_("Phone number"), max_length=20, required=False,
        help_text=_("Only for questions about an application or a sitting. Never shown to others."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    province = forms.ModelChoiceField(
        Province.objects.all(), label=_("Province or city"), required=False
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("vi", "Tiếng Việt"), ("en", "English")],
        help_text=_("Of our letters, and of the pages after you sign in."),
    )  # fmt: skip
    notices = forms.MultipleChoiceField(
        label=_("Letters that you want"), choices=Notice.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Codes, results and decisions always come: they are part of your rights."),
    )  # fmt: skip
    field_order: Iterable[str] | None = (
        "full_name",
        "phone",
        "province",
        "language",
        "notices",
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "full_name": person.full_name, "phone": person.phone, "province": person.province_id,
            "language": person.language, "notices": [each for each in Notice.values if each not in person.muted],
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        if name_is_on_record(person):
            del self.fields["full_name"]

    def clean_phone(self) -> str:
        """Return the number as +84…; refuse what no telephone has."""
        typed = re.sub(r"[\s.()-]", "", self.cleaned_data["phone"])
        number = "+84" + typed[1:] if typed.startswith("0") else typed
        if number and not PHONE.fullmatch(number):
            raise forms.ValidationError(_("Write the number with its digits, as 0912 345 678."))
        return number


class MembershipForm(forms.ModelForm[Membership]):
    """A time with an organisation."""

    class Meta:
        model = Membership
        fields = ("organisation", "since", "until")
        labels = {"organisation": _("Organisation"), "since": _("Since"), "until": _("Until")}
        help_texts = {"until": _("Leave empty while you are there.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day = {"type": "date"}
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput(attrs=day, format="%Y-%m-%d")
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker what Meta says
        field.choices = organisation_choices()

    def clean(self) -> dict[str, Any]:
        """Refuse a time that ends before it begins."""
        said = super().clean() or self.cleaned_data
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("This is before the first day."))
        return said


def organisation_choices() -> list[Any]:
    """Return the organisations grouped by kind, for a list to choose from; one query."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for body in Organisation.objects.all():
        groups.setdefault(str(Kind(body.kind).label), []).append((body.pk, body.name_vi))
    return [("", "---------"), *groups.items()]
