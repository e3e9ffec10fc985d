"""Lists: what is open, today's and the week's agenda, search; pages and filters by button."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.finding import chat_today, keeps_for, with_streaks
from bot.handlers.showing import private_button
from bot.language.filters import is_me, is_next, read_scope
from bot.presses.coding import Press, StaleButton, pack_key, size_of, unpack, unpack_key
from bot.presses.lists import (
    ListPlace,
    MovedTo,
    MoveOverdue,
    OfferFilters,
    SwitchList,
    TickOnList,
    TurnList,
)
from bot.presses.tasks import OpenCard
from bot.replies import Button, Edit, Reply, in_place
from bot.views.agendas import HabitOfDay, due_of
from bot.views.habits.progress import AWAY, KeptDay
from bot.views.lists import Beside, filters, task_list
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from bot.views.tasks.answers import done_notice
from storage.habits.find import find_by_words, titles_of
from storage.habits.reading import kept_list
from storage.history.recording import completions_since
from storage.models import Priority
from storage.rules.due import local_date
from storage.rules.spreading import spread
from storage.talk.shortcuts import lengthen, shorten
from storage.tasks.change import complete, move, reopen, untick_part
from storage.tasks.filters import TopicList
from storage.tasks.find import get_task
from storage.tasks.lists import Filter, Scope, list_page, overdue_tasks, same_page
from storage.tasks.search import search_words
from storage.undo.commands import undo_of_task

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from bot.requests import PressedHabit, Request
    from storage.habits.keeps import KeptHabit
    from storage.models import Task
    from storage.rules.due import Due

CODE_LIMIT = 16  # bytes of a filter as a button carries it, so that a card's buttons can, too
SHORTENED = "~"
HOME = "in:"
LONGEST_TOPIC = 18  # digits
OF_TASKS: Mapping[str, type[Press]] = {one.verb: one for one in (TickOnList, OpenCard)}
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


def read_filter(text: str, people: Mapping[str, int] | None = None) -> Filter:
    """`today`, `done #home`, `!high`, `@ann`, `me`, or any words, which are searched.

    The words are understood in every language: `ohne datum`, `сегодня #дом`, `vencidas`. `people`:
    Telegram's ids of those who are mentioned without a username, by their names in the words.
    """
    written = text.split()
    scope, taken = read_scope(written)
    if scope == Scope.SEARCH:
        return Filter(Scope.SEARCH, words=" ".join(written[taken:]))
    wanted = Filter(Scope(scope)) if scope else Filter()
    words: list[str] = []
    for word in written[taken:]:
        lower = word.lower()
        if (home := _read_home(word)) is not None:
            wanted = replace(wanted, home=home)
        elif lower in PRIORITIES:
            wanted = replace(wanted, priority=PRIORITIES[lower])
        elif len(word) > 1 and word[0] == "#":
            wanted = replace(wanted, tags=(*wanted.tags, word[1:]))
        elif len(word) > 1 and word[0] == "@":
            key = (people or {}).get(lower[1:])
            wanted = replace(wanted, assignee=str(key) if key else word[1:])
        elif is_me(word) and not words:
            wanted = replace(wanted, assignee="me")
        else:
            words.append(word)
    return replace(wanted, words=" ".join(words))


def _read_home(word: str) -> TopicList | None:
    """`in:KEY.topic`, which nobody types: the list that a link leads to."""
    key, _, topic = word.removeprefix(HOME).partition(".")
    if not word.startswith(HOME) or not (topic.isascii() and topic.isdecimal()):
        return None
    with suppress(ValueError):
        return TopicList(unpack_key(key), int(topic[:LONGEST_TOPIC]))
    return None


def write_filter(wanted: Filter) -> str:
    """The filter in words that `read_filter` reads back."""
    written = [wanted.scope.value, *(f"#{tag}" for tag in wanted.tags)]
    if wanted.home is not None:
        written.append(f"{HOME}{pack_key(wanted.home.chat_id)}.{wanted.home.topic}")
    if wanted.priority:
        written.append(f"!{wanted.priority}")
    if wanted.assignee:
        written.append("me" if wanted.assignee == "me" else f"@{wanted.assignee}")
    return " ".join([*written, *wanted.words.split()])


async def show(request: Request) -> Reply:
    """/list, /list today, /list #home !high, /list milk"""
    return await _page(request, read_filter(request.text, request.people), 0)


async def elsewhere(request: Request, home: TopicList) -> Reply:
    """The open tasks of a group's list, in the private chat"""
    return await _page(request, Filter(home=home), 0)


async def today(request: Request) -> Reply:
    """/today: overdue, then today; /today #home"""
    return await _page(request, _within(request, Scope.AGENDA_TODAY), 0)


async def week(request: Request) -> Reply:
    """/week: overdue, then day by day; /week next, /week #home"""
    if is_next(request.text):
        return await _page(request, Filter(Scope.NEXT_WEEK), 0)
    return await _page(request, _within(request, Scope.AGENDA_WEEK), 0)


def _within(request: Request, scope: Scope) -> Filter:
    """What of an agenda the words behind its command ask for."""
    return replace(read_filter(request.text, request.people), scope=scope)


async def search(request: Request) -> Reply:
    """/search milk: open and done, in every chat of the asker"""
    if not request.text.strip():
        raise Misunderstood("no-search")
    return await _page(request, Filter(Scope.SEARCH, words=request.text.strip()), 0)


async def turn(request: Request, press: TurnList) -> Reply:
    """Another page or filter of a list, in place"""
    wanted = await _filter_of(request, press.place)
    return in_place(await _page(request, wanted, press.place.number, opens=press.place.opens))


async def switch(request: Request, press: SwitchList) -> Reply:
    """✏️: the buttons open cards, or tick again"""
    return in_place(await _as_shown(request, press.place))


async def offer_filters(request: Request, press: OfferFilters) -> Reply:
    """🔍 Filter: what the list can show instead"""
    wanted = await _filter_of(request, press.place)
    link: tuple[Button, ...] = ()
    if not request.chat.is_private:
        link = (await private_button(request, "l", request.chat.id, request.topic),)
    return Edit(keyboard=filters(wanted.scope, press.place, request.reader, beside=link))


async def tick(request: Request, press: TickOnList) -> Reply:
    """☐ 12: the task is done; ☑ 12: it is not, after all. The list stays as it is."""
    task = await get_task(request.session, press.task, asker=request.asker)
    did = not task.is_deleted and await _set_done(request, task, press)
    if press.ticks:
        notice = request.told(lambda reader: done_notice(task, reader, did=did))
    else:
        notice = request.notice("reopened" if did else "nothing")
    return in_place(await _as_shown(request, press.place), notice)


async def _set_done(request: Request, task: Task, press: TickOnList) -> bool:
    """Whether that changed anything: a button of something that has changed since does not."""
    if press.occurrence != occurrence(task):
        return False
    if press.ticks:
        return complete(request.session, task, request.deed)
    if task.is_done:
        reopen(request.session, task, request.deed)
        return True
    if task.is_done_by(request.user.id):
        return untick_part(request.session, task, request.deed)
    if task.repeat is None or request.shown_at is None:
        return False
    done = await completions_since(request.session, [task], request.shown_at)
    if task.id not in done:
        return False
    await undo_of_task(request.session, done[task.id].batch, task, deed=request.deed)
    return True


async def move_overdue(request: Request, press: MoveOverdue) -> Reply:
    """⏰ All that is overdue to today, to tomorrow, or spread over the next days: one deed"""
    today = local_date(request.now, request.place.zone)
    wanted = await _filter_of(request, press.place)
    tasks = await overdue_tasks(request.session, wanted, where=request.where, now=request.now)
    for task, days in zip(*_when(tasks, press.to), strict=True):
        to = today + timedelta(days=days)
        move(request.session, task, _moved(task, to, now=request.now), request.deed)
    told = request.notice("moved", count=len(tasks))
    return in_place(await _page(request, wanted, 0, opens=press.place.opens), told)


def _when(tasks: Sequence[Task], to: MovedTo) -> tuple[Sequence[Task], list[int]]:
    """In how many days each is due; of those that are spread what matters most comes first."""
    if to != "spread":
        return tasks, [int(to == "tomorrow")] * len(tasks)
    ranks = list(reversed(Priority))
    ranked = sorted(tasks, key=lambda task: (ranks.index(Priority(task.priority)), task.number))
    return ranked, spread(len(ranked))


def _moved(task: Task, to: date, *, now: datetime) -> Due | None:
    """The due date on another day, at the same time; without one that has passed there."""
    due = task.due
    if due is None:
        return None
    moved = replace(due, on=to)
    return replace(moved, time=None) if moved.time and moved.passed(now=now) else moved


async def _filter_of(request: Request, place: ListPlace) -> Filter:
    """The filter that a button carries. Raises StaleButton for one that is not known any more."""
    text: str | None = place.code
    if place.code.startswith(SHORTENED):
        text = await lengthen(request.session, place.code[1:])
    if text is None:
        raise StaleButton(place.code)
    return read_filter(text)


def _below(request: Request) -> list[TickOnList | OpenCard]:
    """The buttons of tasks under the pressed message, in their order."""
    found: list[TickOnList | OpenCard] = []
    for data in request.below:
        with suppress(StaleButton):
            press = unpack(data, OF_TASKS)
            found += [press] if isinstance(press, TickOnList | OpenCard) else []
    return found


async def _as_shown(
    request: Request, place: ListPlace, habits: Sequence[KeptHabit] | None = None
) -> Reply:
    """The list with the tasks that it shows, as they are now: what was ticked stays in it, and
    nothing moves away from under the finger. Telegram tells what is shown, the store what of it
    the asker may see."""
    wanted = await _filter_of(request, place)
    ids = [press.task for press in _below(request)]
    if not ids:
        return await _page(request, wanted, place.number, habits, opens=place.opens)
    page = await same_page(
        request.session,
        wanted,
        place.number,
        ids,
        where=request.where,
        now=request.now,
        since=request.shown_at,
    )
    beside = await _beside(request, wanted, habits) if page.number == 0 else Beside()
    return task_list(page, request.reader, place=place, beside=beside)


async def _page(
    request: Request,
    wanted: Filter,
    number: int,
    habits: Sequence[KeptHabit] | None = None,
    *,
    opens: bool = False,
) -> Reply:
    page = await list_page(request.session, wanted, number, where=request.where, now=request.now)
    text = write_filter(wanted)
    code = text
    if size_of(text) > CODE_LIMIT:
        code = SHORTENED + await shorten(request.session, text, chat=request.chat, now=request.now)
    beside = await _beside(request, wanted, habits) if page.number == 0 else Beside()
    place = ListPlace(page.number, code, opens)
    return task_list(page, request.reader, place=place, beside=beside)


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
    return await _again(request, Scope.AGENDA_TODAY, pressed)


async def week_again(request: Request, pressed: PressedHabit) -> Reply:
    """/week after one of its habits was ticked"""
    return await _again(request, Scope.AGENDA_WEEK, pressed)


async def _again(request: Request, scope: Scope, pressed: PressedHabit) -> Reply:
    """The agenda with the tasks that it shows and the habits as they are after the press."""
    found = _below(request)
    places = [one.place if isinstance(one, TickOnList) else one.back for one in found]
    place = places[0] if places else ListPlace(code=scope)
    return in_place(await _as_shown(request, place, pressed.habits))
