"""What the patterns of clock times build: wall times, and the half of the day that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.language.said import (
    Impossible,
    WallTime,
)
from bot.language.values import DayPart

if TYPE_CHECKING:
    from collections.abc import Callable

HalfSaid = Literal["am", "pm"] | DayPart


def at_clock(clock: WallTime | Impossible, half: HalfSaid | None = None) -> WallTime | Impossible:
    if isinstance(clock, Impossible) or half is None:
        return clock
    return _in_half(clock, half)


def at_hour(hour: int, half: HalfSaid | None = None) -> WallTime:
    clock = WallTime(hour, half="bare")
    return _in_half(clock, half) if half else clock


def also_hour(hour: int, half: HalfSaid | None = None) -> WallTime:
    return at_hour(hour, half)._replace(also=True)


def also_clock(clock: WallTime | Impossible, half: HalfSaid | None = None) -> WallTime | None:
    said = at_clock(clock, half)
    return said._replace(also=True) if isinstance(said, WallTime) else None


def full_hour(
    hour: int, minute: int | None = None, half: HalfSaid | None = None
) -> WallTime | Impossible:
    clock = WallTime(hour, minute or 0)
    if not clock.is_possible:
        return Impossible()
    return _in_half(clock, half) if half else clock


def past(minutes: int) -> Callable[..., WallTime | None]:
    """half past seven; negative minutes are before the hour"""
    return lambda hour, half=None: minutes_past(minutes, hour, half)


def minutes_past(minutes: int, hour: int, half: HalfSaid | None = None) -> WallTime | None:
    """Ten past seven, half past seven; a negative number is before the hour."""
    if not (0 < abs(minutes) < 60 and 0 <= hour <= 24):
        return None
    total = (hour * 60 + minutes) % 1440
    clock = WallTime(total // 60, total % 60, half="words" if hour <= 12 else "24")
    return _in_half(clock, half) if half else clock


def minutes_to(minutes: int, hour: int, half: HalfSaid | None = None) -> WallTime | None:
    return minutes_past(-minutes, hour, half)


def round_minutes_past(minutes: int, hour: int) -> WallTime | None:
    """ten past seven, without "at": only with minutes that people round to"""
    return minutes_past(minutes, hour) if minutes in (5, 10, 15, 20, 25) else None


def round_minutes_to(minutes: int, hour: int) -> WallTime | None:
    """five to twelve"""
    return minutes_past(-minutes, hour) if minutes in (5, 10, 15, 20, 25) else None


def hour_minutes(hour: int, minutes: int, half: HalfSaid | None = None) -> WallTime | None:
    """seven thirty"""
    return minutes_past(minutes, hour, half) if 10 <= minutes < 60 and hour <= 24 else None


def hour_to(hour: int, minutes: int, half: HalfSaid | None = None) -> WallTime | None:
    """six less ten: ten to six"""
    return minutes_past(-minutes, hour, half)


def hour_minutes_any(hour: int, minutes: int, half: HalfSaid | None = None) -> WallTime | None:
    """five and ten: ten past five"""
    return minutes_past(minutes, hour, half)


def hour_word(hour: int, minutes: int) -> Callable[..., WallTime | None]:
    """An hour and its minutes in one word, as half past seven is in Russian."""
    return lambda half=None: minutes_past(minutes, hour, half)


def _in_half(clock: WallTime, half: HalfSaid) -> WallTime:
    match half:
        case "am" | "pm":
            hour = clock.hour if clock.hour > 12 else clock.hour % 12 + (12 if half == "pm" else 0)
            return clock._replace(hour=hour, half="24")
        case _:
            return clock._replace(part=half)
