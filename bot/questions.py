"""What a person is asked, and what the bot has to remember until the answer comes.

Each kind is one frozen class: `kind` names it in the database and in the keys of its sentences,
its fields are what the store keeps as JSON beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from bot.presses.habits import STEPS, Step
from bot.presses.lists import OPEN_TASKS, ListPlace
from storage.rules.schedules import Direction, Goal, Schedule


@dataclass(frozen=True)
class Question:
    """What is waited for in a chat, from one person. `for_operators`: from nobody else."""

    kind: ClassVar[str]
    for_operators: ClassVar[bool] = False

    def to_facts(self) -> dict[str, Any]:
        """The fields as JSON."""
        facts: dict[str, Any] = _adapter(type(self)).dump_python(self, mode="json")
        return facts


@dataclass(frozen=True)
class AboutTask(Question):
    """Words, or a file, for one task. `card`: the message of the card that asked, which then shows
    what was answered; `back`: where that card leads."""

    task: UUID
    card: int | None = None
    back: ListPlace = OPEN_TASKS


@dataclass(frozen=True)
class AskedTitle(AboutTask):
    kind: ClassVar[str] = "title"


@dataclass(frozen=True)
class AskedNotes(AboutTask):
    kind: ClassVar[str] = "notes"


@dataclass(frozen=True)
class AskedDate(AboutTask):
    kind: ClassVar[str] = "date"


@dataclass(frozen=True)
class AskedTags(AboutTask):
    kind: ClassVar[str] = "tag"


@dataclass(frozen=True)
class AskedItems(AboutTask):
    """Lines for the checklist."""

    kind: ClassVar[str] = "items"


@dataclass(frozen=True)
class AskedFile(AboutTask):
    kind: ClassVar[str] = "file"


@dataclass(frozen=True)
class AskedWhen(AboutTask):
    """When to remind of a task that was to be reminded of, and no time was said."""

    kind: ClassVar[str] = "when"


@dataclass(frozen=True)
class AskedSnooze(AboutTask):
    """Until when."""

    kind: ClassVar[str] = "snooze"


@dataclass(frozen=True)
class AskedReminders(AboutTask):
    kind: ClassVar[str] = "reminders"


@dataclass(frozen=True)
class AskedRepeat(AboutTask):
    """How often; `repeat` (as rows keep it) is one that is shown and waits to be kept, `other`
    what it may mean instead, `minutes` how long it lasts if that was said."""

    kind: ClassVar[str] = "repeat"

    repeat: dict[str, Any] | None = None
    other: dict[str, Any] | None = None
    minutes: int | None = None


@dataclass(frozen=True)
class AskedWhat(Question):
    """The title of a task of which only marks or a file came: `file` is kind, ids and name, `album`
    the key of the files that it came with."""

    kind: ClassVar[str] = "what"

    said: str
    at: datetime
    file: tuple[str, str, str, str] | None = None
    album: str = ""


@dataclass(frozen=True)
class AskedZone(Question):
    """A place; asked `gently`, what is no place is a task."""

    kind: ClassVar[str] = "zone"

    gently: bool = False


@dataclass(frozen=True)
class AskedAway(Question):
    """Until when somebody is away."""

    kind: ClassVar[str] = "away"


@dataclass(frozen=True)
class AskedImport(Question):
    """A file of tasks and habits."""

    kind: ClassVar[str] = "import"


@dataclass(frozen=True)
class HabitDraft:
    """What is known so far of a habit that is being made.

    `asked`: the steps that are still to come. `direction`: that of an amount that is still to come.
    """

    name: str = ""
    goal: Goal | None = None
    schedule: Schedule | None = None
    asked: tuple[Step, ...] = STEPS
    direction: Direction | None = None

    def told(self, *steps: Step) -> HabitDraft:
        """The draft without these steps."""
        return replace(self, asked=tuple(step for step in self.asked if step not in steps))


@dataclass(frozen=True)
class NewHabitStep(Question):
    """One step on the way to a new habit."""

    draft: HabitDraft


@dataclass(frozen=True)
class AskedHabitName(NewHabitStep):
    kind: ClassVar[str] = "habit-name"


@dataclass(frozen=True)
class AskedHabitGoal(NewHabitStep):
    kind: ClassVar[str] = "habit-goal"


@dataclass(frozen=True)
class AskedHabitRate(NewHabitStep):
    """How often."""

    kind: ClassVar[str] = "habit-often"


@dataclass(frozen=True)
class AskedHabitTime(NewHabitStep):
    """When to remind."""

    kind: ClassVar[str] = "habit-time"


@dataclass(frozen=True)
class AboutHabit(Question):
    """Words for one habit."""

    habit: UUID


@dataclass(frozen=True)
class AskedReminderTime(AboutHabit):
    """When to remind of a habit that was just made."""

    kind: ClassVar[str] = "habit-when"


@dataclass(frozen=True)
class AskedAmount(AboutHabit):
    """How much was done on a day."""

    kind: ClassVar[str] = "habit-amount"

    day: date


@dataclass(frozen=True)
class AskedHabit(Question):
    """Which of these habits is meant by what was logged, or skipped (`skips`), on a day."""

    kind: ClassVar[str] = "habit-which"

    habits: tuple[UUID, ...]
    said: str
    amount: float | None
    unit: str | None
    on: date
    note: str
    skips: bool


@dataclass(frozen=True)
class AskedNewName(AboutHabit):
    kind: ClassVar[str] = "hedit-name"


@dataclass(frozen=True)
class AskedNewRate(AboutHabit):
    """How often, and how much."""

    kind: ClassVar[str] = "hedit-words"


@dataclass(frozen=True)
class AskedTimes(AboutHabit):
    """At which times to remind."""

    kind: ClassVar[str] = "hedit-times"


@dataclass(frozen=True)
class AskedPause(AboutHabit):
    """The last day of a pause."""

    kind: ClassVar[str] = "hedit-pause"


@dataclass(frozen=True)
class AskedFeedback(Question):
    """What somebody says to whoever runs the bot."""

    kind: ClassVar[str] = "feedback"


@dataclass(frozen=True)
class AskedReply(Question):
    """What an operator answers to a feedback."""

    kind: ClassVar[str] = "reply"
    for_operators: ClassVar[bool] = True

    feedback: UUID


@dataclass(frozen=True)
class AskedBroadcast(Question):
    """What an operator says to everybody."""

    kind: ClassVar[str] = "broadcast"
    for_operators: ClassVar[bool] = True


KINDS: Mapping[str, type[Question]] = {
    kind.kind: kind
    for kind in (
        *(AskedTitle, AskedNotes, AskedDate, AskedTags, AskedItems, AskedFile, AskedWhen),
        *(AskedSnooze, AskedReminders, AskedRepeat, AskedWhat, AskedZone, AskedAway, AskedImport),
        *(AskedHabitName, AskedHabitGoal, AskedHabitRate, AskedHabitTime, AskedReminderTime),
        *(AskedAmount, AskedHabit, AskedNewName, AskedNewRate, AskedTimes, AskedPause),
        *(AskedFeedback, AskedReply, AskedBroadcast),
    )
}


def question_of(kind: str, facts: Mapping[str, Any]) -> Question | None:
    """The question that a row keeps; None for one of another version of Dueto."""
    if kind not in KINDS:
        return None
    try:
        question: Question = _adapter(KINDS[kind]).validate_python(facts)
    except ValidationError:
        return None
    return question


_ADAPTERS: dict[type[Question], TypeAdapter[Any]] = {}  # made when first asked for


def _adapter(kind: type[Question]) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
