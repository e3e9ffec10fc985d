"""Files of other programs, as their documentation and their exports have them.

Text files stand in tests/samples; archives and databases are made of them here.
"""

from __future__ import annotations

import io
import random
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.handlers.data.reading_files import read_date, read_line
from bot.language.values import Place
from storage.transfer.formats.values import Importer
from tests.support.clocks import NOW
from tests.support.documents import A_FILE

HERE = Path(__file__).parents[1] / "samples"
LOOP = (
    "Habits.csv",
    "001 Meditate/Scores.csv",
    "002 Wake up early/Scores.csv",
    "002 Wake up early/Checkmarks.csv",
    "Checkmarks.csv",
)
HABITS = """CREATE TABLE Habits ( id integer primary key autoincrement, archived integer,
    color integer, description text, freq_den integer, freq_num integer, highlight integer,
    name text, position integer, reminder_hour integer, reminder_min integer ,
    reminder_days integer not null default 127, type integer not null default 0,
    target_type integer not null default 0, target_value real not null default 0,
    unit text not null default "", question text, uuid text)"""
REPETITIONS = """CREATE TABLE Repetitions ( id integer primary key autoincrement,
    habit integer not null references habits(id), timestamp integer not null,
    value integer not null, notes text)"""


def text(name: str) -> bytes:
    """A file of tests/samples."""
    return (HERE / name).read_bytes()


def an_importer(zone: str = "Europe/Berlin") -> Importer:
    """Ann, who reads English and lives in this zone."""
    place = Place(zone=zone)
    return Importer(
        telegram_id=1001,
        name="Ann",
        zone=zone,
        now=NOW,
        read_date=partial(read_date, now=NOW, place=place),
        read_line=partial(read_line, now=NOW, place=place),
    )


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def loop_archive() -> bytes:
    """The CSV files that Loop exports."""
    scores = b"Date,Score\n2026-09-22,0.2557\n"
    files = {name: scores for name in LOOP if name.endswith("Scores.csv")}
    files |= {name: text(f"loop/{name.replace('/', '.')}") for name in LOOP if name not in files}
    return packed(files)


def loop_database() -> bytes:
    """A backup of Loop: habits of each kind, with some days."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA user_version = 25")
        made.execute("CREATE TABLE android_metadata (locale TEXT)")
        made.execute(HABITS)
        made.execute(REPETITIONS)
        made.execute("CREATE UNIQUE INDEX idx ON Repetitions(habit, timestamp)")
        made.executemany(
            "INSERT INTO Habits (id, archived, color, freq_den, freq_num, name, position,"
            " reminder_hour, reminder_min, type, target_type, target_value, unit)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (6, 0, 7, 7, 3, "Exercise", 1, 20, 30, 0, 0, 0, ""),
                (9, 0, 19, 1, 1, "Water", 0, None, None, 1, 0, 2000, "ml"),
                (27, 1, 3, 1, 1, "No alcohol", 2, None, None, 0, 0, 0, ""),
            ],
        )
        made.executemany(
            "INSERT INTO Repetitions (habit, timestamp, value, notes) VALUES (?, ?, ?, ?)",
            [
                (6, _midnight(20), 2, None),
                (6, _midnight(21), 1, None),
                (6, _midnight(22), 3, "ill"),
                (9, _midnight(22), 1_500_000, ""),
                (27, _midnight(1), 0, "a wedding"),
            ],
        )
        made.commit()
        return made.serialize()


def _midnight(day: int) -> int:
    return int(datetime(2026, 9, day, tzinfo=UTC).timestamp() * 1000)


def samples() -> dict[str, bytes]:
    """One file of each format, by a name."""
    todoist = text("todoist.csv")
    return {
        "dueto.json": A_FILE,
        "todoist.csv": todoist,
        "todoist.zip": packed({"Home [2203306141].csv": todoist, "Inbox [1].csv": todoist}),
        "ticktick.csv": text("ticktick.csv"),
        "loop.zip": loop_archive(),
        "loop.db": loop_database(),
        "google.json": text("google.json"),
        "takeout.zip": packed({"Takeout/Tasks/Tasks.json": text("google.json")}),
        "reminders.ics": text("reminders.ics"),
        "list.txt": text("list.txt"),
    }


def changed(original: bytes, dice: random.Random) -> bytes:
    """A file with one to six changes somewhere in its bytes."""
    content = bytearray(original)
    for _ in range(dice.randint(1, 6)):
        place, other = dice.randrange(len(content)), dice.randrange(len(content))
        size = dice.choice([1, 1, 4, 40])
        match dice.randrange(4):
            case 0:
                content[place] = dice.choice([0, 10, 34, 44, 58, 255, dice.randrange(256)])
            case 1:
                del content[place : place + size]
                content = content or bytearray(b"x")
            case 2:
                content[place:place] = content[other : other + size]
            case _:
                content[place : place + size] = dice.randbytes(size)
    return bytes(content)
