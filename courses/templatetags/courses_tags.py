"""What other pages may show of courses. One tag, one selector."""

from typing import Any

from django import template
from django.utils.translation import get_language, gettext as _

from accounts.models import User
from cms.topics import topic_figure
from courses import selectors
from courses.models import standing


register = template.Library()


def _language() -> str:
    return (get_language() or "vi")[:2]


@register.inclusion_tag("courses/tags/open_courses.html")
def open_courses(limit: int = 3) -> dict[str, Any]:
    """Show the first courses of the catalogue as cards."""
    pages = selectors.catalogue(_language(), selectors.Filters()) or selectors.catalogue(
        "vi", selectors.Filters()
    )
    return {"courses": pages[:limit], "total": len(pages)}


@register.inclusion_tag("courses/tags/course_card.html")
def course_card(course: Any, heading: str = "h3") -> dict[str, Any]:
    """Show one course as a card."""
    hours = _("%(hours)s hours") % {"hours": standing.plain_hours(course.course.hours)}
    languages = _("Vietnamese, English") if "en" in course.languages else _("Vietnamese only")
    facts = [(_("Length"), hours), (_("Languages"), languages)]
    return {"course": course, "heading": heading, "facts": facts}


@register.inclusion_tag("courses/tags/my_learning.html")
def my_learning(user: User) -> dict[str, Any]:
    """Show a learner's courses, each with its one next step."""
    return {"steps": selectors.my_learning(user, _language())}


@register.simple_tag
def course_drawing(code: str) -> str:
    """Return the line drawing of a course's topic."""
    return topic_figure(code)


register.filter("hours", standing.plain_hours)
