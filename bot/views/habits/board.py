"""The board of a day's habits: one message that is changed in place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import (
    BeginHabit,
    OpenHabit,
    Origin,
    ShowArchived,
    TurnBoard,
)
from bot.presses.stats import ShowStats
from bot.replies import Button, Keyboard, Say
from bot.views.habits.buttons import day_turns, group_buttons, habit_buttons
from bot.views.habits.progress import (
    AWAY,
    SHOWN_NAME,
    SKIPPED,
    KeptDay,
    habit_line,
    people_line,
)
from bot.views.habits.wording import day_name, schedule_words
from bot.views.parts import BREAK, clip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.reader import Reader
    from storage.models import Habit

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class HabitRow:
    """A habit on a board, with the `days` of the people who keep it: in a group (`is_shared`)
    everybody's, in private one person's.

    `title`: the name of the habit's group, where that is not the chat of the board.
    """

    habit: Habit
    days: tuple[KeptDay, ...]
    is_shared: bool = False
    title: str = ""

    def is_shown(self, day: date) -> bool:
        """Whether it is one of the day's habits; a habit that nobody keeps is, when it is due."""
        if not self.days:
            return self.habit.schedule.asks(day)
        return any(one.is_shown for one in self.days)


@dataclass(frozen=True, slots=True)
class HabitBoard:
    """A page of the habits of a day, `back` days before today. `rows` are those of the day, then
    others. `done` of `due` were done, on all pages."""

    day: date
    back: int
    rows: tuple[HabitRow, ...]
    number: int
    count: int
    done: int
    due: int

    @property
    def origin(self) -> Origin:
        return Origin("b", self.number)


def done_of(rows: Sequence[HabitRow]) -> tuple[int, int]:
    """How many were done of those that were due, each person counted.

    Limits are not counted, nor what was skipped or paused.
    """
    counted = [
        one
        for row in rows
        for one in row.days
        if one.is_asked and one.mark not in {SKIPPED, AWAY} and not one.kept.history.is_limit
    ]
    return sum(one.progress.is_done for one in counted), len(counted)


def board(page: HabitBoard, reader: Reader) -> Say:
    """The habits of a day, with buttons to tick, skip and turn."""
    if not page.rows:
        first = (_new_habit(reader), reader.button("archived", ShowArchived()))
        return Say(reader.words("board-empty"), (first,))
    lines = [_heading(page, reader), Markup(), *_lines(page, reader)]
    return Say(BREAK.join(lines), _keyboard(page, reader))


def _new_habit(reader: Reader) -> Button:
    return reader.button("new-habit", BeginHabit())


def _heading(page: HabitBoard, reader: Reader) -> Markup:
    words = reader.words
    parts = [words("board-title", day=day_name(page.day, page.back, words))]
    if page.due:
        parts.append(words("board-done", done=str(page.done), count=page.due))
    if page.count > 1:
        numbers = {"page": str(page.number + 1), "pages": str(page.count)}
        parts.append(words("list-page", **numbers))
    return Markup(" · ").join(parts)


def _lines(page: HabitBoard, reader: Reader) -> list[Markup]:
    numbered = list(enumerate(page.rows, start=1))
    shown = [(place, row) for place, row in numbered if row.is_shown(page.day)]
    lines: list[Markup] = []
    for title, rows in groupby(shown, key=lambda pair: pair[1].title):
        if title:
            lines.append(Markup("👥 <b>{}</b>").format(clip(title, SHOWN_NAME)))
        for place, row in rows:
            lines += _shared(place, row, reader) if row.is_shared else _own(place, row, reader)
    idle = [
        f"{place}. {clip(row.habit.name, SHOWN_NAME)}"
        for place, row in numbered
        if not row.is_shown(page.day)
    ]
    if idle:
        lines += [Markup(), reader.words("board-idle", names=" · ".join(idle))]
    return lines


def _own(place: int, row: HabitRow, reader: Reader) -> list[Markup]:
    """`2. ☐ water · 1,250 / 2,000 ml · 🔥5`"""
    return [Markup("{}. {}").format(place, habit_line(own, reader)) for own in row.days]


def _shared(place: int, row: HabitRow, reader: Reader) -> list[Markup]:
    """`1. run · every day`, and below who did it: `✅ Ann 🔥3, Bob · ☐ Kim`."""
    habit = row.habit
    often = schedule_words(habit.schedule, habit.goal, reader.words)
    name = clip(habit.name, SHOWN_NAME)
    line = Markup("{}. <b>{}</b> · {}").format(place, name, often)
    people = people_line(row.days, reader.words)
    return [line, Markup("    ") + (people or reader.words("board-nobody"))]


def _keyboard(page: HabitBoard, reader: Reader) -> Keyboard:
    numbered = list(enumerate(page.rows, start=1))
    ticks = [
        _row_buttons(place, row, page, reader) for place, row in numbered if row.is_shown(page.day)
    ]
    opens = [Button(str(place), press=OpenHabit(row.habit.id)) for place, row in numbered]
    half = PAGE_SIZE // 2
    rows = [
        *ticks,
        tuple(opens[:half]),
        tuple(opens[half:]),
        _pages(page),
        day_turns(page.day, page.back, reader, lambda _, back: TurnBoard(back)),
        (reader.button("stats", ShowStats()), reader.button("archived", ShowArchived())),
        (_new_habit(reader),),
    ]
    return tuple(row for row in rows if row)


def _row_buttons(place: int, row: HabitRow, page: HabitBoard, reader: Reader) -> tuple[Button, ...]:
    if not row.is_shared:
        return habit_buttons(row.days[0], page.origin, reader, place=place)
    return group_buttons(row.habit, page.day, page.origin, reader, place=place)


def _pages(page: HabitBoard) -> tuple[Button, ...]:
    if page.count == 1:
        return ()
    before, after = (page.number - 1) % page.count, (page.number + 1) % page.count
    return (
        Button("‹", press=TurnBoard(page.back, before)),
        Button(f"{page.number + 1}/{page.count}", press=TurnBoard(page.back, page.number)),
        Button("›", press=TurnBoard(page.back, after)),
    )
