"""Commands taken back: a person's last one in a chat, or the one whose button is pressed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import ChangedSince, NothingToUndo
from storage.history.kinds import Recordable, facts_of
from storage.history.recording import recorded
from storage.models import Action, Change, Chat, Task
from storage.undo.kinds import Undone, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed

UNDO_LASTS = timedelta(hours=24)


async def undo_last(session: AsyncSession, *, chat: Chat, deed: Deed) -> list[Undone]:
    """Take back the asker's last command in this chat.

    Raises NothingToUndo; ChangedSince if the same thing was changed again by somebody else; and
    HabitExists or TooMany if a habit's name or place in its list was taken since.
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
    """The changes that can be taken back still, newest first."""
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
    kind = kind_of(change)
    thing = await kind.find(session, change, deed)
    if await _changed_since(session, change, thing):
        raise ChangedSince(thing.number if isinstance(thing, Task) else None)
    await kind.check(session, thing, change)
    with recorded(session, thing, Action.UNDO, deed):
        await kind.apply(session, thing, change, deed)
    change.undone_at = deed.now
    return kind.undone(Action(change.action), thing)


async def _changed_since(session: AsyncSession, change: Change, thing: Recordable) -> bool:
    """Whether what a change has set has another value now; or whether other people have changed
    what it added."""
    current = facts_of(thing)
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
