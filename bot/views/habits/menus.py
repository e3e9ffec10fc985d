"""What the buttons of a habit's card open: changes, times, pauses, and the archive."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.pictures.palette import PALETTE
from bot.presses.habits import (
    TODAYS_BOARD,
    DeleteHabit,
    DropGoal,
    MoveUp,
    NoTimes,
    OpenHabit,
    PaintHabit,
    PauseHabit,
    ResumeHabit,
    ShowArchived,
    SwitchTime,
    TypeAboutHabit,
    TypePause,
    UndoOnCard,
)
from bot.replies import Button, Keyboard, Say
from bot.views.habits.figures import habit_choices, heading
from bot.views.habits.wording import schedule_words, times_words
from bot.views.parts import BREAK, MOST_ROWS, fitted, switch, turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Habit

ARCHIVED = 12  # habits of a page
HOURS = tuple(time(hour) for hour in range(8, 23))
HOURS_IN_ROW = 5


def rate_line(habit: Habit, reader: Reader) -> str:
    """`20 pages a day · ⏰ 21:00`"""
    rate = schedule_words(habit.schedule, habit.goal, reader.words)
    times = times_words(habit.schedule.reminders, reader)
    return f"{rate} · ⏰ {times}" if times else rate


def to_board(reader: Reader) -> Button:
    return reader.button("board", TODAYS_BOARD)


def to_card(habit: Habit, reader: Reader) -> Button:
    return reader.button("back", OpenHabit(habit.id))


def edit_menu(habit: Habit, reader: Reader, *, undo: UUID | None = None) -> Say:
    """What of a habit can be changed; `undo` is the batch of the last change."""
    key = habit.id
    rows: Keyboard = (
        (reader.button("habit-name", TypeAboutHabit(key, "name")),),
        (reader.button("habit-rate", TypeAboutHabit(key, "words")),),
        _colours(habit),
        (reader.button("move-up", MoveUp(key)),),
    )
    if habit.goal is not None:
        rows += ((reader.button("yes-no", DropGoal(key)),),)
    last = [to_card(habit, reader)]
    if undo is not None:
        last.insert(0, reader.button("undo", UndoOnCard(key, undo)))
    return _below(habit, reader.words("hcard-edit"), (*rows, tuple(last)), reader)


def _colours(habit: Habit) -> tuple[Button, ...]:
    return tuple(
        Button(
            f"•{tone.emoji}•" if place == habit.colour else tone.emoji,
            press=PaintHabit(habit.id, place),
        )
        for place, tone in enumerate(PALETTE)
    )


def times_menu(habit: Habit, reader: Reader) -> Say:
    """When the habit reminds: full hours to switch, other times to type, or never."""
    own = habit.schedule.reminders
    buttons = [
        switch(reader.clock(at), SwitchTime(habit.id, at, at not in own), is_on=at in own)
        for at in sorted({*HOURS, *own})
    ]
    rows = fitted(buttons, HOURS_IN_ROW, MOST_ROWS - 2)
    other: tuple[Button, ...] = (reader.button("type", TypeAboutHabit(habit.id, "times")),)
    if own:
        other += (reader.button("no-reminder", NoTimes(habit.id)),)
    asked = reader.words("hcard-times")
    return _below(habit, asked, (*rows, other, (to_card(habit, reader),)), reader)


def pause_menu(habit: Habit, reader: Reader, *, in_group: bool) -> Say:
    """For how long a habit is to be paused."""
    key = habit.id
    rows: Keyboard = (
        (
            reader.button("pause-day", PauseHabit(key, "day")),
            reader.button("pause-week", PauseHabit(key, "week")),
        ),
        (
            reader.button("pause-open", PauseHabit(key, "open")),
            reader.button("type", TypePause(key)),
        ),
    )
    if in_group:  # the menu is for everybody, and some people may have paused already
        rows += ((reader.button("resume", ResumeHabit(key)),),)
    asked = reader.words("hcard-pause-group" if in_group else "hcard-pause")
    return _below(habit, asked, (*rows, (to_card(habit, reader),)), reader)


def delete_question(habit: Habit, people: int, reader: Reader) -> Say:
    """Asks whether to delete a habit, and warns if other people would lose it too."""
    asked = [reader.words("hcard-delete")]
    if people > 1:
        asked.append(reader.words("hcard-delete-people", count=people))
    sure = (reader.button("delete-habit", DeleteHabit(habit.id)), to_card(habit, reader))
    return _below(habit, BREAK.join(asked), (sure,), reader)


def deleted(habit: Habit, undo: UUID, reader: Reader) -> Say:
    """The habit is gone, and can be brought back."""
    back = reader.button("undo", UndoOnCard(habit.id, undo))
    text = reader.words("hcard-deleted", name=habit.name)
    return Say(text, ((back,), (to_board(reader),)))


def archived_list(habits: Sequence[Habit], number: int, reader: Reader) -> Say:
    """A page of the archived habits."""
    count = max(1, -(-len(habits) // ARCHIVED))
    number = min(max(number, 0), count - 1)
    shown = habits[number * ARCHIVED : (number + 1) * ARCHIVED]
    lines = [reader.words("archived-title")]
    lines += [heading(habit) for habit in shown] or [reader.words("archived-empty")]
    rows = (
        *habit_choices(shown, OpenHabit, rows=MOST_ROWS - 2),
        turns(number, count, ShowArchived),
        (to_board(reader),),
    )
    return Say(BREAK.join(lines), tuple(filter(None, rows)))


def _below(habit: Habit, asked: Markup, rows: Keyboard, reader: Reader) -> Say:
    lines = [heading(habit), Markup.escape(rate_line(habit, reader)), Markup(), asked]
    return Say(BREAK.join(lines), rows)
