"""The guide to the public API: a page of ours, written from the OpenAPI document, with nothing of anybody else's."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, gettext_lazy

from accounts.guards import reads, requires
from accounts.roles import anyone
from config.api import api


Node = dict[str, Any]
ASKED_BY: Final = ("get", "post", "put", "patch", "delete")
FORM: Final = "multipart/form-data"
SHAPES: Final = "#/components/schemas/"
KINDS: Final = {
    "string": gettext_lazy("text"),
    "integer": gettext_lazy("whole number"),
    "number": gettext_lazy("decimal number"),
    "boolean": gettext_lazy("true or false"),
    "object": gettext_lazy("names with values"),
    "binary": gettext_lazy("a file (written @path)"),
    "date": gettext_lazy("date (YYYY-MM-DD)"),
    "date-time": gettext_lazy("date and time (ISO 8601)"),
    "null": "null",
}
ANSWERED: Final = {
    HTTPStatus.OK: gettext_lazy("The answer"),
    HTTPStatus.CREATED: gettext_lazy("It was made"),
    HTTPStatus.ACCEPTED: gettext_lazy("Accepted; the answer comes later"),
    HTTPStatus.NO_CONTENT: gettext_lazy("Done, nothing to say"),
    HTTPStatus.BAD_REQUEST: gettext_lazy("The question cannot be understood"),
    HTTPStatus.UNAUTHORIZED: gettext_lazy("No token, or one that does not count"),
    HTTPStatus.FORBIDDEN: gettext_lazy("The token does not allow this"),
    HTTPStatus.NOT_FOUND: gettext_lazy("There is no such thing"),
    HTTPStatus.CONFLICT: gettext_lazy("It contradicts what stands"),
    HTTPStatus.UNPROCESSABLE_ENTITY: gettext_lazy("A value is wrong"),
    HTTPStatus.TOO_MANY_REQUESTS: gettext_lazy("Too many questions; ask again later"),
}


@dataclass(frozen=True)
class Value:
    """One value that is asked for or answered: its name, its kind in words, the shape it has if it is one."""

    name: str
    kind: str
    shape: str
    required: bool
    note: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer of an operation: its status, what that means, and the shape of what comes."""

    status: str
    words: str
    shape: str


@dataclass(frozen=True)
class Operation:
    """One thing that a program can ask."""

    key: str
    method: str
    path: str
    summary: str
    paragraphs: list[str]
    values: list[Value]
    body: str
    answers: list[Answer]
    secured: bool
    form: tuple[str, ...] = ()

    @property
    def example(self) -> str:
        """A command that asks it; what stands in curly brackets is to be filled in."""
        method = "" if self.method == "GET" else f"-X {self.method} "
        token = "-H 'Authorization: Bearer {token}' " if self.secured else ""
        body = "-H 'Content-Type: application/json' -d @body.json " if self.body else ""
        form = "".join(f"-F '{name}={{{name}}}' " for name in self.form)
        return f"curl {method}{token}{body}{form}'{settings.SITE_URL}{self.path}'"


@dataclass(frozen=True)
class Shape:
    """A named group of values that answers are made of."""

    name: str
    note: str
    values: list[Value]


def kind_of(node: Node) -> str:
    """Return what a value is, in words: "date", "list of EventFacts", "text or null"."""
    if "$ref" in node:
        return shape_of(node)
    either = node.get("anyOf") or node.get("oneOf") or node.get("allOf")
    if either:
        return _(" or ").join(kind_of(each) for each in either)
    if node.get("type") == "array":
        return _("list of %(kind)s") % {"kind": kind_of(node.get("items", {}))}
    if "enum" in node:
        return _(" or ").join(map(str, node["enum"]))
    known = KINDS.get(node.get("format", "")) or KINDS.get(node.get("type", ""))
    return str(known or _("any value"))


def shape_of(node: Node) -> str:
    """Return the name of the shape that a value has, or whose list or choice it is; empty if none."""
    if "$ref" in node:
        return str(node["$ref"]).removeprefix(SHAPES)
    inside = [node.get("items", {}), *node.get("anyOf", ()), *node.get("allOf", ())]
    return next(filter(None, (shape_of(each) for each in inside if each)), "")


def operations(document: Node) -> Iterator[Operation]:
    """Yield what can be asked, in the order of the document."""
    for path, item in document["paths"].items():
        for method in ASKED_BY:
            if facts := item.get(method):
                yield _operation(path, method, facts)


def shapes(document: Node) -> Iterator[Shape]:
    """Yield the named groups of values in alphabetical order."""
    for name, node in sorted(document.get("components", {}).get("schemas", {}).items()):
        required = node.get("required", [])
        values = [
            _value(each, facts, required=each in required)
            for each, facts in node.get("properties", {}).items()
        ]
        yield Shape(name, node.get("description", ""), values)


def _operation(path: str, method: str, facts: Node) -> Operation:
    asked = [
        _value(each["name"], each["schema"], required=each.get("required", False))
        for each in facts.get("parameters", ())
    ]
    form = facts.get("requestBody", {}).get("content", {}).get(FORM, {}).get("schema", {})
    sent = form.get("properties", {})
    asked += [
        _value(name, node, required=name in form.get("required", ()))
        for name, node in sent.items()
    ]
    return Operation(
        key=facts["operationId"],
        method=method.upper(),
        path=path,
        summary=facts.get("summary", ""),
        paragraphs=[" ".join(each.split()) for each in facts.get("description", "").split("\n\n")],
        values=asked,
        body=_content(facts.get("requestBody", {})),
        answers=[_answer(status, each) for status, each in facts["responses"].items()],
        secured=bool(facts.get("security")),
        form=tuple(sent),
    )


def _value(name: str, node: Node, *, required: bool) -> Value:
    return Value(name, kind_of(node), shape_of(node), required, node.get("description", ""))


def _answer(status: Any, facts: Node) -> Answer:
    words = ANSWERED.get(HTTPStatus(int(status)), facts.get("description", ""))
    return Answer(str(status), str(words), _content(facts))


def _content(facts: Node) -> str:
    return next(
        (shape_of(each.get("schema", {})) for each in facts.get("content", {}).values()), ""
    )


@reads
@requires(anyone)
def guide(request: HttpRequest) -> HttpResponse:
    """Show what programs can ask, with every value and an example of each."""
    document = api.get_openapi_schema()
    context = {
        "about": document["info"],
        "operations": list(operations(document)),
        "shapes": list(shapes(document)),
    }
    return render(request, "api_guide.html", context)


@reads
@requires(anyone)
def old_guide(request: HttpRequest) -> HttpResponse:
    """Lead from where the guide is looked for, beside the API, to the page in the reader's language."""
    return redirect("api_guide")
