"""The board of a day's habits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import chat_today, keeps_for, title_elsewhere, with_streaks
from bot.replies import Reply, in_place
from bot.views.habits import board as views
from bot.views.habits.board import PAGE_SIZE, HabitBoard, HabitRow
from bot.views.habits.buttons import BACKFILL
from bot.views.habits.progress import KeptDay
from storage.habits.reading import kept_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.presses.habits import TurnBoard
    from bot.requests import PressedHabit, Request
    from storage.habits.keeps import KeptHabit


async def show(request: Request) -> Reply:
    """/habits: what is due today, and what of it is done"""
    return await show_board(request)


async def turn(request: Request, press: TurnBoard) -> Reply:
    """Another day or page of the board, in place"""
    shown = await show_board(request, back=press.back, number=press.page, opens=press.opens)
    return in_place(shown)


async def again(request: Request, pressed: PressedHabit) -> Reply:
    """The board after a press on it"""
    back = (chat_today(request) - pressed.day).days
    return await _board(request, pressed.habits, back=back, number=pressed.page)


async def show_board(
    request: Request, *, back: int = 0, number: int = 0, opens: bool = False
) -> Reply:
    """A page of the board of the day so many days ago."""
    back = min(max(back, 0), BACKFILL)
    day = chat_today(request) - timedelta(days=back)
    habits = await kept_list(request.session, request.where, day=day, now=request.now)
    return await _board(request, habits, back=back, number=number, opens=opens)


async def _board(
    request: Request, habits: Sequence[KeptHabit], *, back: int, number: int, opens: bool = False
) -> Reply:
    back = min(max(back, 0), BACKFILL)
    day = chat_today(request) - timedelta(days=back)
    rows = rows_of(request, habits, day)
    due = [row for row in rows if row.is_shown(day)]
    ordered = [*due, *(row for row in rows if not row.is_shown(day))]
    count = max(1, -(-len(ordered) // PAGE_SIZE))
    number = min(max(number, 0), count - 1)
    page = ordered[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    done, asked = views.done_of(due)
    days = await with_streaks(request, [row.days for row in page])
    shown = HabitBoard(
        day=day,
        back=back,
        rows=tuple(replace(row, days=each) for row, each in zip(page, days, strict=True)),
        number=number,
        count=count,
        done=done,
        due=asked,
        opens=opens,
    )
    return views.board(shown, request.reader)


def rows_of(request: Request, habits: Sequence[KeptHabit], day: date) -> list[HabitRow]:
    """Habits of this chat with a day of everybody in a group, in private of the asker; there the
    habits of groups come last, group by group."""
    private = request.chat.is_private
    rows = [
        HabitRow(
            one.habit,
            tuple(KeptDay.of(kept, day) for kept in keeps_for(request, one)),
            is_shared=not private,
            title=title_elsewhere(request, one) if private else "",
        )
        for one in habits
    ]
    shown = [row for row in rows if row.days or row.is_shared]
    return sorted(shown, key=lambda row: (row.title, row.habit.chat_id))
