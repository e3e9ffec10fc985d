"""Settings as a message: each with what it is now, and its choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import get_day_names, get_timezone_location
from markupsafe import Markup

from bot.language.values import DAY_PARTS
from bot.presses.preferences import (
    ChooseSetting,
    EndAway,
    KeepMoments,
    OfferSetting,
    ShowSettings,
)
from bot.presses.questions import CancelQuestion
from bot.replies import Ask, Button, Keyboard, LocationButton, NoLocationButton, Say
from bot.texts import LANGUAGES, Words, words_for
from bot.texts.dates import clock_words, day_words, offset_words
from bot.views.parts import BREAK, in_rows, switch, undo_button, with_undo
from bot.views.refusals import people
from storage.rules.preferences import DATE_ORDERS, Preferences
from storage.rules.rights import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from bot.language.places.zones import ZoneFound
    from bot.presses.coding import Press
    from bot.reader import Reader
    from storage.rules.schedules import Span

GROUPS = {
    "time": ("zone", "clock", "date-order", "weekday", "day-parts"),
    "reminders": (
        *("remind-timed", "remind-day", "morning", "quiet", "agenda", "review"),
        *("weekly", "missed-turns"),
    ),
    "habits": ("day-turn",),
    "language": ("language",),
    "rights": ("rights",),
}
SETTINGS = tuple(name for names in GROUPS.values() for name in names)
IN_GROUPS = frozenset({"weekly", "missed-turns", "rights"})  # settings that only a group has
KEPT_AS = {"hours_12": "clock", "first_weekday": "weekday"}  # where the key is another name
REMINDERS = {
    "remind-timed": ("-0m", "-15m", "-60m", "-1440m"),
    "remind-day": ("-0m", "-1440m", "day-1@19:00"),
}
QUIET = ("21:00-07:00", "22:00-07:00", "22:00-08:00", "23:00-08:00")
TIMES = {
    "morning": ("06:00", "07:00", "08:00", "09:00", "10:00", "11:00"),
    "agenda": ("06:00", "07:00", "08:00", "09:00", "10:00"),
    "review": ("18:00", "19:00", "20:00", "21:00", "22:00"),
    "day-turn": ("00:00", "01:00", "02:00", "03:00", "04:00", "05:00", "06:00"),
}
WEEKLY = ("6@10:00", "6@19:00", "0@09:00", "4@18:00")  # weekday and time
TURNS = ("stay", "pass")  # what becomes of a missed turn
OFF = "off"
ADMINISTRATORS = "administrators"
ALWAYS_ON = frozenset({"morning", "day-turn"})
SHOWN_PARTS = ("morning", "noon", "afternoon", "evening", "night")
HOURS = {
    "morning": (6, 7, 8, 9, 10, 11),
    "noon": (11, 12, 13),
    "afternoon": (13, 14, 15, 16, 17),
    "evening": (17, 18, 19, 20, 21),
    "night": (20, 21, 22, 23),
}


def settings(
    now: Preferences,
    words: Words,
    *,
    away: Span | None = None,
    is_gone: bool = False,
    today: date,
) -> Say:
    """All settings with their values; a button for each group of them, and one that ends days
    away (`is_gone`: reminders wait, too)."""
    lines = _lines(SETTINGS, now, words)
    groups = [name for name, names in GROUPS.items() if _shown_of(names, now)]
    buttons = [_button(f"settings-{group}", ShowSettings(group), words) for group in groups]
    rows = in_rows(buttons, 2)
    if away is not None:
        lines.append(_away(away, words, is_gone=is_gone, today=today))
        rows.append((_button("return", EndAway(), words),))
    return Say(BREAK.join(lines), tuple(rows))


def settings_changed(keys: Collection[str], page: Say, now: Preferences, words: Words) -> Say:
    """The answer to a setting that was said in words, in a group: only how that is now, above the
    buttons of the whole page."""
    named = {KEPT_AS.get(key, key.replace("_", "-")) for key in keys}
    lines = _lines([one for one in SETTINGS if one in named], now, words)
    return replace(page, text=BREAK.join(lines))


def settings_of(group: str, now: Preferences, words: Words) -> Say:
    """The settings of one group; a button for each."""
    if len(GROUPS[group]) == 1:
        return choices(GROUPS[group][0], now, words)
    buttons = [_button(name, OfferSetting(name), words) for name in _shown_of(GROUPS[group], now)]
    rows = (*in_rows(buttons, 2), (_button("back", ShowSettings(), words),))
    return Say(BREAK.join(_lines(GROUPS[group], now, words)), rows)


def settings_of_others(now: Preferences, words: Words, *, who: Sequence[str]) -> Say:
    """A group's settings for those who may not change them: who may (as far as it is known)."""
    by = words("settings-by-who", who=people(who), count=len(who)) if who else words("settings-by")
    return Say(BREAK.join([*_lines(SETTINGS, now, words), Markup(), by]))


def _lines(names: Sequence[str], now: Preferences, words: Words) -> list[Markup]:
    shown = _shown_of(names, now)
    values = [words(f"setting-{name}", value=_value(name, now, words)) for name in shown]
    return [words("settings-title"), *values]


def _shown_of(names: Sequence[str], now: Preferences) -> list[str]:
    return [name for name in names if now.is_shared or name not in IN_GROUPS]


def group_of(name: str) -> str:
    """The group of a setting, where its choices lead back to; of a group of one, all settings."""
    found = next((group for group, names in GROUPS.items() if name in names), "")
    return found if found and len(GROUPS[found]) > 1 else ""


def _button(key: str, press: Press, words: Words) -> Button:
    return Button(words.plain(f"button-{key}"), press=press)


def _away(away: Span, words: Words, *, is_gone: bool, today: date) -> Markup:
    key, first = "gone" if is_gone else "away", day_words(away.first, today=today, words=words)
    if away.last is None:
        return words(f"setting-{key}-open", first=first)
    last = day_words(away.last, today=today, words=words)
    return words(f"setting-{key}", first=first, last=last)


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
        case "rights":
            return words.plain(f"rights-{EVERYONE if now.is_open else ADMINISTRATORS}")
        case "day-parts":
            return ", ".join(
                f"{words.plain(f'part-{part}')} {_part(part, now, words)}" for part in SHOWN_PARTS
            )
        case "missed-turns":
            return words.plain(f"missed-turns-{TURNS[now.turns_pass]}")
        case _:
            return _push_value(name, now, words)


def _push_value(name: str, now: Preferences, words: Words) -> str:
    """What one of the settings of reminders is now."""
    usual = now.pushes
    if name in REMINDERS:
        offsets = usual.timed if name == "remind-timed" else usual.whole_day
        shown = [_offset(str(offset), name, words) for offset in offsets]
        return ", ".join(shown) or _off(name, words)
    if name == "quiet":
        return _span(usual.quiet, now, words) if usual.quiet else _off(name, words)
    if name == "weekly":
        return _weekly(usual.weekly, now, words) if usual.weekly else _off(name, words)
    times = {
        "morning": usual.morning,
        "agenda": usual.agenda,
        "review": usual.review,
        "day-turn": now.day_turn,
    }
    at = times[name]
    return clock_words(at, words=words, reader=now) if at else _off(name, words)


def _off(name: str, words: Words) -> str:
    """That a setting is off, as its language says it of this one."""
    return words.plain("setting-off", setting=name)


def _span(hours: tuple[time, time], now: Preferences, words: Words) -> str:
    return "–".join(clock_words(at, words=words, reader=now) for at in hours)


def _weekly(at: tuple[int, time], now: Preferences, words: Words) -> str:
    """`Sunday 19:00`"""
    return f"{_weekday(at[0], words)} {clock_words(at[1], words=words, reader=now)}"


def _weekday(day: int, words: Words) -> str:
    return str(get_day_names("wide", context="stand-alone", locale=words.locale)[day])


def _part(part: str, now: Preferences, words: Words) -> str:
    default = next(at for name, at in DAY_PARTS.items() if name == part)
    return clock_words(now.day_parts.get(part, default), words=words, reader=now)


def choices(name: str, now: Preferences, words: Words) -> Say:
    """The choices of one setting, the present one marked."""
    made = {
        "language": _languages,
        "date-order": _orders,
        "clock": _clocks,
        "weekday": _weekdays,
        "day-parts": _parts,
        "rights": _rights,
        "missed-turns": _missed_turns,
    }
    rows = made[name](now, words) if name in made else _push_choices(name, now, words)
    text = words(f"setting-{name}", value=_value(name, now, words))
    back = _button("back", ShowSettings(group_of(name)), words)
    return Say(text, (*rows, (back,)))


def hours_of(part: str, now: Preferences, words: Words) -> Say:
    """The hours to choose from for a part of the day."""
    buttons = [
        Button(
            clock_words(time(hour), words=words, reader=now),
            press=ChooseSetting(f"part-{part}", f"{hour:02d}:00"),
        )
        for hour in HOURS[part]
    ]
    text = words("ask-part", part=words.plain(f"part-{part}"))
    back = _button("back", OfferSetting("day-parts"), words)
    return Say(text, (*in_rows(buttons, 3), (back,)))


def _switched(label: str, name: str, place: int, *, is_on: bool) -> Button:
    """One of several that may be on at once: the press says whether it goes on or off."""
    press = ChooseSetting(name, f"{'-' if is_on else '+'}{place}")
    return switch(label, press, is_on=is_on)


def _choice(label: str, name: str, value: object, *, chosen: bool) -> Button:
    press = ChooseSetting(name, str(value))
    return Button(f"✓ {label}" if chosen else label, press=press)


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


def _rights(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (_choice(words.plain(f"rights-{holders}"), "rights", holders, chosen=now.is_open is opens),)
        for holders, opens in ((ADMINISTRATORS, False), (EVERYONE, True))
    )


def _weekdays(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (_choice(_weekday(day, words), "weekday", day, chosen=now.first_weekday == day),)
        for day in (0, 5, 6)
    )


def _missed_turns(now: Preferences, words: Words) -> Keyboard:
    labels = [(one, words.plain(f"missed-turns-{one}")) for one in TURNS]
    own = TURNS[now.turns_pass]
    return tuple((_choice(label, "missed-turns", one, chosen=one == own),) for one, label in labels)


def _parts(now: Preferences, words: Words) -> Keyboard:
    return tuple(
        (
            Button(
                f"{words.plain(f'part-{part}')}: {_part(part, now, words)}",
                press=OfferSetting(f"part-{part}"),
            ),
        )
        for part in SHOWN_PARTS
    )


def _push_choices(name: str, now: Preferences, words: Words) -> Keyboard:
    """The choices of one of the settings of reminders."""
    if name in REMINDERS:
        usual = now.pushes.timed if name == "remind-timed" else now.pushes.whole_day
        has = {str(offset) for offset in usual}
        return tuple(
            (_switched(_offset(text, name, words), name, place, is_on=text in has),)
            for place, text in enumerate(REMINDERS[name])
        )
    value = _push_value(name, now, words)
    values = {"quiet": QUIET, "weekly": WEEKLY, **TIMES}[name]
    shown = [(text, _shown(text, now, words)) for text in values]
    rows = [tuple(shown[i : i + 3]) for i in range(0, len(shown), 3)]
    made = [tuple(_choice(w, name, v, chosen=w == value) for v, w in row) for row in rows]
    off = _off(name, words)
    return (
        *made,
        *([] if name in ALWAYS_ON else [(_choice(off, name, OFF, chosen=off == value),)]),
    )


def _offset(text: str, name: str, words: Words) -> str:
    return offset_words(text, words, is_whole_day=name == "remind-day")


def _shown(text: str, now: Preferences, words: Words) -> str:
    day, _, at = text.rpartition("@")
    if day:
        return _weekly((int(day), time.fromisoformat(at)), now, words)
    times = [time.fromisoformat(part) for part in text.split("-")]
    return "–".join(clock_words(at, words=words, reader=now) for at in times)


def digest_set(name: str, at: time | None, reader: Reader) -> Say:
    """The answer to a daily digest (`agenda` or `review`) that is set to a time, or ended."""
    if at is None:
        return Say(reader.words("digest-off"))
    return Say(reader.words(f"digest-set-{name}", at=reader.clock(at)))


def ask_zone(now: Preferences, words: Words, *, private: bool) -> Say | Ask:
    """Ask for the time zone; in private by a button that shares the place, too."""
    text = words("ask-zone", value=_value("zone", now, words))
    if private:
        return Say(text, LocationButton(words.plain("button-share-place")))
    return Ask(text, words.plain("ask-zone-short"))


def zone_set(zone: str, words: Words, reader: Preferences, *, now: datetime) -> Say:
    """The zone is known: what time it is there tells whether it is the right one."""
    at = clock_words(now.astimezone(ZoneInfo(zone)).time(), words=words, reader=reader)
    return Say(words("zone-set", zone=zone, time=at), NoLocationButton())


def clock_times_kept(count: int, batch: UUID, reader: Reader) -> Say:
    """What a new zone has done to the tasks that are ahead, and how to have it otherwise."""
    keep = reader.button("keep-moments", KeepMoments(batch))
    text = reader.words("clock-times-kept", count=count)
    return Say(text, ((keep, undo_button(batch, reader)),))


def moments_kept(count: int, batch: UUID, reader: Reader) -> Say:
    """The answer to that."""
    return with_undo([reader.words("moments-kept", count=count)], batch, reader)


def offer_move(zone: str, own: Preferences, words: Words, *, now: datetime) -> Say:
    """Somebody with a zone shares where they are: do they want the time of that place?"""
    at = clock_words(now.astimezone(ZoneInfo(zone)).time(), words=words, reader=own)
    city = get_timezone_location(zone, locale=words.locale, return_city=True)
    text = words("zone-move", place=city, time=at, zone=own.zone)
    move = Button(words.plain("button-zone-move"), press=ChooseSetting("zone", zone))
    stay = Button(words.plain("button-zone-stay"), press=CancelQuestion())
    return Say(text, ((move, stay),))


def zone_choices(found: Sequence[ZoneFound], words: Words) -> Say:
    """Several places have that name: which one is meant?"""
    rows = tuple(
        (
            Button(
                " · ".join(filter(None, (one.place, one.country, one.zone))),
                press=ChooseSetting("zone", one.zone),
            ),
        )
        for one in found[:8]
    )
    return Say(words("zone-which"), rows)
