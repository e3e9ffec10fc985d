"""Who is asking, what they may see and what they may change.

Every query of tasks goes through `visible_to`, every query of habits through `visible_habits`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import and_, or_
from sqlmodel import col, select

from storage.among import among
from storage.errors import MembershipUnknown, NotAllowed
from storage.models import Board, Chat, Habit, Membership, MemberStatus, Task, User
from storage.rules.rights import Act, is_open, may

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

    from storage.people.asking import Asker, Deed

Thing = TypeVar("Thing", Task, Habit, Board)
MEMBERSHIP_LASTS = timedelta(hours=1)  # Telegram reports most departures at once, but not all
RIGHTS_LAST = timedelta(minutes=5)


def visible_to(asker: Asker) -> ColumnElement[bool]:
    """The condition on Task that holds for what the asker may read and change here."""
    return among(Task.chat_id, _chats_of(asker))


def visible_habits(asker: Asker) -> ColumnElement[bool]:
    """The condition on Habit that holds for what the asker may read and change here."""
    return among(Habit.chat_id, _chats_of(asker))


def _chats_of(asker: Asker) -> SelectOfScalar[UUID]:
    own = select(Membership.chat_id).where(
        Membership.user_id == asker.user_id, Membership.standing != MemberStatus.GONE
    )
    if not asker.in_private:
        own = own.where(Membership.chat_id == asker.chat_id)
    return own


async def check_memberships(session: AsyncSession, asker: Asker, *, now: datetime) -> None:
    """Raise MembershipUnknown if the membership in a chat that the asker reaches is out of date."""
    if not asker.in_private:
        return
    stale = (
        select(User.telegram_id, Chat.telegram_id)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .join(Chat, col(Chat.id) == col(Membership.chat_id))
        .where(User.id == asker.user_id)
    ).where(
        Membership.chat_id != asker.chat_id,
        Membership.standing != MemberStatus.GONE,
        Membership.checked_at < now - MEMBERSHIP_LASTS,
    )
    if found := (await session.exec(stale)).all():
        raise MembershipUnknown(found[0][0], tuple(chat_id for _, chat_id in found))


async def may_reach(session: AsyncSession, user: User, chat_id: UUID) -> bool:
    """Whether somebody is in a chat. Raises MembershipUnknown where nobody has asked yet."""
    known = await session.get(Membership, (user.id, chat_id))
    if known is None:
        chat = await session.get(Chat, chat_id)
        if chat is None or chat.is_private:
            return False
        raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    return known.standing != MemberStatus.GONE


async def home_of(session: AsyncSession, kind: type[Task | Habit], key: UUID) -> UUID | None:
    """The chat of a task or a habit, whoever may see it: to ask whether somebody is in it."""
    found: UUID | None = (await session.exec(select(kind.chat_id).where(kind.id == key))).first()
    return found


async def check_right(
    session: AsyncSession, act: Act, user: User, chat: Chat, *, now: datetime
) -> None:
    """Let only those pass who may do this to what belongs to a whole group.

    Raises NotAllowed, with the names of those who may, and MembershipUnknown when that hangs on
    what they are there and Telegram was not asked within five minutes.
    """
    if not await _has_right(session, act, user, chat, now=now):
        raise NotAllowed(act, await _who_may(session, chat.id))


async def check_removal(session: AsyncSession, thing: Thing, deed: Deed) -> None:
    """Let only those pass who may delete, archive or restore this. Raises as `check_right` does."""
    if refused := await without_right(session, [thing], deed):
        raise await removal_refused(session, refused)


async def check_for_all(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Let only those pass who may complete a task for others, too. Raises as `check_right` does."""
    if await _without(session, Act.FOR_ALL, [task], deed):
        raise NotAllowed(Act.FOR_ALL, await _who_may(session, task.chat_id, task.created_by))


async def without_right(session: AsyncSession, things: Sequence[Thing], deed: Deed) -> list[Thing]:
    """Those of the things that the asker may not delete, archive or restore.

    Raises MembershipUnknown as `check_right` does.
    """
    return await _without(session, Act.REMOVE, things, deed)


async def _without(
    session: AsyncSession, act: Act, things: Sequence[Thing], deed: Deed
) -> list[Thing]:
    user = await session.get_one(User, deed.asker.user_id)
    return [
        one
        for one in things
        if not await _has_right(
            session,
            act,
            user,
            await session.get_one(Chat, one.chat_id),
            now=deed.now,
            owner_id=one.created_by,
        )
    ]


async def removal_refused(session: AsyncSession, things: Sequence[Thing]) -> NotAllowed:
    """The refusal to delete, archive or restore these; with the names of those who may, where
    these are the same for all of them."""
    chats, owners = {one.chat_id for one in things}, {one.created_by for one in things}
    is_one = len(chats) == len(owners) == 1
    who = await _who_may(session, chats.pop(), owners.pop()) if is_one else ()
    return NotAllowed(Act.REMOVE, who)


async def _has_right(
    session: AsyncSession,
    act: Act,
    user: User,
    chat: Chat,
    *,
    now: datetime,
    owner_id: UUID | None = None,
) -> bool:
    """A private chat is its person's own. Telegram is not asked when it makes no difference."""
    is_own = owner_id == user.id
    opened = is_open(chat.settings)
    if chat.is_private or may(act, is_own=is_own, is_open=opened, is_administrator=False):
        return True
    return await is_administrator(session, user, chat, now=now)


async def is_administrator(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> bool:
    """Whether somebody is an administrator of a group, by what Telegram has said within five
    minutes.

    Who posts as the group itself is an anonymous administrator; who posts as a channel is none,
    and Telegram does not tell of channels. Raises MembershipUnknown.
    """
    if user.telegram_id < 0:
        return user.telegram_id == chat.telegram_id
    known = await _membership(session, user, chat)
    if known is None or known.asked_at is None or now - known.asked_at > RIGHTS_LAST:
        raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    return known.standing == MemberStatus.ADMINISTRATOR


async def _membership(session: AsyncSession, user: User, chat: Chat) -> Membership | None:
    """Read once in a transaction, however many tasks are deleted in it."""
    held: dict[tuple[UUID, UUID], Membership | None] = session.info.setdefault("standings", {})
    key = (user.id, chat.id)
    if key not in held:
        held[key] = await session.get(Membership, key)
    return held[key]


async def _who_may(
    session: AsyncSession, chat_id: UUID, owner_id: UUID | None = None, *, limit: int = 3
) -> tuple[str, ...]:
    """The names of those who may: whoever added it, if they are still there, and administrators.

    None while no administrator is known: then the names would be less than the truth.
    """
    is_administrator = col(Membership.standing) == MemberStatus.ADMINISTRATOR
    is_owner = and_(col(User.id) == owner_id, col(Membership.standing) != MemberStatus.GONE)
    query = (
        select(User.name, is_administrator)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(Membership.chat_id == chat_id, col(User.telegram_id) > 0)
        .where(or_(is_administrator, is_owner))
        .order_by(is_owner.desc(), col(User.name))
        .limit(limit)
    )
    found = (await session.exec(query)).all()
    return tuple(name for name, _ in found) if any(known for _, known in found) else ()
