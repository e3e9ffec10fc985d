"""Each day of a year has a place, whichever weekday the year begins on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.layout import BAND_COLUMNS, month_labels, strip_gaps, year_cells
from bot.pictures.sheet import CELL, strip_places
from bot.pictures.values import STRIP_DAYS
from tests.support.pictures.samples import A_SHEET, TODAY

firsts = st.dates(date(2000, 1, 1), date(2099, 12, 31))
weekdays = st.integers(0, 6)


@given(firsts, st.sampled_from([1, 28, 365, 366]), weekdays)
def test_every_day_has_a_cell_of_its_own(first: date, count: int, first_weekday: int) -> None:
    cells = year_cells(first, count, first_weekday=first_weekday)
    assert [cell.on for cell in cells] == [first + timedelta(days=n) for n in range(count)]
    assert len({(cell.band, cell.column, cell.row) for cell in cells}) == count
    assert all(cell.row == (cell.on.weekday() - first_weekday) % 7 for cell in cells)
    assert all(0 <= cell.column < BAND_COLUMNS and cell.band in {0, 1} for cell in cells)


@given(firsts, weekdays)
def test_a_week_is_a_column(first: date, first_weekday: int) -> None:
    cells = year_cells(first, 366, first_weekday=first_weekday)
    for one, following in pairwise(cells):
        same = (one.band, one.column) == (following.band, following.column)
        assert same == (following.on.weekday() != first_weekday)


@pytest.mark.parametrize(
    ("first_weekday", "columns"), [(6, 54), (0, 53)], ids=["from Sunday", "from Monday"]
)
def test_a_leap_year_that_begins_on_a_saturday(first_weekday: int, columns: int) -> None:
    """2028 has 54 weeks that begin on Sunday; the first has one day."""
    cells = year_cells(date(2028, 1, 1), 366, first_weekday=first_weekday)
    assert cells[-1].on == date(2028, 12, 31)
    assert date(2028, 2, 29) in {cell.on for cell in cells}
    assert len({(cell.band, cell.column) for cell in cells}) == columns
    assert cells[0].row == (6 if first_weekday == 6 else 5)


def test_no_days_have_no_place() -> None:
    assert year_cells(TODAY, 0) == ()
    assert month_labels(()) == ()


@given(firsts, st.integers(300, 366), weekdays)
def test_months_are_named_where_they_begin(first: date, count: int, first_weekday: int) -> None:
    cells = year_cells(first, count, first_weekday=first_weekday)
    labels = month_labels(cells)
    named = [(label.band, label.column) for label in labels]
    assert named == sorted(set(named))
    for cell in cells:
        if cell.on.day == 1:
            assert (cell.band, cell.column) in named
    for label in labels:
        days = [c.on for c in cells if (c.band, c.column) == (label.band, label.column)]
        assert label.month in {day.month for day in days}
    for one, following in pairwise(labels):
        if one.band == following.band:
            assert one.columns == following.column - one.column >= 3


@given(firsts, weekdays)
def test_a_strip_parts_its_weeks(last: date, first_weekday: int) -> None:
    gaps = strip_gaps(last, STRIP_DAYS, first_weekday=first_weekday)
    days = [last - timedelta(days=STRIP_DAYS - 1 - n) for n in range(STRIP_DAYS)]
    begins = [day.weekday() == first_weekday for day in days]
    assert [b - a for a, b in pairwise(gaps)] == [int(one) for one in begins[1:]]


@pytest.mark.parametrize("count", [0, 1, 34, 35, 400])
def test_the_strips_of_a_sheet_end_together(count: int) -> None:
    places = strip_places(A_SHEET, (1.0,) * count)
    assert len(places) == min(count, STRIP_DAYS)
    assert all(b - a > CELL for a, b in pairwise(places))
    assert places == strip_places(A_SHEET, (1.0,) * 35)[STRIP_DAYS - len(places) :]
