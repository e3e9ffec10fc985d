"""Settings: time zone, language, and how dates and times are read and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any

from bot.handlers.habits.finding import own_today
from bot.handlers.questions import drop_question, put
from bot.language import SetDigest, read_intent
from bot.language.places.zones import UnknownOffset, ZoneFound, canonical, find_zone, zone_at
from bot.language.settings import read_setting
from bot.presses.coding import StaleButton
from bot.questions import AskedZone
from bot.replies import Ask, Reply, Say, followed_by, in_place, noticed
from bot.requests import Request, SharedPlace
from bot.texts import LANGUAGES, words_for
from bot.views import preferences as views
from bot.views.refusals import Misunderstood
from storage.errors import NotAllowed
from storage.habits.away import come_back
from storage.history.settings import set_preferences
from storage.people.preferences import preferences_in
from storage.people.settings import check_settings
from storage.rules.absence import absence_of
from storage.rules.preferences import CLOCK, DATE_ORDERS, Preferences, is_zone
from storage.rules.rights import EVERYONE, OPEN
from storage.rules.schedules import away_of
from storage.tasks import moments
from storage.tasks.moments import count_ahead

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.presses.preferences import (
        AgendaOn,
        ChooseSetting,
        EndAway,
        KeepMoments,
        OfferSetting,
        ShowSettings,
    )

REVIEWS_FROM = time(15)  # a digest at this time or later is of what is left of the day


async def settings(request: Request) -> Reply:
    """/settings: everything with what it is now; /settings 12h, /settings week sunday"""
    if request.text.strip():
        return await set_by_words(request, request.text)
    return await _shown(request)


async def _shown(request: Request) -> Reply:
    """Everything, with buttons for those who may change it."""
    try:
        await check_settings(request.session, request.user, request.chat, now=request.now)
    except NotAllowed as refusal:
        return views.settings_of_others(request.preferences, request.words, who=refusal.who)
    return _all(request, request.preferences)


async def _check(request: Request, *names: str) -> None:
    """Settings of a group change what everybody sees: they are for those who may change them.

    Raises NotAllowed.
    """
    await check_settings(request.session, request.user, request.chat, now=request.now, names=names)


def _all(request: Request, now: Preferences) -> Reply:
    """Everything that is set here, and in private the days away that are not over."""
    words, today = words_for(now.language), own_today(request)
    if not request.chat.is_private:
        return views.settings(now, words, today=today)
    spans = away_of(request.user.settings)
    ahead = [span for span in spans if span.last is None or span.last >= today]
    absence = absence_of(request.user.settings)
    is_gone = absence is not None and not absence.is_over(request.now)
    away = ahead[0] if ahead else None
    return views.settings(now, words, away=away, is_gone=is_gone, today=today)


async def end_away(request: Request, _: EndAway) -> Reply:
    """▶️ The days away are over: today counts again"""
    await come_back(request.session, request.user, request.deed, today=own_today(request))
    notice = request.notice("resumed")
    return in_place(_all(request, request.preferences), notice)


async def set_by_words(request: Request, text: str) -> Reply:
    """12h · month first · week sunday · morning 8:00 · quiet 22:00-8:00 · Berlin · German"""
    if code := _language_code(text.strip().lower()):
        return await _set_language(request, code)
    chosen = read_setting(text)
    if chosen is None:
        intent = read_intent(text, now=request.now, place=request.place)
        if isinstance(intent, SetDigest):
            return await set_digest(request, intent)
        if isinstance(_find(request, text), ZoneFound):
            return await set_zone_by_words(request, text)
        raise Misunderstood("unread-setting", text=text.strip()[:60])
    if "day_parts" in chosen:
        own = {key: f"{at:%H:%M}" for key, at in request.preferences.day_parts.items()}
        chosen = {"day_parts": {**own, **chosen["day_parts"]}}
    if "weekly" in chosen and request.chat.is_private:
        raise Misunderstood("weekly-in-groups")
    await _keep(request, chosen)
    now = _as_set(request)
    page = _all(request, now)
    if request.chat.is_private or not isinstance(page, Say):
        return page
    return views.settings_changed(chosen, page, now, words_for(now.language))


async def show_settings(request: Request, press: ShowSettings) -> Reply:
    """🕘 Time: the settings of a group; ‹ Back: all of them"""
    if press.group not in {"", *views.GROUPS}:
        raise StaleButton(press.group)
    await _check(request, *views.GROUPS.get(press.group, ()))
    return in_place(_of_group(request, press.group, request.preferences))


def _of_group(request: Request, group: str, now: Preferences) -> Reply:
    words = words_for(now.language)
    return views.settings_of(group, now, words) if group else _all(request, now)


async def timezone(request: Request) -> Reply:
    """/timezone Berlin, /timezone +03:00; without words it asks"""
    if request.text.strip():
        return await set_zone_by_words(request, request.text)
    await _check(request)
    return await ask_zone(request)


async def language(request: Request) -> Reply:
    """/language de; without words it offers the four"""
    wanted = request.text.strip().lower()
    if not wanted:
        await _check(request)
        return views.choices("language", request.preferences, request.words)
    code = _language_code(wanted)
    if code is None:
        raise Misunderstood("unknown-language")
    return await _set_language(request, code)


def _language_code(wanted: str) -> str | None:
    names = {words_for(code).plain("language-name").lower(): code for code in LANGUAGES}
    english = {"english": "en", "russian": "ru", "german": "de", "spanish": "es"}
    known = {code: code for code in LANGUAGES} | english | names
    return known.get(wanted)


async def _set_language(request: Request, code: str) -> Reply:
    await _keep(request, {"language": code})
    return Say(words_for(code)("language-set"))


async def ask_zone(request: Request, *, gently: bool = False) -> Say | Ask:
    """Wait for a place. `gently`: an answer that is no place becomes a task, and is not refused."""
    await put(request, AskedZone(gently))
    return views.ask_zone(request.preferences, request.words, private=request.chat.is_private)


async def offer(request: Request, press: OfferSetting) -> Reply:
    """A button of /settings: offer the choices of one"""
    name = press.name
    await _check(request, name)
    if name == "zone":
        return await ask_zone(request)
    part = name.removeprefix("part-")
    if part in views.SHOWN_PARTS and part != name:
        reply = views.hours_of(part, request.preferences, request.words)
    elif name in views.SETTINGS:
        reply = views.choices(name, request.preferences, request.words)
    else:
        raise StaleButton(name)
    return in_place(reply)


async def choose(request: Request, press: ChooseSetting) -> Reply:
    """A choice of /settings"""
    name, value = press.name, press.value
    if name == "zone":
        return in_place(await _set_zone(request, value))
    chosen = _chosen(name, value, request.preferences)
    await _keep(request, chosen)
    return in_place(await _as_chosen(request, name, chosen))


async def _as_chosen(request: Request, name: str, chosen: Mapping[str, Any]) -> Reply:
    """Where the choice came from, in the language that is now set; of several that may be on at
    once, and of the parts of the day, the same choices again."""
    now = _as_set(request)
    words = words_for(now.language)
    if name in views.REMINDERS or name.startswith("part-"):
        shown: Reply = views.choices("day-parts" if name.startswith("part-") else name, now, words)
    else:
        shown = _of_group(request, views.group_of(name), now)
    return noticed(shown, replace(request, words=words).notice("saved"))


def _as_set(request: Request) -> Preferences:
    """The preferences after a change in this request."""
    return preferences_in(request.chat, request.user, default_zone=request.preferences.zone)


async def agenda_on(request: Request, _: AgendaOn) -> Reply:
    """☀️ Morning agenda at 9:00, below the greeting"""
    await _keep(request, {"agenda": "09:00"})
    return request.notice("agenda", alert=True)


async def set_digest(request: Request, wish: SetDigest) -> Reply:
    """daily agenda at 9:00 sets the morning agenda, at 20:00 the evening review; off ends both"""
    at = wish.at
    is_review = wish.which == "review" or (at is not None and at >= REVIEWS_FROM)
    name = "review" if is_review else "agenda"
    chosen = {"agenda": None, "review": None} if at is None else {name: f"{at:%H:%M}"}
    await _keep(request, chosen)
    return views.digest_set(name, at, request.reader)


def _chosen(name: str, value: str, now: Preferences) -> dict[str, Any]:
    """The setting to keep. Raises StaleButton for a value that cannot be."""
    if name in views.IN_GROUPS and not now.is_shared:
        raise StaleButton(name)
    part = name.removeprefix("part-")
    if name == OPEN and value in {EVERYONE, views.ADMINISTRATORS}:
        return {OPEN: EVERYONE if value == EVERYONE else None}
    if name == "language" and value in LANGUAGES:
        return {"language": value}
    if name == "date-order" and value in DATE_ORDERS:
        return {"date_order": value}
    if name == "clock" and value in {"12", "24"}:
        return {"hours_12": value == "12"}
    if name == "weekday" and value in {"0", "5", "6"}:
        return {"first_weekday": int(value)}
    if name == "missed-turns" and value in views.TURNS:
        return {"turns_pass": value == "pass"}
    if part != name and part in views.SHOWN_PARTS and CLOCK.fullmatch(value):
        parts = {key: f"{at:%H:%M}" for key, at in now.day_parts.items()}
        return {"day_parts": {**parts, part: value}}
    return _chosen_push(name, value, now)


def _chosen_push(name: str, value: str, now: Preferences) -> dict[str, Any]:
    """A setting of reminders to keep. Raises StaleButton for a value that cannot be."""
    if name in views.REMINDERS and value[1:] in map(str, range(len(views.REMINDERS[name]))):
        offset = views.REMINDERS[name][int(value[1:])]
        timed = name == "remind-timed"
        own = [str(one) for one in (now.pushes.timed if timed else now.pushes.whole_day)]
        others = [one for one in own if one != offset]
        return {"remind_timed" if timed else "remind_day": others + [offset] * (value[0] == "+")}
    if name == "quiet" and value in {*views.QUIET, views.OFF}:
        return {"quiet": None if value == views.OFF else value.split("-")}
    if name == "weekly" and value in {*views.WEEKLY, views.OFF}:
        day, _, at = value.partition("@")
        return {"weekly": None if value == views.OFF else [int(day), at]}
    if name in views.TIMES and CLOCK.fullmatch(value):
        return {name.replace("-", "_"): value}
    if name in {"agenda", "review"} and value == views.OFF:
        return {name: None}
    raise StaleButton(name)


async def set_zone_by_words(request: Request, text: str) -> Reply:
    """Berlin, europe/berlni, +03:00"""
    found = _find(request, text)
    if not found:
        raise Misunderstood("unknown-zone", text=text.strip()[:60])
    if isinstance(found, list):
        return views.zone_choices(found, request.words)
    return await _set_zone(request, found.zone)


def _find(request: Request, text: str) -> ZoneFound | list[ZoneFound]:
    try:
        found = find_zone(text.strip()[:100], language=request.words.language)
    except UnknownOffset:
        return []
    return found[0] if isinstance(found, list) and len(found) == 1 else found


def is_place(request: Request, asked: AskedZone) -> bool:
    """Whether words, or a shared location, name a place; asked gently, only one that is sure."""
    if isinstance(request.message, SharedPlace):
        return True
    found = _find(request, request.text) if request.text.strip() else []
    return isinstance(found, ZoneFound) or (bool(found) and not asked.gently)


async def answer_zone(request: Request, asked: AskedZone) -> Reply:
    """A place, by its name or shared as a location"""
    if isinstance(request.message, SharedPlace):
        return await _set_zone(request, _zone_there(request.message))
    return await set_zone_by_words(request, request.text)


async def located(request: Request) -> Reply:
    """A shared location: the time zone there; who has a zone is asked first"""
    if not isinstance(request.message, SharedPlace):
        raise Misunderstood("only-text")
    zone, own = _zone_there(request.message), request.preferences
    if own.zone_is_set and zone != own.zone:
        return views.offer_move(zone, own, request.words, now=request.now)
    return await _set_zone(request, zone)


def _zone_there(place: SharedPlace) -> str:
    """The time zone of a place. Raises Misunderstood where there is none."""
    zone = zone_at(place.latitude, place.longitude)
    if zone is None:
        text = f"{place.latitude}, {place.longitude}"
        raise Misunderstood("unknown-zone", text=text)
    return canonical(zone)


async def _set_zone(request: Request, zone: str) -> Reply:
    if not is_zone(zone):
        raise StaleButton(zone)
    zone, before = canonical(zone), request.preferences.zone
    count = await count_ahead(request.session, request.chat, before, now=request.now)
    await _keep(request, {"zone": zone})
    if request.asked is not None and request.asked.kind == AskedZone.kind:  # a command, too
        await drop_question(request)
    reply = views.zone_set(zone, request.words, request.preferences, now=request.now)
    if not count or zone == before:
        return reply
    kept = views.clock_times_kept(count, request.batch, request.reader)
    return followed_by(reply, kept, in_one=not request.chat.is_private)


async def keep_moments(request: Request, press: KeepMoments) -> Reply:
    """🕰 Keep the moments instead, below a new zone"""
    count = await moments.keep_moments(request.session, press.batch, request.deed)
    if not count:
        return request.notice("nothing")
    return in_place(views.moments_kept(count, request.batch, request.reader))


async def _keep(request: Request, chosen: Mapping[str, Any]) -> None:
    await set_preferences(request.session, request.user, request.chat, chosen, request.deed)
