"""What became of a message, kept as rows: the one place where an Outcome means something for
people, chats, tasks and pushes."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.outgoing.outcomes import (
    Blocked,
    Failed,
    Gone,
    Kicked,
    Moved,
    Muted,
    Nothing,
    Outcome,
    Sent,
    TopicGone,
    final_of,
    message_id_of,
)
from bot.replies import Address, Edit, Kept, Leaving, Notice, Say, Shown
from storage.models import PushState
from storage.people.chats import known_chat, migrate_chat, set_unreachable
from storage.people.users import set_blocked
from storage.pushes.arrived import Arrived, mark_all_sent
from storage.pushes.messages import still_asks
from storage.pushes.outcomes import (
    came_in_general,
    mark_closed,
    mark_dead,
    mark_edited,
    mark_held,
    mark_perhaps_sent,
    mark_sent,
    put_off,
    tell_creator,
)
from storage.talk import answers
from storage.tasks.find import show_in_message

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.claims import Claim

log = structlog.get_logger(__name__)

FIRST_BACKOFF = 1.0  # seconds
LONGEST_BACKOFF = 300.0
UNCLEAR_SOON = 2  # unclear tries, after which a push waits long
UNCLEAR_WAIT = timedelta(seconds=1.8)  # by then it is known whether Telegram answers at all
LONG_WAIT = timedelta(hours=1)
UNCLEAR_LIMIT = 3  # unclear tries, with which a push counts as sent


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply to an update and where it goes. `kept_at`: None for one that is not kept."""

    reply: Leaving
    address: Address
    update_id: int
    kept_at: datetime | None = None


async def keep_answer(
    session: AsyncSession, *, answer: Answer, outcome: Outcome, now: datetime
) -> None:
    """Keep what became of an answer to a person: which message shows its task now."""
    chat_id = await keep_reach(session, outcome, answer.address.chat_id, now=now)
    final, reply = final_of(outcome), answer.reply
    if answer.kept_at is not None and not isinstance(reply, Notice):
        await _settle(session, answer.update_id, reply, final)
    following = reply.more if isinstance(reply, Say) and isinstance(final, Sent) else ()
    for message, what in zip(following, getattr(final, "more", ()), strict=False):
        await _show(session, message, what, chat_id, now=now)


async def keep_together(
    session: AsyncSession, *, chat_id: int, outcome: Outcome, updates: Sequence[int], now: datetime
) -> None:
    """Keep what became of one message that answers several updates: it shows no single task."""
    await keep_reach(session, outcome, chat_id, now=now)
    await answers.drop_several(session, updates)


async def _settle(session: AsyncSession, update_id: int, reply: Kept, final: Outcome) -> None:
    """The row of an answer becomes that of a message that shows a task, or goes."""
    is_there = isinstance(final, Sent) or (isinstance(final, Nothing) and isinstance(reply, Edit))
    if reply.about is None or not is_there:
        await answers.drop(session, update_id)
        return
    message_id = final.message_id if isinstance(final, Sent) else None
    await answers.settle(session, update_id, message_id)


async def _show(
    session: AsyncSession, reply: Shown, outcome: Outcome, chat_id: int, *, now: datetime
) -> None:
    """Record the task that a further message shows."""
    message_id = message_id_of(outcome)
    if reply.about is not None and message_id is not None:
        chat = await known_chat(session, chat_id)
        if chat is not None:  # else it was erased in between
            await show_in_message(session, reply.about, message_id, chat=chat, now=now)


async def keep_pushes(
    session: AsyncSession, pushes: Sequence[tuple[Claim, Outcome]], *, now: datetime
) -> Set[UUID]:
    """Keep those outcomes from which nothing follows, in a few statements; the keys of their first
    rows. The others are left to `keep_push`."""
    arrived = [
        Arrived(claimed, outcome.message_id)
        for claimed, outcome in pushes
        if isinstance(outcome, Sent)
    ]
    return await mark_all_sent(session, arrived, now=now) if arrived else frozenset()


async def keep_push(
    session: AsyncSession, claimed: Claim, outcome: Outcome, *, now: datetime
) -> None:
    """Keep what became of a claimed push; its claim ends."""
    await _keep_where(session, claimed, outcome, now=now)
    closing = claimed.row.state == PushState.CLOSING
    match final_of(outcome):
        case Sent() | Nothing() if closing:
            asks = await still_asks(session, claimed, now=now)
            await mark_edited(session, claimed, still_asks=asks)
        case Sent() | Nothing():
            await mark_sent(session, claimed, message_id_of(outcome), now=now)
        case Blocked() | Kicked() | Muted() | Gone() if closing:
            await mark_closed(session, claimed)
        case Blocked() | Kicked() | Muted() | Gone():
            await hold_or_tell_creator(session, claimed, now=now)
        case Failed(permanent=True) if isinstance(outcome, TopicGone) and (
            not closing and await tell_creator(session, claimed, now=now)
        ):
            pass  # the topic is closed, and so is the general one
        case Failed(permanent=True, reason=reason):
            log.error("refused for good", reminder=str(claimed.row.id), reason=reason)
            await mark_dead(session, claimed, reason, now=now)
        case Failed(ambiguous=True, reason=reason) if not closing:
            await _keep_unclear(session, claimed, reason, now=now)
        case Failed(retry_after=seconds):
            again_at = now + _wait(claimed, seconds)
            on_time_at = now if seconds else None
            await put_off(session, claimed, again_at, failed=not seconds, on_time_at=on_time_at)
        case Moved() | TopicGone():  # final_of goes behind these
            pass


async def _keep_where(
    session: AsyncSession, claimed: Claim, outcome: Outcome, *, now: datetime
) -> None:
    await keep_reach(session, outcome, claimed.chat.telegram_id, now=now)
    if isinstance(outcome, TopicGone):
        await came_in_general(session, claimed)


async def _keep_unclear(
    session: AsyncSession, claimed: Claim, reason: str, *, now: datetime
) -> None:
    """A try that perhaps arrived: people had better see a reminder twice than never, and not
    every few minutes while Telegram delivers and answers with failures."""
    if is_given_up(claimed):
        facts = {"reminder": str(claimed.row.id), "reason": reason}
        log.error("a reminder counts as sent after unclear tries", **facts)
        await mark_perhaps_sent(session, claimed, reason, now=now)
    else:
        wait = LONG_WAIT if _unclear_tries(claimed) + 1 == UNCLEAR_SOON else UNCLEAR_WAIT
        await put_off(session, claimed, now + wait, unclear=True)


def is_given_up(claimed: Claim) -> bool:
    """Whether one more unclear try of a push is the last."""
    return _unclear_tries(claimed) + 1 >= UNCLEAR_LIMIT


def _unclear_tries(claimed: Claim) -> int:
    return max(row.unclear or 0 for row in claimed.rows)


async def hold_or_tell_creator(session: AsyncSession, claimed: Claim, *, now: datetime) -> None:
    """A chat cannot be reached: whoever made a group's task is told in private, else it waits."""
    if not await tell_creator(session, claimed, now=now):
        await mark_held(session, claimed)


async def keep_reach(
    session: AsyncSession, outcome: Outcome, chat_id: int, *, now: datetime
) -> int:
    """Keep that a chat has moved, or that its person or the group cannot be reached; the chat's
    Telegram id from now on."""
    match outcome:
        case Moved(new_chat_id, then):
            await migrate_chat(session, old_id=chat_id, new_id=new_chat_id)
            return await keep_reach(session, then, new_chat_id, now=now)
        case TopicGone(then):
            return await keep_reach(session, then, chat_id, now=now)
        case Blocked() | Kicked() | Muted() | Gone() if chat_id > 0 or isinstance(outcome, Blocked):
            await set_blocked(session, chat_id, blocked=True, now=now)  # private: a person's id
        case Kicked() | Muted() | Gone():
            await set_unreachable(session, chat_id, unreachable=True, now=now)
        case _:
            pass
    return chat_id


def _wait(claimed: Claim, seconds: float) -> timedelta:
    """What Telegram or its pace asks for, else longer after each failure, with jitter."""
    if seconds:
        return timedelta(seconds=seconds)
    failures = min(claimed.row.attempts, 12)  # this one counted
    backoff = min(FIRST_BACKOFF * 2.0 ** (failures - 1), LONGEST_BACKOFF)
    return timedelta(seconds=backoff * random.uniform(0.5, 1.0))  # noqa: S311  no secret
