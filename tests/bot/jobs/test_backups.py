"""Backups by the clock: one a day, also over restarts; old ones go only when there is a new one."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

import storage.copying
from bot.clock import Clock
from bot.jobs.backups import Nightly, backups
from bot.settings import Settings
from storage.copying import back_up, check
from storage.rules.copies import DAYS, WEEKS

NOON = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
HOUR = 3


@pytest.fixture
def source(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """A database in the mode that the bot uses."""
    path = tmp_path / "dueto.db"
    path.write_bytes(migrated_sqlite.read_bytes())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def look(source: Path, folder: Path) -> Callable[[datetime], Nightly]:
    """What a process does that is started at a moment."""
    return lambda now: Nightly(source, folder, HOUR, Clock(lambda: now))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_is_made_a_day_whenever_it_is_started(
    look: Callable[[datetime], Nightly], folder: Path
) -> None:
    look(NOON).look()
    assert names(folder) == ["dueto-auto-20260923-123000.db"], "the first does not wait for a night"
    check(folder / "dueto-auto-20260923-123000.db")
    assert (folder / "dueto-auto-20260923-123000.db").stat().st_mode & 0o777 == 0o600
    for hours in (0, 1, 14):  # started again, and before the next night
        look(NOON + timedelta(hours=hours)).look()
    assert len(names(folder)) == 1
    look(NOON + timedelta(hours=15)).look()
    look(NOON + timedelta(days=3)).look()
    assert names(folder)[1:] == ["dueto-auto-20260924-033000.db", "dueto-auto-20260926-123000.db"]


def test_seven_daily_and_four_weekly_stay_and_what_somebody_made(
    look: Callable[[datetime], Nightly], folder: Path
) -> None:
    folder.mkdir()
    others = {"dueto-20260101-120000.db", "dueto-auto-before-the-move.db", "notes.txt"}
    for name in others:
        (folder / name).touch()
    for day in range(60):
        look(NOON + timedelta(days=day)).look()
    assert others <= {*names(folder)}
    assert len(names(folder)) == len(others) + DAYS + WEEKS


def test_one_that_fails_is_said_and_tried_again_and_nothing_goes(
    source: Path, folder: Path, look: Callable[[datetime], Nightly]
) -> None:
    for day in range(DAYS + WEEKS + 1):
        look(NOON + timedelta(days=day)).look()
    before, whole = names(folder), source.read_bytes()
    source.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    later = NOON + timedelta(days=30)
    with capture_logs() as log:
        look(later).look()
    assert [entry["event"] for entry in log] == ["the backup failed; older ones stay"]
    assert names(folder) == before
    source.write_bytes(whole)
    look(later + timedelta(minutes=10)).look()
    assert "dueto-auto-20261023-124000.db" in names(folder)


def test_a_folder_that_cannot_be_made_ends_nothing(
    source: Path, folder: Path, look: Callable[[datetime], Nightly]
) -> None:
    folder.write_text("a file is where the folder should be")
    with capture_logs() as log:
        look(NOON).look()
    assert [entry["log_level"] for entry in log] == ["error"]


def test_a_process_that_ends_gives_a_copy_up(
    folder: Path, look: Callable[[datetime], Nightly]
) -> None:
    nightly = look(NOON)
    nightly.end()
    with capture_logs() as log:
        nightly.look()
    assert names(folder) == []
    assert log == []


def test_people_write_while_it_is_copied_and_the_log_is_let_go(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of the copy: nobody waits, and afterwards nothing holds the log up."""
    monkeypatch.setattr(storage.copying, "PAGES", 1)
    written = 0
    with closing(sqlite3.connect(source, timeout=0, isolation_level=None)) as person:

        def write(left: int, _: int) -> None:
            nonlocal written
            if left:
                written += 1
                person.execute("INSERT INTO own_bot VALUES (?, 1)", (written,))

        back_up(source, tmp_path / "copy.db", write)
        assert written > 50
        held_up, _, _ = person.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert not held_up
    assert not (tmp_path / "dueto.db-wal").exists(), "the last to close takes it away"
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM own_bot").fetchone() == (0,), "one moment"


async def test_the_loop_goes_on_meanwhile(
    folder: Path, look: Callable[[datetime], Nightly], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy waits for the loop: it would for ever, were it on it."""
    loop, turned = asyncio.get_running_loop(), threading.Event()

    def patiently(*given: Any, **more: Any) -> None:
        loop.call_soon_threadsafe(turned.set)
        assert turned.wait(30)
        back_up(*given, **more)

    monkeypatch.setattr("bot.jobs.backups.back_up", patiently)
    await look(NOON).run()
    assert len(names(folder)) == 1


def settings(**given: str) -> Settings:
    return Settings.model_validate({"database_url": "sqlite:///data/dueto.db", **given})


def test_they_are_for_sqlite_and_can_be_switched_off() -> None:
    (job,) = backups(settings(), Clock())
    assert job.every <= timedelta(minutes=10)
    assert backups(settings(backup_hour="off"), Clock()) == ()
    assert backups(settings(database_url="postgresql://ann@localhost/dueto"), Clock()) == ()
