"""What is read in a file of each format: tasks, habits and days, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from storage.models import Priority
from storage.transfer.documents import ExportedHabit, ExportedTask
from storage.transfer.formats.recognising import read_file
from storage.transfer.formats.values import FileFormat, FoundFile
from tests.support.samples import an_importer, samples

SAMPLES = samples()


class Expected(NamedTuple):
    """Titles of tasks, names of habits, and the lines that were not understood, with why."""

    kind: FileFormat
    tasks: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()


TODOIST = (
    *("Buy milk", "Call the landlord", "Pflanzen gießen", "Change the sheets"),
    *("Somewhere in time", "Read me, first"),
)
TICKTICK = ("Buy boots", "Stretch", "Standup", "Morning routine", "Lunar")
TODOS = ("Take out the bins, both of them", "Renew the passport", "Somewhen", "Dentist")
GOOGLE = Expected(FileFormat.GOOGLE, ("Parent task", "Change the oil"), unread=((4, "title"),))
EXPECTED: Mapping[str, Expected] = {
    "dueto.json": Expected(FileFormat.OWN, ("Jam",)),
    "todoist.csv": Expected(FileFormat.TODOIST, TODOIST, unread=((9, "date"),)),
    "todoist.zip": Expected(FileFormat.TODOIST, (*TODOIST, *TODOIST), unread=((9, "date"),) * 2),
    "ticktick.csv": Expected(FileFormat.TICKTICK, TICKTICK, unread=((14, "title"), (15, "repeat"))),
    "loop.zip": Expected(
        FileFormat.LOOP, (), ("Meditate", "Wake up early", "Run, far"), ((5, "value"),)
    ),
    "loop.db": Expected(FileFormat.LOOP, (), ("Water", "Exercise", "No alcohol")),
    "google.json": GOOGLE,
    "takeout.zip": GOOGLE,
    "reminders.ics": Expected(
        FileFormat.CALENDAR, TODOS, unread=((51, "date"), (55, "line"), (64, "over"))
    ),
    "list.txt": Expected(
        FileFormat.LIST,
        ("Buy milk", "Buy bread", "Call the landlord", "Water plants", "Pay rent"),
    ),
}


def found(name: str) -> FoundFile:
    return read_file(SAMPLES[name], an_importer())


def task(name: str, title: str) -> ExportedTask:
    return next(one for one in found(name).document.tasks if one.title == title)


def habit(name: str, title: str) -> ExportedHabit:
    return next(one for one in found(name).document.habits if one.name == title)


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_each_sample_is_expected() -> None:
    assert set(EXPECTED) == set(SAMPLES)
    assert {one.kind for one in EXPECTED.values()} == {*FileFormat} - {FileFormat.SHEET}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_is_read(name: str) -> None:
    file, expected = found(name), EXPECTED[name]
    titles = tuple(one.title for one in file.document.tasks)
    names = tuple(one.name for one in file.document.habits)
    unread = tuple((one.line, one.why.value) for one in file.unread)
    assert Expected(file.kind, titles, names, unread) == expected


def test_todoist_gives_labels_sections_comments_and_dates_in_its_language() -> None:
    milk = task("todoist.csv", "Buy milk")
    assert milk.due_at == at(2026, 9, 24, 15)
    assert (milk.priority, milk.duration_minutes) == (Priority.HIGH, 30)
    assert milk.tags == ["errands", "Home"]
    assert milk.notes == "Get two cartons\n⏳ Friday\nRemember organic, if available"
    assert [item.text for item in milk.checklist] == ["Check the fridge"]
    call = task("todoist.csv", "Call the landlord")  # below it, with a date of its own
    assert (call.due_at, call.notes) == (at(2026, 10, 13, 16, 30), "— Buy milk")
    assert rules(task("todoist.csv", "Pflanzen gießen")) == ["FREQ=WEEKLY;BYDAY=MO"]
    sheets = task("todoist.csv", "Change the sheets")
    assert sheets.repeat is not None
    assert sheets.repeat["anchor"] == "completion"


def test_ticktick_gives_days_of_its_zone_repeats_reminders_and_checklists() -> None:
    boots = task("ticktick.csv", "Buy boots")
    assert str(boots.due_on) == "2026-09-30"
    assert boots.tags == ["gear", "shop"]
    assert [item.text for item in boots.checklist] == ["Milk"]
    assert task("ticktick.csv", "Stretch").completed_at == at(2026, 9, 24, 7, 35)
    standup = task("ticktick.csv", "Standup")
    assert rules(standup) == ["FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"]
    assert (standup.reminders, standup.duration_minutes) == (["-15m", "-0m"], 30)
    routine = task("ticktick.csv", "Morning routine")
    assert [(item.text, item.is_done) for item in routine.checklist] == [
        ("Exercise", False),
        ("Meditate", True),
    ]


def test_google_gives_days_and_lists() -> None:
    parent = task("google.json", "Parent task")
    assert (str(parent.due_on), parent.notes) == ("2026-10-01", "two lines\nof notes")
    assert [(item.text, item.is_done) for item in parent.checklist] == [("Child task", True)]
    oil = task("google.json", "Change the oil")
    assert (oil.completed_at, oil.tags) == (at(2026, 9, 10, 12), ["Car"])


def test_a_calendar_gives_zones_repeats_alarms_and_what_is_to_come() -> None:
    bins = task("reminders.ics", "Take out the bins, both of them")
    assert (bins.due_at, bins.due_zone) == (at(2026, 9, 29, 17), "Europe/Berlin")
    assert rules(bins) == ["FREQ=WEEKLY;BYDAY=TU"]
    assert (bins.reminders, bins.priority) == (["-15m"], Priority.HIGH)
    passport = task("reminders.ics", "Renew the passport")
    assert (str(passport.due_on), passport.tags) == ("2026-10-15", ["papers", "travel"])
    assert passport.notes == "Photos\nForm"
    assert [(item.text, item.is_done) for item in passport.checklist] == [("Book a flight", True)]
    dentist = task("reminders.ics", "Dentist")
    assert (dentist.due_at, dentist.duration_minutes) == (at(2026, 10, 2, 8), 45)


def test_a_list_gives_dates_marks_headings_and_what_is_below() -> None:
    milk = task("list.txt", "Buy milk")
    assert (milk.due_at, milk.tags) == (at(2026, 9, 24, 8), ["Shopping"])
    bread = task("list.txt", "Buy bread")
    assert bread.completed_at is not None
    assert [item.text for item in bread.checklist] == ["rolls"]
    assert rules(task("list.txt", "Call the landlord")) == ["FREQ=WEEKLY;BYDAY=MO"]
    assert task("list.txt", "Water plants").priority is Priority.HIGH
    assert task("list.txt", "Pay rent").completed_at is not None


def test_loop_gives_frequencies_goals_and_days() -> None:
    assert days(habit("loop.zip", "Meditate")) == [("09-19", 1), ("09-21", "skip"), ("09-22", 1)]
    early = habit("loop.zip", "Wake up early")
    assert (early.recurring_schedule["unit"], early.recurring_schedule["times"]) == ("week", 2)
    assert early.archived_at is not None
    assert [entry.note for entry in early.entries] == ["Sick", "Easy, today"]
    run = habit("loop.zip", "Run, far")
    assert (run.target, run.unit, run.direction) == (2.5, "miles", "at_least")
    assert days(run) == [("09-19", "skip"), ("09-21", 0), ("09-22", 3.5)]


def test_a_backup_of_loop_gives_the_same_and_reminders() -> None:
    exercise = habit("loop.db", "Exercise")
    assert exercise.recurring_schedule["reminders"] == ["20:30"]
    assert days(exercise) == [("09-20", 1), ("09-22", "skip")]
    assert days(habit("loop.db", "Water")) == [("09-22", 1500)]
    assert habit("loop.db", "No alcohol").archived_at is not None


def rules(one: ExportedTask) -> Any:
    return one.repeat["rules"] if one.repeat else None


def days(one: ExportedHabit) -> list[tuple[str, float | str]]:
    return [
        (f"{entry.day:%m-%d}", "skip" if entry.is_skip else entry.amount) for entry in one.entries
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_texts_in_unicode_are_read(encoding: str) -> None:
    words = "- Молоко и хлеб\n- Käse\n- 牛乳\n"
    file = read_file(words.encode(encoding), an_importer())
    assert [one.title for one in file.document.tasks] == ["Молоко и хлеб", "Käse", "牛乳"]


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("- Купить молоко\n- Позвонить маме\n", "cp1251"), ("- Käse\n- Größe messen\n", "cp1252")],
)
def test_lists_in_code_pages_are_read(words: str, encoding: str) -> None:
    file = read_file(words.encode(encoding), an_importer())
    titles = [line.removeprefix("- ") for line in words.splitlines()]
    assert [one.title for one in file.document.tasks] == titles
