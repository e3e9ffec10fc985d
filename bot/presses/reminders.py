"""The buttons of reminders, and of when a task reminds.

`task` and `habit` are keys, `back` the list that a task's card leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias
from uuid import UUID

from bot.presses.coding import Press
from bot.presses.lists import OPEN_TASKS, ListPlace

TaskSnooze: TypeAlias = Literal["10m", "1h", "3h", "tomorrow", "evening", "week"]
HabitSnooze: TypeAlias = Literal["10m", "1h", "3h", "evening"]


@dataclass(frozen=True, slots=True)
class SnoozeTask(Press):
    verb: ClassVar[str] = "zzz"

    task: UUID
    choice: TaskSnooze


@dataclass(frozen=True, slots=True)
class SnoozeHabit(Press):
    """Remind of a habit's `day` again, later on that day."""

    verb: ClassVar[str] = "hsnooze"

    habit: UUID
    choice: HabitSnooze
    day: date


@dataclass(frozen=True, slots=True)
class SnoozeAll(Press):
    """💤 All 1 h, below a digest."""

    verb: ClassVar[str] = "zall"


@dataclass(frozen=True, slots=True)
class MoreAbout(Press):
    """…: what else can be done about a reminder."""

    verb: ClassVar[str] = "more"

    task: UUID


@dataclass(frozen=True, slots=True)
class LessAbout(Press):
    """Back to the reminder's own buttons."""

    verb: ClassVar[str] = "less"

    task: UUID


@dataclass(frozen=True, slots=True)
class MoreAboutHabit(Press):
    """…: what else can be done about the reminder of a habit's day."""

    verb: ClassVar[str] = "hmore"

    habit: UUID
    day: date


@dataclass(frozen=True, slots=True)
class LessAboutHabit(Press):
    """Back to the reminder's own buttons."""

    verb: ClassVar[str] = "hless"

    habit: UUID
    day: date


@dataclass(frozen=True, slots=True)
class SkipOccurrence(Press):
    """⏭: the task moves to its next occurrence; `occurrence` tells which one is skipped."""

    verb: ClassVar[str] = "skip"

    task: UUID
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class SkipMissed(Press):
    """⏭: a late task moves to the first of its occurrences that is not past."""

    verb: ClassVar[str] = "skipall"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class EndSnooze(Press):
    """A snooze in this chat is over."""

    verb: ClassVar[str] = "zend"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class StopNagging(Press):
    verb: ClassVar[str] = "calm"

    task: UUID


@dataclass(frozen=True, slots=True)
class WhyTask(Press):
    """Why did this reminder come, and when does the next one?"""

    verb: ClassVar[str] = "why"

    task: UUID


@dataclass(frozen=True, slots=True)
class WhyHabit(Press):
    """The same about a habit."""

    verb: ClassVar[str] = "hwhy"

    habit: UUID


# Below a message that reminds of several tasks


@dataclass(frozen=True, slots=True)
class TickBeside(Press):
    """☐ 12: the task is done, or (☑) open again; `occurrence` is that of the button."""

    verb: ClassVar[str] = "btick"

    task: UUID
    ticks: bool
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class SnoozeBeside(Press):
    """💤 for one task of the message."""

    verb: ClassVar[str] = "bzzz"

    task: UUID
    choice: TaskSnooze


@dataclass(frozen=True, slots=True)
class SnoozeRest(Press):
    """💤 for all that is open in the message."""

    verb: ClassVar[str] = "ball"

    choice: TaskSnooze


@dataclass(frozen=True, slots=True)
class OpenBeside(Press):
    """…: the card of a task, below the message."""

    verb: ClassVar[str] = "bcard"

    task: UUID


# Below what people are told of whose a task is


@dataclass(frozen=True, slots=True)
class FinishAssigned(Press):
    """✅ 12, below several that were assigned; `occurrence` is that of the button."""

    verb: ClassVar[str] = "adone"

    task: UUID
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class CannotDo(Press):
    """🙋 Can't: the task is not the presser's any more."""

    verb: ClassVar[str] = "cannot"

    task: UUID


@dataclass(frozen=True, slots=True)
class TakeOn(Press):
    """🙋 I'll do it: the task is the presser's."""

    verb: ClassVar[str] = "takeon"

    task: UUID


# When a task reminds, on its card


@dataclass(frozen=True, slots=True)
class OfferReminders(Press):
    verb: ClassVar[str] = "rems"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SwitchOffset(Press):
    """Put a usual offset on, or take it off; `place` is its place among those offered, from 0."""

    verb: ClassVar[str] = "rem"

    task: UUID
    place: int
    back: ListPlace = OPEN_TASKS
    on: bool = True


@dataclass(frozen=True, slots=True)
class NoReminders(Press):
    verb: ClassVar[str] = "norem"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class UsualReminders(Press):
    """The reminders that are usual in this chat."""

    verb: ClassVar[str] = "usual"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SwitchNag(Press):
    """Remind again and again until it is done, or stop that."""

    verb: ClassVar[str] = "nag"

    task: UUID
    back: ListPlace = OPEN_TASKS
    on: bool = True
