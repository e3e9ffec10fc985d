"""What a message of the Bot API shows: its words, its buttons and its picture."""

from __future__ import annotations

from bot.playground.telegram import Telegram
from tests.support.telegram import Json


def data_of(message: Json, button: str) -> str:
    """What a button carries."""
    rows = message["reply_markup"]["inline_keyboard"]
    found = (key for row in rows for key in row if key["text"] == button)
    return str(next(found)["callback_data"])


def presses_of(message: Json) -> list[str]:
    """What all of its buttons carry; links carry nothing."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [str(key["callback_data"]) for row in rows for key in row if "callback_data" in key]


def picture_in(telegram: Telegram, message: Json) -> bytes:
    """The picture of a message, as it was sent."""
    return telegram.world.files[message["photo"][-1]["file_id"]].content


def facts_of(text: str) -> list[str]:
    """The lines of an answer, with one for each fact: a group reads them in one line."""
    return text.replace(" · ", "\n").splitlines()


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def lines(said: str, *titles: str) -> dict[str, str]:
    """The line of each title; one that is not said is missing."""
    found = {title: [line for line in said.splitlines() if title in line] for title in titles}
    return {title: of_it[0] for title, of_it in found.items() if of_it}
