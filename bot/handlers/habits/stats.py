"""Pictures of habits: all of them, one in detail, the members of a group by score."""

from __future__ import annotations

from bot.handlers.habits.board import list_habits, pressed_habit
from bot.language.habits.names import matching
from bot.replies import Notice, Reply
from bot.requests import Request
from bot.views.habits import stats as views
from storage.errors import UnknownHabit
from storage.habits.entries import kept
from storage.models import Habit


async def show(request: Request) -> Reply:
    """/stats, /stats run"""
    said = request.text.strip()
    if not said:
        return await _overview(request)
    found = await _named(request, said)
    if len(found) > 1:
        return views.which(found, request.reader)
    return await _one(request, found[0], "")


async def press(request: Request) -> Reply:
    """📊: all habits; of one the presser's own picture, in a group its leaderboard"""
    if not request.fact(0):
        return await _overview(request)
    habit = await pressed_habit(request)
    return await _one(request, habit, request.fact(1))


async def _named(request: Request, said: str) -> list[Habit]:
    """The habits that somebody may mean, archived ones last. Raises UnknownHabit."""
    for is_archived in (False, True):
        habits = await list_habits(request, archived=is_archived)
        if found := matching(said, [habit.name for habit in habits]):
            return [habits[place] for place in found]
    raise UnknownHabit(said)


async def _overview(request: Request) -> Reply:
    """All habits here: of a person on one sheet, of a group as its leaderboard."""
    habits = await list_habits(request)
    private = request.chat.is_private
    found = await kept(
        request.session, habits, now=request.now, user_id=request.user.id if private else None
    )
    view = views.sheet if private else views.leaderboard
    return view(found, request.reader)


async def _one(request: Request, habit: Habit, whose: str) -> Reply:
    """One habit: `me` the asker's own picture, `all` its leaderboard, else what fits here."""
    if whose == "all" or (whose != "me" and not request.chat.is_private):
        everybody = await kept(request.session, [habit], now=request.now)
        return views.leaderboard(everybody, request.reader)
    own = await kept(request.session, [habit], now=request.now, user_id=request.user.id)
    if not own:
        return Notice(request.words.plain("notice-not-kept"), alert=True)
    return views.detail(own[0], request.reader)
