"""/export: everything of a list as files, in a group for its administrators."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import icalendar

from storage.transfer.documents import Document
from tests.support.conversations import Conversation, files


async def test_a_private_export_is_three_files(chat: Conversation) -> None:
    chat = chat.in_("private")
    await chat.says("ann", "Buy milk tomorrow 10am #home")
    await chat.says("ann", "=SUM(1)")
    await chat.says("ann", "/habit Run every day at 21:00")
    answer = await chat.says("ann", "/export")
    assert "2 tasks and one habit" in answer
    found = files(chat, "ann")
    assert set(found) == {"json", "csv", "ics"}
    document = Document.model_validate_json(found["json"])
    assert [task.title for task in document.tasks] == ["Buy milk", "=SUM(1)"]
    assert [habit.name for habit in document.habits] == ["Run"]
    rows = list(csv.reader(io.StringIO(found["csv"].decode())))
    assert [row[1] for row in rows[1:]] == ["Buy milk", "'=SUM(1)"]
    calendar: Any = icalendar.Calendar.from_ical(found["ics"])
    assert [str(todo["summary"]) for todo in calendar.walk("VTODO")] == ["Buy milk", "=SUM(1)"]


async def test_a_groups_list_is_exported_by_its_administrators(chat: Conversation) -> None:
    flat = chat.in_("flat")
    await flat.adds("ann", "Clean the kitchen")
    refused = await flat.says("bob", "/export")
    assert "Only" in refused
    assert not files(flat, "bob")
    await flat.says("ann", "/export")
    assert set(files(flat, "ann")) == {"json"}
    await flat.presses("bob", "📄 For a spreadsheet")
    assert flat.alert.startswith("Only")
    await flat.presses("ann", "📄 For a spreadsheet")
    assert set(files(flat, "ann")) == {"json", "csv"}
    titles = [task["title"] for task in json.loads(files(flat, "ann")["json"])["tasks"]]
    assert titles == ["Clean the kitchen"]


async def test_nothing_of_others_is_in_an_export(chat: Conversation) -> None:
    chat = chat.in_("private")
    await chat.in_("flat").adds("bob", "Secret of the flat")
    await chat.says("bob", "Secret of Bob")
    await chat.says("ann", "Own task")
    await chat.says("ann", "/export")
    for file in files(chat, "ann").values():
        assert b"Secret" not in file
