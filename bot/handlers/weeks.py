"""The week of a chat: done by whom, overdue, open, streaks; on request, and as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.habits import stats as habit_stats
from bot.handlers.tasks import past
from bot.language.filters import read_scope
from bot.views import weeks as views
from storage.pushes.contents import ranked_habits
from storage.tasks.weeks import week_of

if TYPE_CHECKING:
    from bot.presses.stats import ShowWeek
    from bot.replies import Reply
    from bot.requests import Request


async def stats(request: Request) -> Reply:
    """/stats week; /stats, /stats run are about habits"""
    return await _week(request) if _is_week(request) else await habit_stats.show(request)


async def history(request: Request) -> Reply:
    """/history week; /history, /history 3 are about what was done to tasks"""
    return await _week(request) if _is_week(request) else await past.history(request)


def _is_week(request: Request) -> bool:
    words = request.text.split()
    return bool(words) and read_scope(words) == ("week", len(words))


async def _week(request: Request) -> Reply:
    session, chat, now = request.session, request.chat, request.now
    found = await week_of(session, chat, request.asker, zone=request.place.zone, now=now)
    return views.week(found, await ranked_habits(session, chat, now=now), request.reader)


async def show_picture(request: Request, press: ShowWeek) -> Reply:
    """🖼 Picture: of the week that the message is about"""
    session, chat, now, zone = request.session, request.chat, request.now, request.place.zone
    found = await week_of(session, chat, request.asker, last=press.last, zone=zone, now=now)
    keeps = await ranked_habits(session, chat, now=now)
    shown = views.week_picture(found, keeps, request.reader)
    return shown or request.notice("week-empty", alert=True)
