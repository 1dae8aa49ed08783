"""Walks the URLconf."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    route: str
    name: str
    view: object
    converters: tuple[tuple[str, str], ...]


# Whole branches that belong to a library, each with the reason why its own policy is enough.
FOREIGN = {
    "accounts/": "allauth: sign-in, sign-up and what a signed-in person does to the own account",
    "cms/": "Wagtail's admin: asks its own permissions on every view, for signed-in editors only",
    "documents/": "Wagtail's documents: public files, private ones by its collection rules",
    "_util/": "Wagtail's password pages for private sections",
    "api/v1/": "django-ninja: public reading; each operation is guarded in certificates/rest.py",
    "media/": "Django's static view, only in debug mode",
}


def addresses():
    """Yield every address that is ours to guard."""
    for address in _walk(get_resolver(), "", (), ""):
        plain = address.route.removeprefix("^").removeprefix("en/")
        if not plain.startswith(tuple(FOREIGN)):
            yield address


def _walk(resolver, prefix, converters, namespace):
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        found = (
            *converters,
            *((name, type(c).__name__) for name, c in entry.pattern.converters.items()),
        )
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace]))
            yield from _walk(entry, route, found, inner)
        elif isinstance(entry, URLPattern):
            yield Address(
                route, ":".join(filter(None, [namespace, entry.name])), entry.callback, found
            )
