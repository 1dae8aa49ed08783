"""From points to released results."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _, ngettext

from accounts import audit
from accounts.background import nudge
from accounts.letters import send_letter
from accounts.models import User
from certificates import api as certificates
from exams.models import (
    Attempt,
    AutoScore,
    FormItem,
    Mark,
    Result,
    ResultNotice,
    Script,
    Sitting,
)
from exams.rules.blueprints import Part
from exams.rules.results import Outcome, PartScore, outcome
from exams.services.closing import close_overdue
from exams.services.problems import Refused


AT_A_TIME = 50


def release_obstacle(*, sitting: Sitting, at: datetime) -> str | None:
    """Return the sentence that says why the results cannot be released yet, None when they can."""
    if sitting.released_at:
        return _("The results of this sitting are released.")
    if at < sitting.closes_at:
        return _("The sitting is not over yet.")
    if sitting.attempts.filter(closed_at=None, deadline__gt=at).exists():
        return _("A candidate with extra time is still working.")
    unmarked = Script.objects.filter(attempt__sitting=sitting, marked_at=None).count()
    if unmarked:
        return ngettext(
            "%(number)s script is not marked yet.",
            "%(number)s scripts are not marked yet.",
            unmarked,
        ) % {"number": unmarked}
    if not sitting.attempts.exists():
        return _("Nobody took this sitting.")
    return None


def _highest(sitting: Sitting) -> dict[Part, Decimal]:
    highest: dict[Part, Decimal] = defaultdict(Decimal)
    for item in FormItem.objects.filter(form=sitting.form_id).select_related("version__item"):
        highest[item.part] += item.points
    return highest


def _outcomes(sitting: Sitting) -> dict[int, Outcome]:
    exam, highest = sitting.form.exam, _highest(sitting)
    by_key: dict[int, Decimal] = defaultdict(Decimal)
    by_people: dict[int, Decimal] = defaultdict(Decimal)
    for attempt, points in AutoScore.objects.filter(attempt__sitting=sitting).values_list(
        "attempt", "points"
    ):
        by_key[attempt] += points
    for attempt, marked in Script.objects.filter(attempt__sitting=sitting).values_list(
        "attempt", "points"
    ):
        by_people[attempt] += marked or 0
    return {
        attempt: outcome(
            knowledge=PartScore(by_key[attempt], highest[Part.KNOWLEDGE]),
            essay=PartScore(by_people[attempt], highest[Part.ESSAY]),
            pass_percent=exam.pass_percent,
            part_percent=exam.part_percent,
        )
        for attempt in sitting.attempts.values_list("pk", flat=True)
    }


def _freeze(sitting: Sitting, officer: User, at: datetime) -> list[Result]:
    results = Result.objects.bulk_create(
        Result(
            attempt_id=attempt,
            knowledge_points=found.knowledge.points,
            knowledge_highest=found.knowledge.highest,
            essay_points=found.essay.points,
            essay_highest=found.essay.highest,
            percent=found.percent,
            passed=found.passed,
            released_at=at,
            released_by=officer,
        )
        for attempt, found in _outcomes(sitting).items()
    )
    ResultNotice.objects.bulk_create(ResultNotice(result=result) for result in results)
    return results


def _hand_over(sitting: Sitting) -> None:
    """Give the register the evidence of those who passed, with everybody who marked them."""
    exam = sitting.form.exam
    markers: dict[int, list[User]] = defaultdict(list)
    marks = Mark.objects.filter(script__attempt__sitting=sitting).exclude(submitted_at=None)
    for mark in marks.select_related("examiner", "script"):
        markers[mark.script.attempt_id].append(mark.examiner)
    passed = Attempt.objects.filter(sitting=sitting, result__passed=True)
    for attempt in passed.select_related("candidate", "result"):
        certificates.record_evidence(
            person=attempt.candidate,
            kind="exam",
            reference=exam.code,
            value=attempt.result.percent,
            title_vi=f"{exam.title_vi} ({sitting.title_vi})",
            title_en=f"{exam.title_en} ({sitting.title_en})",
            obtained_on=localdate(attempt.closed_at),
            source_key=f"exam:{attempt.public_id}",
            examined_by=markers[attempt.pk],
        )


@transaction.atomic
def release_results(*, sitting: Sitting, officer: User, at: datetime) -> list[Result]:
    """
    Freeze and release the results of everybody who took the sitting, together; return them.

    Whoever passed gets evidence in the register, everybody is owed an e-mail. Releasing twice returns what
    was released. Raises Refused while the sitting runs or a script is unmarked.
    """
    sitting = (
        Sitting.objects.select_for_update(of=("self",), no_key=True)
        .select_related("form__exam")
        .get(pk=sitting.pk)
    )
    if sitting.released_at:
        return list(Result.objects.filter(attempt__sitting=sitting))
    while at >= sitting.closes_at and close_overdue(at=at, sitting=sitting.pk):
        pass
    if obstacle := release_obstacle(sitting=sitting, at=at):
        raise Refused(obstacle)
    results = _freeze(sitting, officer, at)
    _hand_over(sitting)
    sitting.released_at, sitting.released_by = at, officer
    sitting.save(update_fields=["released_at", "released_by"])
    audit.record(
        actor=officer,
        action="sitting.released",
        subject=sitting.code,
        detail={"results": len(results), "passed": sum(result.passed for result in results)},
        at=at,
    )
    nudge("exams.send_result_notices")
    return results


def _send(notice: ResultNotice) -> None:
    attempt = notice.result.attempt
    candidate = attempt.candidate
    with translation.override(candidate.language):
        path = reverse("exams:result", kwargs={"public_id": attempt.public_id})
        context = {
            "candidate": candidate,
            "attempt": attempt,
            "sitting": attempt.sitting,
            "exam": attempt.sitting.form.exam,
            "url": f"{settings.SITE_URL}{path}",
        }
        send_letter(
            subject=_("Your result: %(exam)s") % {"exam": attempt.sitting.form.exam.title},
            text=render_to_string("exams/mail/result.txt", context),
            to=candidate.email,
        )


@transaction.atomic
def _send_one(pk: int, at: datetime) -> None:
    notice = (
        ResultNotice.objects.select_for_update(of=("self",))
        .select_related("result__attempt__candidate", "result__attempt__sitting__form__exam")
        .get(pk=pk)
    )
    if notice.sent_at is None:
        _send(notice)
        notice.sent_at = at
        notice.save(update_fields=["sent_at"])


def send_result_notices(*, at: datetime) -> int:
    """
    Send the e-mails that are still owed and return how many there were.

    Each in its own transaction, marked as sent after the mail server took it: a crash in between sends one
    letter twice, never none.
    """
    owed = list(
        ResultNotice.objects.filter(sent_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)[:AT_A_TIME]
    )
    for pk in owed:
        _send_one(pk, at)
    return len(owed)
