"""A thread that notices when the event loop stands still, and logs where.

While the loop is blocked nobody is answered, and nothing on the loop can say so.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

log = structlog.get_logger(__name__)

BLOCKED = 2.0  # seconds
LOOKS = 4  # in that time
SHOWN = 12  # frames, the innermost last


class Watchdog:
    """Watches the loop that it is started in. `heard` is told how many seconds each block took."""

    def __init__(self, heard: Callable[[float], None], *, limit: float = BLOCKED) -> None:
        self._heard = heard
        self._limit = limit
        self._ended = threading.Event()
        self._moved_at = 0.0
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        loop, thread = asyncio.get_running_loop(), threading.get_ident()
        self._moved_at = time.monotonic()
        self._thread = threading.Thread(
            target=self._watch, args=(loop, thread), name="watchdog", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()

    def _watch(self, loop: asyncio.AbstractEventLoop, thread: int) -> None:
        """Ask the loop again and again to move. A block is told once, and once more at its end."""
        pause, blocked_at = self._limit / LOOKS, 0.0
        looked_at = time.monotonic()
        while not self._ended.wait(pause):
            before, looked_at = looked_at, time.monotonic()
            try:
                loop.call_soon_threadsafe(self._move)
            except RuntimeError:  # the loop is closed
                return
            if looked_at - before > self._limit:  # the machine slept, or the process was stopped
                self._moved_at = looked_at
            elif blocked_at and self._moved_at > blocked_at:
                self._tell_end(self._moved_at - blocked_at)
                blocked_at = 0.0
            elif not blocked_at and looked_at - self._moved_at > self._limit:
                blocked_at = self._moved_at
                _tell(looked_at - blocked_at, thread)

    def _move(self) -> None:
        self._moved_at = time.monotonic()

    def _tell_end(self, seconds: float) -> None:
        log.error("the event loop moves again", blocked_for=round(seconds, 1))
        self._heard(seconds)


def _tell(seconds: float, thread: int) -> None:
    frame = sys._current_frames().get(thread)  # noqa: SLF001  the only way to it
    where = " > ".join(_places(frame)) if frame is not None else ""
    log.error("the event loop is blocked", so_far=round(seconds, 1), where=where)


def _places(frame: FrameType) -> list[str]:
    """File, line and function of the innermost frames: no values, and no lines of code."""
    return [
        f"{'/'.join(Path(one.f_code.co_filename).parts[-2:])}:{line} {one.f_code.co_name}"
        for one, line in [*traceback.walk_stack(frame)][:SHOWN][::-1]
    ]
