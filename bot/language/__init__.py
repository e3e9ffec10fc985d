"""Reads what people write into values: pure functions, without Telegram, database or clock.

`read_task` reads a line as a task, `read_when` a text that is only a date or repeat, `read_intent`
a wish about something that exists, `read_move` where a task is moved to, `read_habit` and
`read_log` what follows /habit and /log.
`read_offsets` and `read_times` read answers to questions about reminders.
`render_repeat` puts a repeat into words that read back to the same repeat.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bot.language.values import (
    AddReminder,
    Delete,
    Done,
    Doubt,
    HabitLog,
    HabitSkip,
    Intent,
    PauseHabits,
    Place,
    Reading,
    ReminderOffset,
    Reschedule,
    ResumeHabits,
    SetDigest,
    SetTimezone,
    Snooze,
    TextSpan,
    When,
)

if TYPE_CHECKING:
    from bot.language.continued import Line, continue_line
    from bot.language.habits.entries import LogReading, read_log
    from bot.language.habits.intents import read_bare_wish, read_last_day
    from bot.language.habits.reading import (
        HabitReading,
        read_habit,
        read_rest_of_habit,
        read_times,
    )
    from bot.language.intents import read_intent
    from bot.language.lines import parse_line
    from bot.language.moves import keeping, keeping_time, read_move
    from bot.language.rendering import render_repeat
    from bot.language.tasks import read_offsets, read_task, read_when, split_tasks

__all__ = [
    "AddReminder",
    "Delete",
    "Done",
    "Doubt",
    "HabitLog",
    "HabitReading",
    "HabitSkip",
    "Intent",
    "Line",
    "LogReading",
    "PauseHabits",
    "Place",
    "Reading",
    "ReminderOffset",
    "Reschedule",
    "ResumeHabits",
    "SetDigest",
    "SetTimezone",
    "Snooze",
    "TextSpan",
    "When",
    "continue_line",
    "keeping",
    "keeping_time",
    "parse_line",
    "read_bare_wish",
    "read_habit",
    "read_intent",
    "read_last_day",
    "read_log",
    "read_move",
    "read_offsets",
    "read_rest_of_habit",
    "read_task",
    "read_times",
    "read_when",
    "render_repeat",
    "split_tasks",
]

# A view that only shows a repeat needs no grammar: each reader is imported when first asked for.
_ON_FIRST_USE = {
    "HabitReading": "bot.language.habits.reading",
    "LogReading": "bot.language.habits.entries",
    "read_bare_wish": "bot.language.habits.intents",
    "read_habit": "bot.language.habits.reading",
    "read_rest_of_habit": "bot.language.habits.reading",
    "read_times": "bot.language.habits.reading",
    "read_last_day": "bot.language.habits.intents",
    "read_log": "bot.language.habits.entries",
    "Line": "bot.language.continued",
    "continue_line": "bot.language.continued",
    "keeping": "bot.language.moves",
    "keeping_time": "bot.language.moves",
    "read_move": "bot.language.moves",
    "parse_line": "bot.language.lines",
    "read_intent": "bot.language.intents",
    "render_repeat": "bot.language.rendering",
    "read_offsets": "bot.language.tasks",
    "read_task": "bot.language.tasks",
    "read_when": "bot.language.tasks",
    "split_tasks": "bot.language.tasks",
}


def __getattr__(name: str) -> object:
    if name not in _ON_FIRST_USE:
        raise AttributeError(name)
    found: object = getattr(import_module(_ON_FIRST_USE[name]), name)
    globals()[name] = found
    return found
