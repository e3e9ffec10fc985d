"""A new habit: what was understood of it, and the questions that make one step by step."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from markupsafe import Markup

from bot.presses import pack, pack_key, pack_time
from bot.reader import Reader
from bot.replies import Button, Keyboard, Reply, Say
from bot.texts import Words
from bot.views.habits.board import Row, group_buttons, habit_buttons, keepers_line, times_words
from bot.views.habits.figures import colour_square
from bot.views.habits.wording import begins_lines, schedule_words
from bot.views.legacy import legacy_button
from bot.views.parts import BREAK, clip, question
from storage.models import Habit
from storage.rules.schedules import Goal, Schedule

IDEAS = ("read", "run", "water", "meditate", "stretch", "sleep")
KINDS = ("tick", "reach", "limit")
OFTEN = ("day", "work", "week3", "days2", "week")
TIMES = (time(9), time(19), time(21))
OFFERED = (time(19), time(21))
CAME_FROM = "m"  # the message that tells of a new habit
SHOWN_NAME = 60


def made(row: Row, day: date, batch: UUID, reader: Reader) -> Say:
    """The answer to a new habit repeats what was understood. Its day can be ticked at once, in a
    group by everybody; `batch` is the last deed, which can be taken back."""
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
    if row.is_shared:
        lines.append(keepers_line(row.standings, words))
        ticks = group_buttons(habit, day, CAME_FROM, reader)
    else:
        standing = row.standings[0]
        progress = standing.said(words)
        if standing.is_asked:
            lines.append(Markup("{} {}").format(standing.mark, progress or words("today")))
        ticks = habit_buttons(standing, CAME_FROM, reader)
    key = pack_key(habit.id)
    rows: list[tuple[Button, ...]] = [
        ticks,
        (
            legacy_button(reader, "edit", "hab", key),
            legacy_button(reader, "undo", "undo", pack_key(batch)),
            legacy_button(reader, "board", "board", 0),
        ),
    ]
    if not schedule.reminders:
        rows.append(_offered_times(key, reader))
    return Say(BREAK.join(lines), tuple(rows))


def _offered_times(key: str, reader: Reader) -> tuple[Button, ...]:
    offered = [
        Button(f"🔔 {reader.clock(at)}", pack("hremind", key, pack_time(at))) for at in OFFERED
    ]
    return (*offered, legacy_button(reader, "remind-type", "hremind", key, "type"))


def exists(habit: Habit, reader: Reader) -> Say:
    """A habit of that name is there already: here it is."""
    key = "habit-exists-archived" if habit.archived_at else "habit-exists"
    text = reader.words(key, name=clip(habit.name, SHOWN_NAME))
    return Say(text, ((legacy_button(reader, "open-card", "hab", pack_key(habit.id)),),))


def ask_step(step: str, said: str, reader: Reader, *, in_group: bool) -> Say:
    """A question of the way to a new habit; `said` is what is known so far. Every one may be
    answered by a button or in words, in a group as a reply."""
    text = _asked(step, said, reader)
    rows = {
        "name": _ideas,
        "goal": _kinds,
        "often": _often,
        "time": _times,
    }[step](reader)
    last = [legacy_button(reader, "cancel", "cancel")]
    if in_group:
        text = BREAK.join([text, reader.words("habit-by-reply")])
        last.insert(0, legacy_button(reader, "type", "hnew", step, "type"))
    return Say(text, (*rows, tuple(last)))


def ask_typed(step: str, said: str, reader: Reader, *, in_group: bool, asked: str = "") -> Reply:
    """The same question, or `asked`, to be answered in words only."""
    return question(f"habit-{step}", _asked(asked or step, said, reader), reader, in_group=in_group)


def _asked(step: str, said: str, reader: Reader) -> Markup:
    known = [Markup("<b>{}</b>").format(said)] if said else []
    return BREAK.join([*known, reader.words(f"ask-habit-{step}")])


def said_so_far(name: str, goal: Goal | None, schedule: Schedule | None, words: Words) -> str:
    """`read · 20 pages a day`"""
    facts = [clip(name, SHOWN_NAME)] if name else []
    if schedule is not None:
        facts.append(schedule_words(schedule, goal, words))
    return " · ".join(facts)


def _step(label: str, step: str, value: str) -> Button:
    return Button(label, pack("hnew", step, value))


def _ideas(reader: Reader) -> Keyboard:
    buttons = [_step(reader.words.plain(f"habit-idea-{one}"), "name", one) for one in IDEAS]
    return tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))


def _kinds(reader: Reader) -> Keyboard:
    return tuple((_step(reader.words.plain(f"button-kind-{one}"), "goal", one),) for one in KINDS)


def _often(reader: Reader) -> Keyboard:
    buttons = [_step(reader.words.plain(f"button-often-{one}"), "often", one) for one in OFTEN]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _times(reader: Reader) -> Keyboard:
    none = _step(reader.words.plain("button-no-reminder"), "time", "none")
    return ((none, *(_step(reader.clock(at), "time", pack_time(at)) for at in TIMES)),)
