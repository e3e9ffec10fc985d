"""Who is in which chat, and what they are there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, or_, update
from sqlmodel import col, select

from storage.errors import MembershipUnknown
from storage.models import (
    Assignment,
    Chat,
    ChatKind,
    Habit,
    Membership,
    MemberStatus,
    PushKind,
    PushState,
    Reminder,
    Task,
    User,
)
from storage.people.access import MEMBERSHIP_LASTS
from storage.people.changed import ChangedChat, changed_chats, left_chats, note_known
from storage.people.preferences import default_zone_of, preferences_in
from storage.upserts import insert_new

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

WAITING = (PushState.PENDING, PushState.HELD)  # as in storage.pushes.kinds
SEEN_AGAIN = timedelta(minutes=30)  # a row is not written more often than this for "seen here"
TRUSTED_WITHOUT_ANSWER = timedelta(minutes=5)


async def set_member_status(
    session: AsyncSession, user: User, chat: Chat, status: MemberStatus, *, now: datetime
) -> None:
    """Record what a person is in a chat.

    People who leave lose access and their open assignments at once.
    """
    known = await session.get(Membership, (user.id, chat.id))
    if known is None:
        row = Membership(user_id=user.id, chat_id=chat.id, standing=status, checked_at=now)
        if await insert_new(session, row) and status is not MemberStatus.GONE:
            _has_come(session, user, chat, now=now)
        return
    if known.standing == MemberStatus.GONE and status is not MemberStatus.GONE:
        _has_come(session, user, chat, now=now)
    if MemberStatus.GONE in {known.standing, status} and known.standing != status:
        await _plan_pushes_again(session, user, chat, now=now)
    if known.standing != status or abs(now - known.checked_at) > SEEN_AGAIN:
        known.standing, known.checked_at = status, now
    if status is MemberStatus.GONE:
        await _unassign(session, user.id, chat.id)
        left_chats(session)[chat.id] = now


def _has_come(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> None:
    if not chat.is_private:  # which has no assignees
        note_known(session, user, chat.id, now=now)


async def _plan_pushes_again(
    session: AsyncSession, user: User, chat: Chat, *, now: datetime
) -> None:
    """A group's habits stop reminding people who left it, and remind those who returned."""
    own = select(Chat).where(Chat.telegram_id == user.telegram_id, Chat.kind == ChatKind.PRIVATE)
    private = (await session.exec(own)).first()
    if private is not None and private.id != chat.id:
        zone = preferences_in(private, user, default_zone=default_zone_of(session)).zone
        changed_chats(session).setdefault(private.id, ChangedChat(zone, now))
    zone = preferences_in(chat, None, default_zone=default_zone_of(session)).zone
    changed_chats(session).setdefault(chat.id, ChangedChat(zone, now))


async def seen_here(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> None:
    """Record that a person wrote in a chat: they are in it; an administrator remains one."""
    known = await session.get(Membership, (user.id, chat.id))
    administrator = known is not None and known.standing == MemberStatus.ADMINISTRATOR
    status = MemberStatus.ADMINISTRATOR if administrator else MemberStatus.MEMBER
    await set_member_status(session, user, chat, status, now=now)


async def _unassign(session: AsyncSession, user_id: UUID, chat_id: UUID) -> None:
    """People who have left a chat hear nothing more about its tasks and habits: nor are messages
    in their private chats changed, which would tell what became of them."""
    private = select(Chat.id).join(User, col(User.telegram_id) == col(Chat.telegram_id))
    await _end_snoozes(session, private.where(User.id == user_id), chat_id)
    await _forget_messages(session, private.where(User.id == user_id), chat_id)
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id).in_(select(Task.id).where(Task.chat_id == chat_id)),
            col(Reminder.chat_id).in_(private.where(User.id == user_id)),
            col(Reminder.state).in_(WAITING),
        )
    )
    # of what is done, too: it may be opened again
    here = select(Task.id).where(Task.chat_id == chat_id)
    await session.exec(
        delete(Assignment).where(
            col(Assignment.user_id) == user_id, col(Assignment.task_id).in_(here)
        )
    )


async def _forget_messages(
    session: AsyncSession, private: SelectOfScalar[UUID], chat_id: UUID
) -> None:
    """What was sent to somebody of a group's things stays as it is; the rows stay, so that nothing
    is sent again to whoever comes back."""
    await session.exec(
        update(Reminder)
        .where(
            or_(
                col(Reminder.task_id).in_(select(Task.id).where(Task.chat_id == chat_id)),
                col(Reminder.habit_id).in_(select(Habit.id).where(Habit.chat_id == chat_id)),
            ),
            col(Reminder.chat_id).in_(private),
            col(Reminder.message_id).is_not(None),
        )
        .values(state=PushState.CLOSED, message_id=None, closed_by=None, claimed_until=None)
        .execution_options(synchronize_session=False)
    )


async def _end_snoozes(session: AsyncSession, private: SelectOfScalar[UUID], chat_id: UUID) -> None:
    """What somebody put off in private of a group's tasks does not come to them any more."""
    snoozes = select(Task, Reminder.chat_id).join(Reminder, col(Reminder.task_id) == col(Task.id))
    waits = (Reminder.kind == PushKind.SNOOZE, col(Reminder.state).in_(WAITING))
    here = (Task.chat_id == chat_id, col(Reminder.chat_id).in_(private))
    for task, own in (await session.exec(snoozes.where(*waits, *here))).all():
        left = {key: end for key, end in (task.snoozed or {}).items() if key != own.hex}
        task.snoozed = left or None


async def keep_answered_status(
    session: AsyncSession, user: User, chat: Chat, answer: MemberStatus | None, *, now: datetime
) -> None:
    """Record what Telegram answered when it was asked about a person in a chat.

    Without an answer (None) what was known is trusted for five minutes more, and an unknown
    person counts as not being in the chat.
    """
    known = await session.get(Membership, (user.id, chat.id))
    last = MemberStatus(known.standing) if known else MemberStatus.GONE
    await set_member_status(session, user, chat, answer or last, now=now)
    kept = await session.get_one(Membership, (user.id, chat.id))
    asked_at = now if answer else now - MEMBERSHIP_LASTS + TRUSTED_WITHOUT_ANSWER
    kept.checked_at = kept.asked_at = asked_at


async def members_of(session: AsyncSession, chat: Chat, *, limit: int) -> list[User]:
    """The people who are known to be in a chat, in the order of their names; not those who hide
    behind the chat or a channel."""
    here = select(User).join(Membership, col(Membership.user_id) == col(User.id))
    query = here.where(
        Membership.chat_id == chat.id,
        Membership.standing != MemberStatus.GONE,
        col(User.telegram_id) > 0,
    )
    return list((await session.exec(query.order_by(User.name, col(User.id)).limit(limit))).all())


async def members_page(
    session: AsyncSession, chat: Chat, *, first: int, most: int
) -> tuple[list[User], int]:
    """So many of `members_of`, from one of them on (0 is the first); and how many all are, 0 for a
    page behind the last."""
    query = (
        select(User, func.count().over())
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            Membership.chat_id == chat.id,
            Membership.standing != MemberStatus.GONE,
            col(User.telegram_id) > 0,
        )
        .order_by(col(User.name), col(User.id))
    )
    rows = (await session.exec(query.offset(max(first, 0)).limit(most))).all()
    return [user for user, _ in rows], rows[0][1] if rows else 0


async def members_named(
    session: AsyncSession,
    chat: Chat,
    usernames: Sequence[str],
    *,
    ids: Sequence[int] = (),
    keys: Sequence[UUID] = (),
) -> list[User]:
    """The members of a chat with these @usernames, in upper or lower case, or ids of Telegram's, or
    keys of ours.

    Raises MembershipUnknown for a known person of whom it is not known whether they are here.
    """
    query = (
        select(User, Membership)
        .outerjoin(
            Membership,
            and_(col(Membership.user_id) == col(User.id), col(Membership.chat_id) == chat.id),
        )
        .where(
            or_(
                func.lower(User.username).in_([name.lower() for name in usernames]),
                col(User.telegram_id).in_(ids),
                col(User.id).in_(keys),
            )
        )
        .order_by(col(User.name))
    )
    found = (await session.exec(query)).all()
    for user, membership in found:
        if membership is None:
            raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    return [user for user, known in found if known and known.standing != MemberStatus.GONE]
