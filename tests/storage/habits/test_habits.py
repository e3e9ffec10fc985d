"""Habits in their lists: added, found, changed, ordered, put away, shared."""

from __future__ import annotations

import asyncio
from datetime import time

import pytest
from sqlmodel import col, select

from storage.database import Database
from storage.errors import HabitExists, TooMany, UnknownHabit
from storage.habits.change import archive, delete_habit, move_up, paint, rename, reschedule
from storage.habits.find import (
    find_by_words,
    get_habit,
    get_kept_habit,
    habit_named,
    habits_here,
    titles_of,
)
from storage.models import (
    COLOURS,
    HABITS_LIMIT,
    NAME_LIMIT,
    Action,
    Habit,
)
from storage.rules.folding import words
from storage.rules.schedules import Direction, Goal, Schedule, Unit
from storage.undo.commands import undo_batch, undo_last
from tests.support.scenes.habits import (
    DAILY,
    SWEETS,
    TODAY,
    WATER,
    add_one,
    again,
    changed_at,
    habit_changes,
    keepers,
    names,
)
from tests.support.scenes.people import GROUP, NOW, at, failing, group, private

NEW = -1_000_000_000_500


async def test_a_habit_is_kept_as_it_was_said(database: Database) -> None:
    said = Schedule(TODAY, weekdays=frozenset({0, 4}), reminders=(time(18), time(21, 30)))
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, "read", goal=Goal(20, "pages"), schedule=said, topic=7)
        assert changed_at(session) == {habit.id: NOW}
    async with database.begin() as session:
        read = await again(session, seat, habit)
        assert (read.name, read.topic, read.created_by) == ("read", 7, seat.user.id)
        assert (read.schedule, read.goal) == (said, Goal(20, "pages"))
        assert (read.created_at, read.updated_at, read.is_live) == (NOW, NOW, True)
        assert await keepers(session, read) == ["Ann"]
        (added,) = await habit_changes(session, read)
        assert (added.action, added.chat_id) == (Action.ADD, seat.chat.id)


@pytest.mark.parametrize(
    "schedule",
    [
        DAILY,
        Schedule(TODAY, interval=3),
        Schedule(TODAY, unit=Unit.WEEK, times=3),
        Schedule(TODAY, unit=Unit.MONTH, times=2),
    ],
)
@pytest.mark.parametrize("goal", [None, WATER, SWEETS, Goal(0, "", Direction.AT_MOST)])
async def test_schedules_and_goals_come_back(
    database: Database, schedule: Schedule, goal: Goal | None
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=goal, schedule=schedule)
    async with database.begin() as session:
        read = await again(session, seat, habit)
        assert (read.schedule, read.goal) == (schedule, goal)


@pytest.mark.parametrize("taken", ["Run", "  RÚN! ", "run", "rún"])
async def test_a_name_is_given_once_in_a_list(database: Database, taken: str) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        run = await add_one(session, seat, "Run")
        with pytest.raises(HabitExists) as refused:
            await add_one(session, seat, taken)
        assert refused.value.name == taken.strip()
        await add_one(session, seat, "Run far")
        await add_one(session, seat, taken, topic=5)
        await add_one(session, await group(session, "ann", GROUP - 1), taken)
        here = await habit_named(session, taken, chat_id=seat.chat.id, topic=0)
        assert here is not None
        assert here.id == run.id


async def test_names_without_words_are_compared_as_they_are(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        for name in ("…", "!!!", "🏃", "🏊"):
            await add_one(session, seat, name)
        for name in ("…", "🏃"):
            with pytest.raises(HabitExists):
                await add_one(session, seat, name)


async def test_an_archived_name_is_taken_and_a_deleted_one_free(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        await archive(session, habit, seat.deed(), archived=True)
        with pytest.raises(HabitExists):
            await add_one(session, seat)
        await delete_habit(session, habit, seat.deed())
        assert (await add_one(session, seat)).id != habit.id


async def test_long_names_are_cut(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, "я" * (NAME_LIMIT - 1) + " and more")
        assert habit.name == "я" * (NAME_LIMIT - 1)
        await rename(session, habit, "😀" * (NAME_LIMIT + 1), seat.deed())
        await session.flush()
        assert habit.name == "😀" * NAME_LIMIT


async def test_a_list_holds_so_many_live_habits(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        all_of_them = [await add_one(session, seat, f"h {at}") for at in range(HABITS_LIMIT)]
        with pytest.raises(TooMany) as refused:
            await add_one(session, seat, "one more")
        assert (refused.value.what, refused.value.limit) == ("habits", HABITS_LIMIT)
        await archive(session, all_of_them[0], seat.deed(), archived=True)
        await add_one(session, seat, "one more")
        with pytest.raises(TooMany):
            await archive(session, all_of_them[0], seat.deed(), archived=False)
        deletion = seat.deed()
        await delete_habit(session, all_of_them[1], deletion)
        await archive(session, all_of_them[0], seat.deed(), archived=False)
        with pytest.raises(TooMany):
            await undo_batch(session, deletion.batch, deed=seat.deed())
        await add_one(session, await group(session, "ann"), "elsewhere")


async def test_colours_and_places_go_round(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        added = [await add_one(session, seat, f"h {at}") for at in range(COLOURS + 2)]
        assert [habit.colour for habit in added] == [*range(COLOURS), 0, 1]
        assert [habit.position for habit in added] == [*range(COLOURS + 2)]
        await paint(session, added[0], COLOURS + 3, seat.deed())
        assert added[0].colour == 3


async def test_a_place_is_not_given_twice(database: Database) -> None:
    """A deleted habit may come back to where it was."""
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add_one(session, seat, "a")
        b = await add_one(session, seat, "b")
        deletion = seat.deed()
        await delete_habit(session, b, deletion)
        c = await add_one(session, seat, "c")
        await undo_batch(session, deletion.batch, deed=seat.deed())
        assert await names(session, seat) == ["a", "b", "c"]
        await move_up(session, c, seat.deed())
        assert await names(session, seat) == ["a", "c", "b"]


async def test_parallel_adds_take_different_names_and_places(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")

    async def one(name: str) -> str:
        async with database.begin() as session:
            try:
                return (await add_one(session, await group(session, "ann"), name)).name
            except HabitExists:
                return ""

    said = [*(f"h {at}" for at in range(8)), *["same"] * 4]
    added = await asyncio.gather(*(one(name) for name in said))
    assert sorted(filter(None, added)) == sorted({*said})
    async with database.begin() as session:
        places = await session.exec(select(Habit.position).order_by(col(Habit.position)))
        assert places.all() == [*range(9)]


async def test_parallel_adds_of_people_who_are_new_here(database: Database) -> None:
    """Their memberships refer to the chat before it is taken for the list."""
    async with database.begin() as session:
        await group(session, "ann")
    ready = asyncio.Barrier(2)

    async def one(who: str) -> None:
        async with database.begin() as session:
            seat = await group(session, who)
            if database.settings.dialect == "postgresql":
                await ready.wait()
            await add_one(session, seat, who)

    await asyncio.gather(one("bob"), one("chen"))
    async with database.begin() as session:
        assert sorted(await names(session, await group(session, "ann"))) == ["bob", "chen"]


async def test_parallel_renames_take_one_name_once(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        habits = [await add_one(session, seat, name) for name in "abc"]

    async def one(habit: Habit) -> bool:
        async with database.begin() as session:
            here = await again(session, await group(session, "ann"), habit)
            try:
                await rename(session, here, "same", seat.deed())
            except HabitExists:
                return False
            return True

    assert sorted(await asyncio.gather(*map(one, habits))) == [False, False, True]


async def test_nothing_is_added_that_is_rolled_back(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            await add_one(session, await private(session, "ann"))
    async with database.begin() as session:
        seat = await private(session, "ann")
        assert await names(session, seat) == []
        assert (await add_one(session, seat)).position == 0


async def test_lists_of_a_chat_and_its_topics(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        for name in ("a", "b", "c"):
            habit = await add_one(session, seat, name)
        await archive(session, habit, seat.deed(), archived=True)
        await add_one(session, seat, "t", topic=5)
        gone = await add_one(session, seat, "gone")
        await delete_habit(session, gone, seat.deed())
    async with database.begin() as session:
        seat = await group(session, "ann")
        assert await names(session, seat) == ["a", "b"]
        assert await names(session, seat, archived=True) == ["c"]
        assert await names(session, seat, topic=5) == ["t"]
        assert await names(session, await private(session, "ann")) == ["a", "b", "t"]


async def test_in_private_shared_habits_follow_ones_own(database: Database) -> None:
    async with database.begin() as session:
        shared, other = await group(session, "ann"), await group(session, "ann", GROUP - 1)
        for seat, names_there in ((shared, "ab"), (other, "cd")):
            for name in names_there:
                await add_one(session, seat, name)
        bob = await group(session, "bob")
        await add_one(session, bob, "bob's")
        mine = await private(session, "ann")
        await add_one(session, mine, "mine")
        await add_one(session, mine, "too")
    async with database.begin() as session:
        here = await habits_here(session, asker=mine.asker, chat=mine.chat, topic=0)
        assert [habit.name for habit in here][:2] == ["mine", "too"]
        chats = [habit.chat_id for habit in here]
        assert chats[2:] == sorted(chats[2:], key=chats.index)
        assert {habit.name for habit in here[2:]} == {*"abcd"}
        assert await titles_of(session, here) == {
            mine.chat.id: "private",
            shared.chat.id: "The flat",
            other.chat.id: "The flat",
        }
        assert await names(session, bob) == ["a", "b", "bob's"]


async def test_search_finds_by_the_beginnings_of_words(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        for name in ("Drink Wasser 2l", "Wasserball", "Café", "50% less", "a_b", "🏃 laufen"):
            await add_one(session, seat, name)

        async def found(said: str) -> list[str]:
            habits = await find_by_words(session, words(said), asker=seat.asker)
            return [habit.name for habit in habits]

        assert await found("wasser") == ["Wasserball", "Drink Wasser 2l"]
        assert await found("WASS dri") == ["Drink Wasser 2l"]
        assert await found("cafe") == ["Café"]
        assert await found("asser") == []
        assert await found("%") == []
        assert await found("_") == []
        assert await found("\\") == []
        assert await found("🏃") == ["🏃 laufen"]
        assert await found("50") == ["50% less"]
        assert len(await find_by_words(session, ["w"], asker=seat.asker, limit=1)) == 1


async def test_archived_ones_are_found_last_and_deleted_ones_not(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        a, b, c = [await add_one(session, seat, f"run {name}") for name in "abc"]
        await archive(session, c, seat.deed(), archived=True)
        await delete_habit(session, b, seat.deed())
        found = await find_by_words(session, ["run"], asker=seat.asker)
        assert [habit.id for habit in found] == [a.id, c.id]


async def test_edits_are_kept_with_their_history(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        habit = await add_one(session, seat)
    weekly = Schedule(TODAY, unit=Unit.WEEK, times=3)
    async with database.begin() as session:
        run = await again(session, seat, habit)
        await rename(session, run, " Swim ", seat.deed(at(1)))
        await reschedule(session, run, weekly, Goal(2, "km"), seat.deed(at(2)))
        await paint(session, run, 5, seat.deed(at(3)))
        await paint(session, run, 5, seat.deed(at(4)))  # nothing changes
        assert changed_at(session) == {habit.id: at(3)}
    async with database.begin() as session:
        swim = await again(session, seat, habit)
        assert (swim.name, swim.schedule, swim.goal) == ("Swim", weekly, Goal(2, "km"))
        assert (swim.colour, swim.updated_at) == (5, at(3))
        assert [h.id for h in await find_by_words(session, ["swim"], asker=seat.asker)] == [swim.id]
        assert await find_by_words(session, ["run"], asker=seat.asker) == []
        edits = (await habit_changes(session, habit))[1:]
        assert [sorted(row.after) for row in edits] == [
            ["name"],
            ["goal", "recurring_schedule"],
            ["colour"],
        ]
        assert {row.action for row in edits} == {Action.EDIT}
        await reschedule(session, swim, weekly, None, seat.deed(at(5)))
        await session.flush()
        assert (swim.goal, swim.unit, swim.direction) == (None, "", None)


async def test_a_name_is_changed_to_a_free_one_only(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        run = await add_one(session, seat, "run")
        await add_one(session, seat, "swim")
        with pytest.raises(HabitExists):
            await rename(session, run, "SWIM", seat.deed())
        await rename(session, run, "RUN", seat.deed())
        assert run.name == "RUN"


async def test_order(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        habits = {name: await add_one(session, seat, name) for name in "abcde"}
        await archive(session, habits["b"], seat.deed(), archived=True)
        deletion = seat.deed()
        await delete_habit(session, habits["c"], deletion)
        await add_one(session, seat, "elsewhere", topic=5)
        await move_up(session, habits["d"], seat.deed())
        assert await names(session, seat) == ["d", "a", "e"]
        await move_up(session, habits["d"], seat.deed())
        assert await names(session, seat) == ["d", "a", "e"]
        await move_up(session, habits["e"], seat.deed())
        await move_up(session, habits["e"], seat.deed())
        assert await names(session, seat) == ["e", "d", "a"]
        await archive(session, habits["b"], seat.deed(), archived=False)
        await undo_batch(session, deletion.batch, deed=seat.deed())
        assert sorted(await names(session, seat)) == [*"abcde"]
        places = await session.exec(select(Habit.position))
        assert len({*places.all()}) == 6


async def test_archive_delete_and_back(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        await archive(session, habit, seat.deed(at(1)), archived=True)
        await archive(session, habit, seat.deed(at(2)), archived=True)
        assert (habit.archived_at, habit.is_live) == (at(1), False)
        await archive(session, habit, seat.deed(at(3)), archived=False)
        await archive(session, habit, seat.deed(at(4)), archived=False)
        await delete_habit(session, habit, seat.deed(at(5)))
        await delete_habit(session, habit, seat.deed(at(6)))
        assert habit.deleted_at == at(5)
    async with database.begin() as session:
        with pytest.raises(UnknownHabit) as unknown:
            await get_kept_habit(session, habit.id, asker=seat.asker)
        assert unknown.value.name == "run"
        deleted = await get_habit(session, habit.id, asker=seat.asker)
        assert deleted.deleted_at == at(5)
        await undo_last(session, chat=seat.chat, deed=seat.deed(at(7)))
    async with database.begin() as session:
        rows = await habit_changes(session, await again(session, seat, habit))
        actions = [Action.ADD, Action.ARCHIVE, Action.ARCHIVE, Action.DELETE, Action.UNDO]
        assert [row.action for row in rows] == actions


async def test_a_name_that_was_taken_meanwhile_is_not_restored(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        deletion = seat.deed()
        await delete_habit(session, habit, deletion)
        await add_one(session, seat, "RUN")
        with pytest.raises(HabitExists):
            await undo_batch(session, deletion.batch, deed=seat.deed())
