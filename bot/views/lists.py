"""A list as one living message: numbered lines, a button for each, pages and filters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import OpenHabit, Origin
from bot.presses.lists import ListPlace, TurnList
from bot.presses.tasks import OpenCard
from bot.replies import Button, Edit, Keyboard
from bot.texts.dates import day_words, long_day
from bot.views.agendas import TODAY, HabitOfDay, due_section
from bot.views.habits.progress import SHOWN_NAME
from bot.views.habits.wording import schedule_words
from bot.views.parts import BREAK, clip, in_rows, task_line
from storage.models import Habit, Priority, Task
from storage.rules.due import local_date
from storage.tasks.lists import PAGE_SIZE, Page, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from bot.reader import Reader

FILTERS = (
    (Scope.OPEN, Scope.TODAY, Scope.WEEK, Scope.OVERDUE),
    (Scope.NO_DATE, Scope.DONE, Scope.ALL, Scope.TRASH),
)
# and where the buttons of habits say that they are
AGENDAS = {Scope.AGENDA_TODAY: Origin("t"), Scope.AGENDA_WEEK: Origin("w")}
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
    more, keyboard = _habits(page, beside or Beside(), reader)
    if page.tasks or not more:
        lines += _lines(page, reader) if page.tasks else [_empty(page, reader)]
    if more:
        lines += [Markup(), *more]
    rows = (*keyboard, *_keyboard(page, reader, place))
    return Edit(BREAK.join(lines), rows)


def _habits(page: Page, beside: Beside, reader: Reader) -> tuple[list[Markup], Keyboard]:
    """The section of habits: its lines and its buttons."""
    if not beside.found:
        return due_section(beside.dues, AGENDAS.get(page.filter.scope, TODAY), reader)
    lines = [reader.words("list-habits", count=len(beside.found))]
    lines += [_found_line(habit, beside, reader) for habit in beside.found]
    opens = [
        Button(f"🌱 {clip(habit.name, FOUND_NAME)}", press=OpenHabit(habit.id))
        for habit in beside.found
    ]
    return lines, tuple(in_rows(opens, 2))


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
    if wanted.assignee:
        marks.append(f"@{wanted.assignee}")
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


def _empty(page: Page, reader: Reader) -> Markup:
    wanted = page.filter
    narrowed = wanted.tags or wanted.priority or wanted.assignee or wanted.words
    if narrowed and wanted.scope is not Scope.SEARCH:
        return reader.words("list-empty-filtered")
    return reader.words(f"list-empty-{wanted.scope}")


def _lines(page: Page, reader: Reader) -> list[Markup]:
    numbered = [(i, task) for i, task in enumerate(page.tasks, start=1)]
    if page.filter.scope not in AGENDAS:
        return [_line(i, task, reader) for i, task in numbered]
    lines: list[Markup] = []
    for day, of_day in groupby(numbered, key=lambda entry: _day(entry[1], reader)):
        lines += [Markup(), day, *(_line(i, task, reader) for i, task in of_day)]
    return lines


def _day(task: Task, reader: Reader) -> Markup:
    """The heading that a task is under in an agenda."""
    due = task.due
    if due is None or reader.is_late(task):
        return reader.words("list-day-overdue")
    zone = reader.preferences.zone
    on, today = (
        due.on if due.is_whole_day else local_date(due.at, zone),
        local_date(reader.now, zone),
    )
    day = day_words(on, today=today, words=reader.words)
    if 0 <= (on - today).days < 2:
        day = f"{day}, {long_day(on, today=today, words=reader.words)}"
    return reader.words("list-day", day=day[:1].upper() + day[1:])


def _line(place: int, task: Task, reader: Reader) -> Markup:
    """`1. ☐ #12 Buy milk · tomorrow ❗ #home`"""
    mark = "🗑" if task.is_deleted else "☑" if task.is_done else "☐"
    marks = [task_line(task, reader)]
    if task.repeat:
        marks.append(Markup("🔁"))
    if task.priority == Priority.HIGH:
        marks.append(Markup("❗"))
    marks += [Markup.escape(f"#{clip(tag.name, 30)}") for tag in task.tags[:3]]
    marks += [Markup.escape(f"👤 {clip(user.name, 20)}") for user in task.assignees[:2]]
    if task.chat_id != reader.in_chat:
        marks.append(Markup.escape(f"👥 {clip(task.chat.title, 30)}"))
    return Markup("{}. {} {}").format(place, mark, Markup(" ").join(marks))


def _keyboard(page: Page, reader: Reader, here: ListPlace) -> Keyboard:
    opens = [
        Button(str(place), press=OpenCard(task.id, here))
        for place, task in enumerate(page.tasks, start=1)
    ]
    half = PAGE_SIZE // 2
    rows = [tuple(opens[:half]), tuple(opens[half:]), _pages(page, here)]
    if page.filter.scope is not Scope.SEARCH:
        rows += [tuple(_filter(scope, page, reader) for scope in row) for row in FILTERS]
    return tuple(row for row in rows if row)


def _pages(page: Page, here: ListPlace) -> tuple[Button, ...]:
    if page.count == 1:
        return ()
    before, after = (page.number - 1) % page.count, (page.number + 1) % page.count
    return (
        Button("‹", press=TurnList(replace(here, number=before))),
        Button(f"{page.number + 1}/{page.count}", press=TurnList(here)),
        Button("›", press=TurnList(replace(here, number=after))),
    )


def _filter(scope: Scope, page: Page, reader: Reader) -> Button:
    label = reader.words.plain(f"filter-{scope}")
    shown = f"• {label}" if scope is page.filter.scope else label
    return Button(shown, press=TurnList(ListPlace(code=scope)))
