"""Static files under hashed names."""

import re

import pytest
from django.core.management import call_command
from django.templatetags.static import static


@pytest.fixture
def sources(settings, tmp_path):
    """A small site of two modules and a style sheet, collected by the storage of production."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "part.js").write_text("export const number = 1;\n")
    (folder / "page.js").write_text(
        'import { number } from "./part.js";\nexport default number;\n'
    )
    (folder / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    (folder / "page.css").write_text(".dot { background: url(dot.svg) }\n")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [folder]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "config.static.HashedStorage"},
    }
    return folder


def test_a_file_is_addressed_by_its_content_and_so_is_what_it_imports(sources, settings):
    call_command("collectstatic", interactive=False, verbosity=0)
    page = static("page.js").removeprefix("/static/")
    assert re.fullmatch(r"page\.[0-9a-f]{12}\.js", page)
    assert re.search(
        r'from "\./part\.[0-9a-f]{12}\.js"', (settings.STATIC_ROOT / page).read_text()
    )
    style = static("page.css").removeprefix("/static/")
    assert re.search(r"dot\.[0-9a-f]{12}\.svg", (settings.STATIC_ROOT / style).read_text())


def test_another_content_has_another_address(sources):
    call_command("collectstatic", interactive=False, verbosity=0)
    before = static("page.js")
    (sources / "part.js").write_text("export const number = 2;\n")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    assert static("page.js") != before
