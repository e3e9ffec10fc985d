"""Updates of every kind that Telegram sends, and the places in them that may be changed."""

from __future__ import annotations

from typing import Any

from tests.support.conversations import Conversation


def real_updates(anywhere: Conversation) -> list[dict[str, Any]]:
    """One update of each kind that Telegram sends, all of Ann's or about her."""
    town = anywhere.town
    user, bot = town.ann.json(), anywhere.telegram.bot.json()
    now = anywhere.telegram.world.unix()
    message = {"message_id": 77, "from": user, "date": now}
    private = {**message, "chat": town.ann.json() | {"type": "private"}, "text": "Milk tomorrow"}
    group = {**message, "chat": town.flat.json(), "text": "/add Milk @ann"}
    topic = {**group, "chat": town.project.json(), "message_thread_id": 5, "is_topic_message": True}
    member = {"user": user, "status": "member"}
    change = {
        "chat": town.flat.json(),
        "from": user,
        "date": now,
        "old_chat_member": {"user": bot, "status": "left"},
        "new_chat_member": {"user": bot, "status": "member"},
    }
    pen = [{"type": "emoji", "emoji": "✍"}]
    about = {"chat": town.flat.json(), "message_id": 77, "user": user, "date": now}
    reaction = {**about, "old_reaction": [], "new_reaction": pen}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    press = {"id": "5", "from": user, "chat_instance": "1", "data": "2:list:0.open"}
    return [
        {"message": private},
        {"message": group},
        {"message": {**topic, "reply_to_message": {**group, "from": bot}}},
        {"message": {**private, "photo": photo, "caption": "A cat"}},
        {"message": {**group, "new_chat_members": [user], "text": None}},
        {"message": {**group, "left_chat_member": user}},
        {"message": {**group, "migrate_to_chat_id": -100123}},
        {"edited_message": {**private, "edit_date": now + 5}},
        {"channel_post": {**message, "chat": {"id": -100, "type": "channel", "title": "News"}}},
        {"callback_query": {**press, "message": {**private, "from": bot}}},
        {"callback_query": {**press, "inline_message_id": "8"}},
        {"my_chat_member": change},
        {"chat_member": {**change, "new_chat_member": member, "old_chat_member": member}},
        {"message_reaction": reaction},
        {"inline_query": {"id": "6", "from": user, "query": "milk", "offset": ""}},
        {"something_new": {"of": ["next", "year"]}},
    ]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything in a JSON value."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(found for key, item in inner for found in places(item, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], new: Any, *, drop: bool) -> Any:
    """The JSON value with another value at a path, or without it."""
    if not path:
        return new
    key, *rest = path
    items = dict(value) if isinstance(value, dict) else dict(enumerate(value))
    if rest or not drop:
        items[key] = changed(items[key], tuple(rest), new, drop=drop)
    else:
        del items[key]
    return items if isinstance(value, dict) else list(items.values())


def crashes(anywhere: Conversation) -> list[Any]:
    log = anywhere.setup.log
    return [entry["exc_info"] for entry in log if entry["event"] == "update failed"]
