"""Nobody reads or changes a habit of a chat that they are not in, whatever the way."""

from __future__ import annotations

import secrets
from contextlib import suppress
from uuid import UUID

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession
from uuid_utils.compat import uuid7

from storage.database import Database
from storage.errors import NothingToUndo, UnknownHabit
from storage.habits.change import archive, delete_habit, rename
from storage.habits.entries import tick
from storage.habits.find import find_by_words, get_habit, get_kept_habit, habits_here
from storage.habits.participants import join
from storage.habits.reading import kept
from storage.models import Habit, MemberStatus
from storage.people.asking import Asker
from storage.people.members import set_member_status
from storage.undo.commands import undo_batch, undo_last
from tests.support.scenes.habits import TODAY, add_one, again, habit_changes, keepers, names
from tests.support.scenes.people import GROUP, NOW, Seat, at, group, private, stranger
from tests.support.scenes.people import leave as go


async def furnish(database: Database) -> tuple[Seat, Habit]:
    """Ann's habit in the group, ticked today; one more is archived and one deleted."""
    async with database.begin() as session:
        ann = await group(session, "ann")
        habit = await add_one(session, ann, "secret")
        await archive(session, await add_one(session, ann, "secret old"), ann.deed(), archived=True)
        await delete_habit(session, await add_one(session, ann, "secret gone"), ann.deed())
        await tick(session, habit, TODAY, ann.deed())
    return ann, habit


async def somebody(session: AsyncSession, where: str) -> Seat:
    """Chen, who is not in Ann's group (any more), and asks in it or elsewhere."""
    match where:
        case "private":
            return await private(session, "chen")
        case "stranger in the group":
            return await stranger(session, "chen", GROUP)
        case "another group":
            return await group(session, "chen", GROUP - 1)
        case _:
            await go(session, await group(session, "chen"))
            alone = where == "left, in private"
            return await (private(session, "chen") if alone else stranger(session, "chen", GROUP))


WHERE = (
    "private",
    "stranger in the group",
    "another group",
    "left, in private",
    "left, in the group",
)


async def sees(session: AsyncSession, seat: Seat, ann: Seat, habit: Habit) -> bool:
    """Whether somebody finds anything of Ann's habits, in their list or in hers."""
    found = [*await find_by_words(session, ["secret"], asker=seat.asker)]
    for chat in (seat.chat, ann.chat):
        for archived in (False, True):
            found += await habits_here(
                session, asker=seat.asker, chat=chat, topic=0, archived=archived
            )
    for get in (get_habit, get_kept_habit):
        with suppress(UnknownHabit):
            found.append(await get(session, habit.id, asker=seat.asker))
    return bool(found)


@pytest.mark.parametrize("where", WHERE)
async def test_a_foreigner_finds_nothing(database: Database, where: str) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        assert not await sees(session, await somebody(session, where), ann, habit)
        assert await sees(session, await group(session, "bob"), ann, habit)


@pytest.mark.parametrize("where", WHERE[3:])
async def test_who_kept_it_and_left_finds_nothing(database: Database, where: str) -> None:
    """What they did stays for their return, and is shown to nobody until then."""
    ann, habit = await furnish(database)
    async with database.begin() as session:
        chen = await group(session, "chen")
        await join(session, await again(session, chen, habit), chen.deed())
        await tick(session, habit, TODAY, chen.deed())
        assert await sees(session, await private(session, "chen"), ann, habit)
    async with database.begin() as session:
        chen = await somebody(session, where)
        assert not await sees(session, chen, ann, habit)
        assert await keepers(session, habit) == ["Ann"]
        assert await kept(session, [habit], now=NOW, user_id=chen.user.id) == []
        with pytest.raises(UnknownHabit):
            await undo_last(session, chat=ann.chat, deed=chen.deed(at(1)))
    async with database.begin() as session:
        await group(session, "chen")
        assert await sees(session, await private(session, "chen"), ann, habit)
        assert await keepers(session, habit) == ["Ann", "Chen"]


@pytest.mark.parametrize("where", WHERE)
async def test_a_foreigner_takes_nothing_back(database: Database, where: str) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        deed = ann.deed()
        await rename(session, await again(session, ann, habit), "changed", deed)
    async with database.begin() as session:
        chen = await somebody(session, where)
        with pytest.raises(NothingToUndo):
            await undo_batch(session, deed.batch, deed=chen.deed())
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=ann.chat, deed=chen.deed())


async def test_in_a_group_only_that_group_is_reached(database: Database) -> None:
    """What one person may see is not shown to all the others."""
    await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        own = await add_one(session, mine, "secret of mine")
        other = await group(session, "ann", GROUP - 1)
        elsewhere = await add_one(session, other, "secret of others")
        here = await group(session, "ann")
        for foreign in (own, elsewhere):
            with pytest.raises(UnknownHabit):
                await get_habit(session, foreign.id, asker=here.asker)
        found = await find_by_words(session, ["secret"], asker=here.asker)
        assert {one.name for one in found} == {"secret", "secret old"}
        for chat in (here.chat, mine.chat):
            found = await habits_here(session, asker=here.asker, chat=chat, topic=0)
            assert [one.name for one in found] == ["secret"]


async def test_in_private_all_of_ones_chats_are_reached(database: Database) -> None:
    _, habit = await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        await add_one(session, mine, "secret of mine")
        assert (await get_kept_habit(session, habit.id, asker=mine.asker)).name == "secret"
        assert await names(session, mine) == ["secret of mine", "secret"]
        bob = await private(session, "bob")
        await group(session, "bob")
        assert await names(session, bob) == []  # keeps none, and may join each
        assert (await get_kept_habit(session, habit.id, asker=bob.asker)).name == "secret"


async def test_a_habit_of_ones_own_is_nobody_elses(database: Database) -> None:
    async with database.begin() as session:
        mine = await private(session, "ann")
        habit = await add_one(session, mine, "secret")
        await group(session, "ann")
        for seat in (await private(session, "bob"), await group(session, "bob")):
            assert not await sees(session, seat, mine, habit)
        forged = Asker(seat.user.id, mine.chat.id, in_private=False)
        with pytest.raises(UnknownHabit):
            await get_habit(session, habit.id, asker=forged)


async def test_who_is_gone_by_telegrams_word_sees_nothing(database: Database) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        await set_member_status(session, ann.user, ann.chat, MemberStatus.ADMINISTRATOR, now=NOW)
        assert await sees(session, await private(session, "ann"), ann, habit)
        await set_member_status(session, ann.user, ann.chat, MemberStatus.GONE, now=at(1))
        assert not await sees(session, ann, ann, habit)
        assert await keepers(session, habit) == []


async def test_forged_keys_are_unknown(database: Database) -> None:
    ann, habit = await furnish(database)
    async with database.begin() as session:
        forged = [UUID(int=0), UUID(int=2**128 - 1), uuid7(), UUID(bytes=secrets.token_bytes(16))]
        for key in (*forged, ann.chat.id, ann.user.id, UUID(int=habit.id.int ^ 1)):
            with pytest.raises(UnknownHabit):
                await get_habit(session, key, asker=ann.asker)
            with pytest.raises(NothingToUndo):
                await undo_batch(session, key, deed=ann.deed())


async def test_a_deleted_habit_is_reached_to_be_restored_only(database: Database) -> None:
    async with database.begin() as session:
        ann = await group(session, "ann")
        habit = await add_one(session, ann)
        await delete_habit(session, habit, ann.deed())
        with pytest.raises(UnknownHabit):
            await get_kept_habit(session, habit.id, asker=ann.asker)
        assert (await get_habit(session, habit.id, asker=ann.asker)).id == habit.id
        chen = await private(session, "chen")
        with pytest.raises(UnknownHabit) as unknown:
            await get_kept_habit(session, habit.id, asker=chen.asker)
        assert unknown.value.name == ""  # a stranger learns no name
        assert len(await habit_changes(session, habit)) == 2
