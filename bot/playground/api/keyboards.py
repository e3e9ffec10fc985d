"""Keyboards and buttons, checked as Telegram checks them."""

from collections.abc import Iterator
from typing import Any

from bot.playground.world import Chat, Json
from bot.playground.world.links import checked_link
from bot.playground.world.refusals import bad_request

MAX_DATA = 64  # bytes of callback_data
MAX_BUTTONS = 100  # of an inline keyboard
MAX_ROW = 8  # buttons of a row
MAX_COPY_TEXT = 256  # characters
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_STYLES = ("danger", "success", "primary")


def checked_markup(markup: Any, *, chat: Chat) -> Json | None:
    """An InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove or ForceReply, or None.

    Raises Refusal for what Telegram would not show.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return checked_inline_keyboard(markup)
    if "keyboard" in markup:
        return _checked_keyboard(markup, chat)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def checked_inline_keyboard(markup: Any) -> Json | None:
    """An InlineKeyboardMarkup without its empty rows; None when no button is left.

    Raises Refusal for anything else.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        if not markup:
            return None
        raise bad_request("inline keyboard expected")
    rows = [[_checked_button(button) for button in row] for row in _lists(rows)]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _lists(rows: list[Any]) -> Iterator[list[Any]]:
    for row in rows:
        if not isinstance(row, list):
            raise bad_request("can't parse inline keyboard: expected an Array of Arrays")
        yield row


def _checked_button(button: Any) -> Json:
    wrong = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"{wrong}: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(f'{wrong}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [action for action in _ACTIONS if button.get(action) is not None]
    if not actions:
        raise bad_request(f"{wrong}: Text buttons are unallowed in the inline keyboard")
    if button.get("style") is not None and button["style"] not in _STYLES:
        raise bad_request(f"{wrong}: invalid button style specified")
    _check_action(button, actions[0])
    return dict(button)


def _check_action(button: Json, action: str) -> None:
    value = button[action]
    if action == "callback_data":
        if not isinstance(value, str) or not 0 < len(value.encode()) <= MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url":
        _check_url(value)
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 0 < len(text) <= MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: Any) -> None:
    if not isinstance(url, str) or not url:
        raise bad_request("inline keyboard button URL is empty")
    if checked_link(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _checked_keyboard(markup: Json, chat: Chat) -> Json | None:
    rows = markup["keyboard"]
    if not isinstance(rows, list):
        raise bad_request('can\'t parse reply keyboard: Field "keyboard" must be of type Array')
    checked = [[_checked_key(key, chat) for key in row] for row in _lists(rows)]
    checked = [row for row in checked if row]
    if sum(map(len, checked)) > 3 * MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return {**markup, "keyboard": checked} if checked else None


def _checked_key(key: Any, chat: Chat) -> Json:
    key = {"text": key} if isinstance(key, str) else key
    if not isinstance(key, dict) or not isinstance(key.get("text"), str) or not key["text"]:
        raise bad_request("keyboard button text must be non-empty")
    if chat.type == "private":
        return dict(key)
    for request, words in (
        ("request_contact", "phone number can be requested in private chats only"),
        ("request_location", "location can be requested in private chats only"),
        ("request_poll", "poll can be requested in private chats only"),
    ):
        if key.get(request):
            raise bad_request(words)
    return dict(key)
