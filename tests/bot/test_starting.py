"""The start against databases that refuse, hang, hang up, or are another bot's."""

from __future__ import annotations

import ast
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlmodel import select
from structlog.testing import capture_logs

from bot import starting
from bot.starting import CannotStart, migrate, own_database, reach
from storage.database import Database
from storage.models import OwnBot, PushState, ReceivedUpdate, Reminder, TaskMessage
from storage.settings import DatabaseSettings
from tests.support.databases import PostgreSQL, plan_nothing
from tests.support.scenes.people import NOW, add, group
from tests.support.servers import BROKEN, Talk, nobodys_port, talking

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """asyncpg leaves connections open that are cut off half-way: not for a later test to find."""
    yield
    gc.collect()


class Waited(Exception):
    """The start waits, which is what it has to do."""


async def waits(_: float) -> None:
    raise Waited


@asynccontextmanager
async def database_at(port: int) -> AsyncIterator[Database]:
    url = f"postgresql://ann:secret@127.0.0.1:{port}/dueto"
    settings = DatabaseSettings.from_url(url)
    settings.connect_args.update(timeout=0.2, command_timeout=0.2)
    database = Database(settings, planner=plan_nothing, default_zone="UTC")
    yield database
    await database.close()


@pytest.mark.parametrize("talk", BROKEN, ids=lambda talk: talk.__name__)
async def test_the_start_waits_for_a_server_that_is_half_there(talk: Talk) -> None:
    async with talking(talk) as port, database_at(port) as database:
        with capture_logs() as logs, pytest.raises(Waited):
            await reach(database, sleep=waits)
    assert logs[0]["event"] == "the database does not answer"
    assert "\n" not in logs[0]["reason"]
    assert logs[0]["reason"].strip()


async def test_the_start_waits_for_a_server_that_is_not_there() -> None:
    async with database_at(nobodys_port()) as database:
        with capture_logs() as logs, pytest.raises(Waited):
            await reach(database, sleep=waits)
    assert "ConnectionRefusedError" in logs[0]["reason"]


async def test_a_server_that_goes_away_during_a_migration_is_waited_for(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = await postgresql.create()
    settings = DatabaseSettings.from_url(postgresql.url_of(name))
    database = Database(settings, planner=plan_nothing, default_zone="UTC")
    tries = 0

    async def upgrade(_: DatabaseSettings) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            async with database.begin() as session:
                connection = await session.connection()
                await connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    async def at_once(_: float) -> None:
        pass

    monkeypatch.setattr(starting, "upgrade", upgrade)
    await migrate(database, sleep=at_once)
    assert tries == 2
    await database.close()
    await postgresql.drop(name)


async def test_what_a_migration_itself_cannot_do_is_not_tried_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def upgrade(_: DatabaseSettings) -> None:
        async with database.begin() as session:
            connection = await session.connection()
            await connection.exec_driver_sql("SELECT nothing FROM nowhere")

    monkeypatch.setattr(starting, "upgrade", upgrade)
    with pytest.raises(Exception, match="nowhere"):
        await migrate(database, sleep=waits)


def test_no_code_takes_the_first_line_of_a_text_that_may_be_empty() -> None:
    """`"".splitlines()[0]` raises IndexError, `"".partition("\\n")[0]` does not."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for top in ("bot", "storage")
        for path in sorted((ROOT / top).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Subscript) and _may_be_empty(node.value)
    ]
    assert found == []


def _may_be_empty(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "splitlines"
    return isinstance(node, ast.Attribute) and node.attr == "args"  # of an error


async def owner(database: Database) -> int:
    async with database.begin() as session:
        return (await session.exec(select(OwnBot.telegram_id))).one()


async def test_a_database_is_one_bots(database: Database) -> None:
    await own_database(database, 1, insist=False)
    await own_database(database, 1, insist=False)
    with pytest.raises(CannotStart, match=r"another bot .*--take-over") as refusal:
        await own_database(database, 2, insist=False)
    assert "\n" not in str(refusal.value)
    assert await owner(database) == 1
    await own_database(database, 2, insist=True)
    assert await owner(database) == 2
    await own_database(database, 2, insist=False)


async def test_to_insist_on_ones_own_or_nobodys_database_changes_nothing(
    database: Database,
) -> None:
    await own_database(database, 1, insist=True)
    assert await owner(database) == 1
    async with database.begin() as session:
        session.add(ReceivedUpdate(update_id=5, received_at=NOW))
    await own_database(database, 1, insist=True)
    async with database.begin() as session:
        assert (await session.exec(select(ReceivedUpdate))).all() != []


async def test_to_take_over_forgets_the_messages_of_the_other_bot(database: Database) -> None:
    await own_database(database, 1, insist=False)
    async with database.begin() as session:
        seat = await group(session, "ann")
        [task] = await add(session, seat, "Milk")
        session.add(ReceivedUpdate(update_id=5, received_at=NOW))
        session.add(
            TaskMessage(chat_id=seat.chat.id, message_id=7, task_id=task.id, created_at=NOW)
        )
        for state in PushState:
            session.add(
                Reminder(
                    slot=state,
                    kind="task",
                    state=state,
                    chat_id=seat.chat.id,
                    task_id=task.id,
                    key="at",
                    occurrence_at=NOW,
                    fire_at=NOW,
                    message_id=9,
                )
            )
    await own_database(database, 2, insist=True)
    async with database.begin() as session:
        assert (await session.exec(select(TaskMessage))).all() == []
        assert (await session.exec(select(ReceivedUpdate))).all() == []  # its numbers come again
        rows = {row.slot: row for row in (await session.exec(select(Reminder))).all()}
    assert {row.message_id for row in rows.values()} == {None}
    kept = {PushState.PENDING, PushState.HELD, PushState.DEAD, PushState.CLOSED}
    assert {slot for slot, row in rows.items() if row.state == slot} == kept
    assert rows[PushState.SENT].state == rows[PushState.CLOSING].state == PushState.CLOSED
