"""Every component of the design system: what it shows for its parameters, and nothing inline."""

from datetime import date

import pytest
from django import forms
from django.contrib.messages import constants, get_messages
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.html import escape
from django.utils.translation import override

from cms.charts import render as chart
from cms.topics import topic_figure


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def show(name, path="/en/", **context):
    request = RequestFactory().get(path)
    return render_to_string(name, context, request=request)


class Application(forms.Form):
    """A form with one field of each kind."""

    name = forms.CharField(label="Họ và tên", help_text="Như trên giấy tờ")
    hours = forms.IntegerField(label="Số giờ", required=False)
    level = forms.ChoiceField(
        label="Cấp", choices=[("a", "Quốc gia"), ("b", "Khu vực")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="Tôi đồng ý")


class TestField:
    def test_label_hint_error_and_field_are_tied_together(self):
        html = show("components/field.html", field=Application({})["name"])
        assert '<label for="id_name">' in html
        assert 'id="id_name_helptext"' in html
        assert 'id="id_name_error"' in html
        assert 'aria-invalid="true"' in html
        assert "field--bad" in html

    def test_what_may_be_left_out_says_so(self):
        assert "(optional)" in show("components/field.html", field=Application()["hours"])
        assert "(optional)" not in show("components/field.html", field=Application()["name"])

    def test_choices_stand_in_a_named_group(self):
        html = show("components/field.html", field=Application()["level"])
        assert "<fieldset" in html
        assert "<legend>Cấp" in html

    def test_a_single_tick_has_its_label_after_it(self):
        html = show("components/field.html", field=Application()["agree"])
        assert html.index('type="checkbox"') < html.index("Tôi đồng ý")

    def test_a_unit_is_fused_to_the_field(self):
        assert "<span>giờ</span>" in show(
            "components/field.html", field=Application()["hours"], unit="giờ"
        )


class TestErrorSummary:
    def test_each_error_leads_to_its_field(self):
        form = Application({})
        form.add_error(None, "Hồ sơ đã đóng")
        html = show("components/error_summary.html", form=form)
        assert 'role="alert"' in html
        assert 'href="#id_name"' in html
        assert 'href="#id_level_0"' in html
        assert "Hồ sơ đã đóng" in html

    def test_without_errors_there_is_nothing(self):
        assert show("components/error_summary.html", form=Application()).strip() == ""


@pytest.mark.parametrize(
    ("level", "kind", "role"),
    [
        (constants.SUCCESS, "ok", "status"),
        (constants.WARNING, "warn", "status"),
        (constants.ERROR, "bad", "alert"),
        (constants.INFO, "info", "status"),
    ],
)
def test_messages_say_what_happened(level, kind, role):
    html = show("components/messages.html", messages=[Message(level, "Đã lưu")])
    assert f'class="alert alert--{kind}" role="{role}"' in html
    assert "Đã lưu" in html


def test_without_messages_there_is_no_list():
    assert get_messages(RequestFactory().get("/")) == []
    assert show("components/messages.html", messages=[]).strip() == ""


@pytest.mark.parametrize("kind", ["ok", "warn", "bad", "info"])
def test_alerts_and_badges_carry_kind_and_words(kind):
    assert f"alert--{kind}" in show(
        "components/alert.html", kind=kind, title="Chú ý", text="Hạn nộp là ngày mai"
    )
    badge = show("components/badge.html", kind=kind, text="Còn hiệu lực")
    assert f"badge--{kind}" in badge
    assert "Còn hiệu lực" in badge


@pytest.mark.parametrize("kind", ["ok", "warn", "bad", "none"])
def test_a_verdict_answers_first_and_is_read_aloud(kind):
    html = show(
        "components/verdict.html",
        kind=kind,
        title="Chứng chỉ còn hiệu lực",
        text="Kiểm tra lúc 09:41",
    )
    assert f'class="verdict verdict--{kind}" role="status"' in html
    assert "<h1>" in html


def test_a_verdict_may_choose_its_sign():
    assert show(
        "components/verdict.html", kind="none", title="Hết hiệu lực", sign="sign-ended"
    ) != show("components/verdict.html", kind="none", title="Hết hiệu lực")


def test_facts_are_pairs():
    assert "<dt>Số</dt><dd>&lt;7&gt;</dd>" in show("components/facts.html", facts=[("Số", "<7>")])


def test_a_card_shows_what_it_is_given():
    full = show(
        "components/card.html", title="Lean", url="/x/", text="Câu", eyebrow="Thực hành", lang="vi",
        figure=topic_figure("C04"), facts=[("Thời lượng", "20 giờ")],
    )  # fmt: skip
    assert 'class="fig"' in full
    assert '<a href="/x/" lang="vi">Lean</a>' in full
    assert "20 giờ" in full
    assert "<dl" not in show("components/card.html", title="Lean", url="/x/")


def test_pagination_keeps_the_filters_of_the_address():
    html = show(
        "components/pagination.html",
        "/en/news/?nam=2026&trang=2",
        page=Paginator(range(30), 10).page(2),
    )
    assert escape("?nam=2026&trang=1") in html
    assert escape("?nam=2026&trang=3") in html
    assert "Page 2 of 3" in html


def test_a_single_page_needs_no_pagination():
    assert show("components/pagination.html", page=Paginator(range(3), 10).page(1)).strip() == ""


def test_filters_carry_their_counts_and_mark_the_chosen_one():
    html = show("components/filters.html", label="Năm", options=[
        {"label": "Tất cả", "url": "?", "count": 0, "current": True},
        {"label": "2026", "url": "?nam=2026", "count": None},
    ])  # fmt: skip
    assert html.count("aria-current") == 1
    assert "<b>0</b>" in html


def test_a_progress_bar_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in show("components/progress_bar.html", percent=65)
    named = show("components/progress_bar.html", percent=12.5, label="Đã học 12,5%")
    assert 'role="img"' in named
    assert 'width="12.5"' in named


def test_a_progress_bar_keeps_the_decimal_point_in_vietnamese():
    with override("vi"):
        assert 'width="12.5"' in show("components/progress_bar.html", percent=12.5)


def test_steps_say_their_state_in_words():
    html = show("components/steps.html", steps=[
        {"title": "Học", "state": "done", "url": "/hoc/"},
        {"title": "Thi", "state": "now", "note": "hôm nay"},
        {"title": "Nhận", "state": "todo"},
    ])  # fmt: skip
    assert html.count('aria-current="step"') == 1
    assert all(words in html for words in (", done", ", now", ", not yet"))


def test_a_timeline_gives_days_to_machines_too():
    html = show(
        "components/timeline.html",
        events=[{"day": date(2026, 5, 14), "text": "Cấp", "note": "118/QĐ"}],
    )
    assert 'datetime="2026-05-14"' in html


def test_an_empty_state_says_what_to_do():
    assert '<a class="btn btn--quiet" href="/x/">Xem</a>' in show(
        "components/empty.html", title="Chưa có", text="…", url="/x/", action="Xem"
    )
    assert "<a" not in show("components/empty.html", title="Chưa có")


def test_a_figure_has_its_sentence():
    html = show(
        "components/figure.html", drawing=topic_figure("C01"), caption="Tỷ số tăng", number=2
    )
    assert "<strong>Figure 2.</strong> Tỷ số tăng" in html


def test_a_breadcrumb_ends_here():
    html = show("components/breadcrumb.html", crumbs=[("Khóa học", "/khoa-hoc/")], here="C04")
    assert '<a href="/en/">Home</a><a href="/khoa-hoc/">Khóa học</a>' in html
    assert '<span aria-current="page">C04</span>' in html


def test_the_masthead_marks_the_section():
    html = show("components/masthead.html", "/en/khoa-hoc/c04/")
    assert html.count('aria-current="true"') == 1


def test_the_strip_names_the_owner_and_offers_both_languages():
    html = show("components/official.html")
    assert 'hreflang="vi"' in html
    assert 'hreflang="en"' in html


def test_the_demonstration_says_so():
    assert "demonstration" in show("components/demo_banner.html")


@pytest.mark.parametrize("scheme", ["", "light", "dark"])
def test_the_footer_shows_the_chosen_colours(scheme):
    html = show("components/footer.html", scheme=scheme)
    assert html.count('aria-pressed="true"') == 1
    assert f'value="{scheme or "auto"}" aria-pressed="true"' in html


def test_a_chart_is_a_figure_of_its_own():
    spec = {"kind": "bars", "unit": "", "items": [{"label": "A", "value": 1}]}
    assert chart(spec, title="T", description="D", caption="C", language="en").startswith(
        "<figure"
    )
