"""Settings in words: `12h`, `month first`, `week sunday`, `morning 8:00`, `quiet 22:00-8:00`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from bot.language.engine.tokens import fold
from bot.language.languages import ALL, Languages

if TYPE_CHECKING:
    from bot.language.engine.language import SettingWords

T = TypeVar("T")
Setting = Mapping[str, Any]

_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
_ORDERS = {"dmy": "DMY", "mdy": "MDY", "ymd": "YMD"}
_FIRST_OF_WEEK = frozenset((0, 5, 6))  # Monday, Saturday, Sunday
_SUNDAY, _SEVEN_PM = 6, "19:00"
_LATEST_TURN = "12:00"


def read_setting(text: str, *, languages: Languages = ALL) -> Setting | None:
    """A setting as `User.settings` keeps it, in any of the languages; None for no setting.

    Zones and languages have readers of their own.
    """
    said = _Said(text, _known(languages))
    return _of_habits(said) or _of_days(said) or _of_pushes(said) or _of_parts(said)


def read_switch(text: str, *, languages: Languages = ALL) -> bool | None:
    """`on` or `off`, alone, in any of the languages; None for other words."""
    said = _Said(text, _known(languages))
    if len(said.words) != 1 or said.words[0] != said.text:
        return None
    if said.has(said.known.off):
        return False
    return True if said.has(said.known.on) else None


class _Known:
    """The folded words of settings in all languages."""

    def __init__(self, tables: Sequence[SettingWords]) -> None:
        self.first = _folded(each.first for each in tables)
        self.week = _folded(each.week for each in tables)
        self.turn = _folded(each.turn for each in tables)
        self.weekly = _folded(each.weekly for each in tables)
        self.quiet = _folded(each.quiet for each in tables)
        self.on = _folded(each.on for each in tables)
        self.off = _folded(each.off for each in tables)
        self.digests = {
            "agenda": _folded(each.agenda for each in tables),
            "review": _folded(each.review for each in tables),
        }
        self.orders = _meanings(each.orders.items() for each in tables)
        self.parts = _meanings(each.parts.items() for each in tables)
        self.weekdays = _meanings(enumerate(each.weekdays) for each in tables)
        hours = "|".join(sorted(map(re.escape, _folded(each.hours for each in tables))))
        self.hours = re.compile(rf"\b(12|24) ?(?:{hours})\b")


def _folded(spelled: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for each in spelled for word in each.split())


def _meanings(tables: Iterable[Iterable[tuple[T, str]]]) -> dict[str, T]:
    return {fold(w): meant for table in tables for meant, said in table for w in said.split()}


@cache
def _known(languages: Languages) -> _Known:
    return _Known([each.settings for each in languages.every()])


class _Said:
    """A text as words and times of day."""

    def __init__(self, text: str, known: _Known) -> None:
        self.known = known
        self.text = fold(text.strip())
        self.words = re.findall(r"[^\W\d_]+", self.text)
        self.times = [f"{int(hour):02d}:{minute}" for hour, minute in _CLOCK.findall(self.text)]

    def has(self, words: frozenset[str]) -> bool:
        return bool(words.intersection(self.words))


def _of_habits(said: _Said) -> Setting | None:
    """When the day turns, and a group's weekly report: `day turn 4:00`, `weekly sunday 19:00`."""
    known, times = said.known, said.times
    if said.has(known.turn):
        fits = len(times) == 1 and times[0] <= _LATEST_TURN
        return {"day_turn": times[0]} if fits else None
    if not said.has(known.weekly):
        return None
    if said.has(known.off):
        return {"weekly": None}
    day = next((known.weekdays[word] for word in said.words if word in known.weekdays), _SUNDAY)
    return {"weekly": [day, times[0] if times else _SEVEN_PM]} if len(times) < 2 else None


def _of_days(said: _Said) -> Setting | None:
    """The clock, the order of dates, the first weekday."""
    known = said.known
    if hours := known.hours.search(said.text):
        return {"hours_12": hours[1] == "12"}
    if said.text in _ORDERS:
        return {"date_order": _ORDERS[said.text]}
    if said.has(known.first):
        order = next((known.orders[word] for word in said.words if word in known.orders), None)
        return {"date_order": order} if order else None
    if said.has(known.week):
        days = (known.weekdays.get(word) for word in said.words)
        day = next((each for each in days if each in _FIRST_OF_WEEK), None)
        return {"first_weekday": day} if day is not None else None
    return None


def _of_pushes(said: _Said) -> Setting | None:
    """Quiet hours, the morning agenda, the evening review."""
    known, times, off = said.known, said.times, said.has(said.known.off)
    if said.has(known.quiet):
        if off:
            return {"quiet": None}
        return {"quiet": list(times)} if len(times) == 2 and times[0] != times[1] else None
    for name, words in known.digests.items():
        if said.has(words):
            at = times[0] if len(times) == 1 else None
            return {name: at} if at or off else None
    return None


def _of_parts(said: _Said) -> Setting | None:
    """A part of the day and when it is."""
    if len(said.words) != 1 or len(said.times) != 1:
        return None
    part = said.known.parts.get(said.words[0])
    return {"day_parts": {part: said.times[0]}} if part else None
