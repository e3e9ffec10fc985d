"""Words that Telegram may add to its lists some day: nothing breaks, and nobody loses anything."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from telegram import ChatMember, User

from bot.incoming.updates import standing
from storage.models import MemberStatus
from tests.support.conversations import Conversation
from tests.support.updates import changed, crashes, places, real_updates

NUMBERS = count(20_000_000_000)
LISTS = {"status", "type", "kind"}  # the keys of Telegram's JSON that hold a word of a list


@pytest.mark.parametrize(
    ("status", "meant"),
    [
        ("creator", MemberStatus.ADMINISTRATOR),
        ("administrator", MemberStatus.ADMINISTRATOR),
        ("member", MemberStatus.MEMBER),
        ("left", MemberStatus.GONE),
        ("kicked", MemberStatus.GONE),
        ("ghost", None),
    ],
)
def test_a_status_of_a_member(status: str, meant: MemberStatus | None) -> None:
    assert standing(ChatMember(User(1, "Ann", is_bot=False), status)) is meant


def with_lists(update: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [path for path in places(update) if path and path[-1] in LISTS]


async def test_a_word_that_is_not_known(anywhere: Conversation) -> None:
    """In every place of every update that holds one."""
    anywhere.setup.trouble_is_meant = True
    await anywhere.says("ann", "Secret plan")
    await anywhere.in_("flat").says("ann", "/list")
    tried, origins = 0, {"type": "user", "date": 1, "sender_user": anywhere.town.bob.json()}
    updates = real_updates(anywhere)
    updates.append({"message": {**updates[0]["message"], "forward_origin": origins}})
    entity = {"type": "bold", "offset": 0, "length": 4}
    updates.append({"message": {**updates[0]["message"], "entities": [entity]}})
    for update in updates:
        for path in with_lists(update):
            odd = changed(update, path, "something_new", drop=False)
            for what in ("message", "edited_message"):
                if isinstance(odd.get(what), dict):
                    odd[what] = {**odd[what], "message_id": 1_000 + tried}
            await anywhere.application.endpoint.receive({**odd, "update_id": next(NUMBERS)})
            tried += 1
    assert tried > 15
    assert crashes(anywhere) == []
    assert anywhere.application.endpoint.counts["unreadable"] == 0
    assert "Secret plan" in await anywhere.says("ann", "/list")


async def test_a_status_that_is_not_known_takes_nothing_away(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.town.bob.language = "en"
    await anywhere.says("bob", "/start")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk @bob")
    member = {"user": anywhere.town.bob.json(), "status": "ghost"}
    change = {
        "chat": anywhere.town.flat.json(),
        "from": anywhere.town.ann.json(),
        "date": anywhere.telegram.world.unix(),
        "old_chat_member": {**member, "status": "member"},
        "new_chat_member": member,
    }
    await anywhere.application.endpoint.receive({"chat_member": change, "update_id": next(NUMBERS)})
    assert "Milk" in await anywhere.says("bob", "/search milk")
    anywhere.town.flat.members[anywhere.town.bob.id].status = "ghost"  # type: ignore[assignment]
    anywhere.time.pass_(minutes=61)
    assert "Milk" in await anywhere.says("bob", "/search milk")
    assert "👤 Bob" in await flat.says("ann", "/list")
