"""The Bot API methods that answer inline queries and guest queries."""

import re
from datetime import timedelta
from typing import Any

from bot.playground.api.formatting import formatted
from bot.playground.api.keyboards import checked_inline_keyboard
from bot.playground.api.parameters import Parameters
from bot.playground.world import Json, World
from bot.playground.world.posting import add_post, show, text_content
from bot.playground.world.refusals import OLD_QUERY, Refusal, bad_request

ANSWERABLE = timedelta(minutes=1)  # not documented; people report refusals after half a minute
MAX_RESULTS = 50
MAX_KEY = 64  # bytes of a result's id, and of an offset
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_inline_query(world: World, parameters: Parameters) -> bool:
    """answerInlineQuery: once for each query, while it is young; articles only"""
    inquiry = world.inquiries.get(parameters.text("inline_query_id"))
    is_old = inquiry is not None and world.now() - inquiry.asked_at > ANSWERABLE
    if inquiry is None or inquiry.results is not None or is_old:
        raise Refusal(400, OLD_QUERY)
    results: Any = parameters.json("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results: expected an Array")
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    following = parameters.text("next_offset")
    if len(following.encode()) > MAX_KEY:
        raise bad_request("NEXT_OFFSET_INVALID")
    checked = [_checked(world, result) for result in results]
    if len({result["id"] for result in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    inquiry.button = _checked_button(parameters.json("button"))
    inquiry.following, inquiry.results = following, checked
    event = {"type": "results", "query_id": inquiry.id, "user_id": inquiry.person.id}
    shown = [{key: one.get(key) for key in ("id", "title", "description")} for one in checked]
    world.tell({**event, "results": shown, "following": following, "button": inquiry.button})
    return True


def answer_guest_query(world: World, parameters: Parameters) -> Json:
    """answerGuestQuery: once for each query; an article"""
    query = world.guest_queries.get(parameters.text("guest_query_id"))
    if query is None or query.answer is not None:
        raise Refusal(400, OLD_QUERY)
    result = _checked(world, parameters.json("result"))
    asked = query.post
    place = asked.chat.topics.get(asked.thread or 0, asked.chat)
    caller = {"guest_bot_caller_user": asked.body["from"]} if "from" in asked.body else {}
    content = {**result["content"], **caller}
    post = add_post(world, place, world.bot.user, content, reply_to=asked)
    post.markup, query.answer = result["markup"], post
    key = world.name_inline(post)
    show(world, post)
    return {"inline_message_id": key}


def _checked(world: World, result: Any) -> Json:
    """A result: its id, its lines, and the message that it becomes. Raises Refusal."""
    if not isinstance(result, dict) or result.get("type") != "article":
        raise bad_request("can't parse inline query result: unallowed inline query result type")
    key, title = result.get("id"), result.get("title")
    if not isinstance(key, str) or not 0 < len(key.encode()) <= MAX_KEY:
        raise bad_request("RESULT_ID_INVALID")
    if not isinstance(title, str) or not title.strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request("input message content is not specified")
    text = formatted(world, Parameters(content, {}), "message_text")
    if not text.text:
        raise bad_request("message text is empty")
    return {
        "id": key,
        "title": title,
        "description": result.get("description"),
        "content": text_content(text),
        "markup": checked_inline_keyboard(result.get("reply_markup")),
    }


def _checked_button(button: Any) -> Json | None:
    if button is None:
        return None
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("BUTTON_TEXT_EMPTY")
    payload = button.get("start_parameter")
    if not isinstance(payload, str) or not PAYLOAD.fullmatch(payload):
        raise bad_request("START_PARAM_INVALID")
    return dict(button)
