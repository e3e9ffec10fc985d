"""Whether the process lives and can serve people, and its numbers as of now."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.logs import in_one_line
from storage.statistics import Backlog, count_waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clock import Clock
    from bot.operation.metrics import Metrics
    from storage.database import Database

log = structlog.get_logger(__name__)

PING = 2.5  # seconds that the database has to answer a readiness check, which gets 3 in all
UNKNOWN = Backlog(pushes=float("nan"), answers=float("nan"), overdue=float("nan"))


class Pulse:
    """Asks the database how it is, and measures what waits when somebody looks. `leaving`: answers
    that this process sends."""

    def __init__(
        self, *, database: Database, clock: Clock, metrics: Metrics, leaving: Callable[[], int]
    ) -> None:
        self._database = database
        self._leaving = leaving
        self._clock = clock
        self._metrics = metrics
        self._ping: asyncio.Task[None] | None = None
        self._measure_places()
        self._due = metrics.gauge("dueto_pushes_due", "Reminders that are due and did not leave.")
        self._overdue = metrics.gauge(
            "dueto_push_overdue_seconds", "For how long the first of them has been due."
        )
        self._kept = metrics.gauge(
            "dueto_answers_kept", "Answers that are kept until Telegram has taken them."
        )

    def _measure_places(self) -> None:
        """What is read at the moment of each look, without a question to the database."""
        room, gauge = self._database.room, self._metrics.gauge
        for name, what, measure in (
            ("places", "Transactions that may go on at once.", lambda: room.places),
            ("in_use", "Transactions that are going on.", lambda: room.taken),
            ("waiting", "Transactions that wait for a place.", lambda: room.waiting),
        ):
            gauge(f"dueto_database_{name}", what).set_function(measure)
        waiting = gauge("dueto_answers_waiting", "Answers of this process that did not leave.")
        waiting.set_function(self._leaving)

    async def database_answers(self) -> bool:
        """Whether it does within PING. A question that hangs is not cancelled, which may hang, too:
        the next check waits for the same one."""
        if self._ping is None or self._ping.done():
            self._ping = asyncio.create_task(self._database.ping(), name="ping")
            self._ping.add_done_callback(_told)
        await asyncio.wait({self._ping}, timeout=PING)
        return self._ping.done() and not self._ping.cancelled() and not self._ping.exception()

    async def exposition(self) -> bytes:
        """The page for Prometheus. What waits is not a number while the database is away."""
        waiting = await self._waiting() if await self.database_answers() else UNKNOWN
        self._due.set(waiting.pushes)
        self._overdue.set(waiting.overdue)
        self._kept.set(waiting.answers)
        return self._metrics.exposition()

    async def _waiting(self) -> Backlog:
        try:
            async with asyncio.timeout(PING), self._database.read() as session:
                return await count_waiting(session, now=self._clock.now())
        except Exception as error:  # noqa: BLE001  whatever its driver raises, it is away
            log.warning("what waits was not counted", reason=in_one_line(error))
            return UNKNOWN

    def close(self) -> None:
        """Ask nothing more."""
        if self._ping is not None:
            self._ping.cancel()


def _told(task: asyncio.Task[None]) -> None:
    """Take an error that nobody may wait for any more, so that asyncio does not complain of it."""
    if not task.cancelled():
        task.exception()
