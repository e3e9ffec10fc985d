"""Taking back what a person changed: a whole command at once, up to 24 hours later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import ChangedSince, NothingToUndo
from storage.habits.away import away_of, set_away
from storage.habits.change import check_place, get_habit
from storage.habits.entries import entry_facts, put_entry
from storage.habits.participants import member_facts, member_of
from storage.history.recording import (
    Deed,
    changed_habits,
    habit_snapshot,
    recorded,
    recorded_habit,
    snapshot,
)
from storage.models import (
    Action,
    Change,
    Chat,
    Habit,
    HabitEntry,
    HabitMember,
    Membership,
    MemberStatus,
    Task,
    User,
)
from storage.rules.schedules import spans_from_json, spans_to_json
from storage.tasks.checklists import put_checklist
from storage.tasks.find import get_task
from storage.tasks.tags import put_tags

UNDO_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back, and what it had changed, as that is now: a task, a habit (of
    which `day` is the day of an entry), or neither for the person's away days."""

    action: Action
    task: Task | None = None
    habit: Habit | None = None
    day: date | None = None


async def undo_last(session: AsyncSession, *, chat: Chat, deed: Deed) -> list[Undone]:
    """Take back the asker's last command in this chat.

    Raises NothingToUndo, ChangedSince if the same was changed again by somebody else, and
    HabitExists or TooMany if a habit's place in its list was taken since.
    """
    own = (col(Change.chat_id) == chat.id, col(Change.user_id) == deed.asker.user_id)
    last = await _changes(session, *own, deed=deed, limit=1)
    if not last:
        raise NothingToUndo
    return await undo_batch(session, last[0].batch, deed=deed)


async def undo_batch(session: AsyncSession, batch: UUID, *, deed: Deed) -> list[Undone]:
    """Take back one command of the asker's. Raises as `undo_last` does."""
    mine = (col(Change.batch) == batch, col(Change.user_id) == deed.asker.user_id)
    changes = await _changes(session, *mine, deed=deed)
    if not changes:
        raise NothingToUndo
    return [await _take_back(session, change, deed) for change in changes]


async def _changes(
    session: AsyncSession, *conditions: ColumnElement[bool], deed: Deed, limit: int | None = None
) -> Sequence[Change]:
    query = (
        select(Change)
        .where(
            *conditions,
            col(Change.undone_at).is_(None),
            Change.action != Action.UNDO,
            Change.created_at > deed.now - UNDO_LASTS,
        )
        .order_by(col(Change.id).desc())
        .limit(limit)
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def _take_back(session: AsyncSession, change: Change, deed: Deed) -> Undone:
    if change.task_id is not None:
        undone = await _task_back(session, change, change.task_id, deed)
    elif change.habit_id is not None:
        undone = await _habit_back(session, change, change.habit_id, deed)
    else:
        undone = await _away_back(session, change, deed)
    change.undone_at = deed.now
    return undone


async def _task_back(session: AsyncSession, change: Change, task_id: UUID, deed: Deed) -> Undone:
    task = await get_task(session, task_id, asker=deed.asker)
    if await _changed_since(session, change, snapshot(task)):
        raise ChangedSince(task.number)
    with recorded(session, task, Action.UNDO, deed):
        await _apply(session, task, change.before, deed)
    return Undone(Action(change.action), task)


async def _habit_back(session: AsyncSession, change: Change, habit_id: UUID, deed: Deed) -> Undone:
    habit = await get_habit(session, habit_id, asker=deed.asker)
    action = Action(change.action)
    if "entry" in change.before:
        day = await _entry_back(session, habit, change, deed)
        return Undone(action, habit=habit, day=day)
    if "member" in change.before:
        await _member_back(session, habit, change)
        changed_habits(session)[habit.id] = deed.now
        return Undone(action, habit=habit)
    if await _changed_since(session, change, habit_snapshot(habit)):
        raise ChangedSince
    await check_place(session, habit, change.before)
    with recorded_habit(session, habit, Action.UNDO, deed):
        _apply_to_habit(habit, change.before)
    return Undone(action, habit=habit)


def _apply_to_habit(habit: Habit, facts: dict[str, Any]) -> None:
    for key in ("name", "recurring_schedule", "colour", "position"):
        if key in facts:
            setattr(habit, key, facts[key])
    if "goal" in facts:
        habit.target, habit.unit, habit.direction = facts["goal"]
    if "archived_at" in facts:
        habit.archived_at = _moment(facts["archived_at"])
    if "deleted_at" in facts:
        habit.deleted_at = _moment(facts["deleted_at"])


async def _entry_back(session: AsyncSession, habit: Habit, change: Change, deed: Deed) -> date:
    user_id = UUID(change.before["entry"]["user"])
    day = date.fromisoformat(change.before["entry"]["day"])
    await member_of(session, habit.id, user_id, lock=True)
    entry = await session.get(HabitEntry, (habit.id, user_id, day), populate_existing=True)
    if entry_facts(entry) != change.after["entry"]["facts"]:
        raise ChangedSince
    facts = change.before["entry"]["facts"]
    await put_entry(session, habit, user_id, day, facts, now=deed.now)
    return day


async def _member_back(session: AsyncSession, habit: Habit, change: Change) -> None:
    user_id = UUID(change.before["member"]["user"])
    member = await member_of(session, habit.id, user_id, lock=True)
    if (member_facts(member) if member else None) != change.after["member"]["facts"]:
        raise ChangedSince
    facts = change.before["member"]["facts"]
    if facts is None:
        await session.delete(member)
    elif member is None:
        joined_at = change.created_at
        session.add(HabitMember(habit_id=habit.id, user_id=user_id, joined_at=joined_at, **facts))
    else:
        member.pauses, member.is_ranked = facts["pauses"], facts["is_ranked"]
    await session.flush()


async def _away_back(session: AsyncSession, change: Change, deed: Deed) -> Undone:
    user = await session.get_one(User, deed.asker.user_id)
    if spans_to_json(away_of(user.settings)) != change.after["away"]:
        raise ChangedSince
    await set_away(session, user, deed, spans_from_json(change.before["away"]), action=Action.UNDO)
    return Undone(Action(change.action))


async def _changed_since(session: AsyncSession, change: Change, current: dict[str, Any]) -> bool:
    """Whether what a change made of a task or habit is no more, or, of a new one, whether others
    have done something with it."""
    if any(current[key] != value for key, value in change.after.items()):
        return True
    if change.action != Action.ADD:
        return False
    others = select(Change.id).where(
        Change.task_id == change.task_id
        if change.task_id is not None
        else Change.habit_id == change.habit_id,
        col(Change.user_id).is_distinct_from(change.user_id),
        Change.action != Action.UNDO,
        col(Change.undone_at).is_(None),
    )
    return (await session.exec(others.limit(1))).first() is not None


async def _apply(session: AsyncSession, task: Task, facts: dict[str, Any], deed: Deed) -> None:
    for key in ("title", "notes", "status", "priority", "repeat", "reminders", "nag_minutes"):
        if key in facts:
            setattr(task, key, facts[key])
    if "due" in facts:
        at, task.due_zone, on = facts["due"] or (None, None, None)
        task.due_at, task.due_on = _moment(at), date.fromisoformat(on) if on else None
    if "completed_at" in facts:
        task.completed_at = _moment(facts["completed_at"])
    if "completed_by" in facts:
        task.completed_by = _key(facts["completed_by"])
    if "deleted_at" in facts:
        task.deleted_at = deed.now if facts["deleted_at"] else None
    await _apply_parts(session, task, facts)


async def _apply_parts(session: AsyncSession, task: Task, facts: dict[str, Any]) -> None:
    if "tags" in facts:
        await put_tags(session, task, facts["tags"])
    if "checklist" in facts:
        put_checklist(task, facts["checklist"])
    if "assignees" in facts:
        ids = [UUID(key) for key in facts["assignees"]]
        task.assignees = await _still_here(session, task.chat_id, ids)


async def _still_here(session: AsyncSession, chat_id: UUID, ids: Sequence[UUID]) -> list[User]:
    """Those of these people who have not left the chat since."""
    query = (
        select(User)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(User.id).in_(ids),
            Membership.chat_id == chat_id,
            Membership.standing != MemberStatus.GONE,
        )
    )
    return list((await session.exec(query)).all())


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _key(text: str | None) -> UUID | None:
    return UUID(text) if text else None
