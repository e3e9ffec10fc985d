"""The board of a day's habits, and what every view of a habit begins with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias
from uuid import UUID

from bot.presses import StaleButton
from bot.replies import Reply, in_place
from bot.requests import Request
from bot.views.habits import board as views
from bot.views.habits.board import BACKFILL, PAGE_SIZE, Board, Row, Standing
from storage.habits.change import get_kept_habit, habits_here, titles_of
from storage.habits.entries import kept, today_of
from storage.models import Habit
from storage.rules.schedules import LONGEST_INTERVAL, habit_day

View: TypeAlias = Callable[[Request, Habit, date, str], Awaitable[Reply]]

# Which view a press came from and is drawn anew, by the letter that its data end with; what
# follows the letter is the view's own. Other modules of handlers add theirs.
VIEWS: dict[str, View] = {}


async def redraw(request: Request, habit: Habit, day: date, came_from: str) -> Reply:
    """The view that a press came from as it is now. Raises StaleButton."""
    if (again := request.redraws.get(came_from[:1])) is not None:
        return await again(request, habit, day, 0)
    view = VIEWS.get(came_from[:1])
    if view is None:
        raise StaleButton(came_from)
    return await view(request, habit, day, came_from)


async def pressed_habit(request: Request) -> Habit:
    """The habit that a pressed button names. Raises UnknownHabit, StaleButton."""
    return await get_kept_habit(request.session, request.key(), asker=request.asker)


async def asked_habit(request: Request) -> Habit:
    """The habit that the answered question is about. Raises UnknownHabit."""
    key = UUID(request.answers["habit"])
    return await get_kept_habit(request.session, key, asker=request.asker)


async def list_habits(request: Request, *, archived: bool = False) -> list[Habit]:
    """The habits of the list that is asked in."""
    return await habits_here(
        request.session,
        asker=request.asker,
        chat=request.chat,
        topic=request.topic,
        archived=archived,
    )


async def titles_elsewhere(request: Request, habits: Sequence[Habit]) -> dict[UUID, str]:
    """The titles of these habits' chats by key; of the chat that is asked in none."""
    return await titles_of(request.session, habits) | {request.chat.id: ""}


def chat_today(request: Request) -> date:
    """The day that it is for habits in this chat."""
    return habit_day(request.now, request.preferences.zone, turn=request.preferences.day_turn)


def own_today(request: Request) -> date:
    """The day that it is for the habits of who asks."""
    if request.chat.is_private:
        return chat_today(request)
    return today_of(request.session, request.user, now=request.now)


async def show(request: Request) -> Reply:
    """/habits: what today asks for, and what of it is done"""
    return await show_board(request)


async def turn(request: Request) -> Reply:
    """Another day or page of the board, in place"""
    back, number = (_number(request, place) for place in (0, 1))
    return in_place(await show_board(request, back=back, number=number))


def _number(request: Request, place: int) -> int:
    text = request.fact(place) or "0"
    if not text.isdecimal():
        raise StaleButton(text)
    return int(text[:6])


async def show_board(request: Request, *, back: int = 0, number: int = 0) -> Reply:
    """A page of the board of the day so many days ago."""
    back = min(max(back, 0), BACKFILL)
    day = chat_today(request) - timedelta(days=back)
    rows = await _rows(request, day, since=day - timedelta(days=LONGEST_INTERVAL))
    due = [row for row in rows if row.is_shown(day)]
    ordered = [*due, *(row for row in rows if not row.is_shown(day))]
    count = max(1, -(-len(ordered) // PAGE_SIZE))
    number = min(number, count - 1)
    page = [row.habit for row in ordered[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]]
    whole = {row.habit.id: row for row in await rows_of(request, page, day)}  # for their streaks
    done, asked = views.done_of(due)
    shown = Board(
        day=day,
        back=back,
        rows=tuple(whole[habit.id] for habit in page),
        number=number,
        count=count,
        done=done,
        due=asked,
    )
    return views.board(shown, request.reader)


async def _rows(request: Request, day: date, *, since: date) -> list[Row]:
    """The habits here, with what was done since a day."""
    return await rows_of(request, await list_habits(request), day, since=since)


async def rows_of(
    request: Request, habits: Sequence[Habit], day: date, *, since: date | None = None
) -> list[Row]:
    """Habits that are here as each who keeps them stands on a day: everybody in a group, in
    private who asks, and there those of groups come last, group by group.

    Without `since` all entries are read.
    """
    private = request.chat.is_private
    who = request.user.id if private else None
    keeps = await kept(request.session, habits, now=request.now, user_id=who, since=since)
    titles = await titles_elsewhere(request, habits) if private else {}
    rows = []
    for habit in habits:
        own = views.of_habit(keeps, habit.id)
        standings = tuple(Standing.of(one, day) for one in own)
        if standings or not private:
            title = titles.get(habit.chat_id, "")
            rows.append(Row(habit, standings, is_shared=not private, title=title))
    return sorted(rows, key=lambda row: (row.title, row.habit.chat_id))


async def _board_again(request: Request, _: Habit, day: date, came_from: str) -> Reply:
    number = came_from[1:] or "0"
    back = (chat_today(request) - day).days
    return await show_board(request, back=back, number=int(number) if number.isdecimal() else 0)


VIEWS["b"] = _board_again


async def standing_of(request: Request, habit: Habit, day: date) -> Standing | None:
    """How who asks stands with a habit on a day; None for who does not keep it."""
    found = await kept(request.session, [habit], now=request.now, user_id=request.user.id)
    return Standing.on(found[0], day) if found else None
