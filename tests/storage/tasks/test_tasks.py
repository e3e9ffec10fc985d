"""What can be done to a task, each with its row of history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from inspect import isawaitable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlmodel import func, select

from storage.database import Database
from storage.errors import TooMany
from storage.history.facts import task_facts
from storage.history.recording import task_history
from storage.models import Action, Priority, Status, Task
from storage.people.asking import Deed
from storage.rules.recurrence import Repeat
from storage.tasks.add import add_tasks
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
from storage.tasks.new import NewFile, NewTask
from storage.tasks.tags import set_tags
from tests.support.scenes.people import (
    BERLIN,
    NOW,
    Seat,
    add,
    at,
    changes_of,
    due,
    find,
    private,
    set_title,
    statements,
    titles,
)

DAILY = Repeat(("FREQ=DAILY",), date(2026, 9, 23), time(18), BERLIN)
FULL = NewTask(
    "Paint the wall",
    notes="two coats",
    due=due("2026-09-23T18:00"),
    repeat=DAILY,
    priority=Priority.HIGH,
    tags=("home", "Straße"),
    checklist=(("buy paint", False), ("tape", False)),
    files=(NewFile("photo", "f1", "u1"), NewFile("document", "f2", "u2", "plan.pdf")),
)


async def test_a_task_is_kept_with_all_its_parts(database: Database) -> None:
    async with database.begin() as session:
        await add(session, await private(session, "ann"), FULL, topic=7)
    async with database.begin() as session:
        seat = await private(session, "ann")
        task = await find(session, seat, 1)
        assert (task.title, task.notes, task.priority, task.status) == (
            "Paint the wall",
            "two coats",
            "high",
            "todo",
        )
        assert task.due == due("2026-09-23T18:00")
        assert task.topic == 7
        assert [tag.name for tag in task.tags] == ["home", "Straße"]
        assert [item.text for item in task.checklist] == ["buy paint", "tape"]
        assert [file.name for file in task.attachments] == ["", "plan.pdf"]
        assert (task.created_by, task.created_at, task.updated_at) == (seat.user.id, NOW, NOW)
        assert task.chat.telegram_id == seat.chat.telegram_id


async def test_adding_is_in_the_history(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "one")
    async with database.begin() as session:
        ((change, user),) = await task_history(session, task)
    assert user is not None
    assert (change.action, user.name, change.created_at) == ("add", "Ann", NOW)


DEEDS: list[tuple[str, Action, Callable[[Any, Task, Seat, Deed], object], dict[str, Any]]] = [
    ("complete", Action.COMPLETE, lambda s, t, _, d: complete(s, t, d), {"status": "completed"}),
    ("delete", Action.DELETE, lambda s, t, _, d: delete_task(s, t, d), {}),
    (
        "move",
        Action.MOVE,
        lambda s, t, _, d: move(s, t, due("2026-10-01"), d),
        {"due": ["2026-09-30T22:00:00+00:00", BERLIN, "2026-10-01"]},
    ),
    ("title", Action.EDIT, lambda s, t, _, d: set_title(s, t, "new", d), {"title": "new"}),
    ("notes", Action.EDIT, lambda s, t, _, d: set_notes(s, t, "new", d), {"notes": "new"}),
    (
        "priority",
        Action.EDIT,
        lambda s, t, _, d: set_priority(s, t, Priority.LOW, d),
        {"priority": "low"},
    ),
    (
        "status",
        Action.EDIT,
        lambda s, t, _, d: set_status(s, t, Status.IN_PROGRESS, d),
        {"status": "in_progress"},
    ),
    (
        "checklist",
        Action.EDIT,
        lambda s, t, _, d: set_checklist(s, t, [("a", True)], d),
        {"checklist": [["a", True]]},
    ),
    (
        "assignees",
        Action.EDIT,
        lambda s, t, seat, d: set_assignees(s, t, [seat.user], d),
        {},
    ),
]


@pytest.mark.parametrize(
    ("action", "do", "after"), [case[1:] for case in DEEDS], ids=[case[0] for case in DEEDS]
)
async def test_each_deed_is_in_the_history_once(
    database: Database,
    action: Action,
    do: Callable[[Any, Task, Seat, Deed], object],
    after: dict[str, Any],
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "old")
    async with database.begin() as session:
        seat = await private(session, "ann")
        task = await find(session, seat, 1)
        before = task_facts(task)
        for hours in (1, 2):  # the second time nothing changes
            doing = do(session, task, seat, seat.deed(at(hours)))
            if isawaitable(doing):
                await doing
    async with database.begin() as session:
        task = await find(session, seat, 1)
        rows = await changes_of(session, task.id)
    assert [row.action for row in rows] == ["add", action]
    changed = rows[1]
    assert after.items() <= changed.after.items()
    assert task_facts(task) == {**dict(before), **changed.after}
    assert {key: dict(before)[key] for key in changed.before} == changed.before
    assert task.updated_at == changed.created_at == at(1)


async def test_a_task_done_is_opened_again(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "old")
        assert complete(session, task, seat.deed(at(1)))
        assert not complete(session, task, seat.deed(at(2)))
        assert (task.is_done, task.completed_at, task.completed_by) == (True, at(1), seat.user.id)
    async with database.begin() as session:
        task = await find(session, seat, 1)
        reopen(session, task, seat.deed(at(3)))
        assert (task.status, task.completed_at, task.completed_by) == ("todo", None, None)
        await session.flush()
        assert [row.action for row in await changes_of(session, task.id)][-1] == "reopen"


async def test_the_trash_and_back(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "old")
        assert await delete_task(session, task, seat.deed(at(1)))
        assert not await delete_task(session, task, seat.deed(at(2)))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert task.is_deleted
        await restore(session, task, seat.deed(at(3)))
        assert not task.is_deleted
        await session.flush()
        actions = [row.action for row in await changes_of(session, task.id)]
    assert actions == ["add", "delete", "restore"]


async def test_a_repeat_moves_on_when_it_is_done(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, FULL)
        set_checklist(session, task, [("buy paint", True), ("tape", False)], seat.deed())
        set_status(session, task, Status.IN_PROGRESS, seat.deed())
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert complete(session, task, seat.deed(at(1)))
    async with database.begin() as session:
        task = await find(session, seat, 1)
        assert (task.status, task.is_done) == ("todo", False)
        assert task.due == due("2026-09-24T18:00")
        assert [item.is_done for item in task.checklist] == [False, False]
        last = (await changes_of(session, task.id))[-1]
        assert (last.action, last.after["due"][0]) == ("complete", "2026-09-24T16:00:00+00:00")


async def test_missed_occurrences_do_not_pile_up(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, FULL)
        complete(session, task, seat.deed(at(days=10)))
        assert task.due == due("2026-10-03T18:00")


@pytest.mark.parametrize("anchor", ["schedule", "completion"])
async def test_a_repeat_ends_after_its_count(database: Database, anchor: Any) -> None:
    twice = Repeat(("FREQ=DAILY;COUNT=2",), date(2026, 9, 23), time(18), BERLIN, anchor)
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("twice", due=due("2026-09-23T18:00"), repeat=twice))
    for day, done in ((0, False), (1, True)):
        async with database.begin() as session:
            task = await find(session, seat, 1)
            complete(session, task, seat.deed(at(5, days=day)))
        assert task.is_done is done


async def test_a_repeat_without_due_is_just_done(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, NewTask("odd", repeat=DAILY))
        complete(session, task, seat.deed())
        assert task.is_done


async def test_moving_keeps_the_repeat_unless_told(database: Database) -> None:
    weekly = Repeat(("FREQ=WEEKLY",), date(2026, 9, 25), None, BERLIN)
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, FULL)
        move(session, task, due("2026-09-25"), seat.deed())
        assert task.repeat is not None
        assert task.repeat["rules"] == ["FREQ=DAILY"]
        move(session, task, due("2026-09-25"), seat.deed(), repeat=weekly)
        assert task.repeat["rules"] == ["FREQ=WEEKLY"]
        move(session, task, None, seat.deed())
        facts = task_facts(task)
        assert (facts["due"], facts["repeat"]) == (None, None)


@pytest.mark.parametrize(
    ("new", "what", "limit"),
    [
        (NewTask("a", tags=tuple(f"t{n}" for n in range(21))), "tags", 20),
        (NewTask("a", tags=("x" * 65,)), "tag", 64),
        (NewTask("a", checklist=(("x", False),) * 51), "checklist", 50),
    ],
    ids=["tags", "tag", "checklist"],
)
async def test_limits_of_a_new_task(
    database: Database, new: NewTask, what: str, limit: int
) -> None:
    with pytest.raises(TooMany) as refused:
        async with database.begin() as session:
            await add(session, await private(session, "ann"), new)
    assert (refused.value.what, refused.value.limit) == (what, limit)
    async with database.begin() as session:
        assert (await session.exec(select(func.count()).select_from(Task))).one() == 0


async def test_limits_of_a_change(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "a")
    async with database.begin() as session:
        task = await find(session, seat, 1)
        await set_tags(session, task, [f"t{n}" for n in range(20)], seat.deed())
        set_checklist(session, task, [("x", False)] * 50, seat.deed())
        with pytest.raises(TooMany, match="tags"):
            await set_tags(session, task, [f"t{n}" for n in range(21)], seat.deed())
        with pytest.raises(TooMany, match="checklist"):
            set_checklist(session, task, [("x", False)] * 51, seat.deed())
        with pytest.raises(TooMany, match="assignees"):
            set_assignees(session, task, [seat.user] * 21, seat.deed())


async def test_ten_thousand_open_tasks_are_enough(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.tasks.add.OPEN_TASKS_LIMIT", 3)
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "a", "b")
    with pytest.raises(TooMany) as refused:
        async with database.begin() as session:
            await add(session, seat, "c", "d")
    assert (refused.value.what, refused.value.limit) == ("tasks", 3)
    async with database.begin() as session:
        (third,) = await add(session, await private(session, "ann"), "c")
        assert third.number == 3
    with pytest.raises(TooMany):
        async with database.begin() as session:
            await add(session, await private(session, "ann"), "d")
    async with database.begin() as session:
        complete(session, await find(session, seat, 1), seat.deed())
        await delete_task(session, await find(session, seat, 2), seat.deed())
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "d", "e")
        assert await titles(session, seat) == ["c", "d", "e"]


async def test_moments_are_aware_utc(database: Database) -> None:
    tokyo = timezone(timedelta(hours=9))
    said = datetime(2026, 9, 23, 21, 30, tzinfo=tokyo)
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add_tasks(
            session,
            [NewTask("a", due=due("2026-09-24T09:00", "Asia/Tokyo"))],
            chat=seat.chat,
            topic=0,
            deed=seat.deed(said),
        )
    async with database.begin() as session:
        task = await find(session, seat, 1)
    assert (task.created_at, task.created_at.utcoffset()) == (NOW, timedelta(0))
    assert task.due_at == datetime.fromisoformat("2026-09-24T00:00+00:00")
    assert task.due_at.utcoffset() == timedelta(0)
    assert task.due == due("2026-09-24T09:00", "Asia/Tokyo")


@pytest.mark.parametrize(
    "broken",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"notes": "x" * 4001},
        {"status": "lost"},
        {"priority": "urgent"},
        {"status": "completed"},
        {"completed_at": NOW},
        {"due_at": NOW},
        {"due_zone": BERLIN},
    ],
    ids=str,
)
async def test_the_database_takes_no_broken_task(
    database: Database, broken: dict[str, Any]
) -> None:
    async with database.begin() as session:
        await add(session, await private(session, "ann"), "a")
    with pytest.raises(DBAPIError):
        async with database.begin() as session:
            await session.exec(update(Task).values(broken))


async def test_a_task_is_found_in_one_statement(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, FULL)
    async with statements(database) as sent, database.begin() as session:
        await find(session, seat, 1)
    (query,) = sent
    assert ("FOR NO KEY UPDATE" in query) is (database.settings.dialect == "postgresql")


TEXT = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=200
)


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(title=TEXT, notes=TEXT, item=TEXT, tag=TEXT.map(lambda text: text[:20]))
async def test_any_text_comes_back_as_it_was(
    database: Database, title: str, notes: str, item: str, tag: str
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        new = NewTask(title, notes=notes, checklist=((item, False),), tags=(tag,))
        (task,) = await add(session, seat, new)
        set_title(session, task, title[::-1], seat.deed())
    async with database.begin() as session:
        known = await find(session, seat, task.number)
        change = (await changes_of(session, known.id))[-1]
    assert (known.title, known.notes, known.checklist[0].text) == (title[::-1], notes, item)
    assert change.action == "add" or change.before == {"title": title}
