"""The faces of courses: catalogue, course and lesson, each in Vietnamese and, where written, English."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import HOW_TO_BUILD
from cms.lines import LinesField
from cms.models import SitePage
from courses.blocks import LessonBlock
from courses.models.learning import Course


class CourseIndexPage(SitePage):
    """The catalogue."""

    kind_label = _("Courses")

    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["courses.CoursePage"]
    template = "courses/course_index_page.html"

    class Meta:
        verbose_name = _("course catalogue")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the courses that match what the reader asked for."""
        from courses.catalogue import context  # the selectors read these models

        return {**super().get_context(request, *args, **kwargs), **context(self, request)}


class CoursePage(SitePage):
    """A course as the catalogue shows it."""

    kind_label = _("Course")
    search_kind = "khoa-hoc"

    course = models.ForeignKey(
        Course, verbose_name=_("course"), on_delete=models.PROTECT, related_name="+"
    )
    audience = models.TextField(_("for whom"))
    outcomes = LinesField(
        _("outcomes"),
        default=list,
        help_text=_("One a line, each beginning with a verb: what one can do afterwards."),
    )
    loaded_from = models.CharField(max_length=64, blank=True, editable=False)

    parent_page_types = ["courses.CourseIndexPage"]
    subpage_types = ["courses.LessonPage"]
    template = "courses/course_page.html"
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("course", help_text=_("Hours, level and rules of completion come from it.")),
        FieldPanel("audience", help_text=_("Who gains from it, and what one should know before.")),
        FieldPanel("outcomes"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("audience")]

    class Meta:
        verbose_name = _("course")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with lessons, their states for this reader, and the enrolment."""
        from courses.catalogue import course_context  # the selectors read these models

        return {**super().get_context(request, *args, **kwargs), **course_context(self, request)}


class LessonPage(SitePage):
    """One lesson, read like a chapter."""

    kind_label = _("Lesson")
    search_kind = "bai-hoc"

    course_code = models.SlugField(max_length=20, editable=False)
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    body = StreamField(LessonBlock(), verbose_name=_("content"))
    check_codes = models.JSONField(default=list, editable=False)
    loaded_from = models.CharField(max_length=64, blank=True, editable=False)

    parent_page_types = ["courses.CoursePage"]
    subpage_types: list[str] = []
    template = "courses/lesson_page.html"
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("hours", help_text=_("Counted as evidence once the lesson is done: 0,5 to 4.")),
        FieldPanel("body", help_text=HOW_TO_BUILD),
    ]

    class Meta:
        verbose_name = _("lesson")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the codes of the checks beside the body, so that progress never has to parse it."""
        self.check_codes = [block.value for block in self.body if block.block_type == "check"]
        super().save(*args, **kwargs)

    def following(self) -> "LessonPage | None":
        """Return the next live lesson of the course in this language."""
        page = self.get_next_siblings().live().type(LessonPage).first()
        return page.specific if page else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with outline, states, stored answers and neighbours."""
        from courses.catalogue import lesson_context  # the selectors read these models

        return {**super().get_context(request, *args, **kwargs), **lesson_context(self, request)}
