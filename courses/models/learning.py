"""A course as a thing people enrol in, and the records of their learning."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class Level(models.TextChoices):
    """How deep a course goes."""

    FOUNDATION = "foundation", _("Foundation")
    PRACTITIONER = "practitioner", _("Practitioner")
    ADVANCED = "advanced", _("Advanced")


class Course(models.Model):
    """What a person enrols in; its pages in two languages tell about it."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1)
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)

    class Meta:
        ordering = ["code"]
        constraints = [models.CheckConstraint(condition=Q(hours__gt=0), name="course_has_hours")]

    def __str__(self) -> str:
        return self.code

    def instructors_on(self, day: date) -> models.QuerySet[User]:
        """Return the people who taught the course on that day."""
        held = CourseInstructor.objects.filter(
            Q(until=None) | Q(until__gte=day), course=self, since__lte=day
        )
        return User.objects.filter(pk__in=held.values("person")).order_by("name_sort_key")


class CourseInstructor(models.Model):
    """Who teaches a course, from when to when; the register asks this before it lets anyone decide."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="teaching")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="teaching")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "person", "since"], name="instructor_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="teaching_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course} · {self.person}"


class EnrolmentState(models.TextChoices):
    """Where an enrolment stands."""

    ACTIVE = "active", _("Under way")
    COMPLETED = "completed", _("Completed")
    LEFT = "left", _("Left")


class Enrolment(models.Model):
    """A person in a course, once."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="enrolments")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="enrolments")
    state = models.CharField(
        max_length=12, choices=EnrolmentState.choices, default=EnrolmentState.ACTIVE
    )
    enrolled_at = models.DateTimeField()
    last_lesson = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-enrolled_at"]
        constraints = [models.UniqueConstraint(fields=["person", "course"], name="enrolled_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.course}"

    @property
    def is_under_way(self) -> bool:
        """Whether the person still learns here: neither completed nor left."""
        return self.state == EnrolmentState.ACTIVE


class LessonProgress(models.Model):
    """A lesson that a person has marked as read. The key is the same in every language."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="progress")
    lesson_key = models.UUIDField()
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "lesson_key"], name="lesson_read_once")
        ]

    def __str__(self) -> str:
        return f"{self.enrolment} · {self.lesson_key}"


class CheckAnswer(models.Model):
    """The newest answer to a knowledge check, and whether it was ever right."""

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="check_answers"
    )
    lesson_key = models.UUIDField()
    question = models.CharField(max_length=20)
    response = models.JSONField()
    points = models.DecimalField(max_digits=5, decimal_places=2)
    is_right = models.BooleanField()
    ever_right = models.BooleanField()
    tries = models.PositiveIntegerField(default=1)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "lesson_key", "question"], name="check_answered_once"
            ),
            models.CheckConstraint(
                condition=Q(is_right=False) | Q(ever_right=True), name="right_means_ever_right"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment} · {self.question}"


class Completion(models.Model):
    """A finished course: the hours that count. Append-only by trigger."""

    enrolment = models.OneToOneField(
        Enrolment, on_delete=models.PROTECT, related_name="completion"
    )
    completed_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)

    def __str__(self) -> str:
        return f"{self.enrolment} · {self.completed_on}"
