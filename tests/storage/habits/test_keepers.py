"""Who keeps a habit: members, pauses, away days, and what all of them have done."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import delete
from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.habits.away import set_away
from storage.habits.change import delete_habit, move_up
from storage.habits.entries import tick
from storage.habits.find import find_by_words
from storage.habits.keeps import today_of
from storage.habits.participants import (
    join,
    leave,
    member_of,
    participants_of,
    pause,
    resume_habit,
    set_ranked,
)
from storage.habits.reading import kept
from storage.history.changed import changed_habits
from storage.models import (
    Action,
    Change,
    Chat,
    ChatKind,
    Habit,
    HabitEntry,
    HabitMember,
    User,
)
from storage.people.chats import ChatFacts, meet_chat, migrate_chat
from storage.people.preferences import preferences_of
from storage.rules.schedules import Span, away_of
from tests.support.scenes.habits import (
    TODAY,
    add_one,
    again,
    changed_at,
    day,
    habit_changes,
    keepers,
    kept_by,
    names,
)
from tests.support.scenes.people import GROUP, NOW, Seat, at, group, private, statements
from tests.support.scenes.people import leave as go

NEW = -1_000_000_000_500


async def test_members_join_and_leave(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        assert not await join(session, habit, ann.deed())
        assert await join(session, habit, bob.deed(at(1)))
        assert not await join(session, habit, bob.deed(at(2)))
        assert await keepers(session, habit) == ["Ann", "Bob"]
        await tick(session, habit, TODAY, bob.deed(at(3)))
        assert await leave(session, habit, bob.deed(at(4)))
        assert not await leave(session, habit, bob.deed(at(5)))
        assert await keepers(session, habit) == ["Ann"]
        assert await kept_by(session, bob, habit) is None
        assert await join(session, habit, bob.deed(at(6)))
        back = await kept_by(session, bob, habit)
        assert back is not None
        assert [entry.on for entry in back.history.entries] == [TODAY]
        of_bob = [row for row in await habit_changes(session, habit) if row.user_id == bob.user.id]
        actions = [Action.JOIN, Action.LOG, Action.LEAVE, Action.JOIN]
        assert [row.action for row in of_bob] == actions


async def test_parallel_joins_are_one(database: Database) -> None:
    async with database.begin() as session:
        habit = await add_one(session, await group(session, "ann"))
        bob = await group(session, "bob")

    async def one() -> bool:
        async with database.begin() as session:
            return await join(session, await again(session, bob, habit), bob.deed())

    assert sorted(await asyncio.gather(*(one() for _ in range(4)))) == [False] * 3 + [True]


async def test_nobody_leaves_a_habit_of_their_own(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann)
        assert not await leave(session, habit, ann.deed())
        assert await keepers(session, habit) == ["Ann"]


async def test_a_shared_habit_is_left_from_private_too(database: Database) -> None:
    async with database.begin() as session:
        habit = await add_one(session, await group(session, "ann"))
        mine = await private(session, "ann")
        assert await names(session, mine) == ["run"]
        assert await leave(session, await again(session, mine, habit), mine.deed())
        assert await names(session, mine) == []
        assert await keepers(session, habit) == []


async def test_who_leaves_the_group_keeps_nothing_of_it(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        await tick(session, habit, TODAY, bob.deed())
    async with database.begin() as session:
        await go(session, await group(session, "bob"))
        assert await keepers(session, habit) == ["Ann"]
        assert [one.participant.user.name for one in await kept(session, [habit], now=NOW)] == [
            "Ann"
        ]
        assert await kept_by(session, bob, habit) is None
        assert await names(session, await private(session, "bob")) == []
    async with database.begin() as session:
        bob = await group(session, "bob")  # comes back
        assert await keepers(session, habit) == ["Ann", "Bob"]
        back = await kept_by(session, bob, habit)
        assert back is not None
        assert [entry.on for entry in back.history.entries] == [TODAY]


async def test_keepers_of_several_habits(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        a, b = await add_one(session, ann, "a"), await add_one(session, bob, "b")
        await join(session, a, bob.deed())
        alone = await add_one(session, ann, "c")
        await leave(session, alone, ann.deed())
        found = await participants_of(session, [b, a, alone])
        shown = {key: [one.user.name for one in who] for key, who in found.items()}
        assert shown == {a.id: ["Ann", "Bob"], b.id: ["Bob"], alone.id: []}
        only_bob = await participants_of(session, [a, b], user_id=bob.user.id)
        assert {key: len(who) for key, who in only_bob.items()} == {a.id: 1, b.id: 1}
        assert await participants_of(session, []) == {}


async def test_who_wants_is_not_ranked(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        await set_ranked(session, habit, bob.deed(), is_ranked=False)  # does not keep it
        await set_ranked(session, habit, ann.deed(), is_ranked=True)  # is so
        assert len(await habit_changes(session, habit)) == 1
        await set_ranked(session, habit, ann.deed(), is_ranked=False)
        (participant,) = (await participants_of(session, [habit]))[habit.id]
        assert not participant.is_ranked
        assert len(await habit_changes(session, habit)) == 2


async def test_pauses(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        await join(session, habit, bob.deed())
        await pause(session, habit, ann.deed(at(1)), today=TODAY, until=day(-3))
        await pause(session, habit, ann.deed(at(2)), today=TODAY, until=day(-3))
    async with database.begin() as session:
        assert await _pauses(session, ann, habit) == (Span(TODAY, day(-3)),)
        assert await _pauses(session, bob, habit) == ()
        assert len(await habit_changes(session, habit)) == 3
        await pause(session, habit, ann.deed(at(25)), today=day(-1), until=None)
        spans = (Span(TODAY, TODAY), Span(day(-1)))
        assert await _pauses(session, ann, habit) == spans
        await resume_habit(session, habit, ann.deed(at(26)), today=day(-1))
        assert await _pauses(session, ann, habit) == (Span(TODAY, TODAY),)
        await resume_habit(session, habit, ann.deed(at(27)), today=day(-1))
        rows = await habit_changes(session, habit)
        assert [row.action for row in rows[2:]] == [Action.PAUSE] * 3
        away = await kept_by(session, ann, habit)
        assert away is not None
        assert away.history.away == (Span(TODAY, TODAY),)


async def _pauses(session: AsyncSession, seat: Seat, habit: Habit) -> tuple[Span, ...]:
    found = await kept_by(session, seat, habit)
    assert found is not None
    return found.participant.pauses


async def test_who_does_not_keep_a_habit_does_not_pause_it(database: Database) -> None:
    async with database.begin() as session:
        habit = await add_one(session, await group(session, "ann"))
        bob = await group(session, "bob")
        await pause(session, habit, bob.deed(), today=TODAY, until=None)
        await resume_habit(session, habit, bob.deed(), today=TODAY)
        assert len(await habit_changes(session, habit)) == 1


async def test_away_days_are_the_persons_in_every_chat(database: Database) -> None:
    async with database.begin() as session:
        shared = await add_one(session, await group(session, "ann"), "shared")
        seat = await private(session, "ann")
        mine = await add_one(session, seat, "mine")
        await pause(session, mine, seat.deed(), today=TODAY, until=TODAY)
        seat.user.settings = {"zone": "Asia/Tokyo"}
        away = (Span(day(9), day(5)), Span(TODAY))
        changed_habits(session).clear()
        await set_away(session, seat.user, seat.deed(at(1)), away)
        await set_away(session, seat.user, seat.deed(at(2)), away)
        assert changed_at(session) == {shared.id: at(1), mine.id: at(1)}
    async with database.begin() as session:
        seat = await private(session, "ann")
        assert seat.user.settings["zone"] == "Asia/Tokyo"
        assert away_of(seat.user.settings) == away
        found = await kept(session, [shared, mine], now=NOW)
        assert [one.history.away for one in found] == [away, (Span(TODAY, TODAY), *away)]
        rows = select(Change).where(Change.action == Action.PAUSE, col(Change.habit_id).is_(None))
        (row,) = (await session.exec(rows)).all()
        assert (row.before, row.task_id) == ({"away": []}, None)


async def test_days_turn_as_each_person_has_set(database: Database) -> None:
    """14:30 in Berlin is still yesterday in Honolulu's night."""
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        chen = await group(session, "chen")
        ann.user.settings = {"zone": "Pacific/Honolulu", "first_weekday": 6}  # 02:30
        bob.user.settings = {"zone": "Pacific/Honolulu", "day_turn": "02:30"}
        ann.chat.settings = {"zone": "Asia/Tokyo"}
        habit = await add_one(session, ann)
        await join(session, habit, bob.deed())
        await join(session, habit, chen.deed())
        found = await kept(session, [habit], now=NOW)
        assert [one.today for one in found] == [day(1), TODAY, TODAY]
        assert [one.history.first_weekday for one in found] == [6, 0, 0]
        assert today_of(session, ann.user, now=NOW) == day(1)
        assert preferences_of(ann.user, default_zone="UTC").zone == "Pacific/Honolulu"


async def test_a_broken_setting_breaks_nothing(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        broken = {"away": [["2026-13-01", None], 7, ["2026-09-01", "2026-09-02"]], "day_turn": 4}
        seat.user.settings = broken
        await session.exec(update(HabitMember).values(pauses={"none": 1}))
    async with database.begin() as session:
        found = await kept_by(session, seat, habit)
        assert found is not None
        assert found.history.away == (Span(day(22), day(21)),)
        assert found.today == TODAY


async def test_what_is_kept_goes_with_the_person_or_the_chat(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        for seat in (ann, bob):
            await tick(session, habit, TODAY, seat.deed())
    async with database.begin() as session:
        await session.exec(delete(User).where(col(User.id) == ann.user.id))
    async with database.begin() as session:
        left = await again(session, bob, habit)
        assert left.created_by is None
        assert await keepers(session, left) == ["Bob"]
        assert (await session.exec(select(HabitEntry.user_id))).all() == [bob.user.id]
        rows = await habit_changes(session, left)
        assert {row.user_id for row in rows} == {None, bob.user.id}
    async with database.begin() as session:
        await session.exec(delete(Chat).where(col(Chat.id) == bob.chat.id))
    async with database.begin() as session:
        for table in (Habit, HabitMember, HabitEntry, Change):
            count = select(func.count()).select_from(table)
            assert (await session.exec(count)).one() == 0, table


async def test_how_habits_are_kept_takes_one_statement(database: Database) -> None:
    async with database.begin() as session:
        seats = [await group(session, who) for who in ("ann", "bob", "chen")]
        habits = [await add_one(session, seats[0], f"h {number}") for number in range(12)]
        for habit in habits:
            for seat in seats:
                await tick(session, habit, TODAY, seat.deed())
    for chosen, wanted in ((habits[:1], 3), (habits, 36)):
        async with statements(database) as sent, database.begin() as session:
            assert len(await kept(session, chosen, now=NOW)) == wanted
        assert len(sent) == 1, sent


async def test_how_one_person_keeps_habits_since_a_day(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        a, b = await add_one(session, ann, "a"), await add_one(session, bob, "b")
        for ago in range(5):
            await tick(session, a, day(ago), ann.deed())
        found = await kept(session, [b, a], now=NOW)
        assert [(one.habit.name, one.participant.user.name) for one in found] == [
            ("b", "Bob"),
            ("a", "Ann"),
        ]
        (since,) = await kept(session, [b, a], now=NOW, user_id=ann.user.id, since=day(2))
        assert sorted(entry.on for entry in since.history.entries) == [day(2), day(1), TODAY]
        assert await kept(session, [], now=NOW) == []


async def test_how_somebody_keeps_a_habit(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        member = await member_of(session, habit.id, ann.user.id)
        assert member is not None
        assert (member.joined_at, member.is_ranked, member.pauses) == (NOW, True, [])
        assert await member_of(session, habit.id, bob.user.id, lock=True) is None
        assert timedelta() == NOW - member.joined_at


@pytest.mark.parametrize("order", [(GROUP, NEW), (NEW, GROUP)], ids=["old first", "new first"])
async def test_lists_are_joined_when_a_group_becomes_a_supergroup(
    database: Database, order: tuple[int, int]
) -> None:
    """Each habit keeps its people; a name that both have gets a number; places differ."""
    async with database.begin() as session:
        ann = await group(session, "ann", order[0])
        for name in ("run", "swim"):
            await add_one(session, ann, name)
        bob = await group(session, "bob", order[1])
        for name in ("Run", "run 2", "read"):
            habit = await add_one(session, bob, name)
        await tick(session, habit, TODAY, bob.deed())
        gone = await add_one(session, bob, "swim")
        await delete_habit(session, gone, bob.deed())
        await add_one(session, bob, "run", topic=5)
    async with database.begin() as session:
        await migrate_chat(session, old_id=GROUP, new_id=NEW)
    async with database.begin() as session:
        ann, bob = await group(session, "ann", NEW), await group(session, "bob", NEW)
        assert await names(session, ann) == ["run", "swim", "Run 2", "run 2 2", "read"]
        assert await names(session, ann, topic=5) == ["run"]
        places = (await session.exec(select(Habit.position))).all()
        assert len({*places}) == len(places)
        found = await find_by_words(session, ["run", "2"], asker=ann.asker)
        assert {habit.name for habit in found} == {"Run 2", "run 2 2"}
        kept_now = await kept_by(session, bob, habit)
        assert kept_now is not None
        assert len(kept_now.history.entries) == 1
        assert await keepers(session, habit) == ["Bob"]
        read = await again(session, bob, habit)
        await move_up(session, read, bob.deed())
        assert await names(session, ann) == ["run", "swim", "Run 2", "read", "run 2 2"]


async def test_a_group_that_becomes_a_supergroup_keeps_its_habits(database: Database) -> None:
    async with database.begin() as session:
        habit = await add_one(session, await group(session, "ann"))
        await meet_chat(session, ChatFacts(NEW, ChatKind.SUPERGROUP, "The flat"), now=at(1))
        await migrate_chat(session, old_id=GROUP, new_id=NEW)
    async with database.begin() as session:
        ann = await group(session, "ann", NEW)
        assert await names(session, ann) == ["run"]
        assert await keepers(session, await again(session, ann, habit)) == ["Ann"]
