"""Answers to people, on their way until Telegram has them: kept, sent, settled, sent once more.

The endpoint keeps an answer in the transaction of its update (`keep`) and hands it over (`send`)
after the commit. `resume` takes over what a killed process has left behind, and tries again what
Telegram could not take.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from math import inf
from typing import TYPE_CHECKING, cast

import structlog
from sqlalchemy.exc import DBAPIError
from structlog.contextvars import bound_contextvars

from bot.logs import apart
from bot.operation.metrics import arrived
from bot.outgoing.keeping import Answer, keep_answer, keep_together
from bot.outgoing.kept import from_facts, is_kept, to_facts
from bot.outgoing.outcomes import Failed, Nothing, Outcome, Sent, final_of
from bot.replies import Ask, Edit, React, Say
from storage.people.chats import known_chat
from storage.talk import answers

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from storage.database import Database
    from storage.models import Chat, TaskMessage

log = structlog.get_logger(__name__)

A_MOMENT = 1.0  # seconds from the claim of an answer to its sending, at most
RENEWS = answers.LEASE.total_seconds() / 2.5
FIRST_PAUSE = timedelta(seconds=30)  # before an answer that could not leave is tried again
LONGEST_PAUSE = timedelta(hours=1)
KEPT_TRIES = 5  # of keeping what became of an answer
KEPT_AGAIN = 0.5  # seconds before the first repetition; each takes twice as long


async def keep(
    session: AsyncSession, answer: Answer, chat: Chat, known: TaskMessage | None, *, now: datetime
) -> Answer:
    """Keep an answer with its update, if its loss would be silence.

    `known` is the row of the pressed message, if it has one.
    """
    reply, pressed = answer.reply, answer.address.pressed
    if not (isinstance(reply, Say | Edit | Ask | React) and is_kept(reply)):
        return answer
    await answers.keep(
        session,
        to_facts(reply, answer.address),
        update_id=answer.update_id,
        chat=chat,
        about=reply.about,
        changes=pressed if isinstance(reply, Edit) else None,
        known=known,
        now=now,
    )
    return Answer(reply, answer.address, answer.update_id, now)


class Answers:
    """Sends answers. `sleep` is the clock of tests."""

    def __init__(
        self,
        *,
        database: Database,
        outbox: Outbox,
        clock: Clock,
        counts: Counter[str],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.counts = counts
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._sleep = sleep
        self._sending: dict[int, asyncio.Task[None]] = {}
        self._landed: dict[int, set[asyncio.Task[None]]] = {}
        self._renewing: asyncio.Task[None] | None = None
        self._held: dict[int, float] = {}  # until when in the loop's seconds, by update
        self._is_shared = database.settings.dialect == "postgresql"

    def send(self, answer: Answer) -> None:
        """Let an answer leave, behind those of its chat that have not left."""
        update_id = answer.update_id
        if self._is_shared and answer.kept_at is not None:
            self._held[update_id] = _lease_ends()
        still = partial(self._is_ours, update_id)
        with bound_contextvars(update_id=update_id):
            posted = self._outbox.post(
                answer.reply, answer.address, update_id=update_id, still=still
            )
            task = asyncio.create_task(self._settle(answer, posted), name="answer")
        self._sending[update_id] = task
        task.add_done_callback(lambda _: self._forget(update_id))
        if self._renewing is None or self._renewing.done():
            renewing = asyncio.create_task(self._renew(), name="answers in hand", context=apart())
            self._renewing = renewing

    def leaving(self) -> int:
        """How many are on their way."""
        return len(self._sending)

    def _is_ours(self, update_id: int) -> bool:
        """Whether no other process can have taken an answer over."""
        return _seconds() < self._held.get(update_id, inf)

    def _forget(self, update_id: int) -> None:
        self._sending.pop(update_id, None)
        self._held.pop(update_id, None)

    async def kept_in(self, chat_id: int) -> None:
        """Wait until it is kept what became of the answers that a chat has got: the next update
        may be about one of these messages."""
        if landed := self._landed.get(chat_id):
            await asyncio.wait(landed)

    async def resume(self, *, everyone: bool = False) -> None:
        """Send what other processes have left behind, or Telegram would not take before.

        `everyone`: no other process works on this database, so nothing is in anybody's hand.
        """
        while everyone or await self._somebody_left_one():
            async with self._database.begin() as session:
                waiting = await answers.claim_waiting(
                    session, now=self._clock.now(), held=list(self._sending), everyone=everyone
                )
            for one in waiting:
                await self._send_again(one)
            if len(waiting) < answers.AT_ONCE:
                return

    async def _somebody_left_one(self) -> bool:
        """A plain look: an idle process takes no lock."""
        async with self._database.read() as session:
            free_at = await answers.next_free_at(session)
        return free_at is not None and free_at <= self._clock.now()

    async def close(self) -> None:
        """Wait until what became of the last answers is kept."""
        while self._sending:
            await asyncio.wait(set(self._sending.values()))
        if self._renewing is not None:
            self._renewing.cancel()

    async def _send_again(self, waiting: answers.Waiting) -> None:
        update_id = waiting.update_id
        try:
            reply, address = from_facts(waiting.answer, chat_id=waiting.chat_telegram_id)
        except Exception:
            log.exception("a kept answer could not be read", update_id=update_id)
            await self._transact(partial(answers.drop, update_id=update_id))
            return
        self.counts["answer again"] += 1
        self.send(Answer(reply, address, update_id, waiting.kept_at))

    async def _settle(self, answer: Answer, posted: asyncio.Future[Outcome]) -> None:
        outcome = await posted
        self.counts[f"answer {type(outcome).__name__.lower()}"] += 1
        if isinstance(final_of(outcome), Sent | Nothing):
            arrived()
        task, chat_id = asyncio.current_task(), answer.address.chat_id
        landed = self._landed.setdefault(chat_id, set())
        landed.add(cast("asyncio.Task[None]", task))
        try:
            await self._keep(answer, outcome)
        except Exception:
            log.exception("what became of an answer was not kept", chat_id=chat_id)
        finally:
            landed.discard(cast("asyncio.Task[None]", task))
            if not landed:
                self._landed.pop(chat_id, None)

    async def _keep(self, answer: Answer, outcome: Outcome) -> None:
        final, now = final_of(outcome), self._clock.now()
        if isinstance(final, Sent) and final.together:
            await self._keep_together(answer, outcome, final.together)
            return
        if answer.kept_at is None and isinstance(final, Sent | Nothing | Failed):
            return  # there is no row, and nothing is to be known of the chat
        failed = _failed(final)
        if failed is not None and failed.lapsed:
            return  # it is another's, or is looked for again
        again_at = self._again_at(answer, failed, now=now) if failed else None
        if again_at is None:
            await self._transact(partial(keep_answer, answer=answer, outcome=outcome, now=now))
        elif failed is final:
            work = partial(answers.postpone, update_id=answer.update_id, until=again_at)
            await self._transact(work)
        else:
            await self._transact(partial(_keep_rest, answer, outcome, again_at=again_at, now=now))

    async def _keep_together(
        self, answer: Answer, outcome: Outcome, updates: Sequence[int]
    ) -> None:
        """Keep that one message answers several updates: the first does it for all of them, and a
        process that is killed says all of it again, or nothing."""
        if answer.update_id != updates[0]:
            if (first := self._sending.get(updates[0])) is not None:
                await asyncio.wait({first})
            return
        chat_id, now = answer.address.chat_id, self._clock.now()
        await self._transact(
            partial(keep_together, chat_id=chat_id, outcome=outcome, updates=updates, now=now)
        )

    def _again_at(self, answer: Answer, failed: Failed, *, now: datetime) -> datetime | None:
        """When what could not leave is tried again; None for never."""
        if failed.permanent:
            return None
        if _may_be_sent_again(answer, failed, now=now):
            return now + _pause(answer, failed, now=now)
        log.warning("an answer may not have arrived", chat_id=answer.address.chat_id)
        self.counts["answer unclear"] += 1
        return None

    async def _transact(self, work: Callable[[AsyncSession], Awaitable[None]]) -> None:
        """Do it in a transaction of its own, again while the database is away for a moment."""
        for attempt in range(KEPT_TRIES - 1):
            try:
                return await self._once(work)
            except (DBAPIError, OSError):
                await self._sleep(KEPT_AGAIN * 2**attempt)
        return await self._once(work)

    async def _once(self, work: Callable[[AsyncSession], Awaitable[None]]) -> None:
        async with self._database.begin(ahead=True) as session:
            await work(session)

    async def _renew(self) -> None:
        """Keep the answers that are slow to leave in this process's hands."""
        while self._sending:
            before = set(self._sending)
            await self._sleep(RENEWS)
            slow = {one for one in before & self._sending.keys() if self._is_ours(one)}
            if slow:
                until, now = _lease_ends(), self._clock.now()
                renew = partial(answers.renew, update_ids=slow, now=now)
                try:
                    await self._transact(renew)
                    self._held |= dict.fromkeys(slow & self._held.keys(), until)
                except Exception:
                    log.exception("answers in hand were not renewed")


def _lease_ends() -> float:
    """When an answer that was claimed a moment ago is anybody's; in the loop's seconds."""
    return _seconds() + answers.LEASE.total_seconds() - A_MOMENT


def _seconds() -> float:
    return asyncio.get_running_loop().time()


def _failed(final: Outcome) -> Failed | None:
    """What kept an answer, or one of its further messages, from leaving."""
    last = final.more[-1] if isinstance(final, Sent) and final.more else final
    ended = final_of(last)
    return ended if isinstance(ended, Failed) else None


async def _keep_rest(
    answer: Answer, outcome: Outcome, session: AsyncSession, *, again_at: datetime, now: datetime
) -> None:
    """The first messages of an answer are there; the others wait in its place."""
    final = final_of(outcome)
    left = len(final.more) if isinstance(final, Sent) else 0
    assert isinstance(answer.reply, Say)  # noqa: S101  nothing else has further messages
    first, *more = answer.reply.more[left - 1 :]
    await keep_answer(session, answer=answer, outcome=outcome, now=now)
    chat = await known_chat(session, answer.address.chat_id)
    if chat is None:  # all that the chat had was erased in between
        return
    rest = replace(first, more=tuple(more)) if isinstance(first, Say) else first
    await answers.keep(
        session,
        to_facts(rest, replace(answer.address, pressed=None)),
        update_id=answer.update_id,
        chat=chat,
        about=rest.about,
        changes=None,
        known=None,
        now=answer.kept_at or now,
    )
    await session.flush()
    await answers.postpone(session, answer.update_id, until=again_at)


def _may_be_sent_again(answer: Answer, failed: Failed, *, now: datetime) -> bool:
    """The outbox has sent an unclear one twice already: a third might stand there three times.

    What was cut off by the end of the process is sent once more by the next one.
    """
    is_recent = answer.kept_at is not None and now - answer.kept_at < answers.ANSWERS_LAST
    return is_recent and (failed.closing or not failed.ambiguous)


def _pause(answer: Answer, failed: Failed, *, now: datetime) -> timedelta:
    """None for what the end of the process has cut off; else what Telegram asks for, or as long
    as it has not been possible so far."""
    if failed.closing:
        return timedelta()
    if failed.retry_after:
        return timedelta(seconds=failed.retry_after)
    so_far = now - answer.kept_at if answer.kept_at else timedelta()
    return min(max(so_far, FIRST_PAUSE), LONGEST_PAUSE)
