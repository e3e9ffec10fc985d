"""A day and a time, worked out to one due date."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bot.language.meaning.calendar import (
    FoundDay,
    WrittenAt,
    clock_times,
    find_day,
    in_part,
    is_next_midnight,
)
from bot.language.meaning.lasting import start_of
from bot.language.said import Day, Part, WallTime
from storage.rules.due import Due

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.choose import Chosen
    from bot.language.values import DoubtKind, SaidAlone

END_OF_WEEK = 4  # Friday


class Resolved(NamedTuple):
    """A due date and what to ask about it; no due date for an impossible one."""

    due: Due | None
    doubt: DoubtKind | None = None
    others: tuple[Due, ...] = ()


def resolve_due(chosen: Chosen, moment: WrittenAt) -> Resolved | None:
    """The due date of a line without a repeat; None when it has no date."""
    clock, part, day = with_part(chosen)
    if day is not None and day.length is not None and day.length.minutes:
        return Resolved(Due.from_moment(moment.after(day.length), moment.place.zone))
    if part is not None and part.weekly and clock is None:
        return Resolved(end_of_week(moment))
    if day is None and clock is None and part is None:
        return None
    if day is None:
        return Resolved(_next_moment(clock, part, moment))
    times = _times(clock, part, moment)
    found = find_day(day, moment, clock=times[-1] if times else None)
    if found.on is None:
        return Resolved(None, found.doubt)
    return _on_day(found, day, times, _adds_day(clock, part), moment)


def said_alone(chosen: Chosen) -> SaidAlone:
    """Whether a line says only a day, only a clock time, or so long from now."""
    clock, part, day = with_part(chosen)
    if day is None:
        return "time" if clock is not None else ""
    if day.length and day.length.minutes:
        return "length"
    return "day" if clock is None and part is None else ""


def with_part(chosen: Chosen) -> tuple[WallTime | None, Part | None, Day | None]:
    """The clock in the half of the day that its part tells, or the part alone, and the day."""
    clock = _clock(chosen)
    part = chosen.part
    if part is None and chosen.day is not None and chosen.day.part is not None:
        part = Part(chosen.day.part)  # Monday evening in one word
    if clock is None or part is None:
        return clock, part, chosen.day
    said = in_part(clock, part)
    if part.part in ("night", "tonight") and chosen.day is not None and 1 <= clock.hour <= 5:
        said = said._replace(hour=clock.hour + 24)  # friday night at 1 is Saturday's 01:00
    return said, None, chosen.day or _day_of(part, clock)


def _clock(chosen: Chosen) -> WallTime | None:
    if chosen.hours is not None:
        return start_of(chosen.hours, chosen.part)
    return chosen.clocks[0] if chosen.clocks else None


def _day_of(part: Part, clock: WallTime) -> Day | None:
    early = clock.hour <= 5 or clock.hour == 12
    return Day("tonight") if part.today and not early else None


def _times(clock: WallTime | None, part: Part | None, moment: WrittenAt) -> tuple[time, ...]:
    if clock is not None:
        return clock_times(clock)
    return (part_time(part, moment),) if part is not None else ()


def part_time(part: Part, moment: WrittenAt) -> time:
    return time(0) if part.part == "midnight" else moment.place.time_of(part.part)


def _adds_day(clock: WallTime | None, part: Part | None) -> bool:
    if clock is not None:
        return is_next_midnight(clock)
    return part is not None and part.part == "midnight"


def end_of_week(moment: WrittenAt) -> Due:
    at = moment.place.time_of("end of day")
    friday = moment.week_day(0, END_OF_WEEK)
    if moment.ahead(friday, at) is None:
        friday += timedelta(days=7)
    return Due(friday, at, moment.place.zone)


def _next_moment(clock: WallTime | None, part: Part | None, moment: WrittenAt) -> Due:
    times = _times(clock, part, moment)
    for at in times:
        ahead = moment.ahead(moment.today, at)
        if ahead is not None:
            return Due(moment.today, ahead, moment.place.zone)
    return Due(moment.today + timedelta(days=1), times[0], moment.place.zone)


def _on_day(
    found: FoundDay, day: Day, times: Sequence[time], next_day: bool, moment: WrittenAt
) -> Resolved:
    on = _shifted(found.on or moment.today, next_day)
    others = tuple(_due(_shifted(o, next_day), times, moment) for o in found.others)
    due = _due(on, times, moment)
    if due.time is None or due.at > moment.at:
        return Resolved(due, found.doubt, others)
    tomorrow = Due(on + timedelta(days=1), due.time, due.zone)
    if day.kind == "tonight":  # late at night: one that has passed is tomorrow's
        return Resolved(tomorrow)
    return Resolved(due, "passed", (tomorrow, *_later_today(due, moment)))


def _shifted(on: date, next_day: bool) -> date:
    return on + timedelta(days=1) if next_day else on


def _due(on: date, times: Sequence[time], moment: WrittenAt) -> Due:
    if not times:
        return Due(on, None, moment.place.zone)
    ahead = next(filter(None, (moment.ahead(on, at) for at in times)), None)
    return Due(on, ahead or times[-1], moment.place.zone)


def _later_today(due: Due, moment: WrittenAt) -> tuple[Due, ...]:
    """ "today at 9" said in the afternoon may mean 21:00."""
    if due.time is None or not 1 <= due.time.hour < 12:
        return ()
    later = moment.ahead(due.on, due.time.replace(hour=due.time.hour + 12))
    return (Due(due.on, later, due.zone),) if later else ()
