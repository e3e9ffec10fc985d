"""Lists: what is open, today's and the week's agenda, search; pages and filters by button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import chat_today, keeps_for, with_streaks
from bot.language.filters import is_me, read_scope
from bot.presses.coding import StaleButton, size_of
from bot.presses.lists import ListPlace, TurnList
from bot.replies import Reply, in_place
from bot.views.agendas import HabitOfDay, due_of
from bot.views.habits.progress import AWAY, KeptDay
from bot.views.lists import Beside, task_list
from bot.views.refusals import Misunderstood
from storage.habits.find import find_by_words, titles_of
from storage.habits.reading import kept_list
from storage.models import Priority
from storage.talk.shortcuts import lengthen, shorten
from storage.tasks.lists import Filter, Scope, list_page
from storage.tasks.search import search_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.requests import PressedHabit, Request
    from storage.habits.keeps import KeptHabit

CODE_LIMIT = 20  # bytes of a filter as a button carries it, so that a card's buttons can, too
SHORTENED = "~"
PRIORITIES = {
    **{f"!{priority}": priority for priority in Priority},
    "!1": Priority.HIGH,
    "!2": Priority.MEDIUM,
    "!3": Priority.LOW,
    "!p1": Priority.HIGH,
    "!p2": Priority.MEDIUM,
    "!p3": Priority.LOW,
    "!!!": Priority.HIGH,
    "!!": Priority.MEDIUM,
}


def read_filter(text: str) -> Filter:
    """`today`, `done #home`, `!high`, `@ann`, `me`, or any words, which are searched.

    The words are understood in every language: `ohne datum`, `сегодня #дом`, `vencidas`.
    """
    written = text.split()
    scope, taken = read_scope(written)
    if scope == Scope.SEARCH:
        return Filter(Scope.SEARCH, words=" ".join(written[taken:]))
    wanted = Filter(Scope(scope)) if scope else Filter()
    words: list[str] = []
    for word in written[taken:]:
        lower = word.lower()
        if lower in PRIORITIES:
            wanted = replace(wanted, priority=PRIORITIES[lower])
        elif len(word) > 1 and word[0] == "#":
            wanted = replace(wanted, tags=(*wanted.tags, word[1:]))
        elif len(word) > 1 and word[0] == "@":
            wanted = replace(wanted, assignee=word[1:])
        elif is_me(word) and not words:
            wanted = replace(wanted, assignee="me")
        else:
            words.append(word)
    return replace(wanted, words=" ".join(words))


def write_filter(wanted: Filter) -> str:
    """The filter in words that `read_filter` reads back."""
    written = [wanted.scope.value, *(f"#{tag}" for tag in wanted.tags)]
    if wanted.priority:
        written.append(f"!{wanted.priority}")
    if wanted.assignee:
        written.append("me" if wanted.assignee == "me" else f"@{wanted.assignee}")
    return " ".join([*written, *wanted.words.split()])


async def show(request: Request) -> Reply:
    """/list, /list today, /list #home !high, /list milk"""
    return await _page(request, read_filter(request.text), 0)


async def today(request: Request) -> Reply:
    """/today: overdue, then today"""
    return await _page(request, Filter(Scope.AGENDA_TODAY), 0)


async def week(request: Request) -> Reply:
    """/week: overdue, then day by day"""
    return await _page(request, Filter(Scope.AGENDA_WEEK), 0)


async def search(request: Request) -> Reply:
    """/search milk: open and done, in every chat of the asker"""
    if not request.text.strip():
        raise Misunderstood("no-search")
    return await _page(request, Filter(Scope.SEARCH, words=request.text.strip()), 0)


async def turn(request: Request, press: TurnList) -> Reply:
    """Another page or filter of a list, in place"""
    place = press.place
    text: str | None = place.code
    if place.code.startswith(SHORTENED):
        text = await lengthen(request.session, place.code[1:])
    if text is None:
        raise StaleButton(place.code)
    return in_place(await _page(request, read_filter(text), place.number))


async def _page(
    request: Request, wanted: Filter, number: int, habits: Sequence[KeptHabit] | None = None
) -> Reply:
    page = await list_page(request.session, wanted, number, where=request.where, now=request.now)
    text = write_filter(wanted)
    code = text
    if size_of(text) > CODE_LIMIT:
        code = SHORTENED + await shorten(request.session, text, now=request.now)
    beside = await _beside(request, wanted, habits) if page.number == 0 else Beside()
    return task_list(page, request.reader, place=ListPlace(page.number, code), beside=beside)


async def _beside(request: Request, wanted: Filter, habits: Sequence[KeptHabit] | None) -> Beside:
    """The habits beside the tasks of a first page."""
    if wanted.scope is Scope.SEARCH:
        found = await find_by_words(
            request.session, search_words(wanted.words), asker=request.asker
        )
        return Beside(found=tuple(found), titles=await titles_of(request.session, found))
    if wanted in {Filter(Scope.AGENDA_TODAY), Filter(Scope.AGENDA_WEEK)}:
        return Beside(dues=tuple(await _dues(request, habits)))
    return Beside()


async def _dues(request: Request, habits: Sequence[KeptHabit] | None) -> list[HabitOfDay]:
    """The habits that are due here today, and those that were done or skipped today; those that
    are in hand (`habits`) are not read again."""
    day = chat_today(request)
    if habits is None:
        habits = await kept_list(request.session, request.where, day=day, now=request.now)
    shown = _own(request, habits) if request.chat.is_private else _shared(habits, day)
    days = await with_streaks(request, [one.days for one in shown])
    return [replace(one, days=each) for one, each in zip(shown, days, strict=True)]


def _is_shown(standing: KeptDay) -> bool:
    return standing.is_shown and standing.mark != AWAY


def _own(request: Request, habits: Sequence[KeptHabit]) -> list[HabitOfDay]:
    keeps = [one for habit in habits for one in keeps_for(request, habit)]
    shown = [one for one in keeps if _is_shown(KeptDay.of(one, one.today))]
    return due_of(shown, {one.chat.id: one.chat.title for one in habits}, request.reader)


def _shared(habits: Sequence[KeptHabit], day: date) -> list[HabitOfDay]:
    dues = []
    for one in habits:
        standings = tuple(KeptDay.of(kept, kept.today) for kept in one.keeps)
        shown = any(map(_is_shown, standings)) if standings else one.habit.schedule.asks(day)
        dues += [HabitOfDay(one.habit, day, standings)] if shown else []
    return dues


async def today_again(request: Request, pressed: PressedHabit) -> Reply:
    """/today after one of its habits was ticked"""
    return in_place(await _page(request, Filter(Scope.AGENDA_TODAY), 0, pressed.habits))


async def week_again(request: Request, pressed: PressedHabit) -> Reply:
    """/week after one of its habits was ticked"""
    return in_place(await _page(request, Filter(Scope.AGENDA_WEEK), 0, pressed.habits))
