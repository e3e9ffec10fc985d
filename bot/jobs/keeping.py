"""Outcomes of pushes, kept whatever happens: what arrived must not come again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import structlog

from bot.logs import apart
from bot.outgoing.keeping import keep_push, keep_pushes
from bot.outgoing.outcomes import Nothing, Outcome, Sent, final_of
from storage.pushes.outcomes import mark_closed

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence
    from contextvars import Context

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.database import Database
    from storage.pushes.claims import Claim

log = structlog.get_logger(__name__)

TRIES = 3  # of keeping an outcome while the database answers
AGAIN = 0.5  # seconds between them

Now: TypeAlias = Callable[["AsyncSession"], Awaitable[datetime]]


@dataclass(frozen=True, slots=True)
class _Waiting:
    claimed: Claim
    outcome: Outcome
    kept: asyncio.Future[None]


class Keeping:
    """Keeps outcomes, each in a transaction of its own; with `together`, those that have come in
    while others are kept share the next one. None waits for more to come in."""

    def __init__(self, database: Database, now: Now, *, together: bool) -> None:
        self._database = database
        self._now = now
        self._together = together
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting: list[_Waiting] = []
        self._sharing: asyncio.Task[None] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether all that was handed over is kept."""
        return not self._tasks

    async def keep(self, claimed: Claim, outcome: Outcome) -> None:
        """Keep an outcome, however long the database is away; whatever ends the caller, it goes
        on."""
        kept: asyncio.Future[None]
        if self._together:
            kept = asyncio.get_running_loop().create_future()
            self._waiting.append(_Waiting(claimed, outcome, kept))
            if self._sharing is None:
                self._sharing = self._start(self._share(), context=apart())
        else:
            kept = self._start(self._keep_one(claimed, outcome))
        await asyncio.shield(kept)

    async def close(self, grace: float) -> None:
        """Give what is being kept `grace` seconds."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _start(
        self, work: Coroutine[Any, Any, None], context: Context | None = None
    ) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name="keeping a push", context=context)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _share(self) -> None:
        """Keep all that waits in one transaction, until nothing does."""
        try:
            while several := [*self._waiting]:
                left = await self._left_of(several)
                del self._waiting[: len(several)]
                for one in left:
                    self._start(self._keep_waiting(one))
        finally:
            self._sharing = None
            for one in self._waiting:  # where it was told to end
                one.kept.cancel()

    async def _left_of(self, several: Sequence[_Waiting]) -> Sequence[_Waiting]:
        """Keep most of these outcomes; those that have to be kept one by one."""
        pushes = [(one.claimed, one.outcome) for one in several]
        while True:
            try:
                async with self._database.begin(ahead=True) as session:
                    kept = await keep_pushes(session, pushes, now=await self._now(session))
                break
            except Exception:
                log.exception("outcomes could not be kept", count=len(pushes))
            if await self._database_answers():
                return several
            await asyncio.sleep(AGAIN)
        for one in several:
            if one.claimed.row.id in kept:
                _end(one)
        return [one for one in several if one.claimed.row.id not in kept]

    async def _keep_waiting(self, one: _Waiting) -> None:
        try:
            await self._keep_one(one.claimed, one.outcome)
        finally:
            _end(one)

    async def _keep_one(self, claimed: Claim, outcome: Outcome) -> None:
        failures = 0
        while True:
            try:
                async with self._database.begin(ahead=True) as session:
                    if failures < TRIES:
                        now = await self._now(session)
                        await keep_push(session, claimed, outcome, now=now)
                    elif isinstance(final_of(outcome), (Sent, Nothing)):
                        await mark_closed(session, claimed)  # at the least
                    return
            except Exception:
                log.exception("an outcome could not be kept", reminder=str(claimed.row.id))
            failures += await self._database_answers()
            await asyncio.sleep(AGAIN)

    async def _database_answers(self) -> bool:
        try:
            await self._database.ping()
        except Exception:  # noqa: BLE001  whatever its driver raises, it is away
            return False
        return True


def _end(one: _Waiting) -> None:
    if not one.kept.done():
        one.kept.set_result(None)
