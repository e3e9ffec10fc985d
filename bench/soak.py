"""Reminders from real processes, killed every few seconds, on a connection that fails.

make soak                          3,000 reminders over 60 s, on SQLite and on PostgreSQL
python -m bench.soak --database postgresql --processes 3 --seed 7
python -m bench.soak --answers     1,000 messages of 50 people, who all have to be answered

A process is killed two to four seconds after the last one that was killed works again. Every
reminder has to arrive. It may arrive twice where nobody could know that it had: once for each
process that was killed, and once for each answer that was lost. Prints a Markdown table, and ends
with 1 when a reminder is missing or there are more doubles than that.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from storage.migrations import upgrade
from tests.support.crowd import percentile
from tests.support.databases import address_of, empty_database
from tests.support.soaks.answers import SoakOfAnswers, Writing
from tests.support.soaks.reminders import Figures, Fire, Soak

HEAD = (
    "| database | processes | reminders | kills | failed sends | answers lost | lost "
    "| doubles (allowed) | late: p50 / p99 s | took |"
)


def row(name: str, processes: int, figures: Figures) -> str:
    """A line of the table."""
    late = f"{percentile(figures.late, 0.5):.1f} / {percentile(figures.late, 0.99):.1f}"
    return (
        f"| {name} | {processes} | {figures.reminders:,} | {figures.kills} | {figures.failed} "
        f"| {figures.answers_lost} | {figures.lost} | {figures.doubles} ({figures.allowed}) "
        f"| {late} | {figures.took:.0f} s |"
    )


async def soak(wanted: str, fire: Fire) -> Figures:
    """One run on a database of its own."""
    with empty_database(wanted) as settings:
        await upgrade(settings)
        url = wanted if "://" in wanted else address_of(settings)
        with tempfile.TemporaryDirectory(prefix="dueto-soak-") as folder:
            return await Soak(fire, url, Path(folder)).run()


ANSWERS_HEAD = (
    "| database | messages | kills | failed sends | of these unclear | not committed "
    "| not answered | doubles (allowed) | took |"
)


async def soak_of_answers(wanted: str, seed: int) -> bool:
    """One run of people who write, and its line of the table."""
    with empty_database(wanted) as settings:
        await upgrade(settings)
        url = wanted if "://" in wanted else address_of(settings)
        with tempfile.TemporaryDirectory(prefix="dueto-soak-") as folder:
            found = await SoakOfAnswers(Writing(seed=seed), url, Path(folder)).run()
    print(
        f"| {wanted.partition(':')[0]} | {found.written:,} | {found.kills} | {found.failed} "
        f"| {found.unclear} | {found.missing} | {found.unanswered} "
        f"| {found.doubles} ({found.allowed}) | {found.took:.0f} s |",
        flush=True,
    )
    return found.sound


async def main() -> int:
    """Run what the command line asks for, print the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="", help="sqlite, postgresql or an empty one's URL")
    parser.add_argument("--processes", type=int, default=3, help="of the bot, on PostgreSQL")
    parser.add_argument("--reminders", type=int, default=3_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", action="store_true", help="people write, and are answered")
    chosen = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")  # what fails here is meant to fail
    head = ANSWERS_HEAD if chosen.answers else HEAD
    print("\n".join((head, "|" + "---|" * (head.count("|") - 1))), flush=True)
    sound = True
    for wanted in [chosen.database] if chosen.database else ["sqlite", "postgresql"]:
        if chosen.answers:
            sound = await soak_of_answers(wanted, chosen.seed) and sound
            continue
        processes = 1 if wanted.startswith("sqlite") else chosen.processes
        fire = Fire(chosen.reminders, chosen.seconds, processes, seed=chosen.seed)
        figures = await soak(wanted, fire)
        print(row(wanted.partition(":")[0], processes, figures), flush=True)
        sound = sound and figures.sound
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
