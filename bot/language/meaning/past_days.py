"""Days in the past: for an entry, Monday is the last Monday, 27 September the latest one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.language.meaning.calendar import WrittenAt, days_in, find_day

if TYPE_CHECKING:
    from bot.language.said import Day

DATES = ("named", "numeric", "of-month")


def may_be_ahead(said: Day) -> bool:
    """Whether a day may be in the future: a weekday without "last", a date without its year."""
    return (said.kind in DATES and said.year is None) or (said.kind == "coming" and said.n == 0)


def past_day(said: Day | None, moment: WrittenAt) -> date | None:
    """The latest date that a day can be; None for an impossible one."""
    if said is None:
        return None
    try:
        return _past_day(said, moment)
    except (ValueError, OverflowError):
        return None


def _past_day(said: Day, moment: WrittenAt) -> date | None:
    if said.kind == "coming" and said.weekday is not None and said.n <= 0:
        behind = (moment.today.weekday() - said.weekday - 1) % 7 + 1
        return moment.today - timedelta(days=behind)
    if said.kind == "named":
        return _latest(moment, said.year, said.month, said.day)
    if said.kind == "numeric":
        return _latest_of_order(said, moment)
    if said.kind == "of-month":
        return _latest_of_month(said.day or 0, moment)
    return find_day(said, moment).on


def _latest(moment: WrittenAt, year: int | None, month: int | None, day: int | None) -> date | None:
    """A day of a month in its year, or the latest that is not ahead."""
    if not month or not day or not 1 <= month <= 12:
        return None
    if year is not None:
        return date(year, month, day)
    for back in range(9):  # the latest leap day may be eight years ago
        year = moment.today.year - back
        if 1 <= day <= days_in(year, month) and date(year, month, day) <= moment.today:
            return date(year, month, day)
    return None


def _latest_of_order(said: Day, moment: WrittenAt) -> date | None:
    """3/4 in the person's order, or in the only one that is a date."""
    orders = [(said.month, said.day), (said.day, said.month)]
    if moment.place.date_order != "DMY":
        orders.reverse()
    for month, day in orders:
        if month and day and month <= 12 and day <= days_in(said.year or 2024, month):
            return _latest(moment, said.year, month, day)
    return None


def _latest_of_month(day: int, moment: WrittenAt) -> date | None:
    year, month = moment.today.year, moment.today.month
    for _ in range(3):  # of three months in a row one has 31 days
        if 1 <= day <= days_in(year, month) and date(year, month, day) <= moment.today:
            return date(year, month, day)
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None
