"""What was written down of a habit, and what is asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.habits import BeginHabit, LogInstead, OpenHabit, PickHabit
from bot.replies import Button, Reply, Say
from bot.texts.dates import long_day
from bot.views.habits.menus import to_board
from bot.views.habits.progress import KeptDay, habit_line
from bot.views.habits.wording import amount_words, day_name
from bot.views.parts import BREAK, MOST_ROWS, cancel_button, clip, fitted, question, undo_button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Habit

SHOWN_NAMES = 30
SHOWN_NAME = 40
SHORT_NAME = 20


def pressed(own: KeptDay, reader: Reader) -> str:
    """The notice of a press: how the habit is on that day, which is named unless it is today."""
    line = habit_line(own, reader).unescape()
    back = (own.kept.today - own.day).days
    return f"{line}\n{day_name(own.day, back, reader.words)}" if back else line


@dataclass(frozen=True, slots=True)
class LoggedDay:
    """What was written into a day, and how the day is now.

    `added`: an amount in the habit's unit, None for a tick or a skip. `title`: the name of the
    habit's group, where that is not this chat. `batch`: of the deed that can be taken back, None
    if nothing was changed.
    """

    own: KeptDay
    added: float | None = None
    note: str = ""
    title: str = ""
    batch: UUID | None = None


def logged(log: LoggedDay, reader: Reader) -> Say:
    """The answer to what was written: the day, how the habit is now, and a way back."""
    words, own = reader.words, log.own
    lines = [habit_line(own, reader)]
    if log.title:
        lines[0] += Markup(" · 👥 {}").format(clip(log.title, SHOWN_NAME))
    lines.append(Markup(" · ").join(map(Markup.escape, [*_added(log, reader), _day(own, reader)])))
    if log.note:
        lines.append(words("fact-notes", notes=Markup.escape(log.note)))
    if log.batch is None:
        lines.append(words("log-nothing"))
    return Say(BREAK.join(lines), (_row(own.kept.habit, log.batch, reader),))


def _day(own: KeptDay, reader: Reader) -> str:
    return day_name(own.day, (own.kept.today - own.day).days, reader.words)


def _added(log: LoggedDay, reader: Reader) -> list[str]:
    """`+250 ml`, `−1`"""
    goal = log.own.kept.habit.goal
    if log.added is None or goal is None:
        return []
    sign = "+" if log.added >= 0 else "−"
    return [f"{sign}{amount_words(abs(log.added), goal.unit, reader.words)}"]


def _row(habit: Habit, batch: UUID | None, reader: Reader) -> tuple[Button, ...]:
    undo = (undo_button(batch, reader),) if batch else ()
    return (*undo, reader.button("open-card", OpenHabit(habit.id)), to_board(reader))


def ask_amount(habit: Habit, reader: Reader, *, in_group: bool) -> Reply:
    """How much was it?"""
    unit = habit.goal.unit if habit.goal else ""
    example = amount_words(habit.goal.amount if habit.goal else 1, unit, reader.words)
    text = reader.words("ask-habit-amount", name=clip(habit.name, SHOWN_NAME), example=example)
    return question("habit-amount", text, reader, in_group=in_group)


def instead(habit: Habit, task: UUID, reader: Reader) -> Button:
    """🌱 Log to Read?, below a task that says an amount of it"""
    name = clip(habit.name, SHORT_NAME)
    label = reader.words.plain("button-log-instead", name=name)
    return Button(label, press=LogInstead(habit.id, task))


def ask_which(named: str, habits: Sequence[tuple[Habit, str]], reader: Reader) -> Say:
    """Which one of several habits? Each comes with the title of its group, if it has one."""
    buttons = [
        Button(
            " · ".join(filter(None, (clip(habit.name, SHOWN_NAME), clip(title, 20)))),
            press=PickHabit(habit.id),
        )
        for habit, title in habits
    ]
    rows = fitted(buttons, 1, MOST_ROWS - 1)
    text = reader.words("ask-habit-which", name=clip(named, SHOWN_NAME))
    return Say(text, (*rows, (cancel_button(reader),)))


def no_such_habit(named: str, names: Sequence[str], reader: Reader) -> Say:
    """No habit has that name: which ones there are, and an example."""
    words = reader.words
    if not names:
        return Say(words("log-no-habits"), ((reader.button("new-habit", BeginHabit()),),))
    shown = Markup(", ").join(clip(name, SHOWN_NAME) for name in names[:SHOWN_NAMES])
    text = words(
        "log-unknown",
        name=clip(named, SHOWN_NAME),
        names=shown,
        example=clip(names[0], SHOWN_NAME),
    )
    return Say(text, ((to_board(reader),),))


def away_set(until: date | None, batch: UUID, reader: Reader, *, today: date) -> Say:
    """All habits of the person are paused."""
    words = reader.words
    if until is None:
        text = words("away-open")
    else:
        text = words("away-until", day=long_day(until, today=today, words=words))
    return Say(text, ((undo_button(batch, reader),),))


def away_ended(batch: UUID | None, reader: Reader) -> Say:
    """The pause has ended, or there was none."""
    if batch is None:
        return Say(reader.words("away-none"))
    return Say(reader.words("away-ended"), ((undo_button(batch, reader), to_board(reader)),))
