"""Whether Telegram can be reached: what its answers say, or that there are none.

What could not leave is put off, for longer each time. When Telegram is there again, it should not
wait for that; and a token that Telegram does not know any more ends the bot.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from telegram.error import InvalidToken, TelegramError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger(__name__)

# of the transport's kinds of failure: nobody was there, or it was not the Bot API's word
LASTING = 3.0  # seconds; what has failed for less has not been put off
CUT = frozenset({"server", "strange", "timeout", "no_answer", "not_sent"})
UNKNOWN = "unauthorized"  # the token
ASKS = 1.0  # seconds between two questions while something is wrong
REFUSALS = 5  # of a token in a row, so that no single word of a proxy's ends the bot


def _nobody() -> None: ...


class Contact:
    """`on_back` is called when Telegram answers after it could not be reached."""

    def __init__(self) -> None:
        self.on_back: Callable[[], None] = _nobody
        self._trouble = asyncio.Event()
        self._cut_at: float | None = None  # by the loop's clock
        self._failures = 0  # in a row

    @property
    def is_cut(self) -> bool:
        """Whether nobody answers: one call that fails may be that call's own bad luck."""
        return self._failures > 1

    def hear(self, kind: str) -> None:
        """A call has ended with a failure of a kind of the transport's, or well: ""."""
        now = asyncio.get_running_loop().time()
        if kind in CUT:
            self._cut_at = self._cut_at or now
            self._failures += 1
            self._trouble.set()
        elif kind == UNKNOWN:
            self._trouble.set()
        elif not kind:
            cut_at, self._cut_at, self._failures = self._cut_at, None, 0
            self._trouble.clear()
            if cut_at is not None and now - cut_at >= LASTING:
                log.info("Telegram answers again", away_for=round(now - cut_at, 1))
                self.on_back()

    async def watch(
        self,
        ask: Callable[[], Awaitable[object]],
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """While something is wrong, ask Telegram how it is. Returns when it does not know the token
        any more."""
        refusals = 0
        while refusals < REFUSALS:
            await self._trouble.wait()
            await sleep(ASKS)
            try:
                await ask()
            except TelegramError as error:
                refusals = refusals + 1 if _is_unknown(error) else 0
            else:
                refusals = 0


def _is_unknown(error: TelegramError) -> bool:
    return isinstance(error, InvalidToken) and "unauthorized" in str(error).lower()
