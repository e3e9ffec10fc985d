"""Pushes are planned again with every change: each wanted push is there once, and no other."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta
from inspect import isawaitable
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.history.changed import task_changed
from storage.history.settings import set_preferences
from storage.models import MemberStatus, PushKind, PushState, Reminder, Task
from storage.people.asking import Asker, Deed
from storage.people.chats import migrate_chat
from storage.people.members import set_member_status
from storage.people.users import set_blocked
from storage.pushes.answers import (
    coming,
    reminder_of,
    snooze,
    snooze_all,
    take_over,
)
from storage.pushes.claims import claim
from storage.pushes.outcomes import mark_closed, mark_sent
from storage.pushes.plans.replanning import replan_changed
from storage.pushes.plans.returns import resume
from storage.pushes.rows import NewPush
from storage.rules.recurrence import Repeat
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, move, restore, set_notes, set_reminders
from storage.tasks.new import NewTask
from tests.support.scenes.people import (
    BERLIN,
    GROUP,
    NOW,
    Seat,
    add,
    at,
    due,
    failing,
    find,
    group,
    private,
    statements,
)

NEW_YORK = "America/New_York"


async def seat_of(session: AsyncSession, where: str = "private") -> Seat:
    return await (private if where == "private" else group)(session, "ann")


async def one(
    session: AsyncSession, when: str = "2026-09-23T16:00", **more: Any
) -> tuple[Seat, Task]:
    """A task of Ann's, due 90 minutes after NOW unless `when` says otherwise."""
    ann = await seat_of(session)
    [task] = await add(session, ann, NewTask("Call mom", due=due(when), **more))
    return ann, task


async def planned(database: Database, *states: PushState) -> dict[str, datetime]:
    """When each waiting push is due, by its key."""
    async with database.begin() as session:
        wanted = states or (PushState.PENDING,)
        query = select(Reminder).where(col(Reminder.state).in_(wanted))
        return {row.key: row.fire_at for row in (await session.exec(query)).all()}


async def moments(database: Database) -> list[datetime]:
    """When all waiting pushes are due, in order."""
    async with database.begin() as session:
        query = select(Reminder.fire_at).where(Reminder.state == PushState.PENDING)
        return sorted((await session.exec(query)).all())


async def push(database: Database, now: datetime) -> list[str]:
    """Push what is due. Return the keys."""
    keys: list[str] = []
    for number in range(101, 200):
        async with database.begin() as session:
            claimed = await claim(session, now=now)
        if claimed is None:
            return keys
        async with database.begin() as session:
            if claimed.row.state == PushState.CLOSING:
                await mark_closed(session, claimed)
                continue
            await mark_sent(session, claimed, number, now=now)
        keys += [row.key for row in claimed.rows]
    raise AssertionError("it never ends")


async def choose(database: Database, now: datetime = NOW, **settings: object) -> None:
    async with database.begin() as session:
        ann = await seat_of(session)
        await set_preferences(session, ann.user, ann.chat, settings, ann.deed(now))


async def test_a_date_is_a_push(database: Database) -> None:
    async with database.begin() as session:
        await one(session)
    assert await planned(database) == {"-0m": at(1.5)}


async def test_no_date_no_push(database: Database) -> None:
    async with database.begin() as session:
        await add(session, await seat_of(session), "Milk")
    assert await planned(database) == {}


async def test_planning_again_changes_nothing(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session, reminders=("-60m", "-0m", "+30m"))
    before = await planned(database)
    for _ in range(3):
        async with database.begin() as session:
            task_changed(session, await find(session, ann, 1), now=NOW)
    assert await planned(database) == before
    assert len(before) == 3


async def test_what_broke_is_not_planned(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            await one(session)
    assert await planned(database) == {}


async def test_what_does_not_matter_is_not_planned_again(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session)
    async with statements(database) as sent, database.begin() as session:
        set_notes(session, await find(session, ann, 1), "More", ann.deed())
    assert not any("reminders" in one.lower().split("from")[-1] for one in sent)


async def test_every_change_is_followed(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session)
    steps: list[tuple[Any, dict[str, datetime]]] = [
        (lambda s, t: move(s, t, due("2026-09-23T18:30"), ann.deed()), {"-0m": at(4)}),
        (lambda s, t: set_reminders(s, t, ["-60m"], None, ann.deed()), {"-60m": at(3)}),
        (lambda s, t: set_reminders(s, t, [], None, ann.deed()), {}),
        (lambda s, t: set_reminders(s, t, None, None, ann.deed()), {"-0m": at(4)}),
        (lambda s, t: delete_task(s, t, ann.deed()), {}),
        (lambda s, t: restore(s, t, ann.deed()), {"-0m": at(4)}),
        (lambda s, t: complete(s, t, ann.deed()), {}),
        (lambda s, t: move(s, t, None, ann.deed()), {}),
    ]
    for change, expected in steps:
        async with database.begin() as session:
            changing = change(session, await find(session, ann, 1))
            if isawaitable(changing):
                await changing
        assert await planned(database) == expected


async def test_a_repeating_task_has_one_occurrence(database: Database) -> None:
    start = due("2026-09-23T16:00")
    repeat = Repeat(("FREQ=DAILY",), start.on, start.time, start.zone)
    async with database.begin() as session:
        ann, _ = await one(session, repeat=repeat)
    for day in range(3):
        assert await moments(database) == [at(1.5, days=day), at(1.5, days=day + 1)]
        async with database.begin() as session:
            complete(session, await find(session, ann, 1), ann.deed(at(2, days=day)))


async def test_settings_shape_what_is_planned(database: Database) -> None:
    async with database.begin() as session:
        await one(session)
        await add(session, await seat_of(session), NewTask("Rent", due=due("2026-09-25")))
    await choose(database, remind_timed=["-15m"], remind_day=["day-1@19:00"])
    assert await planned(database) == {"-15m": at(1.25), "day-1@19:00": at(28.5)}
    await choose(database, remind_day=["-0m"], morning="06:30")
    assert await planned(database) == {"-15m": at(1.25), "-0m": at(40)}


async def test_what_waits_for_its_turn_outlives_a_change_of_settings(database: Database) -> None:
    """A push that is due but not sent yet, after a downtime or in quiet hours."""
    async with database.begin() as session:
        await one(session)
    await choose(database, now=at(3), language="de")
    assert await planned(database) == {"-0m": at(1.5)}
    await choose(database, now=at(3), remind_timed=["-60m"])
    assert await planned(database) == {}, "and not what is not wanted any more"


async def test_a_mornings_push_follows_the_person(database: Database) -> None:
    """A whole day is the same day everywhere; its reminder comes in each reader's own morning."""
    async with database.begin() as session:
        flat = await group(session, "bob")
        bob = await private(session, "bob")
        [task] = await add(session, flat, NewTask("Rent", due=due("2026-09-25")))
        set_assignees(session, task, [bob.user], flat.deed())
        await set_preferences(session, bob.user, bob.chat, {"zone": NEW_YORK}, bob.deed(NOW))
    async with database.begin() as session:
        found = (await session.exec(select(Reminder).order_by(col(Reminder.fire_at)))).all()
    assert [(row.chat_id, row.fire_at) for row in found] == [
        (flat.chat.id, at(42.5)),
        (bob.chat.id, at(48.5)),
    ]


async def test_a_snooze_puts_everything_before_it_aside(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session, reminders=("-60m", "-0m", "+120m"))
    async with database.begin() as session:
        task = await find(session, ann, 1)
        snooze(session, task, at(2), ann.deed(NOW))
    key = f"snooze-{int(at(2).timestamp())}"
    assert await planned(database) == {key: at(2), "+120m": at(3.5)}
    async with database.begin() as session:
        task_changed(session, await find(session, ann, 1), now=at(0.1))
    assert await planned(database) == {key: at(2), "+120m": at(3.5)}
    async with database.begin() as session:
        snooze(session, await find(session, ann, 1), at(1), ann.deed(at(0.2)))
    assert sorted((await planned(database)).values()) == [at(1), at(1.5), at(3.5)]


async def test_a_snooze_needs_no_date(database: Database) -> None:
    async with database.begin() as session:
        ann = await seat_of(session)
        [task] = await add(session, ann, "Milk")
        snooze(session, task, at(2), ann.deed(NOW))
    async with database.begin() as session:
        set_reminders(session, await find(session, ann, 1), ["-60m"], None, ann.deed())
    assert list((await planned(database)).values()) == [at(2)]
    async with database.begin() as session:
        complete(session, await find(session, ann, 1), ann.deed())
    assert await planned(database) == {}


async def test_all_that_has_reminded_is_snoozed(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session)
        more = [NewTask(f"Task {n}", due=due(f"2026-09-23T{n}:00")) for n in (15, 20)]
        await add(session, ann, *more)
    assert await push(database, at(2)) == ["-0m", "-0m"]
    async with database.begin() as session:
        seat = await seat_of(session)
        assert await snooze_all(session, at(3), seat.deed(at(2))) == 2
    async with database.begin() as session:
        found = (await session.exec(select(Reminder.state, Reminder.fire_at))).all()
    assert sorted(found) == [
        (PushState.CLOSING, at(2)),
        (PushState.CLOSING, at(2)),
        (PushState.PENDING, at(3)),
        (PushState.PENDING, at(3)),
        (PushState.PENDING, at(5.5)),
    ]


async def test_a_message_is_closed_or_taken_over(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session)
        await add(session, ann, NewTask("Call dad", due=due("2026-09-23T16:00")))
    assert len(await push(database, at(1.5))) == 2
    async with database.begin() as session:
        row = await reminder_of(session, ann.chat, 102)
        assert row is not None
        for number in (1, 2):
            complete(session, await find(session, ann, number), ann.deed(at(2)))
        await session.flush()
        await take_over(session, ann.chat, 102, batch=ann.deed().batch)
    async with database.begin() as session:
        found = (await session.exec(select(Reminder))).all()
        assert {row.message_id: row.state for row in found} == {
            101: PushState.CLOSING,
            102: PushState.CLOSED,
        }
        closing = next(row for row in found if row.state == PushState.CLOSING)
        assert closing.fire_at == at(2), "at once, however far ahead the task was due"


async def test_nags_stop(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session, nag_minutes=10)
    assert await push(database, at(1.5)) == ["-0m"]
    assert list(await planned(database)) == ["nag-1"]
    async with database.begin() as session:
        task = await find(session, ann, 1)
        set_reminders(session, task, task.reminders, None, ann.deed(at(1.6)))
    assert await planned(database) == {}


async def test_a_nag_begins_where_only_what_is_before_was_wanted(database: Database) -> None:
    async with database.begin() as session:
        await one(session, reminders=("-60m",), nag_minutes=10)
    assert await planned(database) == {"-60m": at(0.5), "-0m": at(1.5)}


async def test_who_leaves_is_told_nothing_more(database: Database) -> None:
    async with database.begin() as session:
        flat = await group(session, "bob")
        bob = await private(session, "bob")
        [task] = await add(session, flat, NewTask("Secret", due=due("2026-09-23T16:00")))
        set_assignees(session, task, [bob.user], flat.deed())
        await session.flush()
        snooze(session, task, at(5), bob.deed(NOW))
    async with database.begin() as session:
        flat, bob = await group(session, "bob"), await private(session, "bob")
        await set_member_status(session, bob.user, flat.chat, MemberStatus.GONE, now=at(1))
    async with database.begin() as session:
        assert set((await session.exec(select(Reminder.chat_id))).all()) == {flat.chat.id}


async def test_who_comes_back_gets_one_summary(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session, nag_minutes=10)
        await add(session, ann, NewTask("Later", due=due("2026-09-23T20:00")))
    async with database.begin() as session:
        await set_blocked(session, ann.user.telegram_id, blocked=True, now=at(1))
        held = update(Reminder).where(col(Reminder.fire_at) <= at(2))
        await session.exec(held.values(state=PushState.HELD))
    for _ in range(2):
        async with database.begin() as session:
            seat = await seat_of(session)
            await set_blocked(session, ann.user.telegram_id, blocked=False, now=at(3))
            await resume(session, seat.chat, now=at(3))
    async with database.begin() as session:
        query = select(Reminder).order_by(col(Reminder.fire_at))
        found = [(row.kind, row.state, row.fire_at) for row in (await session.exec(query)).all()]
    assert found == [
        (PushKind.TASK, PushState.CLOSED, at(1.5)),
        (PushKind.SUMMARY, PushState.PENDING, at(3)),
        (PushKind.NAG, PushState.PENDING, at(3) + timedelta(minutes=10)),
        (PushKind.TASK, PushState.PENDING, at(5.5)),
    ]


async def test_another_zone_keeps_the_wall_time(database: Database) -> None:
    start = due("2026-09-24T09:00")
    repeat = Repeat(("FREQ=DAILY",), start.on, start.time, start.zone)
    async with database.begin() as session:
        ann, _ = await one(session, "2026-09-24T09:00", repeat=repeat)
        other = due("2026-09-24T09:00", "Asia/Kolkata")
        past, day = due("2026-09-23T10:00"), due("2026-09-25")
        await add(session, ann, *(NewTask("Task", due=one) for one in (other, past, day)))
        task = await find(session, ann, 1)
        snooze(session, task, at(17.5), ann.deed(NOW))  # tomorrow at eight
    await choose(database, zone=NEW_YORK)
    async with database.begin() as session:
        tasks = [await find(session, ann, number) for number in range(1, 5)]
    zones = [task.due.zone for task in tasks if task.due]
    assert zones == [NEW_YORK, "Asia/Kolkata", BERLIN, NEW_YORK]
    assert tasks[0].due == due("2026-09-24T09:00", NEW_YORK)
    assert tasks[0].repeat is not None
    assert tasks[0].repeat["zone"] == NEW_YORK
    snoozed = f"snooze-{int(at(23.5).timestamp())}"
    async with database.begin() as session:
        query = select(Reminder.key, Reminder.fire_at).order_by(col(Reminder.fire_at))
        assert list((await session.exec(query)).all()) == [
            ("-0m", at(15)),  # Kolkata's nine o'clock stays there
            (snoozed, at(23.5)),
            ("-0m", at(24.5)),
            ("-0m", at(48.5)),  # the next one, if nobody answers the first
            ("-0m", at(48.5)),
        ]


async def test_a_group_has_a_zone_of_its_own(database: Database) -> None:
    async with database.begin() as session:
        flat = await group(session, "ann")
        await add(session, flat, NewTask("Rent", due=due("2026-09-24T09:00")))
    await choose(database, zone=NEW_YORK)
    assert await planned(database) == {"-0m": at(18.5)}, "Ann travels, the flat does not"


async def test_a_group_that_moves_takes_its_pushes_along(database: Database) -> None:
    async with database.begin() as session:
        flat = await group(session, "ann")
        await add(session, flat, NewTask("Old", due=due("2026-09-23T16:00")))
        await add(session, flat, NewTask("Sent", due=due("2026-09-23T15:00")))
    assert len(await push(database, at(0.5))) == 1
    async with database.begin() as session:
        moved = await group(session, "bob", -100_500)
        await add(session, moved, NewTask("New", due=due("2026-09-23T17:00")))
    async with database.begin() as session:
        await migrate_chat(session, old_id=GROUP, new_id=-100_500)
    async with database.begin() as session:
        found = (await session.exec(select(Reminder).order_by(col(Reminder.fire_at)))).all()
    assert [row.state for row in found] == [PushState.SENT, PushState.PENDING, PushState.PENDING]
    assert len({row.chat_id for row in found}) == 1
    assert [row.message_id for row in found] == [None] * 3, "there it would be another message"
    async with database.begin() as session:
        seat = await group(session, "ann", -100_500)
        for number in (1, 3):
            task = await find(session, seat, number)
            set_reminders(session, task, ["-0m"], None, seat.deed(at(1)))
    assert sorted((await rows_of(database)).values()) == [at(0.5), at(1.5), at(2.5)], "none twice"


async def rows_of(database: Database) -> dict[str, datetime]:
    async with database.begin() as session:
        return {row.slot: row.fire_at for row in (await session.exec(select(Reminder))).all()}


async def test_the_agenda_is_planned_day_by_day(database: Database) -> None:
    await choose(database, agenda="09:00", review="20:00")
    assert await planned(database) == {"agenda": at(18.5), "review": at(5.5)}
    assert await push(database, at(19)) == ["review", "agenda"]
    assert await planned(database) == {"agenda": at(42.5), "review": at(29.5)}
    await choose(database, now=at(18), language="de")  # the clock has gone back
    assert await planned(database) == {"agenda": at(42.5), "review": at(29.5)}
    await choose(database, now=at(19), agenda=None, review="21:00")
    assert await planned(database) == {"review": at(30.5)}
    await choose(database, now=at(19), zone=NEW_YORK)
    assert await planned(database) == {"review": at(36.5)}


async def test_what_comes_next(database: Database) -> None:
    async with database.begin() as session:
        ann, task = await one(session, reminders=("-60m", "-0m"))
    async with database.begin() as session:
        assert await coming(session, task) == at(0.5)
    await push(database, at(2))
    async with database.begin() as session:
        assert await coming(session, task) is None
        asker = Asker.of(ann.user, ann.chat)
        assert await snooze_all(session, at(3), Deed(asker, at(2))) == 1


@pytest.mark.parametrize("where", ["private", "group"])
async def test_a_new_task_is_planned_from_what_is_in_hand(database: Database, where: str) -> None:
    async with database.begin() as session:
        await seat_of(session, where)
    async with database.begin() as session:
        seat = await seat_of(session, where)
        await add(session, seat, NewTask("Call mom", due=due("2026-09-23T16:00")))
        await session.flush()  # its history
        async with statements(database) as sent:
            await replan_changed(session)
    assert [one.split("(")[0].strip() for one in sent] == ["INSERT INTO reminders"]


async def test_a_changed_task_is_not_read_again(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await one(session)
    async with database.begin() as session:
        ann = await seat_of(session)
        move(session, await find(session, ann, 1), due("2026-09-24T16:00"), ann.deed())
        await session.flush()
        async with statements(database) as sent:
            await replan_changed(session)
    assert [
        one for one in sent if "FROM reminders" not in one and "INTO reminders" not in one
    ] == []


async def test_a_task_that_is_snoozed_when_it_is_added_waits(database: Database) -> None:
    async with database.begin() as session:
        ann, task = await one(session)
        snooze(session, task, at(2), ann.deed(NOW))
    assert list((await planned(database)).values()) == [at(2)]


async def test_slots_are_those_of_the_rows_that_exist(database: Database) -> None:
    """They are in people's databases: a row under another name would be a second push."""
    async with database.begin() as session:
        ann, task = await one(session)
        await set_preferences(session, ann.user, ann.chat, {"agenda": "09:00"}, ann.deed(NOW))
    task_slot = f"{task.id.hex}:{ann.chat.id.hex}:{int(at(1.5).timestamp())}:-0m"
    agenda_slot = f"agenda:{ann.chat.id.hex}:{int(at(18.5).timestamp())}"
    assert set(await rows_of(database)) == {task_slot, agenda_slot}


async def test_thousands_of_tasks_are_planned_in_the_statements_of_a_few(
    database: Database,
) -> None:
    """A chat moves to another zone, and snoozes all that it was reminded of."""
    counts: list[tuple[int, int]] = []
    for number in (5, 5, 300):
        async with database.begin() as session:
            new = [NewTask("Call mom", due=due("2026-09-23T16:00"))] * number
            await add(session, await seat_of(session), *new)
        async with statements(database) as moved:
            await choose(database, zone=NEW_YORK)
        async with database.begin() as session:
            await session.exec(update(Reminder).values(state=PushState.SENT, message_id=1))
            seat = await seat_of(session)
            async with statements(database) as snoozed:
                await snooze_all(session, at(9), seat.deed(at(8)))
                await replan_changed(session)
        counts.append((len(moved), len(snoozed)))
        await choose(database, zone=BERLIN)
    assert counts[2] <= counts[1]


def test_a_new_row_has_the_columns_of_its_table() -> None:
    """A column that the table gains is one of new rows, too."""
    columns = set(Reminder.__table__.columns.keys())  # type: ignore[attr-defined]
    assert columns == {field.name for field in fields(NewPush)}
