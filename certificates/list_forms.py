"""Lists that agencies send in, made clean."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.documents.sheets import MOST_BYTES, SheetError, is_sheet, table_in
from certificates.rules.lists import Asked, ListProblem, asked, read_table, read_text


REFUSALS = {
    "oversized": _("The file is larger than 5 MB. Send the two columns that are needed only."),
    "bomb": _("The file unpacks to far more than a list holds. It was not opened."),
    "active": _("The file holds a program or another file. Save it as plain .xlsx or CSV."),
    "unreadable": _("The file cannot be read. Save it as .xlsx or CSV and send it again."),
    "encoding": _("The file is no readable text. Save it as CSV in UTF-8, or as .xlsx."),
    "empty": _("There is no line with a number in it."),
    "too_many": _("These are more than 10,000 lines; send them in several lists."),
    "too_wide": _("The list has more than 100 columns; keep those with numbers and names."),
}


class ListForm(forms.Form):
    """Up to 10,000 numbers, pasted or as a file, each with a name if wanted, and the day that is asked about."""

    so = forms.CharField(
        label=_("Certificate numbers"),
        required=False,
        strip=False,
        help_text=_(
            "One a line, at most 10,000. A name after a comma, semicolon or tab is compared with the register."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "class": "input", "spellcheck": "false"}),
    )
    tep = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_(
            "CSV or .xlsx, 5 MB at most. The columns with numbers and names are found by their heads or by what stands in them."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
    )
    ngay = forms.DateField(
        label=_("Status on the day"),
        required=False,
        help_text=_("dd/mm/yyyy; today if left empty."),
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 10}),
    )
    khoa = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"khoa": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        self.asked: list[Asked] = []

    def clean_ngay(self) -> date:
        """Return the day, today unless one is given; refuse one that is still to come."""
        today = timezone.localdate()
        day: date = self.cleaned_data["ngay"] or today
        if day > today:
            raise forms.ValidationError(
                _("The register knows the past, not the future: choose a day up to today.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Read the list; refuse both ways at once, neither, and what cannot be read."""
        cleaned = super().clean() or self.cleaned_data
        upload, pasted = cleaned.get("tep"), cleaned.get("so", "")
        if upload and pasted.strip():
            self.add_error("tep", _("Send the numbers either as text or as a file, not both."))
        elif not upload and not pasted.strip():
            if "tep" not in self.errors:
                self.add_error("so", _("Paste some numbers or choose a file."))
        else:
            self._read(
                "tep" if upload else "so", upload.read(MOST_BYTES + 1) if upload else pasted
            )
        return cleaned

    def _read(self, field: str, sent: bytes | str) -> None:
        try:
            self.asked = asked(table_of(sent))
        except (ListProblem, SheetError) as problem:
            self.add_error(field, REFUSALS[problem.code])

    @property
    def source(self) -> str:
        """The name of the file, if it was one."""
        upload = self.cleaned_data.get("tep")
        return upload.name if upload else ""


class AgainForm(forms.Form):
    """The mark of a form that was sent: sent twice, it is one list."""

    khoa = forms.UUIDField()


def table_of(sent: bytes | str) -> list[tuple[int, list[str]]]:
    """Return the lines of a pasted text or of a file's content; raise ListProblem or SheetError."""
    if isinstance(sent, str):
        return read_table(sent)
    if len(sent) > MOST_BYTES:
        raise SheetError("oversized")
    return table_in(sent) if is_sheet(sent) else read_table(read_text(sent))
