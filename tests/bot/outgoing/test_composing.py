"""What a reply becomes on its way to Telegram, and what is edited instead of sent."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from markupsafe import Markup
from structlog.testing import capture_logs
from telegram import Bot

from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Failed, Moved, Nothing, Outcome, Sent, TopicGone
from bot.outgoing.pace import Pace
from bot.outgoing.transport import AiohttpRequest
from bot.playground.page.server import serve
from bot.playground.people.town import a_small_town
from bot.playground.telegram import Telegram
from bot.replies import FILE_KINDS, Address, Ask, Button, Edit, File, FileKind, Picture, Reply, Say
from tests.support.outbox import ANN, EDIT, GROUP, PRESSED, Some, Stage, say, staged
from tests.support.telegram import Answer, bad, flood, refused, unanswered, unreachable


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as made:
        yield made


async def test_a_text_is_sent_as_html_without_a_preview(stage: Stage) -> None:
    assert await stage.outcome() == Sent(501)
    (call,) = stage.telegram.calls
    assert call.method == "sendMessage"
    assert call.data == {
        "chat_id": ANN,
        "text": "<b>hi</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


@pytest.mark.parametrize(("topic", "thread"), [(0, None), (1, None), (7, 7)])
async def test_a_topic_is_a_thread_but_the_general_one_is_none(
    stage: Stage, topic: int, thread: int | None
) -> None:
    await stage.outcome(address=Address(GROUP, topic=topic))
    assert stage.telegram.calls[0].data.get("message_thread_id") == thread


async def test_buttons(stage: Stage) -> None:
    rows = (
        (Button("Done", Some("1")), Button("Site", url="https://example.org/")),
        (Button("too long", Some("x" * 56 + "é")), Button("nothing behind it")),
        (Button("64 bytes", Some("x" * 55 + "é")),),
    )
    with capture_logs() as logs:
        await stage.outcome(say("hi", keyboard=rows))
    markup = stage.telegram.calls[0].data["reply_markup"]["inline_keyboard"]
    assert markup == [
        [
            {"text": "Done", "callback_data": "2:some:1"},
            {"text": "Site", "url": "https://example.org/"},
        ],
        [{"text": "64 bytes", "callback_data": "2:some:" + "x" * 55 + "é"}],
    ]
    assert [(line["event"], line["press"]) for line in logs] == [
        ("a button was left out", "Some"),
        ("a button was left out", "NoneType"),
    ]


async def test_a_keyboard_without_buttons_is_none(stage: Stage) -> None:
    await stage.outcome(say("hi", keyboard=((), ())))
    assert "reply_markup" not in stage.telegram.calls[0].data


async def test_a_question_opens_the_field_of_whoever_is_answered(stage: Stage) -> None:
    reply = Ask(Markup("New title?"), "p" * 80)
    await stage.outcome(reply, Address(GROUP, reply_to=9, pressed=8))
    (call,) = stage.telegram.calls
    assert call.method == "sendMessage"
    assert call.data["reply_markup"] == {
        "force_reply": True,
        "selective": True,
        "input_field_placeholder": "p" * 64,
    }
    assert call.data["reply_parameters"] == {"message_id": 9, "allow_sending_without_reply": True}


async def test_only_a_question_quotes(stage: Stage) -> None:
    await stage.outcome(address=Address(GROUP, reply_to=9))
    assert "reply_parameters" not in stage.telegram.calls[0].data


async def test_an_overlong_text_is_cut(stage: Stage) -> None:
    await stage.outcome(say("😀" * 3000))
    assert len(stage.telegram.calls[0].text.encode("utf-16-le")) // 2 == 4095


async def test_an_empty_reply_is_nothing(stage: Stage) -> None:
    assert await stage.outcome(Say()) == Nothing()
    assert stage.telegram.calls == []


@pytest.mark.parametrize("kind", FILE_KINDS)
async def test_a_file_with_a_caption(stage: Stage, kind: FileKind) -> None:
    """Of each kind by its own method; a round video takes no words."""
    method = "send" + "".join(part.title() for part in kind.split("_"))
    caption = "" if kind == "video_note" else "see"
    reply = say("see", file=File(kind, "FILE", "u"), keyboard=((Button("Done", Some()),),))
    assert await stage.outcome(reply, Address(GROUP, topic=7)) == Sent(501)
    (call,) = stage.telegram.calls
    assert (call.method, call.data[kind], call.text) == (method, "FILE", caption)
    assert call.data["message_thread_id"] == 7
    assert "reply_markup" in call.data


async def test_what_a_caption_cannot_hold_follows_as_text(stage: Stage) -> None:
    long = "word " * 300
    reply = say(long, file=File("photo", "FILE", "u"), keyboard=((Button("Done", Some()),),))
    assert await stage.outcome(reply) == Sent(502)
    photo, text = stage.telegram.calls
    assert len(photo.text) <= 1024
    assert photo.text + text.text == long
    assert "reply_markup" not in photo.data
    assert "reply_markup" in text.data


async def test_further_replies_follow_in_order(stage: Stage) -> None:
    reply = say("one", more=(say("two"), say("three")))
    assert await stage.outcome(reply) == Sent(501, more=(Sent(502), Sent(503)))
    assert stage.texts() == ["one", "two", "three"]


async def test_nothing_follows_what_did_not_arrive(stage: Stage) -> None:
    stage.telegram.will("sendMessage", bad("message is too long"))
    outcome = await stage.outcome(say("one", more=(say("two"),)))
    assert outcome == Failed("Message is too long", ambiguous=False, permanent=True)
    assert stage.texts() == ["one"]


async def test_the_pressed_message_is_edited(stage: Stage) -> None:
    assert await stage.outcome(EDIT, PRESSED) == Sent(8)
    (call,) = stage.telegram.calls
    assert call.method == "editMessageText"
    assert (call.data["message_id"], call.text) == (8, "new")
    assert call.data["link_preview_options"] == {"is_disabled": True}
    assert "reply_markup" in call.data


async def test_without_a_pressed_message_it_is_said_anew(stage: Stage) -> None:
    assert await stage.outcome(EDIT) == Sent(501)


async def test_an_unchanged_message_is_fine(stage: Stage) -> None:
    words = "message is not modified: specified new message content and reply markup are exactly"
    stage.telegram.will("editMessageText", bad(words))
    assert await stage.outcome(EDIT, PRESSED) == Nothing()
    assert len(stage.telegram.calls) == 1


@pytest.mark.parametrize(
    "words", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"]
)
async def test_a_vanished_message_is_said_anew(stage: Stage, words: str) -> None:
    stage.telegram.will("editMessageText", bad(words))
    assert await stage.outcome(EDIT, PRESSED) == Sent(501)
    assert stage.texts() == ["new"]


async def test_a_photos_caption_is_edited_where_there_is_no_text(stage: Stage) -> None:
    stage.telegram.will("editMessageText", bad("there is no text in the message to edit"))
    assert await stage.outcome(EDIT, PRESSED) == Sent(8)
    assert [call.method for call in stage.telegram.calls] == [
        "editMessageText",
        "editMessageCaption",
    ]
    assert stage.telegram.calls[1].text == "new"


async def test_buttons_alone_are_edited(stage: Stage) -> None:
    reply = Edit(keyboard=((Button("Done", Some()),),))
    assert await stage.outcome(reply, PRESSED) == Sent(8)
    assert stage.telegram.calls[0].method == "editMessageReplyMarkup"


# Pictures


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "60606000000005000157a5f3d80000000049454e44ae426082"
)


class Pencil:
    """Draws the same picture each time and counts how often it had to."""

    def __init__(self, *, breaks: bool = False) -> None:
        self.times = 0
        self.thread = 0
        self._breaks = breaks

    def __call__(self) -> bytes:
        self.times += 1
        self.thread = threading.get_ident()
        if self._breaks:
            raise ValueError("no ink")
        return PNG


def pictured(pencil: Pencil, **more: Any) -> Reply:
    return say("80 %", file=Picture(pencil, "run.png"), **more)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread: the clock that jumps does not wait for one."""

    async def inline(work: Callable[..., object], *values: object) -> object:
        return work(*values)

    monkeypatch.setattr(asyncio, "to_thread", inline)


async def test_a_picture_is_drawn_beside_the_event_loop(stage: Stage) -> None:
    pencil = Pencil()
    outcome = await stage.outbox.post(pictured(pencil), Address(ANN))
    assert outcome == Sent(501)
    assert pencil.thread != threading.get_ident()


async def test_a_picture_arrives_with_its_caption_and_can_be_fetched() -> None:
    telegram = Telegram(now=lambda: datetime(2026, 9, 23, 12, 30, tzinfo=UTC))
    town = a_small_town(telegram)
    telegram.say(town.ann, "/start")
    server = await serve(telegram, port=0)
    request, polling = AiohttpRequest(trust_env=False), AiohttpRequest(trust_env=False)
    address = f"{server.address}/bot"
    bot = Bot(
        telegram.token,
        base_url=address,
        base_file_url=f"{server.address}/file/bot",
        request=request,
        get_updates_request=polling,
    )
    outbox = Outbox(bot, pace=Pace())
    reply = pictured(Pencil(), keyboard=((Button("Run", Some()),),))
    try:
        async with request, polling:
            outcome = await outbox.post(reply, Address(town.ann.id))
            assert isinstance(outcome, Sent)
            post = telegram.world.chats[town.ann.id].posts[outcome.message_id]
            assert post.body["caption"] == "80 %"
            assert post.markup is not None
            file = await bot.get_file(post.body["photo"][-1]["file_id"])
            assert bytes(await file.download_as_bytearray()) == PNG
            await outbox.close(1)
    finally:
        await server.close()


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ((flood(3), unreachable(), unanswered()), Sent(501)),
        (
            (refused(400, "Bad Request: group upgraded", migrate_to_chat_id=-200),),
            Moved(-200, Sent(501)),
        ),
        ((bad("message thread not found"),), TopicGone(Sent(501))),
    ],
)
async def test_a_picture_is_drawn_once_however_often_it_is_sent(
    stage: Stage, at_once: None, answers: tuple[Answer, ...], outcome: Outcome
) -> None:
    pencil = Pencil()
    stage.telegram.will("sendPhoto", *answers)
    assert await stage.outcome(pictured(pencil), Address(GROUP, topic=7)) == outcome
    assert len(stage.telegram.of("sendPhoto")) == len(answers) + 1
    assert pencil.times == 1


async def test_the_words_arrive_where_drawing_fails(stage: Stage, at_once: None) -> None:
    long = "word " * 300
    reply = say(long, file=Picture(Pencil(breaks=True), "run.png"))
    with capture_logs() as logs:
        assert await stage.outcome(reply) == Sent(501)
    assert stage.texts() == [long]  # one text, not the two that a caption would need
    assert [(line["event"], line["name"]) for line in logs] == [
        ("a picture could not be drawn", "run.png")
    ]


@pytest.mark.parametrize(
    "words", ["not enough rights to send photos to the chat", "IMAGE_PROCESS_FAILED"]
)
async def test_the_words_arrive_where_photos_are_refused(
    stage: Stage, at_once: None, words: str
) -> None:
    stage.telegram.will("sendPhoto", bad(words))
    pencil = Pencil()
    reply = pictured(pencil, keyboard=((Button("Run", Some()),),))
    with capture_logs() as logs:
        assert await stage.outcome(reply, Address(GROUP)) == Sent(501)
    (call,) = stage.telegram.of("sendMessage")
    assert call.text == "80 %"
    assert "reply_markup" in call.data
    assert pencil.times == 1
    assert [line["event"] for line in logs] == ["a picture was not taken"]


async def test_other_refusals_of_a_picture_stay_refusals(stage: Stage, at_once: None) -> None:
    stage.telegram.will("sendPhoto", bad("can't parse entities"))
    outcome = await stage.outcome(pictured(Pencil()))
    assert isinstance(outcome, Failed)
    assert stage.telegram.of("sendMessage") == []
