"""Questions about schemes."""

from certificates.models import SchemeVersion
from certificates.models.schemes import SchemeVersionQuerySet
from certificates.rules.requirements import Kind


def current_versions() -> SchemeVersionQuerySet:
    """Return the newest published version of every scheme, lowest level first."""
    return SchemeVersion.objects.current()


def references(kind: str) -> set[str]:
    """Return every reference of that kind that a published scheme names; raise ValueError for no kind."""
    wanted = Kind(kind)
    published = SchemeVersion.objects.filter(published_at__isnull=False)
    return {
        need.reference
        for version in published
        for need in version.needs()
        if need.kind == wanted and need.reference
    }
