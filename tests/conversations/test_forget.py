"""/forget: all of a person's data is erased, and nothing in any table tells of them."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlmodel import SQLModel

from bot.presses.data import EraseAll
from tests.support.conversations import Conversation
from tests.support.lived_in import NAME, SECRET, USERNAME, live_in


@pytest.fixture
async def bob(anywhere: Conversation) -> Conversation:
    """Bob with a name of his own has used everything, in private and in the flat."""
    return await live_in(anywhere)


async def everything(chat: Conversation) -> dict[str, list[str]]:
    """Every row of every table as text."""
    found = {}
    async with chat.application.database.begin() as session:
        connection = await session.connection()
        for table in SQLModel.metadata.tables:
            rows = await connection.execute(sql(f"SELECT * FROM {table}"))  # noqa: S608  ours
            found[table] = [str(dict(row._mapping)) for row in rows]
    return found


async def traces(chat: Conversation, keys: list[str]) -> dict[str, list[str]]:
    """The rows that tell of Bob."""
    words = [NAME, USERNAME, SECRET, *keys]
    named = re.compile("|".join([*words, r"(?<![\w-])1002(?![\w-])"]), re.IGNORECASE)
    found = await everything(chat)
    return {
        table: kept
        for table, rows in found.items()
        if (kept := [r for r in rows if named.search(r)])
    }


async def keys_of(chat: Conversation) -> list[str]:
    """The keys of Bob and of his private chat, as either database writes them."""
    found: list[str] = []
    for table in ("users", "chats"):
        ((key,),) = await chat.rows(f"(SELECT id FROM {table} WHERE telegram_id = 1002) AS t")  # noqa: S608
        plain = str(key).replace("-", "")
        parts = (plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:])
        found += [plain, "-".join(parts)]
    return found


async def erase(chat: Conversation, who: str = "bob") -> str:
    await chat.says(who, "/forget")
    await chat.presses(who, "🗑 Erase everything")
    return await chat.presses(who, "🗑 Yes, erase everything")


async def test_nothing_is_left(bob: Conversation) -> None:
    keys = await keys_of(bob)
    before = await traces(bob, keys)
    told = {"users", "chats", "tasks", "habits", "changes", "habit_entries", "habit_members"}
    told |= {"memberships", "reminders", "tags", "checklist_items", "shortcuts", "questions"}
    told |= {
        "calendar_feeds",
        "received_updates",
        "task_messages",
        "boards",
        "assignments",
        "attachments",
    }
    assert told - before.keys() == set(), "this is to be erased, and is not there"
    assert "All of it is erased" in await erase(bob)
    assert await traces(bob, keys) == {}


async def test_what_groups_share_stays(bob: Conversation) -> None:
    flat = bob.in_("flat")
    await erase(bob)
    shown = await flat.says("ann", "/list")
    for title in ("Clean up", "Vote", "Sweep", "Beer", "Buy a ladder"):
        assert title in shown
    assert NAME not in shown
    history = await flat.says("ann", "/history")
    assert "somebody: added" in history
    assert "somebody: done #5 Pay rent" in history
    assert NAME not in history
    assert NAME not in await flat.says("ann", "/show 4")
    assert NAME not in await flat.says("ann", "/stats")


async def test_whoever_writes_again_is_new(bob: Conversation) -> None:
    await erase(bob)
    assert "☐" not in await bob.says("bob", "/list")
    assert "#1" in await bob.says("bob", "Buy milk")
    assert "Clean up" in await bob.in_("flat").says("bob", "/list")


async def test_it_asks_twice_and_offers_the_files_first(anywhere: Conversation) -> None:
    await anywhere.says("bob", "Buy milk")
    said = await anywhere.says("bob", "/forget")
    assert "What goes" in said
    assert "What stays" in said
    await anywhere.presses("bob", "📦 Everything as a file")
    assert any("document" in message for message in anywhere.messages("bob"))
    assert "Really" in await anywhere.presses("bob", "🗑 Erase everything")
    assert "Nothing was erased" in await anywhere.presses("bob", "Keep everything")
    assert "Buy milk" in await anywhere.says("bob", "/list")
    await anywhere.says("bob", "/forget")
    await anywhere.presses("bob", "🗑 Erase everything")
    (button,) = anywhere.newest("bob")["reply_markup"]["inline_keyboard"][0]
    assert button["style"] == "danger"
    assert "All of it" in await anywhere.presses("bob", "🗑 Yes, erase everything")


async def test_an_old_question_erases_nothing(anywhere: Conversation) -> None:
    await anywhere.says("bob", "Buy milk")
    await anywhere.says("bob", "/forget")
    await anywhere.presses("bob", "🗑 Erase everything")
    await anywhere.later("bob", minutes=61)
    await anywhere.presses("bob", "🗑 Yes, erase everything")
    assert "old" in anywhere.alert
    assert "Buy milk" in await anywhere.says("bob", "/list")


async def test_in_a_group_it_says_where(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/add Buy milk")
    assert "private chat" in await flat.says("bob", "/forget")
    await flat.forges("bob", EraseAll().pack(), on=flat.newest("bob"))
    assert "Buy milk" in await flat.says("bob", "/list")


async def test_presses_at_once_erase_once(bob: Conversation) -> None:
    keys = await keys_of(bob)
    await bob.says("bob", "/forget")
    await bob.presses("bob", "🗑 Erase everything")
    message = bob.newest("bob")
    presses = [
        bob.telegram.press(bob.user("bob"), message, "🗑 Yes, erase everything") for _ in range(3)
    ]
    waiting = await bob.waiting()
    await asyncio.gather(*map(bob.application.endpoint.receive, waiting))
    await bob.application.endpoint.close()
    for press in presses:
        await press.answered()
    assert await traces(bob, keys[:4]) == await traces(bob, ["never"])


async def test_a_push_on_its_way_brings_nothing_back(bob: Conversation) -> None:
    """It was claimed before, and its outcome is kept after."""
    keys = await keys_of(bob)
    await bob.says("bob", f"{SECRET}soon in 5 min")
    bob.time.pass_(minutes=6)
    reminders = bob.application.reminders
    _, ready = await reminders._take(1)
    assert ready
    bob.telegram.say(bob.user("bob"), "/forget")
    await _only_updates(bob)
    bob.telegram.press(bob.user("bob"), bob.newest("bob"), "🗑 Erase everything")
    await _only_updates(bob)
    bob.telegram.press(bob.user("bob"), bob.newest("bob"), "🗑 Yes, erase everything")
    await _only_updates(bob)
    for one in ready:
        await reminders._deliver(one)
    await bob.settle()
    assert await traces(bob, keys) == {}


async def test_an_answer_on_its_way_brings_nothing_back(bob: Conversation) -> None:
    keys = await keys_of(bob)
    await bob.says("bob", "/forget")
    await bob.presses("bob", "🗑 Erase everything")
    bob.telegram.say(bob.user("bob"), f"{SECRET}late - one")
    bob.telegram.press(bob.user("bob"), bob.newest("bob"), "🗑 Yes, erase everything")
    for update in await bob.waiting():
        await bob.application.endpoint.receive(update)  # and nothing waits for its answer
    await bob.settle()
    assert await traces(bob, keys) == {}


async def _only_updates(chat: Conversation) -> None:
    for update in await chat.waiting():
        await chat.application.endpoint.receive(update)
        chat.setup.offset = update["update_id"] + 1
    await chat.application.endpoint.close()


async def test_nothing_is_left_in_the_files(
    bob: Conversation, tmp_path: Path, dialect: Any
) -> None:
    """SQLite overwrites what is deleted, and its log is emptied."""
    if dialect != "sqlite":
        return
    files = [tmp_path / name for name in ("dueto.db", "dueto.db-wal", "dueto.db-shm")]
    secrets = (SECRET.encode(), NAME.encode(), USERNAME.encode())
    assert _in_files(files, secrets)
    await erase(bob)
    assert _in_files(files, secrets) == []


def _in_files(files: list[Path], words: tuple[bytes, ...]) -> list[tuple[str, bytes]]:
    there = [path for path in files if path.exists()]
    return [(path.name, word) for path in there for word in words if word in path.read_bytes()]


async def test_mentions_without_a_username_are_forgotten(anywhere: Conversation) -> None:
    """Chen has no username: others mention them by their name."""
    anywhere.town.chen.first_name = NAME
    flat = anywhere.in_("flat")
    await flat.says("chen", "/list@dueto_bot")
    text = f"/add Water the plants {NAME}"
    entity = {"type": "text_mention", "offset": text.index(NAME), "length": len(NAME)}
    message = {
        **_message(flat, "ann"),
        "text": text,
        "entities": [
            {"type": "bot_command", "offset": 0, "length": 4},
            {**entity, "user": flat.town.chen.json()},
        ],
    }
    await flat.gets({"message": message})
    assert NAME in str(await everything(flat))
    await erase(anywhere, "chen")
    assert NAME not in str((await everything(flat))["tasks"])
    assert "Water the plants" in await flat.says("ann", "/list")


def _message(chat: Conversation, who: str) -> dict[str, Any]:
    there, world = chat.chat(who), chat.telegram.world
    return {
        "message_id": world.next_number(there),
        "from": chat.user(who).json(),
        "chat": there.json(),
        "date": world.unix(),
    }
