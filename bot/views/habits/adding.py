"""A new habit: what was understood of it, and the questions that make one step by step."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, get_args

from markupsafe import Markup

from bot.presses.habits import (
    ChooseIdea,
    ChooseKind,
    ChooseRate,
    ChooseTime,
    Idea,
    Kind,
    OpenHabit,
    Origin,
    Rate,
    SetHabitTime,
    Step,
    TypeHabitTime,
    TypeStep,
)
from bot.replies import Button, Keyboard, Reply, Say
from bot.views.habits.buttons import group_buttons, habit_buttons
from bot.views.habits.figures import colour_square
from bot.views.habits.menus import to_board
from bot.views.habits.progress import people_line
from bot.views.habits.wording import begins_lines, schedule_words, times_words
from bot.views.parts import BREAK, cancel_button, clip, question, told, undo_button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from bot.questions import HabitDraft
    from bot.reader import Reader
    from bot.texts import Words
    from bot.views.habits.board import HabitRow
    from storage.models import Habit

IDEAS: tuple[Idea, ...] = get_args(Idea)
KINDS: tuple[Kind, ...] = get_args(Kind)
RATES: tuple[Rate, ...] = get_args(Rate)
TIMES = (time(9), time(19), time(21))
OFFERED = (time(19), time(21))
HERE = Origin("n")
SHOWN_NAME = 60


def made(row: HabitRow, day: date, batch: UUID, reader: Reader) -> Say:
    """The answer to a new habit repeats what was understood, and its day can be ticked at once, in
    a group by everybody. `batch` is of the last deed, which can be taken back."""
    habit, words = row.habit, reader.words
    schedule = habit.schedule
    lines = [
        words("habit-added", square=colour_square(habit), name=habit.name),
        words("fact-repeat", repeat=schedule_words(schedule, habit.goal, words)),
        *begins_lines(schedule, day, words),
    ]
    if schedule.reminders:
        at = times_words(schedule.reminders, reader)
        lines.append(words("fact-reminders", reminders=at))
    lines += _progress(row, words)
    keyboard = [
        _ticks(row, day, reader),
        (
            reader.button("edit", OpenHabit(habit.id)),
            undo_button(batch, reader),
            to_board(reader),
        ),
    ]
    if not schedule.reminders:
        keyboard.append(_offered_times(habit, reader))
    return Say(BREAK.join(told(lines, reader)), tuple(keyboard))


def _progress(row: HabitRow, words: Words) -> list[Markup]:
    """The day of everybody in a group; in private the person's own, if it is asked for."""
    if row.is_shared:
        return [people_line(row.days, words)]
    own = row.days[0]
    if not own.is_asked:
        return []
    return [Markup("{} {}").format(own.mark, own.in_words(words) or words("today"))]


def _ticks(row: HabitRow, day: date, reader: Reader) -> tuple[Button, ...]:
    if row.is_shared:
        return group_buttons(row.habit, day, HERE, reader)
    return habit_buttons(row.days[0], HERE, reader)


def _offered_times(habit: Habit, reader: Reader) -> tuple[Button, ...]:
    offered = [Button(f"🔔 {reader.clock(at)}", press=SetHabitTime(habit.id, at)) for at in OFFERED]
    return (*offered, reader.button("remind-type", TypeHabitTime(habit.id)))


def exists(habit: Habit, reader: Reader) -> Say:
    """A habit of that name exists already: here it is."""
    key = "habit-exists-archived" if habit.archived_at else "habit-exists"
    text = reader.words(key, name=clip(habit.name, SHOWN_NAME))
    return Say(text, ((reader.button("open-card", OpenHabit(habit.id)),),))


def ask_step(step: Step, draft: HabitDraft, reader: Reader, *, in_group: bool) -> Say:
    """A question on the way to a new habit, below what is known so far. It may be answered by a
    button or in words, in a group by a reply."""
    text = _asked(step, known(draft, reader.words), reader)
    rows, last = CHOICES[step](reader), [cancel_button(reader)]
    if in_group:
        text = BREAK.join([text, reader.words("habit-by-reply")])
        last.insert(0, reader.button("type", TypeStep(step)))
    return Say(text, (*rows, tuple(last)))


def ask_step_in_words(step: Step, draft: HabitDraft, reader: Reader, *, in_group: bool) -> Reply:
    """The same question, to be answered in words only."""
    of_amount = step == "goal" and draft.direction
    key = f"goal-{draft.direction}" if of_amount else step
    text = _asked(key, known(draft, reader.words), reader)
    return question(f"habit-{step}", text, reader, in_group=in_group)


def ask_time(habit: Habit, reader: Reader, *, in_group: bool) -> Reply:
    """When to remind of a habit that was just made."""
    text = _asked("when", clip(habit.name, SHOWN_NAME), reader)
    return question("habit-when", text, reader, in_group=in_group)


def _asked(key: str, about: str, reader: Reader) -> Markup:
    title = [Markup("<b>{}</b>").format(about)] if about else []
    return BREAK.join([*title, reader.words(f"ask-habit-{key}")])


def known(draft: HabitDraft, words: Words) -> str:
    """`read · 20 pages a day`"""
    facts = [clip(draft.name, SHOWN_NAME)] if draft.name else []
    if draft.schedule is not None:
        facts.append(schedule_words(draft.schedule, draft.goal, words))
    return " · ".join(facts)


def _ideas(reader: Reader) -> Keyboard:
    buttons = [
        Button(reader.words.plain(f"habit-idea-{idea}"), press=ChooseIdea(idea)) for idea in IDEAS
    ]
    return tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))


def _kinds(reader: Reader) -> Keyboard:
    return tuple((reader.button(f"kind-{kind}", ChooseKind(kind)),) for kind in KINDS)


def _rates(reader: Reader) -> Keyboard:
    buttons = [reader.button(f"often-{rate}", ChooseRate(rate)) for rate in RATES]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _times(reader: Reader) -> Keyboard:
    none = reader.button("no-reminder", ChooseTime())
    return ((none, *(Button(reader.clock(at), press=ChooseTime(at)) for at in TIMES)),)


CHOICES: Mapping[Step, Callable[[Reader], Keyboard]] = {
    "name": _ideas,
    "goal": _kinds,
    "often": _rates,
    "time": _times,
}
