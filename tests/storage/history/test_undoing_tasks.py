"""Taking back: each kind of change, whole commands, once, for a day, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from storage.database import Database
from storage.errors import ChangedSince, NothingToUndo, NotYours
from storage.history.facts import task_facts
from storage.models import Action, Change, Priority, Status, Task
from storage.people.asking import Deed
from storage.rules.recurrence import Repeat
from storage.tasks.assign import set_assignees
from storage.tasks.change import (
    complete,
    delete_task,
    move,
    reopen,
    restore,
    set_notes,
    set_priority,
    set_status,
)
from storage.tasks.checklists import set_checklist
from storage.tasks.lists import Scope
from storage.tasks.new import NewTask
from storage.tasks.tags import set_tags
from storage.undo.commands import undo_batch, undo_last
from storage.undo.kinds import TASK
from tests.support.scenes.people import (
    BERLIN,
    Seat,
    add,
    at,
    changes_of,
    due,
    find,
    group,
    leave,
    private,
    set_title,
    titles,
)

WEEKLY = Repeat(("FREQ=WEEKLY",), date(2026, 9, 23), time(18), BERLIN)
OLD = NewTask(
    "old",
    notes="notes",
    due=due("2026-09-23T18:00"),
    repeat=WEEKLY,
    tags=("b", "a"),
    checklist=(("one", False), ("two", False)),
)

Do = Callable[[Any, Task, Seat, Deed], Any]


async def _set_tags(session: Any, task: Task, _: Seat, deed: Deed) -> None:
    await set_tags(session, task, ["c", "A", "B"], deed)


CHANGES: dict[str, tuple[Action, Do]] = {
    "title": (Action.EDIT, lambda s, t, _, d: set_title(s, t, "new", d)),
    "notes": (Action.EDIT, lambda s, t, _, d: set_notes(s, t, "", d)),
    "priority": (Action.EDIT, lambda s, t, _, d: set_priority(s, t, Priority.HIGH, d)),
    "status": (Action.EDIT, lambda s, t, _, d: set_status(s, t, Status.IN_PROGRESS, d)),
    "tags": (Action.EDIT, _set_tags),
    "no checklist": (Action.EDIT, lambda s, t, _, d: set_checklist(s, t, [], d)),
    "checklist": (Action.EDIT, lambda s, t, _, d: set_checklist(s, t, [("one", True)], d)),
    "longer": (
        Action.EDIT,
        lambda s, t, _, d: set_checklist(s, t, [("0", True), ("1", True), ("2", True)], d),
    ),
    "assignees": (Action.EDIT, lambda s, t, seat, d: set_assignees(s, t, [seat.user], d)),
    "move": (Action.MOVE, lambda s, t, _, d: move(s, t, due("2027-01-01"), d)),
    "no date": (Action.MOVE, lambda s, t, _, d: move(s, t, None, d)),
    "complete": (Action.COMPLETE, lambda s, t, _, d: complete(s, t, d)),
    "delete": (Action.DELETE, lambda s, t, _, d: delete_task(s, t, d)),
}


@pytest.mark.parametrize(("action", "do"), CHANGES.values(), ids=CHANGES)
async def test_each_change_is_taken_back(database: Database, action: Action, do: Do) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await add(session, seat, OLD)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        before, words = task_facts(task), task.searchable
        if (awaited := do(session, task, seat, seat.deed(at(1)))) not in (None, True):
            await awaited
    async with database.begin() as session:
        assert task_facts(await find(session, seat, 1)) != before
        seat = await group(session, "ann")
        (undone,) = await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
        assert undone.task is not None
        assert (undone.action, undone.task.number) == (action, 1)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert (task_facts(task), task.searchable) == (before, words)
        actions = [row.action for row in await changes_of(session, task.id)]
    assert actions == ["add", action, "undo"]


async def test_undo_knows_every_field_of_a_snapshot(database: Database) -> None:
    """A field that history keeps and undo forgets would come back as somebody else's change."""
    async with database.begin() as session:
        seat = await group(session, "ann")
        await add(session, seat, OLD)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        before = dict(task_facts(task))
        other: dict[str, Any] = {key: _unlike(value) for key, value in before.items()}
        other["completed_by"] = seat.user.id.hex
        other |= {"status": "completed", "priority": "high", "assignees": [seat.user.id.hex]}
        other |= {"reminders": ["P1D"], "nag_minutes": 15, "duration_minutes": 60}
        other |= {"files": [["photo", "id", "unique", "cat.png"]], "snoozed": {"a": "b"}}
        await TASK.apply(
            session,
            task,
            Change(batch=uuid7(), action=Action.EDIT, created_at=at(0), before=other),
            seat.deed(),
        )
        changed = dict(task_facts(task))
    assert {key for key in before if changed[key] == before[key]} == set()


def _unlike(value: object) -> object:
    """Another value of the same kind."""
    match value:
        case None:
            return "2026-09-24T16:00:00+00:00"
        case [str(), str(), bool()]:
            return None
        case dict():
            return None
        case list():
            return []
        case _:
            return f"{value} more"


async def test_a_repeat_not_done_after_all_stays_at_its_occurrence(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, OLD)
        set_checklist(session, task, [("one", True), ("two", False)], seat.deed())
        complete(session, task, seat.deed(at(1)))
        await session.flush()
        assert task.due == due("2026-09-30T18:00")
        await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
        assert task.due == due("2026-09-23T18:00")
        assert [item.is_done for item in task.checklist] == [True, False]


async def test_reopening_and_restoring_are_taken_back(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        first, second = await add(session, seat, "first", "second")
        complete(session, first, seat.deed())
        await delete_task(session, second, seat.deed())
    async with database.begin() as session:
        reopen(session, await find(session, seat, 1), seat.deed(at(1)))
        await restore(session, await find(session, seat, 2), seat.deed(at(1)))
    async with database.begin() as session:
        for _ in range(2):
            await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
    async with database.begin() as session:
        assert (await find(session, seat, 1)).is_done
        assert (await find(session, seat, 2)).is_deleted


async def test_an_added_task_goes_to_the_trash(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "oops")
        (undone,) = await undo_last(session, chat=seat.chat, deed=seat.deed(at(1)))
        assert undone.task is not None
        assert (undone.action, undone.task.deleted_at) == (Action.ADD, at(1))
        assert await titles(session, seat, Scope.TRASH) == ["oops"]


async def test_one_command_is_taken_back_as_a_whole(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "a", "b", "c")
    async with database.begin() as session:
        deed = seat.deed()
        for number in (1, 2, 3):
            task = await find(session, seat, number)
            complete(session, task, deed)
            set_title(session, task, f"{task.title} done", deed)
    async with database.begin() as session:
        undone = await undo_batch(session, deed.batch, deed=seat.deed(at(1)))
        assert len(undone) == 6
        assert await titles(session, seat) == ["a", "b", "c"]
    async with database.begin() as session:
        with pytest.raises(NothingToUndo):
            await undo_batch(session, deed.batch, deed=seat.deed(at(1)))


async def test_undo_goes_back_one_command_at_a_time(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "one")
    for title in ("two", "three"):
        async with database.begin() as session:
            set_title(session, await find(session, seat, 1), title, seat.deed(at(1)))
    for title in ("two", "one"):
        async with database.begin() as session:
            await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
            assert (await find(session, seat, 1)).title == title
    async with database.begin() as session:
        await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))
        assert await titles(session, seat) == []
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=seat.chat, deed=seat.deed(at(2)))


@pytest.mark.parametrize(("minutes", "allowed"), [(-1, True), (0, False), (1, False)])
async def test_a_change_is_taken_back_for_a_day(
    database: Database, minutes: int, allowed: bool
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "one")
    async with database.begin() as session:
        later = seat.deed(at(24, minutes=minutes))
        if allowed:
            assert await undo_last(session, chat=seat.chat, deed=later)
            return
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=seat.chat, deed=later)


async def test_only_ones_own_changes_are_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann = await group(session, "ann")
        bob = await group(session, "bob")
        await add(session, ann, "anns")
        deed = ann.deed()
        set_title(session, await find(session, ann, 1), "changed", deed)
    async with database.begin() as session:
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=bob.chat, deed=bob.deed())
        with pytest.raises(NotYours, match="Ann"):
            await undo_batch(session, deed.batch, deed=bob.deed())


async def test_what_another_changed_since_is_not_overwritten(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, "one")
    async with database.begin() as session:
        set_title(session, await find(session, ann, 1), "by ann", ann.deed(at(1)))
    async with database.begin() as session:
        set_title(session, await find(session, bob, 1), "by bob", bob.deed(at(2)))
    async with database.begin() as session:
        with pytest.raises(ChangedSince) as refused:
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))
    assert refused.value.number == 1


async def test_what_another_changed_elsewhere_in_the_task_stays(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, "one")
    async with database.begin() as session:
        set_title(session, await find(session, ann, 1), "by ann", ann.deed(at(1)))
    async with database.begin() as session:
        set_notes(session, await find(session, bob, 1), "by bob", bob.deed(at(2)))
    async with database.begin() as session:
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))
        task = await find(session, ann, 1)
    assert (task.title, task.notes) == ("one", "by bob")


async def test_an_added_task_that_another_changed_stays(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, "one")
    async with database.begin() as session:
        set_notes(session, await find(session, bob, 1), "by bob", bob.deed(at(1)))
    async with database.begin() as session:
        with pytest.raises(ChangedSince):
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
    async with database.begin() as session:
        await undo_last(session, chat=bob.chat, deed=bob.deed(at(3)))
    async with database.begin() as session:
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(4)))
        assert await titles(session, ann) == []


async def test_a_refused_undo_of_many_changes_nothing(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, "a", "b")
    deed = ann.deed(at(1))
    async with database.begin() as session:
        for number in (1, 2):
            complete(session, await find(session, ann, number), deed)
    async with database.begin() as session:
        reopen(session, await find(session, bob, 1), bob.deed(at(2)))
    with pytest.raises(ChangedSince):
        async with database.begin() as session:
            await undo_batch(session, deed.batch, deed=ann.deed(at(3)))
    async with database.begin() as session:
        assert (await find(session, ann, 2)).is_done


async def test_undo_is_of_one_chat(database: Database) -> None:
    async with database.begin() as session:
        home, work = await private(session, "ann"), await group(session, "ann")
        await add(session, work, "at work")
        await add(session, home, "at home")
    async with database.begin() as session:
        (undone,) = await undo_last(session, chat=work.chat, deed=work.deed(at(1)))
        task = undone.task
        assert task is not None
        assert task.title == "at work"


async def test_assignees_in_any_order_are_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await add(session, ann, "one")
    async with database.begin() as session:
        task = await find(session, ann, 1)
        set_assignees(session, task, [bob.user, ann.user], ann.deed(at(1)))
    async with database.begin() as session:
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        assert (await find(session, ann, 1)).assignees == []


async def test_who_left_is_not_assigned_again(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        (task,) = await add(session, ann, "one")
        set_assignees(session, task, [ann.user, bob.user], ann.deed())
    async with database.begin() as session:
        set_assignees(session, await find(session, ann, 1), [], ann.deed(at(1)))
    async with database.begin() as session:
        await leave(session, await group(session, "bob"))
    async with database.begin() as session:
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
    async with database.begin() as session:
        assert [user.name for user in (await find(session, ann, 1)).assignees] == ["Ann"]
