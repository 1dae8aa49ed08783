"""
Which tables a shared page may show, and the mark of their present state.

One mark stands for all public tables: any committed write to one of them replaces it, and every page
stored under the mark before is stale at once, in all processes. So no list of "pages to purge" can be
forgotten. Tables that are written all the time and that no shared page shows are named as private: a
page that reads one of them is never stored.
"""

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from uuid import uuid4

from django.core.cache import caches


CACHE = "pages"
KEY = "generation"
PRIVATE = (
    "django_session",
    "django_admin_log",
    "account_*",
    "mfa_*",
    "usersessions_*",
    "socialaccount_*",
    "allauth_*",
    "accounts_audit*",
    "exams_a*",  # attempts, answers, answer events, automatic scores
    "exams_mark*",
    "exams_receipt",
    "exams_result*",
    "exams_script",
    "courses_enrolment",
    "courses_lesson*progress",
    "courses_*response",
    "certificates_*file",
    "certificates_credential",  # signatures and the log prove what pages show; no shared page shows them
    "certificates_checkpoint",
    "certificates_log*",
    "certificates_signing*",
    "certificates_statuslist",
    "wagtailadmin_*",
    "wagtailcore_comment*",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_task*",
    "wagtailcore_workflowstate",
    "wagtailsearch_*",
)
# What Wagtail writes to a page's row when a draft is saved: nothing that a visitor sees.
DRAFT_ONLY = {
    "wagtailcore_page": frozenset(
        {
            "draft_title",
            "has_unpublished_changes",
            "latest_revision_created_at",
            "latest_revision_id",
            "locked",
            "locked_at",
            "locked_by_id",
        }
    )
}
WRITE = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(\w+)"?', re.IGNORECASE)
SET = re.compile(r'"(\w+)" = ')
READ = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_private(table: str) -> bool:
    """Return whether no shared page may show the table."""
    return any(fnmatchcase(table.lower(), pattern) for pattern in PRIVATE)


def changes_a_page(sql: str) -> bool:
    """Return whether a statement writes what a shared page may show."""
    found = WRITE.match(sql)
    if found is None or is_private(found[2]):
        return False
    drafted = DRAFT_ONLY.get(found[2].lower())
    if drafted is None or not found[1].upper().startswith("UPDATE"):
        return True
    return not set(SET.findall(sql.partition(" WHERE ")[0])) <= drafted


def reads_private(sql: str) -> bool:
    """Return whether a statement reads a table that no shared page may show."""
    return any(is_private(table) for table in READ.findall(sql))


def current() -> str:
    """Return the mark of the public tables' present state, made if the cache has lost it."""
    mark = caches[CACHE].get(KEY)
    return str(mark) if mark else renew()


def renew() -> str:
    """Return a new mark, under which no page is stored yet."""
    mark = uuid4().hex
    caches[CACHE].set(KEY, mark, None)
    return mark


def forget() -> None:
    """Make every stored page stale."""
    renew()
