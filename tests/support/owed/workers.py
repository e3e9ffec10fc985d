"""The real worker with a Telegram that does as it is told, watched by the model."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import cast

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Blocked, Failed, Outcome, Sent
from bot.replies import Address, Reply
from storage.database import Database
from storage.models import PushKind, PushState
from storage.pushes.claims import Claim
from tests.support.owed.tasks import Key, Model, unix
from tests.support.scenes.people import BERLIN


class Killed(BaseException):
    """The process has ended in the middle of a push."""


class Telegram:
    """An outbox that does as it is told, and sends nothing."""

    bulk_gap = 1e-6  # seconds; nothing that is watched here depends on the pace
    pause = 0.0

    def __init__(self) -> None:
        self.became = "sent"
        self._last = 0

    def post(self, *_: object, **__: object) -> asyncio.Future[Outcome]:
        self._last += 1
        outcomes: dict[str, Outcome] = {
            "sent": Sent(self._last),
            "busy": Failed("too many requests", ambiguous=False, retry_after=60),
            "failed": Failed("Bad Gateway", ambiguous=True),
            "lost answer": Failed("Timed out", ambiguous=True),
            "refused": Failed("Bad Request", ambiguous=False, permanent=True),
            "blocked": Blocked(),
        }
        done: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        done.set_result(outcomes[self.became])
        return done


class Worker(Reminders):
    """The real worker, watched: the model hears of every push before Telegram does."""

    def __init__(self, database: Database, clock: Clock, model: Model) -> None:
        self.telegram = Telegram()
        outbox = cast("Outbox", self.telegram)
        super().__init__(database=database, outbox=outbox, clock=clock, default_zone=BERLIN)
        self.faults: deque[str] = deque()
        self._model = model
        self._time = clock

    async def _push(self, claimed: Claim, reply: Reply, address: Address) -> None:
        if claimed.row.state == PushState.CLOSING:
            self.telegram.became = "sent"
            await super()._push(claimed, reply, address)
            return
        became = self.faults.popleft() if self.faults else "sent"
        if became == "blocked" and not claimed.chat.is_private:
            became = "failed"  # groups do not block
        if claimed.row.kind == PushKind.SUMMARY:
            became = "sent"
            self._model.summaries -= 1
            assert self._model.summaries >= 0, "one summary for each return"
        self._model.pushed([*_keys(claimed)], became, now=self._time.now())
        if became.startswith("killed"):
            raise Killed
        self.telegram.became = became
        await super()._push(claimed, reply, address)


def _keys(claimed: Claim) -> Iterator[Key]:
    for row in claimed.rows:
        if row.task_id is not None:
            yield row.task_id, row.chat_id, unix(row.occurrence_at), row.key
