"""Nobody reads or changes a task of a chat that they are not in, whatever the way."""

from __future__ import annotations

import pytest

from storage.database import Database
from storage.errors import NothingToUndo, UnknownTask
from storage.models import Task
from storage.tasks.find import find_task, get_task, task_of_message, written_as
from storage.tasks.lists import Filter, Scope
from storage.undo.commands import undo_batch, undo_last
from tests.support.scenes.people import (
    GROUP,
    Seat,
    add,
    find,
    group,
    leave,
    private,
    set_title,
    stranger,
    titles,
)

MESSAGE = 77


async def furnish(database: Database) -> tuple[Seat, Task]:
    """A task of Ann's in the group, shown by a message there."""
    async with database.begin() as session:
        ann = await group(session, "ann")
        (task,) = await add(session, ann, "secret")
        await written_as(session, task, MESSAGE, chat=ann.chat, deed=ann.deed())
    return ann, task


@pytest.mark.parametrize("where", ["private", "group", "other group"])
async def test_a_foreigner_finds_nothing(database: Database, where: str) -> None:
    ann, task = await furnish(database)
    async with database.begin() as session:
        if where == "private":
            chen = await private(session, "chen")
        elif where == "group":
            chen = await stranger(session, "chen", GROUP)
        else:
            chen = await group(session, "chen", GROUP - 1)
        with pytest.raises(UnknownTask):
            await find_task(session, task.number, chat=ann.chat, asker=chen.asker)
        with pytest.raises(UnknownTask):
            await get_task(session, task.id, asker=chen.asker)
        assert await task_of_message(session, MESSAGE, chat=ann.chat, asker=chen.asker) is None
        in_anns_list = Seat(chen.user, ann.chat, chen.asker)
        for scope in Scope:
            assert await titles(session, in_anns_list, Filter(scope, words="secret")) == []
            assert await titles(session, chen, Filter(scope, words="secret")) == []


async def test_a_foreigner_takes_nothing_back(database: Database) -> None:
    ann, _ = await furnish(database)
    async with database.begin() as session:
        deed = ann.deed()
        set_title(session, await find(session, ann, 1), "changed", deed)
    async with database.begin() as session:
        chen = await stranger(session, "chen", GROUP)
        with pytest.raises(NothingToUndo):
            await undo_batch(session, deed.batch, deed=chen.deed())
        with pytest.raises(NothingToUndo):
            await undo_last(session, chat=ann.chat, deed=chen.deed())


async def test_who_left_takes_nothing_back(database: Database) -> None:
    ann, _ = await furnish(database)
    async with database.begin() as session:
        await leave(session, await group(session, "ann"))
    async with database.begin() as session:
        with pytest.raises(UnknownTask):
            await undo_last(session, chat=ann.chat, deed=ann.deed())


async def test_in_private_all_of_ones_chats_are_reached(database: Database) -> None:
    ann, task = await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        await add(session, mine, "secret of mine")
        assert (await get_task(session, task.id, asker=mine.asker)).title == "secret"
        found = await find_task(session, 1, chat=ann.chat, asker=mine.asker)
        assert found.id == task.id
        everywhere = Filter(Scope.SEARCH, words="secret")
        assert await titles(session, mine, everywhere) == ["secret of mine", "secret"]
        assert await titles(session, mine) == ["secret of mine"]


async def test_in_a_group_only_that_group_is_reached(database: Database) -> None:
    await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        (own,) = await add(session, mine, "secret of mine")
        other = await group(session, "ann", GROUP - 1)
        (elsewhere,) = await add(session, other, "secret of others")
        here = await group(session, "ann")
        for task in (own, elsewhere):
            with pytest.raises(UnknownTask):
                await get_task(session, task.id, asker=here.asker)
        assert await titles(session, here, Filter(Scope.SEARCH, words="secret")) == ["secret"]
        in_own_list = Seat(here.user, mine.chat, here.asker)
        assert await titles(session, in_own_list) == []


async def test_a_number_counts_in_its_chat_only(database: Database) -> None:
    ann, _ = await furnish(database)
    async with database.begin() as session:
        mine = await private(session, "ann")
        with pytest.raises(UnknownTask):
            await find(session, mine, 1)
        assert (await find(session, ann, 1)).title == "secret"


async def test_tags_and_assignees_of_other_chats_show_nothing(database: Database) -> None:
    await furnish(database)
    async with database.begin() as session:
        chen = await private(session, "chen")
        assert await titles(session, chen, Filter(Scope.ALL, assignee="ann")) == []
        assert await titles(session, chen, Filter(Scope.ALL, tags=("home",))) == []
