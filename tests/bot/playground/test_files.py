"""Photos, documents, captions, copies and forwards of the bot."""

from typing import Any

import pytest

from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import UploadedFile
from bot.playground.world.files import FILE_KINDS
from bot.playground.world.refusals import Refusal
from tests.support.playground import Ask, Refused

TDLIB = {
    "document": "Document",
    "video": "Video",
    "animation": "Animation",
    "audio": "Audio",
    "voice": "VoiceNote",
    "video_note": "VideoNote",
}


async def test_photos_and_documents_are_kept_and_sent_again(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused, picture: UploadedFile
) -> None:
    telegram.say(town.ann, "/start")
    files = {"photo": picture}
    sent = await telegram.call("sendPhoto", {"chat_id": 1001, "caption": "<b>x</b>"}, files)
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(320, 200), (640, 400)]
    again = await ask("sendPhoto", chat_id=1001, photo=sent["photo"][-1]["file_id"])
    assert again["photo"][-1]["file_id"] == sent["photo"][-1]["file_id"]
    where = await ask("getFile", file_id=sent["photo"][-1]["file_id"])
    stored = telegram.file(where["file_path"])
    assert stored is not None
    assert stored.content == picture.content
    attached = {"chat_id": 1001, "document": "attach://it"}
    document = await telegram.call("sendDocument", attached, {"it": UploadedFile("a.ics", b"x")})
    assert document["document"]["file_name"] == "a.ics"


@pytest.mark.parametrize("kind", [kind for kind in FILE_KINDS if kind != "photo"])
async def test_every_kind_of_file_is_kept_and_sent_again_as_what_it_is(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused, kind: str
) -> None:
    telegram.say(town.ann, "/start")
    method = "send" + kind.title().replace("_", "")
    about = {"chat_id": 1001, "caption": "x", "duration": "7", "title": "Song"}
    sent = await telegram.call(method, about, {kind: UploadedFile("a.mp4", b"x")})
    assert set(sent[kind]) - {"file_id", "file_unique_id", "file_size"} <= set(FILE_KINDS[kind])
    assert sent[kind].get("duration", 7) == 7
    assert sent[kind].get("title", "Song") == "Song"
    assert sent.get("caption") == (None if kind == "video_note" else "x")
    assert ("document" in sent) == (kind in ("document", "animation"))
    for again in (method, "sendDocument"):
        name = kind if again == method else "document"
        shown = await ask(again, chat_id=1001, **{name: sent[kind]["file_id"]})
        assert shown[kind] == sent[kind]
    words = await refused("sendPhoto", chat_id=1001, photo=sent[kind]["file_id"])
    assert words == (400, f"Bad Request: can't use file of type {TDLIB[kind]} as Photo")
    copied = {"from_chat_id": 1001, "message_id": sent["message_id"], "chat_id": 1001}
    assert (await ask("forwardMessage", **copied))[kind] == sent[kind]


async def test_a_picture_is_exchanged_in_place(
    telegram: Telegram, town: Town, refused: Refused, picture: UploadedFile
) -> None:
    telegram.say(town.ann, "/start")
    about = {"chat_id": 1001, "caption": "old"}
    sent = await telegram.call("sendPhoto", about, {"photo": picture})
    media = {
        "type": "photo",
        "media": "attach://new",
        "caption": "<b>new</b>",
        "parse_mode": "HTML",
    }
    place = {"chat_id": 1001, "message_id": sent["message_id"]}
    edited = await telegram.call("editMessageMedia", {**place, "media": media}, {"new": picture})
    assert edited["caption"] == "new"
    assert edited["photo"][-1]["file_id"] != sent["photo"][-1]["file_id"]
    code, words = await refused("editMessageMedia", **place, media={"type": "sticker"})
    assert (code, words) == (400, "Bad Request: can't parse InputMedia: type must be non-empty")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("sendPhoto", {}), "there is no photo in the request"),
        (("sendPhoto", {"photo": "nothing"}), "wrong file identifier/HTTP URL specified"),
        (("sendPhoto", {"photo": "http://a.b/c"}), "failed to get HTTP URL content"),
        (("sendDocument", {"document": "attach://x"}), "there is no document in the request"),
        (("getFile", {}), "file_id not specified"),
        (
            ("getFile", {"file_id": "x"}),
            "wrong file_id or the file is temporarily unavailable",
        ),
    ],
)
async def test_files_that_are_refused(
    telegram: Telegram,
    town: Town,
    refused: Refused,
    call: tuple[str, dict[str, Any]],
    words: str,
) -> None:
    telegram.say(town.ann, "/start")
    answer = await refused(call[0], chat_id=1001, **call[1])
    assert answer == (400, f"Bad Request: {words}")


async def test_captions_and_uploads_that_are_refused(
    telegram: Telegram, town: Town, picture: UploadedFile
) -> None:
    telegram.say(town.ann, "/start")
    cases = [
        ("sendPhoto", {"caption": "x" * 1025}, picture, "message caption is too long"),
        ("sendPhoto", {}, UploadedFile("a.png", b"no picture"), "IMAGE_PROCESS_FAILED"),
        ("sendDocument", {}, UploadedFile("a.txt", b""), "file must be non-empty"),
    ]
    for method, params, upload, words in cases:
        files = {method[4:].lower(): upload}
        with pytest.raises(Refusal) as caught:
            await telegram.call(method, {"chat_id": 1001, **params}, files)
        assert caught.value.description == f"Bad Request: {words}"


async def test_copies_and_forwards(telegram: Telegram, town: Town, ask: Ask) -> None:
    said = telegram.say(town.ann, "/start now")
    about = {"from_chat_id": 1001, "message_id": said["message_id"], "chat_id": 1001}
    forwarded = await ask("forwardMessage", **about)
    assert forwarded["forward_origin"] == {
        "type": "user",
        "sender_user": town.ann.json(),
        "date": said["date"],
    }
    copied = await ask("copyMessage", **about)
    assert telegram.messages(1001)[-1]["text"] == "/start now"
    assert copied == {"message_id": telegram.messages(1001)[-1]["message_id"]}
