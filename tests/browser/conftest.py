"""The playground as people see it: the bot's real process, and a page in a real Chromium."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.support.browser import Playground
from tests.support.chromium import launch

ROOT = Path(__file__).parents[2]
STARTED_WITHIN = 60.0  # seconds; two processes import everything on a machine that is busy
SHOWN_WITHIN = 60_000  # milliseconds; the first answer waits for the bot to start

expect.set_options(timeout=SHOWN_WITHIN)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real browser. Where none starts, the test fails: `make browser` says what is missing."""
    async with async_playwright() as playwright:
        running = await launch(playwright)
        yield running
        await running.close()


@pytest.fixture
async def playground(browser: Browser, tmp_path: Path) -> AsyncIterator[Playground]:
    """`dueto playground` with an empty database, on a free port."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"BOT_TOKEN", "TELEGRAM_API_URL", "MODE"}
    } | {
        "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
        "LISTEN": "127.0.0.1:0",
        "LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "playground", "--port", "0"),
        cwd=tmp_path,  # its database is a file of the folder that it is started in
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        address = await asyncio.wait_for(_address(process), STARTED_WITHIN)
        yield Playground(address, browser)
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), STARTED_WITHIN)


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.search(rb"http://127\.0\.0\.1:\d+/", line):
            return found[0].decode()
    raise AssertionError("the playground ended before it told its address")
