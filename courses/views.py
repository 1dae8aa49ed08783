"""What learners do. The pages they read are Wagtail pages (courses/models/pages.py)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from accounts.guards import AuthenticatedRequest, requires, writes
from accounts.roles import is_signed_in
from courses import selectors, services
from courses.models import Course, Enrolment, LessonPage
from exams.api import UnknownQuestion, practice_response


def _language() -> str:
    return (get_language() or "vi")[:2]


@writes("POST")
@requires(is_signed_in)
def enrol(request: AuthenticatedRequest, code: str) -> HttpResponse:
    """Put the signed-in person into a course and open its first lesson."""
    course = get_object_or_404(Course, code=code)
    enrolment = services.enrol(person=request.user, course=course, at=timezone.now())
    messages.success(request, _("You are enrolled. Begin whenever you like; everything is kept."))
    steps = [
        step
        for step in selectors.my_learning(request.user, _language())
        if step.enrolment == enrolment
    ]
    if steps and steps[0].next_page:
        return redirect(steps[0].next_page.get_url(request))
    page = selectors.page_in(_language(), course)
    return redirect(page.get_url(request) if page else "accounts:mine")


@writes("POST")
@requires(is_signed_in)
def leave(request: AuthenticatedRequest, public_id: UUID) -> HttpResponse:
    """Leave a course; what was learnt stays and enrolling again brings it back."""
    enrolment = get_object_or_404(Enrolment, public_id=public_id, person=request.user)
    services.leave(enrolment=enrolment, at=timezone.now())
    messages.info(
        request, _("You have left the course. If you enrol again you go on where you stopped.")
    )
    return redirect("accounts:mine")


def _lesson_and_enrolment(
    request: AuthenticatedRequest, lesson_key: UUID
) -> tuple[LessonPage, Enrolment]:
    pages = LessonPage.objects.filter(translation_key=lesson_key, live=True).select_related(
        "locale"
    )
    by_language = {page.locale.language_code: page for page in pages}
    lesson = by_language.get(_language()) or by_language.get("vi")
    if lesson is None:
        raise Http404(_("There is no such lesson."))
    enrolment = get_object_or_404(
        Enrolment.objects.select_related("course"),
        person=request.user,
        course__code=lesson.course_code,
    )
    return lesson, enrolment


@writes("POST")
@requires(is_signed_in)
def mark_read(request: AuthenticatedRequest, lesson_key: UUID) -> HttpResponse:
    """Mark a lesson as read and go on to the next one."""
    lesson, enrolment = _lesson_and_enrolment(request, lesson_key)
    try:
        outcome = services.mark_read(enrolment=enrolment, lesson_key=lesson_key, at=timezone.now())
    except services.NotInCourse as problem:
        messages.error(request, str(problem))
        return redirect(lesson.get_url(request))
    if outcome.completed:
        return _congratulate(request, lesson)
    if lesson.check_codes and not _all_right(enrolment, lesson):
        messages.info(
            request, _("The lesson is marked as read. Answer its knowledge check to finish it.")
        )
        return redirect(f"{lesson.get_url(request)}#{lesson.check_codes[0]}")
    following = lesson.following()
    return redirect((following or lesson).get_url(request))


def _all_right(enrolment: Enrolment, lesson: LessonPage) -> bool:
    answers = selectors.answers_of(enrolment, lesson.translation_key)
    return all(code in answers and answers[code].ever_right for code in lesson.check_codes)


def _congratulate(request: AuthenticatedRequest, lesson: LessonPage) -> HttpResponse:
    messages.success(
        request, _("You have completed the course. Its hours are recorded for your application.")
    )
    return redirect(lesson.get_parent().get_url(request))


@writes("POST")
@requires(is_signed_in)
def answer_check(request: AuthenticatedRequest, lesson_key: UUID, question: str) -> HttpResponse:
    """Judge an answer to a knowledge check and go back to it; the lesson shows the feedback."""
    lesson, enrolment = _lesson_and_enrolment(request, lesson_key)
    back = f"{lesson.get_url(request)}#{question}"
    try:
        response = practice_response(question, request.POST)
        if not response:
            messages.error(request, _("Choose or write an answer first."))
            return redirect(back)
        outcome = services.answer_check(
            enrolment=enrolment,
            lesson_key=lesson_key,
            question=question,
            response=response,
            language=_language(),
            at=timezone.now(),
        )
    except UnknownQuestion:
        raise Http404(_("There is no such question.")) from None
    except services.NotInCourse as problem:
        messages.error(request, str(problem))
        return redirect(back)
    return _congratulate(request, lesson) if outcome.completed else redirect(back)
