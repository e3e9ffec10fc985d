"""Albums: one task with all the files, in whatever order they come."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.support.conversations import Conversation, a_message
from tests.support.messages import text_of
from tests.support.telegram import Json

CAPTIONS = ("Paint the hall saturday", "", "")


def part(chat: Conversation, number: int, caption: str = "", **more: object) -> Json:
    """A picture of an album."""
    photo = [{"file_id": f"f{number}", "file_unique_id": f"u{number}", "width": 1, "height": 1}]
    frame = a_message(chat, chat.place)
    words = {"caption": caption} if caption else {}
    if caption.startswith("/"):
        command = {"type": "bot_command", "offset": 0, "length": len(caption.split(maxsplit=1)[0])}
        words |= {"caption_entities": [command]}  # type: ignore[dict-item]
    return {**frame, "photo": photo, "media_group_id": "9", **words, **more}


async def come(chat: Conversation, *parts: Json) -> str:
    """Let messages come in; what is heard of the bot."""
    before = chat.last_id("ann")
    for one in parts:
        await chat.gets({"message": one})
    heard = [m for m in chat.messages("ann") if m["message_id"] > before and chat.is_bots(m)]
    return "\n".join(map(text_of, heard))


async def files(chat: Conversation) -> list[tuple[str, str]]:
    """The files of tasks, by their titles."""
    rows = await chat.rows(
        "(SELECT title, file_id FROM attachments JOIN tasks ON tasks.id = attachments.task_id) x"
    )
    return sorted((str(title), str(file)) for title, file in rows)


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_an_album_is_one_task_with_all_its_files(
    chat: Conversation, order: tuple[int, ...]
) -> None:
    chat.telegram.world.bot.privacy_mode = False
    add = "/add " if chat.place != "private" else ""
    captions = [add + CAPTIONS[0], *CAPTIONS[1:]]
    parts = [part(chat, number, caption) for number, caption in enumerate(captions)]
    said = await come(chat, *(parts[place] for place in order))
    assert said.count("➕ #1 Paint the hall") == 1
    assert "#2" not in said
    assert await files(chat) == [("Paint the hall", f"f{number}") for number in range(3)]
    assert "Buy milk" in await chat.says("ann", "/add Buy milk")
    assert ("Buy milk", "f2") not in await files(chat)
    assert await come(chat, part(chat, 3)) == ""
    assert len(await files(chat)) == 4


@pytest.mark.parametrize("answered_after", [1, 2, 3])
async def test_an_album_without_words_is_asked_about_once(
    anywhere: Conversation, answered_after: int
) -> None:
    parts = [part(anywhere, number) for number in range(3)]
    said = await come(anywhere, *parts[:answered_after])
    assert said.count("for these files") == 1
    assert "#1 Sort them" in await anywhere.says("ann", "Sort them tomorrow")
    assert await come(anywhere, *parts[answered_after:]) == ""
    assert await files(anywhere) == [("Sort them", f"f{number}") for number in range(3)]
    assert "#2 Buy milk" in await anywhere.says("ann", "Buy milk")


async def test_each_caption_of_an_album_is_kept(anywhere: Conversation) -> None:
    await come(anywhere, part(anywhere, 0, "Kitchen"), part(anywhere, 1, "Bath\nThe tap"))
    assert "Bath\nThe tap" in await anywhere.says("ann", "/show 1")


async def test_a_forwarded_album_is_one_task(anywhere: Conversation) -> None:
    bob = {"type": "user", "date": 1, "sender_user": anywhere.town.bob.json()}
    parts = [part(anywhere, n, c, forward_origin=bob) for n, c in enumerate(CAPTIONS)]
    assert (await come(anywhere, *parts)).count("➕") == 1
    assert len(await files(anywhere)) == 3
    assert "— Bob" in await anywhere.says("ann", "/show 1")


async def test_an_album_becomes_a_task_by_a_reply(anywhere: Conversation) -> None:
    chat = anywhere.in_("flat")
    chat.telegram.world.bot.privacy_mode = False
    parts = [part(chat, number, text) for number, text in enumerate(("Old sofa", "", ""))]
    assert await come(chat, *parts[:2]) == ""
    command = {"type": "bot_command", "offset": 0, "length": 4}
    words = {**a_message(chat, chat.place), "text": "/add friday", "entities": [command]}
    said = await come(chat, {**words, "reply_to_message": parts[1]})
    assert "➕" in said
    assert await come(chat, parts[2]) == ""
    assert [file for _, file in await files(chat)] == ["f0", "f1", "f2"]


async def test_an_album_for_a_task_is_attached_whole(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Fix the tap")
    await anywhere.says("ann", "/show 1")
    await anywhere.presses("ann", "📎 Files")
    await anywhere.presses(
        "ann", next(b for b in anywhere.buttons("ann") if "➕" in b or "Add" in b)
    )
    await come(anywhere, *(part(anywhere, number) for number in range(3)))
    assert await files(anywhere) == [("Fix the tap", f"f{number}") for number in range(3)]


async def test_files_of_every_kind_are_kept(anywhere: Conversation) -> None:
    sized = {"file_id": "v", "file_unique_id": "v", "width": 1, "height": 1, "duration": 1}
    video = {**a_message(anywhere, "private"), "video": sized, "media_group_id": "9"}
    await come(anywhere, part(anywhere, 0, "Party"), video)
    assert await files(anywhere) == [("Party", "f0"), ("Party", "v")]
