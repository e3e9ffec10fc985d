"""Chats, kept as Telegram names them: met, lost, found again, migrated; and their task numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, update
from sqlmodel import col, select

from storage.models import AlbumPart, Board, Chat, ChatKind, Pin, Reminder, TaskMessage, User
from storage.people.changed import ChangedChat, changed_chats
from storage.people.joining import join_chats
from storage.people.preferences import default_zone_of
from storage.upserts import insert_new, refresh

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Update
    from sqlmodel.ext.asyncio.session import AsyncSession


@dataclass(frozen=True, slots=True)
class ChatFacts:
    """A chat as an update names it."""

    telegram_id: int
    kind: ChatKind
    title: str
    username: str | None = None
    is_forum: bool = False


async def meet_chat(
    session: AsyncSession,
    facts: ChatFacts,
    known: Chat | None = None,
    *,
    now: datetime,
    active_on: date | None = None,
) -> Chat:
    """Return the row of a chat: made at first sight, written again only when it changed.

    `known` is the row, where it is read already. `active_on`: the day on which somebody has done
    something there.
    """
    query = select(Chat).where(Chat.telegram_id == facts.telegram_id)
    chat = known or (await session.exec(query)).first()
    if chat is None:
        await insert_new(session, _new_chat(facts, active_on, now=now))
        chat = (await session.exec(query)).one()
        if chat.is_private:  # tasks that were assigned before are pushed here from now on
            changed_chats(session)[chat.id] = ChangedChat(default_zone_of(session), now)
    told = {
        "kind": facts.kind,
        "title": facts.title,
        "username": facts.username,
        "is_forum": facts.is_forum,
        "active_on": active_on or chat.active_on,
    }
    refresh(chat, told, now=now)
    return chat


def _new_chat(facts: ChatFacts, active_on: date | None, *, now: datetime) -> Chat:
    return Chat(
        telegram_id=facts.telegram_id,
        kind=facts.kind,
        title=facts.title,
        username=facts.username,
        is_forum=facts.is_forum,
        active_on=active_on,
        created_at=now,
        updated_at=now,
    )


async def chat_of(session: AsyncSession, telegram_id: int) -> Chat:
    """The row of a known chat. Raises NoResultFound."""
    return (await session.exec(select(Chat).where(Chat.telegram_id == telegram_id))).one()


async def known_chat(session: AsyncSession, telegram_id: int) -> Chat | None:
    """The row of a chat; None for one that is not known, or not any more."""
    return (await session.exec(select(Chat).where(Chat.telegram_id == telegram_id))).first()


async def private_chat_of(session: AsyncSession, user_id: UUID) -> Chat | None:
    """The private chat of a person who has started the bot and not blocked it, nor is banned."""
    query = (
        select(Chat)
        .join(User, col(User.telegram_id) == col(Chat.telegram_id))
        .where(
            User.id == user_id,
            Chat.kind == ChatKind.PRIVATE,
            col(User.blocked_at).is_(None),
            col(User.banned_at).is_(None),
        )
    )
    return (await session.exec(query)).first()


async def set_unreachable(
    session: AsyncSession, telegram_id: int, *, unreachable: bool, now: datetime
) -> None:
    """Record that the bot is no longer in a chat, or is in it again."""
    query = select(Chat).where(Chat.telegram_id == telegram_id)
    chat = (await session.exec(query)).first()
    if chat is not None and (chat.unreachable_at is not None) != unreachable:
        chat.unreachable_at = now if unreachable else None


async def migrate_chat(session: AsyncSession, *, old_id: int, new_id: int) -> None:
    """A group became a supergroup: its row, and so its list, takes the new Telegram id.

    Both ids may have a row by now, because every update makes one for its chat. Then the older
    row keeps its numbers and settings, and the newer row is joined into it. A second call for the
    same migration changes nothing.
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
    # a supergroup numbers its messages from 1 again
    await session.exec(
        delete(TaskMessage).where(
            col(TaskMessage.chat_id) == old.id, col(TaskMessage.update_id).is_(None)
        )
    )
    await session.exec(delete(AlbumPart).where(col(AlbumPart.chat_id) == old.id))
    await session.exec(
        update(Reminder).where(col(Reminder.chat_id) == old.id).values(message_id=None)
    )
    await session.exec(_boards_of([chat.id for chat in chats]))
    kept = chats[0]
    for other in chats[1:]:
        await join_chats(session, other, into=kept)
    kept.telegram_id, kept.kind, kept.unreachable_at = new_id, ChatKind.SUPERGROUP, None
    await session.flush()


def _boards_of(ids: Sequence[UUID]) -> Update:
    """Let the boards of a group that has moved come as new messages, and be pinned there."""
    return (
        update(Board)
        .where(col(Board.chat_id).in_(ids))
        .values(
            message_id=None,
            pin=Pin.WANTED,
            changes=Board.changes + 1,
            stale_at=Board.created_at,
        )
        .execution_options(synchronize_session=False)
    )


async def next_numbers(session: AsyncSession, chat: Chat, count: int) -> range:
    """Take the next `count` task numbers of a chat.

    The chat's row stays locked until the transaction ends, so that parallel transactions get
    different, consecutive numbers.
    """
    last = await session.exec(
        update(Chat)
        .where(col(Chat.id) == chat.id)
        .values(next_number=Chat.next_number + count)
        .returning(col(Chat.next_number))
        .execution_options(synchronize_session=False)
    )
    end = last.scalar_one()
    return range(end - count, end)
