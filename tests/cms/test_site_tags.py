"""Template tags of the site: addresses by language, icons, drawings, binding."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from cms.binding import COMPOUNDS, NO_BREAK, bind
from cms.icons import NAMES, icon_svg
from tests.cms.drawing import assert_plain_svg


def _render(text, **context):
    return Template("{% load site %}" + text).render(Context(context))


def test_english_pages_stand_under_their_prefix():
    assert _render("{% site_path '/khoa-hoc/' %}") == "/khoa-hoc/"
    with override("en"):
        assert _render("{% site_path '/khoa-hoc/' %}") == "/en/khoa-hoc/"


def test_without_a_language_the_default_one_counts():
    with override(None):
        assert _render("{% site_path '/' %}") == "/"


LINKS = "{% language_links as links %}{% for each in links %}{{ each.code }}={{ each.url }}{% if each.current %}*{% endif %} {% endfor %}"


def test_the_language_switch_leads_to_the_same_page():
    request = RequestFactory().get("/tra-cuu/?a=1")
    assert _render(LINKS, request=request).split() == ["vi=/tra-cuu/?a=1*", "en=/en/tra-cuu/?a=1"]


def test_a_page_may_name_its_addresses_itself():
    given = {"vi": "/tin-tuc/mot/", "en": "/en/tin-tuc/one/"}
    assert _render(LINKS, language_urls=given).split() == [
        "vi=/tin-tuc/mot/*",
        "en=/en/tin-tuc/one/",
    ]


def test_a_language_that_is_missing_leads_home():
    assert "en=/en/" in _render(LINKS, language_urls={"vi": "/tin-tuc/mot/"}).split()


def test_an_error_page_without_a_request_leads_home():
    assert _render(LINKS).split() == ["vi=/*", "en=/en/"]


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("/khoa-hoc/", ' aria-current="page"'),
        ("/khoa-hoc/c04/", ' aria-current="true"'),
        ("/ky-thi/", ""),
    ],
)
def test_the_section_of_a_page_is_marked(path, mark):
    request = RequestFactory().get(path)
    assert _render("{% current_section '/khoa-hoc/' %}", request=request) == mark


def test_without_a_request_no_section_is_marked():
    assert _render("{% current_section '/khoa-hoc/' %}") == ""


@pytest.mark.parametrize("name", sorted(NAMES))
def test_each_icon_is_decorative(name):
    assert_plain_svg(icon_svg(name))
    assert 'aria-hidden="true"' in icon_svg(name)
    assert _render("{% icon name %}", name=name) == icon_svg(name)


def test_an_unknown_icon_is_a_mistake():
    with pytest.raises(KeyError):
        icon_svg("unicorn")


@pytest.mark.parametrize("tag", ["drum", "drum_mark", "drum_band", "frieze"])
def test_drawings_come_by_tag(tag):
    assert_plain_svg(_render(f"{{% {tag} 'here' %}}"))
    assert 'class="here"' in _render(f"{{% {tag} 'here' %}}")


def test_compounds_and_units_are_bound():
    bound = bind("Nhóm QCC, bảy công cụ và Kiểm soát quá trình trong 5 bài, 20 giờ theo ISO 9001")
    for kept in ("công cụ", "Kiểm soát", "quá trình", "5 bài", "20 giờ", "ISO 9001"):
        assert kept.replace(" ", NO_BREAK) in bound
    assert "bảy công" in bound
    assert (
        bound.replace(NO_BREAK, " ")
        == "Nhóm QCC, bảy công cụ và Kiểm soát quá trình trong 5 bài, 20 giờ theo ISO 9001"
    )


def test_parts_of_words_are_left_alone():
    assert bind("khóa họcx") == "khóa họcx"


def test_the_list_of_compounds_holds_pairs_once():
    assert len(set(COMPOUNDS)) == len(COMPOUNDS)
    assert all(len(compound.split()) == 2 for compound in COMPOUNDS)


def test_the_filter_keeps_escaping():
    assert _render("{{ words|bind }}", words="<b>công cụ") == f"&lt;b&gt;công{NO_BREAK}cụ"
    assert _render("{{ number|bind }}", number=5) == "5"


@pytest.mark.parametrize(
    ("value", "count", "percent"), [(1, 3, 33), (5, 4, 100), (-1, 4, 0), (1, 0, 0)]
)
def test_a_share_is_whole_per_cent(value, count, percent):
    assert _render("{{ value|position:count }}", value=value, count=count) == str(percent)
