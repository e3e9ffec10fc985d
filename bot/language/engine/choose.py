"""Which of the phrases in a line belong together as its time, and which go back to the title."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from bot.language.engine.bounds import is_hours, is_weekday
from bot.language.engine.several import with_listed, with_weekly
from bot.language.said import (
    AfterCompletion,
    Day,
    Every,
    Except,
    For,
    FromTo,
    Impossible,
    InMonths,
    Length,
    Nag,
    Part,
    Remind,
    Said,
    Start,
    Times,
    Until,
    WallTime,
    Window,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence

T = TypeVar("T")
_DATES = ("named", "numeric", "of-month")
Group = tuple[Every, tuple[WallTime | Window, ...]]


@dataclass(slots=True)
class Chosen:
    """The phrases that make up one date or repeat; `used` are the pieces they came from."""

    used: list[Piece] = field(default_factory=list)
    day: Day | None = None
    clocks: tuple[WallTime, ...] = ()
    part: Part | None = None
    more_parts: tuple[Part, ...] = ()
    every: Every | None = None
    groups: tuple[Group, ...] = ()  # a time per weekday
    start: Day | None = None
    until: Until | None = None
    length: For | None = None
    times: int | None = None
    window: Window | None = None  # of a repeat of hours
    hours: Window | None = None  # from when to when it lasts
    lasts: Length | None = None  # beside a clock time
    last: Day | None = None  # of several days
    impossible: list[Piece] = field(default_factory=list)
    zoned: tuple[Piece, Piece] | None = None  # a clock time and its zone, not among `used` yet

    def take(self, piece: Piece) -> None:
        self.used.append(piece)

    @property
    def is_empty(self) -> bool:
        return not self.used


def choose(pieces: Sequence[Piece], line: Sentence) -> Chosen:
    """Join the pieces of a line to one date or one repeat, and leave the others to the title."""
    chosen = Chosen()
    chosen.impossible = [piece for piece in pieces if isinstance(piece.said, Impossible)]
    pieces = with_weekly(with_listed(pieces))
    repeats = [piece for piece in pieces if isinstance(piece.said, Every) and not piece.said.also]
    if repeats:
        _choose_repeat(chosen, pieces)
    else:
        _choose_moment(chosen, pieces, line)
    said = [piece for piece in pieces if not isinstance(piece.said, Remind | Nag)]
    zoned = (
        (clock, zone)
        for clock, zone in pairwise(said)
        if isinstance(zone.said, Zone) and clock in chosen.used
    )
    chosen.zoned = next(zoned, None)
    return chosen


def _choose_moment(chosen: Chosen, pieces: Sequence[Piece], line: Sentence) -> None:
    is_alone = not any(isinstance(piece.said, Day | WallTime | Part | Until) for piece in pieces)
    pieces = [_without_bound(piece, is_alone=is_alone) for piece in pieces]
    day = _take_day(chosen, pieces, line)
    if chosen.day and chosen.day.length and chosen.day.length.minutes:
        return
    clock = _clock_near(pieces, day)
    if clock:
        chosen.take(clock)
        _take_clock(chosen, clock.said)
    elif day and isinstance(day.said, Until) and day.said.clock:
        chosen.clocks = (day.said.clock,)
    part = next((p for p in pieces if isinstance(p.said, Part) and not p.said.also), None)
    if part:
        chosen.take(part)
        chosen.part = _of(part, Part)
    elif day and isinstance(day.said, Until):
        chosen.part = day.said.part
    _take_length(chosen, pieces)


def _take_day(chosen: Chosen, pieces: Sequence[Piece], line: Sentence) -> Piece | None:
    two = _day_in_two(pieces, line)
    if two is not None:
        chosen.day, first, second = two
        chosen.used += [first, second]
        return second
    day = _surest_day(pieces)
    if day:
        chosen.take(day)
        chosen.day = _of(day, Day)
        chosen.last = day.said.last if isinstance(day.said, FromTo) else None
    return day


def _surest_day(pieces: Sequence[Piece]) -> Piece | None:
    """The first day; of a weekday's name and another day the one that has a clock beside it."""
    days = [piece for piece in pieces if _of(piece, Day) is not None]
    if len(days) > 1 and isinstance(days[0].said, Day) and is_weekday(days[0].said):
        clocks = {p.start for p in pieces if _is_clock(p.said)}
        if days[0].end == days[1].start and days[1].end in clocks:
            return days[1]
    return days[0] if days else None


def _day_in_two(pieces: Sequence[Piece], line: Sentence) -> tuple[Day, Piece, Piece] | None:
    """Friday evening, October 2: a weekday and a date with nothing but times between."""
    days = [piece for piece in pieces if isinstance(piece.said, Day)]
    if len(days) < 2:
        return None
    start, end = pieces.index(days[0]), pieces.index(days[1])
    between = pieces[start : end + 1]
    said = _one_day(days[0].said, days[1].said)
    gaps = (range(before.end, after.start) for before, after in pairwise(between))
    near = not any(line.text_at(k)[:1].isalnum() for gap in gaps for k in gap)
    return (said, days[0], days[1]) if said and near else None


def _one_day(one: Said, other: Said) -> Day | None:
    if not (isinstance(one, Day) and isinstance(other, Day)):
        return None
    for weekday, on in ((one, other), (other, one)):
        if is_weekday(weekday) and on.kind in _DATES and on.beside is None:
            return on._replace(beside=weekday.weekday, part=weekday.part)
    return None


def _take_clock(chosen: Chosen, said: Said) -> None:
    if isinstance(said, Window):
        chosen.hours = said
    elif isinstance(said, WallTime):
        chosen.clocks = (said,)


def _take_length(chosen: Chosen, pieces: Sequence[Piece]) -> None:
    """for 2 hours: how long it lasts, where a clock time tells when it begins"""
    length = next((piece for piece in pieces if isinstance(piece.said, For)), None)
    if length and chosen.clocks and isinstance(length.said, For) and _is_of_hours(length.said):
        chosen.take(length)
        chosen.lasts = length.said.length


def _is_of_hours(said: For) -> bool:
    return bool(said.length.minutes) and not (said.length.days or said.length.months)


def _without_bound(piece: Piece, *, is_alone: bool) -> Piece:
    """Without a repeat "starting oct 1" is a day; "until friday" is kept: it may hold a time.

    "Within an hour" is a moment where nothing else is said (`is_alone`).
    """
    said = piece.said
    if isinstance(said, Start):
        return piece._replace(said=said.day)
    if isinstance(said, For) and said.within and is_alone:
        return piece._replace(said=Day("length", length=said.length))
    alone = (said.clock or said.part) if isinstance(said, Until) else None
    if isinstance(said, Until) and said.day.kind == "tonight" and alone:
        return piece._replace(said=alone)  # until 18:00
    return piece


def _of(piece: Piece, kind: type[T]) -> T | None:
    if isinstance(piece.said, kind):
        return piece.said
    if kind is Day and isinstance(piece.said, Until) and not _is_month(piece.said):
        return piece.said.day  # type: ignore[return-value]  # mypy does not narrow T by `is`
    if kind is Day and isinstance(piece.said, FromTo):
        return piece.said.first  # type: ignore[return-value]
    return None


def _is_month(said: Until) -> bool:
    """until november: the end of a repeat, no day"""
    return said.day.kind == "named-part" and said.day.n == 0


def _first(pieces: Iterable[Piece], kind: type[T]) -> Piece | None:
    return next((piece for piece in pieces if _of(piece, kind) is not None), None)


def _clock_near(pieces: Sequence[Piece], day: Piece | None) -> Piece | None:
    """The clock or the range of hours beside the day, otherwise the first one."""
    clocks = [p for p in pieces if _is_clock(p.said)]
    if day is not None:
        for clock in clocks:
            if clock.start == day.end or clock.end == day.start:
                return clock
    return clocks[0] if clocks else None


def _is_clock(said: Said) -> bool:
    return is_hours(said) and not (isinstance(said, WallTime) and said.also)


def _choose_repeat(chosen: Chosen, pieces: Sequence[Piece]) -> None:
    for piece in sorted(pieces, key=lambda piece: isinstance(piece.said, Except | InMonths)):
        if _add(chosen, piece.said):
            chosen.take(piece)
    chosen.used.sort(key=lambda piece: piece.start)
    if not _is_elapsed(chosen.every):
        _settle_hours(chosen)


def _settle_hours(chosen: Chosen) -> None:
    """study every day from 18 to 20, at 18 for 2 hours: how long it takes"""
    window = chosen.window
    if window is not None and not window.loose and not chosen.clocks:
        chosen.hours, chosen.window = window, None
    elif window is not None:
        chosen.window = None
        chosen.used = [piece for piece in chosen.used if not isinstance(piece.said, Window)]
    if chosen.length is not None and chosen.clocks and _is_of_hours(chosen.length):
        chosen.lasts, chosen.length = chosen.length.length, None


def _add(chosen: Chosen, said: Said) -> bool:
    """Add a phrase to a repeat; False where it does not belong to it."""
    match said:
        case Every():
            return _join(chosen, said)
        case WallTime():
            return _add_clock(chosen, said)
        case Window() if chosen.groups:
            return _add_to_group(chosen, said)
        case Part():
            return _add_part(chosen, said)
        case Day():
            return _add_day(chosen, said)
        case _:
            return _bound(chosen, said)


def _is_elapsed(every: Every | None) -> bool:
    return every is not None and every.frequency in ("MINUTELY", "HOURLY")


def _join(chosen: Chosen, said: Every) -> bool:
    """Join repeats that complete each other: biweekly + thursdays, hourly + on weekdays."""
    base = chosen.every
    if said.also:
        times = chosen.clocks or _sure_hours(chosen)
        if base is None or not times:
            return False
        groups = chosen.groups or ((base, times),)
        chosen.groups = (*groups, (said, ()))
        return True
    joined = said if base is None else joined_repeat(base, said)
    chosen.every = joined or base
    return joined is not None


def _sure_hours(chosen: Chosen) -> tuple[Window, ...]:
    return (chosen.window,) if chosen.window and is_hours(chosen.window) else ()


def joined_repeat(base: Every, said: Every) -> Every | None:
    """Two repeats joined to one, None where they cannot be."""
    if base.frequency in ("MINUTELY", "HOURLY") and said.weekdays and not base.weekdays:
        return base._replace(weekdays=said.weekdays)
    if _is_elapsed(said) and _is_weekly(base) and not said.weekdays:
        return said._replace(weekdays=base.weekdays)
    if _completes(base, said):
        return _merged(said, base)
    if _completes(said, base):
        return _merged(base, said)
    return None


def _is_weekly(every: Every) -> bool:
    return every.frequency == "WEEKLY" and every.interval == 1 and bool(every.weekdays)


def _completes(base: Every, said: Every) -> bool:
    """Whether `said` has the days that a plain "weekly", "monthly", "yearly" lacks."""
    plain = not (base.weekdays or base.month_days or base.year_days or base.dates)
    fits = base.frequency == said.frequency or (base.frequency == "DAILY" and base.interval == 1)
    days = plain and fits and said.interval == 1 and base.part is None
    return days or _is_part(said, base)


def _is_part(said: Every, base: Every) -> bool:
    """every monday + in the mornings"""
    return said.frequency == "DAILY" and said.part is not None and base.part is None


def _merged(said: Every, base: Every) -> Every:
    if said.frequency == "DAILY" and said.part is not None:
        return base._replace(part=said.part, more_parts=said.more_parts)
    if base.frequency == "DAILY" and base.interval == 1:
        more = said.more_parts if said.part else base.more_parts
        return said._replace(part=said.part or base.part, more_parts=more)
    return said._replace(interval=max(base.interval, said.interval), part=said.part or base.part)


def _add_clock(chosen: Chosen, said: WallTime) -> bool:
    if chosen.groups:
        return _add_to_group(chosen, said)
    if chosen.clocks and not said.also:
        return False
    chosen.clocks = (*chosen.clocks, said)
    return True


def _add_to_group(chosen: Chosen, said: WallTime | Window) -> bool:
    *before, (every, clocks) = chosen.groups
    more = isinstance(said, WallTime) and said.also
    if (clocks and not more) or not is_hours(said):
        return False
    chosen.groups = (*before, (every, (*clocks, said)))
    return True


def _add_part(chosen: Chosen, said: Part) -> bool:
    if said.weekly:
        return False
    if said.also:
        return _add_also(chosen, said)
    if chosen.part is not None:
        return False
    chosen.part = said
    return True


def _add_also(chosen: Chosen, said: Part) -> bool:
    """… and in the evening, after another part"""
    every = chosen.every
    if chosen.part is None and (every is None or every.part is None):
        return False
    chosen.more_parts = (*chosen.more_parts, said)
    return True


def _add_day(chosen: Chosen, said: Day) -> bool:
    if chosen.day is not None or (said.length and said.length.minutes):
        return False
    chosen.day = said
    return True


def _end(chosen: Chosen, said: Until) -> bool:
    """ "until 18:00" ends a repeat of hours; beside a repeat of days it is their time."""
    if said.day.kind == "tonight" and not _is_elapsed(chosen.every):
        if said.clock is not None:
            return _add_clock(chosen, said.clock)
        if said.part is not None and not said.part.weekly:
            return _add_part(chosen, said.part)
    chosen.until = said
    return True


def repeat_without(every: Every | None, said: Except) -> Every | None:
    """every day except friday: the other weekdays; None where nothing would be left or left out"""
    if every is None:
        return None
    rest = tuple(day for day in every.weekdays or range(7) if day not in said.weekdays)
    if _is_elapsed(every):
        return every._replace(weekdays=rest) if rest else None
    if every.frequency not in ("DAILY", "WEEKLY") or every.interval > 1:
        return None
    if not rest or (every.frequency == "WEEKLY" and not every.weekdays):
        return None
    return every._replace(frequency="WEEKLY", weekdays=rest)


def _exclude(chosen: Chosen, said: Except) -> bool:
    rest = repeat_without(chosen.every, said)
    chosen.every = rest or chosen.every
    return rest is not None


def _in_months(chosen: Chosen, every: Every, said: InMonths) -> bool:
    """every friday in october"""
    if every.frequency not in ("DAILY", "WEEKLY") or every.interval > 1 or every.months:
        return False
    chosen.every = every._replace(months=said.months)
    return True


def _bound(chosen: Chosen, said: object) -> bool:
    if isinstance(said, Start) and chosen.start is None:
        chosen.start = said.day
    elif isinstance(said, Until) and chosen.until is None:
        return _end(chosen, said)
    elif isinstance(said, FromTo) and chosen.start is None and chosen.until is None:
        chosen.start, chosen.until = said.first, Until(said.last)
    elif isinstance(said, For) and chosen.length is None:
        chosen.length = said
    elif isinstance(said, Times) and chosen.times is None:
        chosen.times = said.n
    elif isinstance(said, Window) and chosen.window is None:
        chosen.window = said
    elif isinstance(said, Except) and chosen.every:
        return _exclude(chosen, said)
    elif isinstance(said, InMonths) and chosen.every:
        return _in_months(chosen, chosen.every, said)
    elif isinstance(said, AfterCompletion) and chosen.every:
        chosen.every = chosen.every.after_completion()
    else:
        return False
    return True
