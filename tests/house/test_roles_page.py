"""The page of roles says what the addresses do."""

from pathlib import Path

from config.addresses import matrix


PAGE = Path(__file__).resolve().parents[2] / "docs" / "roles.md"


def _row(path):
    (line,) = [each for each in matrix().splitlines() if each.startswith(f"| `{path}` ")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == matrix(), "run: manage.py roles_matrix"


def test_a_row_names_the_policy_and_marks_exactly_the_roles_that_pass():
    head = [cell.strip() for cell in matrix().partition("| address")[2].splitlines()[0].split("|")]
    row = dict(zip(["address", *head[1:]], _row("/ky-thi/cham-bai/"), strict=False))
    assert row["who may"] == "Examiners mark scripts."
    assert {name for name, cell in row.items() if cell == "●"} == {"examiner"}


def test_what_everyone_may_open_is_open_to_visitors():
    assert _row("/tra-cuu/")[3] == "●"
    assert _row("/cua-toi/")[3] == ""
