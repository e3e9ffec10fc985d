"""What is read from an update: who, where, and what happened."""

from __future__ import annotations

from typing import Any

import pytest

from bot.incoming.updates import (
    Admitted,
    BotBlocked,
    Happened,
    Migrated,
    Pressed,
    Wrote,
    clean,
)
from bot.requests import Forwarded, Written
from storage.models import MemberStatus
from tests.support.arrivals import ANN, CHANNEL, DATE, FORUM, GROUP, ME, PRIVATE, message, read


def told(**more: Any) -> Wrote:
    arrival = read(message=message(**more))
    assert isinstance(arrival, Wrote)
    return arrival


def happened(**more: Any) -> Happened:
    arrival = read(message=message(**more))
    assert isinstance(arrival, Happened)
    return arrival


def test_a_text_has_its_sender_chat_and_moment() -> None:
    arrival = told(text="Milk", **{"from": ANN | {"language_code": "de"}})
    assert arrival.sender is not None
    assert (arrival.sender.telegram_id, arrival.sender.name) == (1001, "Ann Lee")
    assert arrival.sender.language == "de"
    assert arrival.sent_at is not None
    assert arrival.sent_at.timestamp() == DATE
    assert (arrival.message.text, arrival.message.message_id) == ("Milk", 7)


@pytest.mark.parametrize(
    ("sender", "chat", "known"),
    [
        ({"id": 1087968824, "is_bot": True, "first_name": "Group"}, FORUM, -1005),
        ({"id": 136817688, "is_bot": True, "first_name": "Channel"}, CHANNEL, -1009),
        ({"id": 777000, "is_bot": False, "first_name": "Telegram"}, CHANNEL, -1009),
    ],
    ids=["anonymous administrator", "channel", "forwarding service"],
)
def test_behind_a_mask_the_chat_speaks(sender: Any, chat: Any, known: int) -> None:
    arrival = told(chat=FORUM, sender_chat=chat, text="/list", **{"from": sender})
    assert arrival.sender is not None
    assert arrival.sender.telegram_id == known


def test_other_bots_are_nobody() -> None:
    other = {"id": 9, "is_bot": True, "first_name": "Other"}
    assert told(chat=GROUP, text="/list", **{"from": other}).sender is None


def test_a_topic_counts_in_forums_only() -> None:
    assert told(chat=FORUM, text="a", message_thread_id=5, is_topic_message=True).topic == 5
    assert told(chat=FORUM, text="a", message_thread_id=5).topic == 0


def test_a_reply_tells_what_it_answers() -> None:
    quoted = told(text="done", reply_to_message=message(text="#1", **{"from": ME}))
    assert isinstance(quoted.message, Written)
    assert quoted.message.quoted is not None
    assert quoted.message.quoted.by_bot
    made = message(chat=FORUM, forum_topic_created={"name": "Design", "icon_color": 1})
    in_topic = told(chat=FORUM, text="a", reply_to_message=made)
    assert isinstance(in_topic.message, Written)
    assert in_topic.message.quoted is None


def test_files_are_the_largest_picture_or_the_document() -> None:
    sizes = [
        {"file_id": name, "file_unique_id": name, "width": 1, "height": 1} for name in ("s", "l")
    ]
    photo = told(photo=sizes, caption="Cat").message
    assert isinstance(photo, Written)
    assert photo.file is not None
    assert (photo.file.kind, photo.file.file_id, photo.text) == ("photo", "l", "Cat")
    pdf = {"file_id": "d", "file_unique_id": "u", "file_name": "a.pdf"}
    document = told(document=pdf).message
    assert isinstance(document, Written)
    assert document.file is not None
    assert (document.file.kind, document.file.name) == ("document", "a.pdf")


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        ({"type": "user", "date": DATE, "sender_user": ANN}, "Ann Lee"),
        ({"type": "hidden_user", "date": DATE, "sender_user_name": "Zoe"}, "Zoe"),
        ({"type": "chat", "date": DATE, "sender_chat": GROUP}, "Flat"),
        (
            {"type": "channel", "date": DATE, "chat": CHANNEL, "message_id": 3},
            "https://t.me/news/3",
        ),
        (
            {
                "type": "channel",
                "date": DATE,
                "chat": CHANNEL | {"username": None},
                "message_id": 3,
            },
            "https://t.me/c/9/3",
        ),
    ],
)
def test_a_forward_says_where_it_came_from(origin: Any, source: str) -> None:
    forward = told(text="a", forward_origin=origin).message
    assert isinstance(forward, Forwarded)
    assert forward.source == source


def test_comings_and_goings_are_told_of_people_only() -> None:
    come = happened(chat=GROUP, new_chat_members=[ANN, ME])
    assert [(who.telegram_id, kind) for who, kind in come.members] == [(1001, MemberStatus.MEMBER)]
    gone = happened(chat=GROUP, left_chat_member=ANN)
    assert [(who.telegram_id, kind) for who, kind in gone.members] == [(1001, MemberStatus.GONE)]


@pytest.mark.parametrize(
    ("member", "standing"),
    [
        ({"status": "creator", "is_anonymous": False}, MemberStatus.ADMINISTRATOR),
        ({"status": "member"}, MemberStatus.MEMBER),
        ({"status": "left"}, MemberStatus.GONE),
        ({"status": "kicked", "until_date": 0}, MemberStatus.GONE),
    ],
)
def test_a_change_of_membership(member: Any, standing: MemberStatus) -> None:
    change = {
        "chat": GROUP,
        "from": ANN,
        "date": DATE,
        "old_chat_member": {"user": ANN, "status": "member"},
        "new_chat_member": {"user": ANN, **member},
    }
    arrival = read(chat_member=change)
    assert isinstance(arrival, Happened)
    assert [kind for _, kind in arrival.members] == [standing]


@pytest.mark.parametrize(
    ("chat", "before", "after", "told_of"),
    [
        (PRIVATE, "member", "kicked", {"is_blocked": True}),
        (PRIVATE, "kicked", "member", {"is_blocked": False}),
        (GROUP, "left", "member", {"is_present": True, "is_new": True}),
        (GROUP, "member", "member", {"is_present": True, "is_new": False}),
        (GROUP, "member", "kicked", {"is_present": False, "is_new": False}),
    ],
)
def test_the_bots_own_membership(
    chat: Any, before: str, after: str, told_of: dict[str, bool]
) -> None:
    def state(status: str) -> dict[str, Any]:
        return {"user": ME, "status": status, **({"until_date": 0} if status == "kicked" else {})}

    change = {"chat": chat, "from": ANN, "date": DATE}
    change |= {"old_chat_member": state(before), "new_chat_member": state(after)}
    arrival = read(my_chat_member=change)
    assert isinstance(arrival, BotBlocked | Admitted)
    facts = {name: getattr(arrival, name) for name in told_of}
    assert facts == told_of


def test_a_group_that_moved_is_told_from_both_sides() -> None:
    for facts in (
        {"chat": GROUP, "migrate_to_chat_id": -1005},
        {"chat": FORUM, "migrate_from_chat_id": -5},
    ):
        arrival = read(message=message(**facts))
        assert isinstance(arrival, Migrated)
        assert (arrival.old_id, arrival.new_id) == (-5, -1005)


def test_a_press_may_be_on_a_message_that_telegram_hides() -> None:
    press = {"id": "5", "from": ANN, "chat_instance": "1", "data": "1:card:x"}
    shown = read(callback_query={**press, "message": message(**{"from": ME})})
    hidden = read(
        callback_query={**press, "message": {"message_id": 7, "date": 0, "chat": PRIVATE}}
    )
    assert isinstance(shown, Pressed)
    assert shown.message_id == 7
    assert isinstance(hidden, Pressed)
    assert hidden.message_id is None
    assert read(callback_query={**press, "inline_message_id": "1"}) is None


@pytest.mark.parametrize(
    "update",
    [
        {"channel_post": message(chat=CHANNEL, text="/add Milk")},
        {"message": message(chat=CHANNEL, text="/add Milk")},
        {"inline_query": {"id": "1", "from": ANN, "query": "", "offset": ""}},
        {"of_the_future": {}},
        {},
    ],
)
def test_of_other_kinds_nothing_is_done(update: Any) -> None:
    assert read(**update) is None


@pytest.mark.parametrize(
    ("text", "kept"), [("a\0b", "ab"), ("a\ud83db", "a\ufffdb"), ("\ud83e\udd5b", "🥛")]
)
def test_what_a_database_cannot_keep_is_left_out(text: str, kept: str) -> None:
    assert clean(text) == kept
