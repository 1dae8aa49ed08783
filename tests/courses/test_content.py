"""The written courses themselves: what a reader was promised stands in every file."""

import re
import unicodedata
from decimal import Decimal

import pytest
import yaml

from certificates import api as certificates
from cms import charts
from courses.content import FOLDER, ContentError, read_course, total_hours
from courses.models import Course


FILES = sorted(FOLDER.glob("C*.yaml"))
HOURS = {"C01": 12, "C02": 10, "C03": 16, "C04": 20, "C05": 24, "C06": 24, "C07": 16, "C08": 16}


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


# Which parts of a block are prose; cells of tables and charts are not counted.
PROSE = {
    "callout": ("title", "text"),
    "worked_example": ("title", "intro", "conclusion"),
    "figure": ("caption",),
    "reflection": ("prompt", "hint"),
}


def _pieces(kind, body):
    if kind in {"heading", "text"}:
        return [body]
    if kind == "summary":
        return body
    if kind == "formula":
        return [term.get("meaning", "") for term in body["terms"]]
    return [body.get(part, "") for part in PROSE.get(kind, ())] if isinstance(body, dict) else []


def _prose(lesson):
    """The text that a reader reads."""
    pieces = [lesson["title"], lesson["lead"]]
    for block in lesson["blocks"]:
        for kind, body in block.items():
            pieces += _pieces(kind, body)
    return re.sub(r"<[^>]+>", " ", " ".join(pieces))


LESSONS = [
    (path.stem, lesson["slug"], lesson) for path in FILES for lesson in _load(path)["lessons"]
]


def test_all_eight_courses_are_written_and_two_in_english():
    assert {path.stem for path in FILES} >= {f"C0{n}.vi" for n in range(1, 9)} | {
        "C01.en",
        "C04.en",
    }
    assert len([stem for stem, _, _ in LESSONS if stem.endswith("vi")]) == 40


@pytest.mark.django_db
@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_loads_and_its_hours_add_up(path):
    course = read_course(path)
    assert total_hours(course) == Decimal(HOURS[course["code"]])
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("stem", "slug", "lesson"), LESSONS, ids=[f"{stem}-{slug}" for stem, slug, _ in LESSONS]
)
def test_every_lesson_has_what_a_lesson_needs(stem, slug, lesson):
    kinds = {kind for block in lesson["blocks"] for kind in block}
    assert {"worked_example", "figure", "summary"} <= kinds
    assert kinds & {"check", "reflection"}
    if stem.endswith("vi"):
        assert 300 <= len(_prose(lesson).split()) <= 620


@pytest.mark.parametrize(
    ("stem", "slug", "lesson"), LESSONS, ids=[f"{stem}-{slug}" for stem, slug, _ in LESSONS]
)
def test_every_figure_can_be_drawn(stem, slug, lesson):
    for block in lesson["blocks"]:
        if "figure" in block:
            figure = block["figure"]
            drawn = charts.render(
                figure["chart"],
                title=figure["title"],
                description=figure["description"],
                caption=figure["caption"],
                language=stem[-2:],
            )
            assert drawn.count('role="img"') == 2  # the wide drawing and the one for phones


def test_both_languages_of_a_course_have_the_same_lessons_and_checks():
    for path in FILES:
        if path.stem.endswith("en"):
            other = _load(path.with_name(path.name.replace(".en.", ".vi.")))
            for one, two in zip(_load(path)["lessons"], other["lessons"], strict=True):
                assert (one["slug"], one["hours"]) == (two["slug"], two["hours"])
                assert [b["check"] for b in one["blocks"] if "check" in b] == [
                    b["check"] for b in two["blocks"] if "check" in b
                ]


@pytest.mark.django_db
@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": ""}, "title is missing"),
        ({"lessons": [{"slug": "x"}]}, "is missing"),
        (
            {
                "lessons": [
                    {
                        "slug": "x",
                        "title": "X",
                        "lead": "X",
                        "hours": 1,
                        "blocks": [{"check": "Q999"}],
                    }
                ]
            },
            "Q999",
        ),
        (
            {
                "lessons": [
                    {"slug": "x", "title": "X", "lead": "X", "hours": 1, "blocks": [{"poem": "x"}]}
                ]
            },
            "poem",
        ),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(tmp_path, change, told):
    faulty = {**_load(FILES[0]), **change}
    path = tmp_path / "C01.vi.yaml"
    path.write_text(yaml.safe_dump(faulty, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        read_course(path)


@pytest.mark.django_db
@pytest.mark.usefixtures("written")
def test_every_course_that_a_scheme_asks_for_exists():
    wanted = certificates.references("training_hours") - {""}
    assert wanted <= set(Course.objects.values_list("code", flat=True))
