"""Pushes what is due. Rows are claimed one at a time, so a killed process repeats one at most."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.jobs.schedule import Job
from bot.messages import Address, Reply
from bot.outbox import Outbox
from bot.outcomes import (
    Blocked,
    Failed,
    Gone,
    Kicked,
    Moved,
    Nothing,
    Outcome,
    Sent,
    TopicGone,
    final_of,
    message_id_of,
)
from bot.pace import Lane
from bot.texts import words_for
from bot.views import reminders as views
from bot.views.tasks import Reader
from storage.database import Database
from storage.lists import agenda
from storage.models import Chat, PushKind, PushState, Task
from storage.people import migrate_chat, private_chat_of, set_blocked, set_unreachable
from storage.planning import owner_of, quiet_hours
from storage.pushes import (
    Claim,
    claim,
    database_now,
    mark_closed,
    mark_dead,
    mark_held,
    mark_sent,
    next_fire_at,
    postpone,
    put_off,
    redirect,
    set_aside,
    tasks_of,
)
from storage.rules.preferences import preferences
from storage.rules.reminders import push_at

log = structlog.get_logger(__name__)

EVERY = timedelta(seconds=2)  # a moved clock, or another process's row, is noticed this soon
PATIENCE = 0.2  # seconds that a chat may keep the only worker waiting; then others go first
FIRST_BACKOFF = 1.0  # seconds
LONGEST_BACKOFF = 300.0
UNREACHABLE = (Blocked, Kicked, Gone)


class Reminders:
    """The worker. `run` pushes all that is due, and waits for what will be within `EVERY`."""

    def __init__(
        self, *, database: Database, outbox: Outbox, clock: Clock, default_zone: str
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._default_zone = default_zone
        self._stopping = False

    def job(self) -> Job:
        """For the schedule."""
        return Job("reminders", EVERY, self.run)

    def stop(self) -> None:
        """Begin no other push."""
        self._stopping = True

    async def run(self) -> None:
        """Push what is due until nothing is due within the next two seconds."""
        while not self._stopping:
            if await self.push_next():
                continue
            wait = await self._until_next()
            if wait is None:
                return
            await asyncio.sleep(wait)

    async def push_next(self) -> bool:
        """Push the next row that is due; False when there is none."""
        taken: list[UUID] = []
        try:
            async with self._database.begin() as session:
                now = await self._now(session)
                claimed = await claim(session, now=now)
                if claimed is None:
                    return False
                taken = [row.id for row in claimed.rows]
                reply, address = await self._prepare(session, claimed, now=now)
        except Exception as error:
            if not taken:
                raise
            await self._set_aside(taken, error)
            return True
        if reply is not None and address is not None:
            await self._push(claimed, reply, address)
        return True

    async def _set_aside(self, ids: Sequence[UUID], error: Exception) -> None:
        """What breaks one push must not hold up those behind it."""
        log.error("a reminder broke", reminder=str(ids[0]), exc_info=error)
        self.counts["broken"] += 1
        async with self._database.begin() as session:
            await set_aside(session, ids, repr(error), now=await self._now(session))

    async def _now(self, session: AsyncSession) -> datetime:
        """With several processes the database's clock decides; the playground's shift is added."""
        shared = await database_now(session) if self._clock.is_the_machines else None
        return shared.astimezone(UTC) + self._clock.offset if shared else self._clock.now()

    async def _until_next(self) -> float | None:
        """Seconds until the next row is due, if that is before the next run."""
        async with self._database.begin() as session:
            due = await next_fire_at(session)
            now = await self._now(session)
        if due is None or due - now > EVERY:
            return None
        return max(0.02, (due - now).total_seconds()) if due > now else None

    async def _prepare(
        self, session: AsyncSession, claimed: Claim, *, now: datetime
    ) -> tuple[Reply | None, Address | None]:
        """What to say, and where; nothing when it has to wait, or nothing is to be said."""
        row, chat = claimed.row, claimed.chat
        reader = await self._reader(session, chat, now=now)
        where = Address(chat.telegram_id, row.topic)
        if row.state == PushState.CLOSING:
            if row.message_id is None or chat.unreachable_at is not None:
                await mark_closed(session, claimed)
                return None, None
            return views.closed(claimed.task, reader), replace(where, pressed=row.message_id)
        if chat.unreachable_at is not None or await self._is_blocked(session, chat):
            await mark_held(session, claimed)
            return None, None
        quiet = await quiet_hours(session, chat)
        leaves_at = push_at(row.fire_at, on_purpose=row.on_purpose, quiet=quiet, now=now)
        if leaves_at > now:
            await postpone(session, claimed, leaves_at)
            return None, None
        reply = await self._words(session, claimed, reader)
        if reply is None:
            await mark_sent(session, claimed, None, now=now)
        return reply, where

    async def _is_blocked(self, session: AsyncSession, chat: Chat) -> bool:
        owner = await owner_of(session, chat)
        return owner is not None and owner.blocked_at is not None

    async def _reader(self, session: AsyncSession, chat: Chat, *, now: datetime) -> Reader:
        owner = await owner_of(session, chat)
        chosen = preferences(
            owner.settings if owner else chat.settings,
            fallback={},
            zone=self._default_zone,
            language=owner.telegram_language if owner else "",
        )
        shown = replace(chosen, is_shared=not chat.is_private)
        return Reader(words_for(chosen.language), shown, now, chat.id)

    async def _words(self, session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
        row = claimed.row
        if row.kind in {PushKind.AGENDA, PushKind.REVIEW, PushKind.SUMMARY}:
            zone = reader.preferences.zone
            tasks = await agenda(session, claimed.chat, zone=zone, now=reader.now)
            title = str(row.kind)
        elif len(claimed.rows) > 1:
            tasks, title = await tasks_of(session, claimed.rows), "missed"
        else:
            return self._one(claimed, claimed.task, reader)
        return views.digest(tasks, reader, title=title) if tasks else None

    def _one(self, claimed: Claim, task: Task | None, reader: Reader) -> Reply | None:
        if task is None or task.is_done or task.is_deleted:
            return None
        own = task.chat_id == claimed.chat.id and not claimed.chat.is_private
        return views.reminder(claimed.row, task, reader, mention=own)

    async def _push(self, claimed: Claim, reply: Reply, address: Address) -> None:
        is_digest = len(claimed.rows) > 1 or claimed.row.task_id is None
        lane = Lane.DIGEST if is_digest else Lane.REMINDER
        outcome = await self._outbox.post(reply, address, lane=lane, patience=PATIENCE)
        self.counts[type(final_of(outcome)).__name__.lower()] += 1
        async with self._database.begin() as session:
            await self._keep(session, claimed, outcome)

    async def _keep(self, session: AsyncSession, claimed: Claim, outcome: Outcome) -> None:
        now = await self._now(session)
        if isinstance(outcome, Moved):
            old = claimed.chat.telegram_id
            await migrate_chat(session, old_id=old, new_id=outcome.new_chat_id)
        closing = claimed.row.state == PushState.CLOSING
        match final_of(outcome):
            case Sent() | Nothing() if closing:
                await mark_closed(session, claimed)
            case Sent() | Nothing():
                await mark_sent(session, claimed, message_id_of(outcome), now=now)
            case Blocked() | Kicked() | Gone() as gone:
                await self._unreachable(session, claimed, gone, outcome, now=now)
            case Failed(permanent=True, reason=reason):
                log.error("refused for good", reminder=str(claimed.row.id), reason=reason)
                await mark_dead(session, claimed, reason, now=now)
            case Failed(retry_after=seconds):
                await put_off(session, claimed, now + _wait(claimed, seconds))
            case Moved() | TopicGone():  # final_of goes behind these
                pass

    async def _unreachable(
        self,
        session: AsyncSession,
        claimed: Claim,
        gone: Outcome,
        outcome: Outcome,
        *,
        now: datetime,
    ) -> None:
        """One try: then the person or chat is marked. What was a group's goes to who made it."""
        chat = claimed.chat
        if claimed.row.state == PushState.CLOSING:
            await mark_closed(session, claimed)
            return
        if isinstance(gone, Blocked) or chat.is_private:
            await set_blocked(session, chat.telegram_id, blocked=True, now=now)
            await mark_held(session, claimed)
            return
        await set_unreachable(session, chat.telegram_id, unreachable=True, now=now)
        creator = claimed.task.created_by if claimed.task else None
        private = await private_chat_of(session, creator) if creator else None
        if private is None:
            await mark_held(session, claimed)
            return
        await redirect(session, claimed, private)


def _wait(claimed: Claim, seconds: float) -> timedelta:
    """What Telegram or its pace asks for, else ever longer with jitter."""
    if seconds:
        return timedelta(seconds=seconds)
    backoff = min(FIRST_BACKOFF * 2.0 ** min(claimed.row.attempts, 12), LONGEST_BACKOFF)
    return timedelta(seconds=backoff * random.uniform(0.5, 1.0))  # noqa: S311  no secret
