"""What a lesson is made of: the site's blocks, and the knowledge check."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy as _
from wagtail import blocks

from cms.blocks import BodyBlock
from exams.api import UnknownQuestion, practice_question


class CheckBlock(blocks.CharBlock):
    """A question of the practice pool, answered inside the lesson; its value is the question's code."""

    def clean(self, value: Any) -> Any:
        """Return the code; raise ValidationError if it is not in the practice pool."""
        code = super().clean(value)
        try:
            practice_question(code, "vi")
        except UnknownQuestion:
            raise ValidationError(
                gettext("There is no such question in the practice pool.")
            ) from None
        return code

    class Meta:
        icon = "help"
        label = _("Knowledge check")


class LessonBlock(BodyBlock):
    """Everything that may stand in a lesson."""

    check = CheckBlock(max_length=20, help_text=_("A code from the practice pool, such as Q013."))
