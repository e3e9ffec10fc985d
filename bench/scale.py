"""What a large store costs beside a small one, and beside statements written by hand.

python -m bench.scale --database sqlite            1 million tasks of 1,000 people
python -m bench.scale --database postgresql        10 million of 10,000; it fills them for an hour
python -m bench.scale --large URL --small URL      stores that bench.fill has filled

Each question is asked of the store's own function and, in turn, of a statement that somebody wrote
by hand for this one question, prepared once and read into plain rows; then of a store of a
hundredth of the people. Everybody has as much in both, and was asked once before. Prints a Markdown
table of milliseconds; the ratios inside one run are what counts.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol, TypeAlias

import asyncpg
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bench.fill import NOW, RARE, as_text, filled
from storage.database import Database
from storage.models import Chat, Membership, Task, User
from storage.people.asking import Asker, Where
from storage.pushes.plans.replanning import replan_changed
from storage.settings import DatabaseSettings
from storage.tasks.find import find_task
from storage.tasks.lists import Filter, Scope, list_page
from storage.tasks.moments import count_ahead
from tests.support.crowd import percentile
from tests.support.databases import address_of, empty_database

ASKED, WARM = 100, 10  # people who are asked, and those who are asked before
PAGE, DEEP = 10, 49  # tasks; the number of page 50
ZONE = "UTC"
SIZES = {"sqlite": 1_000, "postgresql": 10_000}  # people with 1,000 tasks each
Ask: TypeAlias = Callable[[AsyncSession, Where], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Question:
    """The store's function, and the same by hand with these parameters of an asker, in order."""

    ask: Ask
    by_hand: str
    values: Callable[[Where], tuple[Any, ...]]
    of_many_groups: bool = False


def _listed(wanted: Filter, number: int = 0) -> Ask:
    async def ask(session: AsyncSession, where: Where) -> object:
        return await list_page(session, wanted, number, where=where, now=NOW)

    return ask


async def _found(session: AsyncSession, where: Where) -> object:
    return await find_task(session, 7, chat=where.chat, asker=where.asker)


async def _counted(session: AsyncSession, where: Where) -> object:
    return await count_ahead(session, where.chat, ZONE, now=NOW)


# By hand: the page, the total beside it, and the parts as JSON. {…} differs between the databases.
PARTS = """
SELECT t.*, {tags} AS tags, {people} AS people, {items} AS items, page.total
FROM page JOIN tasks t ON t.id = page.id ORDER BY page.place"""
IS_OPEN = "status <> 'completed' AND deleted_at IS NULL"
MEMBER = (
    "EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = $1 AND m.chat_id = $2"
    " AND m.standing <> 'gone')"
)
BY_DUE = "due_at NULLS LAST, CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END"
OPEN_PAGE = f"""
WITH page AS (
  SELECT id, row_number() OVER (ORDER BY {BY_DUE}, number) AS place,
    (SELECT count(*) FROM tasks WHERE chat_id = $2 AND topic = 0 AND {IS_OPEN}) AS total
  FROM tasks WHERE chat_id = $2 AND topic = 0 AND {IS_OPEN} AND {MEMBER}
  ORDER BY {BY_DUE}, number LIMIT {PAGE} OFFSET $3)
{PARTS}"""  # noqa: S608  constants
COLUMNS = "id, due_at, priority, number, CASE WHEN due_at < $3 THEN 0 ELSE 1 END AS late"
AGENDA = f"""
WITH mine AS (
  SELECT {COLUMNS} FROM tasks WHERE chat_id = $2 AND {IS_OPEN} AND due_at < $4 AND {MEMBER}
  UNION ALL
  SELECT {COLUMNS} FROM tasks JOIN assignments a ON a.task_id = id WHERE a.user_id = $1
    AND chat_id <> $2 AND {IS_OPEN} AND due_at < $4 AND chat_id IN (
      SELECT chat_id FROM memberships WHERE user_id = $1 AND standing <> 'gone')),
page AS (
  SELECT id, row_number() OVER (ORDER BY late, {BY_DUE}, number) AS place,
    (SELECT count(*) FROM mine) AS total
  FROM mine ORDER BY late, {BY_DUE}, number LIMIT {PAGE})
{PARTS}"""  # noqa: S608
SEARCH = f"""
WITH seen AS (
  SELECT id, completed_at IS NOT NULL AS done, CASE WHEN searchable LIKE $2 THEN 4
    WHEN searchable LIKE $3 THEN 3 WHEN searchable LIKE $4 THEN 2 ELSE 1 END AS score
  FROM tasks WHERE chat_id IN (SELECT chat_id FROM memberships WHERE user_id = $1
    AND standing <> 'gone') AND deleted_at IS NULL AND searchable LIKE $5),
page AS (
  SELECT id, row_number() OVER (ORDER BY score DESC, done, id DESC) AS place,
    (SELECT count(*) FROM seen) AS total
  FROM seen ORDER BY score DESC, done, id DESC LIMIT {PAGE})
{PARTS}"""  # noqa: S608
COUNT = (
    "SELECT count(*) FROM tasks WHERE chat_id = $1 AND due_zone = $2 AND due_at > $3"
    " AND due_on IS NULL AND completed_at IS NULL AND deleted_at IS NULL"
)
ONE = f"""
WITH page AS (SELECT id, 1 AS place, 1 AS total FROM tasks
  WHERE chat_id = $2 AND number = $3 AND {MEMBER})
{PARTS}"""  # noqa: S608
TO_JSON = {
    "sqlite": {
        "tags": (
            "(SELECT json_group_array(g.name) FROM task_tags x JOIN tags g ON g.id = x.tag_id"
            " WHERE x.task_id = t.id)"
        ),
        "people": (
            "(SELECT json_group_array(u.name) FROM assignments x JOIN users u ON u.id = x.user_id"
            " WHERE x.task_id = t.id)"
        ),
        "items": (
            "(SELECT json_group_array(x.text) FROM checklist_items x WHERE x.task_id = t.id)"
        ),
    },
    "postgresql": {
        "tags": (
            "(SELECT json_agg(g.name) FROM task_tags x JOIN tags g ON g.id = x.tag_id"
            " WHERE x.task_id = t.id)"
        ),
        "people": (
            "(SELECT json_agg(u.name) FROM assignments x JOIN users u ON u.id = x.user_id"
            " WHERE x.task_id = t.id)"
        ),
        "items": "(SELECT json_agg(x.text) FROM checklist_items x WHERE x.task_id = t.id)",
    },
}


def _here(where: Where) -> tuple[Any, ...]:
    return where.asker.user_id, where.chat.id


def _searching(word: str) -> Question:
    likes = (f"% {word} %\n%", f"% {word}%\n%", f"% {word} %", f"% {word}%")
    wanted = Filter(Scope.SEARCH, words=word)
    return Question(_listed(wanted), SEARCH, lambda where: (where.asker.user_id, *likes))


_TOMORROW = NOW.replace(hour=0, minute=0, day=NOW.day + 1)
QUESTIONS: Mapping[str, Question] = {
    "a task by its number": Question(_found, ONE, lambda where: (*_here(where), 7)),
    "`/list`": Question(_listed(Filter()), OPEN_PAGE, lambda where: (*_here(where), 0)),
    "`/list`, page 50": Question(
        _listed(Filter(), DEEP), OPEN_PAGE, lambda where: (*_here(where), PAGE * (DEEP))
    ),
    "a count": Question(_counted, COUNT, lambda where: (where.chat.id, ZONE, NOW)),
    "search, a rare word": _searching(RARE),
    "search, a common word": _searching("buy"),
    "`/today` of somebody in 30 groups": Question(
        _listed(Filter(Scope.AGENDA_TODAY)),
        AGENDA,
        lambda where: (*_here(where), NOW, _TOMORROW),
        of_many_groups=True,
    ),
}


class ByHand(Protocol):
    """A connection of the driver alone."""

    async def rows(self, statement: str, values: Sequence[Any]) -> int:
        """How many rows a statement gives; it is prepared once."""


@dataclass(slots=True)
class OnPostgreSQL:
    connection: asyncpg.Connection
    prepared: dict[str, Any] = field(default_factory=dict)

    async def rows(self, statement: str, values: Sequence[Any]) -> int:
        if statement not in self.prepared:
            self.prepared[statement] = await self.connection.prepare(statement)
        return len(await self.prepared[statement].fetch(*values))


@dataclass(slots=True)
class OnSQLite:
    connection: sqlite3.Connection

    async def rows(self, statement: str, values: Sequence[Any]) -> int:
        given = {str(place): as_text(value) for place, value in enumerate(values, 1)}
        return len(self.connection.execute(statement, given).fetchall())


@dataclass(slots=True)
class Store:
    """A filled store, opened both ways."""

    dialect: str
    database: Database
    hand: ByHand
    askers: dict[bool, list[Where]]  # by whether they are in 30 groups


@asynccontextmanager
async def opened(settings: DatabaseSettings) -> AsyncIterator[Store]:
    """A store that bench.fill has filled."""
    database = Database(settings, planner=replan_changed, default_zone=ZONE)
    try:
        async with _by_hand(settings) as hand:
            askers = {many: await _askers(database, many=many) for many in (False, True)}
            yield Store(settings.dialect, database, hand, askers)
    finally:
        await database.close()


@asynccontextmanager
async def _by_hand(settings: DatabaseSettings) -> AsyncIterator[ByHand]:
    if settings.dialect == "sqlite":
        connection = sqlite3.connect(str(settings.url.database))
        yield OnSQLite(connection)
        connection.close()
        return
    raw = await asyncpg.connect(address_of(settings))
    yield OnPostgreSQL(raw)
    await raw.close()


async def _askers(database: Database, *, many: bool) -> list[Where]:
    """Some people, the same whatever the store's size."""
    async with database.read() as session:
        query = select(User, Chat).join(Membership, col(Membership.user_id) == col(User.id))
        query = query.join(Chat, col(Chat.id) == col(Membership.chat_id))
        is_wanted = (col(User.telegram_id) % 10 == 0) if many else (col(User.telegram_id) % 10 > 0)
        rows = (await session.exec(query.where(Chat.kind == "private", is_wanted))).all()
    ordered = sorted(rows, key=lambda row: row[0].telegram_id)
    chosen = random.Random(1).choices(ordered, k=ASKED + WARM)
    return [Where(Asker.of(user, chat), chat, 0, ZONE) for user, chat in chosen]


async def ours(store: Store, question: Question, place: int) -> float:
    """Milliseconds of the store's function, within a transaction that is open, as an update's."""
    where = store.askers[question.of_many_groups][place]
    async with store.database.read() as session:
        began = perf_counter()
        await question.ask(session, where)
        return (perf_counter() - began) * 1000


async def by_hand(store: Store, question: Question, place: int) -> float:
    """Milliseconds of the same by hand."""
    where = store.askers[question.of_many_groups][place]
    statement = question.by_hand.format(**TO_JSON[store.dialect])
    began = perf_counter()
    await store.hand.rows(statement, question.values(where))
    return (perf_counter() - began) * 1000


async def same(store: Store, question: Question) -> None:
    """Both ways give as many tasks; a measurement of different things would say nothing."""
    where = store.askers[question.of_many_groups][0]
    async with store.database.read() as session:
        found: Any = await question.ask(session, where)
    statement = question.by_hand.format(**TO_JSON[store.dialect])
    count = await store.hand.rows(statement, question.values(where))
    expected = len(found.tasks) if hasattr(found, "tasks") else 1
    assert count == expected, f"{count} rows by hand, {expected} of ours"


async def compared(large: Store, small: Store) -> list[str]:
    """The lines of the table."""
    lines = [
        "| | p50 / p95 ms | by hand: p50 | ratio | at a hundredth: p50 | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for name, question in QUESTIONS.items():
        await same(large, question)
        for place in range(WARM + ASKED):  # from the disk, which is another measurement
            await ours(large, question, place)
            await ours(small, question, place)
        taken: tuple[list[float], ...] = ([], [], [])
        for place in range(WARM + ASKED):  # in turn: noise then meets all three
            taken[0].append(await ours(large, question, place))
            taken[1].append(await by_hand(large, question, place))
            taken[2].append(await ours(small, question, place))
        mine, hand, other = (sorted(one[WARM:]) for one in taken)
        p50, p95 = percentile(mine, 0.5), percentile(mine, 0.95)
        of_hand, of_small = percentile(hand, 0.5), percentile(other, 0.5)
        lines.append(
            f"| {name} | {p50:.1f} / {p95:.1f} | {of_hand:.2f} | ×{p50 / of_hand:.2f} "
            f"| {of_small:.1f} | ×{p50 / of_small:.2f} |"
        )
    return lines


async def run(large: DatabaseSettings, small: DatabaseSettings) -> None:
    """Measure and print."""
    async with opened(large) as one, opened(small) as other:
        async with one.database.read() as session:
            tasks = (await session.exec(select(col(Task.number)).limit(1))).all()
        assert tasks, "the store is empty; bench.fill fills it"
        print("\n".join(await compared(one, other)))


async def fill_and_run(dialect: str, people: int) -> None:
    """Stores of our own, thrown away afterwards."""
    with empty_database(dialect) as large, empty_database(dialect) as small:
        await filled(large, people, 1_000)
        await filled(small, max(10, people // 100), 1_000)
        await run(large, small)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", choices=tuple(SIZES), default="sqlite")
    parser.add_argument("--people", type=int)
    parser.add_argument("--large")
    parser.add_argument("--small")
    chosen = parser.parse_args()
    if chosen.large:
        urls = (DatabaseSettings.from_url(url) for url in (chosen.large, chosen.small))
        asyncio.run(run(*urls))
    else:
        count = chosen.people or SIZES[chosen.database]
        asyncio.run(fill_and_run(chosen.database, count))
