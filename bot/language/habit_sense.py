"""What the phrases of a habit's line come to: its schedule, its goal, its reminders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from typing import NamedTuple

from bot.language.calendar import Moment, clock_times, find_day
from bot.language.guards import Piece
from bot.language.habit_phrases import Phrase, find_phrases, touches
from bot.language.habit_rhythm import DAILY, Rhythm, is_daily, schedule_of
from bot.language.moments import in_part, part_time
from bot.language.phrases import Line
from bot.language.said import Alarm, Amount, Clock, Every, LeadIn, Part, Quota, Start, Window
from storage.rules.schedules import EARLIEST_START, REMINDERS_LIMIT, Direction, Goal, Schedule, Unit


@dataclass(slots=True)
class Sense:
    """What a line comes to so far; `used` are the pieces that mean something, `noun` the token
    of a unit that is in none of them."""

    schedule: Schedule
    goal: Goal | None = None
    said: bool = False  # how often
    used: list[Piece] = field(default_factory=list)
    noun: int | None = None


def make_sense(line: Line, pieces: Sequence[Piece], moment: Moment) -> Sense:
    """The habit of a line. What cannot be, or says nothing here, is not among what was used."""
    sense = Sense(Schedule(max(moment.today, EARLIEST_START)))
    sense.used = [piece for piece in pieces if isinstance(piece.said, LeadIn)]
    _start(sense, pieces, moment)
    rhythm = Rhythm(line, pieces)
    measured, times = _as_meant(find_phrases(line, pieces), rhythm.every)
    _keep(sense, rhythm, measured, times)
    sense.goal = _goal(line, measured) if measured is not None else None
    sense.noun = measured.noun if measured is not None else None
    _remind(sense, line, pieces, moment)
    return sense


def _start(sense: Sense, pieces: Sequence[Piece], moment: Moment) -> None:
    """The first day that was said; one that cannot be stays in the name."""
    for piece in pieces:
        if isinstance(piece.said, Start) and (on := find_day(piece.said.day, moment).on):
            sense.schedule = Schedule(on)
            sense.used.append(piece)
            return


# --- how often and how much ------------------------------------------------------------------


class _Measured(NamedTuple):
    """So much in a period or, without one, on each day or time that the schedule has."""

    amount: Amount
    phrases: tuple[Phrase, ...]
    most: bool
    per: Every | None
    is_count: bool = False  # twice a day

    @property
    def noun(self) -> int | None:
        return self.phrases[0].noun

    @property
    def is_of_period(self) -> bool:
        return self.per is not None and not is_daily(self.per)


class _Times(NamedTuple):
    """So many times in a period longer than a day."""

    times: int
    phrases: tuple[Phrase, ...]
    per: Every


def _as_meant(
    phrases: Sequence[Phrase], every: Every | None
) -> tuple[_Measured | None, _Times | None]:
    """The amount and the times as schedules know them, the first of each that can be.

    Twice a day is an amount of the day, and times an amount where there is one. Beside an amount
    of a whole period, or one that is not to be passed, there are no times.
    """
    measured: _Measured | None = None
    count: _Measured | None = None
    times: _Times | None = None
    for phrase in phrases:
        meant = _meant(phrase, every)
        if isinstance(meant, _Times):
            times = times or meant
        elif meant is not None and meant.is_count:
            count = count or meant
        else:
            measured = measured or meant
    if measured is None:
        return count, times
    if measured.is_of_period or measured.most:
        times = None
    return measured if measured.is_of_period else _counted(measured, count), times


def _counted(measured: _Measured, count: _Measured | None) -> _Measured:
    """500 ml 4 times a day: 2000 ml"""
    if count is None:
        return measured
    amount = measured.amount._replace(value=measured.amount.value * count.amount.value)
    return measured._replace(
        amount=amount, phrases=(*measured.phrases, *count.phrases), per=count.per
    )


def _meant(phrase: Phrase, every: Every | None) -> _Measured | _Times | None:
    said, per = phrase.said, phrase.per
    if per is not None and schedule_of(per, EARLIEST_START) is None:
        return None
    if isinstance(said, Quota):
        return _meant_times(phrase, said, per or _period_of(every))
    if not phrase.is_meant:
        return None
    plain = phrase.is_bare and phrase.noun is None and not phrase.most
    if plain and per is not None and not is_daily(per) and said.value.is_integer():
        times = _Times(int(said.value), (phrase,), per)  # gym 3 a week
        if _is_sound(times):
            return times
    return _Measured(said, (phrase,), bool(phrase.most), per)


def _meant_times(phrase: Phrase, said: Quota, per: Every | None) -> _Measured | _Times | None:
    if per is None:
        return None
    if phrase.most or is_daily(per):
        amount = Amount(float(said.times))
        return _Measured(amount, (phrase,), bool(phrase.most), per, is_count=not phrase.most)
    times = _Times(said.times, (phrase,), per)
    return times if _is_sound(times) else None  # not 40 times a week


def _is_sound(said: _Times) -> bool:
    schedule = schedule_of(said.per, EARLIEST_START)
    return schedule is not None and replace(schedule, times=said.times).is_sound


def _period_of(every: Every | None) -> Every | None:
    """3 times every week, 3 times weekly; twice on Mondays is twice a day."""
    if every is None:
        return None
    return DAILY if every.weekdays else every._replace(part=None)


def _keep(sense: Sense, rhythm: Rhythm, measured: _Measured | None, times: _Times | None) -> None:
    long = times.per if times else None
    if measured is not None and measured.is_of_period:
        long = measured.per
    schedule = schedule_of(long, sense.schedule.start) if long is not None else None
    if long is not None and schedule is not None:
        schedule = replace(schedule, times=times.times if times else 1)
        _use_beside(sense, rhythm, long, schedule)
    else:
        per_day = measured is not None and measured.per is not None
        _use_rhythm(sense, rhythm, per_day=per_day)
    for said in (measured, times):
        for phrase in said.phrases if said is not None else ():
            sense.used += phrase.pieces
            sense.said = sense.said or phrase.per is not None


def _use_rhythm(sense: Sense, rhythm: Rhythm, *, per_day: bool) -> None:
    """The repeat as the schedule; "20 pages a day" is not for a whole week."""
    every = rhythm.every
    if every is None or (per_day and not (is_daily(every) or every.weekdays)):
        return
    schedule = schedule_of(every, sense.schedule.start)
    if schedule is not None:
        sense.schedule, sense.said = schedule, True
        sense.used += rhythm.pieces


def _use_beside(sense: Sense, rhythm: Rhythm, long: Every, schedule: Schedule) -> None:
    """A quota's period as the schedule. Beside it a repeat may say the same, or name the days."""
    every = rhythm.every
    sense.schedule, sense.said = schedule, True
    if every is None:
        return
    days = frozenset(every.weekdays)
    if days and schedule.unit is Unit.WEEK and len(days) == schedule.times and every.interval == 1:
        sense.schedule = schedule_of(every, schedule.start) or schedule
        sense.used += rhythm.pieces
    elif every._replace(part=None) == long._replace(part=None):
        sense.used += rhythm.pieces
    else:
        sense.used += [p for p in rhythm.pieces if isinstance(p.said, Every) and _is_part(p.said)]


def _is_part(every: Every) -> bool:
    return every.part is not None and is_daily(every)


def _goal(line: Line, said: _Measured) -> Goal:
    unit = said.amount.unit or (line.text_at(said.noun) if said.noun is not None else "")
    return Goal(said.amount.value, unit, Direction.AT_MOST if said.most else Direction.AT_LEAST)


# --- reminders -------------------------------------------------------------------------------


def _remind(sense: Sense, line: Line, pieces: Sequence[Piece], moment: Moment) -> None:
    """The times of the clocks, each in the half of the day of its part, and of parts alone."""
    parts = {piece: part for piece in pieces if (part := _part_of(piece, sense)) is not None}
    times: dict[time, Piece] = {}
    paired: set[Piece] = set()
    for piece in pieces:
        if isinstance(piece.said, Clock) and not _is_limit(line, piece):
            beside = _part_beside(line, piece, parts)
            paired.update(beside)
            said = in_part(piece.said, parts[beside[0]]) if beside else piece.said
            times.setdefault(clock_times(said)[0], piece)
            sense.used += [piece, *beside] if len(times) <= REMINDERS_LIMIT else []
    for piece, part in parts.items():
        if piece not in paired and len(times) < REMINDERS_LIMIT:
            times.setdefault(part_time(part, moment), piece)
            sense.used.append(piece)
    if not times:
        _remind_hourly(sense, pieces)
        return
    rings = (p for p in pieces if isinstance(p.said, Alarm) and _rings(line, p, sense.used))
    sense.used += rings
    sense.schedule = replace(sense.schedule, reminders=tuple(sorted([*times][:REMINDERS_LIMIT])))


def _is_limit(line: Line, clock: Piece) -> bool:
    """no food after 20:00: what the habit is about, and no time for a reminder"""
    return any(
        clock.start in (start, end)
        for start in range(max(0, clock.start - 2), clock.start + 1)
        for _, end in line.slot("<limit>", start)
    )


def _part_of(piece: Piece, sense: Sense) -> Part | None:
    """in the morning, or the morning of a repeat that counts; not "tonight" or "end of week"."""
    said = piece.said
    if isinstance(said, Every) and said.part is not None and piece in sense.used:
        return Part(said.part)
    return said if isinstance(said, Part) and not (said.today or said.weekly) else None


def _part_beside(line: Line, clock: Piece, parts: Mapping[Piece, Part]) -> list[Piece]:
    beside = [
        part
        for part in parts
        if (part.end <= clock.start and touches(line, part, clock))
        or (clock.end <= part.start and touches(line, clock, part))
    ]
    return beside[:1] or (list(parts) if len(parts) == 1 else [])


def _rings(line: Line, alarm: Piece, used: Sequence[Piece]) -> bool:
    """Whether "remind" is beside a time or leads the line: remind in the evening."""
    return alarm.start == 0 or any(
        isinstance(piece.said, Clock | Part | Every)
        and (
            (alarm.end <= piece.start and touches(line, alarm, piece))
            or (piece.end <= alarm.start and touches(line, piece, alarm))
        )
        for piece in used
    )


def _remind_hourly(sense: Sense, pieces: Sequence[Piece]) -> None:
    """every 2 hours from 8 to 20: that many times a day, with a reminder for each"""
    every = next((p for p in pieces if isinstance(p.said, Every) and _step(p.said)), None)
    window = next((p for p in pieces if isinstance(p.said, Window)), None)
    if every is None or window is None:
        return
    times = _steps(every.said, window.said)
    if 0 < len(times) <= REMINDERS_LIMIT:
        sense.schedule = replace(sense.schedule, reminders=times)
        sense.goal = sense.goal or Goal(float(len(times)))
        sense.used += [every, window]
        sense.said = True


def _step(every: Every) -> int:
    """The minutes between two times of a repeat within a day, 0 for others."""
    return {"HOURLY": 60, "MINUTELY": 1}.get(every.frequency, 0) * every.interval


def _steps(every: object, window: object) -> tuple[time, ...]:
    if not isinstance(every, Every) or not isinstance(window, Window):
        return ()
    first, last = (clock_times(clock)[0] for clock in (window.first, window.last))
    minutes = range(first.hour * 60 + first.minute, last.hour * 60 + last.minute + 1, _step(every))
    return tuple(time(*divmod(minute, 60)) for minute in minutes)
