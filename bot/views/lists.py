"""A list as one living message: a line and a button for each task under its own number, pages,
filters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import OpenHabit, Origin
from bot.presses.lists import ListPlace, OfferFilters, SwitchList, TurnList
from bot.replies import Button, Edit, Keyboard
from bot.texts.dates import due_day, long_day
from bot.views.agendas import TODAY, HabitOfDay, due_section
from bot.views.habits.progress import SHOWN_NAME
from bot.views.habits.wording import schedule_words
from bot.views.parts import (
    BREAK,
    MOST_ROWS,
    Shown,
    clip,
    fitted,
    list_line,
    overdue_row,
    tick_rows,
    turns,
)
from bot.views.tasks.facts import snoozed_until
from storage.rules.due import local_date
from storage.tasks.lists import Filter, Page, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Habit, Task
    from storage.rules.due import Due

FILTERS = (
    (Scope.OPEN, Scope.TODAY, Scope.WEEK, Scope.OVERDUE),
    (Scope.NO_DATE, Scope.DONE, Scope.ALL, Scope.TRASH),
)
# and where the buttons of habits say that they are
AGENDAS = {
    Scope.AGENDA_TODAY: Origin("t"),
    Scope.AGENDA_WEEK: Origin("w"),
    Scope.NEXT_WEEK: Origin("w"),
}
FOUND_NAME = 28  # characters on a button


@dataclass(frozen=True, slots=True)
class Beside:
    """The habits beside the tasks of a list: those of the day, or those that a search has found,
    with the titles of their chats."""

    dues: tuple[HabitOfDay, ...] = ()
    found: tuple[Habit, ...] = ()
    titles: Mapping[UUID, str] = field(default_factory=dict)


def task_list(
    page: Page, reader: Reader, *, place: ListPlace, beside: Beside | None = None
) -> Edit:
    """A page of a list. `place` is the page as buttons carry it."""
    lines = [_heading(page, reader)]
    done = {task.id for task in page.tasks if _is_done(task, page)}
    ticks = tick_rows(page.tasks, done, place, reader)
    below = _below(page, reader, place)
    room = MOST_ROWS - len(ticks) - len(below)
    more, habits = _habits(page, beside or Beside(), reader, room)
    if page.tasks or not more:
        lines += _lines(page, reader) if page.tasks else [_empty(page, reader)]
    if more:
        lines += [Markup(), *more]
    return Edit(BREAK.join(lines), (*ticks, *habits, *below))


def _habits(page: Page, beside: Beside, reader: Reader, most: int) -> tuple[list[Markup], Keyboard]:
    """The section of habits: its lines, and its buttons in so many rows."""
    if not beside.found:
        return due_section(beside.dues, AGENDAS.get(page.filter.scope, TODAY), reader, most)
    lines = [reader.words("list-habits", count=len(beside.found))]
    lines += [_found_line(habit, beside, reader) for habit in beside.found]
    opens = [
        Button(f"🌱 {clip(habit.name, FOUND_NAME)}", press=OpenHabit(habit.id))
        for habit in beside.found
    ]
    return lines, tuple(fitted(opens, 2, most))


def _found_line(habit: Habit, beside: Beside, reader: Reader) -> Markup:
    """`🌱 read · 20 pages a day · 👥 The flat`"""
    often = schedule_words(habit.schedule, habit.goal, reader.words)
    line = Markup("🌱 {} · {}").format(clip(habit.name, SHOWN_NAME), often)
    if habit.archived_at is not None:
        line += Markup(" 📦")
    if habit.chat_id != reader.in_chat:
        line += Markup(" · 👥 {}").format(clip(beside.titles.get(habit.chat_id, ""), 30))
    return line


def _heading(page: Page, reader: Reader) -> Markup:
    words, wanted = reader.words, page.filter
    parts = [words(f"list-title-{wanted.scope}")]
    marks = [f"#{tag}" for tag in wanted.tags]
    if wanted.priority:
        marks.append(f"!{wanted.priority}")
    if who := _assignee(page):
        marks.append(f"@{who}")
    if marks:
        parts.append(Markup.escape(" ".join(marks)))
    if wanted.words:
        parts.append(words("list-words", words=clip(wanted.words, 100)))
    if page.total:
        parts.append(words("list-count", count=page.total))
    if page.count > 1:
        numbers = {"page": str(page.number + 1), "pages": str(page.count)}
        parts.append(words("list-page", **numbers))
    return Markup(" · ").join(parts)


def _assignee(page: Page) -> str:
    """Whose tasks they are; of somebody who has no username, the name that the tasks have."""
    wanted = page.filter.assignee
    if not wanted.isdecimal():
        return wanted
    people = (user for task in page.tasks for user in task.assignees)
    return next((user.name for user in people if str(user.telegram_id) == wanted), "")


def _empty(page: Page, reader: Reader) -> Markup:
    wanted = page.filter
    narrowed = wanted.tags or wanted.priority or wanted.assignee or wanted.words
    if narrowed and wanted.scope is not Scope.SEARCH:
        return reader.words("list-empty-filtered")
    return reader.words(f"list-empty-{wanted.scope}")


def _lines(page: Page, reader: Reader) -> list[Markup]:
    if page.filter.scope not in AGENDAS:
        return [list_line(task, reader, _shown(task, page, reader)) for task in page.tasks]
    lines: list[Markup] = []
    for day, of_day in groupby(page.tasks, key=lambda task: _day(task, page, reader)):
        heading = _heading_of(day, reader)
        lines += [Markup(), heading]
        lines += [list_line(task, reader, _shown(task, page, reader, day)) for task in of_day]
    return lines


def _due(task: Task, page: Page) -> Due | None:
    """When the task is due, or was: of a repeating one that was just done, the occurrence."""
    completed = page.completed.get(task.id)
    return completed.due if completed is not None else task.due


def _day(task: Task, page: Page, reader: Reader) -> date | None:
    """The day that a task is under in an agenda; None for what is overdue."""
    due = _due(task, page)
    return None if due is None or reader.is_past(due) else reader.day(due)


def _heading_of(day: date | None, reader: Reader) -> Markup:
    """`Overdue`, `Today, Wed 23 Sept`, `Fri 25 Sept`"""
    if day is None:
        return reader.words("list-day-overdue")
    today = local_date(reader.now, reader.preferences.zone)
    near, full = (
        words_of(day, today=today, words=reader.words) for words_of in (due_day, long_day)
    )
    heading = near if near == full else f"{near}, {full}"
    return reader.words("list-day", day=heading[:1].upper() + heading[1:])


def _shown(task: Task, page: Page, reader: Reader, day: date | None = None) -> Shown:
    """How a task stands in the list; `day`: the heading that it is under, which is not said
    again."""
    is_done = _is_done(task, page)
    snoozed = None if is_done else snoozed_until(task, reader)
    return Shown(is_done, _due_words(task, page, reader, day), snoozed)


def _is_done(task: Task, page: Page) -> bool:
    return task.is_done or task.id in page.completed


def _due_words(task: Task, page: Page, reader: Reader, day: date | None) -> Markup:
    due = _due(task, page)
    if due is None:
        return Markup()
    if task.id in page.completed:
        return reader.words("list-next", due=reader.due(task))
    if day is not None:
        return Markup() if due.is_whole_day else reader.hours_of(due.at, task.duration)
    late = reader.is_past(due) and not task.is_done and page.filter.scope not in AGENDAS
    return (Markup("⏰ ") if late else Markup()) + reader.due(task)


def _below(page: Page, reader: Reader, here: ListPlace) -> Keyboard:
    """What can be done about the list as a whole."""
    overdue = overdue_row(here, reader) if _offers_to_move(page, reader) else ()
    return tuple(filter(None, [overdue, _ways(page, here, reader)]))


def _offers_to_move(page: Page, reader: Reader) -> bool:
    """Whether the list is of what is to be done, and something of it is overdue."""
    if page.filter not in (Filter(scope) for scope in (*AGENDAS, Scope.OVERDUE)):
        return False
    return any(reader.is_late(task) and not _is_done(task, page) for task in page.tasks)


def _ways(page: Page, here: ListPlace, reader: Reader) -> tuple[Button, ...]:
    """Pages, filters, and what the tasks' buttons do."""
    ways = turns(page.number, page.count, lambda to: TurnList(replace(here, number=to)))
    if page.filter.scope is not Scope.SEARCH:
        ways += (reader.button("filter", OfferFilters(here)),)
    if page.tasks and page.filter.scope is not Scope.TRASH:
        other = SwitchList(replace(here, opens=not here.opens))
        ways += (Button("☑️" if here.opens else "✏️", press=other),)
    return ways


def filters(
    chosen: Scope, here: ListPlace, reader: Reader, *, beside: tuple[Button, ...] = ()
) -> Keyboard:
    """What the list can show instead; the way back is to what it shows now, with other ways
    `beside` it."""
    rows = tuple(tuple(_filter(scope, chosen, reader) for scope in row) for row in FILTERS)
    return (*rows, (reader.button("back", TurnList(here)), *beside))


def _filter(scope: Scope, chosen: Scope, reader: Reader) -> Button:
    label = reader.words.plain(f"filter-{scope}")
    shown = f"• {label}" if scope is chosen else label
    return Button(shown, press=TurnList(ListPlace(code=scope)))
