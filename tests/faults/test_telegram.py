"""Telegram down, slow, broken, answering with pages of HTML, or no longer knowing the token."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.starting import REVOKED, CannotStart
from tests.support.faults import Weather
from tests.support.outages import RECOVERS, Scene, a_scene

LASTS = 7.0  # seconds, after which every pause between two tries is as long as it gets
DOWN = (Weather.BROKEN, Weather.PAGE, Weather.GONE, Weather.SLOW)


async def through(weather: Weather, database_url: str) -> None:
    async with a_scene(database_url) as scene:
        scene.says("/add Milk")
        scene.says("/add Call mum in 35 min")
        began = scene.seconds()
        await scene.until(lambda: scene.got("Call mum"))
        its_work = scene.seconds() - began  # which takes its time on a busy machine
        scene.turns(weather)
        scene.says("/add Bread")
        scene.pass_(minutes=36)  # and a reminder is due
        await asyncio.sleep(LASTS)
        scene.turns(Weather.FINE)
        try:
            await scene.until(
                lambda: scene.got("Bread") and has_reminded(scene), within=RECOVERS + 2 * its_work
            )
        except TimeoutError:
            said = scene.got()
            raise AssertionError(f"{weather}: after {RECOVERS} s there is only {said}") from None
        assert len(scene.got("Bread")) == 1
        await scene.until(lambda: not scene.telegram.pending_updates)


def has_reminded(scene: Scene) -> bool:
    return len(scene.got("Call mum")) > 1


async def test_whatever_is_wrong_with_telegram_all_goes_on_within_seconds_of_its_end(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    for weather in DOWN:
        shutil.copy(migrated_sqlite, tmp_path / f"{weather.name}.db")
    with capture_logs():
        await asyncio.gather(
            *(through(weather, f"sqlite:///{tmp_path / weather.name}.db") for weather in DOWN)
        )


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_token_that_is_revoked_ends_the_bot_with_one_line(database_url: str) -> None:
    with capture_logs():
        async with a_scene(database_url) as scene:
            ended = asyncio.create_task(scene.application.ended())
            scene.turns(Weather.UNKNOWN_TOKEN)
            with pytest.raises(CannotStart) as said:
                await asyncio.wait_for(ended, 15)
    assert str(said.value) == REVOKED
    assert "\n" not in REVOKED


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_one_refusal_of_the_token_ends_nothing(database_url: str) -> None:
    """A proxy's hiccup, say."""
    with capture_logs():
        async with a_scene(database_url) as scene:
            ended = asyncio.create_task(scene.application.ended())
            scene.turns(Weather.UNKNOWN_TOKEN)
            await asyncio.sleep(1)
            scene.turns(Weather.FINE)
            scene.says("/add Milk")
            await scene.until(lambda: scene.got("Milk"), within=RECOVERS)
            assert not ended.done()
            ended.cancel()
