"""Whose database this is. Ids of messages and updates are each bot's own: two bots cannot share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, update
from sqlmodel import col, select

from storage.errors import AnotherBot
from storage.models import OwnBot, PushState, ReceivedUpdate, Reminder, TaskMessage
from storage.upserts import insert_new, put

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

ONLY = 1  # the key of the only row


async def own(session: AsyncSession, bot_id: int) -> None:
    """Keep the id of the first bot that comes. Raises AnotherBot for any other."""
    await insert_new(session, OwnBot(id=ONLY, telegram_id=bot_id))
    owner = (await session.exec(select(OwnBot.telegram_id))).one()
    if owner != bot_id:
        raise AnotherBot(owner)


async def change_owner(session: AsyncSession, bot_id: int) -> bool:
    """Make this bot the owner, and forget what only another one could use.

    These are its messages, answers on their way included, and the receipts of its updates. People
    who blocked it get what is held for them when they write to this one. False: nothing to forget.
    """
    owner = (await session.exec(select(OwnBot.telegram_id))).first()
    if owner == bot_id:
        return False
    await put(session, OwnBot(id=ONLY, telegram_id=bot_id))
    if owner is None:
        return False
    await session.exec(delete(TaskMessage))
    await session.exec(delete(ReceivedUpdate))
    in_chats = col(Reminder.state).in_((PushState.SENT, PushState.CLOSING))
    await session.exec(update(Reminder).where(in_chats).values(state=PushState.CLOSED))
    await session.exec(update(Reminder).values(message_id=None))
    return True
