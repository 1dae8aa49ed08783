"""Sittings and attempts in the states that tests speak of."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from django.urls import reverse
from django.utils import translation

from exams import api
from exams.models import Attempt, Script, Sitting
from exams.services.answers import Change, save_answers
from exams.services.closing import hand_in
from exams.services.sittings import start_attempt
from tests import cast


OPENS = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
CLOSES = OPENS + timedelta(hours=4)
DURING = OPENS + timedelta(minutes=30)
AFTER = CLOSES + timedelta(hours=1)
ESSAYS = {
    "Q036": "Trạm 3 vượt takt time 15 giây, là điểm nghẽn của chuyền.",
    "Q051": "Điểm không phù hợp thứ nhất liên quan đến kiểm soát tài liệu.",
}


def open_sitting(form, *, code="2026-11A", opens_at=OPENS, closes_at=CLOSES) -> Sitting:
    return api.create_sitting(
        code=code,
        form=form,
        title_vi=f"Kỳ thi tháng 11/2026 ({code})",
        title_en=f"Sitting of November 2026 ({code})",
        number_prefix="HN",
        opens_at=opens_at,
        closes_at=closes_at,
    )


def finished_attempt(sitting, candidate=None, *, skill=1.0, essays=ESSAYS, seed=1):
    return api.record_attempt(
        sitting=sitting,
        candidate=candidate or cast.trainee(),
        answers=api.made_up_answers(
            form=sitting.form,
            skill=skill,
            essays=essays,
            random=Random(seed),  # noqa: S311 - made-up answers, no secret
        ),
        started_at=sitting.opens_at,
        handed_in_at=sitting.opens_at + timedelta(minutes=60),
    )


def marked_attempt(sitting, examiner, candidate=None, *, skill=1.0, share="1", **kwargs):
    attempt = finished_attempt(sitting, candidate, skill=skill, **kwargs)
    api.mark_scripts(
        attempt=attempt,
        examiner=examiner,
        share=Decimal(share),
        comment="Lập luận chặt.",
        at=AFTER,
    )
    return attempt


def address(name, kwargs=None):
    """The Vietnamese address, also after a request in English."""
    with translation.override("vi"):
        return reverse(name, kwargs=kwargs)


def script_to_mark(sitting):
    """A script alone, without the answers behind it."""
    attempt = Attempt.objects.create(
        sitting=sitting,
        candidate=cast.trainee(),
        number=sitting.attempts.count() + 1,
        started_at=sitting.opens_at,
        deadline=sitting.closes_at,
        closed_at=sitting.closes_at,
        closed_by="deadline",
    )
    essay = sitting.form.items.get(position=25)
    return Script.objects.create(attempt=attempt, form_item=essay, text="Bài viết.")


def change(position, response, *, seq=1, flagged=False):
    return Change(seq=seq, position=position, response=response, flagged=flagged)


__all__ = [
    "AFTER",
    "CLOSES",
    "DURING",
    "OPENS",
    "address",
    "change",
    "finished_attempt",
    "hand_in",
    "marked_attempt",
    "open_sitting",
    "save_answers",
    "script_to_mark",
    "start_attempt",
]
