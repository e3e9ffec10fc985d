"""What a claimed push says, and where; or that it waits, is held, or has nothing to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.jobs.saying import reader_of, said
from bot.outgoing.keeping import hold_or_tell_creator
from bot.replies import Address, Reply
from bot.views.groups.topics import in_topic
from storage.models import PushState
from storage.pushes.absent import end_absence, hold_for_absent
from storage.pushes.missed import move_on
from storage.pushes.outcomes import mark_closed, mark_sent, postpone
from storage.rules.offsets import push_at

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.claims import Claim


async def prepare(
    session: AsyncSession, claimed: Claim, *, now: datetime
) -> tuple[Reply, Address] | None:
    """What to say, and where; None when it has to wait, or nothing is to be said."""
    row, chat = claimed.row, claimed.chat
    where = Address(chat.telegram_id, row.topic)
    reader = reader_of(claimed.to, now=now, topic=row.topic)
    if row.state == PushState.CLOSING:
        where = replace(where, pressed=row.message_id)
        if row.message_id is None or chat.unreachable_at is not None:
            await mark_closed(session, claimed)
            return None
    elif await _cannot_be_told(session, claimed, now=now):
        return None
    elif (leaves_at := _leaves_at(claimed, now=now)) > now:
        await postpone(session, claimed, leaves_at)
        return None
    elif not await _goes_on(session, claimed, now=now):
        return None
    await end_absence(session, claimed, now=now)
    reply = await said(session, claimed, reader)
    if reply is None:
        await mark_sent(session, claimed, None, now=now)
        return None
    return in_topic(reply, chat, row.topic, reader.words), where


async def _cannot_be_told(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Whether the chat cannot be reached, or its person is banned: then somebody else is told, or
    it is held."""
    chat, owner = claimed.chat, claimed.owner
    is_shut = owner is not None and (owner.blocked_at or owner.banned_at) is not None
    if chat.unreachable_at is None and not is_shut:
        return False
    await hold_or_tell_creator(session, claimed, now=now)
    return True


async def _goes_on(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Whether a claim is to be sent now: its tasks are about what has come, and nobody is away."""
    moved = await move_on(session, claimed, now=now)
    return moved and not await hold_for_absent(session, claimed, now=now)


def _leaves_at(claimed: Claim, *, now: datetime) -> datetime:
    """When quiet hours let a push leave."""
    row, quiet = claimed.row, claimed.to.quiet
    return push_at(row.fire_at, on_purpose=row.on_purpose, quiet=quiet, now=now)
