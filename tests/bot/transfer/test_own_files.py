"""What /export writes is read again: JSON with all of it, CSV and .ics with the tasks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from storage.rules.preferences import Preferences
from storage.transfer.calendars import calendar
from storage.transfer.documents import ExportedTask
from storage.transfer.formats.recognising import read_file
from storage.transfer.formats.values import FileFormat, Reason, Unreadable
from storage.transfer.spreadsheet import heading, lines
from tests.support.clocks import NOW
from tests.support.documents import tasks
from tests.support.samples import an_importer

USUAL = Preferences(zone="Europe/Berlin", language="en")


def sheet(*made: dict[str, Any]) -> bytes:
    return (heading() + lines(made, {})).encode()


def printed(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def plain(task: dict[str, Any]) -> dict[str, Any]:
    """A task as neither file changes it: printed words, in one line."""
    words = {name: printed(task[name]) for name in ("title", "notes")}
    items = [
        {**item, "text": printed(item["text"])}
        for item in task["checklist"]
        if printed(item["text"])
    ]
    return {**task, **words, "checklist": items, "deleted_at": None}


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(tasks().map(plain).filter(lambda task: bool(task["title"])))
def test_a_spreadsheet_of_ours_is_read_again(task: dict[str, Any]) -> None:
    found = read_file(sheet(task), an_importer())
    assert found.kind is FileFormat.SHEET
    (again,) = found.document.tasks
    assert (again.title, again.priority, again.status == "completed") == (
        task["title"],
        task["priority"],
        task["status"] == "completed",
    )
    check_due(again, task)


def check_due(again: ExportedTask, task: dict[str, Any]) -> None:
    """Due at the same minute, in the same zone."""
    if task["due_at"] is None:
        assert again.due_at is None
        return
    assert again.due_at is not None
    assert again.due_at.isoformat()[:13] == task["due_at"][:13]
    assert again.due_zone == task["due_zone"]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(tasks().map(plain).filter(lambda task: bool(task["title"]) and not task["repeat"]))
def test_a_calendar_of_ours_is_read_again(task: dict[str, Any]) -> None:
    content = calendar([task], USUAL, title="Ann", now=NOW)
    found = read_file(content, an_importer())
    assert found.kind is FileFormat.CALENDAR
    (again,) = found.document.tasks
    assert again.title == task["title"]
    assert (again.completed_at is None) == (task["completed_at"] is None)
    check_due(again, task)


def test_what_is_in_the_trash_is_not_read_again() -> None:
    with pytest.raises(Unreadable) as refused:
        read_file(sheet(), an_importer())
    assert refused.value.reason is Reason.NOTHING
