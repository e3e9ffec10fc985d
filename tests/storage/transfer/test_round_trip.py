"""An export put into an empty list gives the same list, and one undo empties it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import text as sql
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.models import MemberStatus
from storage.people.members import keep_answered_status
from storage.rules.folding import fold
from storage.transfer.documents import (
    Document,
    Exported,
    ExportedAssignee,
    ExportedChange,
    ExportedEntry,
    ExportedFile,
    ExportedHabit,
    ExportedItem,
    ExportedMember,
    ExportedTask,
)
from storage.transfer.exporting import Format, export
from storage.transfer.importing import put_in
from storage.transfer.shapes import HABIT, HABIT_PARTS, HISTORY, TASK, TASK_PARTS, ExportShape
from storage.undo.commands import undo_batch
from tests.support.documents import documents, shape
from tests.support.scenes.people import NOW, Seat, group, private

PARTS = {
    ExportedTask: TASK,
    ExportedHabit: HABIT,
    ExportedItem: TASK_PARTS["checklist"],
    ExportedFile: TASK_PARTS["attachments"],
    ExportedAssignee: TASK_PARTS["assignees"],
    ExportedMember: HABIT_PARTS["members"],
    ExportedEntry: HABIT_PARTS["entries"],
    ExportedChange: HISTORY,
}


async def exported(database: Database, seat: Seat) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await export(database, seat.chat.id, Format.JSON, now=NOW))
    return found


async def people(session: AsyncSession) -> Seat:
    """Ann, who is an administrator of the group, and Bob, who is in it."""
    seat, _ = await group(session, "ann"), await group(session, "bob")
    status = MemberStatus.ADMINISTRATOR
    await keep_answered_status(session, seat.user, seat.chat, status, now=NOW)
    return seat


async def emptied(database: Database) -> None:
    async with database.begin() as session:
        connection = await session.connection()
        for table in ("chats", "users", "tags"):
            await connection.execute(sql(f"DELETE FROM {table}"))  # noqa: S608  ours


@settings(
    max_examples=20,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(document=documents())
async def test_a_list_comes_back_as_it_was(database: Database, document: dict[str, Any]) -> None:
    await emptied(database)
    async with database.begin() as session:
        seat = await people(session)
        deed = seat.deed()
        await put_in(
            session, Document.model_validate(document), chat=seat.chat, owner=None, deed=deed
        )
    first = await exported(database, seat)
    assert shape(first, but=deed.batch)["tasks"] == _with_their_keys(document, first)["tasks"]
    Document.model_validate(first)
    await emptied(database)
    async with database.begin() as session:
        seat = await people(session)
        again = seat.deed()
        await put_in(
            session, Document.model_validate(first), chat=seat.chat, owner=None, deed=again
        )
    second = await exported(database, seat)
    assert shape(second, but=again.batch) == shape(_with_their_keys(first, second), but=None)
    things = (*document["tasks"], *document["habits"])
    if not document["chat"]["settings"] and all(thing["deleted_at"] for thing in things):
        return
    async with database.begin() as session:
        later = seat.deed(NOW + timedelta(minutes=2))
        await undo_batch(session, again.batch, deed=later)
    left = await exported(database, seat)
    gone_before = {t["id"] for t in second["tasks"] if t["deleted_at"]}
    assert all(task["deleted_at"] for task in left["tasks"] if task["id"] not in gone_before)
    assert not left["habits"] or all(h["deleted_at"] for h in left["habits"])


def _with_their_keys(document: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """A document with the keys that its people and its chat have in another one."""
    text = json.dumps(document, ensure_ascii=False)
    names = {person["telegram_id"]: person["id"] for person in like["people"]}
    for person in document["people"]:
        text = text.replace(person["id"], names.get(person["telegram_id"], person["id"]))
    found: dict[str, Any] = json.loads(text.replace(document["chat"]["id"], like["chat"]["id"]))
    for task in found["tasks"]:
        task["assignees"].sort(key=lambda one: one["user_id"])
        task["history"].sort(key=lambda row: row["id"])
        for name in ("checklist", "attachments"):
            task[name].sort(key=lambda row: row["id"])
        task["tags"].sort(key=fold)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_a_document_has_the_columns_of_the_tables(part: type[Exported]) -> None:
    known: ExportShape = PARTS[part]
    inside = {"tags", *TASK_PARTS} if part is ExportedTask else set(HABIT_PARTS)
    fields = part.model_fields.keys() - (inside if part in (ExportedTask, ExportedHabit) else set())
    assert fields == {column.name for column in known.columns}


async def test_a_private_list_keeps_its_owners_settings(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        seat.user.settings = {"zone": "Asia/Kolkata"}
    found = await exported(database, seat)
    assert found["chat"]["settings"] == {"zone": "Asia/Kolkata"}
    assert [person["name"] for person in found["people"]] == ["Ann"]
