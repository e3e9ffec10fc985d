"""How the process ends: on a signal, in order, and within ten seconds whatever hangs.

Telegram, the database and the disk may hang, and with the disk the event loop. So signals are
heard by a thread of their own, which ends the process itself when order takes too long.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

log = structlog.get_logger(__name__)

SIGNALS = (signal.SIGINT, signal.SIGTERM)
AT_THE_LATEST = 9.5  # seconds from the signal to the end of the process
TELLS = 0.2  # seconds for what was cancelled to notice

# seconds from the signal until a part is no longer waited for
TAKEN_IN = 2.5  # updates in hand, open requests, jobs that run
LEFT = 5.0  # answers on their way
KEPT = 7.5  # what became of them, while the database is away
CLOSED = 8.5  # connections


class Ending:
    """Ends one part after the other; how long each may take counts from the beginning of all."""

    def __init__(self) -> None:
        self._began = _seconds()

    def grace(self, by: float) -> float:
        """Seconds that a part may give to what it waits for, so that it ends in time itself."""
        return max(0.0, self._left(by) - TELLS)

    async def part(self, name: str, closing: Coroutine[Any, Any, None], *, by: float) -> None:
        """End one part; neither its failure nor its hanging keeps the others from ending."""
        task = asyncio.ensure_future(closing)
        await asyncio.wait({task}, timeout=self._left(by))
        if not task.done():
            log.error("a part did not end in time", part=name)
            task.cancel()
            await asyncio.wait({task}, timeout=TELLS)  # what hangs may hang when cancelled, too
        if task.done() and not task.cancelled() and (error := task.exception()) is not None:
            log.error("a part did not end in order", part=name, exc_info=error)

    def _left(self, by: float) -> float:
        return max(0.0, self._began + by - _seconds())


@contextmanager
def stop_signals(*, ends_process: bool) -> Iterator[asyncio.Event]:
    """An event of the running loop that the first SIGINT or SIGTERM sets.

    With `ends_process` a second one ends the process at once, and so does AT_THE_LATEST, also
    behind this block; else the signals have their usual effect again.
    """
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    usual = {number: signal.signal(number, lambda *_: None) for number in SIGNALS}
    waking = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    ears = threading.Thread(
        target=_hear, args=(reading, loop, stop, ends_process), name="signals", daemon=True
    )
    ears.start()
    try:
        yield stop
    finally:
        if not ends_process:
            signal.set_wakeup_fd(waking)
            for number, handler in usual.items():
                signal.signal(number, handler)
            os.close(writing)
            ears.join()


def _hear(
    reading: int, loop: asyncio.AbstractEventLoop, stop: asyncio.Event, ends_process: bool
) -> None:
    """Pass the first signal on to the loop. The numbers of signals come through the pipe whatever
    the main thread does at that moment."""
    with os.fdopen(reading, "rb", buffering=0) as heard:
        while number := heard.read(1):
            if number[0] in SIGNALS:
                loop.call_soon_threadsafe(stop.set)
                break
        if ends_process and number:
            _end_later()
        while number := heard.read(1):
            if ends_process and number[0] in SIGNALS:
                os._exit(128 + number[0])


def _end_later() -> None:
    latest = threading.Timer(AT_THE_LATEST, _end)
    latest.daemon = True
    latest.start()


def _end() -> None:
    log.error("the end took too long: what was in hand is done by the next process")
    os._exit(1)


def _seconds() -> float:
    return asyncio.get_running_loop().time()


async def first_of(*waiting: Coroutine[Any, Any, Any]) -> None:
    """Return, or raise, as the first to end does; the others are cancelled."""
    tasks = [asyncio.ensure_future(one) for one in waiting]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
