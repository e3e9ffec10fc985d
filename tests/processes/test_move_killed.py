"""`dueto move` killed in the middle: the source is untouched, and the target goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from storage.settings import DatabaseSettings
from storage.whole.marks import half_filled_from
from storage.whole.reading import reading
from storage.whole.values import shapes
from storage.whole.writing import connected, insert
from tests.support.processes import ROOT

ROWS = 40_000
TOKEN = "123456:not_a_real_one"


def at(url: str) -> DatabaseSettings:
    return DatabaseSettings.from_url(url)


async def facts(url: str) -> dict[str, tuple[int, str]]:
    async with reading(at(url), anyway=True) as snapshot:
        return {shape.name: (await snapshot.tally(shape)).facts for shape in shapes()}


async def fill(url: str) -> None:
    received = next(shape for shape in shapes() if shape.name == "received_updates")
    moment = received.read([1, "2026-09-23T12:30:00+00:00", None])[1]
    async with connected(at(url)) as connection, connection.begin():
        await insert(connection, received, [(one, moment, one) for one in range(ROWS)])


async def dueto(folder: Path, *arguments: str, url: str = "") -> Process:
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    settings = {"BOT_TOKEN": TOKEN, "DATABASE_URL": url, "LISTEN": "127.0.0.1:0"}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env={**os.environ, **settings, "PYTHONPATH": path},
        stdout=PIPE,
        stderr=PIPE,
    )


async def until_half(url: str, process: Process) -> None:
    """Wait until some rows are there, but not all."""
    received = next(shape for shape in shapes() if shape.name == "received_updates")
    async with asyncio.timeout(90):
        while True:
            assert process.returncode is None, "it ended before it was killed"
            try:
                async with reading(at(url), anyway=True) as snapshot:
                    if await snapshot.count(received) > 0:
                        return
            except Exception:  # noqa: BLE001  its tables are being made
                await asyncio.sleep(0.02)


async def test_killed_in_the_middle(database_url: str, other_url: str, tmp_path: Path) -> None:
    await fill(database_url)
    before = await facts(database_url)
    moving = ("move", database_url, other_url, "--anyway")
    process = await dueto(tmp_path, *moving)
    await until_half(other_url, process)
    process.kill()
    assert await process.wait() == -signal.SIGKILL
    half = (await facts(other_url))["received_updates"][0]
    assert 0 < half < ROWS
    assert await half_filled_from(at(other_url)) == at(database_url).name
    assert await facts(database_url) == before

    refused = await dueto(tmp_path, "run", url=other_url)
    _, told = await asyncio.wait_for(refused.communicate(), 90)
    assert refused.returncode == 2
    assert b"has half of" in told.splitlines()[-1]

    again = await dueto(tmp_path, *moving)
    shown, told = await asyncio.wait_for(again.communicate(), 90)
    assert again.returncode == 0, told
    assert f"{ROWS:,}".encode() in shown
    assert await half_filled_from(at(other_url)) is None
    assert await facts(other_url) == before == await facts(database_url)
