"""A habit's card, and its buttons that need no words: take part, pause, archive, delete."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import (
    chat_today,
    find_habit,
    list_habits,
    own_today,
    title_elsewhere,
)
from bot.handlers.questions import stop_asking
from bot.handlers.showing import private_button
from bot.replies import Button, Reply, in_place
from bot.views.habits import card as views
from bot.views.habits import menus
from bot.views.habits.buttons import BACKFILL
from storage.habits.change import archive, delete_habit
from storage.habits.participants import (
    join,
    leave,
    member_of,
    participants_of,
    pause,
    resume_habit,
    set_ranked,
)
from storage.habits.reading import kept_habit
from storage.people.access import check_removal

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.habits import (
        ArchiveHabit,
        AskDelete,
        DeleteHabit,
        JoinHabit,
        LeaveHabit,
        OfferPauses,
        OpenHabit,
        PauseHabit,
        ResumeHabit,
        ShowArchived,
        SwitchRank,
        UnarchiveHabit,
    )
    from bot.requests import PressedHabit, Request
    from storage.habits.keeps import KeptHabit
    from storage.models import Habit


async def open_card(request: Request, press: OpenHabit) -> Reply:
    """Open a habit's card, with the buttons of a day; in place, or as a new message"""
    await stop_asking(request, press.habit)
    habit, today = await find_habit(request, press.habit), chat_today(request)
    day = min(max(press.day or today, today - timedelta(days=BACKFILL)), today)
    shown = await show_card(request, habit, day=day)
    return shown if press.as_new else in_place(shown)


async def again(request: Request, pressed: PressedHabit) -> Reply:
    """The card after a press on it"""
    return await _card(request, pressed.habits[0], pressed.day, undo=request.batch)


async def show_card(
    request: Request, habit: Habit, *, day: date | None = None, undo: UUID | None = None
) -> Reply:
    """A habit's card. `undo`: the batch of a deed that it can take back."""
    notes_of = request.user.id if request.chat.is_private else None
    found = await kept_habit(request.session, habit, now=request.now, notes_of=notes_of)
    return await _card(request, found, day or chat_today(request), undo=undo)


async def _card(request: Request, found: KeptHabit, day: date, *, undo: UUID | None) -> Reply:
    in_group, beside = not request.chat.is_private, tuple[Button, ...]()
    if in_group:
        beside = (await private_button(request, "h", found.habit.id),)
    is_shared = _is_shared(request, found.habit)
    own = found.of(request.user.id)
    shown = views.HabitCard(
        found.habit,
        day,
        (chat_today(request) - day).days,
        own,
        tuple(found.keeps if is_shared else [own] if own else []),
        is_shared,
        in_group,
        beside=beside,
        title=title_elsewhere(request, found),
        notes=found.notes if own is not None else (),
        undo=undo,
    )
    return views.card(shown, request.reader)


def _is_shared(request: Request, habit: Habit) -> bool:
    """Whether it is a group's, wherever its card is opened."""
    return habit.chat_id != request.chat.id or not request.chat.is_private


async def card_changed(request: Request, habit: Habit, notice: str) -> Reply:
    """The card in place after a press that changed something, which it can take back."""
    return await card_noticed(request, habit, notice, undo=request.batch)


async def card_noticed(
    request: Request, habit: Habit, notice: str, *, undo: UUID | None = None
) -> Reply:
    """The card in place, with a line that tells what the press did."""
    reply = await show_card(request, habit, undo=undo)
    return in_place(reply, request.notice(notice))


async def takes_part(request: Request, habit: Habit) -> bool:
    """Whether the asker keeps the habit."""
    return await member_of(request.session, habit.id, request.user.id) is not None


# Take part


async def join_habit(request: Request, press: JoinHabit) -> Reply:
    """➕ Join: take part in a shared habit"""
    habit = await find_habit(request, press.habit)
    if not await join(request.session, habit, request.deed):
        return await card_noticed(request, habit, "nothing")
    return await card_changed(request, habit, "joined-habit")


async def leave_habit(request: Request, press: LeaveHabit) -> Reply:
    """➖ Leave: stop keeping a shared habit"""
    habit = await find_habit(request, press.habit)
    if not await leave(request.session, habit, request.deed):
        return await card_noticed(request, habit, "nothing")
    return await card_changed(request, habit, "left-habit")


async def switch_rank(request: Request, press: SwitchRank) -> Reply:
    """🏅: show me on the leaderboard, or do not"""
    habit = await find_habit(request, press.habit)
    member = await member_of(request.session, habit.id, request.user.id, lock=True)
    if member is None:
        return await card_noticed(request, habit, "not-kept")
    await set_ranked(request.session, habit, request.deed, is_ranked=press.ranked)
    return await card_changed(request, habit, "ranked" if press.ranked else "unranked")


# Pause


async def offer_pauses(request: Request, press: OfferPauses) -> Reply:
    """⏸ Pause: for how long?"""
    habit = await find_habit(request, press.habit)
    if not await takes_part(request, habit):
        return await card_noticed(request, habit, "not-kept")
    in_group = not request.chat.is_private
    return in_place(menus.pause_menu(habit, request.reader, in_group=in_group))


async def pause_habit(request: Request, press: PauseHabit) -> Reply:
    """⏸ for today, for seven days, or until it is resumed"""
    habit = await find_habit(request, press.habit)
    if not await takes_part(request, habit):
        return await card_noticed(request, habit, "not-kept")
    today = own_today(request)
    until = {"day": today, "week": today + timedelta(days=6), "open": None}[press.length]
    await pause(request.session, habit, request.deed, today=today, until=until)
    return await card_changed(request, habit, "paused")


async def resume(request: Request, press: ResumeHabit) -> Reply:
    """▶️ Resume: from today on the habit is asked for again"""
    habit = await find_habit(request, press.habit)
    if not await takes_part(request, habit):
        return await card_noticed(request, habit, "not-kept")
    await resume_habit(request.session, habit, request.deed, today=own_today(request))
    return await card_changed(request, habit, "resumed")


# Archive, delete


async def archive_habit(request: Request, press: ArchiveHabit) -> Reply:
    """📦 Archive"""
    habit = await find_habit(request, press.habit)
    if habit.archived_at is not None:
        return await card_noticed(request, habit, "nothing")
    await archive(request.session, habit, request.deed, archived=True)
    return await card_changed(request, habit, "archived")


async def unarchive_habit(request: Request, press: UnarchiveHabit) -> Reply:
    """📤 Take out of the archive"""
    habit = await find_habit(request, press.habit)
    if habit.archived_at is None:
        return await card_noticed(request, habit, "nothing")
    await archive(request.session, habit, request.deed, archived=False)
    return await card_changed(request, habit, "unarchived")


async def show_archived(request: Request, press: ShowArchived) -> Reply:
    """📦 Archive: the habits in it"""
    habits = await list_habits(request, archived=True)
    return in_place(menus.archived_list(habits, press.page, request.reader))


async def ask_delete(request: Request, press: AskDelete) -> Reply:
    """🗑 Delete: asks once"""
    habit = await find_habit(request, press.habit)
    await check_removal(request.session, habit, request.deed)
    people = len((await participants_of(request.session, [habit]))[habit.id])
    return in_place(menus.delete_question(habit, people, request.reader))


async def delete(request: Request, press: DeleteHabit) -> Reply:
    """🗑 Delete, after the question"""
    habit = await find_habit(request, press.habit)
    await delete_habit(request.session, habit, request.deed)
    return request.told_in_place(lambda reader: menus.deleted(habit, request.batch, reader))
