"""What the board shows of a day, and when a habit's reminder comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit
from storage.rules.streaks import Progress, State, periods, progress
from tests.support.histories import MONDAY, after, histories, todays, written

WEEKLY = Schedule(MONDAY, unit=Unit.WEEK)
THREE_A_WEEK = Schedule(MONDAY, unit=Unit.WEEK, times=3)
MONDAY_AND_FRIDAY = Schedule(MONDAY, weekdays=frozenset({0, 4}))
EVERY_3_DAYS = Schedule(MONDAY, interval=3)
TWO = Goal(2)
UP_TO_TWO = Goal(2, direction=Direction.AT_MOST)


def progress_of(days: str, schedule: Schedule | None = None, goal: Goal | None = None) -> Progress:
    history, today = written(days, schedule, goal)
    return progress(history, on=today)


@pytest.mark.parametrize(
    ("days", "schedule", "goal", "numbers"),
    [
        (".", None, None, (0, 1, 0, 1)),
        ("x", None, None, (1, 1, 1, 0)),
        ("xs", None, None, (0, 1, 0, 1)),
        ("x.x", THREE_A_WEEK, None, (2, 3, 1, 1)),
        ("x.x.xx.", THREE_A_WEEK, None, (4, 3, 0, 0)),
        ("xxx.... .", THREE_A_WEEK, None, (0, 3, 0, 3)),
        ("1", None, TWO, (1, 2, 1, 1)),
        ("3", None, TWO, (3, 2, 3, 0)),
        ("1.3", Schedule(MONDAY, unit=Unit.WEEK), Goal(20), (4, 20, 3, 16)),
        ("2.1", THREE_A_WEEK, TWO, (1, 3, 1, 1)),  # of each time, the rest of this day's
        ("2.2", THREE_A_WEEK, TWO, (2, 3, 2, 0)),
        ("222.", THREE_A_WEEK, TWO, (3, 3, 0, 0)),
        ("1.", WEEKLY, UP_TO_TWO, (1, 2, 0, 1)),  # of a limit what is left
        ("1.5", WEEKLY, UP_TO_TWO, (6, 2, 5, 0)),
        ("x", EVERY_3_DAYS, None, (1, 1, 1, 0)),
    ],
)
def test_how_far_a_period_is(
    days: str,
    schedule: Schedule | None,
    goal: Goal | None,
    numbers: tuple[float, float, float, float],
) -> None:
    """Numbers: done, target, of the day, rest."""
    found = progress_of(days, schedule, goal)
    assert (found.done, found.target, found.of_day, found.rest) == numbers


@pytest.mark.parametrize(
    ("days", "schedule", "goal", "facts"),
    [
        (".", None, None, "due"),
        ("x", None, None, "kept done"),
        ("s", None, None, "skipped"),
        ("a", None, None, "away"),
        ("0", None, None, "due"),
        ("x.", MONDAY_AND_FRIDAY, None, ""),  # nobody asks on Tuesday
        ("xx", MONDAY_AND_FRIDAY, None, "kept done"),
        ("x....", MONDAY_AND_FRIDAY, None, "due"),
        ("x..", EVERY_3_DAYS, None, "kept"),
        (".x", EVERY_3_DAYS, None, "kept done"),
        ("x.. .", EVERY_3_DAYS, None, "due"),
        ("x", THREE_A_WEEK, None, "done"),  # not twice on one day
        ("x.", THREE_A_WEEK, None, "due"),
        ("xxx", THREE_A_WEEK, None, "kept done"),
        ("xxx.", THREE_A_WEEK, None, "kept"),
        ("xs", THREE_A_WEEK, None, "skipped"),
        ("2", THREE_A_WEEK, TWO, "done"),
        ("1", THREE_A_WEEK, TWO, "due"),
        ("1", None, TWO, "due"),
        ("2", None, TWO, "kept done"),
        ("1", WEEKLY, TWO, "due"),  # the rest may still be done today
        ("11", WEEKLY, TWO, "kept done"),
        ("11.", WEEKLY, TWO, "kept"),
        (".", None, UP_TO_TWO, "kept due"),  # how much?
        ("0", None, UP_TO_TWO, "kept done"),
        ("2", None, UP_TO_TWO, "kept done"),
        ("3", None, UP_TO_TWO, "done"),
        ("3.", WEEKLY, UP_TO_TWO, "due"),
        ("s", WEEKLY, UP_TO_TWO, "kept skipped"),
        ("a", WEEKLY, UP_TO_TWO, "kept away"),
        ("0.", MONDAY_AND_FRIDAY, UP_TO_TWO, "kept"),
    ],
)
def test_what_a_day_is(days: str, schedule: Schedule | None, goal: Goal | None, facts: str) -> None:
    found = progress_of(days, schedule, goal)
    names = ("kept", "done", "skipped", "away", "due")
    assert [name for name in names if getattr(found, f"is_{name}")] == facts.split()


def test_nothing_is_due_before_the_start_though_it_may_be_done() -> None:
    history = History(Schedule(after(1)), None, [])
    assert not progress(history, on=MONDAY).is_due
    assert progress(history, on=after(1)).is_due
    assert progress(replace(history, entries=[Entry(MONDAY)]), on=MONDAY).is_done


def test_a_day_is_seen_as_it_was() -> None:
    history, _ = written("x.x.x", THREE_A_WEEK)
    assert [progress(history, on=after(n)).done for n in range(6)] == [1, 1, 2, 2, 3, 3]
    assert progress(history, on=after(3)).is_due


def test_weeks_are_the_persons() -> None:
    history, _ = written("x.x.x..", THREE_A_WEEK, first_weekday=6)
    assert progress(history, on=after(5)).span == Span(after(-1), after(5))
    assert progress(history, on=after(6)).done == 0


def test_a_short_month_asks_for_no_more_than_its_days() -> None:
    history = History(Schedule(date(2026, 1, 1), unit=Unit.MONTH, times=30), None, [])
    assert progress(history, on=date(2026, 2, 10)).target == 28
    assert progress(history, on=date(2026, 3, 10)).target == 30


def test_what_is_missing_is_said_without_crumbs() -> None:
    history = History(Schedule(MONDAY), Goal(0.3), [Entry(MONDAY, 0.1)])
    assert progress(history, on=MONDAY).rest == 0.2


@settings(derandomize=True, deadline=None)
@given(histories(), todays())
def test_the_board_and_the_streak_agree(history: History, today: date) -> None:
    found = progress(history, on=today)
    assert found.rest >= 0
    assert not (found.is_due and (found.is_done or found.is_skipped or found.is_away))
    listed = periods(history, today=today)
    if listed and listed[-1].span == found.span:
        assert listed[-1].amount == found.done
        if not history.is_limit:
            assert (listed[-1].state is State.KEPT) is found.is_kept
            assert not (found.is_due and found.is_kept)
