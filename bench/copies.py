"""A backup of a large SQLite store, and whom it holds up.

python -m bench.copies                       1 million tasks of 1,000 people
python -m bench.copies --people 100

While the copy is made and checked, as `dueto backup` and the bot's own nightly one do, another
connection writes a small transaction every 10 ms, each on the disk as the bot's. Prints how long
the copy took, and the longest that one of those took, beside the longest without a copy.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from time import perf_counter, sleep

from bench.fill import filled
from storage.copying import back_up
from storage.settings import DatabaseSettings

EVERY, ALONE = 0.01, 5.0  # seconds


class Writer:
    """Writes until it is stopped, and remembers how long each transaction took."""

    def __init__(self, path: Path) -> None:
        self.taken: list[float] = []
        self._path = path
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._write)

    def __enter__(self) -> Writer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _write(self) -> None:
        with closing(sqlite3.connect(self._path, timeout=60)) as database:
            database.execute("PRAGMA synchronous = FULL")
            while not self._ended.is_set():
                began = perf_counter()
                with database:
                    database.execute("UPDATE tasks SET notes = notes WHERE rowid = 1")
                self.taken.append((perf_counter() - began) * 1000)
                sleep(EVERY)


def run(people: int) -> None:
    """Fill, copy and print."""
    with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
        path, copy = Path(folder) / "dueto.db", Path(folder) / "copy.db"
        settings = DatabaseSettings.from_url(f"sqlite:///{path}")
        asyncio.run(filled(settings, people, 1_000))
        with Writer(path) as alone:
            sleep(ALONE)
        with Writer(path) as beside:
            began = perf_counter()
            back_up(path, copy)
            took = perf_counter() - began
        print("| MB | copied and checked in s | goal | longest transaction: ms | without a copy |")
        print("|---|---|---|---|---|")
        size = copy.stat().st_size / 1e6
        longest = f"{max(beside.taken):.0f} | {max(alone.taken):.0f}"
        print(f"| {size:,.0f} | {took:.1f} | 5 | {longest} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=1_000)
    run(parser.parse_args().people)
