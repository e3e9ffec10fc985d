"""A town whose clock does not move by itself, and short ways to call its Bot API."""

import struct
import zlib
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.playground.people.town import Town, a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world import UploadedFile
from bot.playground.world.refusals import Refusal

Ask = Callable[..., Coroutine[Any, Any, Any]]
Refused = Callable[..., Awaitable[tuple[int, str]]]


async def until_polled(telegram: Telegram) -> None:
    """Return when the bot is waiting in getUpdates."""
    while not telegram.is_polled:
        await telegram.changed.wait()


class Clock:
    """A clock that only the test moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **step: float) -> None:
        self.at += timedelta(**step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(now=clock)


@pytest.fixture
def town(telegram: Telegram) -> Town:
    return a_small_town(telegram)


@pytest.fixture
def ask(telegram: Telegram) -> Ask:
    """`await ask("sendMessage", chat_id=…)` is the result of a call."""

    async def asked(method: str, **params: Any) -> Any:
        return await telegram.call(method, params)

    return asked


@pytest.fixture
def refused(telegram: Telegram) -> Refused:
    """`await refused("sendMessage", …)` is the code and the description of the refusal."""

    async def asked(method: str, **params: Any) -> tuple[int, str]:
        with pytest.raises(Refusal) as caught:
            await telegram.call(method, params)
        return caught.value.code, caught.value.description

    return asked


@pytest.fixture
def picture() -> UploadedFile:
    """A red PNG of 640 × 400 pixels."""
    return UploadedFile("shelf.png", png(640, 400))


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xc8\x50\x3c" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", header), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )
