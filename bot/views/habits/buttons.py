"""The buttons that tick a habit, add to it or skip its day, and those that turn to another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.language.habits.units import is_counted_in_parts
from bot.presses.habits import (
    AddAmount,
    AddRest,
    JoinHere,
    Origin,
    SkipDay,
    TickHabit,
    TypeAmount,
)
from bot.replies import Button
from bot.texts.dates import day_words
from bot.views.habits.progress import OPEN, TICKED, KeptDay
from bot.views.habits.wording import number_words
from bot.views.parts import clip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from bot.presses.coding import Press
    from bot.reader import Reader
    from storage.models import Habit
    from storage.rules.schedules import Goal

BACKFILL = 366  # days of the past that can be written to
STEPS = (0.1, 0.25, 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000)


def habit_buttons(
    own: KeptDay, origin: Origin, reader: Reader, *, place: int = 0
) -> tuple[Button, ...]:
    """One person's row: tick and skip, or amounts.

    `place`: the habit's number on the board, for a row of amounts, which has no room for its name.
    """
    habit, day = own.kept.habit, own.day
    # what was done has to be taken back first: a skip beside it could lose it by one wrong touch
    skip = () if own.progress.of_day else (_skip(own, origin, reader),)
    if habit.goal is None:
        name = f"{own.mark} {clip(habit.name, 28)}"
        return (Button(name, press=TickHabit(habit.id, day, origin)), *skip)
    amounts = list(_amounts(own, habit.goal, origin, reader))
    return (*(_numbered(amounts, place) if place else amounts), *skip)


def _skip(own: KeptDay, origin: Origin, reader: Reader) -> Button:
    key = "unskip" if own.progress.is_skipped else "skip-day"
    return reader.button(key, SkipDay(own.kept.habit.id, own.day, origin))


def _numbered(buttons: list[Button], place: int) -> list[Button]:
    first, *others = buttons
    return [replace(first, text=f"{place}. {first.text}"), *others]


def group_buttons(
    habit: Habit, day: date, origin: Origin, reader: Reader, *, place: int = 0, joins: bool = True
) -> tuple[Button, ...]:
    """A group's row for everybody: a press counts for the person who presses."""
    skip = reader.button("skip-day", SkipDay(habit.id, day, origin))
    last = (skip, reader.button("join-here", JoinHere(habit.id, day, origin))) if joins else (skip,)
    if habit.goal is None:
        number = f"{place}. " if place else ""
        name = f"☑️ {number}{clip(habit.name, 24)}"
        return (Button(name, press=TickHabit(habit.id, day, origin)), *last)
    steps = [_add(habit.id, day, origin, step, reader) for step in steps_of(habit.goal)]
    typed = reader.button("type-amount", TypeAmount(habit.id, day))
    return (*(_numbered(steps, place) if place else steps), typed, *last)


def _amounts(own: KeptDay, goal: Goal, origin: Origin, reader: Reader) -> Iterable[Button]:
    """+250, +500, the rest, and a typed amount; a full day can be emptied."""
    habit_id, day, now = own.kept.habit.id, own.day, own.progress
    tick = TickHabit(habit_id, day, origin)
    for step in steps_of(goal):
        yield _add(habit_id, day, origin, step, reader)
    if goal.is_limit and now.of_day:
        yield _add(habit_id, day, origin, -steps_of(goal)[0], reader)
    elif goal.is_limit:  # to have taken nothing on a day is worth telling
        yield Button(f"{TICKED if now.is_done else OPEN} 0", press=tick)
    elif now.rest:
        rest = f"{OPEN} {number_words(now.rest, reader.words)}"
        yield Button(rest, press=AddRest(habit_id, day, origin))
    elif now.of_day:
        yield Button(f"{TICKED} {number_words(now.of_day, reader.words)}", press=tick)
    yield reader.button("type-amount", TypeAmount(habit_id, day))


def _add(habit_id: UUID, day: date, origin: Origin, amount: float, reader: Reader) -> Button:
    sign = "+" if amount > 0 else "−"
    label = f"{sign}{number_words(abs(amount), reader.words)}"
    return Button(label, press=AddAmount(habit_id, day, origin, amount))


def steps_of(goal: Goal) -> tuple[float, ...]:
    """The amounts that buttons add, one or two: about an eighth and a quarter of the goal.

    1 and 5 of 20 pages, 250 and 500 of 2,000 ml, 1 of 2 sweets.
    """
    least = 0.0 if is_counted_in_parts(goal.unit) else 1.0
    steps = [step for step in STEPS if step >= least]
    small = max((step for step in steps if step <= goal.amount / 8), default=steps[0])
    wanted = max((step for step in steps if step <= goal.amount / 4), default=steps[0])
    big = max(wanted, next(step for step in (*steps, 2 * small) if step > small))
    return (small, big) if big < goal.amount else (small,)


def day_turns(
    day: date, back: int, reader: Reader, press: Callable[[date, int], Press]
) -> tuple[Button, ...]:
    """`‹ yesterday`, `Mon ›`, `today »` beside a day that was `back` days before today.

    `press` makes the press of a button from its day, and from how many days ago that was.
    """
    today = day + timedelta(days=back)

    def turn(back: int, sign: str) -> Button:
        to = today - timedelta(days=back)
        name = day_words(to, today=today, words=reader.words)
        return Button(sign.format(name), press=press(to, back))

    buttons = [turn(back + 1, "‹ {}")] if back < BACKFILL else []
    if back:
        buttons.append(turn(back - 1, "{} ›"))
    if back > 1:
        buttons.append(turn(0, "{} »"))
    return tuple(buttons)
