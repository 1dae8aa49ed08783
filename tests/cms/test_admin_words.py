"""Editors meet no English in Wagtail's admin: every text of every library in it has its Vietnamese."""

import re
import unicodedata
from html import unescape
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override, pgettext
from wagtail.admin.forms import choosers
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.models import Page
from wagtail.sites.views import IndexView
from wagtail.users.models import UserProfile

from cms.permissions import ensure_permissions
from tests.cms import factories
from tests.house.test_catalogue import CATALOGUE
from tests.house.test_sizes import kept


OURS = Path(settings.WAGTAIL_WORDS) / "vi" / "LC_MESSAGES"
HOMES = [Path(wagtail.__file__).parent, Path(wagtail_localize.__file__).parent]
# A library of examples for people who build Wagtail, not for editors.
UNSEEN = {"styleguide"}
# Names, and texts that are nothing but what is put into them.
ALIKE = {"Wagtail API v2", "Wagtail API v3"}
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?[a-z]+(?:\s[^>]*)?>")
TEXT = re.compile(r">([^<>]+)<")
SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
EDGE = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
DOMAINS = ["django", "djangojs"]
# Words of ours that fit both there and here, though Wagtail's Vietnamese is another. (From and To: days with
# us, addresses in the summary of imported redirects, where the sentence above says what is meant.)
FITTING = {
    "Action",
    "Any",
    "From",
    "To",
    "Breadcrumb",
    "Change",
    "Edit",
    "Ordering",
    "Show",
    "Site",
    "Terms",
    "Title",
}
SAID = re.compile(r"""(?:_\(|\btranslate |gettext\w*\()\s*["']([^"']+)["']""")
CELL = Context({"row": None, "table": None, "request": None})
LINK_FORMS = [
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
]


def _key(entry):
    return entry.msgctxt, entry.msgid


def _ours(domain):
    return [entry for entry in polib.pofile(str(OURS / f"{domain}.po")) if not entry.obsolete]


def _theirs(domain):
    """Return what the libraries say in English."""
    return [
        entry
        for home in HOMES
        for path in home.glob(f"**/locale/en/LC_MESSAGES/{domain}.po")
        if path.parents[3].name not in UNSEEN
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    ]


def _pairs(domain):
    """Return each English text with its Vietnamese; where there is a plural, the plural."""
    for entry in _ours(domain):
        if entry.msgid_plural:
            yield entry.msgid_plural, entry.msgstr_plural[0]
        else:
            yield entry.msgid, entry.msgstr


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_of_the_admin_has_its_vietnamese(domain):
    said = {_key(entry): entry for entry in _ours(domain)}
    theirs = _theirs(domain)
    assert theirs
    assert {entry.msgid for entry in theirs if _key(entry) not in said} == set()
    plural = {entry.msgid for entry in theirs if entry.msgid_plural}
    assert {msgid for msgid in plural if not said[None, msgid].msgid_plural} == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_is_a_guess_and_none_stands_twice(domain):
    entries = _ours(domain)
    assert [e.msgid for e in entries if not e.translated() or e.fuzzy] == []
    assert len({_key(entry) for entry in entries}) == len(entries)


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_tags_and_edges_are_kept(domain):
    def shape(text):
        return (
            sorted(set(PLACE.findall(text))),
            sorted(TAG.findall(text)),
            EDGE.match(text).groups(),
        )

    assert [english for english, ours in _pairs(domain) if shape(english) != shape(ours)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_is_left_in_english(domain):
    same = {english for english, ours in _pairs(domain) if english == ours} - ALIKE
    assert {english for english in same if re.search("[A-Za-z]", PLACE.sub("", english))} == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_accents_are_composed(domain):
    assert unicodedata.is_normalized("NFC", (OURS / f"{domain}.po").read_text())


def test_no_word_of_ours_gives_a_word_of_wagtail_another_meaning():
    """One catalogue answers for both: ours is asked first, in the admin too."""
    theirs = {_key(entry): entry.msgstr for entry in _ours("django")}
    ours = {_key(e): e.msgstr for e in polib.pofile(str(CATALOGUE)) if e.translated()}
    said = {word for path in kept(".py", ".html") for word in SAID.findall(path.read_text())}
    differing = {key[1] for key in ours.keys() & theirs.keys() if ours[key] != theirs[key]}
    assert (differing & said) - FITTING == set(), "say it in other English words"


def test_the_texts_reach_the_admin():
    with override("vi"):
        assert gettext("Keyboard shortcuts are currently disabled; manage your %(account_link)s to enable them.").startswith("Phím tắt")  # fmt: skip
        assert (
            ngettext("Delete 1 page", "Delete %(counter)s pages", 1) % {"counter": 1}
            == "Xóa 1 trang"
        )
        assert pgettext("A tag name", "name") == "tên"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/cms/jsi18n/", "/cms/localize/jsi18n/"])
def test_the_scripts_of_the_admin_speak_the_language_of_the_person(
    client, sign_in, operator, path
):
    assert reverse("wagtailadmin_javascript_catalog") == "/cms/jsi18n/"
    sign_in(operator)
    profile = UserProfile.get_for_user(operator)
    said = {}
    for language in ("vi", "en"):
        profile.preferred_language = language
        profile.save()
        script = client.get(path).content.decode()
        said[language] = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), script)
    assert "Mở tất cả" in said["vi"]
    assert "Mở tất cả" not in said["en"]


def test_labels_that_the_libraries_made_of_variables_can_be_translated(
    client, sign_in, news, operator
):
    ensure_permissions()
    sign_in(operator)
    with override("en"):
        form = choosers.EmailLinkChooserForm()
        assert form["body"].label == "Text of the letter"
        assert [str(column.label) for column in IndexView.columns[1:4]] == [
            "Port",
            "Site name",
            "Root page",
        ]
    bare = [form for form in LINK_FORMS for field in form().fields.values() if not field.label]
    assert bare == []
    page = client.get(reverse("wagtailadmin_pages:search"), {"q": "trang"})
    assert page.context["verbose_name_plural"] == Page._meta.verbose_name_plural


def test_marks_and_rows_of_buttons_have_names_in_the_language_of_the_reader():
    column = BooleanColumn("is_active")
    with override("vi"):
        for value, name in ((True, "Có"), (False, "Không")):
            cell = column.render_cell_html({"is_active": value}, CELL)
            assert name in cell
            assert str(value) not in cell
        row = render_to_string("wagtailadmin/shared/headers/_actions.html", {"actions": ""})
        assert 'aria-label="Thao tác"' in row


def test_an_editor_finds_no_english_word_of_wagtail_on_the_screen(client, sign_in, news, operator):
    ensure_permissions()
    sign_in(operator)
    story = factories.story(news["vi"]).pk
    screens = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[news["vi"].pk]),
        reverse("wagtailadmin_pages:add", args=["cms", "newspage", news["vi"].pk]),
        reverse("wagtailadmin_pages:search") + "?q=nang",
        reverse("wagtailimages:index"),
        reverse("wagtaildocs:index"),
        reverse("wagtailadmin_account"),
        reverse("wagtailadmin_reports:site_history"),
        *(reverse(f"wagtailadmin_pages:{act}", args=[story]) for act in ("edit", "history", "copy", "move", "delete")),
    ]  # fmt: skip
    # A page without a revision has "None" for its date: Python's word, from no catalogue.
    english = {e.msgid for e in _ours("django") if e.msgstr and e.msgstr != e.msgid} - {"None"}
    english -= set(Page.objects.values_list("title", flat=True))
    for url in screens:
        page = client.get(url).content.decode()
        shown = {unescape(text).strip() for text in TEXT.findall(SCRIPT.sub("", page))}
        assert shown & english == set(), url
