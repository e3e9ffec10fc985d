"""A store of any size, filled the fastest way that its database has.

python -m bench.fill --database sqlite:////tmp/large.db                      1,000 people × 1,000
python -m bench.fill --database postgresql://…/empty --people 10000          10 million tasks

Everybody has a private list and is in 3 groups, every tenth person in 30. Nine of ten of somebody's
tasks are in the private list, the others in the groups, half of these assigned to whoever wrote
them. Of a private list of 900, 500 are open. A third have no date, a fifth have a tag, a twentieth
a checklist. The same numbers give the same words.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from time import perf_counter
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection
from uuid_utils.compat import uuid7

from storage.database import create_engine
from storage.migrations import upgrade
from storage.models import Chat, Membership, User
from storage.settings import DatabaseSettings

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
AT_ONCE = 20  # people in one COPY
DRAWERS = 50  # sets of words, which people share: making them takes long
TAGS = ("home", "work", "errands", "school", "someday")
FEW_GROUPS, MANY_GROUPS = 3, 30
COMMON = "buy call send fix book clean pay write plan check купить позвонить kaufen anrufen"
THINGS = (
    "milk bread report invoice flat car dentist flight tickets garden mum boss kitchen printer "
    "insurance meeting slides taxes bike present school homework server backup passport landlord "
    "молоко хлеб отчёт билеты врача milch brot rechnung zahnarzt"
)
SYLLABLES = "ba ke lo mi nu ra so ti ve zo дра ник шту щен ost ung heim"
RARE = "zorakebaba"  # one task of each person has it
COLUMNS = {
    "tasks": (
        "id chat_id topic number title notes status priority due_at due_zone searchable "
        "created_by created_at updated_at completed_at completed_by"
    ),
    "assignments": "task_id user_id",
    "task_tags": "task_id tag_id",
    "checklist_items": "id task_id position text is_done",
    "tags": "id chat_id name folded",
}
NEXT_NUMBERS = (
    "UPDATE chats SET next_number = 1 + "
    "(SELECT coalesce(max(number), 0) FROM tasks WHERE tasks.chat_id = chats.id)"
)

Row: TypeAlias = tuple[Any, ...]
Rows: TypeAlias = dict[str, list[Row]]


@dataclass(slots=True)
class List:
    """A chat, and how many tasks it has so far."""

    telegram_id: int
    id: UUID = field(default_factory=uuid7)
    tags: tuple[UUID, ...] = field(default_factory=lambda: tuple(uuid7() for _ in TAGS))
    count: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    user_id: UUID
    chat: List
    groups: tuple[List, ...]

    @property
    def chat_id(self) -> UUID:
        return self.chat.id


def people(count: int) -> list[Person]:
    """They, and their groups, of two or so: as large whatever the store's size."""
    groups = [List(-number) for number in range(1, count * FEW_GROUPS + 1)]
    everybody = []
    for number in range(1, count + 1):
        many = MANY_GROUPS if number % 10 == 0 else FEW_GROUPS
        own = (groups[(number * FEW_GROUPS + place) % len(groups)] for place in range(many))
        everybody.append(Person(number, uuid7(), List(number), tuple(own)))
    return everybody


def drawers(tasks: int) -> list[list[tuple[str, str]]]:
    """Titles and notes of fifty people, for all the others to have too."""
    chance = random.Random(1)
    known, cumulative = _vocabulary(chance)
    made = []
    for _ in range(DRAWERS):
        said = chance.choices(known, cum_weights=cumulative, k=tasks * 9)
        rare = chance.randrange(tasks)
        texts = []
        for index in range(tasks):
            own = said[index * 9 : index * 9 + 9]
            title = " ".join(own[: 3 + index % 3]) + (f" {RARE}" if index == rare else "")
            texts.append((title, " ".join(own[6:]) if index % 4 == 0 else ""))
        made.append(texts)
    return made


def _vocabulary(chance: random.Random) -> tuple[list[str], list[int]]:
    """Words, and their frequencies added up: a few are in every third task, most are rare."""
    made = {"".join(chance.choices(SYLLABLES.split(), k=3)) for _ in range(6_000)}
    known = f"{COMMON} {THINGS}".split() + sorted(made)
    weights = [4_000 // (rank + 5) + 1 for rank in range(len(known))]
    return known, [sum(weights[: n + 1]) for n in range(len(weights))]


async def fill(settings: DatabaseSettings, everybody: Sequence[Person], tasks: int) -> None:
    """Put people with so many tasks each into an empty, migrated database."""
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        await _meet(connection, everybody)
    write = _write_sqlite if settings.dialect == "sqlite" else _write_postgresql
    await write(settings, _parts(everybody, tasks))
    async with engine.begin() as connection:
        await connection.execute(text(NEXT_NUMBERS))
    await engine.dispose()


async def _meet(connection: AsyncConnection, everybody: Sequence[Person]) -> None:
    """The people, the chats, and who is in which."""
    at = {"created_at": NOW, "updated_at": NOW}
    users = [{"id": p.user_id, "telegram_id": p.number, "name": "p", **at} for p in everybody]
    chats = {one.telegram_id: one for p in everybody for one in (p.chat, *p.groups)}
    known = [
        {"id": chat.id, "telegram_id": number, "kind": _kind(number), "title": "p", **at}
        for number, chat in chats.items()
    ]
    standing = {"standing": "member", "checked_at": NOW}
    memberships = [
        {"user_id": p.user_id, "chat_id": one.id, **standing}
        for p in everybody
        for one in (p.chat, *p.groups)
    ]
    for table, rows in ((User, users), (Chat, known), (Membership, memberships)):
        await connection.execute(insert(table), rows)


def _kind(telegram_id: int) -> str:
    return "private" if telegram_id > 0 else "supergroup"


def _parts(everybody: Sequence[Person], tasks: int) -> Iterator[Rows]:
    """All rows beside those of `_meet`, of some people at a time."""
    texts = drawers(tasks)
    chats = {id(one): one for person in everybody for one in (person.chat, *person.groups)}
    tags = [
        (tag, chat.id, name, name)
        for chat in chats.values()
        for tag, name in zip(chat.tags, TAGS, strict=True)
    ]
    yield {"tags": tags}
    waiting = iter(everybody)
    while some := list(islice(waiting, AT_ONCE)):
        rows: Rows = {name: [] for name in COLUMNS if name != "tags"}
        for person in some:
            for index, words in enumerate(texts[person.number % DRAWERS]):
                _add_task(rows, person, index, *words)
        yield rows


def _add_task(rows: Rows, person: Person, index: int, title: str, notes: str) -> None:
    in_group = index % 10 == 9
    chat = person.groups[index // 10 % len(person.groups)] if in_group else person.chat
    chat.count += 1
    key = uuid7()
    is_done = index // 10 % 2 == 0 if in_group else index % 10 < 4
    done, due = NOW if is_done else None, _due(index)
    rows["tasks"].append(
        (
            *(key, chat.id, 0, chat.count, title, notes),
            *("completed" if is_done else "todo", "medium", due, "UTC" if due else None),
            *(f" {title} \n {notes} ", person.user_id, NOW, NOW, done, None),
        )
    )
    if in_group and index // 10 % 4 < 2:
        rows["assignments"].append((key, person.user_id))
    if index % 5 == 0:
        rows["task_tags"].append((key, chat.tags[index // 5 % len(TAGS)]))
    if index % 20 == 5:
        rows["checklist_items"] += [(uuid7(), key, place, "one", False) for place in range(2)]


def _due(index: int) -> datetime | None:
    """From a day ago on, an hour later with each task."""
    return NOW + timedelta(hours=index - 24) if index % 3 else None


async def _write_postgresql(settings: DatabaseSettings, parts: Iterator[Rows]) -> None:
    engine = create_engine(settings, migrating=True)
    async with engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, asyncpg.Connection)
        for part in parts:
            for table, rows in part.items():
                names = COLUMNS[table].split()
                await raw.copy_records_to_table(table, records=rows, columns=names)
        await raw.execute("VACUUM ANALYZE")  # what autovacuum does in time
    await engine.dispose()


async def _write_sqlite(settings: DatabaseSettings, parts: Iterator[Rows]) -> None:
    connection = sqlite3.connect(str(settings.url.database), isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for part in parts:
        for table, rows in part.items():
            names = COLUMNS[table].split()
            marks = ", ".join("?" * len(names))
            statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  constants
            connection.executemany(statement, ([as_text(one) for one in row] for row in rows))
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def as_text(value: Any) -> Any:
    """A value as the models keep it in SQLite."""
    if isinstance(value, UUID):
        return value.hex
    return value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else value


async def filled(settings: DatabaseSettings, count: int, tasks: int) -> list[Person]:
    """Make the tables, fill them, and tell how long that took."""
    await upgrade(settings)
    everybody = people(count)
    began = perf_counter()
    await fill(settings, everybody, tasks)
    took = perf_counter() - began
    print(f"{settings.dialect}: {count:,} people × {tasks:,} tasks, filled in {took:.0f} s.")
    return everybody


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", required=True, help="the address of an empty database")
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--tasks", type=int, default=1_000)
    chosen = parser.parse_args()
    wanted = DatabaseSettings.from_url(chosen.database)
    asyncio.run(filled(wanted, chosen.people, chosen.tasks))
