"""What can stand in the way of a change, each with a sentence for people."""

from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):  # noqa: N818 - it names what happened
    """A change that is not allowed now; its text is a sentence for the person who asked."""

    def __init__(self, sentence: "str | Promise") -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


# What the database's constraints and triggers say by their names.
SENTENCES = {
    "exam_form_sealed": _("This paper is sealed: nothing in it can change."),
    "exam_question_sealed": _("This paper is sealed: nothing in it can change."),
    "exam_event_after_close": _("This attempt is closed: no more answers are taken."),
    "exam_answer_insert_after_close": _("This attempt is closed: no more answers are taken."),
    "exam_answer_update_after_close": _("This attempt is closed: no more answers are taken."),
    "exam_mark_own": _("Nobody marks their own script."),
    "exam_mark_released": _("The results are released: marks can no longer change."),
    "exam_script_released": _("The results are released: marks can no longer change."),
}


def sentence_for(error: IntegrityError) -> Refused:
    """Return the refusal that a named violation stands for; re-raise an error without a name of ours."""
    for name, sentence in SENTENCES.items():
        if name in str(error):
            return Refused(sentence)
    raise error
