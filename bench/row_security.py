"""What PostgreSQL's row level security would cost: the statements of a press, with and without it.

make bench NAME=row_security

A press is modelled as a transaction of eight round trips about one chat's tasks. With the policies
each begins with one more, which tells the database whose chats may be seen. Prints a Markdown
table; only the ratio inside it holds.
"""

from __future__ import annotations

import asyncio
import statistics
import time

import asyncpg

from tests.support.databases import address_of, empty_database

ROUNDS, PRESSES = 15, 60
SETUP = """
CREATE TABLE memberships (user_id int, chat_id int, PRIMARY KEY (user_id, chat_id));
CREATE TABLE tasks (id int PRIMARY KEY, chat_id int, number int, title text);
CREATE INDEX ON tasks (chat_id, number);
INSERT INTO memberships SELECT n % 2000, n % 5000 FROM generate_series(0, 19999) n
  ON CONFLICT DO NOTHING;
INSERT INTO tasks SELECT n, n % 5000, n / 5000, 'task ' || n FROM generate_series(1, 200000) n;
CREATE ROLE bot LOGIN;
GRANT ALL ON ALL TABLES IN SCHEMA public TO bot;
CREATE POLICY seen ON tasks USING (chat_id IN (SELECT chat_id FROM memberships
  WHERE user_id = current_setting('dueto.asker')::int));
ANALYZE
"""
READ = "SELECT * FROM tasks WHERE chat_id = $1 ORDER BY number LIMIT 10"
WRITE = "UPDATE tasks SET title = $2 WHERE chat_id = $1 AND number = 3"


async def press(bot: asyncpg.Connection, number: int, *, locked: bool) -> None:
    """BEGIN, six statements, COMMIT; `locked`: whose chats they are is told first."""
    async with bot.transaction():
        if locked:
            await bot.fetchval("SELECT set_config('dueto.asker', $1, true)", str(number % 2000))
        for _ in range(5):
            await bot.fetch(READ, number % 5000)
        await bot.execute(WRITE, number % 5000, "done")


async def main() -> None:
    """Measure both in turns, and print the table."""
    with empty_database("postgresql") as settings:
        url = address_of(settings)
        owner = await asyncpg.connect(url)
        await owner.execute(SETUP)
        bot = await asyncpg.connect(url)
        await bot.execute("SET ROLE bot")
        spent: dict[bool, list[float]] = {False: [], True: []}
        for turn in range(ROUNDS):
            for locked in (False, True) if turn % 2 else (True, False):
                switch = "ENABLE" if locked else "DISABLE"
                await owner.execute(f"ALTER TABLE tasks {switch} ROW LEVEL SECURITY")
                await press(bot, 1, locked=locked)
                began = time.perf_counter()
                for number in range(PRESSES):
                    await press(bot, number, locked=locked)
                spent[locked].append((time.perf_counter() - began) / PRESSES * 1e3)
        without, with_it = (statistics.median(spent[locked]) for locked in (False, True))
        print("| a press without | with policies | ratio |\n|---|---|---|")
        print(f"| {without:.2f} ms | {with_it:.2f} ms | {with_it / without:.2f} |")
        await bot.close()
        await owner.close()


if __name__ == "__main__":
    asyncio.run(main())
