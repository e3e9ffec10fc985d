"""Reminders of habits: one ahead for each chat and time, none for a day that asks nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.habits.away import set_away
from storage.habits.change import archive, delete_habit, reschedule
from storage.habits.entries import add_amount, skip, tick
from storage.habits.participants import join, leave, pause, resume_habit
from storage.history.changed import changed_habits
from storage.history.settings import set_preferences
from storage.models import Chat, Habit, MemberStatus, PushKind, PushState, Reminder
from storage.people.asking import Deed
from storage.people.chats import migrate_chat
from storage.people.members import set_member_status
from storage.people.users import set_blocked
from storage.pushes.answers import coming, snooze_habit
from storage.pushes.claims import claim
from storage.pushes.contents import habit_push
from storage.pushes.outcomes import mark_dead, mark_held, mark_sent
from storage.pushes.plans.replanning import replan_changed, replan_chat
from storage.pushes.plans.returns import resume
from storage.pushes.recipients import recipient, recipient_in
from storage.rules.schedules import Schedule, Span, Unit
from storage.undo.commands import undo_last
from tests.support.scenes.habits import DAILY, TODAY, WATER, add_one, again, day
from tests.support.scenes.people import GROUP, NOW, at, group, private, statements

EVENING = replace(DAILY, reminders=(time(21),))
TWICE = replace(DAILY, reminders=(time(9), time(21)))
TONIGHT = at(6.5)  # 21:00 in Berlin


async def ann_runs(database: Database, schedule: Schedule = EVENING, **more: Any) -> Habit:
    async with database.begin() as session:
        return await add_one(session, await private(session, "ann"), schedule=schedule, **more)


async def planned(database: Database, *states: PushState) -> dict[str, datetime]:
    """When each waiting row is due, by its key."""
    async with database.begin() as session:
        wanted = states or (PushState.PENDING,)
        query = select(Reminder).where(col(Reminder.state).in_(wanted))
        return {row.key: row.fire_at for row in (await session.exec(query)).all()}


async def states(database: Database) -> dict[str, str]:
    async with database.begin() as session:
        return {row.key: row.state for row in (await session.exec(select(Reminder))).all()}


async def push(database: Database, now: datetime) -> list[str]:
    """Push what is due as the worker does. Return the keys of the rows that were sent."""
    said: list[str] = []
    for number in range(100, 200):
        async with database.begin() as session:
            claimed = await claim(session, now=now)
            if claimed is None:
                return said
            about = await habit_push(session, claimed.row, claimed.to, now=now)
            closing = claimed.row.state == PushState.CLOSING
            asks = about is not None and about.still_asks and not closing
            said += [claimed.row.key] if asks else []
            await mark_sent(session, claimed, number if asks else None, now=now)
    raise AssertionError("it never ends")


async def choose(database: Database, now: datetime = NOW, **settings: object) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await set_preferences(session, ann.user, ann.chat, settings, ann.deed(now))


async def do(database: Database, habit: Habit, deed: Any, now: datetime = NOW) -> None:
    """Let Ann do something to her habit."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        await deed(session, await again(session, ann, habit), Deed(ann.asker, now))


def keys(*days: str) -> set[str]:
    return {f"202609{text}" for text in days}


async def test_one_ahead_for_each_time(database: Database) -> None:
    await ann_runs(database, TWICE)
    assert await planned(database) == {"20260923@21:00": TONIGHT, "20260924@09:00": at(18.5)}
    assert await push(database, TONIGHT) == ["20260923@21:00"]
    assert await planned(database) == {"20260924@09:00": at(18.5), "20260924@21:00": at(30.5)}
    assert await push(database, at(18.5)) == ["20260924@09:00"]
    assert set(await planned(database)) == keys("24@21:00", "25@09:00")


async def test_what_was_done_reminds_no_more_and_is_closed(database: Database) -> None:
    habit = await ann_runs(database, TWICE)
    assert await push(database, TONIGHT) == ["20260923@21:00"]
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed), TONIGHT)
    assert (await states(database))["20260923@21:00"] == PushState.CLOSING
    await do(database, habit, lambda s, h, deed: tick(s, h, day(-1), deed), at(12))
    assert set(await planned(database)) == keys("25@09:00", "25@21:00")
    await do(database, habit, lambda s, h, deed: tick(s, h, day(-1), deed), at(20))
    assert set(await planned(database)) == keys("24@21:00", "25@09:00"), "at the next time only"


@pytest.mark.parametrize(
    ("deed", "left"),
    [
        (lambda s, h, deed: tick(s, h, TODAY, deed), {"24@21:00"}),
        (lambda s, h, deed: skip(s, h, TODAY, deed), {"24@21:00"}),
        (lambda s, h, deed: pause(s, h, deed, today=TODAY, until=day(-2)), {"26@21:00"}),
        (lambda s, h, deed: pause(s, h, deed, today=TODAY, until=None), set()),
        (lambda s, h, deed: archive(s, h, deed, archived=True), set()),
        (delete_habit, set()),
        (lambda s, h, deed: reschedule(s, h, DAILY, None, deed), set()),
        (lambda s, h, deed: reschedule(s, h, TWICE, None, deed), {"23@21:00", "24@09:00"}),
    ],
)
async def test_every_change_is_followed_and_taken_back(
    database: Database, deed: Any, left: Iterable[str]
) -> None:
    habit = await ann_runs(database)
    await do(database, habit, deed)
    assert set(await planned(database)) == keys(*left)
    async with database.begin() as session:
        ann = await private(session, "ann")
        await undo_last(session, chat=ann.chat, deed=ann.deed())
    assert set(await planned(database)) == keys("23@21:00")


async def test_days_away(database: Database) -> None:
    await ann_runs(database)
    for spans, expected in (([Span(TODAY, day(-3))], keys("27@21:00")), ([], keys("23@21:00"))):
        async with database.begin() as session:
            ann = await private(session, "ann")
            await set_away(session, ann.user, ann.deed(), spans)
        assert set(await planned(database)) == expected


async def test_away_days_said_in_a_group_hold_in_private(database: Database) -> None:
    await ann_runs(database)
    async with database.begin() as session:
        ann = await group(session, "ann")
        await set_away(session, ann.user, ann.deed(), [Span(TODAY)])
    assert await planned(database) == {}


async def test_a_quota_that_is_met_is_silent_until_the_next_period(database: Database) -> None:
    weekly = replace(EVENING, unit=Unit.WEEK, times=2)
    habit = await ann_runs(database, weekly)
    await do(database, habit, lambda s, h, deed: tick(s, h, day(1), deed))
    assert set(await planned(database)) == keys("23@21:00")
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed))
    assert set(await planned(database)) == keys("28@21:00")


async def test_what_is_not_asked_when_it_is_due_is_silent_and_the_next_is_planned(
    database: Database,
) -> None:
    """A change that was not planned: the worker looks at the entries again."""
    habit = await ann_runs(database)
    async with database.begin() as session:
        ann = await private(session, "ann")
        await tick(session, await again(session, ann, habit), TODAY, ann.deed())
        changed_habits(session).clear()
    assert set(await planned(database)) == keys("23@21:00")
    assert await push(database, TONIGHT) == []
    assert set(await planned(database)) == keys("24@21:00")


async def test_what_was_missed_comes_late_until_the_day_turns(database: Database) -> None:
    await ann_runs(database)
    assert await push(database, at(12.4)) == ["20260923@21:00"], "02:54, the day turns at three"
    assert await push(database, at(36.5)) == [], "03:00"
    assert await planned(database) == {"20260925@21:00": at(54.5)}


async def test_a_missed_day_makes_place_for_the_next(database: Database) -> None:
    await ann_runs(database)
    assert await push(database, at(90)) == []
    assert await planned(database) == {"20260927@21:00": at(102.5)}


async def test_after_days_of_downtime_todays_comes_late(database: Database) -> None:
    habit = await ann_runs(database, TWICE)
    assert await push(database, at(95)) == ["20260927@09:00"], "Sunday, 13:30"
    assert set(await planned(database)) == keys("27@21:00", "28@09:00")
    await do(database, habit, lambda s, h, deed: tick(s, h, day(-7), deed), at(150))
    assert await push(database, at(151.5)) == ["20260929@09:00", "20260929@21:00"], "at 22:00"
    await do(database, habit, lambda s, h, deed: tick(s, h, day(-8), deed), at(203))
    assert await push(database, at(203)) == [], "nothing that was done in the meantime"


async def test_another_zone_neither_loses_nor_doubles_a_day(database: Database) -> None:
    await ann_runs(database)
    await choose(database, zone="America/New_York")
    assert await planned(database) == {"20260923@21:00": at(12.5)}
    await choose(database, now=at(5), zone="Asia/Karachi")  # where it is 22:30 already
    assert await planned(database) == {"20260923@21:00": at(5)}, "today's comes at once"
    assert await push(database, at(5)) == ["20260923@21:00"]
    await choose(database, now=at(5.1), zone="America/New_York")
    assert await planned(database) == {"20260924@21:00": at(36.5)}, "and not again today"
    await choose(database, now=at(36), zone="Pacific/Auckland")  # where the day is over
    assert await planned(database) == {"20260925@21:00": at(44.5)}


async def test_the_day_turns_when_its_person_says(database: Database) -> None:
    await ann_runs(database, replace(DAILY, reminders=(time(1, 30),)))
    assert await planned(database) == {"20260923@01:30": at(11)}
    await choose(database, day_turn="00:00")
    assert await planned(database) == {"20260923@01:30": NOW}, "today's, which is past by now"
    assert await push(database, NOW) == ["20260923@01:30"]
    assert await planned(database) == {"20260924@01:30": at(11)}


async def test_quiet_hours_hold_only_what_is_late(database: Database) -> None:
    await ann_runs(database, replace(DAILY, reminders=(time(23),)))
    await choose(database, quiet=["22:00", "08:00"])
    assert await planned(database) == {"20260923@23:00": at(8.5)}
    async with database.begin() as session:
        [row] = (await session.exec(select(Reminder))).all()
        assert row.on_purpose


async def test_a_snooze_puts_everything_before_it_aside(database: Database) -> None:
    habit = await ann_runs(database, replace(DAILY, reminders=(time(16), time(16, 30), time(18))))
    assert await push(database, at(1.5)) == ["20260923@16:00"]
    async with database.begin() as session:
        ann = await private(session, "ann")
        kept = await again(session, ann, habit)
        assert await snooze_habit(session, kept, TODAY, at(2.5), ann.deed(at(1.5)))
    key = f"20260923@snooze-{int(at(2.5).timestamp())}"
    assert await planned(database) == {
        key: at(2.5),
        "20260923@18:00": at(3.5),
        "20260924@16:00": at(25.5),
        "20260924@16:30": at(26),
    }
    assert (await states(database))["20260923@16:00"] == PushState.CLOSING
    async with database.begin() as session:
        ann = await private(session, "ann")
        assert await coming(session, kept, ann.chat) == at(2.5)
    assert await push(database, at(2.5)) == [key]
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed), at(2.6))
    assert (await states(database))[key] == PushState.CLOSING


async def test_a_snooze_keeps_to_its_day(database: Database) -> None:
    habit = await ann_runs(database)
    async with database.begin() as session:
        ann = await private(session, "ann")
        kept = await again(session, ann, habit)
        assert not await snooze_habit(session, kept, TODAY, at(12.5), ann.deed(NOW))
        assert await snooze_habit(session, kept, TODAY, at(12.4), ann.deed(NOW))
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed))
    assert set(await planned(database)) == keys("24@21:00"), "what is done is not snoozed"


async def flat_runs(database: Database, *names: str, **more: Any) -> Habit:
    """A habit that these people of a group keep, Ann first."""
    async with database.begin() as session:
        ann = await group(session, "ann")
        habit = await add_one(session, ann, schedule=more.pop("schedule", EVENING), **more)
        for name in names:
            seat = await group(session, name)
            await join(session, habit, seat.deed())
    return habit


async def told(database: Database) -> dict[tuple[int, str], datetime]:
    """When each waiting row is due, by the chat's Telegram id and the key."""
    async with database.begin() as session:
        query = (
            select(Reminder, Chat)
            .join(Chat, col(Chat.id) == col(Reminder.chat_id))
            .where(col(Reminder.state).in_((PushState.PENDING, PushState.HELD)))
        )
        rows = (await session.exec(query)).all()
        return {(chat.telegram_id, row.key[6:8]): row.fire_at for row, chat in rows}


async def test_a_group_is_reminded_and_each_who_keeps_it(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
        bob = await private(session, "bob")
        await set_preferences(session, bob.user, bob.chat, {"zone": "Europe/London"}, bob.deed(NOW))
    habit = await flat_runs(database, "bob", "chen")
    assert await told(database) == {
        (GROUP, "23"): TONIGHT,
        (1001, "23"): TONIGHT,
        (1002, "23"): at(7.5),
    }
    async with database.begin() as session:  # Chen starts the bot
        await private(session, "chen")
    assert (1003, "23") in await told(database)
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed))
    assert {key for key in await told(database) if key[1] == "23"} == {
        (GROUP, "23"),
        (1002, "23"),
        (1003, "23"),
    }
    for name in ("bob", "chen"):
        async with database.begin() as session:
            seat = await group(session, name)
            await tick(session, await again(session, seat, habit), TODAY, seat.deed())
    assert {key[1] for key in await told(database)} == {"24"}


@pytest.mark.parametrize("deed", ["tick", "delete", "skip", "snooze"])
async def test_what_is_done_while_a_reminder_is_on_its_way_closes_its_message(
    database: Database, deed: str
) -> None:
    habit = await ann_runs(database, TWICE)
    async with database.begin() as session:
        claimed = await claim(session, now=TONIGHT)
    assert claimed is not None

    async def does(session: AsyncSession, one: Habit, mine: Deed) -> None:
        match deed:
            case "tick":
                await tick(session, one, TODAY, mine)
            case "skip":
                await skip(session, one, TODAY, mine, is_skip=True)
            case "delete":
                await delete_habit(session, one, mine)
            case _:
                assert await snooze_habit(session, one, TODAY, at(7.5), mine)

    await do(database, habit, does, TONIGHT)
    async with database.begin() as session:
        await mark_sent(session, claimed, 100, now=TONIGHT)
    async with database.begin() as session:
        query = select(Reminder.state).where(Reminder.message_id == 100)
        assert (await session.exec(query)).one() == PushState.CLOSING


async def test_who_leaves_is_told_nothing_more(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
        await private(session, "bob")
    habit = await flat_runs(database, "bob")
    assert len(await push(database, TONIGHT)) == 3
    async with database.begin() as session:
        bob = await group(session, "bob")
        await set_member_status(session, bob.user, bob.chat, MemberStatus.GONE, now=at(7))
    assert set(await told(database)) == {(GROUP, "24"), (1001, "24")}
    async with database.begin() as session:
        await group(session, "bob")
    assert (1002, "24") in await told(database), "who comes back keeps it again"
    async with database.begin() as session:
        bob = await group(session, "bob")
        await leave(session, await again(session, bob, habit), bob.deed(at(8)))
    assert set(await told(database)) == {(GROUP, "24"), (1001, "24")}


async def test_a_group_that_moves_takes_its_reminders_along(database: Database) -> None:
    habit = await flat_runs(database)
    assert await push(database, TONIGHT) == ["20260923@21:00"]
    async with database.begin() as session:
        await group(session, "bob", -100_500)
    async with database.begin() as session:
        await migrate_chat(session, old_id=GROUP, new_id=-100_500)
    async with database.begin() as session:
        seat = await group(session, "ann", -100_500)
        await tick(session, await again(session, seat, habit), TODAY, seat.deed(at(8)))
    assert await told(database) == {(-100_500, "24"): at(30.5)}


async def test_who_comes_back_gets_one_summary_and_tomorrows(database: Database) -> None:
    await ann_runs(database, TWICE)
    async with database.begin() as session:
        claimed = await claim(session, now=TONIGHT)
        assert claimed is not None
        await set_blocked(session, 1001, blocked=True, now=TONIGHT)
        await mark_held(session, claimed)
    await choose(database, now=at(9), language="de")
    assert set(await planned(database, PushState.HELD)) == keys("23@21:00")
    async with database.begin() as session:
        seat = await private(session, "ann")
        await set_blocked(session, 1001, blocked=False, now=at(10))
        await resume(session, seat.chat, now=at(10))
    assert set(await planned(database)) == {"summary", *keys("24@09:00", "24@21:00")}


async def test_what_telegram_refuses_is_followed_by_the_next(database: Database) -> None:
    await ann_runs(database)
    async with database.begin() as session:
        claimed = await claim(session, now=TONIGHT)
        assert claimed is not None
        await mark_dead(session, claimed, "Bad Request", now=TONIGHT)
    assert await planned(database) == {"20260924@21:00": at(30.5)}


async def test_what_is_ticked_while_it_is_on_its_way_is_closed_on_arrival(
    database: Database,
) -> None:
    habit = await ann_runs(database)
    async with database.begin() as session:
        claimed = await claim(session, now=TONIGHT)
    assert claimed is not None
    await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed), TONIGHT)
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=TONIGHT)
    assert (await states(database))["20260923@21:00"] == PushState.CLOSING
    assert await planned(database) == {"20260924@21:00": at(30.5)}


async def test_a_clock_that_goes_back_doubles_nothing(database: Database) -> None:
    await ann_runs(database)
    assert await push(database, TONIGHT) == ["20260923@21:00"]
    await choose(database, now=at(2), language="de")
    assert await planned(database) == {"20260924@21:00": at(30.5)}


async def test_old_messages_are_left_as_they_are(database: Database) -> None:
    habit = await ann_runs(database)
    for number in range(9):
        assert len(await push(database, TONIGHT + timedelta(days=number))) == 1
    kept = await states(database)
    assert sum(state == PushState.SENT for state in kept.values()) == 8
    await do(database, habit, delete_habit, at(9 * 24))
    assert sum(state == PushState.CLOSING for state in (await states(database)).values()) == 8


async def test_a_habits_message_leaves_those_of_other_habits_live(database: Database) -> None:
    """One live message at a time is a matter of a task's reminders."""
    await ann_runs(database)
    await ann_runs(database, name="read")
    assert len(await push(database, TONIGHT)) == 2
    async with database.begin() as session:
        sent = select(Reminder).where(col(Reminder.state) == PushState.SENT)
        assert len((await session.exec(sent)).all()) == 2


async def test_a_deleted_habit_comes_back_with_its_reminders(database: Database) -> None:
    habit = await ann_runs(database)
    assert await push(database, TONIGHT) == ["20260923@21:00"]
    await do(database, habit, delete_habit, at(7))
    assert (await states(database)) == {"20260923@21:00": PushState.CLOSING}
    async with database.begin() as session:
        ann = await private(session, "ann")
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(8)))
    assert await planned(database) == {"20260924@21:00": at(30.5)}


async def get_any(session: AsyncSession, habit: Habit) -> Habit:
    return await session.get_one(Habit, habit.id)


async def test_a_paused_habit_is_asked_for_again(database: Database) -> None:
    habit = await ann_runs(database)
    await do(database, habit, lambda s, h, deed: pause(s, h, deed, today=TODAY, until=None))
    await do(database, habit, lambda s, h, deed: resume_habit(s, h, deed, today=TODAY), at(1))
    assert set(await planned(database)) == keys("23@21:00")


async def test_the_weekly_picture_is_planned_week_by_week(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        seat.chat.settings = {"weekly": [6, "19:00"]}
        await replan_chat(session, await recipient_in(session, seat.chat), now=NOW)
    sunday = at(4.5, days=4)
    assert await planned(database) == {"weekly": sunday}
    async with database.begin() as session:
        claimed = await claim(session, now=sunday)
        assert claimed is not None
        assert claimed.row.kind == PushKind.WEEKLY
        await mark_sent(session, claimed, 7, now=sunday)
    assert await planned(database) == {"weekly": sunday + timedelta(days=7)}


async def test_measured_habits_ask_until_the_goal_is_reached(database: Database) -> None:
    habit = await ann_runs(database, goal=WATER)
    await do(database, habit, lambda s, h, deed: add_amount(s, h, TODAY, 1999, deed))
    assert set(await planned(database)) == keys("23@21:00")
    await do(database, habit, lambda s, h, deed: add_amount(s, h, TODAY, 1, deed))
    assert set(await planned(database)) == keys("24@21:00")


async def test_a_tick_costs_little_where_nobody_is_reminded(database: Database) -> None:
    habit = await ann_runs(database, DAILY)
    async with statements(database) as sent:
        await do(database, habit, lambda s, h, deed: tick(s, h, TODAY, deed))
    assert len([one for one in sent if "reminders" in one]) == 1


async def test_a_claim_of_many_is_one_digest(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        for number in range(7):
            await add_one(session, ann, f"habit {number}", schedule=EVENING)
    async with database.begin() as session:
        claimed = await claim(session, now=at(8))
        assert claimed is not None
        assert len(claimed.rows) == 7


async def test_a_row_of_a_gone_person_or_habit_says_nothing(database: Database) -> None:
    habit = await ann_runs(database)
    async with database.begin() as session:
        ann = await private(session, "ann")
        to, nobody = (recipient(session, ann.chat, who) for who in (ann.user, None))
        [row] = (await session.exec(select(Reminder))).all()
        for gone in (replace_key(row, "odd"), replace_key(row, str(row.key), habit_id=None)):
            assert await habit_push(session, gone, to, now=NOW) is None
        assert await habit_push(session, row, nobody, now=NOW) is None
        await session.exec(update(Habit).values(archived_at=NOW))
        await session.refresh(await get_any(session, habit))
        about = await habit_push(session, row, to, now=NOW)
        assert about is not None
        assert about.habit.id == habit.id
        assert not about.still_asks


def replace_key(row: Reminder, key: str, **more: Any) -> Reminder:
    return Reminder(**{**row.model_dump(), "key": key, **more})


async def test_the_slot_of_a_habit_is_that_of_the_rows_that_exist(database: Database) -> None:
    habit = await ann_runs(database)
    async with database.begin() as session:
        ann = await private(session, "ann")
        slots = (await session.exec(select(Reminder.slot))).all()
    assert slots == [f"{habit.id.hex}:{ann.chat.id.hex}:20260923@21:00"]


async def test_a_tick_reads_neither_the_habit_nor_the_chat_again(database: Database) -> None:
    habit = await ann_runs(database)
    async with database.begin() as session:
        ann = await private(session, "ann")
        await tick(session, await again(session, ann, habit), TODAY, ann.deed())
        async with statements(database) as sent:
            await replan_changed(session)
    read = [one for one in sent if one.startswith(("SELECT", "WITH"))]
    assert len(read) == 2, "the rows, and how it is kept"
