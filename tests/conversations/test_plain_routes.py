"""What comes without a command and without a button: each such route is played, and what it
changes is taken back by /undo, row for row; the others are seen to change nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot import routes
from bot.requests import Route
from tests.support.conversations import Conversation, a_message
from tests.support.messages import text_of
from tests.support.stores import differing
from tests.support.ways import Walk

LISBON = {"latitude": 38.72, "longitude": -9.14}
Scene = Callable[[Conversation], Awaitable[object]]


async def words(chat: Conversation) -> None:
    await chat.says("ann", "Buy stamps tomorrow" if chat.place == "private" else "hello")


async def to_the_bot(chat: Conversation) -> None:
    await chat.says("ann", "@dueto_bot Buy stamps tomorrow")


async def a_reply(chat: Conversation) -> None:
    await chat.says("ann", "friday 10:00", reply_to=chat.newest("ann"))


async def doubtful_words(chat: Conversation) -> None:
    for said in ("/edit@dueto_bot 1", "/list@dueto_bot"):
        await chat.says("ann", said)
    await chat.says("ann", "Oat milk")


async def an_edit(chat: Conversation) -> None:
    await chat.edits("ann", "/add Milk at 18:00 #home", "/add Milk and eggs at 19:00 #shop")


async def an_unknown_command(chat: Conversation) -> None:
    await chat.says("ann", "/nosuchthing@dueto_bot")


async def a_command_of_groups(chat: Conversation) -> None:
    await chat.says("ann", "/claim 1")


async def a_place(chat: Conversation, **more: object) -> None:
    await chat.gets({"message": {**a_message(chat, chat.place), "location": LISBON, **more}})


async def a_forwarded_place(chat: Conversation) -> None:
    bob = {"type": "user", "date": 1, "sender_user": chat.town.bob.json()}
    await a_place(chat, forward_origin=bob)


async def a_forwarded_message(chat: Conversation) -> None:
    flat = chat.in_("flat")
    await flat.says("bob", "The plumber comes friday 9:00")
    await chat.forwards("ann", flat.messages("bob")[-1])


async def a_forwarded_command(chat: Conversation) -> None:
    flat = chat.in_("flat")
    await flat.says("bob", "/done 1")
    await chat.forwards("ann", flat.messages("bob")[-1])


async def an_album(chat: Conversation) -> None:
    for number in range(3):
        photo = {"file_id": f"f{number}", "file_unique_id": f"u{number}", "width": 1, "height": 1}
        first = {"caption": "Paint the hall saturday"} if number == 0 else {}
        frame = {**a_message(chat, chat.place), "photo": [photo], "media_group_id": "9"}
        await chat.gets({"message": {**frame, **first}})


async def reacts(chat: Conversation, emoji: str, words: str) -> None:
    message = next(m for m in reversed(chat.messages("ann")) if words in text_of(m))
    chat.telegram.react(chat.user("ann"), message, emoji)
    await chat.settle()


async def a_thumb(chat: Conversation) -> None:
    await reacts(chat, "👍", "#2 Jam")


async def eyes(chat: Conversation) -> None:
    await reacts(chat, "👀", "#2 Jam")


async def a_pen(chat: Conversation) -> None:
    await reacts(chat, "✍", "hello")


# In private, by the route that each of them takes; the changes of a scene are one deed.
CHANGES: dict[str, tuple[Scene, ...]] = {
    "PLAIN": (words, a_forwarded_message, a_forwarded_command),
    "QUOTED": (a_reply,),
    "EDITED": (an_edit,),
    "album": (an_album,),
}
KEEPS: dict[str, tuple[Scene, ...]] = {
    "DOUBTFUL": (doubtful_words,),
    "UNKNOWN": (an_unknown_command,),
    "ELSEWHERE": (a_command_of_groups,),
    "LOCATED": (a_place,),
    "ONLY_TEXT": (a_forwarded_place,),
}
IN_GROUPS: dict[str, tuple[Scene, ...]] = {
    "MENTIONED": (to_the_bot,),
    "reaction": (a_thumb, eyes, a_pen),
}
NO_DEEDS = {
    "PROMOTED": "it says once what an administrator can do more",
    "GUEST": "it is taken back in private, see tests/conversations/test_everywhere.py",
    "BANNED": "it says once that somebody is banned, see tests/conversations/operators",
}


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    anywhere.telegram.world.bot.privacy_mode = False
    await anywhere.in_("flat").says("bob", "/list@dueto_bot")
    for said in ("/start", "/timezone Berlin", "/add Milk at 18:00 #home"):
        await anywhere.says("ann", said)
    return anywhere


def test_every_plain_route_is_played() -> None:
    named = {name for name, value in vars(routes).items() if isinstance(value, Route)}
    assert named | {"album", "reaction"} == {*CHANGES, *KEEPS, *IN_GROUPS, *NO_DEEDS}


@pytest.mark.parametrize("scene", [scene for scenes in CHANGES.values() for scene in scenes])
async def test_what_it_changes_is_taken_back(ann: Conversation, scene: Scene) -> None:
    walk = Walk(ann)
    before = await walk.store()
    await scene(ann)
    assert await walk.store() != before
    await walk.take_back(before, str(scene))


@pytest.mark.parametrize("scene", [scene for scenes in KEEPS.values() for scene in scenes])
async def test_the_others_change_nothing(ann: Conversation, scene: Scene) -> None:
    walk = Walk(ann)
    before = await walk.store()
    await scene(ann)
    assert differing(before, await walk.store()) == {}


async def test_in_a_group_what_is_said_to_the_bot_is_taken_back(ann: Conversation) -> None:
    flat = ann.in_("flat")
    await flat.says("ann", "/list@dueto_bot")
    walk = Walk(flat)
    before = await walk.store()
    await words(flat)
    assert await walk.store() == before
    await to_the_bot(flat)
    assert await walk.store() != before
    await walk.take_back(before, "MENTIONED")


@pytest.mark.parametrize("scene", IN_GROUPS["reaction"])
async def test_a_reaction_is_taken_back_as_a_command_is(ann: Conversation, scene: Scene) -> None:
    flat = ann.in_("flat")
    flat.telegram.promote(flat.town.flat, flat.telegram.bot)
    for said in ("hello", "/add Milk", "/add Jam"):
        await flat.says("ann", said)
    walk = Walk(flat)
    before = await walk.store()
    await scene(flat)
    assert await walk.store() != before
    await walk.take_back(before, str(scene))
