"""Several things of a task at once, and a task whose message is edited."""

from __future__ import annotations

from storage.database import Database
from storage.models import Priority, Task, TaskMessage
from storage.tasks.change import complete, replace_task, revise, set_notes
from storage.tasks.find import is_as_written, tasks_written_in, written_as
from storage.tasks.new import NewFile, NewTask
from storage.undo.commands import undo_last
from tests.support.scenes.people import Seat, add, at, changes_of, due, find, private

OLD = NewTask(
    "old",
    notes="notes",
    due=due("2026-09-23T18:00"),
    tags=("home",),
    checklist=(("one", False), ("two", False)),
    files=(NewFile("photo", "f", "u"),),
)


async def furnish(database: Database) -> tuple[Seat, Task]:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, OLD)
        await written_as(session, task, 5, chat=seat.chat, deed=seat.deed())
    return seat, task


async def test_what_is_not_said_stays(database: Database) -> None:
    seat, _ = await furnish(database)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        await revise(session, task, seat.deed(at(1)), title="new", notes="")
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert (task.title, task.notes, task.due, task.priority) == ("new", "", OLD.due, "medium")
        assert [tag.name for tag in task.tags] == ["home"]
        assert len(await changes_of(session, task.id)) == 2


async def test_several_things_are_one_change(database: Database) -> None:
    seat, _ = await furnish(database)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        await revise(
            session,
            task,
            seat.deed(at(1)),
            title="new",
            notes="notes",
            priority=Priority.HIGH,
            due=due("2026-10-01"),
            tags=["work"],
        )
    async with database.begin() as session:
        task = await find(session, seat, 1)
        change = (await changes_of(session, task.id))[-1]
        assert set(change.after) == {"title", "priority", "due", "tags"}
        await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
        assert (task.title, task.due, [tag.name for tag in task.tags]) == ("old", OLD.due, ["home"])


async def test_an_edited_message_replaces_its_task(database: Database) -> None:
    seat, _ = await furnish(database)
    async with database.begin() as session:
        source = await session.get_one(TaskMessage, (seat.chat.id, 5))
        (found,) = await tasks_written_in(session, source, chat=seat.chat, asker=seat.asker)
        new = NewTask("new", checklist=(("three", False),))
        await replace_task(session, found, new, seat.deed(at(1)))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert (task.title, task.notes, task.due, task.tags) == ("new", "", None, [])
        assert [item.text for item in task.checklist] == ["three"]
        assert [file.file_id for file in task.attachments] == ["f"]


async def test_all_tasks_of_a_message_are_found(database: Database) -> None:
    seat, _ = await furnish(database)
    async with database.begin() as session:
        tasks = await add(session, seat, *(NewTask(text, written_in=6) for text in "abc"))
        await add(session, seat, NewTask("elsewhere", written_in=7))
        await written_as(session, tasks[0], 6, chat=seat.chat, deed=seat.deed())
    async with database.begin() as session:
        source = await session.get_one(TaskMessage, (seat.chat.id, 6))
        found = await tasks_written_in(session, source, chat=seat.chat, asker=seat.asker)
        assert [task.title for task in found] == ["a", "b", "c"]
        assert all(is_as_written(task, source) for task in found)
        set_notes(session, found[0], "changed", seat.deed(at(1)))
        complete(session, found[1], seat.deed())
        assert [is_as_written(task, source) for task in found] == [False, False, True]
