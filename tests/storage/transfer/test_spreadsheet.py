"""CSV that a spreadsheet shows and does not calculate."""

from __future__ import annotations

import csv
import io
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.transfer.spreadsheet import COLUMNS, FORMULA, heading, lines, safe
from tests.support.documents import tasks


@settings(max_examples=60)
@given(made=st.lists(tasks(), max_size=3), start=st.sampled_from([*FORMULA, " =", ""]))
def test_every_line_is_read_back_and_no_cell_is_a_formula(
    made: list[dict[str, Any]], start: str
) -> None:
    for task in made:
        task["title"] = f"{start}{task['title']}"
    rows = list(csv.reader(io.StringIO(heading() + lines(made, {}), newline="")))
    assert len(rows) == 1 + len(made)
    assert rows[0][0] == "\ufeffnumber"
    assert all(len(row) == len(COLUMNS) for row in rows)
    for row, task in zip(rows[1:], made, strict=True):
        assert row[1].removeprefix("'") == task["title"].removeprefix("'")
        assert not any(cell.lstrip(" ").startswith(FORMULA) for cell in row)


def test_a_formula_is_shown() -> None:
    assert safe('=HYPERLINK("http://x")') == '\'=HYPERLINK("http://x")'
    assert safe("plain") == "plain"
