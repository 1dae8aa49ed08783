"""A list of sentences that an editor writes one a line, instead of as JSON."""

from typing import Any

from django import forms
from django.db import models


class LinesInput(forms.CharField):
    """A text area whose value is the list of its lines that are not empty."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value: Any) -> Any:
        """Return the text that shows a list; what somebody has typed stays as it is."""
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # a list where Django's returns text
        """Return the lines without spaces around them, empty ones left out."""
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether the lines differ from those that were shown."""
        return self.to_python(self.prepare_value(initial)) != self.to_python(data)


class LinesField(models.JSONField):
    """A list of sentences, kept as JSON."""

    def formfield(self, **kwargs: Any) -> Any:
        """Return the field of forms: one sentence a line."""
        return models.Field.formfield(self, **{"form_class": LinesInput, **kwargs})

    def deconstruct(self) -> Any:
        """Return the field for migrations as the JSON it is in the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
