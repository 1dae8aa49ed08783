"""Files that people bring, as forms take them: checked on arrival, refused in words that say what helps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.documents.uploads import Checked, UploadRefused, checked
from certificates.models import FileAbout
from certificates.rules.files import MOST_BYTES
from certificates.services.files import Brought


REFUSALS = {
    "empty": _("The file is empty. Choose another one."),
    "oversized": _("The file is larger than 10 MB. Scan it again with fewer dots per inch."),
    "unknown": _("Only PDF, JPEG and PNG are taken. Save the document as PDF and send that."),
    "encrypted": _(
        "The PDF is locked with a password. Save it without one, so that the officer can read it."
    ),
    "active": _("The PDF holds a program or a form that acts. Print it to PDF and send that one."),
    "enclosing": _("There is another file inside the PDF. Print it to PDF and send that one."),
    "two_in_one": _(
        "There is something behind the end of the PDF. Print it to PDF and send that."
    ),
    "bomb": _(
        "The file unpacks to far more than a document holds. Scan it again with less detail."
    ),
    "too_complex": _("The PDF is too long or too involved to check. Send the pages that matter."),
    "unreadable": _("The file is damaged and cannot be read. Scan it again or print it to PDF."),
}
HINT = _(
    "PDF, JPEG or PNG, 10 MB at most. Never a picture of an identity card: it is not needed and must not be kept."
)


class CheckedFileField(forms.FileField):
    """A field that gives what was brought: a checked file with its name."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HINT)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return what was brought, or None; raise ValidationError in words for a file that is not taken."""
        try:
            upload = super().clean(data, initial)
        except forms.ValidationError as problem:
            if getattr(problem, "code", "") == "empty":
                raise forms.ValidationError(REFUSALS["empty"], code="empty") from problem
            raise
        return Brought(upload.name, _checked(upload.read(MOST_BYTES + 1))) if upload else None


def _checked(content: bytes) -> Checked:
    try:
        return checked(content)
    except UploadRefused as problem:
        raise forms.ValidationError(REFUSALS[problem.code], code=problem.code) from problem


class EvidenceForm(forms.Form):
    """One file, and what it shows. It stands inside the form of an application that can go without."""

    use_required_attribute = False
    tep = CheckedFileField(label=_("File"))
    chung_minh = forms.ChoiceField(
        label=_("What it shows"),
        choices=[
            ("", _("Choose")),
            *(each for each in FileAbout.choices if each[0] != FileAbout.ACTIVITY),
        ],
    )
