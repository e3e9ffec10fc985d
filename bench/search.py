"""What search costs at 10,000 people with 1,000 tasks each, beside other ways to do it.

python -m bench.search --database sqlite
python -m bench.search --database postgresql
python -m bench.search --database postgresql://user:password@host/an_empty_database

The store's own query looks through the asker's tasks by LIKE over `Task.searchable`. Beside it,
the same question with the same ranking by an index of words: PostgreSQL's tsvector in a GIN index
(with the chat in it where btree_gin is there), trigrams (where pg_trgm is there), SQLite's FTS5.
Prints a Markdown table; the ratios inside one run are what counts.
"""

from __future__ import annotations

import argparse
import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

from sqlalchemy import ColumnElement, literal_column, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col, select

from bench.fill import RARE, Person, filled
from storage.database import create_engine
from storage.models import Task
from storage.people.access import visible_to
from storage.people.asking import Asker
from storage.tasks.search import has_words, patterns, relevance
from tests.support.databases import empty_database

ASKED = 200  # people whose search is timed
QUESTIONS = {"rare": [RARE], "common": ["buy"], "two words": ["buy", "mil"], "none": ["qq"]}

Condition = Callable[[Sequence[str], int], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to search: what it needs in the database, and its condition for (words, person)."""

    name: str
    setup: tuple[str, ...]
    condition: Condition


def shipped(words: Sequence[str], _: int) -> ColumnElement[bool]:
    return has_words([patterns(word) for word in words])


def by_tsvector(words: Sequence[str], _: int) -> ColumnElement[bool]:
    asked = " & ".join(f"{word}:*" for word in words)
    return literal_column(f"to_tsvector('simple', searchable) @@ to_tsquery('simple', '{asked}')")


def by_fts(words: Sequence[str], _: int) -> ColumnElement[bool]:
    asked = " AND ".join(f'"{word}"*' for word in words)
    return literal_column(f"tasks.rowid IN (SELECT rowid FROM fts WHERE fts MATCH '{asked}')")  # noqa: S608  constants


def by_fts_and_chat(words: Sequence[str], person: int) -> ColumnElement[bool]:
    asked = " AND ".join(f'body : "{word}"*' for word in words)
    match = f"chat : c{person} AND {asked}"
    return literal_column(f"tasks.rowid IN (SELECT rowid FROM fts WHERE fts MATCH '{match}')")  # noqa: S608  constants


FTS = (
    "CREATE VIRTUAL TABLE fts USING fts5"
    "(chat, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO fts (rowid, chat, body) SELECT tasks.rowid, 'c' || chats.telegram_id, searchable"
    " FROM tasks JOIN chats ON chats.id = tasks.chat_id",
)
VECTOR = "to_tsvector('simple', searchable)"


def ways(dialect: str, extensions: set[str]) -> list[Way]:
    """Each way after the other; what one has set up is gone before the next, but for FTS5's two."""
    own = Way("LIKE in the asker's tasks (shipped)", (), shipped)
    if dialect == "sqlite":
        return [own, Way("FTS5", FTS, by_fts), Way("FTS5 with the chat", (), by_fts_and_chat)]
    gin = f"CREATE INDEX bench ON tasks USING gin ({VECTOR})"
    found = [own, Way("GIN (tsvector)", (gin, "ANALYZE tasks"), by_tsvector)]
    if "btree_gin" in extensions:
        with_chat = f"CREATE INDEX bench ON tasks USING gin (chat_id, {VECTOR})"
        setup = ("CREATE EXTENSION btree_gin", "DROP INDEX bench", with_chat, "ANALYZE tasks")
        found.append(Way("GIN (chat, tsvector)", setup, by_tsvector))
    if "pg_trgm" in extensions:
        trigrams = "CREATE INDEX bench ON tasks USING gin (searchable gin_trgm_ops)"
        setup = ("CREATE EXTENSION pg_trgm", "DROP INDEX bench", trigrams, "ANALYZE tasks")
        found.append(Way("LIKE, trigrams in a GIN index", setup, shipped))
    return found


async def timed(
    connection: AsyncConnection, way: Way, words: Sequence[str], asked: Sequence[Person]
) -> tuple[float, float]:
    """p50 and p95 in milliseconds of the first page of a search."""
    taken = []
    for person in asked:
        query = (
            select(Task.id)
            .where(
                visible_to(Asker(person.user_id, person.chat_id, in_private=True)),
                col(Task.deleted_at).is_(None),
                way.condition(words, person.number),
            )
            .order_by(
                relevance([patterns(word) for word in words]).desc(),
                col(Task.completed_at).is_not(None),
                col(Task.id).desc(),
            )
            .limit(10)
        )
        began = perf_counter()
        (await connection.execute(query)).all()
        taken.append((perf_counter() - began) * 1000)
    cuts = quantiles(taken, n=20)
    return cuts[9], cuts[18]


async def size_of(connection: AsyncConnection, dialect: str, *, index: bool) -> float:
    """Megabytes of the whole database, or on PostgreSQL of the index that was added."""
    if dialect == "sqlite":
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
        return float(pages) * 4096 / 1e6
    what = "pg_relation_size('bench')" if index else "pg_database_size(current_database())"
    return float((await connection.execute(text(f"SELECT {what}"))).scalar_one()) / 1e6


async def measure(engine: AsyncEngine, everybody: Sequence[Person]) -> list[str]:
    """The lines of the table. Each question is asked unmeasured by some people first."""
    dialect = engine.dialect.name
    asked = random.Random(2).sample(list(everybody), min(ASKED, len(everybody) // 2))
    lines: list[str] = []
    first: dict[str, float] = {}
    async with engine.connect() as connection:
        extensions = await _extensions(connection) if dialect == "postgresql" else set()
        await connection.execute(text("ANALYZE"))
        before = await size_of(connection, dialect, index=False)
        for way in ways(dialect, extensions):
            added = await _set_up(connection, way, dialect, before)
            cells = []
            for name, words in QUESTIONS.items():
                await timed(connection, way, words, asked[: max(2, len(asked) // 4)])
                p50, p95 = await timed(connection, way, words, asked)
                ratio = p50 / first.setdefault(name, p50)
                cells.append(f"{p50:.1f} / {p95:.1f} (×{ratio:.1f})")
            lines.append(f"| {way.name} | {' | '.join(cells)} | {added} |")
        await connection.commit()
    return [f"Database: {before:,.0f} MB without these.", "", *_head(), *lines]


async def _set_up(connection: AsyncConnection, way: Way, dialect: str, before: float) -> str:
    """Make what a way needs; its size and how long that took."""
    began = perf_counter()
    for statement in way.setup:
        await connection.execute(text(statement))
    if not way.setup:
        return "–"
    took = perf_counter() - began
    size = await size_of(connection, dialect, index=True)
    return f"{size - (before if dialect == 'sqlite' else 0):,.0f} MB, {took:.0f} s"


async def _extensions(connection: AsyncConnection) -> set[str]:
    rows = await connection.execute(text("SELECT name FROM pg_available_extensions"))
    return {name for (name,) in rows}


def _head() -> list[str]:
    names = [f"{name}: p50 / p95 ms" for name in QUESTIONS]
    row = f"| way | {' | '.join(names)} | more space, time to build |"
    return [row, "|" + "---|" * (len(names) + 2)]


async def run(wanted: str, count: int, tasks: int) -> None:
    """Fill, measure and print."""
    with empty_database(wanted) as settings:
        everybody = await filled(settings, count, tasks)
        engine = create_engine(settings, migrating=True)
        print("\n".join(await measure(engine, everybody)))
        await engine.dispose()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", default="sqlite")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--tasks", type=int, default=1_000)
    chosen = parser.parse_args()
    asyncio.run(run(chosen.database, chosen.people, chosen.tasks))
