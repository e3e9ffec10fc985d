"""Files of every kind: a task keeps what somebody sends, and shows it again as what it was."""

from __future__ import annotations

import pytest

from bot.replies import FILE_KINDS
from tests.support.conversations import Conversation
from tests.support.telegram import Json

METHODS = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "audio": "sendAudio",
    "voice": "sendVoice",
    "video_note": "sendVideoNote",
    "document": "sendDocument",
}


def file_of(message: Json, kind: str) -> str:
    """The file_id of what a message carries as this kind."""
    content = message[kind]
    return str((content[-1] if kind == "photo" else content)["file_id"])


async def sends_a_task(chat: Conversation, kind: str) -> str:
    """Send a file of this kind with words; a round video has none, and is asked about."""
    if kind != "video_note":
        return await chat.sends_file("ann", kind, "sink.bin", "Fix the tap friday")
    assert "for this file" in await chat.sends_file("ann", kind, "sink.bin")
    return await chat.answers("ann", "Fix the tap friday")


@pytest.mark.parametrize("kind", FILE_KINDS)
async def test_a_file_of_any_kind_is_shown_again_as_what_it_was(
    anywhere: Conversation, kind: str
) -> None:
    said = await sends_a_task(anywhere, kind)
    assert said.splitlines() == ["➕ #1 Fix the tap", "📅 Fri 25 Sept", "📎 one file"]
    sent = next(one for one in anywhere.messages("ann") if kind in one)
    await anywhere.says("ann", "/show 1")
    await anywhere.presses("ann", "📎 Files")
    await anywhere.presses("ann", "👁 Show")
    shown = anywhere.newest("ann")
    assert file_of(shown, kind) == file_of(sent, kind)
    files = [call.method for call in anywhere.telegram.calls_of(*METHODS.values())]
    assert files == [METHODS[kind]]


@pytest.mark.parametrize("kind", FILE_KINDS)
async def test_a_file_of_any_kind_is_added_to_a_task(anywhere: Conversation, kind: str) -> None:
    await anywhere.says("ann", "Fix the tap")
    await anywhere.says("ann", "/show 1")
    await anywhere.presses("ann", "📎 Files")
    await anywhere.presses("ann", "➕ Add a file")
    assert "📎 one file" in await anywhere.sends_file("ann", kind, "sink.bin")


@pytest.mark.parametrize("kind", FILE_KINDS)
async def test_a_forwarded_file_of_any_kind_is_a_task(anywhere: Conversation, kind: str) -> None:
    flat = anywhere.in_("flat")
    await flat.sends_file("bob", kind, "sink.bin")
    said = await anywhere.forwards("ann", flat.messages("bob")[-1])
    if "for this file" in said:
        said = await anywhere.answers("ann", "Fix the tap")
    assert "#1 " in said
    assert "📎 one file" in said
