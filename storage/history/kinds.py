"""The kinds of things whose changes are recorded: one row of `KINDS` for each.

How a change of each kind is taken back is in storage.undo.kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from sqlalchemy.orm.attributes import flag_modified

from storage.history.changed import added_tasks, habit_changed, task_changed
from storage.history.facts import (
    chat_facts,
    entry_facts,
    habit_facts,
    member_facts,
    moments_of,
    person_facts,
    task_facts,
)
from storage.models import Chat, Habit, HabitEntry, HabitMember, Task, User
from storage.rules.folding import searchable_name, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import ByTheClock, Deed

# what of a task decides when it is reminded of, where, and whether
PUSHED_ABOUT = frozenset(
    {
        *("due", "status", "deleted_at", "assignees", "ticked"),
        *("reminders", "nag_minutes", "repeat", "snoozed", "stands_for"),
    }
)


@dataclass(slots=True)
class HabitDay:
    """What one person did of a habit on one day; `entry` is None while nothing is recorded."""

    habit: Habit
    user_id: UUID
    day: date
    entry: HabitEntry | None


@dataclass(slots=True)
class Participation:
    """How one person takes part in a habit; `member` is None while they do not."""

    habit: Habit
    user_id: UUID
    member: HabitMember | None


@dataclass(slots=True)
class Moments:
    """When some tasks are due, whose assignees are loaded."""

    tasks: tuple[Task, ...]


Recordable: TypeAlias = Task | Habit | HabitDay | Participation | User | Chat | Moments
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Kind(Generic[Thing]):
    """How changes of one kind of thing are recorded.

    `facts` is everything that a person can change, see storage.history.facts. `columns` are those
    of `Change` that say what it is about. `follow` does what a change of these keys requires.
    """

    facts: Callable[[Thing], Mapping[str, Any]]
    columns: Callable[[Thing], dict[str, UUID]]
    follow: Callable[[AsyncSession, Thing, Collection[str], Deed | ByTheClock], None]


def searchable(task: Task) -> str:
    """What search looks in, see `searchable_words`."""
    tags, items = (tag.name for tag in task.tags), (item.text for item in task.checklist)
    return searchable_words(task.title, task.notes, *tags, *items)


def searchable_words(title: str, *rest: str) -> str:
    """The folded words of a title, then of the rest (notes, tags and checklist).

    Each word has a space on both sides; one line break separates the title from the rest.
    """
    return f" {' '.join(words(title))} \n {' '.join(words(' '.join(rest)))} "


def written_now(task: Task, now: datetime) -> None:
    """Let the row of a task be written, even if only its parts have changed: whoever waits to
    change it sees by that to read them again (see storage.tasks.parts)."""
    task.updated_at = now
    flag_modified(task, "updated_at")


def _task_followed(
    session: AsyncSession, task: Task, keys: Collection[str], deed: Deed | ByTheClock
) -> None:
    if task.id not in added_tasks(session):  # whose row this transaction has written
        written_now(task, deed.now)
    task.searchable = searchable(task)
    if PUSHED_ABOUT.intersection(keys):
        task_changed(session, task, now=deed.now, batch=deed.batch)


def _habit_followed(
    session: AsyncSession, habit: Habit, keys: Collection[str], deed: Deed | ByTheClock
) -> None:
    habit.updated_at = deed.now
    habit.searchable = searchable_name(habit.name)
    habit_changed(session, habit, now=deed.now, batch=deed.batch)


def _part_followed(
    session: AsyncSession,
    part: HabitDay | Participation,
    keys: Collection[str],
    deed: Deed | ByTheClock,
) -> None:
    habit_changed(session, part.habit, now=deed.now, batch=deed.batch)


def _setting_followed(
    session: AsyncSession, row: User | Chat, keys: Collection[str], deed: Deed | ByTheClock
) -> None:
    row.updated_at = deed.now


def _moments_followed(
    session: AsyncSession, moments: Moments, keys: Collection[str], deed: Deed | ByTheClock
) -> None:
    for task in moments.tasks:
        written_now(task, deed.now)
        task_changed(session, task, now=deed.now, batch=deed.batch)


def _moments_facts(moments: Moments) -> dict[str, Any]:
    return {"moments": {task.id.hex: moments_of(task) for task in moments.tasks}}


def _day_facts(part: HabitDay) -> dict[str, Any]:
    where = {"user": part.user_id.hex, "day": part.day.isoformat()}
    return {"entry": {**where, "facts": entry_facts(part.entry)}}


def _participation_facts(part: Participation) -> dict[str, Any]:
    return {"member": {"user": part.user_id.hex, "facts": member_facts(part.member)}}


def _of_task(task: Task) -> dict[str, UUID]:
    return {"task_id": task.id}


def _of_habit(part: HabitDay | Participation) -> dict[str, UUID]:
    return {"habit_id": part.habit.id}


KINDS: Mapping[type[Any], Kind[Any]] = {
    Task: Kind(task_facts, _of_task, _task_followed),
    Habit: Kind(habit_facts, lambda habit: {"habit_id": habit.id}, _habit_followed),
    HabitDay: Kind(_day_facts, _of_habit, _part_followed),
    Participation: Kind(_participation_facts, _of_habit, _part_followed),
    User: Kind(person_facts, lambda user: {}, _setting_followed),
    Chat: Kind(chat_facts, lambda chat: {}, _setting_followed),
    Moments: Kind(_moments_facts, lambda moments: {}, _moments_followed),
}


def facts_of(thing: Recordable) -> Mapping[str, Any]:
    """Everything of a thing that a person can change, as JSON."""
    return KINDS[type(thing)].facts(thing)
