"""Tasks and habits in one message: the habits of a list, digests of what was missed, the morning
agenda, the evening review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import TODAYS_BOARD, Origin
from bot.presses.lists import ListPlace, TurnList
from bot.presses.reminders import SnoozeAll
from bot.replies import Button, Keyboard, Say
from bot.views.habits.buttons import habit_rows, short_buttons, short_group_buttons
from bot.views.habits.progress import SHOWN_NAME, KeptDay, habit_line, people_line
from bot.views.parts import BREAK, MOST_ROWS, Shown, clip, list_line, overdue_row, tick_rows
from bot.views.reminders.tasks import how_far

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from bot.reader import Reader
    from storage.habits.keeps import Kept
    from storage.models import Habit, Task
    from storage.pushes.contents import HabitPush

SHOWN_TASKS = 10  # of a digest, as of a list, which it turns into; the rest are behind /list
SHOWN = 12  # habits among the tasks of a list or a digest
LISTED = ListPlace(code="agenda-today")  # what a digest turns into by a press on it
SHOWN_TEXT = 1_200  # characters of their lines, of the 4,096 of a message
TODAY = Origin("t")  # where the buttons of habits say that they are: see routes.REDRAWS


@dataclass(frozen=True, slots=True)
class HabitOfDay:
    """A habit among the tasks of a list.

    `days`: how each person keeps it, in private only the reader. `title`: in private, that of
    the habit's group.
    """

    habit: Habit
    day: date
    days: tuple[KeptDay, ...]
    title: str = ""


def due_of(keeps: Sequence[Kept], titles: Mapping[UUID, str], reader: Reader) -> list[HabitOfDay]:
    """The habits of one person, each on their today; `titles` are those of the habits' chats."""
    return [
        HabitOfDay(
            one.habit,
            one.today,
            (KeptDay.of(one, one.today),),
            "" if one.habit.chat_id == reader.in_chat else titles.get(one.habit.chat_id, ""),
        )
        for one in keeps
    ]


def missed_of(push: HabitPush) -> HabitOfDay:
    """A habit of a digest of what was missed."""
    days = tuple(KeptDay.of(one, push.day) for one in push.keeps)
    return HabitOfDay(push.habit, push.day, days, push.group)


def due_section(
    dues: Sequence[HabitOfDay], origin: Origin, reader: Reader, most: int
) -> tuple[list[Markup], Keyboard]:
    """The habits of a list: a heading with a line for each, and their buttons in so many rows.

    As many as there is room for; /habits has all. Nothing without habits.
    """
    if not dues:
        return [], ()
    lines: list[Markup] = []
    for due in dues[:SHOWN]:
        line = _due_line(due, reader)
        if lines and sum(map(len, lines)) + len(line) > SHOWN_TEXT:
            break
        lines.append(line)
    buttons = [_due_buttons(due, origin, reader) for due in dues[: len(lines)]]
    count, rows = habit_rows(buttons, most)
    if count < len(dues):
        count, rows = habit_rows(buttons, most - 1)
        lines = [*lines[:count], reader.words("habits-more", count=len(dues) - count)]
        rows = (*rows, (reader.button("board", TODAYS_BOARD),))
    return [reader.words("list-habits", count=len(dues)), *lines], rows


def _due_line(due: HabitOfDay, reader: Reader) -> Markup:
    if reader.preferences.is_shared:
        who = people_line(due.days, reader.words)
        return Markup("🌱 {} · {}").format(clip(due.habit.name, SHOWN_NAME), who)
    line = habit_line(due.days[0], reader)
    return line + (Markup(" · 👥 {}").format(clip(due.title, 30)) if due.title else "")


def _due_buttons(due: HabitOfDay, origin: Origin, reader: Reader) -> tuple[Button, ...]:
    if reader.preferences.is_shared:
        return short_group_buttons(due.habit, due.day, origin, reader)
    return short_buttons(due.days[0], origin, reader)


def digest(
    tasks: Sequence[Task], reader: Reader, *, title: str, habits: Sequence[HabitOfDay] = ()
) -> Say:
    """Several tasks and habits at once. `title`: `missed`, `agenda`, `review` or `summary`."""
    lines = [reader.words(f"digest-{title}", count=len(tasks) + len(habits))]
    lines += [
        _digest_line(task, reader, says_late=title == "missed") for task in tasks[:SHOWN_TASKS]
    ]
    if len(tasks) > SHOWN_TASKS:
        lines.append(reader.words("tasks-more", count=len(tasks) - SHOWN_TASKS))
    rows = tick_rows(tasks[:SHOWN_TASKS], (), LISTED, reader)
    more, of_habits = due_section(habits, TODAY, reader, MOST_ROWS - len(rows) - 2)
    rows += of_habits
    if any(map(reader.is_late, tasks)):
        several = sum(map(reader.is_late, tasks)) > 1
        rows.append(overdue_row(LISTED, reader, spreads=title == "summary" and several))
    if tasks:
        to_list = reader.button("list", TurnList(ListPlace(code="open")))
        rows.append((reader.button("snooze-all", SnoozeAll()), to_list))
    if tasks and more:
        lines.append(Markup())
    return Say(BREAK.join([*lines, *more]), tuple(rows))


def _digest_line(task: Task, reader: Reader, *, says_late: bool) -> Markup:
    """`☐ 3 Call mom · ⏰ today, 15:00 · 3 hours late`; how late only of what was missed."""
    late = reader.is_late(task)
    due = reader.due(task) if task.due_at else Markup()
    due = Markup("⏰ ") + due if late else due
    if late and says_late:
        due += Markup(" · {}").format(how_far(task, reader))
    return list_line(task, reader, Shown(task.is_done, due))
