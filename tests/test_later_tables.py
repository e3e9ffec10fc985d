"""A rolling restart with migrations: for one release the version before works on later tables.

So a release only adds to the tables, and what is of no use any more goes with the release after.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Sent
from bot.replies import Say
from bot.starting import CannotStart, migrate
from storage.database import Database
from storage.errors import LaterTables
from storage.migrations import HISTORY, misfits, upgrade
from storage.rules.due import Due
from storage.settings import DatabaseSettings
from storage.tasks.change import complete
from storage.tasks.new import NewTask
from tests.support.clocks import NOW, Time
from tests.support.databases import address_of, planning_database
from tests.support.outbox import Letterbox
from tests.support.scenes.people import add, find, private

LATER = "9999"  # a revision
LATER_ON = NOW + timedelta(hours=1)
ADDED = (
    "ALTER TABLE tasks ADD COLUMN mood VARCHAR",
    "ALTER TABLE chats ADD COLUMN colour VARCHAR DEFAULT 'green' NOT NULL",
    "CREATE TABLE moods (id INTEGER PRIMARY KEY, task_id INTEGER)",
)

# Revisions up to this one came before the first release: nobody runs two versions across them.
BEFORE_RELEASES = "0020"
# what a release takes away that the one before it does not use any more, and why that is so
REMOVALS: dict[str, str] = {}
DESTRUCTIVE = frozenset({"drop_column", "drop_table", "rename_table"})
WORDS = ("DROP TABLE", "DROP COLUMN", "RENAME", "SET NOT NULL", "TRUNCATE")


async def execute(settings: DatabaseSettings, *statements: str) -> None:
    store = planning_database(address_of(settings))
    async with store.begin() as session:
        connection = await session.connection()
        for statement in statements:
            await connection.execute(text(statement))
    await store.close()


@pytest.fixture
def settings(empty_url: str) -> DatabaseSettings:
    return DatabaseSettings.from_url(empty_url)


@pytest.fixture
async def later(settings: DatabaseSettings) -> DatabaseSettings:
    """A database whose tables a later version has brought up to date."""
    await upgrade(settings)
    await execute(settings, *ADDED, f"UPDATE alembic_version SET version_num = '{LATER}'")  # noqa: S608
    return settings


async def test_this_version_starts_on_the_tables_of_the_next(later: DatabaseSettings) -> None:
    store = planning_database(address_of(later))
    try:
        with capture_logs() as told:
            await migrate(store, beside_later=True)
        assert [line["log_level"] for line in told] == ["warning"]
        await _works(store)
        with pytest.raises(CannotStart, match=f"later version of Dueto .{LATER}.; take that one"):
            await migrate(store)
    finally:
        await store.close()
    with pytest.raises(LaterTables):
        await upgrade(later)


async def test_tables_change_under_a_version_that_runs(settings: DatabaseSettings) -> None:
    """The other replica has migrated: what was open, and what was planned, goes on."""
    await upgrade(settings)
    old = planning_database(address_of(settings))
    try:
        await _works(old)
        await execute(settings, *ADDED)
        new = planning_database(address_of(settings))
        for store in (old, new, old):
            await _works(store)
        await new.close()
    finally:
        await old.close()


async def _works(store: Database) -> None:
    """A task is added, its reminder leaves, and it is ticked."""
    post = Letterbox(outcome=Sent(7))
    async with store.begin() as session:
        ann = await private(session, "ann")
        (task,) = await add(session, ann, NewTask("milk", due=Due.from_moment(LATER_ON, "UTC")))
    worker = Reminders(database=store, outbox=cast("Outbox", post), clock=Clock(Time(LATER_ON)))
    while await worker.push_next():
        pass
    assert any(isinstance(reply, Say) for reply in post.replies), "else only edits left"
    async with store.begin() as session:
        ann = await private(session, "ann")
        assert complete(session, await find(session, ann, task.number), ann.deed())


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("ALTER TABLE shortcuts DROP COLUMN text", "shortcuts.text"),
        ("DROP TABLE pollers", "pollers.holder"),
        ("ALTER TABLE drafts RENAME COLUMN said_at TO at", "drafts.said_at"),
    ],
)
async def test_where_something_was_taken_away_it_says_so(
    later: DatabaseSettings, change: str, name: str
) -> None:
    await execute(later, change)
    assert name in await misfits(later)
    store = planning_database(address_of(later))
    try:
        with pytest.raises(CannotStart) as refused:
            await migrate(store, beside_later=True)
    finally:
        await store.close()
    assert name.partition(".")[0] in str(refused.value)
    assert "\n" not in str(refused.value)


async def test_a_column_that_it_would_have_to_fill_in_is_told(later: DatabaseSettings) -> None:
    assert await misfits(later) == []
    await execute(
        later,
        "DROP TABLE sealing_key",
        "CREATE TABLE sealing_key (id INTEGER PRIMARY KEY, secret VARCHAR, kind VARCHAR NOT NULL)",
    )
    assert await misfits(later) == ["sealing_key.kind"]


def upgrades() -> list[tuple[str, Path]]:
    """The revisions since the first release, with their files."""
    files = {path.name.partition("_")[0]: path for path in (HISTORY / "versions").glob("[0-9]*.py")}
    return sorted((number, path) for number, path in files.items() if number > BEFORE_RELEASES)


def destructive(source: str) -> Iterator[str]:
    """What a migration does on its way up that the version before cannot work with."""
    tree = ast.parse(source)
    tree.body = [
        part
        for part in tree.body
        if not (isinstance(part, ast.FunctionDef) and part.name == "downgrade")
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _of_call(node, node.func.attr)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = " ".join(node.value.upper().split())
            yield from (word for word in WORDS if word in said)


def _of_call(call: ast.Call, name: str) -> Iterator[str]:
    given = {one.arg: ast.unparse(one.value) for one in call.keywords}
    if name in DESTRUCTIVE:
        yield name
    if name == "alter_column" and ("new_column_name" in given or given.get("nullable") == "False"):
        yield "alter_column"
    if name == "add_column":
        for column in (one for one in call.args if isinstance(one, ast.Call)):
            facts = {one.arg: ast.unparse(one.value) for one in column.keywords}
            if facts.get("nullable") == "False" and "server_default" not in facts:
                yield "add_column without a default"


@pytest.mark.parametrize(("revision", "path"), upgrades())
def test_a_release_only_adds_to_the_tables(revision: str, path: Path) -> None:
    found = list(destructive(path.read_text(encoding="utf-8")))
    assert not found or revision in REMOVALS, "see Migrations in CONTRIBUTING.md"


def test_removals_are_of_migrations_that_are_there() -> None:
    assert REMOVALS.keys() <= {number for number, _ in upgrades()}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("op.drop_column('tasks', 'mood')", True),
        ("batch.drop_column('mood')", True),
        ("op.drop_table('moods')", True),
        ("op.execute('ALTER TABLE tasks RENAME TO things')", True),
        ("op.execute('drop  table moods')", True),
        ("op.alter_column('tasks', 'mood', nullable=False)", True),
        ("op.alter_column('tasks', 'mood', new_column_name='temper')", True),
        ("op.add_column('tasks', sa.Column('mood', sa.String(), nullable=False))", True),
        (
            "op.add_column('tasks', sa.Column('m', sa.Date(), nullable=False, server_default='x'))",
            0,
        ),
        ("op.add_column('tasks', sa.Column('mood', sa.String(), nullable=True))", False),
        ("op.create_table('moods', sa.Column('id', sa.Uuid(), nullable=False))", False),
        ("op.drop_constraint('ck_tasks_mood', 'tasks')", False),
        ("op.drop_index('ix_tasks_mood')", False),
    ],
)
def test_what_is_destructive_is_found(line: str, is_found: int) -> None:
    source = f"def upgrade():\n    {line}\n\ndef downgrade():\n    op.drop_table('moods')\n"
    assert bool(list(destructive(source))) == bool(is_found)
