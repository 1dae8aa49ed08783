"""What may be uploaded for the public: told by its content, not by its name."""

import zipfile
from typing import IO, Any, Final

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm


LARGEST: Final = 20 * 1024 * 1024
# A member that a package of each format always has (ECMA-376 part 2; OpenDocument 1.3 part 2).
MEMBERS: Final = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}
ODT: Final = b"application/vnd.oasis.opendocument.text"


def format_of(file: IO[bytes]) -> str:
    """Return the format that the bytes themselves show: pdf, docx, xlsx or odt; empty for anything else."""
    file.seek(0)
    head = file.read(5)
    file.seek(0)
    if head == b"%PDF-":
        return "pdf"
    try:
        with zipfile.ZipFile(file) as package:
            return _format_of_package(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return ""
    finally:
        file.seek(0)


def _format_of_package(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    found = next((kind for kind, member in MEMBERS.items() if member in names), "")
    if found != "odt":
        return found
    stated = "mimetype" in names and package.getinfo("mimetype").file_size == len(ODT)
    return "odt" if stated and package.read("mimetype") == ODT else ""


class DocumentForm(BaseDocumentForm):
    """The form with which editors put up a file."""

    def clean_file(self) -> Any:
        """Return the file; raise ValidationError if it is too large or not what its name says."""
        file = self.cleaned_data.get("file")
        if not file or "file" not in self.changed_data:
            return file
        if file.size > LARGEST:
            raise ValidationError(
                _("The file is larger than %(size)s.") % {"size": filesizeformat(LARGEST)}
            )
        if format_of(file) != file.name.rpartition(".")[2].lower():
            raise ValidationError(
                _("The content is not what the name says. PDF, DOCX, XLSX and ODT may be put up.")
            )
        return file
