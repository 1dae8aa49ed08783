"""Every address of the site with its guard and its policy, read from the URLconf itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from accounts.guards import View
from accounts.roles import Role


# Whole branches that belong to a library, each with the reason why its own policy is enough.
FOREIGN = {
    "accounts/": "allauth: sign-in, sign-up and what a signed-in person does to the own account",
    "cms/": "Wagtail's admin: asks its own permissions on every view, for signed-in editors only",
    "documents/": "Wagtail's documents: public files, private ones by its collection rules",
    ".well-known/": "allauth: public facts about this site as a provider of identities",
    "identity/": "allauth: clients with their secret, people for themselves after consent",
    "_util/": "Wagtail's password pages for private sections",
    "api/v1/": "django-ninja: public reading, and tokens of agencies; each operation is guarded in certificates/rest/",
    "media/": "Django's static view, only in debug mode",
}
OURS_AMONG_THEM = {"/api/v1/docs", "/cms/components/"}
HEAD = """# Who may open what

Written by `manage.py roles_matrix` from the addresses themselves; a test fails when it is out of date. The
policy decides whether a person comes in at all; views that show one record (an application, an attempt, a
certificate's files) ask in addition whether it is this person's, and answer 404 if it is not. Everyone
signed in is at least a trainee, so what a trainee may, everybody may who is signed in.

"""


@dataclass(frozen=True)
class Address:
    """One address: its route, its name, its view, and the converters of its variables."""

    route: str
    name: str
    view: View
    converters: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        """The address as a person types it, without the language."""
        plain = self.route.removeprefix("^").removeprefix("en/").removesuffix("$")
        return "/" + plain


@dataclass(frozen=True)
class Somebody:
    """A person made of roles alone: all that a policy of an address asks."""

    current_roles: frozenset[Role] = field(default_factory=frozenset)
    is_authenticated: bool = True
    is_active: bool = True


NOBODY = Somebody(is_authenticated=False)


def lets_in(policy: Any, somebody: Somebody) -> bool:
    """Return whether a policy lets in a person of whom only the roles are known."""
    return bool(policy(somebody))


def somebody_who_is(role: Role) -> Somebody:
    """Return a person of one role, who like everyone is a trainee too."""
    return Somebody(frozenset({Role.TRAINEE, role}))


def addresses() -> Iterator[Address]:
    """Yield every address that is ours to guard."""
    for address in _walk(get_resolver(), "", (), ""):
        foreign = address.path.removeprefix("/").startswith(tuple(FOREIGN))
        if not foreign or address.path in OURS_AMONG_THEM:
            yield address


def _walk(
    resolver: URLResolver, prefix: str, converters: tuple[tuple[str, str], ...], namespace: str
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        own = getattr(entry.pattern, "converters", {})
        found = (*converters, *((name, type(each).__name__) for name, each in own.items()))
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace]))
            yield from _walk(entry, route, found, inner)
        elif isinstance(entry, URLPattern):
            name = ":".join(filter(None, [namespace, entry.name]))
            yield Address(route, name, entry.callback, found)


def matrix() -> str:
    """Return the table of addresses, policies and roles as Markdown."""
    roles = [role.value.replace("_", " ") for role in Role]
    lines = [_row("address", "does", "who may", "anyone", *roles), "|" + "---|" * (4 + len(roles))]
    own = sorted({each.path: each for each in addresses()}.items())
    lines += [_line(path, each) for path, each in own]
    foreign = [_row(f"`/{branch}`", reason) for branch, reason in FOREIGN.items()]
    return "\n".join(
        [
            HEAD.rstrip(),
            "",
            *lines,
            "",
            "## Branches that belong to a library",
            "",
            _row("branch", "why its own policy is enough"),
            "|---|---|",
            *foreign,
            "",
        ]
    )


def _line(path: str, address: Address) -> str:
    facts: Any = address.view
    everybody = [NOBODY, *(somebody_who_is(role) for role in Role)]
    allowed = [lets_in(facts.policy, each) for each in everybody]
    sentence = (facts.policy.__doc__ or "").strip()
    return _row(f"`{path}`", facts.guard, sentence, *("●" if yes else "" for yes in allowed))


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
