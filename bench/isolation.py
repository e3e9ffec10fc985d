"""People of several chats at random: nobody may ever see or change what is not theirs.

make bench NAME=isolation                            a million steps on each database
python -m bench.isolation --database sqlite --steps 100000 --seed 7

Prints a line for each ten towns, and each thing that came to somebody who is not in its chat, with
its seed and the last steps; ends with 1 when there was one.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import storage.database
from storage.migrations import upgrade
from storage.settings import DatabaseSettings
from tests.support.databases import UNSAFE_AND_FAST, address_of, create_engine, empty_database
from tests.support.soaks.isolation import STEPS_OF_A_TOWN, Leak, walk_at_random


async def town(wanted: str, seed: int, steps: int) -> bool:
    """Walk through one town, on a database of its own; whether nothing was found."""
    with ExitStack() as held:
        if wanted == "sqlite":
            folder = held.enter_context(tempfile.TemporaryDirectory(prefix="dueto-isolation-"))
            settings = DatabaseSettings.from_url(f"sqlite:///{Path(folder) / 'town.db'}")
        else:
            settings = held.enter_context(empty_database(wanted))
        await upgrade(settings)
        try:
            await walk_at_random(address_of(settings), seed, steps)
        except Leak as leak:
            print(leak, flush=True)
            return False
    return True


async def main() -> int:
    """Run what the command line asks for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="sqlite or postgresql; both without it")
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1_000)
    chosen = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")
    storage.database.PRAGMAS, storage.database.create_engine = UNSAFE_AND_FAST, create_engine
    found = 0
    for wanted in [chosen.database] if chosen.database else ["sqlite", "postgresql"]:
        began = time.monotonic()
        for number, done in enumerate(range(0, chosen.steps, STEPS_OF_A_TOWN)):
            steps = min(STEPS_OF_A_TOWN, chosen.steps - done)
            found += not await town(wanted, chosen.seed + number, steps)
            if number % 10 == 9 or done + steps == chosen.steps:
                took = time.monotonic() - began
                print(
                    f"{wanted}: {done + steps:,} steps in {took:.0f} s, {found} found", flush=True
                )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
