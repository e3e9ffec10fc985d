"""Habits for tests: drawn by Hypothesis, or written as one sign for each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit

MONDAY = date(2026, 9, 7)
NEAR = st.integers(-20, 20).map(lambda days: MONDAY + timedelta(days=days))
TENTHS = st.integers(0, 40).map(lambda tenths: tenths / 10)


def after(days: int, first: date = MONDAY) -> date:
    return first + timedelta(days=days)


def written(
    days: str,
    schedule: Schedule | None = None,
    goal: Goal | None = None,
    *,
    first: date = MONDAY,
    first_weekday: int = 0,
) -> tuple[History, date]:
    """A history of one sign for each day, blanks between them as one likes, and its last day.

    x is a tick, s skipped, a away, a digit an amount, and a dot a day of which nothing is known.
    """
    signs = list(enumerate(days.replace(" ", "")))
    entries = [
        Entry(after(n, first), 1.0 if sign in "xs" else float(sign), is_skip=sign == "s")
        for n, sign in signs
        if sign not in ".a"
    ]
    away = [Span(after(n, first), after(n, first)) for n, sign in signs if sign == "a"]
    history = History(schedule or Schedule(first), goal, entries, away, first_weekday)
    return history, after(len(signs) - 1, first)


def clocks() -> st.SearchStrategy[time]:
    """Whole minutes of a day."""
    return st.integers(0, 1439).map(lambda minutes: time(minutes // 60, minutes % 60))


@st.composite
def schedules(draw: st.DrawFn, starts: st.SearchStrategy[date] = NEAR) -> Schedule:
    """Sound ones of every kind."""
    unit = draw(st.sampled_from(Unit))
    interval = draw(st.sampled_from([1, 1, 1, 2, 3, 8])) if unit is Unit.DAY else 1
    longest = {Unit.DAY: interval, Unit.WEEK: 7, Unit.MONTH: 31}[unit]
    is_daily = unit is Unit.DAY and interval == 1
    return Schedule(
        start=draw(starts),
        unit=unit,
        interval=interval,
        times=draw(st.integers(1, longest)),
        weekdays=draw(st.frozensets(st.integers(0, 6))) if is_daily else frozenset(),
        reminders=tuple(draw(st.lists(clocks(), max_size=3))),
    )


AT_LEAST = st.builds(Goal, st.integers(1, 40).map(lambda tenths: tenths / 10))
AT_MOST = st.builds(Goal, TENTHS, st.just(""), st.just(Direction.AT_MOST))

DAY = st.sampled_from([None, None, 0.0, 0.1, 0.2, 0.7, 1.0, 1.0, 1.0, 2.5, 4.0, "skip"])


def entries() -> st.SearchStrategy[list[Entry]]:
    """Of days one after the other, some of them before or after everything else."""
    return st.builds(_entries, st.integers(-30, 30), st.lists(DAY, max_size=110), st.booleans())


def _entries(first: int, days: list[float | str | None], is_backwards: bool) -> list[Entry]:
    found = [
        Entry(after(first + n), 1.0, is_skip=True)
        if isinstance(day, str)
        else Entry(after(first + n), day)
        for n, day in enumerate(days)
        if day is not None
    ]
    return found[::-1] if is_backwards else found


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = after(draw(st.integers(-40, 80)))
    length = draw(st.sampled_from([0, 1, 2, 5, 20, None]))
    return Span(first, None if length is None else after(length, first))


@st.composite
def histories(draw: st.DrawFn, *, is_limit: bool | None = None) -> History:
    """Any, or only those of limits, or only others."""
    others = st.none() | AT_LEAST
    goals = {None: others | AT_MOST, True: AT_MOST, False: others}[is_limit]
    return History(
        draw(schedules()),
        draw(goals),
        draw(entries()),
        draw(st.lists(spans(), max_size=2)),
        draw(st.integers(0, 6)),
    )


def todays() -> st.SearchStrategy[date]:
    return st.integers(-25, 85).map(after)


@st.composite
def changes(draw: st.DrawFn, *, is_limit: bool) -> tuple[History, History]:
    """A history, and the same where more was done on one day that was not skipped."""
    history = draw(histories(is_limit=is_limit))
    held = {entry.on: entry for entry in history.entries}
    days = [n for n in range(-30, 86) if after(n) not in held or not held[after(n)].is_skip]
    day = after(draw(st.sampled_from(days)))
    amount = held[day].amount if day in held else 0.0
    more = Entry(day, round(amount + draw(TENTHS), 1))
    others = [entry for entry in history.entries if entry.on != day]
    return history, replace(history, entries=[*others, more])
