"""All of a person's data erased, in the transaction of whoever asks for it.

Their private list goes with all that hangs on it, their own part in groups goes, and what they have
shared there stays without their name. Nothing tells afterwards that they have been here: whoever
writes again is new.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col, select

from storage.database import note_erased, plan_changed
from storage.erasing.shared import Reach, groups_of, take_out
from storage.erasing.traces import Traces
from storage.models import Chat, ChatKind, Membership, MemberStatus, Task, User
from storage.people.changed import changed_chats
from storage.people.members import set_member_status

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

AT_ONCE = 500  # tasks that are deleted in one statement: nobody waits long for the next


async def erase_person(session: AsyncSession, user: User, *, now: datetime) -> None:
    """Erase all that the store has of a person. The session's objects are let go of.

    Whoever writes beside this transaction and names the person waits for it, and fails then: their
    update is done again, and finds nobody.
    """
    await session.flush()
    await session.exec(select(User.id).where(User.id == user.id).with_for_update())
    private = await _private_chat(session, user)
    await _leave_groups(session, user, private, now=now)
    who = Traces(
        frozenset(key.hex for key in (user.id, private.id if private else None) if key),
        user.username or "",
        user.name,
        user.telegram_id,
    )
    groups = await groups_of(session, who, user.id)
    reach = Reach(user.id, private.id if private else None, groups)
    session.expunge_all()
    await take_out(session, who, reach)
    if reach.private_id is not None:
        await _delete_list(session, reach.private_id)
    await session.exec(delete(User).where(col(User.id) == reach.user_id))
    note_erased(session.info)


async def _private_chat(session: AsyncSession, user: User) -> Chat | None:
    query = select(Chat).where(Chat.telegram_id == user.telegram_id, Chat.kind == ChatKind.PRIVATE)
    return (await session.exec(query)).first()


async def _leave_groups(
    session: AsyncSession, user: User, private: Chat | None, *, now: datetime
) -> None:
    """What they leave behind in groups goes on as after anybody who leaves."""
    query = (
        select(Chat)
        .join(Membership, col(Membership.chat_id) == col(Chat.id))
        .where(Membership.user_id == user.id, Membership.standing != MemberStatus.GONE)
        .where(Chat.kind != ChatKind.PRIVATE)
    )
    for chat in (await session.exec(query)).all():
        await set_member_status(session, user, chat, MemberStatus.GONE, now=now)
    if private is not None:  # nothing is planned for it any more
        changed_chats(session).pop(private.id, None)
    await plan_changed(session)
    await session.flush()


async def _delete_list(session: AsyncSession, chat_id: UUID) -> None:
    """A private chat with its tasks and habits, a part of the tasks at a time."""
    while True:
        some = select(Task.id).where(Task.chat_id == chat_id).limit(AT_ONCE)
        gone = await session.exec(delete(Task).where(col(Task.id).in_(some)))
        if not gone.rowcount:
            break
        await asyncio.sleep(0)
    await session.exec(delete(Chat).where(col(Chat.id) == chat_id))
