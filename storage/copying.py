"""Copies of a SQLite database: taken while people write to it, checked, and put back.

SQLite's own backup interface copies one state of the database, that of the moment when it began:
the copy is made in a read transaction, which keeps no writer waiting in the mode that Dueto uses
(https://sqlite.org/backup.html, https://sqlite.org/wal.html).
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from storage.errors import NotCopied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES = 8_192  # in one step: 32 MB
HURRIED = ("journal_mode=OFF", "synchronous=OFF")
MAPPED = 8 << 30  # bytes of a file that a check reads without copying them
SHARED_BYTE = 128  # of the index of the write-ahead log
INSTRUCTIONS = 100_000  # of SQLite's machine between two looks whether a check is given up


def go_on() -> bool:
    """Nobody wants a copy to be given up."""
    return False


def back_up(
    source: Path,
    target: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    given_up: Callable[[], bool] = go_on,
) -> None:
    """Copy a database into a new file. `progress` is told how many pages are left of how many.

    The file appears under its name when it is whole and checked. `given_up` is asked some hundred
    times a second whether to end without it. Raises NotCopied.
    """
    if not source.is_file():
        raise NotCopied(f"{source} is not there")
    if target.exists():
        raise NotCopied(f"{target} is there already")
    beside = target.with_name(f"{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        beside.touch(mode=0o600)
        _copy(source, beside, progress, given_up, hurries=True)
        _make_one_file(beside)
        with ThreadPoolExecutor(1) as other:  # the disk writes what is being checked
            written = other.submit(_sync, beside)
            check(beside, quickly=True, given_up=given_up)
            written.result()
        beside.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise NotCopied(f"{target} could not be written ({error})") from None
    finally:
        with suppress(OSError):  # its folder may be none
            beside.unlink(missing_ok=True)


def put_back(
    copy: Path, target: Path, *, force: bool, progress: Callable[[int, int], None] | None = None
) -> Path | None:
    """Let a database be what a copy is. One that is there is only replaced by `force`, and copied
    first: return where it is then. Raises NotCopied; the database is as it was."""
    if not copy.is_file():
        raise NotCopied(f"{copy} is not there")
    try:
        check(copy)
    except sqlite3.Error as error:
        raise NotCopied(f"{copy} is no whole copy of Dueto's database ({error})") from None
    before = None
    if target.exists():
        if not force:
            raise NotCopied(f"{target} is there already; --force replaces it")
        if is_open_elsewhere(target):
            raise NotCopied(f"another process has {target} open; stop the bot before")
        before = _free_name(target)
        back_up(target, before)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(copy, target, progress)
    except (OSError, sqlite3.Error) as error:
        raise NotCopied(f"{target} could not be written ({error})") from None
    return before


def check(path: Path, *, quickly: bool = False, given_up: Callable[[], bool] = go_on) -> None:
    """Raise sqlite3.Error unless a file is a database of Dueto's whose pages are all sound.

    `quickly`: without a look whether each index has what its table has, and whether each row keeps
    its constraints, which takes five times as long and which no copying can break.
    """
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        database.set_progress_handler(given_up, INSTRUCTIONS)
        database.execute(f"PRAGMA mmap_size={MAPPED}")
        if quickly:
            database.execute("PRAGMA ignore_check_constraints=ON")
        pragma = "quick_check" if quickly else "integrity_check"
        found = [row[0] for row in database.execute(f"PRAGMA {pragma}(1)")]
        if found != ["ok"]:
            raise sqlite3.DatabaseError(str(found[0]))
        database.execute("SELECT version_num FROM alembic_version").fetchone()


def is_open_elsewhere(path: Path) -> bool:
    """Whether another process has a SQLite file open in the mode that Dueto uses.

    Each one holds a lock on a byte of the file beside it (SQLite's os_unix.c: UNIX_SHM_DMS). Not to
    be asked while this process has the database open: its locks would go.
    """
    index = path.with_name(f"{path.name}-shm")
    try:
        with index.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, SHARED_BYTE)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _copy(
    source: Path,
    target: Path,
    progress: Callable[[int, int], None] | None,
    given_up: Callable[[], bool] = go_on,
    *,
    hurries: bool = False,
) -> None:
    """Copy one moment. `hurries`: into a file that is nobody's yet, which `_sync` makes last."""

    def step(_: int, left: int, count: int) -> None:
        if given_up():
            raise sqlite3.OperationalError("it was given up")
        if progress is not None:
            progress(left, count)

    whole = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(whole, uri=True, isolation_level=None, timeout=15)) as read,
        closing(sqlite3.connect(target, timeout=15)) as written,
    ):
        read.execute(f"PRAGMA mmap_size={MAPPED}")
        for pragma in HURRIED if hurries else ():
            written.execute(f"PRAGMA {pragma}")
        read.execute("BEGIN")
        read.execute("SELECT 1 FROM sqlite_master").fetchone()  # the snapshot that is copied
        read.backup(written, pages=PAGES, progress=step, sleep=0)


def _make_one_file(path: Path) -> None:
    """A copy keeps the mode of its original, which would have two files beside it."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=DELETE").fetchone()


def _sync(path: Path) -> None:
    """Let what was written outlive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _free_name(target: Path) -> Path:
    """A name beside a database for the copy that is made before it is replaced."""
    names = (target.with_name(f"{target.name}.before-{number}") for number in range(1, 10_000))
    return next(name for name in names if not name.exists())
