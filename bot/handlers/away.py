"""Being away: by /away, in words, by a button."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import own_today
from bot.handlers.questions import drop_question, put
from bot.language import read_last_day, read_when
from bot.questions import AskedAway
from bot.replies import in_place
from bot.views import away as views
from bot.views.refusals import Misunderstood
from storage.away import Days, go_away
from storage.habits.away import come_back
from storage.rules.absence import away_at

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.language.values import Place
    from bot.presses.away import ComeBack, GoAway
    from bot.replies import Reply
    from bot.requests import Request

ONE_DAY = timedelta(days=1)


async def away(request: Request) -> Reply:
    """/away until oct 5 · /away for 2 weeks; alone it ends it, or asks until when"""
    if request.text.strip():
        return await _go(request, days_of(request))
    if away_at(request.user.settings, request.now) is not None:
        return await back(request)
    await put(request, AskedAway())
    return views.ask(own_today(request), request.reader)


async def answer(request: Request, _: AskedAway) -> Reply:
    """Until when: oct 5, friday 18:00, 2 weeks"""
    return await _go(request, days_of(request))


async def choose(request: Request, press: GoAway) -> Reply:
    """Until Sunday · 1 week · Until I'm back"""
    await drop_question(request)
    return in_place(await go(request, press.last))


async def go(request: Request, last: date | None) -> Reply:
    """Away up to and with a day."""
    return await _go(request, Days(None, last, None, request.place.zone))


async def _go(request: Request, days: Days | None) -> Reply:
    """Raises Misunderstood for days that cannot be."""
    if days is None or not days.is_sound(request.now):
        raise Misunderstood("away-until")
    if request.question is not None and isinstance(request.question, AskedAway):
        await drop_question(request)
    turns = await go_away(
        request.session, request.user, request.deed, days, today=own_today(request)
    )
    if not request.chat.is_private:
        return views.gone_from_group(request.user, request.reader)
    return views.gone(days, request.batch, turns, request.reader)


async def come(request: Request, _: ComeBack) -> Reply:
    """▶️ I'm back"""
    return in_place(await back(request))


async def back(request: Request) -> Reply:
    """Nobody is away any more."""
    await come_back(request.session, request.user, request.deed, today=own_today(request))
    return views.back(request.batch, request.reader)


def days_of(request: Request) -> Days | None:
    """The days that a message names."""
    return read_days(request.text, now=request.now, place=request.place)


def read_days(text: str, *, now: datetime, place: Place) -> Days | None:
    """The days of a text: up to a day or a moment, for a time, from a day to another."""
    text, zone = text.strip(), place.zone
    last = read_last_day(text, now=now, place=place)
    if last is not None:
        return Days(None, last, None, zone)
    when = read_when(text, now=now, place=place)
    due = when.due if when is not None and when.repeat is None else None
    if when is None or due is None:
        return None
    if due.time is None and when.duration is not None:
        return Days(due.on, due.on + max(when.duration - ONE_DAY, timedelta()), None, zone)
    return Days(None, due.on, due.time, due.zone)
