"""Pictures of habits: all of them, one in detail, the members of a group by score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.habits.finding import find_habit, list_habits
from bot.language.habits.names import matching
from bot.views.habits import stats as views
from storage.errors import UnknownHabit
from storage.habits.reading import kept

if TYPE_CHECKING:
    from bot.presses.stats import ShowHabitStats, ShowLeaderboard, ShowOwnStats, ShowStats
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Habit


async def show(request: Request) -> Reply:
    """/stats, /stats run"""
    name = request.text.strip()
    if not name:
        return await _overview(request)
    found = await _named(request, name)
    if len(found) > 1:
        return views.which(found, request.reader)
    return await _one(request, found[0])


async def show_all(request: Request, _: ShowStats) -> Reply:
    """📊: all habits here"""
    return await _overview(request)


async def show_habit(request: Request, press: ShowHabitStats) -> Reply:
    """📊 of one habit"""
    return await _one(request, await find_habit(request, press.habit))


async def show_own(request: Request, press: ShowOwnStats) -> Reply:
    """📊 My own: the presser's picture, in a group too"""
    return await _detail(request, await find_habit(request, press.habit))


async def show_leaderboard(request: Request, press: ShowLeaderboard) -> Reply:
    """🏅 Leaderboard: of a group's habit, in private too"""
    return await _leaderboard(request, await find_habit(request, press.habit))


async def _named(request: Request, name: str) -> list[Habit]:
    """The habits that somebody may mean; archived ones if no other fits. Raises UnknownHabit."""
    for is_archived in (False, True):
        habits = await list_habits(request, archived=is_archived)
        if found := matching(name, [habit.name for habit in habits]):
            return [habits[place] for place in found]
    raise UnknownHabit(name)


async def _overview(request: Request) -> Reply:
    """All habits here: a person's on one sheet, a group's as its leaderboard."""
    habits = await list_habits(request)
    private = request.chat.is_private
    found = await kept(
        request.session, habits, now=request.now, user_id=request.user.id if private else None
    )
    view = views.sheet if private else views.leaderboard
    return view(found, request.reader)


async def _one(request: Request, habit: Habit) -> Reply:
    """One habit: in private the asker's own picture, in a group the leaderboard."""
    view = _detail if request.chat.is_private else _leaderboard
    return await view(request, habit)


async def _detail(request: Request, habit: Habit) -> Reply:
    own = await kept(request.session, [habit], now=request.now, user_id=request.user.id)
    if not own:
        return request.notice("not-kept", alert=True)
    return views.detail(own[0], request.reader)


async def _leaderboard(request: Request, habit: Habit) -> Reply:
    everybody = await kept(request.session, [habit], now=request.now)
    return views.leaderboard(everybody, request.reader)
