"""Long polling of our own: an update counts as received when its transaction is committed.

python-telegram-bot's Updater confirms what it has only queued (a kill loses it), ends for ever on a
401 or 404, and spins on an update that it cannot read. Here `offset` moves behind what is
committed, whatever Telegram answers is waited out, and updates stay the JSON that they came as.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from math import inf
from random import SystemRandom
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.logs import in_one_line
from bot.operation.progress import Headway, VitalPart
from bot.outgoing.outcomes import retry_seconds

if TYPE_CHECKING:
    from telegram import Bot

log = structlog.get_logger(__name__)

RawUpdate: TypeAlias = dict[str, Any]
Receive: TypeAlias = Callable[[RawUpdate], Awaitable[None]]
Sleep: TypeAlias = Callable[[float], Awaitable[object]]
T = TypeVar("T")

# chat_member and message_reaction come only if they are asked for, and to administrators
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "inline_query",
    "chosen_inline_result",
    "guest_message",
)
BATCH = 100  # Telegram's most
LONG_POLL = 50.0  # seconds, Telegram's most
POLL_MARGIN = 10.0  # seconds that the answer to a long poll may be late
FAREWELL = 2.0  # seconds for the last confirmation
PATIENCE = 1.0  # seconds for a batch; then others are fetched beside what is still in hand
FIRST_DELAY = 0.5  # seconds
LONGEST_DELAY = 3.5  # what was away is found again so soon
CONFLICT_DELAY = 5.0  # another program will not be gone at once
LONGEST_CONFLICT = (
    300.0  # to ask whether it is gone is to cut it off, so it is asked ever more rarely
)
CALM = 60.0  # seconds of fetching, longer than any long poll, after which no other is there
QUICK = 0.05  # seconds; an empty answer faster than this is no long poll: some proxy or stand-in
QUICK_PAUSE = 0.25

_random = SystemRandom().random


class Backoff:
    """How long to wait before the next try: doubling, jittered, and never less than asked for."""

    def __init__(self, jitter: Callable[[], float] = _random) -> None:
        self._jitter = jitter
        self._failures = 0

    def delay(self, error: BaseException | None = None) -> float:
        """Seconds to wait after one more failure."""
        self._failures += 1
        longest = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(self._failures - 1, 16))
        return _asked_for(error) + longest * (0.5 + self._jitter() / 2)

    def reset(self) -> None:
        """All is well again."""
        self._failures = 0


def _asked_for(error: BaseException | None) -> float:
    return retry_seconds(error) if isinstance(error, RetryAfter) else 0.0


def is_unauthorized(error: BaseException) -> bool:
    """Whether Telegram answered 401: the token is of no bot (any more)."""
    while error.__cause__ is not None and isinstance(error, TelegramError):
        error = error.__cause__
    return isinstance(error, InvalidToken) and "unauthorized" in str(error).lower()


async def insist(call: Callable[[], Awaitable[T]], *, what: str, sleep: Sleep = asyncio.sleep) -> T:
    """Call Telegram until it answers. Raises InvalidToken when the answer is 401."""
    backoff = Backoff()
    while True:
        try:
            return await call()
        except TelegramError as error:
            if is_unauthorized(error):
                raise
            delay = backoff.delay(error)
            log.warning(f"{what} failed", reason=in_one_line(error), again_in=round(delay, 1))
        await sleep(delay)


class Turn(Protocol):
    """Of several processes with one token one fetches at a time: whether it is this one's turn."""

    @property
    def is_ours(self) -> bool: ...

    async def comes(self) -> None:
        """Return as soon as it is our turn, for long enough to begin something."""

    async def ends(self) -> None:
        """Keep the turn; return when it could not be kept."""


class NobodyElse:
    """Always our turn."""

    is_ours = True

    async def comes(self) -> None: ...

    async def ends(self) -> None:
        await asyncio.Event().wait()


class Polling:
    """Fetches updates and has them received, until `stop`. `run` never raises.

    `receive` returns when an update's effect is committed; when it raises, the update and those
    after it are fetched again. Nothing is fetched, or received, while it is another one's `turn`.
    """

    def __init__(
        self,
        bot: Bot,
        receive: Receive,
        *,
        turn: Turn | None = None,
        sleep: Sleep = asyncio.sleep,
        jitter: Callable[[], float] = _random,
        progress: VitalPart | None = None,
    ) -> None:
        self._bot = bot
        self._receive = receive
        self._sleep = sleep
        self._turn = turn or NobodyElse()
        self._backoff = Backoff(jitter)
        self._conflicts = 0  # since there was calm
        self._conflict_at = -inf
        self._progress = progress or Headway().fetching
        self._stopping = asyncio.Event()
        self._offset = 0
        self._in_hand: dict[int, asyncio.Future[None]] = {}
        self._done: set[int] = set()  # received already, behind one that is still in hand

    async def run(self) -> None:
        """Fetch and receive until `stop` is called; then finish what is in hand."""
        while not self._stopping.is_set():
            if not self._turn.is_ours:
                self._progress.rests()
            await self._unless_stopping(self._turn.comes())
            updates = await self._unless_stopping(self._fetch(), self._turn.ends())
            if updates and self._turn.is_ours and not self._stopping.is_set():
                await self._receive_batch(updates)
        self._progress.rests()
        if self._in_hand:
            await asyncio.wait(self._in_hand.values())
            self._confirm()
        if self._offset:
            await self._farewell()

    def stop(self) -> None:
        """Fetch nothing more; `run` returns when what is in hand is received."""
        self._stopping.set()

    @property
    def has_rival(self) -> bool:
        """Whether another program fetches updates with this token, from another database."""
        return bool(self._conflicts)

    async def _unless_stopping(
        self, waiting: Awaitable[T], *ends: Coroutine[Any, Any, None]
    ) -> T | None:
        """What is waited for, or None as soon as `stop` is called or one of the `ends` has come."""
        work = asyncio.ensure_future(waiting)
        stops = [asyncio.ensure_future(end) for end in (self._stopping.wait(), *ends)]
        try:
            await asyncio.wait({work, *stops}, return_when=asyncio.FIRST_COMPLETED)
            return work.result() if work.done() else None
        finally:
            for one in (work, *stops):
                one.cancel()
            await asyncio.gather(work, *stops, return_exceptions=True)

    async def _fetch(self) -> list[RawUpdate]:
        """The next updates, with their ids in order; nothing after a failure and its pause."""
        clock = asyncio.get_running_loop().time
        began = clock()
        self._progress.begins()
        try:
            answer = await self._get_updates(LONG_POLL)
            updates = _sound(answer)
        except Conflict as error:
            if self._turn.is_ours:  # else this process has slept, and its turn is another's
                await self._stand_back(error)
            return []
        except TelegramError as error:
            await self._pause(error)
            return []
        except Exception as error:  # no answer, however odd, may end the intake
            log.exception("Telegram's answer could not be used")
            await self._pause(error)
            return []
        if clock() - self._conflict_at > CALM:
            self._conflicts = 0
        self._progress.moved()
        if not updates:
            await self._rest(unusable=bool(answer), quick=clock() - began < QUICK)
        return updates

    async def _rest(self, *, unusable: bool, quick: bool) -> None:
        """Behind an answer without updates: no pause after a long poll, yet never a hot loop."""
        if unusable:
            await self._sleep(self._backoff.delay())
            return
        self._backoff.reset()
        if quick:
            await self._sleep(QUICK_PAUSE)

    async def _get_updates(self, wait: float) -> Any:
        return await self._bot.do_api_request(
            # Spelt so that the library does not advise `Bot.getUpdates`, which reads all of a
            # batch at once and fails on all of it.
            "get_Updates",
            {
                "offset": self._offset,
                "limit": BATCH,
                "timeout": int(wait),
                "allowed_updates": list(ALLOWED_UPDATES),
            },
            read_timeout=wait + POLL_MARGIN,
        )

    async def _stand_back(self, error: Conflict) -> None:
        """Another program took our place, or has set a webhook: leave it to it, and ask again ever
        more rarely. It is no other process on this database: that would wait for its turn."""
        self._progress.rests()  # to start again would only cut the other off
        if not self._conflicts:
            log.error(
                "another program uses this token, so that updates do not come here: stop one of "
                "the two, or let both use one database, where one stands by for the other",
                reason=in_one_line(error),
            )
        delay = min(CONFLICT_DELAY * 2.0 ** min(self._conflicts, 16), LONGEST_CONFLICT)
        self._conflicts += 1
        self._conflict_at = asyncio.get_running_loop().time() + delay
        await self._sleep(delay)

    async def _pause(self, error: BaseException) -> None:
        delay = self._backoff.delay(error)
        tell = log.error if is_unauthorized(error) else log.warning
        tell("fetching updates failed", reason=in_one_line(error), again_in=round(delay, 1))
        await self._sleep(delay)

    async def _receive_batch(self, updates: Sequence[RawUpdate]) -> None:
        """All at once, begun in order; what was received before the first failure is confirmed.

        One that takes long is left in hand while further ones are fetched: Telegram sends it and
        those behind it again until it is confirmed, and they are passed over.
        """
        for update in updates:
            number = update["update_id"]
            if number not in self._in_hand and number not in self._done:
                self._in_hand[number] = asyncio.ensure_future(self._receive(update))
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=PATIENCE)
        failure = self._confirm()
        if failure is None:
            self._backoff.reset()
            return
        delay = self._backoff.delay()
        log.error(
            "updates cannot be received: is the database away?",
            reason=in_one_line(failure),
            again_in=round(delay, 1),
        )
        await self._unless_stopping(self._sleep(delay))

    def _confirm(self) -> BaseException | None:
        """Move the offset behind what is received up to the first that is not; the failure of
        that one, if it has failed."""
        ended = {number: task for number, task in self._in_hand.items() if task.done()}
        failures = {number: _failure(task) for number, task in ended.items()}
        failed = {number: error for number, error in failures.items() if error is not None}
        self._in_hand = {n: task for n, task in self._in_hand.items() if n not in ended}
        self._done |= ended.keys() - failed.keys()
        missing = min([*self._in_hand, *failed], default=None)
        self._offset = missing or max(self._done, default=self._offset - 1) + 1
        self._done = {number for number in self._done if number >= self._offset}
        return failed[min(failed)] if failed else None

    async def _farewell(self) -> None:
        """Confirm the last batch, so that it is not delivered once more after the restart."""
        try:
            async with asyncio.timeout(FAREWELL):
                await self._get_updates(0)
        except (TelegramError, TimeoutError) as error:
            log.info("the last updates stay unconfirmed", reason=in_one_line(error))


def _failure(task: asyncio.Future[None]) -> BaseException | None:
    return asyncio.CancelledError() if task.cancelled() else task.exception()


def _sound(answer: Any) -> list[RawUpdate]:
    """What of Telegram's answer are updates, by their ids."""
    updates = [one for one in answer if isinstance(one, dict) and _has_id(one)]
    if len(updates) < len(answer):
        log.error("updates without an id are left out", count=len(answer) - len(updates))
    return sorted(updates, key=lambda update: int(update["update_id"]))


def _has_id(update: RawUpdate) -> bool:
    return type(update.get("update_id")) is int
