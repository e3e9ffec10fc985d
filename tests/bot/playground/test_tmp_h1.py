"""Whatever is asked, the stand-in answers or refuses; it does not break."""

import contextlib
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.methods import METHODS
from bot.playground.refusals import Refusal
from bot.playground.telegram import Telegram
from bot.playground.world import User
from tests.bot.playground.conftest import Clock

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


@settings(
    derandomize=False,
    deadline=None,
    max_examples=9000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(method=st.sampled_from(sorted(METHODS)), params=CALLS, chat=st.sampled_from([1001, -1, ""]))
async def test_every_call_is_answered_or_refused(
    clock: Clock, method: str, params: dict[str, Any], chat: Any
) -> None:
    telegram = Telegram(now=clock)
    telegram.say(telegram.new_user(User(1001, "Ann")), "/start")
    with contextlib.suppress(Refusal):
        await telegram.call(method, {"chat_id": chat, **params})
