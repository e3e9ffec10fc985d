"""One reply on its way: what is known of it, and whether a call for it is made again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.outgoing.outcomes import is_unclear
from bot.outgoing.pace import CallKind, Lane
from bot.outgoing.transport import never_sent

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from bot.outgoing.composing import Drawing
    from bot.outgoing.outcomes import Outcome
    from bot.replies import Address, Picture, Reply

ANSWER_PATIENCE = 120.0  # seconds of trying after the first failure; people read late answers too
BULK_PATIENCE = 60.0  # whoever posted it has it written down and posts it again
PRESS_PATIENCE = 15.0  # Telegram forgets a press soon after
UNCLEAR_TRIES = 2  # of a new message, so that people see it twice at worst

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Delivery:
    """One reply on its way. `in_flight`: a request is out, its answer is not in.

    `unclear`: how often the message that is being sent may have arrived, as far as is known.
    `drawings`: its pictures that have been drawn, None for one that could not be.
    """

    reply: Reply
    address: Address
    lane: Lane
    done: asyncio.Future[Outcome]
    patience: float = BULK_PATIENCE
    in_flight: bool = False
    unclear: int = 0
    drawings: dict[Picture, Drawing | None] = field(default_factory=dict)

    @property
    def withdrawn(self) -> bool:
        """Cancelling calls bulk back; an answer leaves even if its sender no longer waits."""
        return self.done.cancelled() and self.lane is not Lane.ANSWER

    def finish(self, outcome: Outcome) -> None:
        if not self.done.done():  # whoever waited may have been cancelled
            self.done.set_result(outcome)

    async def fly(self, call: Callable[[], Awaitable[T]]) -> T:
        """Make the call; cancelled in the middle of it, `in_flight` stays."""
        self.in_flight = True
        try:
            result = await call()
        except TelegramError:
            self.in_flight = False
            raise
        self.in_flight = False
        return result


def may_repeat(error: TelegramError, delivery: Delivery, kind: CallKind) -> bool:
    """Whether a call that failed is made again: `delivery.unclear` has counted the failure."""
    if is_unclear(error):
        is_answer = delivery.lane is Lane.ANSWER  # bulk is written down by whoever posted it
        return kind is not CallKind.MESSAGE or (is_answer and delivery.unclear < UNCLEAR_TRIES)
    return isinstance(error, RetryAfter) or (isinstance(error, NetworkError) and never_sent(error))


def given_up(delivery: Delivery, kind: CallKind, *, tried_for: float, wait: float) -> bool:
    """Whether it is tried no more; seconds since the first failure, and until the next attempt."""
    if kind is CallKind.PRESS:
        return tried_for + wait > PRESS_PATIENCE
    if delivery.lane is Lane.ANSWER:
        # Posted again it would have two more tries: one that may be there is not given up.
        return tried_for >= ANSWER_PATIENCE and not delivery.unclear
    return tried_for + wait > delivery.patience
