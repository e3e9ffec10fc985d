"""Every field of Telegram's Message is words, a file, a place, or service: none is forgotten."""

from __future__ import annotations

import inspect
import string
from typing import Any

import pytest
import telegram
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.incoming.contents import SERVICE
from bot.incoming.updates import AddedToChannel, Happened, Wrote, read_update
from bot.requests import Forwarded, SharedPlace, Written
from tests.support.arrivals import ANN, BOT, CHANNEL, DATE, GROUP, ME, message, read

FIELDS = {*inspect.signature(telegram.Message.__init__).parameters, "rich_message"}
# what is about a message and is none of its contents
ABOUT = {
    *("self", "message_id", "date", "chat", "from_user", "sender_chat", "api_kwargs"),
    *("message_thread_id", "is_topic_message", "direct_messages_topic", "sender_tag"),
    *("sender_boost_count", "sender_business_bot", "business_connection_id", "author_signature"),
    *("forward_origin", "is_automatic_forward", "via_bot", "edit_date", "media_group_id"),
    *("reply_to_message", "external_reply", "quote", "reply_to_story", "reply_markup"),
    *("reply_to_checklist_task_id", "reply_to_poll_option_id", "guest_query_id"),
    *("guest_bot_caller_user", "guest_bot_caller_chat", "has_protected_content"),
    *("is_from_offline", "is_paid_post", "paid_star_count", "suggested_post_info", "effect_id"),
    *("entities", "caption_entities", "link_preview_options", "show_caption_above_media"),
    "has_media_spoiler",
}
FILE = {"file_id": "f", "file_unique_id": "u"}
SIZED = FILE | {"width": 1, "height": 1, "duration": 1}
PLACE = {"latitude": 38.7, "longitude": -9.1}
OPTION = {"persistent_id": "1", "text": "Yes", "voter_count": 0}
POLL = {
    "id": "1",
    "question": "Dinner?",
    "options": [OPTION],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
# what a task is made of, and its title
WORDS: dict[str, tuple[Any, str]] = {
    "text": ("Milk", "Milk"),
    "venue": ({"location": PLACE, "title": "Cafe", "address": "Main St"}, "Cafe"),
    "contact": ({"phone_number": "+49 30 1", "first_name": "Bob", "last_name": "Ray"}, "Bob Ray"),
    "poll": (POLL, "Dinner?"),
    "checklist": ({"title": "Trip", "tasks": [{"id": 1, "text": "Pack"}]}, "Trip"),
    "rich_message": (
        {"blocks": [{"type": "paragraph", "text": ["Buy ", {"type": "bold", "text": "milk"}]}]},
        "Buy milk",
    ),
}
FILES: dict[str, Any] = {
    "photo": [FILE | {"width": 1, "height": 1}],
    "video": SIZED,
    "animation": SIZED,
    "audio": SIZED,
    "voice": SIZED,
    "video_note": SIZED | {"length": 1},
    "document": FILE,
}
WITH_FILES = {"caption", "live_photo"}  # comes beside a file, see FILES
# what no task is made of: in private it is answered in words
OTHERS = {
    *("sticker", "dice", "game", "story", "invoice", "paid_media", "giveaway", "giveaway_winners"),
}


def test_each_field_is_read_or_left_out_for_a_reason() -> None:
    kinds = [ABOUT, SERVICE, {*WORDS}, {*FILES}, WITH_FILES, {"location"}, OTHERS]
    assert set.union(*map(set, kinds)) == FIELDS
    assert sum(map(len, kinds)) == len(FIELDS), "a field is of one kind"


@pytest.mark.parametrize("field", WORDS)
def test_words_are_read_wherever_they_are(field: str) -> None:
    content, title = WORDS[field]
    wrote = told(**{field: content})
    assert wrote.text.splitlines()[0] == title


@pytest.mark.parametrize("field", FILES)
def test_files_are_kept_with_their_kind(field: str) -> None:
    wrote = told(caption="Look", **{field: FILES[field]})
    assert isinstance(wrote, Written)
    assert wrote.file is not None
    assert (wrote.file.kind, wrote.file.file_id, wrote.text) == (field, "f", "Look")


def test_an_animation_is_not_the_document_that_it_also_comes_as() -> None:
    wrote = told(animation=SIZED, document=FILE)
    assert isinstance(wrote, Written)
    assert wrote.file is not None
    assert wrote.file.kind == "animation"


@pytest.mark.parametrize("field", sorted(SERVICE))
def test_what_happened_is_no_message(field: str) -> None:
    if field.startswith("migrate"):
        return  # see test_updates
    arrival = read_update(_with(field), bot_id=BOT)
    assert isinstance(arrival, Happened)


def _with(field: str) -> Update:
    """An update with a field of any value: what service messages carry is not looked at."""
    update = Update.de_json({"update_id": 1, "message": message()}, None)
    assert update.message is not None
    with update.message._unfrozen():
        setattr(update.message, field, [] if field == "new_chat_members" else True)
        if field == "left_chat_member":
            update.message.left_chat_member = telegram.User(5, "Bot", is_bot=True)
        if field == "new_chat_members":
            update.message.new_chat_members = (telegram.User(5, "Bot", is_bot=True),)
    return update


def told(**more: Any) -> Any:
    arrival = read(message=message(**more))
    assert isinstance(arrival, Wrote)
    return arrival.message


@pytest.mark.parametrize(
    "more",
    [
        {"forward_origin": {"type": "user", "date": DATE, "sender_user": ANN}},
        {"via_bot": ME | {"id": 5}},
        {"location": PLACE | {"live_period": 900}},
        {"venue": {"location": PLACE, "title": "Cafe", "address": "Main St"}},
    ],
    ids=["forwarded", "of another bot", "moving", "of a venue"],
)
def test_only_ones_own_place_is_where_one_is(more: dict[str, Any]) -> None:
    assert isinstance(told(location=PLACE), SharedPlace)
    place = told(**{"location": PLACE, **more})
    assert isinstance(place, Written | Forwarded)
    assert place.shows_place is ("venue" not in more)


# The bot's name in a message


def named(text: str, at: int, name: str = "@dueto_bot", **entity: Any) -> str | None:
    """What is read of a text with a mention at a place in it, counted in characters."""
    units = len(text[:at].encode("utf-16-le")) // 2
    mark = {"type": "mention", "offset": units, "length": len(name), **entity}
    arrival = read(message=message(chat=GROUP, text=text, entities=[mark]))
    assert isinstance(arrival, Wrote)
    assert isinstance(arrival.message, Written)
    return arrival.message.called


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@dueto_bot buy jam", "buy jam"),
        ("@dueto_bot, buy jam", "buy jam"),
        ("buy jam @dueto_bot", "buy jam"),
        ("buy jam, @dueto_bot!", "buy jam,!"),
        ("🙂 @dueto_bot buy jam", "🙂 buy jam"),
        ("👨‍👩‍👧🙂@dueto_bot buy jam", "👨‍👩‍👧🙂 buy jam"),
        ("buy 🍓 jam 🙂 @dueto_bot", "buy 🍓 jam 🙂"),
        ("buy jam @dueto_bot\nthe red one", "buy jam\nthe red one"),
        ("buy jam\nthe red one @dueto_bot", "buy jam\nthe red one"),
        ("@dueto_bot\n- jam\n- milk", "- jam\n- milk"),
        ("@dueto_bot", ""),
        ("I asked @dueto_bot for jam", None),
        ("one\ntwo @dueto_bot\nthree", None),
    ],
)
def test_the_bot_is_called_at_an_end_of_the_words(text: str, words: str | None) -> None:
    assert named(text, text.index("@")) == words


def test_another_name_calls_nobody() -> None:
    assert named("@dueto_bots buy jam", 0, "@dueto_bots") is None
    assert named("Duo buy jam", 0, "Duo", type="text_mention", user=ANN) is None
    assert named("Duo buy jam", 0, "Duo", type="text_mention", user=ME) == "buy jam"


@settings(deadline=None)
@given(words=st.text(alphabet="🙂👍🏽é ab" + string.punctuation.replace("@", ""), max_size=20))
def test_where_the_name_stands_is_counted_as_telegram_counts(words: str) -> None:
    has_word = any(letter.isalnum() for letter in words)
    behind, ahead = named(f"{words} @dueto_bot", len(words) + 1), named(f"@dueto_bot {words}", 0)
    assert behind is not None
    assert ahead is not None
    if has_word:
        assert behind.strip(" ,:") == ahead.strip(" ,:") == words.strip(" ,:")


# Channels


RIGHTS = {
    name: False
    for name in inspect.signature(telegram.ChatMemberAdministrator.__init__).parameters
    if name.startswith(("can_", "is_"))
}


def channel(before: str, after: str) -> Any:
    """A change of the bot's own place in a channel."""
    change: dict[str, Any] = {"chat": CHANNEL, "from": ANN, "date": DATE}
    for key, status in (("old_chat_member", before), ("new_chat_member", after)):
        more = RIGHTS if status == "administrator" else {}
        gone = {"until_date": 0} if status == "kicked" else {}
        change[key] = {"user": ME, "status": status, **more, **gone}
    return change


def test_of_a_channel_only_who_added_the_bot_is_told() -> None:
    arrival = read(my_chat_member=channel("left", "administrator"))
    assert isinstance(arrival, AddedToChannel)
    assert (arrival.chat.telegram_id, arrival.title) == (ANN["id"], "News")
    assert read(my_chat_member=channel("administrator", "kicked")) is None
    assert read(chat_member=channel("left", "member")) is None
    assert read(edited_channel_post=message(chat=CHANNEL, text="/add Milk")) is None
    press = {"id": "5", "from": ANN, "chat_instance": "1", "data": "2:list:0.open"}
    assert read(callback_query={**press, "message": message(chat=CHANNEL)}) is None
