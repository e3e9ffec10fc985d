"""How often a habit is to be done: the repeats of its line joined to one, as a schedule."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.language.engine.choose import joined_repeat, repeat_without
from bot.language.habits.phrases import touches
from bot.language.said import Every, Except, WallTime
from storage.rules.schedules import EARLIEST_START, EVERY_WEEKDAY, Schedule, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence

DAYS_OF_MONTH = 365.25 / 12
DAILY = Every("DAILY")


class Rhythm:
    """The repeat of a line, joined from pieces: mon wed fri · every morning on weekdays."""

    def __init__(self, line: Sentence, pieces: Sequence[Piece]) -> None:
        self.every: Every | None = None
        self.pieces: list[Piece] = []
        for piece in pieces:
            joined = self._joined(line, pieces, piece)
            if joined is not None:
                self.every = joined
                self.pieces.append(piece)

    def _joined(self, line: Sentence, pieces: Sequence[Piece], piece: Piece) -> Every | None:
        said = piece.said
        if isinstance(said, Except):
            return repeat_without(self.every, said)
        if not isinstance(said, Every) or schedule_of(said, EARLIEST_START) is None:
            return None
        if self.every is None:
            return said
        if said.weekdays and self.every.weekdays and said.interval == self.every.interval == 1:
            last = self.pieces[-1]
            return _with_days(self.every, said) if _is_list(line, pieces, last, piece) else None
        return joined_repeat(self.every, said)


def _with_days(every: Every, said: Every) -> Every:
    days = tuple(sorted({*every.weekdays, *said.weekdays}))
    return every._replace(weekdays=days, part=every.part or said.part)


def _is_list(line: Sentence, pieces: Sequence[Piece], last: Piece, piece: Piece) -> bool:
    """Whether nothing but times is between two weekdays: mon at 7, wed at 18:30."""
    run = [p for p in pieces if last.start <= p.start <= piece.start]
    plain = all(isinstance(p.said, Every | WallTime) for p in run)
    return plain and all(touches(line, one, other) for one, other in pairwise(run))


def is_daily(every: Every | None) -> bool:
    return every is not None and every.frequency == "DAILY" and every.interval == 1


def schedule_of(every: Every, start: date) -> Schedule | None:
    """A repeat as a schedule, None where habits have none (every 3rd friday, every hour).

    Months and years of more than one are blocks of days, as is "every other friday", whose blocks
    begin on Fridays.
    """
    if every.nth or every.month_days or every.year_days:
        return None
    schedule = _weekly(every, start) if every.frequency == "WEEKLY" else _plain(every, start)
    return schedule if schedule is not None and schedule.is_sound else None


def _weekly(every: Every, start: date) -> Schedule | None:
    days, n = frozenset(every.weekdays), every.interval
    if not days:
        return Schedule(start, interval=7 * n) if n > 1 else Schedule(start, Unit.WEEK)
    if n == 1:
        return Schedule(start, weekdays=frozenset() if days == EVERY_WEEKDAY else days)
    if len(days) > 1:
        return None
    ahead = (every.weekdays[0] - start.weekday()) % 7
    return Schedule(start + timedelta(days=ahead), interval=7 * n)


def _plain(every: Every, start: date) -> Schedule | None:
    n = every.interval
    match every.frequency:
        case "DAILY":
            return Schedule(start, interval=n)
        case "MONTHLY" if n == 1:
            return Schedule(start, Unit.MONTH)
        case "MONTHLY":
            return Schedule(start, interval=round(n * DAYS_OF_MONTH))
        case "YEARLY":
            return Schedule(start, interval=365 * n)
        case _:
            return None
