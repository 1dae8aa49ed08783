"""A list of sentences is written one a line."""

import pytest
from hypothesis import given, strategies as st

from cms.lines import LinesField, LinesInput


def test_a_list_is_shown_one_a_line_and_read_back_without_empty_lines():
    field = LinesInput()
    assert field.prepare_value(["Đọc biểu đồ", "Tính OEE"]) == "Đọc biểu đồ\nTính OEE"
    assert field.clean("  Đọc biểu đồ \r\n\n Tính OEE\n") == ["Đọc biểu đồ", "Tính OEE"]


def test_what_somebody_typed_is_shown_again_as_it_was():
    assert LinesInput().prepare_value("một\n\nhai") == "một\n\nhai"


@pytest.mark.parametrize(("typed", "changed"), [("a\nb\n", False), ("a\nc", True), ("", True)])
def test_only_other_lines_are_a_change(typed, changed):
    assert LinesInput(required=False).has_changed(["a", "b"], typed) is changed


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1)))
def test_any_list_of_words_survives(lines):
    field = LinesInput(required=False)
    assert field.to_python(field.prepare_value(lines)) == lines


def test_forms_use_it_and_migrations_know_it_as_json():
    field = LinesField("outcomes", default=list)
    assert isinstance(field.formfield(), LinesInput)
    assert field.deconstruct()[1] == "django.db.models.JSONField"
