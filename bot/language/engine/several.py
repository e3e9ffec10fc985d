"""Weekdays that repeat: mon-thu 7:00; tue 19:00, wed 20:00; every tue 18-19 and thu 20-21."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.language.engine.bounds import is_weekday, weekdays_between
from bot.language.engine.build import WORKDAYS
from bot.language.said import Day, Every, FromTo, WallTime, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.guarding.around import Piece


def with_listed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Weekdays from one to another beside a clock time repeat; without one they are some days,
    except from Monday to Friday."""
    if any(isinstance(piece.said, Every) for piece in pieces):
        return pieces
    timed = any(isinstance(piece.said, WallTime | Window) for piece in pieces)
    return [_repeating(piece, timed=timed) for piece in pieces]


def _repeating(piece: Piece, *, timed: bool) -> Piece:
    every = weekdays_between(piece.said) if isinstance(piece.said, FromTo) else None
    if every is None or not (timed or every.weekdays == WORKDAYS):
        return piece
    return piece._replace(said=every)


def with_weekly(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A weekday with a time repeats, where more of them follow: tue 19:00 wed 20:00."""
    repeats = [piece.said for piece in pieces if isinstance(piece.said, Every)]
    if not repeats or not all(said.also for said in repeats):
        return pieces
    first = next((piece for piece in pieces if isinstance(piece.said, Day)), None)
    if first is None or not is_weekday(first.said):
        return pieces
    return [_weekly(piece) if piece is first else piece for piece in pieces]


def _weekly(piece: Piece) -> Piece:
    weekday = piece.said.weekday if isinstance(piece.said, Day) else None
    return piece._replace(said=Every("WEEKLY", weekdays=(weekday or 0,), listed=True))


def without_hours(pieces: Sequence[Piece], hours: Sequence[Window]) -> list[Piece]:
    """Without some ranges of hours and their weekdays."""
    gone: list[Piece] = []
    for k, piece in enumerate(pieces):
        if any(piece.said is each for each in hours):
            weekdays = (one for one in reversed(pieces[:k]) if isinstance(one.said, Every))
            gone += [piece, *islice(weekdays, 1)]
    return [piece for piece in pieces if piece not in gone]
