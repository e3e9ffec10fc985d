"""A habit's schedule, amounts and progress in words of the reader's language."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from babel.dates import get_day_names
from babel.numbers import format_decimal, format_percent

from bot.language.habits.unit_forms import unit_beside
from bot.texts.dates import day_words, long_day
from storage.rules.schedules import Goal, Schedule, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from bot.reader import Reader
    from bot.texts import Words
    from storage.rules.streaks import Progress

WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})


def schedule_words(schedule: Schedule, goal: Goal | None, words: Words) -> str:
    """`every day`, `Mon, Wed, Fri`, `3 times a week`, `at most 2 a week`, `20 pages a day`."""
    if goal is None:
        return _frequency(schedule, words)
    amount = _goal_words(goal, words)
    if goal.is_limit or schedule.times == 1:
        parted = " · " if schedule.has_weekdays else " "
        return f"{amount}{parted}{_per(schedule, words)}"
    return f"{amount}, {_frequency(schedule, words)}"


def begins_lines(schedule: Schedule, today: date, words: Words) -> list[Markup]:
    """`🗓 From Thu 1 Oct on`; nothing for a habit that has begun."""
    if schedule.start <= today:
        return []
    return [words("habit-begins", day=long_day(schedule.start, today=today, words=words))]


def _frequency(schedule: Schedule, words: Words) -> str:
    """`every day`, `every 3 days`, `twice a month`."""
    if schedule.unit is Unit.DAY and schedule.times == 1:
        if schedule.is_daily and not schedule.has_weekdays:
            return words.plain("rate-every-day")
        return _per(schedule, words)
    return f"{words.plain('rate-times', count=schedule.times)} {_per(schedule, words)}"


def _per(schedule: Schedule, words: Words) -> str:
    """What an amount is for: `a day`, `a week`, `every 3 days`, `on weekends`, `Mon, Fri`."""
    if schedule.has_weekdays:
        return weekdays_words(schedule.weekdays, words)
    if schedule.unit is Unit.DAY and schedule.interval > 1:
        return words.plain("rate-days", count=schedule.interval)
    return words.plain(f"rate-{schedule.unit}")


def weekdays_words(weekdays: frozenset[int], words: Words) -> str:
    """`Mon, Wed, Fri`, `every weekday`, `on weekends`."""
    if weekdays == WORKDAYS:
        return words.plain("rate-workdays")
    if weekdays == WEEKEND:
        return words.plain("rate-weekend")
    return ", ".join(weekday_names(words)[day] for day in sorted(weekdays))


def weekday_names(words: Words) -> tuple[str, ...]:
    """Seven short names from Monday, in the form that they have outside of a sentence."""
    names = get_day_names("abbreviated", context="stand-alone", locale=words.locale)
    return tuple(str(names[day]).rstrip(".") for day in range(7))


def _goal_words(goal: Goal, words: Words) -> str:
    """`20 pages`, `at most 2 coffees`, `twice`."""
    amount = amount_words(goal.amount, goal.unit, words, is_limit=goal.is_limit)
    if goal.is_limit:
        return words.plain("rate-at-most", amount=amount)
    if not goal.unit and goal.amount == int(goal.amount):
        return words.plain("rate-times", count=int(goal.amount))
    return amount


def number_words(amount: float, words: Words) -> str:
    """`1,250`, `1.250`, `1 250`, as the reader writes numbers; at most three decimal places."""
    return format_decimal(amount, format="#,##0.###", locale=words.locale)


def amount_words(amount: float, unit: str, words: Words, *, is_limit: bool = False) -> str:
    """`1,250 ml`, `1 page`, `3`; `is_limit`: in the form that follows `at most`."""
    number = number_words(amount, words)
    return f"{number} {unit_beside(amount, unit, is_limit=is_limit)}" if unit else number


def percent_words(share: float, words: Words) -> str:
    """`80%`, `80 %` of a share of 0..1."""
    return format_percent(share, locale=words.locale)


def progress_words(
    progress: Progress,
    schedule: Schedule,
    goal: Goal | None,
    words: Words,
    *,
    is_past: bool = False,
) -> str:
    """`1,250 / 2,000 ml`, `2 of 3 this week`, `10 / 20 pages · 2 of 3 this week`; empty where
    nothing is counted. A week that `is_past` is called `that week`."""
    period = _period(schedule, words, is_past=is_past)
    if goal is not None and goal.is_limit:
        amount = amount_words(progress.target, goal.unit, words, is_limit=True)
        done = number_words(progress.done, words)
        return words.plain("progress-limit", done=done, target=amount) + period
    if goal is None:
        return _times(progress, schedule, words, period)
    if schedule.times == 1:
        return _of(progress.done, goal, words) + period
    return f"{_of(progress.of_day, goal, words)} · {_times(progress, schedule, words, period)}"


def _of(done: float, goal: Goal, words: Words) -> str:
    return f"{number_words(done, words)} / {amount_words(goal.amount, goal.unit, words)}"


def _times(progress: Progress, schedule: Schedule, words: Words, period: str) -> str:
    """`2 of 3 this week`; nothing for a day, or once in several."""
    if schedule.unit is Unit.DAY and schedule.times == 1:
        return ""
    done, target = f"{progress.done:.0f}", f"{progress.target:.0f}"
    return words.plain("progress-times", done=done, target=target) + period


def _period(schedule: Schedule, words: Words, *, is_past: bool) -> str:
    """` this week`, ` that month`, ` in 3 days`; empty for a day, which needs no words."""
    if schedule.is_daily:
        return ""
    if schedule.unit is Unit.DAY:
        return f" {words.plain('progress-days', count=schedule.interval)}"
    key = f"progress-{schedule.unit}"
    return f" {words.plain(f'{key}-past' if is_past else key)}"


def streak_words(count: int, schedule: Schedule, words: Words) -> str:
    """`12 days`, `3 weeks`, `4 × 3 days`: a count of the habit's own periods."""
    if schedule.unit is Unit.DAY and schedule.interval > 1:
        return f"{count} × {words.plain('streak-day', count=schedule.interval)}"
    return words.plain(f"streak-{schedule.unit}", count=count)


def day_name(day: date, back: int, words: Words) -> str:
    """`today, Wed, 23 Sep`, `Mon, 21 Sep`: a day that was `back` days ago."""
    today = day + timedelta(days=back)
    long = long_day(day, today=today, words=words)
    return long if abs(back) > 1 else f"{day_words(day, today=today, words=words)}, {long}"


def day_title(day: date, back: int, words: Words) -> str:
    """The same at the beginning of a line or a sentence: `Today, Wed, 23 Sep`."""
    name = day_name(day, back, words)
    return name[:1].upper() + name[1:]


def times_words(times: Iterable[time], reader: Reader) -> str:
    """`8:00, 21:00` by the reader's clock."""
    return ", ".join(reader.clock(at) for at in sorted(times))
