"""The buttons of tasks: below the answer to a new task, on its card, in its calendar.

`task` is the task's key, `back` the list that the card's last button leads to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, Literal, Self, TypeAlias
from uuid import UUID

from bot.presses.coding import Packed, Press
from bot.presses.lists import OPEN_TASKS, ListPlace
from storage.rules.priority import Priority

AskedPart: TypeAlias = Literal[
    "title", "notes", "date", "tag", "items", "file", "repeat", "snooze", "reminders"
]
RepeatChoice: TypeAlias = Literal["day", "weekday", "week", "fortnight", "month", "year"]


@dataclass(frozen=True, slots=True)
class OpenCard(Press):
    """The card, in place of the message that the button is under."""

    verb: ClassVar[str] = "card"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class CompleteTask(Press):
    """✅ Done, below an answer. `occurrence` tells which one of a repeating task is meant."""

    verb: ClassVar[str] = "done"

    task: UUID
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class CompleteOnCard(Press):
    """✅ Done, on the card, which stays."""

    verb: ClassVar[str] = "tick"

    task: UUID
    back: ListPlace = OPEN_TASKS
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class ReopenTask(Press):
    verb: ClassVar[str] = "reopen"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class BeginTask(Press):
    """▶️ Start, or ⏸ Not started when `begins` is False."""

    verb: ClassVar[str] = "begin"

    task: UUID
    back: ListPlace = OPEN_TASKS
    begins: bool = True


@dataclass(frozen=True, slots=True)
class DeleteTask(Press):
    verb: ClassVar[str] = "del"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class RestoreTask(Press):
    verb: ClassVar[str] = "restore"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class OfferPriorities(Press):
    verb: ClassVar[str] = "pris"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SetPriority(Press):
    verb: ClassVar[str] = "pri"

    task: UUID
    priority: Priority
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class OfferTags(Press):
    verb: ClassVar[str] = "tags"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SwitchTag(Press):
    """Put a tag on, or take it off. `tag` is the end of the tag's key in hexadecimal digits."""

    verb: ClassVar[str] = "tag"

    task: UUID
    tag: str
    back: ListPlace = OPEN_TASKS
    on: bool = True


@dataclass(frozen=True, slots=True)
class OfferAssignees(Press):
    """👤 Assign, on the card of a group's task: a page of its members."""

    verb: ClassVar[str] = "whos"

    task: UUID
    back: ListPlace = OPEN_TASKS
    page: int = 0


@dataclass(frozen=True, slots=True)
class SwitchAssignee(Press):
    """Assign a member, or take them off. `person` is the end of their key in hexadecimal
    digits, `page` where they are."""

    verb: ClassVar[str] = "who"

    task: UUID
    person: str
    back: ListPlace = OPEN_TASKS
    on: bool = True
    page: int = 0


@dataclass(frozen=True, slots=True)
class SwitchEach(Press):
    """👥 Everyone ticks: each assignee has a part of their own, or (`on` is False) one does it for
    all."""

    verb: ClassVar[str] = "each"

    task: UUID
    back: ListPlace = OPEN_TASKS
    on: bool = True


@dataclass(frozen=True, slots=True)
class SwitchTurns(Press):
    """🔄 Take turns at a repeating task, or (`on` is False) it is all of theirs at once."""

    verb: ClassVar[str] = "turns"

    task: UUID
    back: ListPlace = OPEN_TASKS
    on: bool = True


@dataclass(frozen=True, slots=True)
class CompleteForAll(Press):
    """✅ Done for all: the parts that are missing, too."""

    verb: ClassVar[str] = "forall"

    task: UUID
    back: ListPlace = OPEN_TASKS
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class ReopenPart(Press):
    """↩️ My part: it is to do again."""

    verb: ClassVar[str] = "part"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ShowChecklist(Press):
    """The checklist, from the page on which the line at `place` is."""

    verb: ClassVar[str] = "items"

    task: UUID
    back: ListPlace = OPEN_TASKS
    place: int = 0


@dataclass(frozen=True, slots=True)
class TickItem(Press):
    """Tick a line of the checklist, or untick it: that at `place`, if it still is the one whose
    words `mark` stands for."""

    verb: ClassVar[str] = "item"

    task: UUID
    place: int
    ticks: bool
    mark: str
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ClearTicked(Press):
    """Remove the ticked lines of the checklist."""

    verb: ClassVar[str] = "clear"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ShowFiles(Press):
    verb: ClassVar[str] = "files"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SendFiles(Press):
    verb: ClassVar[str] = "sendfiles"

    task: UUID


@dataclass(frozen=True, slots=True)
class ShowHistory(Press):
    verb: ClassVar[str] = "past"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class AskAbout(Press):
    """Ask for words, or a file, for one part of a task."""

    verb: ClassVar[str] = "ask"

    task: UUID
    what: AskedPart
    back: ListPlace = OPEN_TASKS


# The calendar and the clock


@dataclass(frozen=True, slots=True)
class Month(Packed):
    """A month of a year in 6 digits: `202609`."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    def pack(self) -> str:
        return f"{self.year:04}{self.month:02}"

    @classmethod
    def read(cls, text: str) -> Self:
        if len(text) != 6 or not (text.isascii() and text.isdecimal()):
            raise ValueError(text)
        return cls.of(date(int(text[:4]), int(text[4:]), 1))


@dataclass(frozen=True, slots=True)
class OpenCalendar(Press):
    """The month of the task's day, or this one."""

    verb: ClassVar[str] = "date"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class TurnMonth(Press):
    verb: ClassVar[str] = "month"

    task: UUID
    month: Month
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SetDay(Press):
    verb: ClassVar[str] = "day"

    task: UUID
    day: date
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ClearDate(Press):
    verb: ClassVar[str] = "nodate"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class OfferHours(Press):
    """Every half hour of the six from `hour` on."""

    verb: ClassVar[str] = "hours"

    task: UUID
    hour: int
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SetTime(Press):
    verb: ClassVar[str] = "time"

    task: UUID
    at: time
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ClearTime(Press):
    verb: ClassVar[str] = "notime"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class CalendarHeading(Press):
    """A button of the calendar that only names something."""

    verb: ClassVar[str] = "noop"


# How a task repeats


@dataclass(frozen=True, slots=True)
class OfferRepeats(Press):
    verb: ClassVar[str] = "reps"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class ChooseRepeat(Press):
    """One of the usual repeats, to be shown with its next times."""

    verb: ClassVar[str] = "rep"

    task: UUID
    choice: RepeatChoice
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class KeepRepeat(Press):
    """Save the repeat that is shown."""

    verb: ClassVar[str] = "keep"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class OtherRepeat(Press):
    """The other way to read the repeat that is shown."""

    verb: ClassVar[str] = "orep"

    task: UUID
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class NoRepeat(Press):
    verb: ClassVar[str] = "norep"

    task: UUID
    back: ListPlace = OPEN_TASKS


# Repairing what was understood of a line


@dataclass(frozen=True, slots=True)
class GiveBack(Press):
    """✕: the words from `start` to `end` (in characters of the line) are title again."""

    verb: ClassVar[str] = "chip"

    task: UUID
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChooseReading(Press):
    """One of the readings of a doubtful part, both counted from 0."""

    verb: ClassVar[str] = "alt"

    task: UUID
    doubt: int
    choice: int


@dataclass(frozen=True, slots=True)
class SplitTask(Press):
    """Make two tasks of one line."""

    verb: ClassVar[str] = "split"

    task: UUID
