"""What every template may use: addresses by language, icons, the drum, binding of words."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.defaultfilters import stringfilter
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cms import binding, drum as bronze
from cms.icons import icon_svg
from cms.topics import topic_figure


register = template.Library()

# Each language is named in itself, so that its speakers find it.
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True)
class LanguageLink:
    """One entry of the language switch."""

    code: str
    name: str
    url: str
    current: bool
    real: bool = True
    """Whether this very page stands there, and not a word that it is missing."""


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE).split("-")[0]


def _prefixed(path: str, language: str) -> str:
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@register.simple_tag
def site_path(path: str) -> str:
    """Return the path of a page in the active language: English pages stand under /en."""
    return _prefixed(path, _language())


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """
    Return this page's address in every language of the site.

    A page whose addresses differ by language passes them as `language_urls`; a language missing
    there leads to that language's home. `translations` names the languages in which the page really
    stands, where some of the addresses only say that it is missing.
    """
    given = context.get("language_urls")
    real = context.get("translations", given)
    request = context.get("request")
    active = _language()
    links = []
    for code, _name in settings.LANGUAGES:
        if given is not None:
            url = given.get(code) or _prefixed("/", code)
        elif request is not None:
            url = translate_url(request.get_full_path(), code)
        else:
            url = _prefixed("/", code)
        stands = real is None or code in real
        links.append(LanguageLink(code, LANGUAGE_NAMES[code], url, code == active, stands))
    return links


@register.simple_tag(takes_context=True)
def current_section(context: Context, path: str) -> SafeString:
    """Return aria-current for a link of the main navigation when the page stands in its section."""
    request = context.get("request")
    here: str = request.path if request is not None else ""
    target = _prefixed(path, _language())
    if here == target:
        return SafeString(' aria-current="page"')
    return SafeString(' aria-current="true"') if here.startswith(target) else SafeString()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a decorative icon by name; raises KeyError if there is none."""
    return icon_svg(name)


@register.simple_tag
def drum(cls: str = "hero__drum") -> SafeString:
    """Return the drum, large."""
    return bronze.drum(cls)


@register.simple_tag
def drum_mark(cls: str = "") -> SafeString:
    """Return the mark of the site."""
    return bronze.drum_mark(cls)


@register.simple_tag
def drum_band(cls: str = "band") -> SafeString:
    """Return the saw-tooth band above the footer."""
    return bronze.edge_band(cls)


@register.simple_tag
def frieze(cls: str = "frieze") -> SafeString:
    """Return the band of birds."""
    return bronze.frieze(cls)


@register.simple_tag
def topic_drawing(code: str) -> SafeString:
    """Return the drawing of a topic, or the band of birds for "none"."""
    return bronze.frieze("frieze") if code == "none" else topic_figure(code)


@register.filter(is_safe=True)
@stringfilter
def bind(value: str) -> str:
    """Bind compounds, and numbers to their units, with no-break spaces."""
    return binding.bind(value)


@register.filter
def position(value: Any, count: Any) -> int:
    """Return the share of `value` in `count` in whole percent, between 0 and 100."""
    whole = float(count)
    return max(0, min(100, round(100 * float(value) / whole))) if whole else 0
