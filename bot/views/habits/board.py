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
from bot.views.habits.buttons import (
    day_turns,
    habit_rows,
    short_buttons,
    short_group_buttons,
)
from bot.views.habits.progress import (
    AWAY,
    SHOWN_NAME,
    SKIPPED,
    KeptDay,
    habit_line,
    people_line,
)
from bot.views.habits.wording import day_name, schedule_words
from bot.views.parts import BREAK, clip, in_rows, turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.reader import Reader
    from storage.models import Habit

PAGE_SIZE = 8


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
    others. `done` of `due` were done, on all pages. `opens`: the buttons open cards."""

    day: date
    back: int
    rows: tuple[HabitRow, ...]
    number: int
    count: int
    done: int
    due: int
    opens: bool = False

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
    shown = [row for row in page.rows if row.is_shown(page.day)]
    lines: list[Markup] = []
    for title, rows in groupby(shown, key=lambda row: row.title):
        if title:
            lines.append(Markup("👥 <b>{}</b>").format(clip(title, SHOWN_NAME)))
        for row in rows:
            lines += _shared(row, reader) if row.is_shared else _own(row, reader)
    idle = [clip(row.habit.name, SHOWN_NAME) for row in page.rows if not row.is_shown(page.day)]
    if idle:
        lines += [Markup(), reader.words("board-idle", names=" · ".join(idle))]
    return lines


def _own(row: HabitRow, reader: Reader) -> list[Markup]:
    """`☐ water · 1,250 / 2,000 ml · 🔥5`"""
    return [habit_line(own, reader) for own in row.days]


def _shared(row: HabitRow, reader: Reader) -> list[Markup]:
    """`run · every day`, and below who did it: `✅ Ann 🔥3, Bob · ☐ Kim`."""
    habit = row.habit
    often = schedule_words(habit.schedule, habit.goal, reader.words)
    line = Markup("<b>{}</b> · {}").format(clip(habit.name, SHOWN_NAME), often)
    people = people_line(row.days, reader.words)
    return [line, Markup("    ") + (people or reader.words("board-nobody"))]


def _keyboard(page: HabitBoard, reader: Reader) -> Keyboard:
    rows = [
        *(_opens(page) if page.opens else _ticks(page, reader)),
        (*day_turns(page.day, page.back, reader, lambda _, back: TurnBoard(back)), _mode(page)),
        turns(page.number, page.count, lambda to: _turn(page, to)),
        (
            reader.button("stats", ShowStats()),
            reader.button("archived", ShowArchived()),
            _new_habit(reader),
        ),
    ]
    return tuple(filter(None, rows))


def _ticks(page: HabitBoard, reader: Reader) -> Keyboard:
    """What is due: a button to tick each, with an amount where it is measured."""
    shown = [row for row in page.rows if row.is_shown(page.day)]
    return habit_rows([_buttons(row, page, reader) for row in shown], PAGE_SIZE)[1]


def _buttons(row: HabitRow, page: HabitBoard, reader: Reader) -> tuple[Button, ...]:
    if row.is_shared:
        return short_group_buttons(row.habit, page.day, page.origin, reader)
    return short_buttons(row.days[0], page.origin, reader)


def _opens(page: HabitBoard) -> Keyboard:
    """Every habit's card, also of those that are not due."""
    opens = [
        Button(f"✏️ {clip(row.habit.name, SHOWN_NAME)}", press=OpenHabit(row.habit.id, page.day))
        for row in page.rows
    ]
    return tuple(in_rows(opens, 2))


def _mode(page: HabitBoard) -> Button:
    """✏️, ☑️: the buttons open cards, or tick."""
    press = TurnBoard(page.back, page.number, opens=not page.opens)
    return Button("☑️" if page.opens else "✏️", press=press)


def _turn(page: HabitBoard, number: int) -> TurnBoard:
    return TurnBoard(page.back, number, opens=page.opens)
