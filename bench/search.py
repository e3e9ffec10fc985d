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
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from statistics import quantiles
from time import perf_counter
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, insert, literal_column, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from storage.database import create_engine
from storage.migrations import upgrade
from storage.models import Chat, Membership, Task, User
from storage.people.access import visible_to
from storage.people.asking import Asker
from storage.settings import DatabaseSettings
from storage.tasks.search import has_words, patterns, relevance
from tests.support.databases import empty_database

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
ASKED = 200  # people whose search is timed
COMMON = "buy call send fix book clean pay write plan check купить позвонить kaufen anrufen"
THINGS = (
    "milk bread report invoice flat car dentist flight tickets garden mum boss kitchen printer "
    "insurance meeting slides taxes bike present school homework server backup passport landlord "
    "молоко хлеб отчёт билеты врача milch brot rechnung zahnarzt"
)
SYLLABLES = "ba ke lo mi nu ra so ti ve zo дра ник шту щен ost ung heim"
COLUMNS = (
    "id chat_id topic number title notes status priority due_at due_zone due_on repeat "
    "searchable created_by created_at updated_at completed_at completed_by deleted_at"
)
RARE = "zorakebaba"
QUESTIONS = {"rare": [RARE], "common": ["buy"], "two words": ["buy", "mil"], "none": ["qq"]}

Condition = Callable[[Sequence[str], int], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to search: what it needs in the database, and its condition for (words, person)."""

    name: str
    setup: tuple[str, ...]
    condition: Condition


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    user_id: UUID
    chat_id: UUID


def people(count: int) -> list[Person]:
    return [Person(number, uuid7(), uuid7()) for number in range(1, count + 1)]


def vocabulary(chance: random.Random) -> tuple[list[str], list[int]]:
    """Words, and their frequencies added up: a few are in every third task, most are rare."""
    made = {"".join(chance.choices(SYLLABLES.split(), k=3)) for _ in range(6_000)}
    known = f"{COMMON} {THINGS}".split() + sorted(made)
    weights = [4_000 // (rank + 5) + 1 for rank in range(len(known))]
    return known, [sum(weights[: n + 1]) for n in range(len(weights))]


def drawers(tasks: int) -> list[list[tuple[str, str]]]:
    """Titles and notes of fifty people, for all the others to have too: making them takes long."""
    chance = random.Random(1)
    known, cumulative = vocabulary(chance)
    made = []
    for _ in range(50):
        said = chance.choices(known, cum_weights=cumulative, k=tasks * 9)
        rare = chance.randrange(tasks)
        texts = []
        for index in range(tasks):
            own = said[index * 9 : index * 9 + 9]
            title = " ".join(own[: 3 + index % 3]) + (f" {RARE}" if index == rare else "")
            texts.append((title, " ".join(own[6:]) if index % 4 == 0 else ""))
        made.append(texts)
    return made


def task_rows(person: Person, texts: list[tuple[str, str]], write: Callable[[Any], Any]) -> Any:
    """A person's tasks in the order of COLUMNS, half of them done; `write` is the driver's form."""
    user, chat, now = write(person.user_id), write(person.chat_id), write(NOW)
    for index, (title, notes) in enumerate(texts):
        done = now if index % 2 else None
        due = write(NOW + timedelta(hours=index)) if index % 3 else None
        yield (
            *(write(uuid7()), chat, 0, index + 1, title, notes),
            *("completed" if done else "todo", "medium", due, "UTC" if due else None, None, None),
            *(f" {title} \n {notes} ", user, now, now, done, None, None),
        )


async def fill(settings: DatabaseSettings, everybody: Sequence[Person], tasks: int) -> None:
    """Bring the database to its size by the fastest way that the driver has."""
    engine = create_engine(settings, migrating=True)
    at = {"created_at": NOW, "updated_at": NOW}
    async with engine.begin() as connection:
        for table, rows in (
            (User, [{"id": p.user_id, "telegram_id": p.number, "name": "p"} for p in everybody]),
            (
                Chat,
                [
                    {"id": p.chat_id, "telegram_id": p.number, "kind": "private", "title": "p"}
                    for p in everybody
                ],
            ),
        ):
            await connection.execute(insert(table), [{**row, **at} for row in rows])
        member = {"standing": "member", "checked_at": NOW}
        memberships = [{"user_id": p.user_id, "chat_id": p.chat_id, **member} for p in everybody]
        await connection.execute(insert(Membership), memberships)
    await engine.dispose()
    copy = _copy_sqlite if settings.dialect == "sqlite" else _copy_postgresql
    await copy(settings, everybody, tasks)


async def _copy_postgresql(
    settings: DatabaseSettings, everybody: Sequence[Person], tasks: int
) -> None:
    texts = drawers(tasks)
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, asyncpg.Connection)
        for first in range(0, len(everybody), 20):
            part = everybody[first : first + 20]
            rows = (task_rows(p, texts[p.number % 50], lambda value: value) for p in part)
            await raw.copy_records_to_table(
                "tasks", records=chain.from_iterable(rows), columns=COLUMNS.split()
            )
    await engine.dispose()


async def _copy_sqlite(settings: DatabaseSettings, everybody: Sequence[Person], tasks: int) -> None:
    texts = drawers(tasks)
    connection = sqlite3.connect(str(settings.url.database), isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000"):
        connection.execute(f"PRAGMA {pragma}")
    names = COLUMNS.split()
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO tasks ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  constants
    connection.execute("BEGIN")
    for person in everybody:
        connection.executemany(statement, task_rows(person, texts[person.number % 50], _as_text))
    connection.execute("COMMIT")
    connection.close()


def _as_text(value: Any) -> Any:
    """A value as the models keep it in SQLite."""
    if isinstance(value, UUID):
        return value.hex
    return value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else value


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
        await upgrade(settings)
        everybody = people(count)
        began = perf_counter()
        await fill(settings, everybody, tasks)
        took = perf_counter() - began
        print(f"{settings.dialect}: {count:,} people × {tasks:,} tasks, filled in {took:.0f} s.")
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
