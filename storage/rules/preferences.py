"""Preferences read from the JSON of people and groups. A broken value becomes its default.

Whose JSON holds where is decided by storage.people.preferences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from storage.rules.offsets import BrokenOffset, Offset
from storage.rules.rights import is_open

if TYPE_CHECKING:
    from collections.abc import Mapping

DateOrder: TypeAlias = Literal["DMY", "MDY", "YMD"]
DAY_TURN = time(3)  # for somebody who goes to bed at one, it is still the same day
LATEST_TURN = time(12)
CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
PASSES = "turns_pass"  # of a group: a turn that was missed goes to the next
DATE_ORDERS: tuple[DateOrder, ...] = ("DMY", "MDY", "YMD")


@dataclass(frozen=True, slots=True)
class Pushes:
    """What is pushed, and when. All times are local; None means off.

    `timed` and `whole_day` are the default offsets of reminders for tasks with a time and for
    whole days; those remind in the `morning`. `quiet` is the start and end of the quiet hours,
    `agenda` the time of the morning's agenda, `review` of the evening's review, `weekly` the
    weekday (Monday 0) and time of a group's weekly report.
    """

    timed: tuple[Offset, ...] = (Offset(),)
    whole_day: tuple[Offset, ...] = (Offset(),)
    morning: time = time(9)
    quiet: tuple[time, time] | None = None
    agenda: time | None = None
    review: time | None = None
    weekly: tuple[int, time] | None = None


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a chat or a person wants dates, times and pushes.

    `first_weekday` counts from Monday = 0. `is_shared` is true in a chat that several people read.
    `day_turn` is the local time at which a day of habits begins. `reacts`: a group wants a reaction
    in place of words that only confirm. `is_open`: all its members may do what else is its
    administrators'. `turns_pass`: a turn that was missed goes to the next person; else it stays
    whose it was.
    """

    zone: str
    language: str
    date_order: DateOrder = "DMY"
    hours_12: bool = False
    first_weekday: int = 0
    zone_is_set: bool = False
    is_shared: bool = False
    is_open: bool = False
    day_parts: Mapping[str, time] = field(default_factory=dict)
    day_turn: time = DAY_TURN
    reacts: bool = False
    turns_pass: bool = False
    pushes: Pushes = field(default_factory=Pushes)


def preferences(
    settings: Mapping[str, Any], *, fallback: Mapping[str, Any], zone: str, language: str
) -> Preferences:
    """What `settings` set, then what `fallback` sets, then the defaults. Pushes have no fallback.

    `zone` and `language` are the defaults; `language` is Telegram's IETF tag. By default only
    `en-US` writes the month first and the time with 12 hours.
    """
    own = {**fallback, **settings}
    said_zone = own.get("zone")
    zone_is_set = isinstance(said_zone, str) and is_zone(said_zone)
    order = own.get("date_order")
    return Preferences(
        zone=said_zone if zone_is_set and isinstance(said_zone, str) else zone,
        language=_text(own.get("language")) or language,
        date_order=next((known for known in DATE_ORDERS if known == order), _order(language)),
        hours_12=own.get("hours_12", language.lower() == "en-us") is True,
        first_weekday=_weekday(own.get("first_weekday")),
        zone_is_set=zone_is_set,
        day_parts=_day_parts(own.get("day_parts")),
        day_turn=_turn(own.get("day_turn")),
        reacts=settings.get("reacts") is True,
        turns_pass=settings.get(PASSES) is True,
        pushes=pushes(settings),
        is_open=is_open(settings),
    )


def pushes(settings: Mapping[str, Any]) -> Pushes:
    """A person's or group's pushes from its settings; a broken value is its default."""
    usual = Pushes()
    quiet = settings.get("quiet")
    hours = [_clock(at) for at in quiet] if isinstance(quiet, list) else []
    start, end = hours if len(hours) == 2 else (None, None)
    return Pushes(
        timed=_offsets(settings.get("remind_timed"), usual.timed),
        whole_day=_offsets(settings.get("remind_day"), usual.whole_day),
        morning=_clock(settings.get("morning")) or usual.morning,
        quiet=(start, end) if start is not None and end is not None and start != end else None,
        agenda=_clock(settings.get("agenda")),
        review=_clock(settings.get("review")),
        weekly=_weekly(settings.get("weekly")),
    )


def _clock(value: object) -> time | None:
    known = isinstance(value, str) and CLOCK.fullmatch(value)
    return time.fromisoformat(str(value)) if known else None


def _weekly(value: object) -> tuple[int, time] | None:
    match value:
        case [int() as day, str() as at] if 0 <= day <= 6 and CLOCK.fullmatch(at):
            return day, time.fromisoformat(at)
        case _:
            return None


def _turn(value: object) -> time:
    at = _clock(value)
    return DAY_TURN if at is None or at > LATEST_TURN else at


def _offsets(value: object, usual: tuple[Offset, ...]) -> tuple[Offset, ...]:
    if not isinstance(value, list):
        return usual
    try:
        return tuple(Offset.parse(text) for text in value if isinstance(text, str))
    except BrokenOffset:
        return usual


def is_zone(name: str) -> bool:
    """Whether this names a zone of the IANA database that can be loaded."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _day_parts(value: object) -> dict[str, time]:
    """Times by the name of a day part, from `{"morning": "08:00"}`."""
    parts = value if isinstance(value, dict) else {}
    read = {name: _clock(at) for name, at in parts.items()}
    return {name: at for name, at in read.items() if at is not None}


def _order(language: str) -> DateOrder:
    return "MDY" if language.lower() == "en-us" else "DMY"


def _weekday(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value <= 6 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
