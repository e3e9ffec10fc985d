"""People and chats: who talks where, kept as Telegram tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, func, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import is_postgresql
from storage.errors import MembershipUnknown, NotAllowed
from storage.models import (
    Assignment,
    Chat,
    ChatKind,
    Membership,
    PushState,
    Reminder,
    Standing,
    Task,
    TaskMessage,
    User,
)
from storage.people.access import MEMBERSHIP_LASTS
from storage.people.joining import join_chats
from storage.rules.preferences import preferences

RIGHTS_LAST = timedelta(minutes=5)
SEEN_AGAIN = timedelta(minutes=30)  # how old "seen here" may get before it is written anew


@dataclass(frozen=True, slots=True)
class Sender:
    """A person (or a chat that posts as itself) as an update names them."""

    telegram_id: int
    name: str
    username: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class ChatFacts:
    """A chat as an update names it."""

    telegram_id: int
    kind: ChatKind
    title: str
    username: str | None = None
    is_forum: bool = False


@dataclass(frozen=True, slots=True)
class ChangedChat:
    """A chat whose settings this transaction changes: its zone before, and when."""

    zone: str
    now: datetime


def changed_chats(session: AsyncSession) -> dict[UUID, ChangedChat]:
    """The chats that are reminded in another way from this transaction on."""
    changed: dict[UUID, ChangedChat] = session.info.setdefault("changed_chats", {})
    return changed


def zone_of(session: AsyncSession, settings: Mapping[str, Any]) -> str:
    """The IANA zone of a person's or group's settings, or the bot's own."""
    default = session.info.get("default_zone", "UTC")
    return preferences(settings, fallback={}, zone=default, language="en").zone


async def insert_new(session: AsyncSession, row: SQLModel) -> bool:
    """Insert a row unless its key or unique value is there already. Whether it was inserted."""
    table = row.__class__.__table__  # type: ignore[attr-defined]
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    values = {column.key: getattr(row, column.key) for column in table.columns}
    result = await session.exec(insert(table).values(values).on_conflict_do_nothing())
    return result.rowcount == 1


async def meet_user(session: AsyncSession, sender: Sender, *, now: datetime) -> User:
    """The User row of a sender: made at first sight, written again only when something changed."""
    query = select(User).where(User.telegram_id == sender.telegram_id)
    user = (await session.exec(query)).first()
    if user is None:
        new = User(
            telegram_id=sender.telegram_id,
            name=sender.name,
            username=sender.username,
            telegram_language=sender.language,
            created_at=now,
            updated_at=now,
        )
        await insert_new(session, new)
        user = (await session.exec(query)).one()
    _refresh(
        user,
        {
            "name": sender.name,
            "username": sender.username,
            "telegram_language": sender.language or user.telegram_language,
        },
        now=now,
    )
    return user


async def meet_chat(session: AsyncSession, facts: ChatFacts, *, now: datetime) -> Chat:
    """The Chat row of a chat, as `meet_user` does it."""
    query = select(Chat).where(Chat.telegram_id == facts.telegram_id)
    chat = (await session.exec(query)).first()
    if chat is None:
        new = Chat(
            telegram_id=facts.telegram_id,
            kind=facts.kind,
            title=facts.title,
            username=facts.username,
            is_forum=facts.is_forum,
            created_at=now,
            updated_at=now,
        )
        await insert_new(session, new)
        chat = (await session.exec(query)).one()
        if chat.is_private:  # what they were assigned before is pushed here from now on
            changed_chats(session)[chat.id] = ChangedChat(zone_of(session, {}), now)
    _refresh(
        chat,
        {
            "kind": facts.kind,
            "title": facts.title,
            "username": facts.username,
            "is_forum": facts.is_forum,
        },
        now=now,
    )
    return chat


def _refresh(row: User | Chat, told: dict[str, Any], *, now: datetime) -> None:
    changed = {key: value for key, value in told.items() if getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    if changed:
        row.updated_at = now


async def set_standing(
    session: AsyncSession, user: User, chat: Chat, standing: Standing, *, now: datetime
) -> None:
    """Keep what a person is in a chat. Who goes loses access, and open assignments, at once."""
    known = await session.get(Membership, (user.id, chat.id))
    if known is None:
        row = Membership(user_id=user.id, chat_id=chat.id, standing=standing, checked_at=now)
        await insert_new(session, row)
        return
    if Standing.GONE in {known.standing, standing} and known.standing != standing:
        await _reminded_otherwise(session, user, chat, now=now)
    if known.standing != standing or abs(now - known.checked_at) > SEEN_AGAIN:
        known.standing, known.checked_at = standing, now
    if standing is Standing.GONE:
        await _unassign(session, user.id, chat.id)


async def _reminded_otherwise(
    session: AsyncSession, user: User, chat: Chat, *, now: datetime
) -> None:
    """Who leaves a group, or returns, is told of its habits no more, or again."""
    own = select(Chat).where(Chat.telegram_id == user.telegram_id, Chat.kind == ChatKind.PRIVATE)
    private = (await session.exec(own)).first()
    if private is not None and private.id != chat.id:
        changed = ChangedChat(zone_of(session, user.settings), now)
        changed_chats(session).setdefault(private.id, changed)
    changed_chats(session).setdefault(chat.id, ChangedChat(zone_of(session, chat.settings), now))


async def seen_here(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> None:
    """Who writes in a chat is in it; what else they are there stays as it was known."""
    known = await session.get(Membership, (user.id, chat.id))
    administrator = known is not None and known.standing == Standing.ADMINISTRATOR
    standing = Standing.ADMINISTRATOR if administrator else Standing.MEMBER
    await set_standing(session, user, chat, standing, now=now)


async def standing_of(session: AsyncSession, user: User, chat: Chat) -> Membership | None:
    """What is known of a person in a chat."""
    return await session.get(Membership, (user.id, chat.id))


async def _unassign(session: AsyncSession, user_id: UUID, chat_id: UUID) -> None:
    """Somebody who has left is no longer told what the chat's tasks say."""
    private = select(Chat.id).join(User, col(User.telegram_id) == col(Chat.telegram_id))
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id).in_(select(Task.id).where(Task.chat_id == chat_id)),
            col(Reminder.chat_id).in_(private.where(User.id == user_id)),
            col(Reminder.state).in_((PushState.PENDING, PushState.HELD)),
        )
    )
    open_here = select(Task.id).where(Task.chat_id == chat_id, col(Task.completed_at).is_(None))
    await session.exec(
        delete(Assignment).where(
            col(Assignment.user_id) == user_id, col(Assignment.task_id).in_(open_here)
        )
    )


async def keep_standing(
    session: AsyncSession, user: User, chat: Chat, answer: Standing | None, *, now: datetime
) -> None:
    """Keep what Telegram answered of a person in a chat. Without an answer (None) what was known
    is trusted for five minutes more, and somebody unknown is not in the chat."""
    known = await session.get(Membership, (user.id, chat.id))
    last = Standing(known.standing) if known else Standing.GONE
    await set_standing(session, user, chat, answer or last, now=now)
    kept = await session.get_one(Membership, (user.id, chat.id))
    asked_at = now if answer else now - MEMBERSHIP_LASTS + timedelta(minutes=5)
    kept.checked_at = kept.asked_at = asked_at


async def check_administrator(
    session: AsyncSession, user: User, chat: Chat, *, action: str, now: datetime
) -> None:
    """Pass who may change what is the whole chat's: in a group its administrators.

    Raises NotAllowed, and MembershipUnknown when Telegram was not asked lately.
    """
    if chat.is_private or user.telegram_id == chat.telegram_id:  # an anonymous administrator
        return
    known = await session.get(Membership, (user.id, chat.id))
    if known is None or known.asked_at is None or now - known.asked_at > RIGHTS_LAST:
        raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    if known.standing != Standing.ADMINISTRATOR:
        raise NotAllowed(action)


async def set_preferences(
    session: AsyncSession, user: User, chat: Chat, chosen: Mapping[str, Any], *, now: datetime
) -> None:
    """Set what a person prefers in private, or a group's administrator for the group.

    Raises as `check_administrator` does.
    """
    await check_administrator(session, user, chat, action="settings", now=now)
    row = user if chat.is_private else chat
    before = zone_of(session, row.settings)
    row.settings = {**row.settings, **chosen}
    row.updated_at = now
    changed_chats(session).setdefault(chat.id, ChangedChat(before, now))


async def user_of(session: AsyncSession, telegram_id: int) -> User:
    """The row of a person who is known. Raises NoResultFound."""
    return (await session.exec(select(User).where(User.telegram_id == telegram_id))).one()


async def chat_of(session: AsyncSession, telegram_id: int) -> Chat:
    """The row of a chat that is known. Raises NoResultFound."""
    return (await session.exec(select(Chat).where(Chat.telegram_id == telegram_id))).one()


async def members_named(session: AsyncSession, chat: Chat, usernames: Sequence[str]) -> list[User]:
    """The members of a chat with these @usernames, in any case.

    Raises MembershipUnknown for a person of that name of whom nobody knows whether they are here.
    """
    query = (
        select(User, Membership)
        .outerjoin(
            Membership,
            and_(col(Membership.user_id) == col(User.id), col(Membership.chat_id) == chat.id),
        )
        .where(func.lower(User.username).in_([name.lower() for name in usernames]))
        .order_by(col(User.name))
    )
    found = (await session.exec(query)).all()
    for user, membership in found:
        if membership is None:
            raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    return [user for user, known in found if known and known.standing != Standing.GONE]


async def private_chat_of(session: AsyncSession, user_id: UUID) -> Chat | None:
    """The private chat of a person who has started the bot and not blocked it."""
    query = (
        select(Chat)
        .join(User, col(User.telegram_id) == col(Chat.telegram_id))
        .where(User.id == user_id, Chat.kind == ChatKind.PRIVATE, col(User.blocked_at).is_(None))
    )
    return (await session.exec(query)).first()


async def name_of(session: AsyncSession, user_id: UUID | None) -> str:
    """The name of a person, empty for nobody."""
    user = await session.get(User, user_id) if user_id else None
    return user.name if user else ""


async def set_blocked(
    session: AsyncSession, telegram_id: int, *, blocked: bool, now: datetime
) -> None:
    """Remember that a person stopped the bot, or came back."""
    query = select(User).where(User.telegram_id == telegram_id)
    user = (await session.exec(query)).first()
    if user is not None and (user.blocked_at is not None) != blocked:
        user.blocked_at = now if blocked else None


async def set_unreachable(
    session: AsyncSession, telegram_id: int, *, unreachable: bool, now: datetime
) -> None:
    """Remember that the bot is no longer in a chat, or is again."""
    query = select(Chat).where(Chat.telegram_id == telegram_id)
    chat = (await session.exec(query)).first()
    if chat is not None and (chat.unreachable_at is not None) != unreachable:
        chat.unreachable_at = now if unreachable else None


async def migrate_chat(session: AsyncSession, *, old_id: int, new_id: int) -> None:
    """A group became a supergroup: its row, and so its list, takes the new Telegram id.

    Both ids may have a row by now, since every update makes one of its chat; then the older row
    keeps its numbers and settings and the other is joined. Told twice it changes nothing more.
    """
    query = (
        select(Chat)
        .where(col(Chat.telegram_id).in_((old_id, new_id)))
        .order_by(col(Chat.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    chats = (await session.exec(query)).all()
    old = next((chat for chat in chats if chat.telegram_id == old_id), None)
    if old is None:
        return
    # a supergroup counts its messages from the beginning again
    await session.exec(delete(TaskMessage).where(col(TaskMessage.chat_id) == old.id))
    await session.exec(
        update(Reminder).where(col(Reminder.chat_id) == old.id).values(message_id=None)
    )
    kept = chats[0]
    for other in chats[1:]:
        await join_chats(session, other, into=kept)
    kept.telegram_id, kept.kind, kept.unreachable_at = new_id, ChatKind.SUPERGROUP, None
    await session.flush()


async def next_numbers(session: AsyncSession, chat: Chat, count: int) -> range:
    """Take the next task numbers of a chat. Its row stays locked until the transaction ends,
    so that parallel adds get different, consecutive ones."""
    last = await session.exec(
        update(Chat)
        .where(col(Chat.id) == chat.id)
        .values(next_number=Chat.next_number + count)
        .returning(col(Chat.next_number))
        .execution_options(synchronize_session=False)
    )
    end = last.scalar_one()
    return range(end - count, end)
