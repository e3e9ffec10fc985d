"""What was done day by day: ticks, skips, amounts and notes, however often and by whom."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.errors import NothingToUndo, TooMany
from storage.habits.entries import (
    AMOUNT_LIMIT,
    add_amount,
    clear_day,
    set_amount,
    skip,
    tick,
)
from storage.history.changed import changed_habits
from storage.models import ENTRY_NOTE_LIMIT, Action, Habit, HabitEntry
from storage.rules.histories import Entry
from storage.rules.schedules import Goal
from storage.rules.streaks import progress
from storage.undo.commands import undo_last
from tests.support.scenes.habits import (
    SWEETS,
    TODAY,
    WATER,
    add_one,
    again,
    amounts,
    changed_at,
    day,
    entries,
    habit_changes,
    keepers,
    kept_by,
)
from tests.support.scenes.people import GROUP, Seat, at, failing, group, private

TICK = {"amount": 1.0, "is_skip": False, "note": ""}
SKIP = {"amount": 0.0, "is_skip": True, "note": ""}


async def test_a_tick_and_back(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        changed_habits(session).clear()
        assert await tick(session, habit, TODAY, seat.deed(at(1)))
        assert changed_at(session) == {habit.id: at(1)}
    async with database.begin() as session:
        assert await entries(session, habit, seat.user.id) == {TODAY: TICK}
        assert not await tick(session, await again(session, seat, habit), TODAY, seat.deed(at(2)))
    async with database.begin() as session:
        assert await entries(session, habit, seat.user.id) == {}
        assert await tick(session, await again(session, seat, habit), TODAY, seat.deed(at(3)))
        assert [row.action for row in await habit_changes(session, habit)][1:] == [Action.LOG] * 3


async def test_a_skip_and_back(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        assert await skip(session, habit, TODAY, seat.deed())
        assert await entries(session, habit, seat.user.id) == {TODAY: SKIP}
        assert not await skip(session, habit, TODAY, seat.deed())
        assert await entries(session, habit, seat.user.id) == {}


async def test_a_tick_ends_a_skip_and_a_skip_a_tick(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        await skip(session, habit, TODAY, seat.deed())
        assert await tick(session, habit, TODAY, seat.deed())
        assert await entries(session, habit, seat.user.id) == {TODAY: TICK}
        assert await skip(session, habit, TODAY, seat.deed())
        assert await entries(session, habit, seat.user.id) == {TODAY: SKIP}


async def test_a_skip_that_is_said_twice_is_one(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
        for hours in (1, 2):
            assert await skip(session, habit, TODAY, seat.deed(at(hours)), is_skip=True, note="ill")
        assert await entries(session, habit, seat.user.id) == {TODAY: {**SKIP, "note": "ill"}}
        assert len(await habit_changes(session, habit)) == 2
        assert not await skip(session, habit, day(1), seat.deed(), is_skip=False)
        assert len(await habit_changes(session, habit)) == 2


async def test_no_skip_takes_nothing_from_what_was_done(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        await set_amount(session, habit, TODAY, 500, seat.deed())
        assert not await skip(session, habit, TODAY, seat.deed(), is_skip=False)
        assert await amounts(session, habit, seat) == {TODAY: 500.0}


async def test_amounts_add_up(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, "water", goal=WATER)
        assert await add_amount(session, habit, TODAY, 500, seat.deed()) == 500
        assert await add_amount(session, habit, TODAY, 750.5, seat.deed()) == 1250.5
        assert await add_amount(session, habit, day(1), 250, seat.deed()) == 250
        assert await set_amount(session, habit, day(1), 2000, seat.deed()) == 2000
    async with database.begin() as session:
        assert await amounts(session, habit, seat) == {day(1): 2000.0, TODAY: 1250.5}
        found = await kept_by(session, seat, habit)
        assert found is not None
        assert progress(found.history, on=TODAY).rest == 749.5
        assert await set_amount(session, habit, TODAY, 0, seat.deed()) == 0
        assert await add_amount(session, habit, day(1), -3000, seat.deed()) == 0
        assert await amounts(session, habit, seat) == {}


@pytest.mark.parametrize(
    ("said", "total"),
    [
        (0.1 + 0.2, 0.3),
        (1 / 3, 0.333),
        (0.0004, 0.0),
        (0.0006, 0.001),
        (-1.0, 0.0),
        (-0.0, 0.0),
        (AMOUNT_LIMIT * 2, AMOUNT_LIMIT),
        (float("inf"), AMOUNT_LIMIT),
        (float("-inf"), 0.0),
        (float("nan"), 0.0),
        (123_456_789.123456, 123_456_789.123),
        (999_999_999.9994, 999_999_999.999),
    ],
)
async def test_amounts_are_rounded_and_bounded(
    database: Database, said: float, total: float
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        assert str(await set_amount(session, habit, TODAY, said, seat.deed())) == str(total)
    async with database.begin() as session:
        assert await amounts(session, habit, seat) == ({TODAY: total} if total else {})
        found = await kept_by(session, seat, habit)
        assert found is not None
        assert list(found.history.entries) == ([Entry(TODAY, total)] if total else [])


async def test_tenths_add_up_to_a_whole(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        for _ in range(10):
            total = await add_amount(session, habit, TODAY, 0.1, seat.deed())
        assert total == 1.0


async def test_an_amount_ends_a_skip(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        await skip(session, habit, TODAY, seat.deed())
        await add_amount(session, habit, TODAY, 5, seat.deed())
        (entry,) = (await entries(session, habit, seat.user.id)).values()
        assert entry == {"amount": 5.0, "is_skip": False, "note": ""}


async def test_none_of_a_limit_is_worth_an_entry(database: Database) -> None:
    """Somebody who said that they ate no sweets today is not asked again."""
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, "sweets", goal=SWEETS)
        assert await set_amount(session, habit, TODAY, 0, seat.deed()) == 0
        assert await amounts(session, habit, seat) == {TODAY: 0.0}
        found = await kept_by(session, seat, habit)
        assert found is not None
        assert progress(found.history, on=TODAY).is_done
        await undo_last(session, chat=seat.chat, deed=seat.deed(at(1)))
        assert await amounts(session, habit, seat) == {}
        await add_amount(session, habit, TODAY, 3, seat.deed(at(2)))
        await add_amount(session, habit, TODAY, -3, seat.deed(at(2)))
        assert await amounts(session, habit, seat) == {TODAY: 0.0}


async def test_notes_are_added_to_the_days(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        await set_amount(session, habit, TODAY, 5, seat.deed(), note="  in the rain ")
        await add_amount(session, habit, TODAY, 5, seat.deed(), note="до дома")
        await add_amount(session, habit, TODAY, 5, seat.deed(), note="дома")
        await add_amount(session, habit, TODAY, 5, seat.deed(), note="дома")
        await add_amount(session, habit, TODAY, 5, seat.deed())
        written = "in the rain\nдо дома\nдома"
        assert (await entries(session, habit, seat.user.id))[TODAY]["note"] == written
        await tick(session, habit, TODAY, seat.deed())  # an untick: the note stays
        assert await entries(session, habit, seat.user.id) == {
            TODAY: {"amount": 0.0, "is_skip": False, "note": written}
        }
        found = await kept_by(session, seat, habit)
        assert found is not None
        assert not progress(found.history, on=TODAY).is_done


async def test_a_note_that_is_too_long_changes_nothing(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        await set_amount(session, habit, TODAY, 5, seat.deed(), note="😀" * (ENTRY_NOTE_LIMIT - 2))
        await add_amount(session, habit, TODAY, 5, seat.deed(), note="x")
        for change in (add_amount, set_amount):
            with pytest.raises(TooMany) as refused:
                await change(session, habit, TODAY, 7, seat.deed(), note="y")
            assert (refused.value.what, refused.value.limit) == ("notes", ENTRY_NOTE_LIMIT)
        with pytest.raises(TooMany):
            await skip(session, habit, day(1), seat.deed(), note="y" * (ENTRY_NOTE_LIMIT + 1))
        assert await amounts(session, habit, seat) == {TODAY: 10.0}


async def test_each_person_ticks_for_themselves(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        assert await tick(session, habit, TODAY, ann.deed())
        assert await tick(session, habit, TODAY, bob.deed())
        assert not await tick(session, habit, TODAY, ann.deed())
        assert await amounts(session, habit, ann) == {}
        assert await amounts(session, habit, bob) == {TODAY: 1.0}


async def test_who_ticks_keeps_the_habit_from_then_on(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        habit = await add_one(session, ann)
        deed = bob.deed()
        await tick(session, habit, TODAY, deed)
        assert await keepers(session, habit) == ["Ann", "Bob"]
        rows = (await habit_changes(session, habit))[1:]
        assert [row.action for row in rows] == [Action.JOIN, Action.LOG]
        assert {row.batch for row in rows} == {deed.batch}


async def test_nothing_of_a_failed_command_is_kept(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            await tick(session, await again(session, seat, habit), TODAY, seat.deed())
    async with database.begin() as session:
        assert await amounts(session, habit, seat) == {}
        assert len(await habit_changes(session, habit)) == 1


@pytest.mark.parametrize("members", [("ann", "ann"), ("bob", "bob"), ("ann", "bob")])
async def test_parallel_amounts_are_all_counted(
    database: Database, members: tuple[str, str]
) -> None:
    """From the group and from a private chat at once, by who keeps it and by who is to join."""
    async with database.begin() as session:
        habit = await add_one(session, await group(session, "ann"), goal=WATER)
        for who in ("ann", "bob"):
            await group(session, who)

    async def one(who: str, *, alone: bool) -> None:
        async with database.begin() as session:
            seat = await (private if alone else group)(session, who)
            # read without the habit's lock, as a view may have been
            here = await session.get_one(Habit, habit.id)
            await add_amount(session, here, TODAY, 250, seat.deed())

    tasks = [one(who, alone=alone) for who in members for alone in (True, False)]
    await asyncio.gather(*tasks, *(one(members[0], alone=True) for _ in range(3)))
    async with database.begin() as session:
        done = [
            (await amounts(session, habit, await group(session, who))).get(TODAY, 0.0)
            for who in ("ann", "bob")
        ]
    assert sum(done) == 7 * 250
    assert len([total for total in done if total]) == len({*members})


async def test_an_amount_is_added_to_what_is_there_now(database: Database) -> None:
    """What was read before somebody else's change is read again."""
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat, goal=WATER)
        await add_amount(session, habit, TODAY, 250, seat.deed())

    async def meanwhile() -> None:
        async with database.begin() as session:
            await add_amount(session, habit, TODAY, 250, seat.deed())

    together = database.settings.dialect == "postgresql"  # SQLite lets nobody in between
    if not together:
        await meanwhile()
    async with database.begin() as session:
        shown = await session.get_one(HabitEntry, (habit.id, seat.user.id, TODAY))
        if together:
            await meanwhile()
        assert await add_amount(session, habit, TODAY, 250, seat.deed()) == 750
        assert shown.amount == 750


async def test_parallel_ticks_toggle_one_after_the_other(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        habit = await add_one(session, seat)

    async def one() -> bool:
        async with database.begin() as session:
            return await tick(session, await again(session, seat, habit), TODAY, seat.deed())

    assert sorted(await asyncio.gather(*(one() for _ in range(6)))) == [False] * 3 + [True] * 3
    async with database.begin() as session:
        assert await amounts(session, habit, seat) == {}


@dataclass
class Model:
    """What entries are, as a dict says: (amount, is a skip) by day, and what was there before."""

    is_limit: bool
    days: dict[date, tuple[float, bool]] = field(default_factory=dict)
    before: list[dict[date, tuple[float, bool]]] = field(default_factory=list)

    def tick(self, on: date) -> None:
        self._put(on, float(not self._amount(on)))

    def skip(self, on: date) -> None:
        self._put(on, 0.0, is_skip=not self.days.get(on, (0.0, False))[1])

    def add(self, on: date, amount: float) -> None:
        self.set(on, self._amount(on) + amount)

    def set(self, on: date, amount: float) -> None:
        self._put(on, round(max(amount, 0.0), 3), is_told=self.is_limit)

    def undo(self) -> None:
        if self.before:
            self.days = self.before.pop()

    def _amount(self, on: date) -> float:
        return self.days.get(on, (0.0, False))[0]

    def _put(
        self, on: date, amount: float, *, is_skip: bool = False, is_told: bool = False
    ) -> None:
        after = {other: what for other, what in self.days.items() if other != on}
        if amount or is_skip or is_told:
            after[on] = amount, is_skip
        if after != self.days:
            self.before.append(self.days)
        self.days = after


Step: TypeAlias = tuple[Any, ...]
DAYS = st.integers(0, 2).map(day)
AMOUNTS = st.sampled_from([0.0, 0.1, 1.0, 2.5, 500.0, -1.0, 1 / 3])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tick"), DAYS),
        st.tuples(st.just("skip"), DAYS),
        st.tuples(st.just("add"), DAYS, AMOUNTS),
        st.tuples(st.just("set"), DAYS, AMOUNTS),
        st.just(("undo",)),
        st.just(("commit",)),
    ),
    max_size=25,
)
CHATS = count(1)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS, goal=st.sampled_from([WATER, SWEETS]))
async def test_any_sequence_leaves_what_a_dict_says(
    database: Database, steps: list[Step], goal: Goal
) -> None:
    """In transactions of one or several changes."""
    model, chat_id = Model(goal.is_limit), GROUP - next(CHATS)  # each example has a chat
    async with database.begin() as session:
        seat = await group(session, "ann", chat_id)
        habit = await add_one(session, seat, goal=goal, deed=seat.deed(at(-25)))
    for part in _transactions(steps):
        async with database.begin() as session:
            seat = await group(session, "ann", chat_id)
            here = await again(session, seat, habit)
            for step in part:
                await _do(session, here, seat, model, step)
                assert model.days == await _done(session, here, seat)


async def _done(session: AsyncSession, habit: Habit, seat: Seat) -> dict[date, tuple[float, bool]]:
    """What there is by day, in the rows and, the same, in the history that is judged."""
    rows = await entries(session, habit, seat.user.id)
    found = await kept_by(session, seat, habit)
    assert found is not None
    read = {entry.on: (entry.amount, entry.is_skip) for entry in found.history.entries}
    assert read == {on: (row["amount"], row["is_skip"]) for on, row in rows.items()}
    return read


def _transactions(steps: list[Step]) -> Iterator[list[Step]]:
    part: list[Step] = []
    for step in steps:
        if step == ("commit",):
            yield part
            part = []
        else:
            part.append(step)
    yield part


async def _do(session: AsyncSession, habit: Habit, seat: Seat, model: Model, step: Step) -> None:
    """One step, as the store does it and as the model does."""
    match step:
        case ("tick", on):
            is_ticked = await tick(session, habit, on, seat.deed())
            model.tick(on)
            assert is_ticked == (on in model.days)
        case ("skip", on):
            is_skip = await skip(session, habit, on, seat.deed())
            model.skip(on)
            assert is_skip == (on in model.days)
        case ("add", on, amount):
            total = await add_amount(session, habit, on, amount, seat.deed())
            model.add(on, amount)
            assert total == model.days.get(on, (0.0, False))[0]
        case ("set", on, amount):
            total = await set_amount(session, habit, on, amount, seat.deed())
            model.set(on, amount)
            assert total == model.days.get(on, (0.0, False))[0]
        case ("undo",):
            try:
                await undo_last(session, chat=seat.chat, deed=seat.deed())
            except NothingToUndo:
                assert not model.before
            model.undo()


async def test_a_day_is_cleared_in_one_change(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        habit = await add_one(session, ann, goal=SWEETS)
        await set_amount(session, habit, TODAY, 0, ann.deed(at(1)))
        await set_amount(session, habit, day(1), 3, ann.deed(at(2)), note="cake")
        before = len(await habit_changes(session, habit))
        await clear_day(session, habit, TODAY, ann.deed(at(3)))
        await clear_day(session, habit, day(1), ann.deed(at(4)))
        assert await entries(session, habit, ann.user.id) == {
            day(1): {"amount": 0.0, "is_skip": False, "note": "cake"}
        }
        assert len(await habit_changes(session, habit)) == before + 2
        await undo_last(session, chat=ann.chat, deed=ann.deed(at(5)))
        assert await amounts(session, habit, ann) == {day(1): 3.0}
