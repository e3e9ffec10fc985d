"""A repeat, worked out to rules of RFC 5545 and their first moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bot.language.engine.build import WORKDAYS
from bot.language.meaning.calendar import (
    WrittenAt,
    add_months,
    clock_times,
    days_in,
    find_day,
    in_part,
    month_days,
    month_last,
    month_start,
    nth_weekday,
)
from bot.language.meaning.lasting import start_of
from bot.language.meaning.moments import end_of_week, part_time
from bot.language.said import Day, Every, Frequency, Length, Part, Until, WallTime, Window
from storage.rules.due import Due
from storage.rules.due import moment as moment_of
from storage.rules.recurrence import Anchor, Repeat, occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.language.engine.choose import Chosen

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_SEARCH = 8 * 366 + 31  # days: 29 February may be eight years away
ELAPSED = ("MINUTELY", "HOURLY")


class Series(NamedTuple):
    """A repeat and its first moment; `other` is the second reading of an ordinal."""

    repeat: Repeat
    due: Due
    started: bool = False
    other: Repeat | None = None


def resolve_series(chosen: Chosen, moment: WrittenAt) -> Series | None:
    """The repeat of a line; None if it has none, or one without a possible day."""
    if chosen.every is None:
        return None
    said, day = _with_day(chosen.every, chosen.day)
    every, swapped = _dated(said, moment)
    if every is None:
        return None
    start_said = chosen.start or day
    start = moment.today
    if start_said is not None:
        found = find_day(start_said, moment)
        if found.on is None:
            return None
        start = found.on
    plan = _Plan(every, chosen, moment, start)
    try:
        series = plan.elapsed() if every.frequency in ELAPSED else plan.dated()
    except (ValueError, OverflowError):
        return None
    if series is None:
        return None
    other = swapped or _other_ordinal(every)
    alternative = resolve_series(replace(chosen, every=other), moment) if other else None
    return series._replace(
        started=start_said is not None, other=alternative.repeat if alternative else None
    )


def _dated(every: Every, moment: WrittenAt) -> tuple[Every | None, Every | None]:
    """The days of a year of what is said in digits, and those in the other order of 3/4.

    None where one of them is no date.
    """
    if not every.dates:
        return every, None
    pairs = [month_days(day, moment) for day in every.dates]
    if not all(pairs):
        return None, None
    days = every._replace(dates=(), year_days=tuple(each[0] for each in pairs))
    if all(len(each) == 1 for each in pairs):
        return days, None
    return days, days._replace(year_days=tuple(each[-1] for each in pairs))


def _other_ordinal(every: Every) -> Every | None:
    """The other reading of "every 3rd friday": every third week, or the third of each month."""
    if not every.doubtful:
        return None
    if every.nth:
        return Every("WEEKLY", every.nth, weekdays=every.weekdays)
    if every.interval <= 5:
        return Every("MONTHLY", weekdays=every.weekdays, nth=every.interval)
    return None


def _with_day(every: Every, day: Day | None) -> tuple[Every, Day | None]:
    """Make a day beside a repeat one of its days if it fits; otherwise the repeat starts there."""
    plain = not (every.weekdays or every.month_days or every.year_days or every.dates)
    if day is None or not plain:
        return every, day
    if every.frequency in ("WEEKLY", *ELAPSED) and day.kind == "coming" and day.weekday is not None:
        return every._replace(weekdays=(day.weekday,)), None
    if every.frequency == "MONTHLY":
        return _with_month_day(every, day)
    if every.frequency == "YEARLY" and day.kind == "named" and day.year is None:
        return every._replace(year_days=((day.month or 1, day.day or 1),)), None
    return every, day


def _with_month_day(every: Every, day: Day) -> tuple[Every, Day | None]:
    if day.kind == "of-month" and day.day:
        return every._replace(month_days=(day.day,)), None
    if day.kind == "nth" and day.month is None and day.weekday is not None:
        return every._replace(weekdays=(day.weekday,), nth=day.n), None
    if day.kind == "month-end" and day.n == 0:
        return every._replace(month_days=(-1,)), None
    return every, day


class _Plan:
    """One repeat being worked out: its days, its times, its bounds."""

    def __init__(self, every: Every, chosen: Chosen, moment: WrittenAt, start: date) -> None:
        self.every, self.chosen, self.moment, self.start = every, chosen, moment, start
        self.zone = moment.place.zone

    # --- hours and minutes -------------------------------------------------------------

    def elapsed(self) -> Series | None:
        if self.chosen.window is not None:
            return self._windowed(self.chosen.window)
        interval = self.every.interval
        minutes = interval * (60 if self.every.frequency == "HOURLY" else 1)
        first = self._first_elapsed(minutes)
        rule = [f"FREQ={self.every.frequency}", *_interval(interval), *_by_day(self.every)]
        bounds = self._bounds(first, minutes=minutes)
        repeat = self._repeat((";".join([*rule, *bounds]),), first)
        return Series(repeat, Due(first.date(), first.time(), self.zone))

    def _first_elapsed(self, minutes: int) -> datetime:
        """One interval from now, or at the time or on the day in the line."""
        times = self._times(self.chosen.clocks)
        if times:
            first = datetime.combine(self.start, times[0])
            while moment_of(first.date(), first.time(), self.zone) <= self.moment.at:
                first += timedelta(minutes=minutes)
        elif self.start > self.moment.today:
            first = datetime.combine(self.start, self.moment.place.time_of("morning"))
        else:
            after = self.moment.after(Length(minutes=minutes)).replace(tzinfo=None)
            first = after.replace(second=0)
        while self.every.weekdays and first.weekday() not in self.every.weekdays:
            first += timedelta(minutes=minutes)
        return first

    def _windowed(self, window: Window) -> Series | None:
        step = self.every.interval * (60 if self.every.frequency == "HOURLY" else 1)
        first, last = (_minute(clock_times(clock)[0]) for clock in (window.first, window.last))
        times = [time(*divmod(m, 60)) for m in range(first, last + 1, step)]
        if not times or len(times) > 144:
            return None
        days = self.every.weekdays
        base = Every("WEEKLY", weekdays=days) if days else Every("DAILY")
        return self._at_times(base, ((base, tuple(times)),))

    # --- days --------------------------------------------------------------------------

    def dated(self) -> Series | None:
        groups = self.chosen.groups
        if groups:
            return self._at_times(
                self.every, tuple((each, self._times(clocks)) for each, clocks in groups)
            )
        return self._at_times(self.every, ((self.every, self._times(self.chosen.clocks)),))

    def _times(self, said: Sequence[WallTime | Window]) -> tuple[time, ...]:
        part = self.chosen.part
        clocks = [each if isinstance(each, WallTime) else start_of(each, part) for each in said]
        if part is None and self.every.part is not None:
            part = Part(self.every.part)
        more = (*self.chosen.more_parts, *map(Part, self.every.more_parts))
        if more and part is not None and not clocks and self.chosen.hours is None:
            return tuple(sorted({part_time(each, self.moment) for each in (part, *more)}))
        if not clocks and self.chosen.hours is not None:
            clocks = [start_of(self.chosen.hours, part)]
        if not clocks:
            return (part_time(part, self.moment),) if part is not None else ()
        clocks = [in_part(clock, part) if part else clock for clock in clocks]
        return tuple(sorted({clock_times(clock)[0] for clock in clocks}))

    def _at_times(
        self, every: Every, groups: Sequence[tuple[Every, tuple[time, ...]]]
    ) -> Series | None:
        firsts = [self._first(each, times) for each, times in groups]
        moments = [first for first in firsts if first is not None]
        if not moments:
            return None
        on, at = min(moments, key=lambda each: (each[0], each[1] or time.min))
        due = Due(on, at, self.zone)
        first = datetime.combine(on, at or time.min)
        several = sum(len(times) or 1 for _, times in groups) > 1
        rules: list[str] = []
        for each, times in groups:
            for by_time in _time_parts(times, several=several, grouped=len(groups) > 1):
                days = self._day_rules(each, on)
                rules.extend(";".join([*parts, *by_time]) for parts in days)
        rules = self._with_bounds(rules, first, max(1, sum(len(times) for _, times in groups)))
        return Series(self._repeat(tuple(rules), first if at else on), due)

    def _with_bounds(self, rules: list[str], first: datetime, per_day: int) -> list[str]:
        bounds = self._bounds(first, per_day=per_day)
        if len(rules) > 1 and any(bound.startswith("COUNT") for bound in bounds):
            bounds = self._counted_out(rules, first, int(bounds[0][6:]))
        return [";".join([rule, *bounds]) for rule in rules]

    def _counted_out(self, rules: Sequence[str], first: datetime, count: int) -> list[str]:
        """Several rules share one count: the last moment as an UNTIL for each of them."""
        repeat = self._repeat(tuple(rules), first)
        before = Due(first.date(), first.time(), self.zone).at - timedelta(seconds=1)
        last = occurrences(repeat, after=before, limit=count)[-1]
        return [f"UNTIL={datetime.combine(last.on, last.time or time.max):%Y%m%dT%H%M%S}"]

    def _first(self, every: Every, times: Sequence[time]) -> tuple[date, time | None] | None:
        """The first day of the repeat, and its first time that has not passed."""
        matches = _matcher(every)
        for ahead in range(LONGEST_SEARCH):
            on = self.start + timedelta(days=ahead)
            if not matches(on):
                continue
            if not times:
                return on, None
            for at in times:
                if moment_of(on, at, self.zone) > self.moment.at:
                    return on, at
        return None

    def _day_rules(self, every: Every, first: date) -> list[list[str]]:
        head = [f"FREQ={every.frequency}", *_interval(every.interval)]
        if every.months:
            head.append(f"BYMONTH={','.join(map(str, sorted(set(every.months))))}")
        if every.frequency == "MONTHLY":
            return [[*head, *rule] for rule in _monthly(every, first)]
        if every.frequency == "YEARLY":
            return [[*head, *rule] for rule in _yearly(every)]
        days = _by_day(every)
        starts_on_sunday = self.moment.place.first_weekday == 6
        if len(every.weekdays) > 1 and every.interval > 1 and starts_on_sunday:
            days.append("WKST=SU")
        return [[*head, *days]]

    # --- bounds ------------------------------------------------------------------------

    def _bounds(self, first: datetime, *, minutes: int = 0, per_day: int = 1) -> list[str]:
        chosen = self.chosen
        if chosen.times is not None:
            return [f"COUNT={chosen.times}"]
        if chosen.until is not None:
            return self._until(first)
        if chosen.length is not None:
            return self._for(chosen.length.length, first, minutes, per_day)
        return []

    def _until(self, first: datetime) -> list[str]:
        until = self.chosen.until
        on = self._end_day(until) if until else None
        if until is None or on is None or on < first.date():
            return []
        at = self._end_time(until)
        if at is None:
            return [f"UNTIL={on:%Y%m%d}"]
        if until.day.kind == "tonight" and datetime.combine(on, at) < first:
            on += timedelta(days=1)  # until morning
        return [f"UNTIL={datetime.combine(on, at):%Y%m%dT%H%M%S}"]

    def _end_day(self, until: Until) -> date | None:
        on = find_day(until.day, self.moment).on
        if on is None or until.part is None:
            return on
        if until.part.weekly:
            return end_of_week(self.moment).on
        return on + timedelta(days=int(until.part.part == "midnight"))

    def _end_time(self, until: Until) -> time | None:
        """The time of an end: of a repeat of days only where it is a clock time."""
        if until.clock is not None:
            return clock_times(until.clock)[0]
        part = until.part or (Part(until.day.part) if until.day.part else None)
        elapsed = self.every.frequency in ELAPSED
        return part_time(part, self.moment) if part and elapsed else None

    def _for(self, length: Length, first: datetime, minutes: int, per_day: int) -> list[str]:
        if minutes:
            return [f"COUNT={max(1, length.total_minutes() // minutes)}"]
        if self.every.frequency == "DAILY" and not length.months and not length.minutes:
            return [f"COUNT={max(1, -(-length.days // self.every.interval)) * per_day}"]
        last = add_months(first.date(), length.months) + timedelta(days=length.days - 1)
        return [f"UNTIL={max(last, first.date()):%Y%m%d}"]

    def _repeat(self, rules: tuple[str, ...], first: datetime | date) -> Repeat:
        on = first.date() if isinstance(first, datetime) else first
        at = first.time() if isinstance(first, datetime) else None
        anchor: Anchor = "completion" if self.every.completion else "schedule"
        return Repeat(rules, on, at, self.zone, anchor)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _interval(n: int) -> list[str]:
    return [f"INTERVAL={n}"] if n > 1 else []


def _by_day(every: Every) -> list[str]:
    days = [CODES[day] for day in sorted(set(every.weekdays))]
    return ["BYDAY=" + ",".join(days)] if days else []


def _time_parts(times: Sequence[time], *, several: bool, grouped: bool) -> Iterable[list[str]]:
    """Times with equal minutes share a rule with BYHOUR; one time alone is the start's."""
    if not several:
        return [[]]
    minutes = sorted({at.minute for at in times})
    parts = []
    for minute in minutes:
        hours = ",".join(str(at.hour) for at in times if at.minute == minute)
        plain = len(minutes) == 1 and not grouped
        parts.append([f"BYHOUR={hours}", *([] if plain else [f"BYMINUTE={minute}"])])
    return parts or [[]]


def _monthly(every: Every, first: date) -> list[list[str]]:
    if every.nth and every.weekdays == WORKDAYS:
        return [[*_by_day(every), f"BYSETPOS={every.nth}"]]
    if every.nth:
        nths = (every.nth, *every.more_nth)
        days = ",".join(f"{n}{CODES[day]}" for day in sorted(set(every.weekdays)) for n in nths)
        return [[f"BYDAY={days}"]]
    if not every.month_days:
        # after completion the day is that of the completion, whenever it was said
        return [_clamped(first.day)] if first.day > 28 and not every.completion else [[]]
    usual = sorted({day for day in every.month_days if day <= 28})
    rules = [["BYMONTHDAY=" + ",".join(map(str, usual))]] if usual else []
    return rules + [_clamped(day) for day in sorted(set(every.month_days)) if day > 28]


def _clamped(day: int) -> list[str]:
    """The 31st, or the last day of a shorter month."""
    return ["BYMONTHDAY=" + ",".join(map(str, range(28, day + 1))), "BYSETPOS=-1"]


def _yearly(every: Every) -> list[list[str]]:
    if every.nth:
        by_day = ",".join(f"{every.nth}{CODES[day]}" for day in sorted(set(every.weekdays)))
        return [[f"BYDAY={by_day}"]]
    days = sorted(set(every.year_days))
    if not days:
        return [[]]
    months: dict[int, list[int]] = {}
    for month, day in days:
        months.setdefault(day, []).append(month)
    return [
        [f"BYMONTH={','.join(map(str, of_day))}", f"BYMONTHDAY={day}"]
        for day, of_day in months.items()
    ]


def _matcher(every: Every) -> Callable[[date], bool]:
    """A check whether a day is one of the repeat's, without regard to its interval."""
    if every.months:
        matches = _matcher(every._replace(months=(), frequency=_in_month(every)))
        return lambda on: on.month in every.months and matches(on)
    if every.frequency == "MONTHLY":
        return lambda on: _matches_month(every, on)
    if every.frequency == "YEARLY" and every.year_days:
        return lambda on: (on.month, on.day) in every.year_days
    return lambda on: not every.weekdays or on.weekday() in every.weekdays


def _in_month(every: Every) -> Frequency:
    """How the days within a month are found: the first saturday in may as the first of a month."""
    return "MONTHLY" if every.frequency == "YEARLY" else every.frequency


def _matches_month(every: Every, on: date) -> bool:
    if every.nth and every.weekdays == WORKDAYS:
        return on == _nth_workday(on, every.nth)
    if every.nth:
        nths = [(n, day) for day in every.weekdays for n in (every.nth, *every.more_nth)]
        return any(nth_weekday(on.year, on.month, day, n) == on for n, day in nths)
    last = days_in(on.year, on.month)
    return not every.month_days or on.day in {
        last if day < 0 else min(day, last) for day in every.month_days
    }


def _nth_workday(on: date, n: int) -> date | None:
    start, last = month_start(on), month_last(on)
    days = [start + timedelta(days=k) for k in range(last.day)]
    workdays = [day for day in days if day.weekday() in WORKDAYS]
    return workdays[n - 1 if n > 0 else n] if abs(n) <= len(workdays) else None
