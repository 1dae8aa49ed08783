"""The door to learning for what stands above: loading the written courses, and learning of the past."""

from courses.content import ContentError, load_courses
from courses.services.history import complete_course, learn


__all__ = ["ContentError", "complete_course", "learn", "load_courses"]
