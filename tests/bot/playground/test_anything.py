"""The stand-in answers or refuses any call; none of them breaks it."""

import contextlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.api.methods import METHODS
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.playground.world.refusals import Refusal
from tests.support.clocks import Time
from tests.support.playground import Refused

NAMES = (
    "message_id",
    "text",
    "parse_mode",
    "entities",
    "caption",
    "caption_entities",
    "reply_parameters",
    "reply_markup",
    "message_thread_id",
    "message_ids",
    "callback_query_id",
    "reaction",
    "commands",
    "scope",
    "language_code",
    "photo",
    "document",
    "video",
    "video_note",
    "duration",
    "file_id",
    "user_id",
    "from_chat_id",
    "menu_button",
    "latitude",
    "longitude",
    "action",
    "name",
    "url",
)
WORDS = st.sampled_from(
    [
        "html",
        "typing",
        "type",
        "emoji",
        "chat",
        "message_id",
        "inline_keyboard",
        "keyboard",
        "text",
        "callback_data",
        "url",
        "user",
        "id",
        "command",
        "force_reply",
        "chat_member",
        "chat_id",
        "user_id",
        "text_mention",
        "quote",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORDS | st.just(1001),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
CALLS = st.dictionaries(st.sampled_from(NAMES), VALUES | st.just("<b>x</b>"), max_size=6)


MARKUPS: list[Any] = [
    5,
    [],
    {"inline_keyboard": {}},
    {"inline_keyboard": [{}]},
    {"inline_keyboard": [[5]]},
    {"inline_keyboard": [[{"text": 5}]]},
    {"inline_keyboard": [[{"text": "x", "callback_data": 5}]]},
    {"inline_keyboard": [[{"text": "x", "url": 5}]]},
    {"inline_keyboard": [[{"text": "x", "url": "x", "style": []}]]},
    {"inline_keyboard": [[{"text": "x", "copy_text": 5}]]},
    {"keyboard": 5},
    {"keyboard": [[5]]},
    {"keyboard": [5]},
]
NASTY: list[tuple[str, str, Any]] = [
    *[("sendMessage", "reply_markup", markup) for markup in MARKUPS],
    ("sendMessage", "reply_parameters", {"message_id": 7, "chat_id": {}}),
    ("sendMessage", "reply_parameters", {"message_id": 1, "quote": ["x"]}),
    ("sendMessage", "reply_parameters", 5),
    ("sendMessage", "entities", [5]),
    ("sendMessage", "entities", [{"type": "bold", "offset": "0", "length": 1}]),
    ("sendMessage", "entities", 5),
    ("sendLocation", "latitude", "nan"),
    ("setMyCommands", "commands", [5]),
    ("setMyCommands", "commands", [{"command": "a"}]),
    ("getMyCommands", "scope", {"type": ["chat"]}),
    ("getMyCommands", "scope", {"type": "chat", "chat_id": {}}),
    ("setChatMenuButton", "menu_button", {"type": {}}),
    ("setMessageReaction", "reaction", [5]),
    ("setMessageReaction", "reaction", [{"type": "paid"}]),
    ("deleteMessages", "message_ids", 5),
    ("deleteMessages", "message_ids", "[1"),
]


@pytest.mark.parametrize(("method", "name", "value"), NASTY)
async def test_nested_values_of_a_wrong_shape_are_refused(
    telegram: Telegram, refused: Refused, method: str, name: str, value: Any
) -> None:
    telegram.say(telegram.new_user(User(1001, "Ann")), "/start")
    code, _ = await refused(method, **{"chat_id": 1001, "text": "x", "message_id": 1, name: value})
    assert code == 400


@settings(
    derandomize=True,
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(method=st.sampled_from(sorted(METHODS)), params=CALLS, chat=st.sampled_from([1001, -1, ""]))
async def test_every_call_is_answered_or_refused(
    clock: Time, method: str, params: dict[str, Any], chat: Any
) -> None:
    telegram = Telegram(now=clock)
    telegram.say(telegram.new_user(User(1001, "Ann")), "/start")
    with contextlib.suppress(Refusal):
        await telegram.call(method, {"chat_id": chat, **params})
    (call,) = telegram.calls
    assert call.method == method
    assert call.refusal is None or 400 <= call.refusal.code < 500
