"""Taking back what was done to habits: each kind of change, once, for a day, and nobody else's."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession
from uuid_utils.compat import uuid7

from storage.database import Database
from storage.errors import ChangedSince, HabitExists, NothingToUndo, NotYours, TooMany, UnknownHabit
from storage.habits.away import set_away
from storage.habits.change import archive, delete_habit, move_up, paint, rename, reschedule
from storage.habits.entries import add_amount, set_amount, skip, tick
from storage.habits.find import get_habit, habits_here
from storage.habits.participants import join, leave, pause, resume_habit, set_ranked
from storage.history.changed import changed_habits
from storage.history.facts import habit_facts
from storage.models import HABITS_LIMIT, Action, Change, Habit, HabitEntry, HabitMember
from storage.people.asking import Deed
from storage.rules.schedules import Schedule, Span, Unit, away_of
from storage.undo.commands import undo_batch, undo_last
from storage.undo.kinds import HABIT
from tests.support.scenes.habits import (
    DAILY,
    SWEETS,
    TODAY,
    WATER,
    add_one,
    again,
    amounts,
    day,
    entries,
    keepers,
    kept_by,
    names,
)
from tests.support.scenes.people import Seat, add, at, group, private
from tests.support.scenes.people import leave as go

WEEKLY = Schedule(TODAY, unit=Unit.WEEK, times=3)
Do = Callable[[AsyncSession, Habit, Deed], Awaitable[Any]]


async def _archive(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    await archive(session, habit, deed, archived=True)


async def _pause(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    await pause(session, habit, deed, today=TODAY, until=day(-7))


async def _resume(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    await resume_habit(session, habit, deed, today=TODAY)


async def _hide(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    await set_ranked(session, habit, deed, is_ranked=False)


# Ann keeps the habit since a while, paused it yesterday, and did 5 of it then
CHANGES: dict[str, tuple[Action, Do]] = {
    "rename": (Action.EDIT, lambda s, h, d: rename(s, h, "swim", d)),
    "reschedule": (Action.EDIT, lambda s, h, d: reschedule(s, h, WEEKLY, WATER, d)),
    "other goal": (Action.EDIT, lambda s, h, d: reschedule(s, h, DAILY, SWEETS, d)),
    "no goal": (Action.EDIT, lambda s, h, d: reschedule(s, h, DAILY, None, d)),
    "colour": (Action.EDIT, lambda s, h, d: paint(s, h, 7, d)),
    "order": (Action.EDIT, move_up),
    "archive": (Action.ARCHIVE, _archive),
    "delete": (Action.DELETE, delete_habit),
    "leave": (Action.LEAVE, leave),
    "pause": (Action.PAUSE, _pause),
    "resume": (Action.PAUSE, _resume),
    "no rank": (Action.EDIT, _hide),
    "tick": (Action.LOG, lambda s, h, d: tick(s, h, TODAY, d)),
    "untick": (Action.LOG, lambda s, h, d: tick(s, h, day(1), d)),
    "skip": (Action.LOG, lambda s, h, d: skip(s, h, TODAY, d)),
    "skip of a tick": (Action.LOG, lambda s, h, d: skip(s, h, day(1), d, note="ill")),
    "amount": (Action.LOG, lambda s, h, d: add_amount(s, h, TODAY, 0.7, d, note="so")),
    "more": (Action.LOG, lambda s, h, d: add_amount(s, h, day(1), 1 / 3, d)),
    "other": (Action.LOG, lambda s, h, d: set_amount(s, h, day(1), 1e9, d, note="much")),
    "nothing": (Action.LOG, lambda s, h, d: set_amount(s, h, day(1), 0, d)),
}


async def furnish(database: Database) -> tuple[Seat, Habit]:
    """Ann's habit in the group, the second of the list."""
    async with database.begin() as session:
        ann = await group(session, "ann")
        await add_one(session, ann, "first", deed=ann.deed(at(-30)))
        habit = await add_one(session, ann, goal=WATER, deed=ann.deed(at(-30)))
        await pause(session, habit, ann.deed(at(-29)), today=day(1), until=None)
        await set_amount(session, habit, day(1), 5, ann.deed(at(-28)), note="noted")
    return ann, habit


async def state(session: AsyncSession, habit: Habit) -> list[Any]:
    """Everything that there is of a habit and its neighbours."""
    habits = (await session.exec(select(Habit))).all()
    members = (await session.exec(select(HabitMember))).all()
    done = await session.exec(select(HabitEntry.user_id).distinct())
    return [
        sorted((one.name, one.searchable, str(habit_facts(one))) for one in habits),
        sorted((row.user_id, str(row.pauses), row.is_ranked) for row in members),
        [await entries(session, habit, who) for who in sorted(done.all())],
    ]


@pytest.mark.parametrize(("action", "do"), CHANGES.values(), ids=CHANGES)
async def test_each_change_is_taken_back(database: Database, action: Action, do: Do) -> None:
    _, habit = await furnish(database)
    async with database.begin() as session:
        ann = await group(session, "ann")
        before = await state(session, habit)
        await do(session, await again(session, ann, habit), ann.deed(at(1)))
    async with database.begin() as session:
        assert await state(session, habit) != before
        ann = await group(session, "ann")
        changed_habits(session).clear()
        undone = await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        assert {one.action for one in undone} == {action}
        assert undone[0].habit is not None
        assert undone[0].habit.id == habit.id
        assert undone[0].task is None
        assert (undone[0].day is not None) == (action is Action.LOG)
        assert changed_habits(session)[habit.id].now == at(2)
    async with database.begin() as session:
        assert await state(session, habit) == before
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))


async def test_undo_knows_every_field_of_a_snapshot(database: Database) -> None:
    """A field that history keeps and undo forgets would come back as somebody else's change."""
    ann, habit = await furnish(database)
    async with database.begin() as session:
        run = await again(session, ann, habit)
        other: dict[str, Any] = {
            "name": "other",
            "recurring_schedule": WEEKLY.to_json(),
            "goal": [7.0, "km", "at_most"],
            "snoozed": {"a": at(1).isoformat()},
            "colour": 6,
            "position": 99,
            "archived_at": at(1).isoformat(),
            "deleted_at": at(2).isoformat(),
        }
        await HABIT.apply(
            session,
            run,
            Change(batch=uuid7(), action=Action.EDIT, created_at=at(0), before=other),
            ann.deed(),
        )
        assert habit_facts(run) == other


async def test_the_adding_is_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann)
        await tick(session, habit, TODAY, ann.deed(at(1)))
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        (undone,) = await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        assert undone.action is Action.ADD
        assert await names(session, ann) == []
        await add_one(session, ann)  # its name is free
        with pytest.raises(UnknownHabit):
            await again(session, ann, habit)


async def test_what_others_have_joined_is_not_taken_back_as_added(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        await tick(session, habit, TODAY, bob.deed(at(1)))
        with pytest.raises(ChangedSince):
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        await undo_last(session, chat=bob.chat, deed=bob.deed(at(3)))
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(4)))
        assert await names(session, ann) == []


async def test_joining_by_a_tick_is_taken_back_whole(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        deed = bob.deed(at(1))
        await tick(session, habit, TODAY, deed)
        undone = await undo_batch(session, deed.batch, deed=bob.deed(at(2)))
        assert [one.action for one in undone] == [Action.LOG, Action.JOIN]
        assert await keepers(session, habit) == ["Ann"]
        assert await entries(session, habit, bob.user.id) == {}


async def test_who_returned_by_undo_keeps_what_they_had(database: Database) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        run = await again(session, ann, habit)
        await leave(session, run, ann.deed(at(1)))
        assert await keepers(session, run) == []
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
        found = await kept_by(session, ann, run)
        assert found is not None
        assert found.participant.pauses == (Span(day(1)),)
        assert [entry.amount for entry in found.history.entries] == [5.0]


async def test_several_changes_of_one_command_go_together(database: Database) -> None:
    """Ticks of several habits, tasks among them, are one step back; one that is in the way
    leaves all of them as they are."""
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habits = [await add_one(session, ann, name, deed=ann.deed(at(-25))) for name in "abc"]
        deed = ann.deed(at(1))
        for habit in habits:
            await tick(session, habit, TODAY, deed)
        await add(session, ann, "task", deed=deed)
        await rename(session, habits[0], "A!", deed)
    async with database.begin() as session:
        await rename(session, await again(session, bob, habits[0]), "other", bob.deed(at(2)))
    with pytest.raises(ChangedSince):
        async with database.begin() as session:
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))
    async with database.begin() as session:
        for habit in habits:
            assert await amounts(session, habit, ann) == {TODAY: 1.0}
        await undo_last(session, chat=bob.chat, deed=bob.deed(at(4)))
    async with database.begin() as session:
        undone = await undo_last(session, chat=ann.chat, deed=ann.deed(at(5)))
        assert [one.action for one in undone] == [Action.EDIT, Action.ADD] + [Action.LOG] * 3
        for habit in habits:
            assert await amounts(session, habit, ann) == {}
        assert await names(session, ann) == [*"abc"]


async def test_commands_are_taken_back_from_the_last_to_the_first(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann, goal=WATER)
        for amount in (100, 200, 300):
            await add_amount(session, habit, TODAY, amount, ann.deed(at(1)))
        left = []
        for _ in range(3):
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(2)))
            left.append((await amounts(session, habit, ann)).get(TODAY, 0.0))
        assert left == [300.0, 100.0, 0.0]


async def test_an_older_entry_is_not_taken_back_alone(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann, goal=WATER)
        first = ann.deed(at(1))
        await add_amount(session, habit, TODAY, 100, first)
        await add_amount(session, habit, TODAY, 200, ann.deed(at(2)))
        with pytest.raises(ChangedSince):
            await undo_batch(session, first.batch, deed=ann.deed(at(3)))
        await add_amount(session, habit, day(1), 50, last := ann.deed(at(4)))
        await add_amount(session, habit, TODAY, 1, ann.deed(at(5)))
        await undo_batch(session, last.batch, deed=ann.deed(at(6)))  # another day is free
        assert await amounts(session, habit, ann) == {TODAY: 301.0}


async def test_what_was_changed_since_stays(database: Database) -> None:
    _, habit = await furnish(database)
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        run = await again(session, ann, habit)
        await rename(session, run, "swim", named := ann.deed(at(1)))
        await paint(session, run, 4, painted := ann.deed(at(2)))
        await rename(session, run, "dive", bob.deed(at(3)))
        with pytest.raises(ChangedSince):
            await undo_batch(session, named.batch, deed=ann.deed(at(4)))
        await undo_batch(session, painted.batch, deed=ann.deed(at(5)))  # another field is free
        assert (run.name, run.colour) == ("dive", 1)
        await pause(session, run, paused := ann.deed(at(6)), today=TODAY, until=None)
        await resume_habit(session, run, ann.deed(at(31)), today=day(-1))
        with pytest.raises(ChangedSince):
            await undo_batch(session, paused.batch, deed=ann.deed(at(29)))
        await join(session, run, joined := bob.deed(at(7)))
        await set_ranked(session, run, bob.deed(at(8)), is_ranked=False)
        with pytest.raises(ChangedSince):
            await undo_batch(session, joined.batch, deed=bob.deed(at(9)))


async def test_nobody_takes_back_what_others_did(database: Database) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        bob = await group(session, "bob")
        await tick(session, await again(session, ann, habit), TODAY, deed := ann.deed(at(1)))
        with pytest.raises(NotYours, match="Ann"):
            await undo_batch(session, deed.batch, deed=bob.deed(at(2)))
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=bob.chat, deed=bob.deed(at(2)))
        assert await amounts(session, habit, ann) == {TODAY: 1.0, day(1): 5.0}


async def test_after_a_day_nothing_is_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann)
        await tick(session, habit, TODAY, deed := ann.deed())
        for again_at in (at(24), at(25)):
            with pytest.raises(NothingToUndo):
                await undo_last(session, chat=ann.chat, deed=ann.deed(again_at))
            with pytest.raises(NothingToUndo):
                await undo_batch(session, deed.batch, deed=ann.deed(again_at))
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(23.99)))
        assert await amounts(session, habit, ann) == {}


async def test_a_change_is_taken_back_where_it_was_done(database: Database) -> None:
    _, habit = await furnish(database)
    async with database.begin() as session:
        mine, here = await private(session, "ann"), await group(session, "ann")
        await tick(session, await again(session, mine, habit), TODAY, mine.deed(at(1)))
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=here.chat, deed=here.deed(at(2)))
        await undo_last(session, chat=mine.chat, deed=mine.deed(at(2)))
        assert await amounts(session, habit, mine) == {day(1): 5.0}


async def test_who_left_the_group_takes_nothing_back(database: Database) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        await tick(session, await again(session, mine, habit), TODAY, mine.deed(at(1)))
        await go(session, await group(session, "ann"))
    async with database.begin() as session:
        with pytest.raises(UnknownHabit):
            await undo_last(session, chat=mine.chat, deed=mine.deed(at(2)))
        assert len(await entries(session, habit, ann.user.id)) == 2


async def test_a_name_that_was_taken_since_is_not_given_again(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        run = await add_one(session, ann, "run")
        await delete_habit(session, run, deleted := ann.deed(at(1)))
        await add_one(session, ann, "RUN")
        with pytest.raises(HabitExists):
            await undo_batch(session, deleted.batch, deed=ann.deed(at(2)))
        swim = await add_one(session, ann, "swim")
        await rename(session, swim, "dive", renamed := ann.deed(at(3)))
        await add_one(session, ann, "Swim")
        with pytest.raises(HabitExists):
            await undo_batch(session, renamed.batch, deed=ann.deed(at(4)))


async def test_a_place_that_was_taken_since_is_not_given_again(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habits = [await add_one(session, ann, f"h {number}") for number in range(HABITS_LIMIT)]
        await delete_habit(session, habits[0], deleted := ann.deed(at(1)))
        await add_one(session, ann, "one more")
        with pytest.raises(TooMany):
            await undo_batch(session, deleted.batch, deed=ann.deed(at(2)))


async def test_a_return_is_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann)
        await archive(session, habit, ann.deed(at(1)), archived=True)
        await archive(session, habit, ann.deed(at(2)), archived=False)
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))
        assert (await get_habit(session, habit.id, asker=ann.asker)).archived_at == at(1)
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(4)))
        assert await names(session, ann) == ["run"]


async def test_away_days_are_taken_back(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann, deed=ann.deed(at(-25)))
        await set_away(session, ann.user, ann.deed(at(1)), [Span(TODAY, day(-7))])
        await set_away(session, ann.user, second := ann.deed(at(2)), [Span(TODAY)])
    async with database.begin() as session:
        ann = await private(session, "ann")
        (undone,) = await undo_last(session, chat=ann.chat, deed=ann.deed(at(3)))
        assert (undone.action, undone.task, undone.habit) == (Action.PAUSE, None, None)
        assert away_of(ann.user.settings) == (Span(TODAY, day(-7)),)
        assert changed_habits(session)[habit.id].now == at(3)
        with pytest.raises(NothingToUndo):
            await undo_batch(session, second.batch, deed=ann.deed(at(4)))
        ann.user.settings = {**ann.user.settings, "zone": "Asia/Tokyo"}
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(4)))
        assert ann.user.settings == {"zone": "Asia/Tokyo"}
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=ann.chat, deed=ann.deed(at(5)))


async def test_away_days_that_changed_since_stay(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await set_away(session, ann.user, first := ann.deed(at(1)), [Span(TODAY)])
        await set_away(session, ann.user, ann.deed(at(2)), [])
        with pytest.raises(ChangedSince):
            await undo_batch(session, first.batch, deed=ann.deed(at(3)))


async def test_one_change_is_taken_back_once_by_two_at_once(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann, goal=WATER, deed=ann.deed(at(-25)))
        await add_amount(session, habit, TODAY, 100, ann.deed())
        await add_amount(session, habit, TODAY, 100, last := ann.deed())

    async def one() -> bool:
        async with database.begin() as session:
            try:
                await undo_batch(session, last.batch, deed=ann.deed(at(1)))
            except NothingToUndo:
                return False
            return True

    assert sorted(await asyncio.gather(*(one() for _ in range(4)))) == [False] * 3 + [True]
    async with database.begin() as session:
        assert await amounts(session, habit, ann) == {TODAY: 100.0}


async def test_order_is_taken_back_as_a_whole(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        b = [await add_one(session, ann, name) for name in "abc"][1]
        await move_up(session, b, moved := ann.deed(at(1)))
        await move_up(session, b, ann.deed(at(1)))  # is the first
        c = (await habits_here(session, asker=bob.asker, chat=bob.chat, topic=0))[2]
        await move_up(session, c, bob.deed(at(2)))
        assert await names(session, ann) == ["b", "c", "a"]
    with pytest.raises(ChangedSince):
        async with database.begin() as session:
            await undo_batch(session, moved.batch, deed=ann.deed(at(3)))
    async with database.begin() as session:
        assert await names(session, ann) == ["b", "c", "a"]
        await undo_last(session, chat=bob.chat, deed=bob.deed(at(4)))
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(5)))
        here = await habits_here(session, asker=ann.asker, chat=ann.chat, topic=0)
        assert [(habit.name, habit.position) for habit in here] == [("a", 0), ("b", 1), ("c", 2)]
