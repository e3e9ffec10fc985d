"""A group that becomes a supergroup keeps its list, however Telegram tells of it."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from storage.database import Database
from storage.history.recording import task_history
from storage.models import Chat, ChatKind, Membership, MemberStatus, TaskMessage
from storage.people.chats import ChatFacts, chat_of, meet_chat, migrate_chat
from storage.people.members import set_member_status
from storage.talk.questions import ask
from storage.tasks.find import show_in_message, task_of_message
from storage.tasks.lists import Filter, Scope
from storage.tasks.new import NewTask
from storage.undo.commands import undo_last
from tests.support.scenes.people import (
    GROUP,
    NOW,
    Seat,
    add,
    at,
    find,
    group,
    membership,
    open_question,
    stranger,
    titles,
)

NEW = -1_000_000_000_500
ORDERS = {"old first": (GROUP, NEW), "new first": (NEW, GROUP)}


async def furnish(database: Database) -> Seat:
    """A group with three tasks of Ann's, a setting, and an administrator."""
    async with database.begin() as session:
        ann = await group(session, "ann")
        await add(session, ann, NewTask("a", tags=("home",)), "b", "c")
        ann.chat.settings = {"zone": "Asia/Tokyo"}
        await set_member_status(session, ann.user, ann.chat, MemberStatus.ADMINISTRATOR, now=NOW)
    return ann


async def told_in(database: Database, chat_id: int) -> None:
    """One of the two service messages: its chat is met, as every update's is."""
    async with database.begin() as session:
        kind = ChatKind.SUPERGROUP if chat_id == NEW else ChatKind.GROUP
        await meet_chat(session, ChatFacts(chat_id, kind, "The flat"), now=at(1))
        await migrate_chat(session, old_id=GROUP, new_id=NEW)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
async def test_the_list_moves_however_often_it_is_told(
    database: Database, order: tuple[int, int]
) -> None:
    before = await furnish(database)
    for chat_id in (*order, *order):
        await told_in(database, chat_id)
    async with database.begin() as session:
        assert (await session.exec(select(func.count()).select_from(Chat))).one() == 1
        chat = await chat_of(session, NEW)
        assert (chat.id, chat.kind, chat.next_number) == (before.chat.id, "supergroup", 4)
        assert chat.settings == {"zone": "Asia/Tokyo"}
        known = await membership(session, before.user, chat)
        assert known.standing == MemberStatus.ADMINISTRATOR
        ann = await group(session, "ann", NEW)
        assert await titles(session, ann) == ["a", "b", "c"]
        assert [task.number for task in await add(session, ann, "d")] == [4]


async def test_messages_of_the_old_group_mean_nothing_in_the_new(database: Database) -> None:
    """A supergroup counts its messages from the beginning again."""
    ann = await furnish(database)
    async with database.begin() as session:
        await show_in_message(session, (await find(session, ann, 1)).id, 5, chat=ann.chat, now=NOW)
    await told_in(database, GROUP)
    async with database.begin() as session:
        ann = await group(session, "ann", NEW)
        assert await task_of_message(session, 5, chat=ann.chat, asker=ann.asker) is None
        task_id = (await find(session, ann, 2)).id
        await show_in_message(session, task_id, 5, chat=ann.chat, now=NOW)
    await told_in(database, NEW)
    await told_in(database, GROUP)
    async with database.begin() as session:
        ann = await group(session, "ann", NEW)
        shown = await task_of_message(session, 5, chat=ann.chat, asker=ann.asker)
        assert shown is not None
        assert shown.number == 2


async def test_tasks_of_both_are_joined(database: Database) -> None:
    ann = await furnish(database)
    async with database.begin() as session:
        bob = await group(session, "bob", NEW)
        new = [NewTask("x", tags=("HOME", "work")), NewTask("y", tags=("home",))]
        (x, _) = await add(session, bob, *new)
        await show_in_message(session, x.id, 5, chat=bob.chat, now=NOW)
        await ask(session, "title", {}, asker=bob.asker, topic=0, now=NOW)
        x.snoozed = {bob.chat.id.hex: at(5).isoformat()}
    await told_in(database, NEW)
    async with database.begin() as session:
        bob = await stranger(session, "bob", NEW)
        assert await titles(session, bob) == ["a", "b", "c", "x", "y"]
        assert await titles(session, bob, Filter(Scope.OPEN, tags=("Home",))) == ["a", "x", "y"]
        task = await find(session, bob, 4)
        assert (task.id, [tag.name for tag in task.tags]) == (x.id, ["home", "work"])
        assert task.snoozed_until(bob.chat.id) == at(5)
        shown = await task_of_message(session, 5, chat=bob.chat, asker=bob.asker)
        assert shown is task
        assert await open_question(session, bob.asker, now=NOW) is not None
        assert len(await task_history(session, task)) == 1
        undone = await undo_last(session, chat=bob.chat, deed=bob.deed(at(1)))
        assert [change.task.number for change in undone if change.task] == [5, 4]
        assert (await session.exec(select(func.count()).select_from(Membership))).one() == 2
        assert bob.chat.id == ann.chat.id


async def test_what_was_loaded_before_is_joined_as_it_is_now(database: Database) -> None:
    """The endpoint has met the chat already when it learns of the new id."""
    await furnish(database)
    async with database.begin() as session:
        bob = await group(session, "bob", NEW)
        old = await chat_of(session, GROUP)
        await add(session, bob, "x")
        await add(session, await group(session, "ann"), "d")
        await migrate_chat(session, old_id=GROUP, new_id=NEW)
        assert old.telegram_id == NEW
    async with database.begin() as session:
        ann = await group(session, "ann", NEW)
        assert await titles(session, ann) == ["a", "b", "c", "d", "x"]
        assert (await session.exec(select(func.count()).select_from(TaskMessage))).one() == 0


async def test_a_chat_that_is_not_known_is_none_to_migrate(database: Database) -> None:
    async with database.begin() as session:
        await migrate_chat(session, old_id=GROUP, new_id=NEW)
        assert (await session.exec(select(func.count()).select_from(Chat))).one() == 0
