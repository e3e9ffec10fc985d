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
from storage.models import Chat, PushKind, PushState, Task, User
from storage.people import migrate_chat, private_chat_of, set_blocked, set_unreachable
from storage.planning import Recipient
from storage.pushes import (
    Claim,
    claim,
    database_now,
    mark_closed,
    mark_dead,
    mark_held,
    mark_sent,
    next_claim_at,
    postpone,
    put_off,
    redirect,
    renew,
    set_aside,
    tasks_of,
)
from storage.rules.preferences import preferences
from storage.rules.reminders import push_at

log = structlog.get_logger(__name__)

EVERY = timedelta(seconds=2)  # a moved clock, or another process's row, is noticed this soon
PATIENCE = 0.2  # seconds that a chat may keep the only worker waiting; then others go first
RENEWS = 2.0  # seconds; well within the lease, so that a slow send keeps its claim
KEPT_TRIES = 3  # of keeping an outcome while the database answers
KEPT_AGAIN = 0.5  # seconds between them
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
            now = await self._now(session)
            due = await next_claim_at(session, now=now)
        if due is None or due - now > EVERY:
            return None
        return max(0.02, (due - now).total_seconds()) if due > now else None

    async def _prepare(
        self, session: AsyncSession, claimed: Claim, *, now: datetime
    ) -> tuple[Reply | None, Address | None]:
        """What to say, and where; nothing when it has to wait, or nothing is to be said."""
        row, chat = claimed.row, claimed.chat
        owner = claimed.owner
        reader = self._reader(chat, owner, now=now)
        where = Address(chat.telegram_id, row.topic)
        if row.state == PushState.CLOSING:
            if row.message_id is None or chat.unreachable_at is not None:
                await mark_closed(session, claimed)
                return None, None
            return views.closed(claimed.task, reader), replace(where, pressed=row.message_id)
        is_blocked = owner is not None and owner.blocked_at is not None
        if chat.unreachable_at is not None or is_blocked:
            await mark_held(session, claimed)
            return None, None
        set_here = reader.preferences
        quiet = Recipient(chat, set_here.pushes, set_here.zone, set_here.zone_is_set).quiet
        leaves_at = push_at(row.fire_at, on_purpose=row.on_purpose, quiet=quiet, now=now)
        if leaves_at > now:
            await postpone(session, claimed, leaves_at)
            return None, None
        reply = await self._words(session, claimed, reader)
        if reply is None:
            await mark_sent(session, claimed, None, now=now)
        return reply, where

    def _reader(self, chat: Chat, owner: User | None, *, now: datetime) -> Reader:
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
        leaving = self._outbox.post(reply, address, lane=lane, patience=PATIENCE)
        claimed, outcome = await self._left(claimed, leaving)
        self.counts[type(final_of(outcome)).__name__.lower()] += 1
        await self._record(claimed, outcome)

    async def _left(
        self, claimed: Claim, leaving: asyncio.Future[Outcome]
    ) -> tuple[Claim, Outcome]:
        """Wait for the outcome, and renew the claim while that takes long."""
        try:
            while not (await asyncio.wait({leaving}, timeout=RENEWS))[0]:
                claimed = await self._renewed(claimed)
            return claimed, leaving.result()
        finally:
            leaving.cancel()  # told to stop: what has not left is called back

    async def _renewed(self, claimed: Claim) -> Claim:
        try:
            async with self._database.begin() as session:
                return await renew(session, claimed, now=await self._now(session))
        except Exception as error:  # noqa: BLE001  while the database is away nobody else claims it
            log.warning("a claim was not renewed", reason=repr(error))
            return claimed

    async def _record(self, claimed: Claim, outcome: Outcome) -> None:
        """Keep an outcome, however long the database is away: what arrived must not come again."""
        failures = 0
        while True:
            try:
                async with self._database.begin() as session:
                    if failures < KEPT_TRIES:
                        await self._keep(session, claimed, outcome)
                    elif isinstance(final_of(outcome), (Sent, Nothing)):
                        await mark_closed(session, claimed)  # at the least
                    return
            except Exception:
                log.exception("an outcome could not be kept", reminder=str(claimed.row.id))
            failures += await self._database_answers()
            await asyncio.sleep(KEPT_AGAIN)

    async def _database_answers(self) -> bool:
        try:
            await self._database.ping()
        except Exception:  # noqa: BLE001  whatever its driver raises, it is away
            return False
        return True

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
            case Failed(permanent=True) if isinstance(outcome, TopicGone) and (
                await self._to_creator(session, claimed)
            ):
                pass  # the topic is closed, and so is the general one
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
        if not await self._to_creator(session, claimed):
            await mark_held(session, claimed)

    async def _to_creator(self, session: AsyncSession, claimed: Claim) -> bool:
        """Send a group's push to who made the task, in private; False where that cannot be."""
        task = claimed.task
        if task is None or claimed.chat.is_private or claimed.row.state == PushState.CLOSING:
            return False
        private = await private_chat_of(session, task.created_by) if task.created_by else None
        if private is not None:
            await redirect(session, claimed, private)
        return private is not None


def _wait(claimed: Claim, seconds: float) -> timedelta:
    """What Telegram or its pace asks for, else ever longer with jitter."""
    if seconds:
        return timedelta(seconds=seconds)
    backoff = min(FIRST_BACKOFF * 2.0 ** min(claimed.row.attempts, 12), LONGEST_BACKOFF)
    return timedelta(seconds=backoff * random.uniform(0.5, 1.0))  # noqa: S311  no secret
