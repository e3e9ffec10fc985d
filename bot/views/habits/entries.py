"""What was logged of a habit, and what is asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from markupsafe import Markup

from bot.presses import pack, pack_key
from bot.reader import Reader
from bot.replies import Button, Reply, Say
from bot.texts.dates import long_day
from bot.views.habits.board import Standing, day_name, standing_line
from bot.views.habits.wording import amount_words
from bot.views.legacy import legacy_button
from bot.views.parts import BREAK, clip, question
from storage.models import Habit

SHOWN_NAMES = 30
SHOWN_NAME = 40


def pressed(standing: Standing, reader: Reader, *, today: date) -> str:
    """The notice of a press: how the habit stands on that day, which is named if it is past."""
    line = standing_line(standing, reader).unescape()
    back = (today - standing.day).days
    return f"{line}\n{day_name(standing.day, back, reader.words)}" if back else line


@dataclass(frozen=True, slots=True)
class Logged:
    """What was written into a day. `added` is an amount in the habit's unit, None for a tick or
    a skip; `batch` takes it back, None where nothing was changed."""

    standing: Standing
    added: float | None = None
    note: str = ""
    title: str = ""
    batch: UUID | None = None


def logged(log: Logged, reader: Reader, *, today: date) -> Say:
    """The answer to what was logged: the day, how the habit stands, and a way back."""
    standing, words = log.standing, reader.words
    habit = standing.kept.habit
    lines = [standing_line(standing, reader)]
    if log.title:
        lines[0] += Markup(" · 👥 {}").format(clip(log.title, SHOWN_NAME))
    back = (today - standing.day).days
    facts = [Markup.escape(day_name(standing.day, back, words))]
    if log.added is not None and habit.goal is not None:
        sign = "+" if log.added >= 0 else "−"
        amount = amount_words(abs(log.added), habit.goal.unit, words)
        facts.insert(0, Markup.escape(f"{sign}{amount}"))
    lines.append(Markup(" · ").join(facts))
    if log.note:
        lines.append(words("fact-notes", notes=log.note))
    if log.batch is None:
        lines.append(words("log-nothing"))
    return Say(BREAK.join(lines), (_row(habit, log.batch, reader),))


def _row(habit: Habit, batch: UUID | None, reader: Reader) -> tuple[Button, ...]:
    undo = (legacy_button(reader, "undo", "undo", pack_key(batch)),) if batch else ()
    card = legacy_button(reader, "open-card", "hab", pack_key(habit.id))
    return (*undo, card, legacy_button(reader, "board", "board", 0))


def ask_amount(habit: Habit, reader: Reader, *, in_group: bool) -> Reply:
    """How much was it?"""
    unit = habit.goal.unit if habit.goal else ""
    example = amount_words(habit.goal.amount if habit.goal else 1, unit, reader.words)
    text = reader.words("ask-habit-amount", name=clip(habit.name, SHOWN_NAME), example=example)
    return question("habit-amount", text, reader, in_group=in_group)


def ask_which(said: str, habits: Sequence[tuple[Habit, str]], reader: Reader) -> Say:
    """Several habits may be meant: which one? Each with the title of its group, if of one."""
    rows = tuple(
        (
            Button(
                " · ".join(filter(None, (clip(habit.name, SHOWN_NAME), clip(title, 20)))),
                pack("hpick", pack_key(habit.id)),
            ),
        )
        for habit, title in habits
    )
    text = reader.words("ask-habit-which", name=clip(said, SHOWN_NAME))
    return Say(text, (*rows, (legacy_button(reader, "cancel", "cancel"),)))


def no_such_habit(said: str, names: Sequence[str], reader: Reader) -> Say:
    """There is no habit of that name: these are there, and so a log is written."""
    words = reader.words
    if not names:
        return Say(
            words("log-no-habits"), ((legacy_button(reader, "new-habit", "hnew", "begin"),),)
        )
    shown = ", ".join(clip(name, SHOWN_NAME) for name in names[:SHOWN_NAMES])
    text = words(
        "log-unknown",
        name=clip(said, SHOWN_NAME),
        names=shown,
        example=clip(names[0], SHOWN_NAME),
    )
    return Say(text, ((legacy_button(reader, "board", "board", 0),),))


def away_set(until: date | None, batch: UUID, reader: Reader, *, today: date) -> Say:
    """All habits of the person are paused."""
    words = reader.words
    if until is None:
        text = words("away-open")
    else:
        text = words("away-until", day=long_day(until, today=today, words=words))
    return Say(text, ((legacy_button(reader, "undo", "undo", pack_key(batch)),),))


def away_ended(batch: UUID | None, reader: Reader) -> Say:
    """The pause has ended, or there was none."""
    if batch is None:
        return Say(reader.words("away-none"))
    undo = legacy_button(reader, "undo", "undo", pack_key(batch))
    return Say(reader.words("away-ended"), ((undo, legacy_button(reader, "board", "board", 0)),))
