"""What was read in any file goes into the store whole, or not at all; and undo takes all of it out.

The files are samples with changed bytes, and exports of ours in which values were changed.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from storage.database import Database
from storage.errors import ChangedSince, Refusal
from storage.transfer.comparing import compare
from storage.transfer.formats.recognising import read_file
from storage.transfer.formats.values import FoundFile, Unreadable
from storage.transfer.importing import put_in
from storage.undo.commands import undo_batch
from tests.support.documents import documents
from tests.support.samples import an_importer, changed, samples
from tests.support.scenes.people import private

SAMPLES = samples()
HOSTILE: list[Any] = [
    None,
    0,
    -1,
    2**70,
    1e300,
    "",
    "x",
    "0" * 32,
    "\x00",
    [],
    {},
    [[]],
    True,
    "2026-02-30",
]
FILES = 25  # of each sample


async def counted(database: Database) -> tuple[int, ...]:
    """How many tasks, habits, entries and rows of history there are that are not in the trash."""
    found = []
    async with database.begin() as session:
        connection = await session.connection()
        for table in ("tasks WHERE deleted_at IS NULL", "habits WHERE deleted_at IS NULL"):
            kept = await connection.execute(sql(f"SELECT count(*) FROM {table}"))  # noqa: S608  ours
            found.append(kept.scalar_one())
    return tuple(found)


async def bring_in(database: Database, file: FoundFile) -> None:
    """Put a file into Ann's list, see that all of it is there, and take it out again."""
    before = await counted(database)
    async with database.begin() as session:
        seat = await private(session, "ann")
        compared = await compare(session, file.document, chat=seat.chat)
        deed = seat.deed()
        document = compared.document
        await put_in(session, document, chat=seat.chat, owner=seat.user, deed=deed)
    tasks = sum(task.deleted_at is None for task in document.tasks)
    habits = sum(habit.deleted_at is None for habit in document.habits)
    assert await counted(database) == (before[0] + tasks, before[1] + habits)
    if tasks or habits:
        await undo(database, deed.batch)
    assert await counted(database) == before


async def undo(database: Database, batch: UUID) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await undo_batch(session, batch, deed=seat.deed())


async def try_to(database: Database, content: bytes) -> None:
    """Bring a file in: nothing of one that is refused is there."""
    try:
        file = read_file(content, an_importer())
    except Unreadable:
        return
    before = await counted(database)
    try:
        await bring_in(database, file)
    except Refusal:
        assert await counted(database) == before


@pytest.mark.parametrize("name", SAMPLES)
async def test_samples_with_other_bytes(database: Database, name: str) -> None:
    dice = random.Random(name)
    for content in [SAMPLES[name], *(changed(SAMPLES[name], dice) for _ in range(FILES))]:
        await try_to(database, content)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value in JSON."""
    yield path
    match value:
        case dict():
            inside = list(value.items())
        case list():
            inside = list(enumerate(value))
        case _:
            inside = []
    for key, one in inside:
        yield from _places(one, (*path, key))


def _put(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    kept = dict(value) if isinstance(value, dict) else list(value)
    kept[path[0]] = _put(kept[path[0]], path[1:], other)
    return kept


@settings(
    max_examples=60,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(document=documents(), data=st.data())
async def test_exports_with_other_values(
    database: Database, document: dict[str, Any], data: st.DataObject
) -> None:
    changes = data.draw(st.integers(0, 3))
    for _ in range(changes):
        paths = [path for path in _places(document) if len(path) > 1]
        path = data.draw(st.sampled_from(paths or [("tasks",)]))
        others = [*HOSTILE, document["chat"]["id"], *(task["id"] for task in document["tasks"])]
        document = _put(document, path, data.draw(st.sampled_from(others)))
        if not isinstance(document["tasks"], list) or not isinstance(document["chat"], dict):
            break
        if not all(isinstance(task, dict) and "id" in task for task in document["tasks"]):
            break
    await try_to(database, json.dumps(document).encode())


async def test_what_was_added_at_once_is_taken_out_at_once(database: Database) -> None:
    lines = "".join(f"- Task {number} tomorrow 10am #home\n" for number in range(300))
    await bring_in(database, read_file(lines.encode(), an_importer()))
    async with database.begin() as session:
        connection = await session.connection()
        for table, left in (("reminders", 0), ("changes WHERE action = 'undo'", 300)):
            kept = await connection.execute(sql(f"SELECT count(*) FROM {table}"))  # noqa: S608  ours
            assert kept.scalar_one() == left


async def test_what_was_changed_since_is_not_taken_out(database: Database) -> None:
    lines = "".join(f"- Task {number}\n" for number in range(300))
    document = read_file(lines.encode(), an_importer()).document
    async with database.begin() as session:
        seat = await private(session, "ann")
        deed = seat.deed()
        await put_in(session, document, chat=seat.chat, owner=seat.user, deed=deed)
    async with database.begin() as session:
        connection = await session.connection()
        await connection.execute(sql("UPDATE tasks SET deleted_at = created_at WHERE number = 7"))
    before = await counted(database)
    with pytest.raises(ChangedSince):
        await undo(database, deed.batch)
    assert await counted(database) == before
