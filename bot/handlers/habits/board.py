"""The board of a day's habits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import chat_today, list_habits, titles_elsewhere
from bot.replies import Reply, in_place
from bot.views.habits import board as views
from bot.views.habits.board import PAGE_SIZE, HabitBoard, HabitRow
from bot.views.habits.buttons import BACKFILL
from bot.views.habits.progress import KeptDay, of_habit
from storage.habits.entries import Kept, kept
from storage.rules.schedules import LONGEST_INTERVAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.presses.habits import TurnBoard
    from bot.requests import Request
    from storage.models import Habit


async def show(request: Request) -> Reply:
    """/habits: what is due today, and what of it is done"""
    return await show_board(request)


async def turn(request: Request, press: TurnBoard) -> Reply:
    """Another day or page of the board, in place"""
    return in_place(await show_board(request, back=press.back, number=press.page))


async def again(request: Request, habit: Habit, day: date, page: int) -> Reply:
    """The board after a press on it"""
    return await show_board(request, back=(chat_today(request) - day).days, number=page)


async def show_board(request: Request, *, back: int = 0, number: int = 0) -> Reply:
    """A page of the board of the day so many days ago."""
    back = min(max(back, 0), BACKFILL)
    day = chat_today(request) - timedelta(days=back)
    habits = await list_habits(request)
    is_single = len(habits) <= PAGE_SIZE
    since = None if is_single else day - timedelta(days=LONGEST_INTERVAL)
    rows = await rows_of(request, habits, day, since=since)
    due = [row for row in rows if row.is_shown(day)]
    ordered = [*due, *(row for row in rows if not row.is_shown(day))]
    count = max(1, -(-len(ordered) // PAGE_SIZE))
    number = min(max(number, 0), count - 1)
    page = ordered[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    done, asked = views.done_of(due)
    shown = HabitBoard(
        day=day,
        back=back,
        rows=tuple(page if is_single else await _in_full(request, page, day)),
        number=number,
        count=count,
        done=done,
        due=asked,
    )
    return views.board(shown, request.reader)


async def rows_of(
    request: Request, habits: Sequence[Habit], day: date, *, since: date | None = None
) -> list[HabitRow]:
    """Habits of this chat with a day of everybody in a group, in private of the asker; there the
    habits of groups come last, group by group.

    `since`: the first day whose entries are read; None for all of them.
    """
    private = request.chat.is_private
    keeps = await _kept(request, habits, since=since)
    titles = await titles_elsewhere(request, habits) if private else {}
    rows = [
        HabitRow(
            habit,
            _days(keeps, habit, day),
            is_shared=not private,
            title=titles.get(habit.chat_id, ""),
        )
        for habit in habits
    ]
    shown = [row for row in rows if row.days or row.is_shared]
    return sorted(shown, key=lambda row: (row.title, row.habit.chat_id))


async def _in_full(request: Request, rows: Sequence[HabitRow], day: date) -> list[HabitRow]:
    """The rows with all of their entries, which streaks are counted from."""
    keeps = await _kept(request, [row.habit for row in rows])
    return [replace(row, days=_days(keeps, row.habit, day)) for row in rows]


async def _kept(
    request: Request, habits: Sequence[Habit], *, since: date | None = None
) -> list[Kept]:
    only = request.user.id if request.chat.is_private else None
    return await kept(request.session, habits, now=request.now, user_id=only, since=since)


def _days(keeps: Iterable[Kept], habit: Habit, day: date) -> tuple[KeptDay, ...]:
    return tuple(KeptDay.of(one, day) for one in of_habit(keeps, habit.id))
