"""/import: a file is looked through, shown, put in by one button, and taken back by one undo."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.incoming import files as files_at_work
from tests.support.clocks import NOW
from tests.support.conversations import Conversation, files
from tests.support.messages import text_of
from tests.support.samples import samples
from tests.support.stores import differing, kept

IMPORT = "📥 Import"


async def exported(chat: Conversation, who: str = "ann") -> bytes:
    """A list as a file, of which nothing is left here afterwards but what Bob gets."""
    await chat.says(who, "Buy milk tomorrow 10am #home")
    await chat.says(who, "Call Bob")
    await chat.says(who, "/done 2")
    await chat.says(who, "/habit Run every day at 21:00")
    await chat.says(who, "/export")
    return files(chat, who)["json"]


async def test_an_export_is_put_into_another_list(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    content = await exported(chat)
    shown = await chat.sends_document("bob", "anything.bin", "/import", content=content)
    assert "2 tasks (1 of them done), one habit" in shown
    assert "Buy milk · tomorrow, 10:00" in shown
    assert "isn't" not in await chat.says("bob", "/list")
    assert "Imported: 2 tasks (1 of them done), one habit" in await chat.presses("bob", IMPORT)
    assert "Buy milk" in await chat.says("bob", "/list")
    assert "Run" in await chat.says("bob", "/habits")
    undone = await chat.says("bob", "/undo")
    assert "Buy milk" in undone
    assert "Run" in undone
    assert "Buy milk" not in await chat.says("bob", "/list")


async def test_a_file_that_is_dropped_is_looked_through(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    content = await exported(chat)
    assert "2 tasks" in await chat.sends_document("bob", "dueto.json", content=content)
    assert chat.buttons("bob") == [IMPORT, "✖️ Cancel"]
    before = await kept(chat.application.database)
    assert "nothing has changed" in await chat.presses("bob", "✖️ Cancel")
    assert differing(before, await kept(chat.application.database)) == {}


async def test_a_file_with_other_words_is_a_task(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    content = await exported(chat)
    said = await chat.sends_document("bob", "dueto.json", "Keep this", content=content)
    assert "Keep this" in said
    assert IMPORT not in chat.buttons("bob")


@pytest.mark.parametrize("content", [b"words", b"\x89PNG\r\n\x1a\n\x00\x00", b"{}"])
async def test_any_other_file_that_is_dropped_is_asked_about(
    anywhere: Conversation, content: bytes
) -> None:
    said = await anywhere.in_("private").sends_document("bob", "some.txt", content=content)
    assert "What's the task for this file?" in said


async def test_the_file_may_come_behind_the_command(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    content = await exported(chat)
    assert "Send me the file" in await chat.says("bob", "/import")
    assert "2 tasks" in await chat.sends_document("bob", "a.json", content=content)
    await chat.presses("bob", IMPORT)
    assert "Buy milk" in await chat.says("bob", "/list")


async def test_pressing_twice_imports_once(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    await chat.sends_document("bob", "a.json", content=await exported(chat))
    message = chat.with_button("bob", IMPORT)
    data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await chat.forges_all("bob", [data, data], on=message)
    assert await chat.forges("bob", data, on=message) == "That's imported already."
    assert (await chat.says("bob", "/list all")).count("Buy milk") == 1
    await chat.says("bob", "/undo")
    assert await chat.forges("bob", data, on=message) == "That's imported already."


async def test_what_is_there_already_is_left_out(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    content = await exported(chat)
    assert "all of it is here already" in await chat.sends_document(
        "ann", "a.json", content=content
    )
    await chat.says("ann", "/move 1 friday")
    shown = await chat.sends_document("ann", "a.json", content=content)
    assert "Here already, so I leave it out: one task, one habit." in shown
    assert "Imported: one task" in await chat.presses("ann", IMPORT)


async def test_only_administrators_fill_the_list_of_a_group(anywhere: Conversation) -> None:
    content = await exported(anywhere.in_("private"))
    flat = anywhere.in_("flat")
    flat.telegram.world.bot.privacy_mode = False
    await flat.sends_document("ann", "a.json", content=content)
    file = flat.messages("ann")[-1]
    assert "document" in file
    assert "Only" in await flat.says("bob", "/import", reply_to=file)
    assert "2 tasks" in await flat.says("ann", "/import", reply_to=file)
    await flat.presses("bob", IMPORT)
    assert flat.alert.startswith("Only")
    assert "Imported: 2 tasks" in await flat.presses("ann", IMPORT)
    assert "Buy milk" in await flat.says("bob", "/list")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" \n", "The file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "can't read the letters"),
        (b"{}", "no kind of file"),
        (b'{"format": "dueto", "version": 1, "tas', "cut off"),
        (b'{"format": "dueto", "version": 2}', "newer version"),
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    ],
)
async def test_what_cannot_be_taken_is_refused_with_its_reason(
    anywhere: Conversation, content: bytes, said: str
) -> None:
    chat = anywhere.in_("private")
    await chat.says("bob", "/list")
    before = await kept(chat.application.database)
    answer = await chat.sends_document("bob", "a.bin", "/import", content=content)
    assert said in answer
    assert differing(before, await kept(chat.application.database)) == {}


async def test_what_is_left_out_of_a_broken_document_is_told(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    document: Any = json.loads(await exported(chat))
    document["tasks"][0]["priority"] = "enormous"
    shown = await chat.sends_document("bob", "a.json", content=json.dumps(document).encode())
    assert "I couldn't read one line in full:\n• 1. Buy milk: something in it can't be" in shown
    assert "one task (1 of them done), one habit" in shown


async def test_a_list_that_is_full_says_so(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    document: Any = json.loads(await exported(chat))
    task = {"title": "Buy milk", "created_at": NOW.isoformat(), "updated_at": NOW.isoformat()}
    document["tasks"] = [
        {**task, "id": f"{number:032x}", "number": number} for number in range(1, 10_002)
    ]
    content = json.dumps(document).encode()
    assert "10,000 open tasks" in await chat.sends_document("bob", "a.json", content=content)


async def test_a_file_that_telegram_does_not_give(anywhere: Conversation) -> None:
    chat = anywhere.in_("private")
    await chat.sends_document("bob", "a.json", "Keep this", content=await exported(chat))
    file = next(m for m in reversed(chat.messages("bob")) if "document" in m)
    chat.telegram.world.files.clear()
    chat.setup.trouble_is_meant = True
    said = await chat.says("bob", "/import", reply_to=file)
    assert "Telegram didn't give me the file" in said
    assert text_of(file) == "Keep this"


async def test_a_chat_sees_that_the_bot_is_at_work(
    anywhere: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_at_work, "SHOWS_AFTER", 0.0)
    chat = anywhere.in_("private")
    content = await exported(chat)
    await chat.sends_document("bob", "a.json", content=content)
    shown = [call.params["chat_id"] for call in chat.telegram.calls_of("sendChatAction")]
    assert {str(chat.user(who).id) for who in ("ann", "bob")} <= {str(one) for one in shown}


@pytest.mark.parametrize("name", samples())
async def test_files_of_other_programs_are_imported_and_undone(
    anywhere: Conversation, name: str
) -> None:
    chat = anywhere.in_("private")
    await chat.says("ann", "/list")
    before = await kept(chat.application.database)
    await chat.sends_document("ann", name, content=samples()[name])
    assert "Imported: " in await chat.presses("ann", IMPORT)
    await chat.says("ann", "/undo")
    assert differing(before, await kept(chat.application.database)) == {}
