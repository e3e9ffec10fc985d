"""A habit's card: every button on it, and the answers to its questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from bot.handlers.habits.board import (
    VIEWS,
    asked_habit,
    chat_today,
    list_habits,
    own_today,
    pressed_habit,
    titles_elsewhere,
)
from bot.handlers.habits.reading import read_rest, read_times
from bot.handlers.questions import ask, drop_question
from bot.language import read_when
from bot.language.habits.reading import HabitReading
from bot.presses import StaleButton, unpack_day, unpack_time
from bot.replies import Notice, Reply, in_place, told_in_place
from bot.requests import Request
from bot.views.habits import card as views
from bot.views.habits.board import BACKFILL
from bot.views.parts import clip, question
from bot.views.refusals import Misunderstood
from storage.habits.change import (
    archive,
    delete_habit,
    get_habit,
    move_up,
    paint,
    remind_at,
    rename,
    reschedule,
)
from storage.habits.entries import kept, last_notes
from storage.habits.keepers import (
    join,
    keepers_of,
    leave,
    member_of,
    pause,
    resume_habit,
    set_ranked,
)
from storage.models import COLOURS, NAME_LIMIT, Habit
from storage.rules.schedules import Goal, Schedule
from storage.undo import undo_batch


async def open_card(request: Request) -> Reply:
    """Open a habit's card, on a day that is said; in place, or anew below a picture"""
    await drop_question(request)
    habit, day = await pressed_habit(request), request.fact(1)
    shown = _day(day, chat_today(request)) if day else chat_today(request)
    reply = await show_card(request, habit, day=shown)
    return in_place(reply)


def _day(text: str, today: date) -> date:
    day = unpack_day(text)
    return min(max(day, today - timedelta(days=BACKFILL)), today)


async def show_card(
    request: Request, habit: Habit, *, day: date | None = None, undo: UUID | None = None
) -> Reply:
    """A habit's card. `undo` is a deed that it can take back."""
    today, is_shared = chat_today(request), _is_shared(request, habit)
    day = day or today
    only = None if is_shared else request.user.id
    keepers = await kept(request.session, [habit], now=request.now, user_id=only)
    own = next((one for one in keepers if one.keeper.user.id == request.user.id), None)
    in_group, notes = not request.chat.is_private, []
    if own is not None and not in_group:
        notes = await last_notes(request.session, habit, request.user, limit=views.SHOWN_NOTES)
    titles = await titles_elsewhere(request, [habit])
    shown = views.Card(
        habit,
        day,
        (today - day).days,
        own,
        tuple(keepers),
        is_shared,
        in_group,
        title=titles.get(habit.chat_id, ""),
        notes=tuple(notes),
        undo=undo,
    )
    return views.card(shown, request.reader)


def _is_shared(request: Request, habit: Habit) -> bool:
    """A group's, wherever its card is opened."""
    return habit.chat_id != request.chat.id or not request.chat.is_private


async def _card_again(request: Request, habit: Habit, day: date, _: str) -> Reply:
    return await show_card(request, habit, day=day, undo=request.batch)


VIEWS[views.CAME_FROM] = _card_again


async def _changed(request: Request, habit: Habit, notice: str) -> Reply:
    """The card after a press that changed something, which it can take back."""
    return await _noticed(request, habit, notice, undo=request.batch)


async def _noticed(
    request: Request, habit: Habit, notice: str, *, undo: UUID | None = None
) -> Reply:
    """The card, drawn anew in place, with a line that says what the press did."""
    reply = await show_card(request, habit, undo=undo)
    return in_place(reply, request.words.plain(f"notice-{notice}"))


# Who keeps it


async def press_join(request: Request) -> Reply:
    """➕ Join: keep a shared habit, too"""
    habit = await pressed_habit(request)
    if not await join(request.session, habit, request.deed):
        return await _noticed(request, habit, "nothing")
    return await _changed(request, habit, "joined-habit")


async def press_leave(request: Request) -> Reply:
    """➖ Leave: keep a shared habit no more"""
    habit = await pressed_habit(request)
    if not await leave(request.session, habit, request.deed):
        return await _noticed(request, habit, "nothing")
    return await _changed(request, habit, "left-habit")


async def press_rank(request: Request) -> Reply:
    """🏅 Show me on the leaderboard, or no more"""
    habit = await pressed_habit(request)
    member = await member_of(request.session, habit.id, request.user.id, lock=True)
    if member is None:
        return await _noticed(request, habit, "not-kept")
    shows = not member.is_ranked
    await set_ranked(request.session, habit, request.deed, is_ranked=shows)
    return await _changed(request, habit, "ranked" if shows else "unranked")


# Pause, archive, delete, undo


async def press_pause(request: Request) -> Reply:
    """⏸ Pause: for how long, or ▶️ Resume"""
    habit, choice = await pressed_habit(request), request.fact(1)
    if await member_of(request.session, habit.id, request.user.id) is None:
        return await _noticed(request, habit, "not-kept")
    today = own_today(request)
    match choice:
        case "":
            in_group = not request.chat.is_private
            reply = views.pause_menu(habit, request.reader, in_group=in_group)
            return in_place(reply)
        case "type":
            return await _ask(request, habit, "hedit-pause")
        case "end":
            await resume_habit(request.session, habit, request.deed, today=today)
            return await _changed(request, habit, "resumed")
        case "1" | "7":
            until: date | None = today + timedelta(days=int(choice) - 1)
        case "open":
            until = None
        case _:
            raise StaleButton(choice)
    await pause(request.session, habit, request.deed, today=today, until=until)
    return await _changed(request, habit, "paused")


async def press_archive(request: Request) -> Reply:
    """📦 Archive, or take out; without a habit, the list of those that are archived"""
    if not request.fact(0):
        return in_place(await archived(request))
    habit, puts_away = await pressed_habit(request), request.fact(1) == "1"
    if puts_away == (habit.archived_at is not None):
        return await _noticed(request, habit, "nothing")
    await archive(request.session, habit, request.deed, archived=puts_away)
    return await _changed(request, habit, "archived" if puts_away else "unarchived")


async def archived(request: Request) -> Reply:
    """The habits of this list that were put away."""
    habits = await list_habits(request, archived=True)
    return views.archived_list(habits, request.reader)


async def press_delete(request: Request) -> Reply:
    """🗑 Delete: asks once"""
    habit = await pressed_habit(request)
    if request.fact(1) != "yes":
        people = len((await keepers_of(request.session, [habit]))[habit.id])
        return in_place(views.delete_question(habit, people, request.reader))
    deed = request.deed
    await delete_habit(request.session, habit, deed)
    reply = views.deleted(habit, deed.batch, request.reader)
    return told_in_place(reply)


async def press_undo(request: Request) -> Reply:
    """↩️ Undo, on the card: what was pressed last is taken back"""
    habit = await get_habit(request.session, request.key(), asker=request.asker)
    await undo_batch(request.session, request.key(1), deed=request.deed)
    return await _noticed(request, habit, "undone")


# Edit


async def press_edit(request: Request) -> Reply:
    """✏️ Edit: name, how often, how much, colour, place"""
    habit, what = await pressed_habit(request), request.fact(1)
    deed = request.deed
    match what:
        case "":
            return in_place(views.edit_menu(habit, request.reader))
        case "name" | "words":
            return await _ask(request, habit, f"hedit-{what}")
        case "colour":
            await paint(request.session, habit, _colour(request.fact(2)), deed)
        case "up":
            before = habit.position
            await move_up(request.session, habit, deed)
            if habit.position == before:
                return Notice(request.words.plain("notice-on-top"))
        case "plain":
            await reschedule(request.session, habit, habit.schedule, None, deed)
        case _:
            raise StaleButton(what)
    reply = views.edit_menu(habit, request.reader, undo=deed.batch)
    return in_place(reply, request.words.plain("notice-saved"))


def _colour(text: str) -> int:
    if not text.isdecimal() or int(text) >= COLOURS:
        raise StaleButton(text)
    return int(text)


async def press_times(request: Request) -> Reply:
    """⏰ Times: switch an hour, none, or type them"""
    habit, choice = await pressed_habit(request), request.fact(1)
    own = habit.schedule.reminders
    match choice:
        case "":
            return in_place(views.times_menu(habit, request.reader))
        case "type":
            return await _ask(request, habit, "hedit-times")
        case "none":
            times: set[time] = set()
        case _:
            times = set(own) ^ {unpack_time(choice)}
    await remind_at(request.session, habit, times, request.deed)
    reply = views.times_menu(habit, request.reader)
    return in_place(reply, request.words.plain("notice-saved"))


async def _ask(request: Request, habit: Habit, kind: str) -> Reply:
    """Ask for words about a habit and wait for the answer."""
    facts = {"habit": habit.id.hex}
    await ask(request, kind, facts)
    text = request.words(f"ask-{kind}", name=clip(habit.name, 60))
    return question(kind, text, request.reader, in_group=not request.chat.is_private)


async def _asked(request: Request) -> Habit:
    """The habit that the open question is about; the question is answered by this."""
    habit = await asked_habit(request)
    await drop_question(request)
    return habit


def _some_words(request: Request) -> str:
    text = " ".join(request.text.split())
    if not text:
        raise Misunderstood("empty")
    return text


async def answer_name(request: Request) -> Reply:
    """The new name, word for word"""
    name = _some_words(request)
    if len(name) > NAME_LIMIT:
        raise Misunderstood("long-title", limit=NAME_LIMIT)
    habit = await _asked(request)
    await rename(request.session, habit, name, request.deed)
    return await show_card(request, habit, undo=request.batch)


async def answer_words(request: Request) -> Reply:
    """3 times a week, 20 pages a day at 21:00; what is not said stays"""
    text = _some_words(request)
    said = read_rest(request, text)
    begins = said.schedule.start if said.schedule.start != own_today(request) else None
    if not (said.goal or said.said_schedule or said.schedule.reminders or begins):
        raise Misunderstood("unread-rate", text=clip(text, 100))
    habit = await _asked(request)
    if said.name:
        await rename(request.session, habit, said.name, request.deed)
    schedule, goal = merged(habit.schedule, habit.goal, said)
    schedule = replace(schedule, start=begins or schedule.start)
    await reschedule(request.session, habit, schedule, goal, request.deed)
    return await show_card(request, habit, undo=request.batch)


def merged(
    schedule: Schedule, goal: Goal | None, said: HabitReading
) -> tuple[Schedule, Goal | None]:
    """The schedule and goal with what was said; what was not said stays, and the first day too.

    `twice a day` is a goal without a unit: another frequency takes its place.
    """
    reminders = tuple(sorted(said.schedule.reminders)) or schedule.reminders
    if not said.said_schedule:
        return replace(schedule, reminders=reminders), said.goal or goal
    counts_times = goal is not None and not goal.unit and not goal.is_limit
    kept_goal = None if counts_times else goal
    new = replace(said.schedule, start=schedule.start, reminders=reminders)
    return new, said.goal or kept_goal


async def answer_times(request: Request) -> Reply:
    """7:30 and 21:15"""
    times = read_times(request, _some_words(request))
    habit = await _asked(request)
    await remind_at(request.session, habit, times, request.deed)
    return await show_card(request, habit, undo=request.batch)


async def answer_pause(request: Request) -> Reply:
    """The last day of a pause: oct 5"""
    text, today = _some_words(request), own_today(request)
    when = read_when(text, now=request.now, place=request.place)
    until = when.due.on if when is not None and when.due is not None else None
    if until is None or until < today or (when is not None and when.repeat is not None):
        raise Misunderstood("unread-pause", text=clip(text, 100))
    habit = await _asked(request)
    await pause(request.session, habit, request.deed, today=today, until=until)
    return await show_card(request, habit, undo=request.batch)
