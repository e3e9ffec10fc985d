"""The score: Loop's values, and a slow reckoning straight from its formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import sqrt

import pytest
from hypothesis import given, settings

from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit
from storage.rules.scores import Scores, scores
from tests.support.histories import MONDAY, after, changes, histories, todays, written

AT_MOST = Direction.AT_MOST
WEEKLY = Schedule(MONDAY, unit=Unit.WEEK)
THREE_A_WEEK = Schedule(MONDAY, unit=Unit.WEEK, times=3)
MONDAY_AND_FRIDAY = Schedule(MONDAY, weekdays=frozenset({0, 4}))
MONTHLY = Schedule(MONDAY, unit=Unit.MONTH, times=8)
LOOPS = 1e-6  # how exactly its own tests compare
M = 0.5 ** (1 / 13)  # what a day leaves of a daily habit's score


def score_of(days: str, schedule: Schedule | None = None, goal: Goal | None = None) -> float:
    history, today = written(days, schedule, goal)
    return scores(history, today=today).score


@pytest.mark.parametrize(
    ("days", "score"),
    [
        (1, 0.051922),
        (2, 0.101149),
        (13, 0.5),
        (20, 0.655747),
    ],
)
def test_days_in_a_row(days: int, score: float) -> None:
    assert score_of("x" * days) == pytest.approx(score, abs=LOOPS)


def test_a_month_in_a_row_and_two() -> None:
    assert score_of("x" * 30) == pytest.approx(0.798, abs=5e-4)
    assert score_of("x" * 60) == pytest.approx(0.959, abs=5e-4)


def test_one_miss_takes_a_little_once_its_day_is_over() -> None:
    assert score_of("x" * 60 + ".") == score_of("x" * 60)
    assert score_of("x" * 60 + "..") == pytest.approx(0.909, abs=5e-4)


@pytest.mark.parametrize(
    ("week", "schedule", "goal", "limit"),
    [
        ("x..x...", THREE_A_WEEK, None, 2 / 3),
        ("x.x.x..", THREE_A_WEEK, None, 1),
        ("xxxxxxx", THREE_A_WEEK, None, 1),
        ("x...x..", MONDAY_AND_FRIDAY, None, 1),
        ("x......", MONDAY_AND_FRIDAY, None, 0.5),
        (".x...x.", MONDAY_AND_FRIDAY, None, 1),  # a day off is as strong, though no streak
        ("9.5....", WEEKLY, Goal(14), 1),
        ("4.3....", WEEKLY, Goal(14), 0.5),
        ("2.1.4..", THREE_A_WEEK, Goal(2), 2.5 / 3),  # each time up to its goal
        ("4...1..", MONDAY_AND_FRIDAY, Goal(2), 0.75),
        ("1111111", None, Goal(4), 0.25),
        ("21.....", WEEKLY, Goal(2, direction=AT_MOST), 0.5),
        ("2......", WEEKLY, Goal(2, direction=AT_MOST), 1),
        ("4......", WEEKLY, Goal(2, direction=AT_MOST), 0),
        ("39..3..", MONDAY_AND_FRIDAY, Goal(2, direction=AT_MOST), 0.5),
    ],
)
def test_a_week_again_and_again_tends_to_its_share(
    week: str, schedule: Schedule | None, goal: Goal | None, limit: float
) -> None:
    assert score_of(week * 160, schedule, goal) == pytest.approx(limit, abs=1e-4)


def test_one_who_keeps_a_limit_begins_at_the_top() -> None:
    two = Goal(2, direction=AT_MOST)
    assert score_of("2" * 20, goal=two) == 1
    assert score_of("." * 20, goal=two) == 1
    assert score_of("5" * 20, goal=two) == pytest.approx(0.344253, abs=LOOPS)
    assert score_of("3" * 20, goal=two) == pytest.approx(0.5 + 0.5 * M**20)


def test_a_limit_of_nothing_knows_nothing_or_something() -> None:
    nothing = Goal(0, direction=AT_MOST)
    assert score_of("0.0.", goal=nothing) == 1
    assert score_of("1", goal=nothing) == pytest.approx(M)
    assert score_of("19", goal=nothing) == pytest.approx(M * M)


def test_nothing_is_left_of_a_sum_that_has_gone_by() -> None:
    """0.1 + 0.2 - 0.1 - 0.2 is not 0 in floating point."""
    schedule, goal = Schedule(MONDAY, interval=2), Goal(0, direction=AT_MOST)
    once = [Entry(after(0), 0.1), Entry(after(1), 0.2), Entry(after(2), 0.3)]
    values = scores(History(schedule, goal, once), today=after(9)).values
    assert values == sorted(values[:4], reverse=True) + sorted(values[4:])
    assert values[4] > values[3]


def test_skipped_and_away_days_copy_the_score() -> None:
    history, today = written("xxxssaaxx")
    values = scores(history, today=today).values
    assert values[2:7] == [values[2]] * 5
    assert values[8] == score_of("xxxxx")


@pytest.mark.parametrize("goal", [None, Goal(1), Goal(0, direction=AT_MOST)])
def test_what_was_logged_on_a_skipped_or_an_away_day_counts_as_none(goal: Goal | None) -> None:
    schedule = Schedule(MONDAY, interval=2)
    nothing, _ = written(".s..", schedule, goal)
    skipped = replace(nothing, entries=[Entry(after(1), 5, is_skip=True)])
    away = replace(nothing, entries=[Entry(after(1), 5)], away=[Span(after(1), after(1))])
    values = scores(nothing, today=after(3)).values
    assert scores(skipped, today=after(3)).values == values
    assert scores(away, today=after(3)).values == values


def test_each_chosen_day_is_a_daily_limit_of_its_own() -> None:
    two = Goal(2, direction=AT_MOST)
    history, today = written("4...4..", MONDAY_AND_FRIDAY, two)
    assert scores(history, today=today).values == pytest.approx([M] * 4 + [M * M] * 3)


@pytest.mark.parametrize("sign", [".", "s", "a"])
def test_the_open_day_neither_lowers_a_score_nor_raises_a_limits(sign: str) -> None:
    assert score_of("xxxx" + sign) == score_of("xxxx")
    two = Goal(2, direction=AT_MOST)
    assert score_of("5555" + sign, goal=two) == score_of("5555", goal=two)
    assert score_of("55555", goal=two) < score_of("5555", goal=two)
    assert score_of("xxxxx") > score_of("xxxx")


def test_days_are_found_by_date() -> None:
    history, today = written("x.x")
    found = scores(history, today=today)
    assert found.first == MONDAY
    assert [found.on(after(n)) for n in range(3)] == found.values
    assert found.on(after(-1)) == 0
    assert found.on(after(9)) == found.score == found.values[-1]


def test_what_is_yet_to_begin_has_no_days() -> None:
    later = Schedule(after(5))
    assert scores(History(later, None, []), today=MONDAY).values == []
    assert scores(History(later, None, []), today=MONDAY).score == 0
    limit = Goal(2, direction=AT_MOST)
    assert scores(History(later, limit, []), today=MONDAY).score == 1
    assert scores(History(later, limit, []), today=MONDAY).on(MONDAY) == 1


def test_an_entry_before_the_start_begins_the_history() -> None:
    begin = [Entry(after(-3)), Entry(after(0))]
    found = scores(History(Schedule(MONDAY), None, begin), today=MONDAY)
    assert (found.first, len(found.values)) == (after(-3), 4)
    assert found.score == pytest.approx(1 - M + (1 - M) * M**3)


def test_entries_of_days_to_come_are_left_aside() -> None:
    history, _ = written("xx.xx")
    assert scores(history, today=after(2)) == scores(written("xx.")[0], today=after(2))
    tomorrow = History(Schedule(after(1)), None, [Entry(after(1))])
    assert scores(tomorrow, today=MONDAY).values == []


class Reckoner:
    """Each day's score from the words of the rule, each sum computed again, in whole tenths."""

    def __init__(self, history: History, today: date) -> None:
        self.schedule, self.goal, self.today = history.schedule, history.goal, today
        self.entries = {entry.on: entry for entry in history.entries if entry.on <= today}
        self.away = history.away
        self.chosen = 0 < len(self.schedule.weekdays) < 7
        self.is_limit = self.goal is not None and self.goal.direction is AT_MOST
        self.times, self.length = self.frequency()

    def frequency(self) -> tuple[int, int]:
        if self.chosen:
            return (1, 1) if self.is_limit else (len(self.schedule.weekdays), 7)
        if self.schedule.unit is Unit.MONTH:
            return min(self.schedule.times, 30), 30
        return self.schedule.times, 7 if self.schedule.unit is Unit.WEEK else self.schedule.interval

    def is_idle(self, day: date) -> bool:
        is_skipped = day in self.entries and self.entries[day].is_skip
        return is_skipped or any(day in span for span in self.away)

    def amount(self, day: date) -> int:
        if day not in self.entries or self.is_idle(day):
            return 0
        return round(self.entries[day].amount * 10)

    def share(self, day: date) -> float:
        twice = 2 if self.goal is None and self.times < self.length else 1
        window = [self.amount(day - timedelta(days=n)) for n in range(self.length * twice)]
        if self.goal is None:
            return min(1.0, sum(amount > 0 for amount in window) / (self.times * twice))
        target = round(self.goal.amount * 10)
        if self.is_limit and target == 0:
            return float(sum(window) == 0)
        if self.is_limit:
            return min(1.0, max(0.0, 1 - (sum(window) - target) / target))
        if self.schedule.times > 1 or self.chosen:
            return min(1.0, sum(min(1.0, amount / target) for amount in window) / self.times)
        return min(1.0, sum(window) / target)

    def scores(self) -> Iterator[float]:
        multiplier = 0.5 ** (sqrt(self.times / self.length) / 13)
        score = 1.0 if self.is_limit else 0.0
        day = min([self.schedule.start, *self.entries])
        while day <= self.today:
            before = score
            is_free = self.is_limit and self.chosen and day.weekday() not in self.schedule.weekdays
            if not is_free and not self.is_idle(day):
                score = score * multiplier + self.share(day) * (1 - multiplier)
            if day == self.today:
                score = min(score, before) if self.is_limit else max(score, before)
            yield score
            day += timedelta(days=1)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(histories(), todays())
def test_every_day_is_as_reckoned_slowly(history: History, today: date) -> None:
    slowly = list(Reckoner(history, today).scores())
    assert scores(history, today=today).values == pytest.approx(slowly)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(histories(), todays())
def test_a_score_is_between_none_and_all(history: History, today: date) -> None:
    assert all(0 <= score <= 1 for score in scores(history, today=today).values)


def days_of(one: Scores, other: Scores) -> list[date]:
    first = min(one.first, other.first)
    return [first + timedelta(days=n) for n in range(-1, max(len(one.values), len(other.values)))]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(changes(is_limit=False), todays())
def test_doing_more_never_lowers_a_score(change: tuple[History, History], today: date) -> None:
    less, more = (scores(history, today=today) for history in change)
    assert all(more.on(day) >= less.on(day) for day in days_of(less, more))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(changes(is_limit=True), todays())
def test_doing_more_never_raises_the_score_of_a_limit(
    change: tuple[History, History], today: date
) -> None:
    less, more = (scores(history, today=today) for history in change)
    assert all(more.on(day) <= less.on(day) for day in days_of(less, more))
