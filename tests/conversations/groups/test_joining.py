"""The bot comes into a group: what it says of itself, by whose zone, and what an administrator
can do more."""

from __future__ import annotations

import pytest

from bot.playground.world import Chat
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.telegram import Json


@pytest.fixture
def club(anywhere: Conversation) -> Chat:
    """A group that the bot has never been in."""
    town = anywhere.town
    return anywhere.telegram.new_chat("supergroup", "Club", town.bob, town.ann)


def by_bot(anywhere: Conversation, chat: Chat) -> list[Json]:
    return [m for m in anywhere.telegram.messages(chat) if anywhere.is_bots(m)]


async def added(anywhere: Conversation, chat: Chat, *, as_admin: bool = False) -> str:
    """What it says when Bob adds it."""
    before = len(by_bot(anywhere, chat))
    anywhere.telegram.add_bot(chat, anywhere.town.bob, as_admin=as_admin)
    await anywhere.settle()
    assert len(by_bot(anywhere, chat)) == before + 1, "one message"
    return text_of(by_bot(anywhere, chat)[-1])


async def says(anywhere: Conversation, chat: Chat, who: str, text: str) -> str:
    anywhere.telegram.say(anywhere.user(who), text, to=chat)
    await anywhere.settle()
    return text_of(by_bot(anywhere, chat)[-1])


async def test_what_to_type_the_zone_and_the_private_chat(
    anywhere: Conversation, club: Chat
) -> None:
    await anywhere.says("bob", "/timezone Lisbon")
    said = await added(anywhere, club)
    assert "/add Buy milk tomorrow" in said
    assert "Times here are in Europe/Lisbon." in said
    message = by_bot(anywhere, club)[-1]
    rows = message["reply_markup"]["inline_keyboard"]
    assert rows[0][0]["url"] == "https://t.me/dueto_bot?start=hello"
    assert buttons_of(message) == ["💬 Open private chat", "🌍 Time zone"]
    assert "Hello, Ann" in await anywhere.says("ann", "/start hello")


async def test_a_zone_that_nobody_has_told_is_a_guess(anywhere: Conversation, club: Chat) -> None:
    assert "in Europe/Berlin, which is only a guess" in await added(anywhere, club)
    anywhere.telegram.press(anywhere.town.bob, by_bot(anywhere, club)[-1], "🌍 Time zone")
    await anywhere.settle()
    assert "Where are you" in text_of(by_bot(anywhere, club)[-1])


async def test_a_group_has_one_zone(anywhere: Conversation, club: Chat) -> None:
    """That of its first member who has told one; later ones, and what they change, do not count."""
    await added(anywhere, club)
    assert "Europe/Berlin" in await says(anywhere, club, "ann", "/settings")
    await anywhere.says("ann", "/timezone Tokyo")
    await anywhere.says("bob", "/timezone Lisbon")
    for who in ("ann", "bob"):
        assert "Asia/Tokyo" in await says(anywhere, club, who, "/settings")
    await anywhere.says("ann", "/timezone New York")
    for who in ("bob", "ann"):
        assert "Asia/Tokyo" in await says(anywhere, club, who, "/settings")
    assert "Europe/Paris" in await says(anywhere, club, "bob", "/timezone Paris")
    for who in ("ann", "bob"):
        assert "Europe/Paris" in await says(anywhere, club, who, "/settings")


async def test_a_guess_moves_no_task(anywhere: Conversation, club: Chat) -> None:
    await added(anywhere, club)
    due = await says(anywhere, club, "ann", "/add Call Bob tomorrow 10:00")
    assert "10:00" in due
    await anywhere.says("bob", "/timezone Tokyo")
    assert "Call Bob" in (said := await says(anywhere, club, "bob", "/show 1"))
    assert "17:00" in said, "the same moment by the clocks of Tokyo"


async def test_what_an_administrator_can_do_is_said_once(
    anywhere: Conversation, club: Chat
) -> None:
    assert "administrator" not in await added(anywhere, club)
    telegram = anywhere.telegram
    for _ in range(2):
        telegram.promote(club, telegram.bot)
        await anywhere.settle()
        telegram.demote(club, telegram.bot)
        await anywhere.settle()
    assert [("👍 ticks it" in text_of(one)) for one in by_bot(anywhere, club)] == [False, True]
    telegram.kick_bot(club, anywhere.town.bob)
    await anywhere.settle()
    assert "👍 ticks it" not in await added(anywhere, club, as_admin=True)


async def test_added_as_administrator_it_says_all_at_once(
    anywhere: Conversation, club: Chat
) -> None:
    assert "👍 ticks it" in await added(anywhere, club, as_admin=True)


async def test_in_its_languages(anywhere: Conversation, club: Chat) -> None:
    anywhere.town.bob.language = "de"
    assert "Aufgabenliste" in await added(anywhere, club)


@pytest.mark.parametrize("as_admin", [False, True])
async def test_privacy_mode_and_without(
    anywhere: Conversation, club: Chat, *, as_admin: bool
) -> None:
    """Commands and replies work either way; what else an administrator sees is left alone."""
    anywhere.telegram.world.bot.privacy_mode = not as_admin
    await added(anywhere, club, as_admin=as_admin)
    assert "#1 Milk" in await says(anywhere, club, "ann", "/add Milk")
    anywhere.telegram.say(anywhere.town.ann, "done", to=club, reply_to=by_bot(anywhere, club)[-1])
    await anywhere.settle()
    assert "Done: #1 Milk" in text_of(by_bot(anywhere, club)[-1])
    count = len(by_bot(anywhere, club))
    anywhere.telegram.say(anywhere.town.ann, "done", to=club)
    anywhere.telegram.say(anywhere.town.ann, "milk tomorrow", to=club)
    await anywhere.settle()
    assert len(by_bot(anywhere, club)) == count


async def test_a_mention_is_a_task_where_it_is_told_of_one(
    anywhere: Conversation, club: Chat
) -> None:
    await added(anywhere, club, as_admin=True)
    assert "#1 Milk" in await says(anywhere, club, "ann", "@dueto_bot Milk")


async def test_who_may_not_write_does_not_greet(anywhere: Conversation, club: Chat) -> None:
    """Added where only administrators write, and allowed to write later."""
    member = {"user": anywhere.telegram.bot.json(), "status": "restricted", "is_member": True}
    rights = dict.fromkeys(
        (
            *("can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"),
            *("can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
            *("can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
            *("can_send_messages", "can_send_other_messages", "can_add_web_page_previews"),
            *("can_react_to_messages", "can_edit_tag"),
        ),
        False,
    )
    muted = {**member, **rights, "until_date": 0}
    change = {
        "chat": club.json(),
        "from": anywhere.town.bob.json(),
        "date": anywhere.telegram.world.unix(),
        "old_chat_member": {"user": anywhere.telegram.bot.json(), "status": "left"},
        "new_chat_member": muted,
    }
    await anywhere.gets({"my_chat_member": change})
    assert by_bot(anywhere, club) == []
