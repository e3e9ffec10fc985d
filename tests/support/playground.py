"""Short ways to ask the playground's stand-in, and a picture to send it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.playground.telegram import Telegram

Ask = Callable[..., Coroutine[Any, Any, Any]]
Refused = Callable[..., Awaitable[tuple[int, str]]]


async def until_polled(telegram: Telegram) -> None:
    """Return when a getUpdates waits."""
    while not telegram.is_polled:
        await telegram.changed.wait()


def png(width: int, height: int) -> bytes:
    """A red PNG of so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xc8\x50\x3c" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )
