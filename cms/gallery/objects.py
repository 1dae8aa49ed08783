"""What the examples of the gallery show that YAML cannot say: fields of a form, pages of a list, drawings."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType, SimpleNamespace
from typing import Any, Final

from django import forms
from django.core.paginator import Paginator

from cms.charts import render as render_chart
from cms.topics import topic_figure


MOMENT: Final = datetime(2026, 11, 23, 2, 41, tzinfo=UTC)


class Application(forms.Form):
    """One field of each kind, in Vietnamese as on the site."""

    name = forms.CharField(
        label="Họ và tên", help_text="Như ghi trên căn cước.", initial="Nguyễn Thị Ngọc Ẩn"
    )
    email = forms.EmailField(label="Địa chỉ thư điện tử")
    hours = forms.IntegerField(label="Số giờ đã học", required=False, initial=60)
    words = forms.CharField(
        label="Dự án cải tiến",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Tình trạng trước, việc đã làm, kết quả đo được.",
    )
    level = forms.ChoiceField(
        label="Cấp",
        choices=[("quoc-gia", "Quốc gia"), ("khu-vuc", "Khu vực"), ("quoc-te", "Quốc tế")],
        widget=forms.RadioSelect,
        initial="khu-vuc",
    )
    days = forms.MultipleChoiceField(
        label="Ngày có thể dự thi",
        choices=[("t7", "Thứ bảy"), ("cn", "Chủ nhật")],
        widget=forms.CheckboxSelectMultiple,
        initial=["t7"],
        required=False,
    )
    agree = forms.BooleanField(label="Tôi đã đọc và đồng ý với quy tắc đạo đức")


class Filters(forms.Form):
    """What narrows a register."""

    query = forms.CharField(label="Tên hoặc số", required=False)
    field = forms.ChoiceField(
        label="Lĩnh vực", choices=[("", "Tất cả"), ("lean", "Lean"), ("iso", "Hệ thống quản lý")]
    )
    province = forms.ChoiceField(
        label="Tỉnh, thành phố", choices=[("", "Tất cả"), ("hn", "Hà Nội")]
    )


def _forms() -> dict[str, Any]:
    good, bad = Application(prefix="tot"), Application({"sai-email": "an@"}, prefix="sai")
    bad.fields = {name: bad.fields[name] for name in ("email", "level")}
    narrow = Filters(prefix="loc")
    return {
        **{f"field.{name}": good[name] for name in good.fields},
        **{f"bad.{name}": bad[name] for name in bad.fields},
        "bad": bad,
        "filter.fields": [narrow["query"], narrow["field"]],
        "filter.further": [narrow["province"]],
    }


def _lists() -> dict[str, Any]:
    columns = [{"label": "Lĩnh vực"}, {"label": "Số người", "number": True}, {"label": "Ghi chú"}]
    cells = (("Lean", "128", "từ 2021"), ("Hệ thống quản lý", "1.064", "từ 2019"))
    pages = Paginator(range(30), 10)
    return {
        "columns": columns,
        "rows": [list(zip(row, columns, strict=True)) for row in cells],
        "page.first": pages.page(1),
        "page.middle": pages.page(2),
        "events": [
            {"day": date(2026, 5, 14), "text": "Cấp", "note": "Quyết định 118/QĐ"},
            {"day": date(2026, 9, 2), "text": "Tạm đình chỉ"},
            {"day": date(2026, 11, 20), "text": "Khôi phục", "note": "Quyết định 204/QĐ"},
        ],
    }


def _drawings() -> dict[str, Any]:
    spec = {
        "kind": "bars",
        "unit": "",
        "items": [{"label": "Quốc gia", "value": 128}, {"label": "Khu vực", "value": 31}],
    }
    chart = render_chart(
        spec,
        title="Người được cấp theo cấp",
        description="Cấp quốc gia 128 người, cấp khu vực 31 người.",
        caption="Phần lớn chứng chỉ ở cấp quốc gia.",
        language="vi",
    )
    return {"drawing": topic_figure("C04"), "chart": chart}


def _slot(kind: str, position: int, stem: str, **facts: Any) -> SimpleNamespace:
    response, flagged = facts.pop("response", None), facts.pop("flagged", False)
    question = SimpleNamespace(kind=kind, stem=stem, points=1, language="vi", **facts)
    return SimpleNamespace(
        position=position,
        prefix=f"cau-{position}",
        question=question,
        response=response,
        flagged=flagged,
        grammatical_number=1,
    )


def _options(texts: Iterable[str]) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(id=letter, text=text) for letter, text in zip("ABCD", texts, strict=False)
    ]


def _exam() -> dict[str, Any]:
    offered = _options(("Sàng lọc", "Sắp xếp", "Săn sóc", "Sẵn sàng"))
    return {
        "slot.single": _slot(
            "single", 1, "Chữ S đầu tiên của 5S là gì?", options=offered, response="A"
        ),
        "slot.numeric": _slot(
            "numeric",
            2,
            "Nhịp sản xuất là bao nhiêu?",
            unit="giây",
            response={"text": "28,5", "language": "vi"},
            flagged=True,
        ),
        "slot.essay": _slot(
            "essay", 3, "Mô tả một lãng phí ở nơi bạn làm việc.", max_words=300, response=""
        ),
        "attempt": SimpleNamespace(
            candidate_number="0042", sitting=SimpleNamespace(title="Kỳ thi tháng 11 năm 2026")
        ),
        "time": SimpleNamespace(clock="01:12:08", hours=1, minutes=12, left_percent=60),
        "moment": MOMENT,
    }


MAKERS: Final[tuple[Callable[[], dict[str, Any]], ...]] = (_forms, _lists, _drawings, _exam)


def objects() -> Mapping[str, Any]:
    """Return everything that an example may name with "=", freshly made."""
    return MappingProxyType({name: made for make in MAKERS for name, made in make().items()})
