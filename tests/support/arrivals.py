"""Updates as Telegram writes them, and what the bot reads of them."""

from __future__ import annotations

from typing import Any

from telegram import Update

from bot.incoming.updates import Arrival, read_update

BOT = 4247
ANN = {"id": 1001, "is_bot": False, "first_name": "Ann", "last_name": "Lee", "username": "ann"}
ME = {"id": BOT, "is_bot": True, "first_name": "Dueto", "username": "dueto_bot"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "Ann"}
GROUP = {"id": -5, "type": "group", "title": "Flat"}
FORUM = {"id": -1005, "type": "supergroup", "title": "Project", "is_forum": True}
CHANNEL = {"id": -1009, "type": "channel", "title": "News", "username": "news"}
DATE = 1_790_166_600


def read(**update: Any) -> Arrival | None:
    parsed = Update.de_json({"update_id": 1, **update}, None)
    return read_update(parsed, bot_id=BOT, username="dueto_bot")


def message(**more: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": DATE, "chat": PRIVATE, "from": ANN, **more}
