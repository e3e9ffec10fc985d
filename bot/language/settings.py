"""Settings in words: `12h`, `month first`, `week sunday`, `morning 8:00`, `quiet 22:00-8:00`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.language.engine.tokens import fold

_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.]([0-5]\d)\b")
_HOURS = re.compile(r"\b(12|24) ?(?:h|hours?|stunden|часов|часа|ч|horas|uhr)\b")
_ORDERS = {"dmy": "DMY", "mdy": "MDY", "ymd": "YMD"}
_FIRST = frozenset(["first", "zuerst", "сначала", "primero", "erst", "первым", "первый"])
_UNITS = {
    **dict.fromkeys(["day", "tag", "день", "dia"], "DMY"),
    **dict.fromkeys(["month", "monat", "месяц", "mes"], "MDY"),
    **dict.fromkeys(["year", "jahr", "год", "ano"], "YMD"),
}
_WEEK = frozenset(["week", "weeks", "woche", "неделя", "недели", "semana"])
_DAYS = {
    **dict.fromkeys(["monday", "mon", "montag", "понедельник", "понедельника", "lunes"], 0),
    **dict.fromkeys(["saturday", "sat", "samstag", "суббота", "субботы", "sabado"], 5),
    **dict.fromkeys(["sunday", "sun", "sonntag", "воскресенье", "воскресенья", "domingo"], 6),
}
_PARTS = {
    **dict.fromkeys(["morning", "morgen", "утро", "manana"], "morning"),
    **dict.fromkeys(["noon", "mittag", "полдень", "mediodia"], "noon"),
    **dict.fromkeys(["afternoon", "nachmittag", "день", "tarde"], "afternoon"),
    **dict.fromkeys(["evening", "abend", "вечер", "anochecer"], "evening"),
    **dict.fromkeys(["night", "nacht", "ночь", "noche"], "night"),
}
_WEEKDAYS = {
    **_DAYS,
    **dict.fromkeys(["tuesday", "tue", "dienstag", "вторник", "martes"], 1),
    **dict.fromkeys(["wednesday", "wed", "mittwoch", "среда", "среду", "miercoles"], 2),
    **dict.fromkeys(["thursday", "thu", "donnerstag", "четверг", "jueves"], 3),
    **dict.fromkeys(["friday", "fri", "freitag", "пятница", "пятницу", "viernes"], 4),
    "субботу": 5,
}
_TURN = frozenset(["turn", "turns", "tageswechsel", "смена", "cambio"])
_WEEKLY = frozenset(["weekly", "wochentlich", "wochenbild", "еженедельно", "semanal"])
_SUNDAY, _SEVEN_PM = 6, "19:00"
_LATEST_TURN = "12:00"
_QUIET = frozenset(["quiet", "ruhezeit", "ruhe", "тихие", "тихо", "silencio"])
_AGENDA = frozenset(["agenda", "morgenubersicht", "план"])
_REVIEW = frozenset(["review", "abendruckblick", "обзор", "repaso"])
_OFF = frozenset(["off", "aus", "нет", "выкл", "no", "none"])


def read_setting(text: str) -> Mapping[str, Any] | None:
    """A setting as `User.settings` keeps it, in any of the four languages; None for no setting.

    Zones and languages have readers of their own.
    """
    folded = fold(text.strip())
    words = re.findall(r"[^\W\d_]+", folded)
    times = [f"{int(hour):02d}:{minute}" for hour, minute in _CLOCK.findall(folded)]
    return (
        _of_habits(words, times)
        or _of_days(folded, words)
        or _of_pushes(words, times)
        or _of_parts(words, times)
    )


def _of_habits(words: Sequence[str], times: Sequence[str]) -> Mapping[str, Any] | None:
    """When the day turns, and a group's weekly picture: `day turn 4:00`, `weekly sunday 19:00`."""
    if _TURN.intersection(words):
        fits = len(times) == 1 and times[0] <= _LATEST_TURN
        return {"day_turn": times[0]} if fits else None
    if not _WEEKLY.intersection(words):
        return None
    if _OFF.intersection(words):
        return {"weekly": None}
    day = next((_WEEKDAYS[word] for word in words if word in _WEEKDAYS), _SUNDAY)
    return {"weekly": [day, times[0] if times else _SEVEN_PM]} if len(times) < 2 else None


def _of_days(folded: str, words: Sequence[str]) -> Mapping[str, Any] | None:
    """The clock, the order of dates, the first weekday."""
    if hours := _HOURS.search(folded):
        return {"hours_12": hours[1] == "12"}
    if folded in _ORDERS:
        return {"date_order": _ORDERS[folded]}
    if _FIRST.intersection(words):
        order = next((_UNITS[word] for word in words if word in _UNITS), None)
        return {"date_order": order} if order else None
    if _WEEK.intersection(words):
        day = next((_DAYS[word] for word in words if word in _DAYS), None)
        return {"first_weekday": day} if day is not None else None
    return None


def _of_pushes(words: Sequence[str], times: Sequence[str]) -> Mapping[str, Any] | None:
    """Quiet hours, the morning agenda, the evening review."""
    off = bool(_OFF.intersection(words))
    if _QUIET.intersection(words):
        if off:
            return {"quiet": None}
        return {"quiet": list(times)} if len(times) == 2 and times[0] != times[1] else None
    for name, known in (("agenda", _AGENDA), ("review", _REVIEW)):
        if known.intersection(words):
            at = times[0] if len(times) == 1 else None
            return {name: at} if at or off else None
    return None


def _of_parts(words: Sequence[str], times: Sequence[str]) -> Mapping[str, Any] | None:
    """A part of the day and when it is."""
    if len(words) != 1 or len(times) != 1 or words[0] not in _PARTS:
        return None
    return {"day_parts": {_PARTS[words[0]]: times[0]}}
