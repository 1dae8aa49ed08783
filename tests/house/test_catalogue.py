"""Law 7: English in the code, a complete Vietnamese catalogue without fuzzy entries."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata

import polib
import pytest

from tests.house.test_sizes import ROOT, kept


CATALOGUE = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def _entries(path=CATALOGUE):
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "locale").glob("**/django.po")), ids=lambda p: p.parts[-4]
)
def test_every_text_is_translated_and_none_is_a_guess(path):
    entries = _entries(path)
    assert entries
    assert [entry.msgid for entry in entries if not entry.translated() or entry.fuzzy] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "locale").glob("**/django.po")), ids=lambda p: p.parts[-4]
)
def test_translations_keep_every_placeholder(path):
    wrong = []
    for entry in _entries(path):
        texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wanted = set(PLACE.findall(entry.msgid_plural or entry.msgid))
        wrong += [entry.msgid for text in texts if set(PLACE.findall(text)) != wanted]
    assert wrong == []


def test_translations_are_composed_unicode():
    texts = CATALOGUE.read_text()
    assert unicodedata.is_normalized("NFC", texts)


@pytest.mark.skipif(
    shutil.which("xgettext") is None, reason="`make test` installs gettext; test-fast goes without"
)
def test_no_text_in_code_or_templates_is_missing_from_the_catalogue(tmp_path):
    folder = tmp_path / "project"
    for path in kept(".py", ".html", ".txt"):
        if "tests" not in path.relative_to(ROOT).parts:
            copy = folder / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    (folder / "locale").mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "vi", "--no-location"],
        cwd=folder, check=True, capture_output=True,
        env={**os.environ, "VAR_DIR": str(tmp_path / "var")},
    )  # fmt: skip
    found = {
        entry.msgid for entry in _entries(folder / "locale" / "vi" / "LC_MESSAGES" / "django.po")
    }
    assert found - {entry.msgid for entry in _entries()} == set()
