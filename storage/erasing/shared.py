"""Somebody's traces in what groups share, taken out: rows that only they are in go, others stay and
name them no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import bindparam, delete, func, or_, update
from sqlmodel import col, select

from storage.erasing.traces import (
    Traces,
    awaited_without,
    is_of_their_habit,
    rotation_without,
    unsigned,
    without,
)
from storage.history.kinds import searchable
from storage.models import (
    Change,
    Chat,
    Habit,
    Membership,
    Question,
    ReceivedUpdate,
    Reminder,
    Task,
    TaskMessage,
)
from storage.models.pushes import OF_PEOPLE
from storage.rules.absence import ABSENCE
from storage.tasks.awaited import awaited_name, is_awaited
from storage.tasks.parts import read, selected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

AT_ONCE = 500  # rows that are changed, or read, at once
AWAY = frozenset({"away", ABSENCE})  # facts of a person, wherever they were said
NOBODY = "0"  # in the key of a push: who has assigned, when nobody knows


@dataclass(frozen=True, slots=True)
class Reach:
    """Where somebody's traces may be: the key of the person and of their private chat (None: they
    have none), and those of the groups that they are or were in."""

    user_id: UUID
    private_id: UUID | None
    groups: frozenset[UUID]

    @property
    def chats(self) -> list[UUID]:
        """The keys of the groups, in an order."""
        return sorted(self.groups)


async def groups_of(session: AsyncSession, who: Traces, user_id: UUID) -> frozenset[UUID]:
    """The groups that somebody is or was in, and those that wait for their @username."""
    own = select(Membership.chat_id).where(Membership.user_id == user_id)
    found = set((await session.exec(own)).all())
    if who.username:
        waiting = select(Task.chat_id).where(is_awaited(awaited_name(who.username)))
        found |= set((await session.exec(waiting.distinct())).all())
    return frozenset(key for key in found if key.hex not in who.keys)


async def take_out(session: AsyncSession, who: Traces, reach: Reach) -> None:
    """Take somebody's traces out of what groups share."""
    await _history(session, who, reach)
    await _tasks(session, who, reach)
    await _habits(session, who, reach)
    await _settings(session, who, reach)
    await _pushes(session, who, reach)
    await _talk(session, who, reach)


async def _history(session: AsyncSession, who: Traces, reach: Reach) -> None:
    """What they did to a group's things stays, as somebody's; what was their own goes."""
    await _change(
        session,
        update(Change)
        .where(col(Change.user_id) == reach.user_id)
        .values(user_id=None, is_forgotten=True),
    )
    if reach.private_id is not None:  # what they did there about a group's things is the group's
        for model, about in ((Task, Change.task_id), (Habit, Change.habit_id)):
            home = select(model.chat_id).where(col(model.id) == col(about)).scalar_subquery()
            theirs = select(model.id).where(model.chat_id != reach.private_id)
            here = (col(Change.chat_id) == reach.private_id, col(about).in_(theirs))
            await _change(session, update(Change).where(*here).values(chat_id=home))
    is_theirs = col(Change.is_forgotten).is_(True)
    columns = [_table(Change).c[name] for name in ("id", "before", "after", "is_forgotten")]
    named = or_(_has(Change.before, who), _has(Change.after, who), is_theirs)
    connection = await session.connection()
    rows = await connection.execute(sa.select(*columns).where(_of_groups(reach), named))
    gone, kept = [], []
    for key, before, after, by_them in rows.all():
        if is_of_their_habit({**before, **after}, who) or (by_them and not AWAY.isdisjoint(after)):
            gone.append(key)
        elif (left := (without(before, who), without(after, who))) != (before, after):
            kept.append({"row": key, "was": left[0], "now": left[1]})
    for some in _portions(gone):
        await _change(session, delete(Change).where(col(Change.id).in_(some)))
    table = _table(Change)
    changed = update(table).where(table.c.id == bindparam("row"))
    await _write(session, changed.values(before=bindparam("was"), after=bindparam("now")), kept)


def _of_groups(reach: Reach) -> ColumnElement[bool]:
    tasks = select(Task.id).where(col(Task.chat_id).in_(reach.chats))
    habits = select(Habit.id).where(col(Habit.chat_id).in_(reach.chats))
    return or_(
        col(Change.chat_id).in_(reach.chats),
        col(Change.task_id).in_(tasks),
        col(Change.habit_id).in_(habits),
    )


async def _tasks(session: AsyncSession, who: Traces, reach: Reach) -> None:
    named = or_(
        *(_has(column, who) for column in (Task.rotation, Task.ticked, Task.snoozed, Task.awaited)),
        _has(Task.said, who),
        func.coalesce(sa.cast(col(Task.said), sa.String), "").like('%"people"%'),
        col(Task.notes).contains(who.name, autoescape=True) if who.name else sa.false(),
    )
    query = select(Task.id).where(col(Task.chat_id).in_(reach.chats), named)
    for some in _portions((await session.exec(query)).all()):
        for task in (await read(session, selected(col(Task.id).in_(some)))).tasks:
            _without_them(task, who)
        await session.flush()
        session.expunge_all()


def _without_them(task: Task, who: Traces) -> None:
    task.rotation = rotation_without(task.rotation, who) if task.rotation else task.rotation
    task.ticked = without(task.ticked, who)
    task.snoozed = without(task.snoozed, who) or None
    task.awaited = awaited_without(task.awaited, who) if task.awaited else None
    if task.said is not None and who.is_told_in(task.said):
        task.said = None
    if (notes := unsigned(task.notes, who.name)) != task.notes:
        task.notes = notes
        task.searchable = searchable(task)


async def _habits(session: AsyncSession, who: Traces, reach: Reach) -> None:
    query = select(Habit).where(col(Habit.chat_id).in_(reach.chats), _has(Habit.snoozed, who))
    for habit in (await session.exec(query)).all():
        habit.snoozed = without(habit.snoozed, who) or None
    await session.flush()
    session.expunge_all()


async def _settings(session: AsyncSession, who: Traces, reach: Reach) -> None:
    query = select(Chat).where(col(Chat.id).in_(reach.chats), _has(Chat.settings, who))
    for chat in (await session.exec(query)).all():
        chat.settings = without(chat.settings, who)
    await session.flush()
    session.expunge_all()


async def _pushes(session: AsyncSession, who: Traces, reach: Reach) -> None:
    """Who assigned is not known any more; what tells of the person's own part is gone."""
    tasks = select(Task.id).where(col(Task.chat_id).in_(reach.chats))
    about = (col(Reminder.kind).in_(OF_PEOPLE), col(Reminder.task_id).in_(tasks))
    key = reach.user_id.hex
    of_them = or_(*(col(Reminder.key).startswith(f"{kind}-{key}-") for kind in OF_PEOPLE))
    await _change(session, delete(Reminder).where(*about, of_them))
    by_them, nobody = f"-{key}-", f"-{NOBODY}-"
    await _change(
        session,
        update(Reminder)
        .where(*about, col(Reminder.key).contains(by_them))
        .values(
            key=func.replace(col(Reminder.key), by_them, nobody),
            slot=func.replace(col(Reminder.slot), by_them, nobody),
        ),
    )


async def _talk(session: AsyncSession, who: Traces, reach: Reach) -> None:
    """Answers that have not left, and questions that wait, if they name the person; that they said
    something."""
    waiting = select(TaskMessage.chat_id, TaskMessage.message_id, TaskMessage.answer).where(
        col(TaskMessage.update_id).is_not(None), col(TaskMessage.chat_id).in_(reach.chats)
    )
    for chat_id, message_id, answer in (await session.exec(waiting)).all():
        if who.is_named_in(answer):
            row = (col(TaskMessage.chat_id) == chat_id, col(TaskMessage.message_id) == message_id)
            await _change(session, delete(TaskMessage).where(*row))
    asked = select(Question).where(col(Question.chat_id).in_(reach.chats))
    for question in (await session.exec(asked)).all():
        if who.is_named_in(question.facts):
            await session.delete(question)
    await session.flush()
    session.expunge_all()
    said = col(ReceivedUpdate.said_in) == who.telegram_id
    await _change(session, update(ReceivedUpdate).where(said).values(said_in=None))


def _has(column: Any, who: Traces) -> ColumnElement[bool]:
    """The condition that a column of JSON has a key of somebody's, or their @username."""
    text = func.lower(sa.cast(col(column), sa.String))
    words = [*who.keys, *([awaited_name(who.username).strip('%"')] if who.username else [])]
    return or_(*(func.coalesce(text, "").like(f"%{word}%", escape="|") for word in words))


def _table(model: Any) -> sa.Table:
    table: sa.Table = model.__table__
    return table


def _portions(keys: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (keys[first : first + AT_ONCE] for first in range(0, len(keys), AT_ONCE))


async def _change(session: AsyncSession, statement: Any) -> None:
    await session.exec(statement.execution_options(synchronize_session=False))


async def _write(session: AsyncSession, statement: Any, rows: Collection[dict[str, Any]]) -> None:
    connection = await session.connection()
    kept = list(rows)
    for first in range(0, len(kept), AT_ONCE):
        await connection.execute(statement, kept[first : first + AT_ONCE])
