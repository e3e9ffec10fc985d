"""How a change of each kind of thing is taken back: one row for each.

What history records of these kinds is in storage.history.kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar
from uuid import UUID

from storage.errors import UnknownTask
from storage.habits.away import put_away
from storage.habits.entries import find_day, put_entry
from storage.habits.find import get_habit
from storage.habits.participants import find_participation, put_member
from storage.habits.places import check_place
from storage.history.facts import from_iso
from storage.history.settings import names_of, settings_before
from storage.models import Action, Change, Chat, Habit, Task, User
from storage.people.access import check_removal
from storage.people.settings import lock_to_set, put_settings
from storage.rules.absence import ABSENCE, absence_from_json, absence_of
from storage.rules.schedules import away_of, spans_from_json
from storage.tasks.add import put_files
from storage.tasks.assign import put_assignees
from storage.tasks.checklists import put_checklist
from storage.tasks.moments import find_moments, put_moments
from storage.tasks.tags import put_tags

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.kinds import HabitDay, Moments, Participation
    from storage.people.asking import Deed

PLAIN = (
    *("title", "notes", "status", "priority", "repeat", "snoozed", "said"),
    *("rotation", "ticked", "reminders", "nag_minutes", "duration_minutes"),
)
AWAY = frozenset({"away", ABSENCE})
REMOVAL = frozenset({"deleted_at", "archived_at"})
PLAIN_OF_HABIT = ("name", "recurring_schedule", "colour", "position", "snoozed")

Thing = TypeVar("Thing")
Tasks: TypeAlias = "Mapping[UUID, Task]"  # those of all changes that are taken back, by key


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back, and the thing that it had changed, as it is now.

    A task; a habit, with the `day` when the change was of one day; or neither for a person's days
    away, and for the `settings` of these names.
    """

    action: Action
    task: Task | None = None
    habit: Habit | None = None
    day: date | None = None
    settings: tuple[str, ...] = ()


async def _check_nothing(session: AsyncSession, thing: object, change: Change, deed: Deed) -> None:
    """What has no place in a list, and is not removed, can always be taken back."""


async def _check_right(session: AsyncSession, thing: Task, change: Change, deed: Deed) -> None:
    """What deletes, archives or restores is for those who may do that now, undo included."""
    if REMOVAL & change.before.keys():
        await check_removal(session, thing, deed)


@dataclass(frozen=True, slots=True)
class UndoKind(Generic[Thing]):
    """How a change of one kind is taken back.

    `find` reads the thing and locks it, or has the task of those at hand; `check` raises if it may
    not be as it was before, `apply` sets what was before, `undone` says what was taken back.
    """

    find: Callable[[AsyncSession, Change, Tasks, Deed], Awaitable[Thing]]
    apply: Callable[[AsyncSession, Thing, Change, Deed], Awaitable[None]]
    undone: Callable[[Change, Thing], Undone]
    check: Callable[[AsyncSession, Thing, Change, Deed], Awaitable[None]] = _check_nothing


def kind_of(change: Change) -> UndoKind[Any]:
    """The kind of the thing that a row of history is about."""
    if change.task_id is not None:
        return TASK
    if change.habit_id is None:
        return MOMENTS if "moments" in change.before else SETTINGS
    return next((kind for key, kind in OF_HABITS.items() if key in change.before), HABIT)


async def _find_task(session: AsyncSession, change: Change, at_hand: Tasks, deed: Deed) -> Task:
    task = at_hand.get(_given(change.task_id))
    if task is None:
        raise UnknownTask
    return task


async def _apply_to_task(session: AsyncSession, task: Task, change: Change, deed: Deed) -> None:
    facts = change.before
    for key in PLAIN:
        if key in facts:
            setattr(task, key, facts[key])
    if "due" in facts:
        at, task.due_zone, on = facts["due"] or (None, None, None)
        task.due_at, task.due_on = from_iso(at), date.fromisoformat(on) if on else None
    if "stands_for" in facts:
        task.stands_for = from_iso(facts["stands_for"])
    if "completed_at" in facts:
        task.completed_at = from_iso(facts["completed_at"])
    if "completed_by" in facts:
        task.completed_by = UUID(facts["completed_by"]) if facts["completed_by"] else None
    if "deleted_at" in facts:  # the trash keeps it for its whole time again
        task.deleted_at = deed.now if facts["deleted_at"] else None
    await _apply_to_parts(session, task, facts, deed)


async def _apply_to_parts(
    session: AsyncSession, task: Task, facts: Mapping[str, Any], deed: Deed
) -> None:
    if "tags" in facts:
        await put_tags(session, task, facts["tags"])
    if "checklist" in facts:
        put_checklist(task, facts["checklist"])
    if "files" in facts:
        put_files(task, facts["files"])
    if "assignees" in facts:
        await put_assignees(session, task, facts["assignees"], by=deed.asker.user_id)


async def _find_habit(session: AsyncSession, change: Change, _: Tasks, deed: Deed) -> Habit:
    return await get_habit(session, _given(change.habit_id), asker=deed.asker)


async def _check_habit(session: AsyncSession, habit: Habit, change: Change, deed: Deed) -> None:
    if REMOVAL & change.before.keys():
        await check_removal(session, habit, deed)
    await check_place(session, habit, change.before)


async def _apply_to_habit(session: AsyncSession, habit: Habit, change: Change, deed: Deed) -> None:
    facts = change.before
    for key in PLAIN_OF_HABIT:
        if key in facts:
            setattr(habit, key, facts[key])
    if "goal" in facts:
        habit.target, habit.unit, habit.direction = facts["goal"]
    if "archived_at" in facts:
        habit.archived_at = from_iso(facts["archived_at"])
    if "deleted_at" in facts:
        habit.deleted_at = from_iso(facts["deleted_at"])


async def _find_day(session: AsyncSession, change: Change, at_hand: Tasks, deed: Deed) -> HabitDay:
    habit, entry = await _find_habit(session, change, at_hand, deed), change.before["entry"]
    day = date.fromisoformat(entry["day"])
    return await find_day(session, habit, UUID(entry["user"]), day)


async def _apply_to_day(session: AsyncSession, part: HabitDay, change: Change, deed: Deed) -> None:
    await put_entry(session, part, change.before["entry"]["facts"], now=deed.now)


async def _find_participation(
    session: AsyncSession, change: Change, at_hand: Tasks, deed: Deed
) -> Participation:
    habit = await _find_habit(session, change, at_hand, deed)
    return await find_participation(session, habit, UUID(change.before["member"]["user"]))


async def _apply_to_participation(
    session: AsyncSession, part: Participation, change: Change, deed: Deed
) -> None:
    facts = change.before["member"]["facts"]
    await put_member(session, part, facts, joined_at=change.created_at)


async def _find_moments(session: AsyncSession, change: Change, _: Tasks, deed: Deed) -> Moments:
    return await find_moments(session, change, deed.asker)


async def _apply_to_moments(
    session: AsyncSession, moments: Moments, change: Change, deed: Deed
) -> None:
    put_moments(moments, change.before["moments"])


async def _find_set(session: AsyncSession, change: Change, _: Tasks, deed: Deed) -> User | Chat:
    """The row that holds what was set, locked: a person's, or a group's."""
    user = await session.get_one(User, deed.asker.user_id)
    names = names_of(change.before)
    if not names:  # only when they are away
        return user
    chat = await session.get_one(Chat, change.chat_id)
    return await lock_to_set(session, user, chat, now=deed.now, names=names)


async def _apply_to_set(
    session: AsyncSession, row: User | Chat, change: Change, deed: Deed
) -> None:
    if isinstance(row, User) and AWAY & change.before.keys():
        await _put_away(session, row, change.before, deed)
    if not names_of(change.before):
        return
    chat = await session.get_one(Chat, change.chat_id)
    settings = settings_before(change.before, row)
    put_settings(session, row, chat, settings, deed, is_recorded=False)


async def _put_away(
    session: AsyncSession, user: User, before: Mapping[str, Any], deed: Deed
) -> None:
    """When a person was away before; what that deed has not changed stays."""
    spans, absence = away_of(user.settings), absence_of(user.settings)
    if "away" in before:
        spans = spans_from_json(before["away"])
    if ABSENCE in before:
        absence = absence_from_json(before[ABSENCE])
    await put_away(session, user, spans, absence, deed)


def _action(change: Change) -> Action:
    return Action(change.action)


def _given(key: UUID | None) -> UUID:
    if key is None:
        raise ValueError("a row of history about something else")
    return key


TASK = UndoKind(
    _find_task,
    _apply_to_task,
    lambda change, task: Undone(_action(change), task=task),
    check=_check_right,
)
HABIT = UndoKind(
    _find_habit,
    _apply_to_habit,
    lambda change, habit: Undone(_action(change), habit=habit),
    check=_check_habit,
)
SETTINGS = UndoKind(
    _find_set,
    _apply_to_set,
    lambda change, _: Undone(_action(change), settings=names_of(change.before)),
)
MOMENTS = UndoKind(
    _find_moments,
    _apply_to_moments,
    lambda change, _: Undone(_action(change), settings=("zone",)),
)
OF_HABITS: Mapping[str, UndoKind[Any]] = {  # by the key of their facts
    "entry": UndoKind(
        _find_day,
        _apply_to_day,
        lambda change, part: Undone(_action(change), habit=part.habit, day=part.day),
    ),
    "member": UndoKind(
        _find_participation,
        _apply_to_participation,
        lambda change, part: Undone(_action(change), habit=part.habit),
    ),
}
