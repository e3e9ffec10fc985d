"""One history for both databases: up, down, up, under a lock, and equal to the models."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import warnings
from pathlib import Path

import asyncpg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, inspect, text
from sqlalchemy.util import await_only
from sqlmodel import SQLModel

from storage import migrations, models
from storage.database import create_engine
from storage.settings import DatabaseSettings
from tests.support.databases import Dialect, PostgreSQL

assert models  # the import fills the metadata


def revisions() -> list[str]:
    """The history from its first step to its last."""
    config = Config()
    config.set_main_option("script_location", str(migrations.HISTORY))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    return [step.revision for step in steps][::-1]


async def tables(settings: DatabaseSettings) -> set[str]:
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        found = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    await engine.dispose()
    return found - {"alembic_version"}


@pytest.fixture
def empty(empty_url: str) -> DatabaseSettings:
    return DatabaseSettings.from_url(empty_url)


async def test_up_down_up(empty: DatabaseSettings) -> None:
    await migrations.upgrade(empty)
    assert await tables(empty) == set(SQLModel.metadata.tables)
    await migrations.downgrade(empty, "base")
    assert await tables(empty) == set()
    await migrations.upgrade(empty)
    assert await tables(empty) == set(SQLModel.metadata.tables)


async def test_each_step_goes_up_down_and_up_again(empty: DatabaseSettings) -> None:
    before = "base"
    for revision in revisions():
        await migrations.upgrade(empty, revision)
        there = await shape(empty)
        await migrations.downgrade(empty, before)
        await migrations.upgrade(empty, revision)
        assert await shape(empty) == there
        before = revision


async def test_the_history_has_one_line(empty: DatabaseSettings) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations.HISTORY))
    history = ScriptDirectory.from_config(config)
    assert len(history.get_heads()) == len(history.get_bases()) == 1
    assert history.get_heads() == [revisions()[-1]] == [migrations.newest()]


async def test_a_start_with_nothing_to_migrate_needs_no_alembic(database_url: str) -> None:
    """It takes 8 MB and half a second of each start."""
    code = (
        "import asyncio, sys; from storage.migrations import upgrade;"
        "from storage.settings import DatabaseSettings;"
        f"asyncio.run(upgrade(DatabaseSettings.from_url({database_url!r})));"
        "print('alembic.command' in sys.modules)"
    )
    run = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code), cwd=migrations.HISTORY.parent, stdout=asyncio.subprocess.PIPE
    )
    assert (await run.communicate())[0].strip() == b"False"


async def test_a_first_start_warns_of_nothing(empty: DatabaseSettings) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        await migrations.upgrade(empty)
    assert await tables(empty) == set(SQLModel.metadata.tables)


async def test_alembic_finds_the_models_and_the_tables_equal(empty: DatabaseSettings) -> None:
    await migrations.upgrade(empty)
    await migrations.check(empty)


async def test_rows_outlive_a_second_upgrade(empty: DatabaseSettings) -> None:
    await migrations.upgrade(empty)
    columns, values = "key, text, created_at", "'k', 'words', '2026-01-01 00:00:00+00'"
    await _execute(empty, f"INSERT INTO shortcuts ({columns}) VALUES ({values})")  # noqa: S608
    await migrations.upgrade(empty)
    engine = create_engine(empty, migrating=True)
    async with engine.begin() as connection:
        assert (await connection.execute(text("SELECT text FROM shortcuts"))).all() == [("words",)]
    await engine.dispose()


AFTER_29TH = "FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1"


@pytest.mark.parametrize(
    ("anchor", "said", "mended"),
    [
        ("completion", "filter every! month", "FREQ=MONTHLY"),
        ("completion", None, "FREQ=MONTHLY"),
        ("completion", "filter every! 29th", AFTER_29TH),
        ("schedule", "filter every month", AFTER_29TH),
    ],
)
async def test_a_repeat_after_completion_loses_a_day_that_nobody_said(
    empty: DatabaseSettings, anchor: str, said: str | None, mended: str
) -> None:
    await migrations.upgrade(empty, "0012")
    zone = {"start_on": "2026-08-29", "start_time": None, "zone": "Europe/Berlin"}
    repeat = {"rules": [AFTER_29TH], "anchor": anchor, **zone}
    line = f"'{json.dumps({'text': said})}'" if said else "NULL"
    at = "'2026-08-29 10:00:00+00'"
    chat, task = "'01890000000070008000000000000001'", "'01890000000070008000000000000002'"
    chats = "id, telegram_id, kind, title, is_forum, settings, next_number, created_at, updated_at"
    values = f"{chat}, 1, 'private', '', false, '{{}}', 2, {at}, {at}"
    await _execute(empty, f"INSERT INTO chats ({chats}) VALUES ({values})")  # noqa: S608
    tasks = "id, chat_id, topic, number, title, notes, status, priority, searchable, repeat, said"
    values = f"{task}, {chat}, 0, 1, 'filter', '', 'todo', 'medium', ' filter '"
    values += f", '{json.dumps(repeat)}', {line}, {at}, {at}"
    tasks += ", created_at, updated_at"
    await _execute(empty, f"INSERT INTO tasks ({tasks}) VALUES ({values})")  # noqa: S608
    await migrations.upgrade(empty)
    engine = create_engine(empty, migrating=True)
    async with engine.begin() as connection:
        found = (await connection.execute(text("SELECT repeat FROM tasks"))).scalar_one()
    await engine.dispose()
    kept = json.loads(found) if isinstance(found, str) else found
    assert kept == {**repeat, "rules": [mended]}


async def test_ten_replicas_that_start_at_once_migrate_once(empty: DatabaseSettings) -> None:
    """Each upgrade has a connection of its own, as each process would."""
    await asyncio.gather(*(migrations.upgrade(empty) for _ in range(10)))
    assert await tables(empty) == set(SQLModel.metadata.tables)
    await migrations.check(empty)


async def test_the_migrated_tables_are_those_of_the_models(
    dialect: Dialect, empty: DatabaseSettings, postgresql: PostgreSQL, tmp_path: Path
) -> None:
    """What `alembic check` does not see: texts of CHECKs, predicates of partial indexes."""
    await migrations.upgrade(empty)
    if dialect == "sqlite":
        made = DatabaseSettings.from_url(f"sqlite:///{tmp_path / 'made.db'}")
        await _create_all(made)
        assert await shape(empty) == await shape(made)
        return
    name = await postgresql.create()
    try:
        made = DatabaseSettings.from_url(postgresql.url_of(name))
        await _create_all(made)
        assert await shape(empty) == await shape(made)
    finally:
        await postgresql.drop(name)


async def test_the_comparison_sees_a_changed_check(
    dialect: Dialect, empty: DatabaseSettings
) -> None:
    await migrations.upgrade(empty)
    before = await shape(empty)
    await _execute(empty, "DROP INDEX ix_tasks_trash")
    await _execute(
        empty, "CREATE INDEX ix_tasks_trash ON tasks (chat_id, deleted_at) WHERE number > 0"
    )
    after = await shape(empty)
    assert {key for key in before if before[key] != after[key]} == {"index ix_tasks_trash"}


async def _create_all(settings: DatabaseSettings) -> None:
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    await engine.dispose()


async def _execute(settings: DatabaseSettings, statement: str) -> None:
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def shape(settings: DatabaseSettings) -> dict[str, object]:
    """Every column, constraint and index of a database by name, in the database's own words."""
    engine = create_engine(settings, migrating=True)
    read = _sqlite_shape if settings.dialect == "sqlite" else _postgresql_shape
    async with engine.begin() as connection:
        found = await connection.run_sync(read)
    await engine.dispose()
    return found


def _postgresql_shape(connection: Connection) -> dict[str, object]:
    constraints = connection.execute(
        text(
            "SELECT 'constraint ' || conrelid::regclass || '.' || conname,"
            " pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE connamespace = 'public'::regnamespace"
        )
    )
    indexes = connection.execute(
        text("SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
    )
    columns = connection.execute(
        text(
            "SELECT 'column ' || table_name || '.' || column_name, concat_ws(' ', data_type,"
            " character_maximum_length, is_nullable, column_default)"
            " FROM information_schema.columns WHERE table_schema = 'public'"
        )
    )
    rows = [tuple(row) for result in (constraints, indexes, columns) for row in result]
    return {name: facts for name, facts in rows if "alembic_version" not in f"{name} {facts}"}


def _sqlite_shape(connection: Connection) -> dict[str, object]:
    rows = connection.execute(
        text("SELECT type || ' ' || name, sql FROM sqlite_master WHERE name <> 'alembic_version'")
    )
    return {name: _parts(sql) for name, sql in rows if sql is not None}


def _parts(sql: str) -> object:
    """The columns and constraints of a CREATE TABLE in any order and spacing: a migration that
    adds one writes it elsewhere than `create_all` does. A CREATE INDEX as a whole."""
    flat = re.sub(r"\s+", " ", sql.replace('"', ""))
    if not flat.startswith("CREATE TABLE"):
        return flat
    depth, parts = 0, [""]
    for character in flat[flat.index("(") + 1 : flat.rindex(")")]:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return sorted(part.strip() for part in parts)


async def test_a_migration_lets_others_read_and_write(postgresql: PostgreSQL) -> None:
    """A transaction that has read and written stays open; others write all the while."""
    name = await postgresql.create()
    settings = DatabaseSettings.from_url(postgresql.url_of(name))
    await migrations.upgrade(settings, "0002")
    held, other = [await asyncpg.connect(postgresql.url_of(name)) for _ in range(2)]
    transaction = held.transaction()
    await transaction.start()
    for table in ("reminders", "changes", "task_messages", "users"):
        await held.execute(f"DELETE FROM {table}")  # noqa: S608  our own tables
    migrating = asyncio.create_task(migrations.upgrade(settings))
    clock, longest = asyncio.get_running_loop().time, 0.0
    until = clock() + 2 * (migrations.WAITS_FOR_TABLES + migrations.LETS_BY)
    while clock() < until:
        began = clock()
        await other.execute("DELETE FROM reminders")
        longest = max(longest, clock() - began)
        assert not migrating.done()
    await transaction.rollback()
    await asyncio.wait_for(migrating, 60)
    assert longest < migrations.WAITS_FOR_TABLES + 2
    await migrations.check(settings)
    assert not await other.fetch("SELECT 1 FROM pg_index WHERE NOT indisvalid")
    assert not await other.fetch("SELECT 1 FROM pg_constraint WHERE NOT convalidated")
    await held.close()
    await other.close()
    await postgresql.drop(name)


def _slow_step(statement: str) -> str | None:
    """The table that a statement validates a constraint of, or builds an index of."""
    found = re.match(
        r"ALTER TABLE (\w+) VALIDATE|CREATE .*INDEX CONCURRENTLY .*? ON (\w+)", statement
    )
    return next(filter(None, found.groups())) if found else None


async def test_nobody_waits_behind_a_slow_step(postgresql: PostgreSQL) -> None:
    """A constraint is validated, an index built: each is held up, and others write meanwhile."""
    name = await postgresql.create()
    settings = DatabaseSettings.from_url(postgresql.url_of(name))
    await migrations.upgrade(settings, "0002")
    holder, other = [await asyncpg.connect(postgresql.url_of(name)) for _ in range(2)]
    writing: list[asyncio.Task[float]] = []

    async def write(table: str) -> float:
        """Seconds that a write takes while the step waits for a lock."""
        waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = to_regclass($1)"
        try:
            async with asyncio.timeout(30):
                while not await other.fetch(waits, table):
                    await other.execute("SELECT pg_sleep(0.02)")
                began = asyncio.get_running_loop().time()
                await other.execute(f"DELETE FROM {table}")  # noqa: S608  our own tables
                return asyncio.get_running_loop().time() - began
        finally:
            await holder.execute("ROLLBACK")

    async def hold(table: str) -> None:
        await asyncio.gather(*writing)  # the last one has let go, but may not have heard of it yet
        await holder.execute("BEGIN")
        await holder.execute(f"LOCK TABLE {table} IN SHARE UPDATE EXCLUSIVE MODE")
        writing.append(asyncio.create_task(write(table)))

    def before(_: object, __: object, statement: str, *___: object) -> None:
        if table := _slow_step(statement):
            await_only(hold(table))

    event.listen(Engine, "before_cursor_execute", before)
    try:
        await asyncio.wait_for(migrations.upgrade(settings), 120)
    finally:
        event.remove(Engine, "before_cursor_execute", before)
        took = await asyncio.gather(*writing)
        await holder.close()
        await other.close()
    assert len(took) > 10
    assert max(took) < 2
    await postgresql.drop(name)


async def test_a_migration_that_was_cut_off_is_begun_again(postgresql: PostgreSQL) -> None:
    """Its tables are there, an index is not valid, and its number is not written down."""
    name = await postgresql.create()
    settings = DatabaseSettings.from_url(postgresql.url_of(name))
    await migrations.upgrade(settings, "0003")
    connection = await asyncpg.connect(postgresql.url_of(name))
    await connection.execute("UPDATE alembic_version SET version_num = '0002'")
    await connection.execute(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_reminders_first'::regclass"
    )
    await migrations.upgrade(settings)
    await migrations.check(settings)
    assert not await connection.fetch("SELECT 1 FROM pg_index WHERE NOT indisvalid")
    await connection.close()
    await postgresql.drop(name)
