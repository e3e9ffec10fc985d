"""Random texts: none may be answered by "something broke".

make bench NAME=any_text                             100,000 texts on each database
python -m bench.any_text --database postgresql --texts 100000 --seed 7

Prints each text that something broke over, with its error, and how many texts a second were
answered; ends with 1 when there was one.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time

from storage.migrations import upgrade
from tests.support.any_text import answer_all, any_texts
from tests.support.clocks import NOW, Time
from tests.support.conversations import Conversation
from tests.support.databases import address_of, empty_database
from tests.support.setup import a_setup

AT_ONCE = 500  # texts of one town: its chats grow, and become slow


async def talk(wanted: str, texts: int, seed: int) -> int:
    """Say that many texts, a new town and database for each batch; how many made the bot fail."""
    broken, began = 0, time.monotonic()
    for batch in range(0, texts, AT_ONCE):
        with empty_database(wanted) as settings:
            await upgrade(settings)
            async with a_setup(address_of(settings), Time(NOW)) as setup:
                setup.trouble_is_meant = True
                said = any_texts(seed + batch, min(AT_ONCE, texts - batch))
                for one, error in await answer_all(Conversation(setup, "private"), said):
                    broken += 1
                    print(f"{error[:200]}\n    {one}"[:700], flush=True)
        done = min(texts, batch + AT_ONCE)
        print(f"{wanted}: {done:,} said", file=sys.stderr, flush=True)
    took = time.monotonic() - began
    print(f"{wanted}: {texts:,} texts, {broken} broken, {texts / took:.0f} a second", flush=True)
    return broken


async def main() -> int:
    """Run what the command line asks for; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="sqlite or postgresql; both without it")
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")
    broken = 0
    for wanted in [chosen.database] if chosen.database else ["sqlite", "postgresql"]:
        broken += await talk(wanted, chosen.texts, chosen.seed)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
