"""The stand-in of Telegram, and its server for the bot's real processes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.playground.page.server import Server, serve
from bot.playground.telegram import Telegram


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=lambda: datetime.now(UTC))


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram, port=0)
    yield server
    await server.close()
