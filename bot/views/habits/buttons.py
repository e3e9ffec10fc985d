"""The buttons that tick a habit, add to it or skip its day, and those that turn to another day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.language.habits.units import is_counted_in_parts
from bot.presses.habits import (
    AddAmount,
    AddRest,
    JoinHere,
    OpenHabit,
    Origin,
    SkipDay,
    TickHabit,
    TypeAmount,
)
from bot.replies import Button, Keyboard
from bot.texts.dates import day_words
from bot.views.habits.progress import OPEN, TICKED, KeptDay
from bot.views.habits.wording import number_words
from bot.views.parts import clip, in_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from uuid import UUID

    from bot.presses.coding import Press
    from bot.reader import Reader
    from storage.models import Habit
    from storage.rules.schedules import Goal

SHORT_NAME = 16  # characters of a habit's name on one of several buttons in a row
BACKFILL = 366  # days of the past that can be written to
STEPS = (0.1, 0.25, 0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000)


def habit_buttons(own: KeptDay, origin: Origin, reader: Reader) -> tuple[Button, ...]:
    """One person's row: tick and skip, or amounts."""
    habit = own.kept.habit
    # what was done has to be taken back first: a skip beside it could lose it by one wrong touch
    skip = () if own.progress.of_day else (_skip(own, origin, reader),)
    if habit.goal is None:
        return (_tick(own, origin, 28), *skip)
    return (*_amounts(own, habit.goal, origin, reader), *skip)


def _tick(own: KeptDay, origin: Origin, length: int) -> Button:
    """`☐ run`: what is shown is what a press ends."""
    habit = own.kept.habit
    press = TickHabit(habit.id, own.day, origin, ticks=own.mark != TICKED)
    return Button(f"{own.mark} {clip(habit.name, length)}", press=press)


def _skip(own: KeptDay, origin: Origin, reader: Reader) -> Button:
    is_skipped = own.progress.is_skipped
    press = SkipDay(own.kept.habit.id, own.day, origin, skips=not is_skipped)
    return reader.button("unskip" if is_skipped else "skip-day", press)


def group_buttons(
    habit: Habit, day: date, origin: Origin, reader: Reader, *, on_card: bool = False
) -> tuple[Button, ...]:
    """A group's row for everybody: a press counts for the person who presses.

    It cannot show how their day is, so that each button says what it makes of it; what takes a
    day back is on the card, which has its own button to join.
    """
    key = habit.id
    skip = reader.button("skip-day", SkipDay(key, day, origin))
    last = reader.button("join-here", JoinHere(key, day, origin))
    if on_card:
        last = reader.button("not-done", TickHabit(key, day, origin, ticks=False))
    if habit.goal is None:
        return (_group_tick(habit, day, origin, 24), skip, last)
    steps = [_add(key, day, origin, step, reader) for step in steps_of(habit.goal)]
    return (*steps, reader.button("type-amount", TypeAmount(key, day)), skip, last)


def _group_tick(habit: Habit, day: date, origin: Origin, length: int) -> Button:
    return Button(f"☑️ {clip(habit.name, length)}", press=TickHabit(habit.id, day, origin))


def short_buttons(own: KeptDay, origin: Origin, reader: Reader) -> tuple[Button, ...]:
    """One person's buttons of a habit among others: its tick; or of one that is measured its
    name, which opens the card with all the rest, and what one press adds."""
    habit = own.kept.habit
    if habit.goal is None:
        return (_tick(own, origin, SHORT_NAME),)
    return _measured(habit, own.day, origin, own.mark, reader)


def short_group_buttons(
    habit: Habit, day: date, origin: Origin, reader: Reader
) -> tuple[Button, ...]:
    """The same for everybody in a group."""
    if habit.goal is None:
        return (_group_tick(habit, day, origin, SHORT_NAME),)
    return _measured(habit, day, origin, "📈", reader)


def _measured(
    habit: Habit, day: date, origin: Origin, mark: str, reader: Reader
) -> tuple[Button, ...]:
    step = steps_of(habit.goal)[0] if habit.goal else 1.0
    name = Button(f"{mark} {clip(habit.name, SHORT_NAME)}", press=OpenHabit(habit.id, day))
    return name, _add(habit.id, day, origin, step, reader)


def habit_rows(habits: Sequence[tuple[Button, ...]], most: int) -> tuple[int, Keyboard]:
    """How many of these habits have room in so many rows, and those rows: the ticks two or, if
    that is too wide, three a row, then two measured ones a row."""
    for count in range(len(habits), 0, -1):
        ticks = [buttons[0] for buttons in habits[:count] if len(buttons) == 1]
        pairs = [button for buttons in habits[:count] if len(buttons) > 1 for button in buttons]
        for width in (2, 3):
            rows = (*in_rows(ticks, width), *in_rows(pairs, 4))
            if len(rows) <= most:
                return count, rows
    return 0, ()


def _amounts(own: KeptDay, goal: Goal, origin: Origin, reader: Reader) -> Iterable[Button]:
    """+250, +500, the rest, and a typed amount; a full day can be emptied."""
    habit_id, day, now = own.kept.habit.id, own.day, own.progress
    is_done = now.is_done if goal.is_limit else bool(now.of_day)
    tick = TickHabit(habit_id, day, origin, ticks=not is_done)
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
