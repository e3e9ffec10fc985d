"""Commands taken back: a person's last one in a chat, or the one whose button is pressed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists, or_
from sqlmodel import col, select

from storage.errors import ChangedSince, NothingToUndo, NotYours
from storage.history.changed import undone_batches
from storage.history.kinds import Moments, Recordable, facts_of
from storage.history.recording import recorded
from storage.models import Action, Change, Chat, Membership, MemberStatus, Task, User
from storage.people.access import check_right
from storage.rules.rights import Act
from storage.tasks.find import get_tasks
from storage.undo.kinds import Undone, kind_of
from storage.undo.many import added_many, check_taking_out, in_portions, take_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    last = select(Change.batch).where(*own, *_undoable(deed)).order_by(col(Change.id).desc())
    mine = col(Change.user_id) == deed.asker.user_id
    return await _undo(
        session, mine, col(Change.batch) == last.limit(1).scalar_subquery(), deed=deed
    )


async def undo_batch(session: AsyncSession, batch: UUID, *, deed: Deed) -> list[Undone]:
    """Take back one command of the asker's. Raises as `undo_last` does; NotYours for one that
    somebody else gave in this chat."""
    return await _undo_own(session, batch, deed=deed)


async def undo_single(session: AsyncSession, batch: UUID, *, deed: Deed) -> list[Undone]:
    """Take back a command of the asker's that was one change. Raises as `undo_batch` does, before
    anything is changed; NothingToUndo for one that was more."""
    mine = (col(Change.batch) == batch, col(Change.user_id) == deed.asker.user_id)
    return await _undo(session, *mine, deed=deed, is_single=True)


async def undo_of_task(
    session: AsyncSession, batch: UUID, task: Task, *, deed: Deed
) -> list[Undone]:
    """Take back what one command of the asker's did to one task. Raises as `undo_batch` does."""
    return await _undo_own(session, batch, col(Change.task_id) == task.id, deed=deed)


async def _undo_own(
    session: AsyncSession, batch: UUID, *conditions: ColumnElement[bool], deed: Deed
) -> list[Undone]:
    chosen = (col(Change.batch) == batch, *conditions)
    mine = col(Change.user_id) == deed.asker.user_id
    try:
        return await _undo(session, mine, *chosen, deed=deed)
    except NothingToUndo:
        other = await _who_did(session, batch, deed)
        if other is None:
            raise
    await _check_in_its_name(session, other, deed)
    return await _undo(session, col(Change.user_id) == other.id, *chosen, deed=deed)


async def _check_in_its_name(session: AsyncSession, other: User, deed: Deed) -> None:
    """What was done in the name of the group is any administrator's to take back: nobody knows
    which of them did it, and a button is pressed in one's own name.

    Raises NotYours for what a person did, else as `check_right` does.
    """
    chat = await session.get_one(Chat, deed.asker.chat_id)
    if other.telegram_id != chat.telegram_id:
        raise NotYours(other.name)
    user = await session.get_one(User, deed.asker.user_id)
    await check_right(session, Act.UNDO, user, chat, now=deed.now)


async def _who_did(session: AsyncSession, batch: UUID, deed: Deed) -> User | None:
    """Whose command that was, if somebody else gave it in the asker's chat and it can still be
    taken back. Only a member of the chat is told."""
    is_member = exists().where(
        col(Membership.chat_id) == deed.asker.chat_id,
        col(Membership.user_id) == deed.asker.user_id,
        col(Membership.standing) != MemberStatus.GONE,
    )
    query = (
        select(User)
        .join(Change, col(Change.user_id) == col(User.id))
        .where(
            col(Change.batch) == batch,
            col(Change.chat_id) == deed.asker.chat_id,
            col(Change.user_id) != deed.asker.user_id,
            is_member,
            *_undoable(deed),
        )
    )
    return (await session.exec(query)).first()


async def _undo(
    session: AsyncSession, *conditions: ColumnElement[bool], deed: Deed, is_single: bool = False
) -> list[Undone]:
    """Take back the changes that these conditions select, newest first; or the only one."""
    query = (
        select(Change)
        .where(*conditions, *_undoable(deed))
        .order_by(col(Change.id).desc())
        .with_for_update()
    )
    changes = (await session.exec(query)).all()
    if not changes or (is_single and len(changes) > 1):
        raise NothingToUndo
    many = added_many(changes)
    apart = {change.id for change in many}
    others = [change for change in changes if change.id not in apart]
    at_hand = await get_tasks(session, _tasks_of(others), asker=deed.asker)
    elsewhere = await _changed_by_others(session, others)
    undone = [
        await _take_back(session, change, at_hand, deed, by_others=change.id in elsewhere)
        for change in others
    ]
    return [*await _take_out(session, many, deed), *undone]


async def _take_out(session: AsyncSession, added: Sequence[Change], deed: Deed) -> list[Undone]:
    """Take back what has added many tasks. Raises ChangedSince, NotAllowed."""
    if not added:
        return []
    await check_taking_out(session, deed)
    found: list[Undone] = []
    for some in in_portions(added):
        if await _changed_by_others(session, some):
            raise ChangedSince
        tasks = await take_out(session, some, deed)
        found += [Undone(Action.ADD, task=task) for task in tasks]
    return found


def _undoable(deed: Deed) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Change.undone_at).is_(None),
        col(Change.action) != Action.UNDO,
        col(Change.created_at) > deed.now - UNDO_LASTS,
    )


def _tasks_of(changes: Sequence[Change]) -> list[UUID]:
    return list({change.task_id for change in changes if change.task_id is not None})


async def _take_back(
    session: AsyncSession,
    change: Change,
    at_hand: Mapping[UUID, Task],
    deed: Deed,
    *,
    by_others: bool,
) -> Undone:
    kind = kind_of(change)
    thing = await kind.find(session, change, at_hand, deed)
    if by_others or _changed_since(change, thing):
        raise ChangedSince(thing.number if isinstance(thing, Task) else None)
    await kind.check(session, thing, change, deed)
    with recorded(session, thing, Action.UNDO, deed):
        await kind.apply(session, thing, change, deed)
    change.undone_at = deed.now
    undone_batches(session).add(change.batch)
    return kind.undone(change, thing)


def _changed_since(change: Change, thing: Recordable) -> bool:
    """Whether what a change has set has another value now."""
    if isinstance(thing, Moments):
        return False  # only tasks are among them that nobody has moved since
    current = facts_of(thing)
    return any(current.get(key) != value for key, value in change.after.items())


async def _changed_by_others(session: AsyncSession, changes: Sequence[Change]) -> set[UUID]:
    """Those of the changes that have added something which other people have changed since."""
    added = [change for change in changes if change.action == Action.ADD]
    if not added:
        return set()
    about = or_(
        col(Change.task_id).in_(_tasks_of(added)),
        col(Change.habit_id).in_([change.habit_id for change in added if change.habit_id]),
    )
    others = select(Change.task_id, Change.habit_id).where(
        about,
        col(Change.user_id).is_distinct_from(added[0].user_id),
        col(Change.action).not_in((Action.UNDO, Action.MISS)),
        col(Change.undone_at).is_(None),
        col(Change.created_at) >= added[0].created_at,  # what is imported was changed before, too
    )
    found = {key for keys in (await session.exec(others.distinct())).all() for key in keys if key}
    return {change.id for change in added if {change.task_id, change.habit_id} & found}
