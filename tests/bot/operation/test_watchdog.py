"""A block of the event loop is told, with where it is and how long it took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from bot.operation.watchdog import Watchdog
from tests.support.outages import a_scene

LIMIT = 0.2  # seconds


@pytest.fixture
def blocks() -> list[float]:
    return []


@pytest.fixture
def watchdog(blocks: list[float]) -> Iterator[Watchdog]:
    watchdog = Watchdog(blocks.append, limit=LIMIT)
    yield watchdog
    watchdog.stop()


def a_slow_job() -> None:
    secret = "what somebody wrote"
    time.sleep(LIMIT * 3)
    assert secret


async def test_a_block_is_told_once_with_its_place_and_its_end(
    watchdog: Watchdog, blocks: list[float]
) -> None:
    with capture_logs() as logs:
        watchdog.start()
        await asyncio.sleep(LIMIT * 2)
        assert logs == []
        a_slow_job()
        await asyncio.sleep(LIMIT)
    began, ended = logs
    assert began["event"] == "the event loop is blocked"
    assert began["where"].endswith(" a_slow_job")
    assert "operation/test_watchdog.py:" in began["where"]
    assert "somebody" not in str(logs)
    assert ended["event"] == "the event loop moves again"
    assert len(blocks) == 1
    assert LIMIT < blocks[0] < LIMIT * 6


async def test_every_block_is_told(watchdog: Watchdog, blocks: list[float]) -> None:
    with capture_logs() as logs:
        watchdog.start()
        for _ in range(2):
            a_slow_job()
            await asyncio.sleep(LIMIT)
    assert len(logs) == 4
    assert len(blocks) == 2


async def test_a_loop_that_is_only_idle_is_left_alone(
    watchdog: Watchdog, blocks: list[float]
) -> None:
    watchdog.start()
    await asyncio.sleep(LIMIT * 3)
    assert blocks == []


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_running_bot_counts_the_block_of_its_loop(
    database_url: str,
) -> None:
    with capture_logs() as logs:
        async with a_scene(database_url) as scene:
            time.sleep(2.6)  # noqa: ASYNC251  that is what is tried
            await asyncio.sleep(0.7)
            page = (await scene.application.pulse.exposition()).decode()
    assert "dueto_loop_blocked_seconds_count 1.0" in page
    assert any(entry["event"] == "the event loop is blocked" for entry in logs)
