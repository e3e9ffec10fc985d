"""The commands of whoever runs Dueto: migrate, stats, dead-letters, backup, restore."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlmodel import select

from bot.__main__ import main
from bot.commands.stats import MEANINGS
from storage.copying import back_up, check, put_back
from storage.database import Database
from storage.errors import NotCopied
from storage.migrations import newest, upgrade
from storage.models import Chat, ChatKind, PushKind, PushState, Reminder
from storage.settings import DatabaseSettings
from storage.statistics import count_rows
from tests.support.holding import held

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)


async def dueto(url: str, *arguments: str) -> Result:
    """A command, in a thread of its own: it has its own loop."""
    environment = {"DATABASE_URL": url, "COLUMNS": "200"}
    runner = CliRunner(env=environment)
    return await asyncio.to_thread(runner.invoke, main, list(arguments))


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env of a developer is read."""
    monkeypatch.chdir(tmp_path)


async def refused(database: Database, title: str) -> None:
    """A reminder that Telegram has refused for good."""
    async with database.begin() as session:
        chat = Chat(
            telegram_id=77, kind=ChatKind.PRIVATE, title=title, created_at=NOW, updated_at=NOW
        )
        session.add(chat)
        await session.flush()
        session.add(
            Reminder(
                slot="x",
                kind=PushKind.AGENDA,
                state=PushState.DEAD,
                chat_id=chat.id,
                key="agenda",
                occurrence_at=NOW,
                fire_at=NOW,
                error=f"KeyError('{title}')",
            )
        )


async def test_migrate_makes_the_tables(empty_url: str) -> None:
    assert "dueto migrate" in (await dueto(empty_url, "stats")).stderr or "sqlite" in empty_url
    for _ in range(2):
        done = await dueto(empty_url, "migrate")
        assert done.exit_code == 0, done.output
        assert newest() in done.stdout
    assert (await dueto(empty_url, "stats")).exit_code == 0


async def test_stats_counts(database: Database, database_url: str) -> None:
    await refused(database, "Ann")
    shown = await dueto(database_url, "stats")
    assert shown.exit_code == 0, shown.output
    assert "open tasks" in shown.stdout
    assert "refused by Telegram for good" in shown.stdout
    async with database.read() as session:
        assert MEANINGS.keys() == (await count_rows(session, now=NOW)).keys()


async def test_dead_letters_are_shown_tried_again_and_dropped(
    database: Database, database_url: str
) -> None:
    assert "Everything was delivered." in (await dueto(database_url, "dead-letters")).stdout
    await refused(database, "Secret milk")
    shown = await dueto(database_url, "dead-letters")
    assert "KeyError" in shown.stdout
    assert "private 77" in shown.stdout
    assert "Secret" not in shown.output, "what people write is not shown"
    assert (await dueto(database_url, "dead-letters", "--retry", "--drop")).exit_code == 2
    assert "To be tried again: 1." in (await dueto(database_url, "dead-letters", "--retry")).stdout
    assert "Everything was delivered." in (await dueto(database_url, "dead-letters")).stdout
    async with database.begin() as session:
        (await session.exec(select(Reminder))).one().state = PushState.DEAD
    assert "Forgotten: 1." in (await dueto(database_url, "dead-letters", "--drop")).stdout


async def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none.db'}"
    for command in ("stats", "dead-letters"):
        told = await dueto(url, command)
        assert told.exit_code == 2
        assert told.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


async def test_a_copy_is_whole_while_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "dueto.db"
    await upgrade(DatabaseSettings.from_url(f"sqlite:///{path}"))
    begun, ended = threading.Event(), threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        with closing(sqlite3.connect(path, timeout=15)) as database:
            while not ended.is_set():
                written += 1
                database.execute("INSERT INTO own_bot VALUES (?, ?)", (written, written))
                database.commit()
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        await asyncio.to_thread(begun.wait, 30)
        before = written
        told = await dueto(f"sqlite:///{path}", "backup", str(tmp_path / "copy.db"))
    finally:
        ended.set()
        writer.join()
    assert told.exit_code == 0, told.output
    check(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        (count,) = copy.execute("SELECT count(*) FROM own_bot").fetchone()
        (highest,) = copy.execute("SELECT max(id) FROM own_bot").fetchone()
    assert before <= count + 1
    assert count == highest, "one moment, with nothing left out in the middle"
    assert not (tmp_path / "copy.db.partial").exists()


async def test_a_backup_has_a_name_and_replaces_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'dueto.db'}"
    await upgrade(DatabaseSettings.from_url(url))
    assert (await dueto(url, "backup")).exit_code == 0
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.stat().st_mode & 0o077 == 0, "for its owner only"
    again = await dueto(url, "backup", str(copy))
    assert again.exit_code == 2
    assert "is there already" in again.stderr


async def test_what_is_restored_is_what_was_copied(tmp_path: Path) -> None:
    path, copy = tmp_path / "dueto.db", tmp_path / "copy.db"
    url = f"sqlite:///{path}"
    await upgrade(DatabaseSettings.from_url(url))
    await dueto(url, "backup", str(copy))
    with closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO own_bot VALUES (1, 5)")
        database.commit()
    refused = await dueto(url, "restore", str(copy))
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert rows(path) == [(1, 5)]
    done = await dueto(url, "restore", str(copy), "--force")
    assert done.exit_code == 0, done.output
    assert rows(path) == []
    assert rows(tmp_path / "dueto.db.before-1") == [(1, 5)]
    path.unlink()
    assert (await dueto(url, "restore", str(copy))).exit_code == 0
    assert rows(path) == []


async def test_what_a_process_has_open_is_not_replaced(tmp_path: Path) -> None:
    path, copy = tmp_path / "dueto.db", tmp_path / "copy.db"
    url = f"sqlite:///{path}"
    await upgrade(DatabaseSettings.from_url(url))
    back_up(path, copy)
    async with held(path):
        refused = await dueto(url, "restore", str(copy), "--force")
    assert refused.exit_code == 2
    assert "stop the bot before" in refused.stderr
    assert (await dueto(url, "restore", str(copy), "--force")).exit_code == 0


def rows(path: Path) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT id, telegram_id FROM own_bot").fetchall()


@pytest.mark.parametrize("kind", ["none", "text", "cut", "other"])
async def test_what_is_no_copy_is_refused_and_nothing_is_lost(kind: str, tmp_path: Path) -> None:
    path, copy = tmp_path / "dueto.db", tmp_path / "copy.db"
    url = f"sqlite:///{path}"
    await upgrade(DatabaseSettings.from_url(url))
    if kind == "text":
        copy.write_text("not a database" * 100)
    elif kind == "cut":
        back_up(path, copy)
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    elif kind == "other":
        with closing(sqlite3.connect(copy)) as database:
            database.execute("CREATE TABLE others (id)")
    before = path.read_bytes()
    told = await dueto(url, "restore", str(copy), "--force")
    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1
    assert path.read_bytes() == before
    with pytest.raises(NotCopied):
        put_back(copy, path, force=True)


async def test_postgresql_has_tools_of_its_own() -> None:
    for arguments in (["backup"], ["restore", "x"]):
        told = await dueto("postgresql://ann:secret@localhost/dueto", *arguments)
        assert told.exit_code == 2
        assert "pg_dump" in told.stderr
        assert "secret" not in told.output
