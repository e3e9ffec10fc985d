"""Settings as a message: each with what it is now, and its choices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from bot.buttons import pack
from bot.language.values import DAY_PARTS
from bot.language.zones import ZoneFound
from bot.messages import Button, Keyboard, Reply
from bot.texts import LANGUAGES, Words, words_for
from bot.views.dates import clock_words
from bot.views.tasks import BREAK
from storage.rules.preferences import DATE_ORDERS, Preferences

SETTINGS = ("zone", "language", "date-order", "clock", "weekday", "day-parts")
SHOWN_PARTS = ("morning", "noon", "afternoon", "evening", "night")
HOURS = {
    "morning": (6, 7, 8, 9, 10, 11),
    "noon": (11, 12, 13),
    "afternoon": (13, 14, 15, 16, 17),
    "evening": (17, 18, 19, 20, 21),
    "night": (20, 21, 22, 23),
}


def settings(now: Preferences, words: Words) -> Reply:
    """All settings with their values; a button for each."""
    lines = [words("settings-title")]
    lines += [words(f"setting-{name}", value=_value(name, now, words)) for name in SETTINGS]
    buttons = [Button(words.plain(f"button-{name}"), pack("set", name)) for name in SETTINGS]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    return Reply(BREAK.join(lines), rows)


def _value(name: str, now: Preferences, words: Words) -> str:
    match name:
        case "zone":
            return now.zone if now.zone_is_set else f"{now.zone} ({words.plain('zone-not-said')})"
        case "language":
            return words_for(now.language).plain("language-name")
        case "date-order":
            return words.plain(f"date-order-{now.date_order}")
        case "clock":
            return words.plain("clock-12" if now.hours_12 else "clock-24")
        case "weekday":
            return _weekday(now.first_weekday, words)
        case _:
            return ", ".join(
                f"{words.plain(f'part-{part}')} {_part(part, now, words)}" for part in SHOWN_PARTS
            )


def _weekday(day: int, words: Words) -> str:
    return str(get_day_names("wide", context="stand-alone", locale=words.locale)[day])


def _part(part: str, now: Preferences, words: Words) -> str:
    default = next(at for name, at in DAY_PARTS.items() if name == part)
    return clock_words(now.day_parts.get(part, default), words=words, reader=now)


def choices(name: str, now: Preferences, words: Words) -> Reply:
    """The choices of one setting, the present one marked."""
    rows = {
        "language": _languages,
        "date-order": _orders,
        "clock": _clocks,
        "weekday": _weekdays,
        "day-parts": _parts,
    }[name](now, words)
    text = words(f"setting-{name}", value=_value(name, now, words))
    return Reply(text, (*rows, (_to_settings(words),)))


def hours_of(part: str, now: Preferences, words: Words) -> Reply:
    """The hours to choose from for a part of the day."""
    buttons = [
        Button(f"{hour}:00", pack("choose", f"part-{part}", f"{hour:02d}:00"))
        for hour in HOURS[part]
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    text = words("ask-part", part=words.plain(f"part-{part}"))
    back = Button(words.plain("button-back"), pack("set", "day-parts"))
    return Reply(text, (*rows, (back,)))


def _to_settings(words: Words) -> Button:
    return Button(words.plain("button-back"), pack("settings"))


def _choice(label: str, name: str, value: object, *, chosen: bool) -> Button:
    return Button(f"✓ {label}" if chosen else label, pack("choose", name, value))


def _languages(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (
            _choice(
                words_for(code).plain("language-name"),
                "language",
                code,
                chosen=words.language == code,
            ),
        )
        for code in LANGUAGES
    )


def _orders(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (
            _choice(
                words.plain(f"date-order-{order}"),
                "date-order",
                order,
                chosen=now.date_order == order,
            ),
        )
        for order in DATE_ORDERS
    )


def _clocks(now: Preferences, words: Words) -> Keyboard:
    return (
        (
            _choice(words.plain("clock-24"), "clock", "24", chosen=not now.hours_12),
            _choice(words.plain("clock-12"), "clock", "12", chosen=now.hours_12),
        ),
    )


def _weekdays(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (_choice(_weekday(day, words), "weekday", day, chosen=now.first_weekday == day),)
        for day in (0, 5, 6)
    )


def _parts(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (
            Button(
                f"{words.plain(f'part-{part}')}: {_part(part, now, words)}",
                pack("set", f"part-{part}"),
            ),
        )
        for part in SHOWN_PARTS
    )


def ask_zone(now: Preferences, words: Words, *, private: bool) -> Reply:
    """Ask for the time zone; in private by a button that shares the place, too."""
    text = words("ask-zone", value=_value("zone", now, words))
    if private:
        return Reply(text, asks_location=words.plain("button-share-place"))
    return Reply(text, asks=words.plain("ask-zone-short"))


def zone_set(zone: str, words: Words, reader: Preferences, *, now: datetime) -> Reply:
    """The zone is known: what time it is there tells whether it is the right one."""
    at = clock_words(now.astimezone(ZoneInfo(zone)).time(), words=words, reader=reader)
    return Reply(words("zone-set", zone=zone, time=at), located=True)


def zone_choices(found: Sequence[ZoneFound], words: Words) -> Reply:
    """Several places have that name: which one is meant?"""
    rows = tuple(
        (
            Button(
                " · ".join(filter(None, (one.place, one.country, one.zone))),
                pack("choose", "zone", one.zone),
            ),
        )
        for one in found[:8]
    )
    return Reply(words("zone-which"), rows)
