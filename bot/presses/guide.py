"""The buttons of help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, get_args

from bot.presses.coding import Press

Topic: TypeAlias = Literal[
    "reminders",
    "dates",
    "repeats",
    "lists",
    "groups",
    "quotes",
    "editing",
    "habits",
    "settings",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)


@dataclass(frozen=True, slots=True)
class RunCommand(Press):
    """The command that was meant by one with a typo; `words`: a code for those behind it."""

    verb: ClassVar[str] = "run"

    command: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShowHelp(Press):
    """A topic of help, in place; None: all commands."""

    verb: ClassVar[str] = "help"

    topic: Topic | None = None
