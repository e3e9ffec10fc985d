"""How much memory the bot's process holds: `python -m bench.memory`.

Resident megabytes of fresh processes, the median of three: what the imports take alone, the bot
that idles, with the cities loaded, and after everything that is loaded on first use. What only
tests need (rich, which tracebacks in a console would load) is hidden, as it is not installed.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from statistics import median

from storage.migrations import upgrade
from tests.support.databases import address_of, empty_database
from tests.support.loopback import TOKEN
from tests.support.processes import ROOT

PROLOGUE = """
import sys
sys.modules["rich"] = None

def tell():
    line = next(one for one in open("/proc/self/status") if one.startswith("VmRSS"))
    print(int(line.split()[1]) / 1024)
"""
IMPORTS = """
import aiohttp.web, aiosqlite, alembic.command, apscheduler.schedulers.asyncio, asyncpg, babel
import click, fluent.runtime, markupsafe, pydantic_settings, sqlalchemy.ext.asyncio
import sqlmodel.ext.asyncio.session, structlog, telegram, uuid_utils
"""
IDLE = """
import asyncio
import bot.commands.run
from bot import application
from bot.routes import menus
from bot.settings import Settings
from bot.texts import LANGUAGES
from storage.migrations import upgrade

async def start():
    one = application.compose(Settings.load())
    await one.database.ping()
    await upgrade(one.database.settings)
    for language in LANGUAGES:
        menus(language)

asyncio.run(start())
"""
CITIES = """
from bot.language.places.cities import load_cities
load_cities()
"""
EVERYTHING = """
from datetime import UTC, datetime
from bot.language import Place, read_task
from bot.language.places.zones import find_zone, zone_at
from bot.pictures.lettering import face
from bot.pictures import detail, leaderboard, sheet
for language in LANGUAGES:
    where = Place(zone="UTC", language=language, group=False)
    read_task("x 9:00", now=datetime.now(UTC), place=where)
find_zone("Hambrug", language="de")
zone_at(52.5, 13.4)
face(12.0)
"""
STAGES = (
    ("imports alone", IMPORTS),
    ("idle", IDLE),
    ("cities loaded", IDLE + CITIES),
    ("everything loaded", IDLE + CITIES + EVERYTHING),
)


def resident(code: str, database: str) -> float:
    """Megabytes of a fresh process that has run some code."""
    run = subprocess.run(  # noqa: S603  our own interpreter and constants
        [sys.executable, "-c", f"{PROLOGUE}{code}tell()"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "BOT_TOKEN": TOKEN, "DATABASE_URL": database},
    )
    return float(run.stdout.split()[-1])


def main() -> None:
    """Measure in turn, and print a table."""
    with empty_database("sqlite") as settings:
        asyncio.run(upgrade(settings))
        database = address_of(settings)
        taken = {name: median(resident(code, database) for _ in range(3)) for name, code in STAGES}
    alone = taken["imports alone"]
    print("| | MiB | to the imports |\n|---|---|---|")
    for name, megabytes in taken.items():
        print(f"| {name} | {megabytes:.0f} | ×{megabytes / alone:.2f} |")


if __name__ == "__main__":
    main()
