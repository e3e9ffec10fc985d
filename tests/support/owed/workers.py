"""The real worker on an outbox that sends nothing, watched by the model of what is owed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import cast

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Blocked, Failed, Outcome, Sent
from bot.replies import Address, Reply
from storage.database import Database
from storage.models import PushKind, PushState
from storage.models.pushes import OF_PEOPLE
from storage.pushes.claims import Claim
from tests.support.outbox import Letterbox
from tests.support.owed.tasks import Key, Model, unix


class Killed(BaseException):
    """The process ended in the middle of a push."""


FAILURES: Mapping[str, Outcome] = {
    "busy": Failed("too many requests", ambiguous=False, retry_after=60),
    "failed": Failed("Bad Gateway", ambiguous=True),
    "lost answer": Failed("Timed out", ambiguous=True),
    "refused": Failed("Bad Request", ambiguous=False, permanent=True),
    "blocked": Blocked(),
}


def becomes(letterbox: Letterbox, fate: str) -> None:
    """Decide what becomes of the next post: `sent`, or one of FAILURES."""
    letterbox.outcome = FAILURES.get(fate) or Sent(len(letterbox.posts) + 1)


class Worker(Reminders):
    """The real worker; it tells the model of every push before it posts it."""

    def __init__(self, database: Database, clock: Clock, model: Model) -> None:
        self.letterbox = Letterbox()
        outbox = cast("Outbox", self.letterbox)
        super().__init__(database=database, outbox=outbox, clock=clock)
        self.faults: deque[str] = deque()
        self._model = model
        self._time = clock

    async def _push(self, claimed: Claim, reply: Reply, address: Address) -> None:
        # whose a task is: the model knows only reminders
        if claimed.row.state == PushState.CLOSING or claimed.row.kind in OF_PEOPLE:
            becomes(self.letterbox, "sent")
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
        becomes(self.letterbox, became)
        await super()._push(claimed, reply, address)


def _keys(claimed: Claim) -> Iterator[Key]:
    for row in claimed.rows:
        if row.task_id is not None:
            yield row.task_id, row.chat_id, unix(row.occurrence_at), row.key
