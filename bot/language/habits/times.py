"""A habit's reminders: the clocks and parts of the day in its line, and hours in a window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from typing import TYPE_CHECKING

from bot.language.habits.phrases import touches
from bot.language.meaning.calendar import WrittenAt, clock_times, in_part
from bot.language.meaning.moments import part_time
from bot.language.said import Alarm, Every, Part, Remind, Rung, WallTime, Window
from storage.rules.schedules import REMINDERS_LIMIT, Goal, Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence


@dataclass(slots=True)
class Sense:
    """What a line means so far; `used` are the pieces that mean something, `noun` the token of
    a unit that is in none of them."""

    schedule: Schedule
    goal: Goal | None = None
    said: bool = False  # the line has a frequency
    used: list[Piece] = field(default_factory=list)
    noun: int | None = None


def ring(sense: Sense, line: Sentence, pieces: Sequence[Piece], moment: WrittenAt) -> None:
    """Give the schedule its reminders: the times of the clocks, and of parts of the day alone."""
    parts = {piece: part for piece in pieces if (part := _part_of(piece, sense)) is not None}
    times: dict[time, Piece] = {}
    paired: set[Piece] = set()
    for piece, clock in _ringing(line, pieces):
        beside = _part_beside(line, piece, parts)
        paired.update(beside)
        said = in_part(clock, parts[beside[0]]) if beside else clock
        times.setdefault(clock_times(said)[0], piece)
        sense.used += [piece, *beside] if len(times) <= REMINDERS_LIMIT else []
    for piece, part in parts.items():
        if piece not in paired and len(times) < REMINDERS_LIMIT:
            times.setdefault(part_time(part, moment), piece)
            sense.used.append(piece)
    if not times:
        _ring_hourly(sense, pieces)
        return
    rings = (p for p in pieces if isinstance(p.said, Alarm) and _rings(line, p, sense.used))
    sense.used += rings
    before = _before(sense, pieces, [*times])
    reminders = before or [*times][:REMINDERS_LIMIT]
    sense.schedule = replace(sense.schedule, reminders=tuple(sorted(reminders)))


def _before(sense: Sense, pieces: Sequence[Piece], times: Sequence[time]) -> list[time]:
    """yoga at 19:00, remind 30 min before: that time, while the hour goes back to the name"""
    said = next((p for p in pieces if isinstance(p.said, Remind)), None)
    if said is None or not isinstance(said.said, Remind):
        return []
    lengths = [length.total_minutes() for length in said.said.lengths]
    minutes = {at.hour * 60 + at.minute - length for at in times for length in lengths}
    if not minutes or min(minutes) < 0 or len(minutes) > REMINDERS_LIMIT:
        return []
    sense.used = [p for p in sense.used if not isinstance(p.said, WallTime | Part)] + [said]
    return [time(*divmod(minute, 60)) for minute in minutes]


def _ringing(line: Sentence, pieces: Sequence[Piece]) -> list[tuple[Piece, WallTime]]:
    """The times to remind at: those after "remind", or all if the line has no such word."""
    clocks = [
        (p, p.said) for p in pieces if isinstance(p.said, WallTime) and not _is_limit(line, p)
    ]
    if not any(isinstance(clock, Rung) for _, clock in clocks):
        return clocks
    rung: list[tuple[Piece, WallTime]] = []
    for piece, clock in clocks:
        follows = clock.also and bool(rung) and rung[-1][0].end == piece.start
        if isinstance(clock, Rung) or follows:
            rung.append((piece, clock))
    return rung


def _is_limit(line: Sentence, clock: Piece) -> bool:
    """no food after 20:00: a part of the habit's name, not the time of a reminder"""
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


def _part_beside(line: Sentence, clock: Piece, parts: Mapping[Piece, Part]) -> list[Piece]:
    beside = [
        part
        for part in parts
        if (part.end <= clock.start and touches(line, part, clock))
        or (clock.end <= part.start and touches(line, clock, part))
    ]
    return beside[:1] or (list(parts) if len(parts) == 1 else [])


def _rings(line: Sentence, alarm: Piece, used: Sequence[Piece]) -> bool:
    """Whether "remind" is beside a time or begins the line: remind in the evening."""
    return alarm.start == 0 or any(
        isinstance(piece.said, WallTime | Part | Every)
        and (
            (alarm.end <= piece.start and touches(line, alarm, piece))
            or (piece.end <= alarm.start and touches(line, piece, alarm))
        )
        for piece in used
    )


def _ring_hourly(sense: Sense, pieces: Sequence[Piece]) -> None:
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
