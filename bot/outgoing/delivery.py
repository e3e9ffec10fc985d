"""One reply on its way: what is known of it, and whether a call for it is made again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from structlog.contextvars import get_contextvars
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.outgoing.outcomes import (
    LAPSED,
    Failed,
    Moved,
    Nothing,
    Outcome,
    TopicGone,
    is_unclear,
    with_more,
)
from bot.outgoing.pace import CallKind, Lane
from bot.outgoing.transport import never_sent
from bot.replies import Export, Kept, Leaving, Notice, Picture, React, Say, Shown

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from bot.outgoing.composing import Drawing
    from bot.outgoing.making import Maker
    from bot.replies import Address

ANSWER_PATIENCE = 120.0  # seconds of trying after the first failure; people read late answers too
BULK_PATIENCE = 60.0  # whoever posted it has it written down and posts it again
PRESS_PATIENCE = 15.0  # Telegram forgets a press soon after
FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 2.5  # with its jitter 3.75: when Telegram is back, nobody waits for longer
UNCLEAR_BACKOFF = 2.0  # there is one try more: it meets a server that has had time to recover
UNCLEAR_TRIES = 2  # of a new message, so that people see it twice at worst

T = TypeVar("T")
Key: TypeAlias = tuple[int, Lane, bool]


@dataclass(slots=True, eq=False)
class Delivery:
    """One reply on its way. `in_flight`: a request is out, its answer is not in.

    `unclear`: how often the message that is being sent may have arrived, as far as is known.
    `drawings`: its pictures and documents that are made, None for a picture that could not be.

    `still`: whether it is this process's to send, see `has_lapsed`.
    `update_id`: that of what it answers. `held`: it has had to wait for its chat; `joined`: what it
    has taken along, see `bot.outgoing.joining`; `alone`: it goes with no other. `thread`: what
    its lines in the log have in common, the update or push that it comes from.
    """

    reply: Leaving
    address: Address
    lane: Lane
    done: asyncio.Future[Outcome]
    patience: float = BULK_PATIENCE
    in_flight: bool = False
    unclear: int = 0
    drawings: dict[Picture | Export, Drawing | None] = field(default_factory=dict)
    update_id: int | None = None
    still: Callable[[], bool] = lambda: True
    held: bool = False
    alone: bool = False
    joined: list[Delivery] = field(default_factory=list)
    thread: dict[str, Any] = field(default_factory=get_contextvars)

    @property
    def update_ids(self) -> list[int]:
        """The updates that it answers, with all that it has taken along."""
        return [one.update_id for one in (self, *self.joined) if one.update_id is not None]

    @property
    def key(self) -> Key:
        """Its queue: of its chat and lane; no message holds reactions up."""
        return self.address.chat_id, self.lane, isinstance(self.reply, React)

    @property
    def has_lapsed(self) -> bool:
        """Whether the claim on it, or on what it has taken along, has ended: the process was frozen
        for so long that another may have taken it over."""
        return not all(one.still() for one in (self, *self.joined))

    @property
    def withdrawn(self) -> bool:
        """Cancelling calls bulk back; an answer leaves even if its sender no longer waits."""
        return self.done.cancelled() and self.lane is not Lane.ANSWER

    @property
    def called_back(self) -> Outcome | None:
        """What becomes of it when it is not to leave any more; None while it is."""
        if self.has_lapsed:
            return Failed(LAPSED, ambiguous=bool(self.unclear))
        return Nothing() if self.withdrawn else None

    async def drawn(self, reply: Shown, maker: Maker) -> Drawing | None:
        """A reply's picture or document, made once however often it has to be sent; None without
        one."""
        wanted = reply.file if isinstance(reply, Say) else None
        if not isinstance(wanted, Picture | Export):
            return None
        if wanted not in self.drawings:
            self.drawings[wanted] = await maker.make(wanted)
        return self.drawings[wanted]

    def finish(self, outcome: Outcome) -> None:
        if not self.done.done():  # whoever waited may have been cancelled
            self.done.set_result(outcome)
        for one in self.joined:
            one.finish(outcome)

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


def backoff(error: TelegramError, kind: CallKind, failures: int) -> float:
    """About how many seconds to wait after so many failures before this one."""
    is_last = kind is CallKind.MESSAGE and is_unclear(error)
    longer = UNCLEAR_BACKOFF if is_last else FIRST_BACKOFF * 2.0 ** min(failures, 10)
    return min(longer, LONGEST_BACKOFF)


def given_up(delivery: Delivery, kind: CallKind, *, tried_for: float, wait: float) -> bool:
    """Whether it is tried no more; seconds since the first failure, and until the next attempt."""
    if kind is CallKind.PRESS:
        return tried_for + wait > PRESS_PATIENCE
    if delivery.lane is Lane.ANSWER:
        # Posted again it would have two more tries: one that may be there is not given up.
        return tried_for >= ANSWER_PATIENCE and not delivery.unclear
    return tried_for + wait > delivery.patience


def messages_of(reply: Leaving) -> tuple[Kept, ...]:
    """The messages that a reply comes to; a notice is none."""
    match reply:
        case Notice():
            return ()
        case Say(more=more):
            return (reply, *more)
        case _:
            return (reply,)


def next_address(address: Address, outcome: Outcome) -> Address:
    """Where the rest of a reply goes: only its first message edits, and it follows that one."""
    if isinstance(outcome, Moved):
        address = replace(address, chat_id=outcome.new_chat_id)
    elif isinstance(outcome, TopicGone):
        address = replace(address, topic=0, reply_to=None)
    return replace(address, pressed=None)


def together(outcomes: list[Outcome]) -> Outcome:
    """The first that is more than Nothing speaks for all, and carries the rest."""
    for number, outcome in enumerate(outcomes, start=1):
        if not isinstance(outcome, Nothing):
            return with_more(outcome, tuple(outcomes[number:]))
    return outcomes[0] if outcomes else Nothing()
