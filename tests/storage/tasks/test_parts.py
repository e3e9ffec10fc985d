"""What belongs to a task: tags, checklist, files, and the messages that show it."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from sqlalchemy import delete, text
from sqlmodel import func, select

from storage.database import Database
from storage.models import Attachment, Change, ChecklistItem, Tag, Task
from storage.tasks.add import add_file
from storage.tasks.checklists import set_checklist
from storage.tasks.find import show_in_message, task_of_message, written_as
from storage.tasks.new import NewFile, NewTask
from storage.tasks.tags import set_tags, tags_beside
from tests.support.scenes.people import NOW, add, at, changes_of, find, group, private


async def test_tags_are_one_whatever_their_case_and_accents(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("a", tags=("Straße", "STRASSE", "home")))
        await add(session, seat, NewTask("b", tags=("strasse", "Ёлка", "елка", "HOME")))
        await add(session, seat, NewTask("c", tags=("İstanbul", "istanbul", "ISTANBUL")))
    async with database.begin() as session:
        assert (await session.exec(select(func.count()).select_from(Tag))).one() == 4
        assert [t.name for t in (await find(session, seat, 1)).tags] == ["home", "Straße"]
        assert [t.name for t in (await find(session, seat, 2)).tags] == ["home", "Straße", "Ёлка"]
        assert [t.name for t in (await find(session, seat, 3)).tags] == ["İstanbul"]
        names = [tag.name for tag in await tags_beside(session, await find(session, seat, 1))]
    assert names == ["home", "İstanbul", "Straße", "Ёлка"]


async def test_tags_are_replaced(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("a", tags=("x", "y")))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        await set_tags(session, task, ["Z", "Y"], seat.deed())
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert [tag.name for tag in task.tags] == ["y", "Z"]
        (change,) = (await changes_of(session, task.id))[1:]
    assert (change.before, change.after) == ({"tags": ["x", "y"]}, {"tags": ["Z", "y"]})


async def test_the_same_tags_in_another_order_are_no_change(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("a", tags=("b", "a")))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        await set_tags(session, task, ["B", "A"], seat.deed())
    async with database.begin() as session:
        assert len(await changes_of(session, task.id)) == 1


async def test_two_chats_have_their_own_tags(database: Database) -> None:
    async with database.begin() as session:
        await add(session, await private(session, "ann"), NewTask("a", tags=("x",)))
        await add(session, await group(session, "ann"), NewTask("a", tags=("X",)))
        assert (await session.exec(select(func.count()).select_from(Tag))).one() == 2


@pytest.mark.parametrize(
    "steps",
    [
        [["a", "b", "c"], ["a"]],
        [["a"], ["a", "b", "c"]],
        [["a", "b"], []],
        [["a", "b", "c"], ["c", "a", "b"]],
        [["a", "b"], ["b"], ["b", "x", "y"]],
    ],
)
async def test_checklists_are_replaced(database: Database, steps: list[list[str]]) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "list")
    for texts in steps:
        async with database.begin() as session:
            task = await find(session, seat, 1)
            items = [(text, text == "b") for text in texts]
            set_checklist(session, task, items, seat.deed())
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert [(item.text, item.is_done) for item in task.checklist] == items
        left = (await session.exec(select(func.count()).select_from(ChecklistItem))).one()
    assert left == len(items)


async def test_a_checklist_is_shortened_and_lengthened_in_one_transaction(
    database: Database,
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, NewTask("list", checklist=(("a", False), ("b", False))))
        for items in ([("a", False)], [("a", False), ("c", True)]):
            set_checklist(session, task, items, seat.deed())
            await session.flush()
    async with database.begin() as session:
        task = await find(session, seat, 1)
    assert [item.text for item in task.checklist] == ["a", "c"]


async def test_files_are_attached(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "a")
    async with database.begin() as session:
        task = await find(session, seat, 1)
        add_file(session, task, NewFile("photo", "f", "u"), seat.deed(at(1)))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert [file.file_id for file in task.attachments] == ["f"]
        assert task.updated_at == at(1)
        await session.exec(delete(Task))  # children go by the database's own cascade
    async with database.begin() as session:
        assert (await session.exec(select(func.count()).select_from(Attachment))).one() == 0
        assert (await session.exec(select(func.count()).select_from(Change))).one() == 0


async def test_a_message_shows_a_task_and_another_later(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        first, second = await add(session, seat, "first", "second")
        where = partial(task_of_message, session, chat=seat.chat, asker=seat.asker)
        for task in (first, second, second):
            await show_in_message(session, task.id, 9, chat=seat.chat, now=NOW)
            assert await where(9) is task
        await show_in_message(session, None, 9, chat=seat.chat, now=NOW)
        assert await where(9) is None


async def test_the_message_that_a_task_was_written_as(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        first, second = await add(session, seat, "first", "second")
        await written_as(session, first, 5, chat=seat.chat, deed=seat.deed())
        await show_in_message(session, second.id, 6, chat=seat.chat, now=NOW)
        where = partial(task_of_message, session, chat=seat.chat, asker=seat.asker)
        assert await where(5, source=True) is first
        assert await where(5) is first
        assert await where(6, source=True) is None
        assert await where(2**40) is None


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_whoever_waits_for_a_change_reads_the_parts_that_it_left(database: Database) -> None:
    """The statement that waits for the lock has seen the tags as they were before."""
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, NewTask("one", tags=("first",)))

    async def tagged_by_bob() -> list[str]:
        async with database.begin() as session:
            task = await find(session, bob, 1)
            before = [tag.name for tag in task.tags]
            await set_tags(session, task, [*before, "third"], bob.deed())
            return before

    async with database.begin() as session:
        task = await find(session, ann, 1)
        waiting = asyncio.create_task(tagged_by_bob())
        await _until_somebody_waits(database)
        await set_tags(session, task, ["first", "second"], ann.deed())
    assert await waiting == ["first", "second"]
    async with database.begin() as session:
        task = await find(session, ann, 1)
        assert [tag.name for tag in task.tags] == ["first", "second", "third"]


async def _until_somebody_waits(database: Database) -> None:
    """Until a transaction of PostgreSQL waits for another's lock."""
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    async with asyncio.timeout(10):
        while True:
            async with database.begin() as session:
                if (await (await session.connection()).execute(waiting)).scalar_one():
                    return
