"""Where people are: told by themselves, offered, and never taken from somebody else."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation, a_message
from tests.support.messages import text_of
from tests.support.telegram import Json

LISBON = {"latitude": 38.72, "longitude": -9.14}


async def gets(anywhere: Conversation, **content: object) -> str:
    await anywhere.gets({"message": {**a_message(anywhere, anywhere.place), **content}})
    return text_of(anywhere.newest("ann"))


async def test_a_place_is_taken_from_somebody_without_a_zone(anywhere: Conversation) -> None:
    assert "Europe/Lisbon" in await gets(anywhere, location=LISBON)


async def test_a_place_is_offered_to_somebody_with_a_zone(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "Call Bob tomorrow 9:00")
    said = await gets(anywhere, location=LISBON)
    assert "Switch to the time in Lisbon?" in said
    assert "Europe/Berlin" in said
    await anywhere.presses("ann", "Keep mine")
    assert "Europe/Berlin" in await anywhere.says("ann", "/settings")
    await gets(anywhere, location=LISBON)
    await anywhere.presses("ann", "✅ Switch")
    assert "Europe/Lisbon" in await anywhere.says("ann", "/settings")


async def test_a_place_answers_the_question_for_it(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "/timezone")
    assert "Time zone: Europe/Lisbon" in await gets(anywhere, location=LISBON)


@pytest.mark.parametrize("has_zone", [False, True])
async def test_a_place_of_somebody_else_moves_nobody(
    anywhere: Conversation, *, has_zone: bool
) -> None:
    await anywhere.says("ann", "/timezone Berlin" if has_zone else "/start")
    before = await anywhere.rows("users")
    bob: Json = {"type": "user", "date": 1, "sender_user": anywhere.town.bob.json()}
    said = await gets(anywhere, location=LISBON, forward_origin=bob)
    assert "not a live or forwarded one" in said
    said = await gets(anywhere, location=LISBON | {"live_period": 900})
    assert "not a live or forwarded one" in said
    venue = {"location": LISBON, "title": "Cafe", "address": "Rua 1"}
    assert "#1 Cafe" in await gets(anywhere, location=LISBON, venue=venue)
    assert await anywhere.rows("users") == before


async def test_a_channel_is_told_about_once_and_privately(anywhere: Conversation) -> None:
    ann = anywhere.town.ann
    await anywhere.says("ann", "/start")
    tables = ("chats", "users", "memberships")
    before = await anywhere.rows(*tables)
    news = anywhere.telegram.new_chat("channel", "News", ann)
    anywhere.telegram.add_bot(news, ann)
    anywhere.telegram.join(news, anywhere.town.bob)
    anywhere.telegram.say(news, "/add Milk", to=news)
    await anywhere.settle()
    assert "You added me to “News”" in text_of(anywhere.newest("ann"))
    told = [m for m in anywhere.messages("ann") if "News" in text_of(m)]
    assert len(told) == 1
    assert [m for m in anywhere.telegram.messages(news) if anywhere.is_bots(m)] == []
    assert await anywhere.rows(*tables) == before


async def test_who_never_wrote_to_the_bot_is_not_kept_for_a_channel(anywhere: Conversation) -> None:
    bob = anywhere.town.bob
    before = await anywhere.rows("chats", "users", "memberships")
    anywhere.telegram.add_bot(anywhere.telegram.new_chat("channel", "News", bob), bob)
    await anywhere.settle()
    assert await anywhere.rows("chats", "users", "memberships") == before
    assert anywhere.messages("bob") == []


STICKER: Json = {
    "file_id": "f",
    "file_unique_id": "u",
    "width": 1,
    "height": 1,
    "type": "regular",
    "is_animated": False,
    "is_video": False,
}
CONTENTS: list[Json] = [
    {"sticker": STICKER},
    {"dice": {"emoji": "🎲", "value": 3}},
    {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
    {"contact": {"phone_number": "+49 30 1", "first_name": "Bob"}},
    {"something_new": {"of": "next year"}},
]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: next(iter(content)))
@pytest.mark.parametrize("is_forwarded", [False, True])
async def test_nothing_that_comes_in_private_is_met_with_silence(
    anywhere: Conversation, content: Json, *, is_forwarded: bool
) -> None:
    bob: Json = {"type": "user", "date": 1, "sender_user": anywhere.town.bob.json()}
    origin = {"forward_origin": bob} if is_forwarded else {}
    for _ in range(2):
        before = anywhere.last_id("ann")
        await anywhere.gets({"message": {**a_message(anywhere, "private"), **content, **origin}})
        heard = [m for m in anywhere.messages("ann") if m["message_id"] > before]
        assert [m for m in heard if anywhere.is_bots(m)]
    anywhere.telegram.world.bot.privacy_mode = False
    await anywhere.gets({"message": {**a_message(anywhere, "flat"), **content, **origin}})
    assert anywhere.in_("flat").messages("ann") == []
