"""Nothing inline, nothing unused, nothing from elsewhere."""

import re

import pytest

from tests.house.test_sizes import ROOT, kept


TEMPLATES = [path for path in kept(".html") if (ROOT / "templates") in path.parents]
SOURCES = "\n".join(
    path.read_text()
    for path in kept(".py", ".html", ".txt", ".yaml")
    if path.name != "test_templates.py"
)
INLINE = re.compile(
    r"<style[\s>]|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)[^>]*>|javascript:", re.IGNORECASE
)
# found by name through a library's convention, not by a reference of ours
CONVENTION = re.compile(
    r"^(allauth/|account/|wagtailadmin/|40\d\.html|500\.html|mfa/|usersessions/|idp/|socialaccount/)"
)
# rendered by WeasyPrint, not by a browser: a PDF page brings its own style sheet; and letters, whose readers
# (mail programs) drop style sheets and know no policy of ours
PAPER = re.compile(r"^(certificates/documents/|mail/)")

# what only its component may draw: the way to a page, the leaves of a list, filters that carry counts
DRAWN = re.compile(r'<nav class="(?:[^"]* )?(?:crumbs|pagination|tabs)(?: [^"]*)?"')
# the gallery shows ways of showing itself, which are no filter
OWN_TABS = {"cms/gallery.html"}


def _name(path):
    return path.relative_to(ROOT / "templates").as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_nothing_stands_inline(path):
    if not PAPER.match(_name(path)):
        assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_nothing_comes_from_another_host(path):
    assert re.findall(r"(?:src|href)=[\"'](?:https?:)?//(?!www\.w3\.org)", path.read_text()) == []


def test_no_template_is_unused():
    page_types = set(re.findall(r"^class (\w+)\(.*Page", SOURCES, re.MULTILINE))
    by_type = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in page_types}
    unused = [
        _name(path)
        for path in TEMPLATES
        if not CONVENTION.match(_name(path))
        and path.stem not in by_type
        and not re.search(rf"[\"']{re.escape(_name(path))}[\"']", SOURCES)
    ]
    assert unused == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_what_is_a_component_is_not_written_by_hand(path):
    name = _name(path)
    if not name.startswith("components/") and name not in OWN_TABS:
        assert DRAWN.findall(path.read_text()) == []
