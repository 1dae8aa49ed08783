"""The bench's figures stand in the file and in the table as they were measured."""

import json

from deploy.bench.__main__ import searched
from deploy.bench.inside import change
from deploy.bench.report import Figure, table, write


FIGURES = [
    Figure("page_home", 50.0, "requests/s", 200.0, "beside a bare view"),
    Figure("page_home_sql", 12, "SQL/request", 0, "counted"),
]


def test_the_file_is_a_list_of_figures_with_their_ratio(tmp_path):
    target = tmp_path / "var" / "bench.json"
    write(FIGURES, target)
    first, second = json.loads(target.read_text())
    assert list(first) == ["name", "value", "unit", "yardstick", "ratio", "how"]
    assert (first["name"], first["value"], first["ratio"]) == ("page_home", 50.0, 0.25)
    assert second["ratio"] == 0


def test_the_table_has_a_line_for_every_figure():
    lines = table(FIGURES).splitlines()
    assert len(lines) == 3
    assert lines[1].split()[:5] == ["page_home", "50.00", "requests/s", "200.00", "0.25"]


def test_each_save_of_the_bench_is_a_new_change():
    saves = [json.loads(change(number)) for number in range(-60, 200)]
    keys = {(save["writer"], save["changes"][0]["seq"]) for save in saves}
    assert len(keys) == len(saves)


def test_the_search_for_experts_has_a_figure_only_where_it_was_measured():
    assert list(searched({})) == []
    (figure,) = searched({"experts_p95_ms": 12.5})
    assert (figure.name, figure.value, figure.unit) == ("register_search_1m", 12.5, "ms")
