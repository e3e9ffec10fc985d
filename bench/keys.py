"""What keys that are made by the bot cost, beside those that PostgreSQL counts.

python -m bench.keys --rows 1000000

Into two tables that differ in their key alone, a UUIDv7 or a bigint that is generated, rows are
inserted in turn: one by one, each in a transaction of ten, and ten thousand at once. Prints a
Markdown table; the ratio of the medians is what counts.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter
from uuid import UUID

import asyncpg
from uuid_utils.compat import uuid7

from tests.support.databases import address_of, empty_database

SETUP = """
CREATE TABLE by_uuid (id uuid PRIMARY KEY, chat_id uuid NOT NULL, title text NOT NULL);
CREATE INDEX ON by_uuid (chat_id);
CREATE TABLE by_number (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, chat_id uuid NOT NULL,
  title text NOT NULL);
CREATE INDEX ON by_number (chat_id)
"""
CHATS = [uuid7() for _ in range(1_000)]
AT_ONCE, FEW, TIMES = 10_000, 10, 1_000
TITLE = "Buy milk and bread on the way home"


async def many(connection: asyncpg.Connection, table: str) -> float:
    """Seconds for a COPY."""
    chats = [CHATS[number % len(CHATS)] for number in range(AT_ONCE)]
    began = perf_counter()
    if table == "by_uuid":
        rows: list[tuple[object, ...]] = [(uuid7(), chat, TITLE) for chat in chats]
        columns = ["id", "chat_id", "title"]
    else:
        rows, columns = [(chat, TITLE) for chat in chats], ["chat_id", "title"]
    await connection.copy_records_to_table(table, records=rows, columns=columns)
    return perf_counter() - began


async def few(connection: asyncpg.Connection, table: str) -> float:
    """Seconds for one row of a transaction of ten, and it is known afterwards."""
    began = perf_counter()
    async with connection.transaction():
        for number in range(FEW):
            await _insert(connection, table, CHATS[number])
    return (perf_counter() - began) / FEW


async def _insert(connection: asyncpg.Connection, table: str, chat: UUID) -> None:
    if table == "by_uuid":
        statement = "INSERT INTO by_uuid (id, chat_id, title) VALUES ($1, $2, $3)"
        await connection.execute(statement, uuid7(), chat, TITLE)
    else:
        statement = "INSERT INTO by_number (chat_id, title) VALUES ($1, $2) RETURNING id"
        await connection.fetchval(statement, chat, TITLE)


async def in_turn(
    connection: asyncpg.Connection,
    work: Callable[[asyncpg.Connection, str], Awaitable[float]],
    times: int,
) -> tuple[float, float]:
    """Median seconds with UUIDs and with numbers."""
    taken: dict[str, list[float]] = {"by_uuid": [], "by_number": []}
    for _ in range(times):
        for table, seconds in taken.items():
            seconds.append(await work(connection, table))
    return median(taken["by_uuid"]), median(taken["by_number"])


async def run(rows: int) -> None:
    """Measure and print."""
    with empty_database("postgresql") as settings:
        connection = await asyncpg.connect(address_of(settings))
        await connection.execute(SETUP)
        print("| insert | UUIDv7: ms | bigint: ms | ratio | goal |\n|---|---|---|---|---|")
        for name, work, times in (
            (f"{AT_ONCE:,} at once", many, rows // AT_ONCE),
            (f"one, with {rows:,} there", few, TIMES),
        ):
            uuid, number = await in_turn(connection, work, times)
            shown = f"{uuid * 1000:.2f} | {number * 1000:.2f} | ×{uuid / number:.2f}"
            print(f"| {name} | {shown} | ×1.2 |", flush=True)
        sizes = [
            await connection.fetchval(f"SELECT pg_relation_size('{table}_pkey')")
            for table in ("by_uuid", "by_number")
        ]
        megabytes = " and ".join(f"{size / 1e6:.0f}" for size in sizes)
        print(f"\nThe indexes of the keys have {megabytes} MB.")
        await connection.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    asyncio.run(run(parser.parse_args().rows))
