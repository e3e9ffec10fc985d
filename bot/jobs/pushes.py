"""Pushes what is due, each in its turn: as few are on their way as the time of an answer asks
for, since a killed process repeats these."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil, inf
from typing import TYPE_CHECKING, TypeAlias

import structlog
from structlog.contextvars import bound_contextvars

from bot.jobs.keeping import Keeping
from bot.jobs.preparing import prepare
from bot.jobs.schedule import Job
from bot.jobs.turns import EverybodyWaits, SendingTurns
from bot.operation.progress import Headway, VitalPart
from bot.outgoing.keeping import is_given_up
from bot.outgoing.outcomes import Failed, Outcome, Sent, final_of
from bot.outgoing.pace import Lane
from storage.errors import MembershipUnknown
from storage.models import PushState
from storage.models.pushes import DIGESTS
from storage.people.access import check_memberships
from storage.people.asking import Asker
from storage.pushes.claims import LEASE, Claim, claim_several, next_claim_at, renew
from storage.pushes.missed import pass_over
from storage.pushes.outcomes import put_off, set_aside
from storage.pushes.turns import database_now, hold_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from bot.replies import Address, Reply
    from storage.database import Database

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=1)  # another process's row is noticed this soon, if nothing tells of it
LOOKS_BESIDE = 2.0  # seconds between two looks beside pushes without an answer
AWAY = 1.0  # seconds before the next look for pushes while the database is away
FEW = 4  # pushes on their way at the rate that Telegram gives for nothing
AN_ANSWER = 0.1  # seconds that Telegram takes for one; as many are on their way as leave in that
ASKED_AGAIN = 1.0  # seconds for which the database's clock is known; then it may have been moved
SOON = 0.02  # seconds between two looks at what another process is just about to claim
OLD = LEASE.total_seconds() / 2  # of a claim that has not left: somebody else may soon have it
SILENT = 2.5  # seconds without an answer, after which others go
MOST_SILENT = 4  # or as many as may be on their way
PATIENCE = 0.2  # seconds that a chat may keep the only worker waiting; then others go first
RENEWS = 2.0  # seconds; well within the lease, so that a slow send keeps its claim


Ask: TypeAlias = Callable[[MembershipUnknown], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A push that may leave at a moment, both in seconds of the loop's clock."""

    claimed: Claim
    reply: Reply
    address: Address
    claimed_at: float
    leaves_at: float


class Reminders:
    """The worker. `run` pushes all that is due, and waits for what will be within `EVERY`.

    `at_once`: pushes that may be on their way, see `at_once_for`. `on_sent` is told by how many
    seconds each was late.
    """

    def __init__(
        self,
        *,
        database: Database,
        outbox: Outbox,
        clock: Clock,
        ask: Ask | None = None,
        at_once: int = 1,
        is_cut: Callable[[], bool] = lambda: False,
        on_sent: Callable[[float], None] = lambda _: None,
        progress: VitalPart | None = None,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._at_once = at_once
        self._is_cut = is_cut
        self._on_sent = on_sent
        self._progress = progress or Headway().sending
        self._stopping = False
        self._ask = ask
        self._asked_for: set[UUID] = set()  # pushes whose person Telegram was asked about
        self._in_vain = False  # whether the last look for a push found it taken
        self._pushing = False
        self._woken = asyncio.Event()
        self._leaving: dict[asyncio.Task[None], float] = {}  # since when, in the loop's seconds
        self._silent: set[asyncio.Task[None]] = set()
        self._one_by_one = 0  # pushes that are claimed alone, after one of several has broken
        self._keeping = Keeping(database, self._now, together=at_once > FEW)
        self._turns = SendingTurns(lambda: outbox.bulk_gap)
        self._shared: datetime | None = None
        self._asked_at = -inf

    def job(self, looks: timedelta = EVERY) -> Job:
        """For the schedule; it `looks` so often for what others have left behind."""
        return Job("reminders", min(looks, EVERY), self.run, self.wake)

    def wake(self) -> None:
        """Look at once what is due: a row was written, or the clock was moved."""
        self._woken.set()

    def stop(self) -> None:
        """Begin no other push."""
        self._stopping = True
        self.wake()

    async def close(self, grace: float) -> None:
        """Give outcomes `grace` seconds to be kept; the outbox has closed."""
        await self._keeping.close(grace)

    async def run(self) -> None:
        """Push what is due until nothing is due within the next minute.

        The next pushes are claimed while those before them are on their way, and leave in their
        turns: where Telegram answers within a turn, a killed process repeats one at most, and
        never more than `at_once`. Only a push of which Telegram says nothing for long, as if its
        answer were lost, holds up no other. An error here leaves alone what is on its way, and
        what is being kept.
        """
        try:
            while not self._stopping:
                try:
                    self._woken.clear()
                    if self._is_cut():
                        await self._nap(AWAY)
                        continue
                    due_in = await self._due_in()
                    if due_in is not None and due_in <= SOON:
                        self._progress.begins()
                        await asyncio.sleep(due_in)
                        await self._push_all()
                    elif due_in is not None or self._silent:
                        self._progress.rests()
                        await self._nap(LOOKS_BESIDE if due_in is None else due_in)
                    else:
                        self._progress.rests()
                        if not self._woken.is_set():
                            return
                except Exception:
                    log.exception("reminders could not be looked for")
                    await self._nap(AWAY)
        except asyncio.CancelledError:
            for task in self._leaving:
                task.cancel()
            raise

    async def _push_all(self) -> None:
        """Push until nothing is left that is due."""
        self._pushing = True
        try:
            found, last_turn = True, -inf
            while found and not self._stopping:
                found, ready = await self._take(-(-self._at_once // 2))
                self._in_vain = not found
                # whoever holds turns far ahead sends into a pause that others have met by then
                await asyncio.sleep(max(0.0, last_turn - _seconds()))
                last_turn = ready[-1].leaves_at if ready else last_turn
                for one in ready:
                    await self._have_room(1)
                    self._begin(one)
                if not found:
                    await self._have_room(self._at_once)
            if found:
                await asyncio.gather(*self._on_their_way, return_exceptions=True)
        finally:
            self._pushing = False

    async def _have_room(self, wanted: int) -> None:
        """Return when so many more may be on their way; those without an answer do not count, but
        not more of them are let wait than `MOST_SILENT`."""
        while (going := self._on_their_way) and len(going) + wanted > self._at_once:
            patience = min(self._leaving[one] for one in going) + SILENT - _seconds()
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait(going, timeout=max(0.0, patience), return_when=first)
            self._silent |= {one for one in going if self._is_silent(one)}
        while len(self._silent) >= max(MOST_SILENT, self._at_once):
            await asyncio.wait(self._silent, return_when=asyncio.FIRST_COMPLETED)

    @property
    def _on_their_way(self) -> set[asyncio.Task[None]]:
        return self._leaving.keys() - self._silent

    def _is_silent(self, push: asyncio.Task[None]) -> bool:
        return not push.done() and _seconds() >= self._leaving[push] + SILENT

    def _begin(self, ready: _Ready) -> None:
        task = asyncio.create_task(self._deliver(ready), name="push")
        self._leaving[task] = _seconds()
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._leaving.pop(task, None)
        if task in self._silent:
            self._silent.discard(task)
            self.wake()
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("a push broke", exc_info=error)

    async def _nap(self, seconds: float) -> None:
        """Wait that long, or until something new is to be looked at."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def caught_up(self) -> datetime | None:
        """Return when all that is due by now is sent and recorded: when the next push is due."""
        while True:
            async with self._database.read() as session:
                now = await self._now(session)
                due = await next_claim_at(session, now=now)
            is_idle = not self._pushing and not self._leaving and self._keeping.is_idle
            if is_idle and (due is None or due > now):
                return due
            await asyncio.sleep(SOON)

    async def push_next(self) -> bool:
        """Push the next row that is due; False when there is none."""
        found, ready = await self._take(1)
        for one in ready:
            await self._deliver(one)
        return found

    async def _take(self, most: int) -> tuple[bool, list[_Ready]]:
        """Claim the next rows that are due: whether there were any, and what is to be pushed.

        Nothing is where it has to wait, or there is nothing to say. When one of several breaks,
        all are claimed again, one by one.
        """
        most = 1 if self._one_by_one else most
        self._one_by_one = max(0, self._one_by_one - 1)
        taken: list[UUID] = []
        try:
            async with self._database.begin() as session:
                return await self._take_in(session, most, taken)
        except EverybodyWaits:
            return False, []
        except Exception as error:
            if not taken:
                raise
            if most > 1:
                self._one_by_one = most
            else:
                await self._could_not_take(taken, error)
            return True, []

    async def _could_not_take(self, ids: Sequence[UUID], error: Exception) -> None:
        """The claim is rolled back: it is made again when Telegram has been asked, or later."""
        if not isinstance(error, MembershipUnknown):
            await self._set_aside(ids, error)
            return
        self._asked_for |= set(ids)
        if self._ask is not None:
            await self._ask(error)

    async def _take_in(
        self, session: AsyncSession, most: int, taken: list[UUID]
    ) -> tuple[bool, list[_Ready]]:
        began, now = _seconds(), await self._now(session)
        if pause := self._outbox.pause:
            await hold_back(session, now + timedelta(seconds=pause), now=now)
            return False, []
        claims = await claim_several(session, most, now=now)
        ready = [
            one for claimed in claims for one in await self._said(session, claimed, taken, now)
        ]
        if not ready:
            return bool(claims), []
        first = began + await self._turns.take(session, len(ready), now=now)
        return True, [
            _Ready(*one, claimed_at=began, leaves_at=first + place * self._outbox.bulk_gap)
            for place, one in enumerate(ready)
        ]

    async def _said(
        self, session: AsyncSession, claimed: Claim, taken: list[UUID], now: datetime
    ) -> list[tuple[Claim, Reply, Address]]:
        """A claim with what it says and where, if it says anything now; `taken` gets its rows."""
        if not claimed.rows:
            if claimed.task is not None:
                await pass_over(session, claimed.task, now=now)
            return []
        taken += [row.id for row in claimed.rows]
        await self._check_person(session, claimed, now=now)
        prepared = await prepare(session, claimed, now=now)
        return [(claimed, *prepared)] if prepared else []

    async def _check_person(self, session: AsyncSession, claimed: Claim, *, now: datetime) -> None:
        """What is a group's is told in private only to those who are still in it.

        Raises MembershipUnknown, once for each push, when that was not asked within the hour.
        """
        person, chat, ids = claimed.owner, claimed.chat, {row.id for row in claimed.rows}
        task = claimed.task
        own = claimed.is_own or (task is not None and task.chat_id == chat.id)
        if person is None or not chat.is_private or own or self._ask is None:
            return
        if ids & self._asked_for:
            self._asked_for -= ids
            return
        await check_memberships(session, Asker.of(person, chat), now=now)

    async def _set_aside(self, ids: Sequence[UUID], error: Exception) -> None:
        """What breaks one push must not hold up those behind it."""
        log.error("a reminder broke", reminder=str(ids[0]), exc_info=error)
        self.counts["broken"] += 1
        async with self._database.begin() as session:
            await set_aside(session, ids, repr(error), now=await self._now(session))

    async def _now(self, session: AsyncSession) -> datetime:
        """With several processes the database's clock decides; the playground's shift is added."""
        if not self._clock.is_the_machines:
            return self._clock.now()
        if _seconds() - self._asked_at > ASKED_AGAIN:
            self._asked_at, self._shared = _seconds(), await database_now(session)
        if self._shared is None:
            return self._clock.now()
        since = timedelta(seconds=_seconds() - self._asked_at)
        return self._shared.astimezone(UTC) + since + self._clock.offset

    async def _due_in(self) -> float | None:
        """Seconds until the next row is due; None if that is after the next run.

        A plain read: an idle process locks nothing, and lets a database sleep.
        """
        async with self._database.read() as session:
            now = await self._now(session)
            due = await next_claim_at(session, now=now)
        if due is None or due - now > EVERY:
            return None
        return max(SOON if self._in_vain else 0.0, (due - now).total_seconds())

    async def _deliver(self, ready: _Ready) -> None:
        """Push in its turn; a claim that is too old at that moment is given back."""
        with bound_contextvars(push=str(ready.claimed.row.id)):
            await self._deliver_in_turn(ready)

    async def _deliver_in_turn(self, ready: _Ready) -> None:
        if await self._turn_comes(ready):
            await self._push(ready.claimed, ready.reply, ready.address)
            return
        async with self._database.begin() as session:
            now = await self._now(session)
            await put_off(session, ready.claimed, now, failed=False)

    async def _turn_comes(self, ready: _Ready) -> bool:
        """Wait for the turn of a push, and for another one where that was missed; False when the
        push is to be given back."""
        turn = ready.leaves_at
        while True:
            await asyncio.sleep(max(0.0, turn - _seconds()))
            if self._stopping or _seconds() - ready.claimed_at > OLD:
                return False
            if not self._turns.is_missed(turn, at=_seconds()):
                return True
            began = _seconds()
            try:
                async with self._database.begin() as session:
                    now = await self._now(session)
                    turn = began + await self._turns.take(session, 1, now=now)
            except EverybodyWaits:
                return False

    async def _push(self, claimed: Claim, reply: Reply, address: Address) -> None:
        lapses = [_seconds() + LEASE.total_seconds() - OLD]  # it has been claimed for OLD at most
        is_missed = len(claimed.rows) > 1 and not claimed.together
        is_digest = is_missed or claimed.row.kind in DIGESTS
        lane = Lane.DIGEST if is_digest else Lane.REMINDER
        leaving = self._outbox.post(
            reply, address, lane=lane, patience=PATIENCE, still=lambda: _seconds() < lapses[-1]
        )
        claimed, outcome = await self._left(claimed, leaving, lapses)
        self._count(claimed, final_of(outcome))
        self._note(final_of(outcome))
        await self._keeping.keep(claimed, outcome)

    def _note(self, final: Outcome) -> None:
        """Whether Telegram has said something, be it that it takes this push never, or later."""
        is_silence = isinstance(final, Failed) and not (final.permanent or final.retry_after)
        if is_silence:
            self._progress.failed()
        else:
            self._progress.moved()

    def _count(self, claimed: Claim, final: Outcome) -> None:
        is_unclear = isinstance(final, Failed) and final.ambiguous
        self.counts["unclear" if is_unclear else type(final).__name__.lower()] += 1
        if is_unclear and claimed.row.state == PushState.PENDING and is_given_up(claimed):
            self.counts["given_up"] += 1
        if isinstance(final, Sent) and claimed.row.state == PushState.PENDING:
            late = (self._clock.now() - claimed.row.fire_at).total_seconds()
            self._on_sent(max(0.0, late))

    async def _left(
        self, claimed: Claim, leaving: asyncio.Future[Outcome], lapses: list[float]
    ) -> tuple[Claim, Outcome]:
        """Wait for the outcome, and renew the claim while that takes long."""
        try:
            while not (await asyncio.wait({leaving}, timeout=RENEWS))[0]:
                began, before = _seconds(), claimed.row.claimed_until
                claimed = await self._renewed(claimed)
                if claimed.row.claimed_until != before:  # else it is another's, or nobody knows
                    lapses.append(began + LEASE.total_seconds())
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


def at_once_for(per_second: int) -> int:
    """How many pushes may have to be on their way at once for so many in a second."""
    return max(FEW, ceil(per_second * AN_ANSWER))


def _seconds() -> float:
    return asyncio.get_running_loop().time()
