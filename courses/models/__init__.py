"""Courses, their pages, and what people do in them."""

from courses.models.learning import (
    CheckAnswer,
    Completion,
    Course,
    CourseInstructor,
    Enrolment,
    EnrolmentState,
    LessonProgress,
    Level,
)
from courses.models.pages import CourseIndexPage, CoursePage, LessonPage


__all__ = [
    "CheckAnswer",
    "Completion",
    "Course",
    "CourseIndexPage",
    "CourseInstructor",
    "CoursePage",
    "Enrolment",
    "EnrolmentState",
    "LessonPage",
    "LessonProgress",
    "Level",
]
