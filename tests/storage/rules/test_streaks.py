"""Streaks: what became of each period, in tables and against a slow count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storage.rules import streaks as rules
from storage.rules.histories import Entry, History
from storage.rules.schedules import Direction, Goal, Schedule, Span, Unit
from storage.rules.streaks import State, Streaks, current_streak, periods, streaks
from tests.support.histories import MONDAY, after, changes, histories, todays, written

SUNDAY = 6
KEPT, MISSED, NEUTRAL, OPEN = State.KEPT, State.MISSED, State.NEUTRAL, State.OPEN
AT_MOST = Direction.AT_MOST
WEEKLY = Schedule(MONDAY, unit=Unit.WEEK)
THREE_A_WEEK = Schedule(MONDAY, unit=Unit.WEEK, times=3)
EVERY_3_DAYS = Schedule(MONDAY, interval=3)
MONDAY_AND_FRIDAY = Schedule(MONDAY, weekdays=frozenset({0, 4}))
FROM_THURSDAY = Schedule(after(3), unit=Unit.WEEK, times=2)
TWO = Goal(2)
UP_TO_TWO = Goal(2, direction=AT_MOST)

SIGNS = {KEPT: "K", MISSED: "M", NEUTRAL: "-", OPEN: "o"}


def states(history: History, today: date) -> str:
    return "".join(SIGNS[period.state] for period in periods(history, today=today))


@pytest.mark.parametrize(
    ("days", "schedule", "goal", "expected"),
    [
        # every day
        ("", None, None, ""),
        (".", None, None, "o"),
        ("x", None, None, "K"),
        ("xx.x", None, None, "KKMK"),
        ("xx.", None, None, "KKo"),
        ("xxs", None, None, "KKo"),
        ("xxsax", None, None, "KK--K"),
        ("x05x", None, None, "KMKK"),  # an amount of nothing is no tick, any other is one
        # on chosen days; what is done on others changes nothing
        ("x...x.. x...... x", MONDAY_AND_FRIDAY, None, "KKKMK"),
        ("xxxx.xx .", MONDAY_AND_FRIDAY, None, "KMo"),
        ("x...x.. .x", MONDAY_AND_FRIDAY, None, "KKM"),
        ("x...s.. x.", MONDAY_AND_FRIDAY, None, "K-K"),
        ("x.s.x..", MONDAY_AND_FRIDAY, None, "KK"),
        ("2...1..", MONDAY_AND_FRIDAY, TWO, "KM"),
        # every three days
        ("x.. .x. ... x", EVERY_3_DAYS, None, "KKMK"),
        ("x.. .x. ...", EVERY_3_DAYS, None, "KKo"),
        ("x.. ..s ... .", EVERY_3_DAYS, None, "K-Mo"),
        ("xx. x.x .x. xx", Schedule(MONDAY, interval=3, times=2), None, "KKMK"),
        ("1.1 .2. .1. .", EVERY_3_DAYS, TWO, "KKMo"),
        # so often in a week
        ("x.x.x.. xx..x", THREE_A_WEEK, None, "KK"),
        ("x.x.x.. xx.....", THREE_A_WEEK, None, "Ko"),
        ("x.x.x.. xx..... .", THREE_A_WEEK, None, "KMo"),
        ("x.x.x.. xx....s .", THREE_A_WEEK, None, "K-o"),
        ("xxxs... a...... .", THREE_A_WEEK, None, "K-o"),
        ("x.2.3.. .2.1.4. .", THREE_A_WEEK, TWO, "MMo"),
        ("2.2.3.. 3.2.1.4 .", THREE_A_WEEK, TWO, "KKo"),
        ("1.1.... .1..... 2", WEEKLY, TWO, "KMK"),
        # not more than
        ("2.103.0", None, UP_TO_TWO, "KKKKMKo"),
        ("222", None, UP_TO_TWO, "KKo"),
        ("2a3s2", None, UP_TO_TWO, "K-M-o"),
        ("1.1.... 1.1...1 ......1 .", WEEKLY, UP_TO_TWO, "KMKo"),
        ("1.1...a 1.2...a aaaaaaa .", WEEKLY, UP_TO_TWO, "K--o"),
        ("3..", WEEKLY, UP_TO_TWO, "o"),
        ("9...3.. 1......", MONDAY_AND_FRIDAY, UP_TO_TWO, "MMKK"),
        ("0.1", None, Goal(0, direction=AT_MOST), "KKo"),
    ],
)
def test_what_becomes_of_a_period(
    days: str, schedule: Schedule | None, goal: Goal | None, expected: str
) -> None:
    assert states(*written(days, schedule, goal)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("", Streaks(0, 0, 0, 0)),
        (".", Streaks(0, 0, 0, 0)),
        ("x", Streaks(1, 1, 1, 1)),
        ("xxx", Streaks(3, 3, 3, 3)),
        ("xxx.", Streaks(3, 3, 3, 3)),  # today is open
        ("xxx..", Streaks(0, 3, 3, 4)),
        ("xxx.x", Streaks(1, 3, 4, 5)),
        ("x.xxx", Streaks(3, 3, 4, 5)),
        ("xxssxx", Streaks(4, 4, 4, 4)),
        ("xxaaaa", Streaks(2, 2, 2, 2)),
        ("xx.ssx", Streaks(1, 2, 3, 4)),
        ("ssss", Streaks(0, 0, 0, 0)),
    ],
)
def test_streaks_of_days(days: str, expected: Streaks) -> None:
    history, today = written(days)
    assert streaks(history, today=today) == expected


@pytest.mark.parametrize(
    ("days", "schedule", "goal", "expected"),
    [
        ("x...x.. x......", MONDAY_AND_FRIDAY, None, Streaks(0, 3, 3, 4)),
        ("x.. .x. ... x", EVERY_3_DAYS, None, Streaks(1, 2, 3, 4)),
        ("x.x.x.. xxx.... xx.", THREE_A_WEEK, None, Streaks(2, 2, 2, 2)),
        ("2103", None, UP_TO_TWO, Streaks(3, 3, 3, 3)),
        ("21033", None, UP_TO_TWO, Streaks(0, 3, 3, 4)),
    ],
)
def test_the_unit_of_a_streak_is_the_period(
    days: str, schedule: Schedule | None, goal: Goal | None, expected: Streaks
) -> None:
    history, today = written(days, schedule, goal)
    assert streaks(history, today=today) == expected


def test_the_share_of_periods_kept() -> None:
    history, today = written("xx.xx")
    assert streaks(history, today=today).share == 0.8
    assert streaks(history, today=after(-1)).share is None


@pytest.mark.parametrize(
    ("days", "on_monday", "on_sunday"),
    [
        ("x.x.x.. x.x....", "Ko", "KMo"),
        ("x.x.x.x x.x....", "Ko", "KKo"),
        ("x...... x.x.x..", "MK", "-Ko"),
        ("x...... .", "Mo", "-o"),
    ],
)
def test_weeks_begin_on_the_persons_first_weekday(
    days: str, on_monday: str, on_sunday: str
) -> None:
    assert states(*written(days, THREE_A_WEEK)) == on_monday
    assert states(*written(days, THREE_A_WEEK, first_weekday=SUNDAY)) == on_sunday


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("...x... .", "-o"),  # begun within the week: not kept is not missed
        ("...xx.. .", "Ko"),
        ("...x... xx.....", "-K"),
        (".x..... .", "-o"),  # logged for the day before yesterday
        ("x..x... .", "Ko"),
        ("x...... .", "Mo"),  # of a whole week
    ],
)
def test_the_first_period_may_be_partial(days: str, expected: str) -> None:
    assert states(*written(days, FROM_THURSDAY)) == expected


def test_what_was_logged_before_the_start_begins_the_history() -> None:
    history, today = written("x..xx", Schedule(after(3)))
    assert states(history, today) == "KMMKK"
    block, today = written("...x....", Schedule(after(5), interval=3))
    assert [period.span.first for period in periods(block, today=today)] == [after(2), after(5)]
    assert states(block, today) == "Ko"


def test_months_have_as_many_days_as_they_have() -> None:
    """Thirty times a month is every day of a February."""
    schedule = Schedule(date(2026, 1, 1), unit=Unit.MONTH, times=30)
    january = written("x" * 30 + "." + "x" * 28 + ".", schedule, first=date(2026, 1, 1))
    assert states(*january) == "KKo"
    february = written("x" * 31 + "x" * 27 + "..", schedule, first=date(2026, 1, 1))
    assert states(*february) == "KMo"
    assert [period.span for period in periods(january[0], today=january[1])] == [
        Span(date(2026, 1, 1), date(2026, 1, 31)),
        Span(date(2026, 2, 1), date(2026, 2, 28)),
        Span(date(2026, 3, 1), date(2026, 3, 31)),
    ]


def test_months_that_were_begun_late_and_over_a_leap_day() -> None:
    schedule = Schedule(date(2028, 1, 20), unit=Unit.MONTH, times=2)
    ticks = [Entry(date(2028, 1, 31)), Entry(date(2028, 2, 1)), Entry(date(2028, 2, 29))]
    history = History(schedule, None, ticks)
    assert states(history, date(2028, 2, 28)) == "-o"
    assert states(history, date(2028, 2, 29)) == "-K"
    assert states(history, date(2028, 4, 1)) == "-KMo"


def test_a_pause_without_an_end() -> None:
    history, today = written("xx....")
    paused = replace(history, away=[Span(after(2))])
    assert states(paused, today) == "KK---o"
    assert streaks(paused, today=today).current == 2


@pytest.mark.parametrize(
    "away", [Span(after(-9), after(-2)), Span(after(5), after(9)), Span(after(2), after(1))]
)
def test_other_days_away_change_nothing(away: Span) -> None:
    history, today = written("x.xx.")
    assert states(replace(history, away=[away]), today) == "KMKKo"


def test_what_was_done_while_away_counts() -> None:
    history, today = written("x.x.x.x")
    away = replace(history, away=[Span(after(1), after(4))])
    assert states(away, today) == "K-K-KMK"


@pytest.mark.parametrize("unit", Unit)
def test_what_is_yet_to_begin_has_no_periods(unit: Unit) -> None:
    history = History(Schedule(after(1), unit=unit), None, [])
    assert periods(history, today=MONDAY) == []
    assert streaks(history, today=MONDAY) == Streaks(0, 0, 0, 0)


def test_entries_of_days_to_come_are_left_aside() -> None:
    history, _ = written("xx.xx")
    assert states(history, after(2)) == "KKo"
    assert states(History(Schedule(after(2)), None, [Entry(after(2))]), MONDAY) == ""


def test_tenths_make_a_whole() -> None:
    """Ten times 0.1 is not 1 in floating point."""
    tenths = [Entry(after(n), 0.1) for n in range(7)]
    assert states(History(WEEKLY, Goal(0.7), tenths), after(7)) == "Ko"
    limit = Goal(0.3, direction=AT_MOST)
    assert states(History(WEEKLY, limit, tenths[:3]), after(7)) == "Ko"


def test_periods_tell_their_days_and_what_was_done() -> None:
    history, today = written("1.3.... 2.5", THREE_A_WEEK, TWO)
    assert [(period.span, period.amount) for period in periods(history, today=today)] == [
        (Span(MONDAY, after(6)), 1),
        (Span(after(7), after(13)), 2),
    ]
    history = replace(history, schedule=WEEKLY, entries=[*history.entries, Entry(after(1), 0.5)])
    assert [period.amount for period in periods(history, today=today)] == [4.5, 7]


def count_slowly(history: History, today: date) -> list[State]:
    """What became of each period, from the words of the rule and day by day."""
    entries = {entry.on: entry for entry in history.entries if entry.on <= today}
    first = day = min([history.schedule.start, *entries])
    found = []
    while day <= today:
        begin, last = day, day
        while _label(history, begin - timedelta(days=1)) == _label(history, day):
            begin -= timedelta(days=1)
        while _label(history, last + timedelta(days=1)) == _label(history, day):
            last += timedelta(days=1)
        if history.schedule.counts(day):
            found.append(_state(history, entries, begin, last, first=first, today=today))
        day = last + timedelta(days=1)
    return found


def _label(history: History, day: date) -> object:
    """Equal for the days of a period."""
    if history.schedule.unit is Unit.MONTH:
        return day.year, day.month
    if history.schedule.unit is Unit.WEEK:
        return (day.toordinal() - 1 - history.first_weekday) // 7  # 1 January 1 was a Monday
    return (day - history.schedule.start).days // history.schedule.interval


def _state(
    history: History,
    entries: dict[date, Entry],
    begin: date,
    last: date,
    *,
    first: date,
    today: date,
) -> State:
    days = [begin + timedelta(days=n) for n in range((last - begin).days + 1)]
    lived = [day for day in days if first <= day <= today]
    skipped = {day for day in lived if day in entries and entries[day].is_skip}
    idle = skipped | {day for day in lived if any(day in span for span in history.away)}
    amounts = [
        round(entries[day].amount * 10) for day in lived if day in entries and day not in skipped
    ]
    goal, times = history.goal, min(history.schedule.times, len(days))
    if goal is not None and goal.direction is AT_MOST:
        if last >= today:
            return OPEN
        if len(idle) == len(lived):
            return NEUTRAL
        is_met = sum(amounts) <= round(goal.amount * 10)
    elif goal is None:
        is_met = len([amount for amount in amounts if amount > 0]) >= times
    elif history.schedule.times > 1:
        is_met = len([amount for amount in amounts if amount >= round(goal.amount * 10)]) >= times
    else:
        is_met = sum(amounts) >= round(goal.amount * 10)
    if is_met:
        return KEPT
    if last >= today:
        return OPEN
    return NEUTRAL if idle or begin < first else MISSED


def _in_a_row(states: list[State]) -> int:
    """Kept ones from the end back to the last that was missed."""
    kept = 0
    for state in reversed(states):
        if state is MISSED:
            break
        kept += state is KEPT
    return kept


@settings(derandomize=True, deadline=None, max_examples=200)
@given(histories(), todays())
def test_streaks_are_as_counted_slowly(history: History, today: date) -> None:
    slowly = count_slowly(history, today)
    assert [period.state for period in periods(history, today=today)] == slowly
    best = max((_in_a_row(slowly[: n + 1]) for n in range(len(slowly))), default=0)
    kept, judged = slowly.count(KEPT), slowly.count(KEPT) + slowly.count(MISSED)
    assert streaks(history, today=today) == Streaks(_in_a_row(slowly), best, kept, judged)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(histories(), todays(), st.integers(-40, 40), st.integers(1, 60))
def test_a_streak_is_known_from_its_newest_days(
    history: History, today: date, first: int, lately: int
) -> None:
    whole = streaks(history, today=today).current
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "LATELY", timedelta(days=lately))
        assert current_streak(history, today=today) == (whole, True)
        since = after(first)
        some = replace(history, entries=[one for one in history.entries if one.on >= since])
        current, is_known = current_streak(some, today=today, since=since)
    assert current == whole or not is_known


@settings(derandomize=True, deadline=None, max_examples=100)
@given(changes(is_limit=False), todays())
def test_doing_more_never_shortens_a_streak(change: tuple[History, History], today: date) -> None:
    less, more = (streaks(history, today=today) for history in change)
    assert more.current >= less.current
    assert more.best >= less.best
    assert more.kept >= less.kept


@settings(derandomize=True, deadline=None, max_examples=100)
@given(changes(is_limit=True), todays())
def test_doing_more_never_lengthens_the_streak_of_a_limit(
    change: tuple[History, History], today: date
) -> None:
    """Within its history: an older entry makes the history longer, and so what was kept."""
    less, more = change
    begin = min([less.schedule.start, *(entry.on for entry in less.entries)])
    assume(all(entry.on >= begin for entry in more.entries))
    before, now = (streaks(history, today=today) for history in change)
    assert now.current <= before.current
    assert now.best <= before.best
    assert now.kept <= before.kept
