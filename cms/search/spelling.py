"""
"Did you mean": the nearest words that stand in titles.

The distance is computed here, so that both databases propose the same. It is Damerau's (restricted): a letter
put in, left out, changed, or two neighbours exchanged, each counts one, on words without tones.
"""

from collections import Counter
from typing import Final

from wagtail.models import Page

from cms.models import SearchEntry
from cms.queries import folded_words, wanted_words, words_of


TITLES: Final = (
    5000  # the newest titles: enough words for every subject, few enough to read at once
)
SHORT: Final = 4  # up to this length one slip is allowed, beyond it two


def distance(one: str, other: str) -> int:
    """Return how many slips lie between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, row = row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            exchanged = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(cost, before[j - 2] + 1) if exchanged else cost)
        before = above
    return row[-1]


def vocabulary(language: str) -> Counter[str]:
    """Return the words of the titles that everyone may read, with tones, and how often each occurs; one query."""
    readable = Page.objects.live().public().filter(alias_of=None)
    entries = SearchEntry.objects.filter(language=language, page__in=readable).order_by("-pk")
    titles = entries.values_list("page__title", flat=True)[:TITLES]
    return Counter(word for title in titles for word in words_of(title))


def did_you_mean(query: str, *, language: str) -> str:
    """Return the query with unknown words replaced by the nearest known ones; empty if nothing is near."""
    known = vocabulary(language)
    by_fold = _by_fold(known)
    corrected: list[str] = []
    for word in wanted_words(query):
        plain = "".join(folded_words(word))
        if any(each.startswith(plain) for each in by_fold):
            corrected.append(word)
        elif near := _nearest(plain, by_fold):
            corrected.append(near)
        else:
            return ""
    better = " ".join(corrected)
    return "" if better == " ".join(wanted_words(query)) else better


def _by_fold(known: Counter[str]) -> dict[str, tuple[int, str]]:
    """Return for each word without tones how often it occurs, and its commonest form with them."""
    forms: dict[str, list[tuple[int, str]]] = {}
    for word, often in known.items():
        forms.setdefault("".join(folded_words(word)), []).append((often, word))
    return {
        plain: (
            sum(often for often, _word in each),
            min(each, key=lambda form: (-form[0], form[1]))[1],
        )
        for plain, each in forms.items()
    }


def _nearest(word: str, by_fold: dict[str, tuple[int, str]]) -> str:
    allowed = 1 if len(word) <= SHORT else 2
    near = [
        (slips, -often, plain, form)
        for plain, (often, form) in by_fold.items()
        if abs(len(plain) - len(word)) <= allowed
        and len(plain) > 1
        and (slips := distance(word, plain)) <= allowed
    ]
    return min(near)[3] if near and len(word) > 1 else ""
