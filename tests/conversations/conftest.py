"""Whole conversations: people of the stand-in talk to the whole application, in memory."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from telegram.request import BaseRequest, RequestData

from bot.application import Application, compose
from bot.clock import Clock
from bot.outbox import Outbox
from bot.pace import Limits, Pace
from bot.playground.people import Press
from bot.playground.refusals import Refusal
from bot.playground.telegram import Telegram
from bot.playground.town import Town, a_small_town
from bot.playground.world import Chat, Topic, UploadedFile, User
from bot.polling import ALLOWED_UPDATES
from bot.settings import Settings

Json = dict[str, Any]
UNHURRIED = Limits(whole=100_000, bulk=100_000, chat_gap=0.0, group=100_000, group_bulk=100_000)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360"
    "60606000000005000157a5f3d80000000049454e44ae426082"
)


class InMemory(BaseRequest):
    """python-telegram-bot's transport, straight into the stand-in."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(  # noqa: PLR0917  the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        name = urlsplit(url).path.rpartition("/")[2]
        parameters = request_data.json_parameters if request_data else {}
        try:
            result = await self.telegram.call(name, parameters)
        except Refusal as refusal:
            body = {
                "ok": False,
                "error_code": refusal.code,
                "description": refusal.description,
                "parameters": refusal.parameters,
            }
            return refusal.code, json.dumps(body).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()


@dataclass
class Time:
    """The hands of the clock that the town and the bot share."""

    now: datetime

    def pass_(self, **length: float) -> None:
        self.now += timedelta(**length)


class Conversation:
    """What people say and press in one place, and what they get to read."""

    def __init__(
        self, application: Application, telegram: Telegram, town: Town, time: Time, place: str
    ) -> None:
        self.application = application
        self.telegram = telegram
        self.town = town
        self.time = time
        self.place = place
        self.alert = ""
        self._offset = 0

    def in_(self, place: str) -> Conversation:
        """The same people elsewhere: `private`, `flat`, `project`, `design` or `launch`."""
        other = Conversation(self.application, self.telegram, self.town, self.time, place)
        other._offset = self._offset
        return other

    def user(self, who: str) -> User:
        return cast("User", getattr(self.town, who))

    def chat(self, who: str) -> Chat:
        if self.place == "private":
            return self.telegram.private(self.user(who))
        room = getattr(self.town, self.place)
        return room.chat if isinstance(room, Topic) else cast("Chat", room)

    async def says(self, who: str, text: str, *, reply_to: Json | None = None) -> str:
        """Write a message; what the bot answers, in plain text."""
        to = None if self.place == "private" else getattr(self.town, self.place)
        before = self.last_id(who)
        self.telegram.say(self.user(who), text, to=to, reply_to=reply_to)
        await self.settle()
        return self._answers(who, after=before)

    async def sends_photo(self, who: str, caption: str = "") -> str:
        to = None if self.place == "private" else getattr(self.town, self.place)
        before = self.last_id(who)
        upload = UploadedFile("cat.png", PNG, "image/png")
        self.telegram.send_photo(self.user(who), upload, caption=caption, to=to)
        await self.settle()
        return self._answers(who, after=before)

    async def edits(self, who: str, old: str, new: str) -> str:
        """Edit one's own message; what the bot answers."""
        message = next(
            m for m in reversed(self.messages(who)) if m.get("text") == old and not self._mine(m)
        )
        before = self.last_id(who)
        self.telegram.edit_message(message, new)
        await self.settle()
        return self._answers(who, after=before)

    async def presses(self, who: str, button: str, *, on: Json | None = None) -> str:
        """Press a button by its words, on the newest message that has it: how it reads then."""
        message = on or self.with_button(who, button)
        before = self.last_id(who)
        press = self.telegram.press(self.user(who), message, button)
        await self._after(press)
        shown = next(m for m in self.messages(who) if m["message_id"] == message["message_id"])
        return "\n".join(filter(None, (text_of(shown), self._answers(who, after=before))))

    async def forges(self, who: str, data: str, *, on: Json | None = None) -> str:
        """Press a button that the bot never made; the alert that comes of it."""
        press = self.telegram.press_raw(self.user(who), self.chat(who), on, data)
        await self._after(press)
        return self.alert

    async def _after(self, press: Press) -> None:
        await self.settle()
        self.alert = (await press.answered()).text or ""

    async def settle(self) -> None:
        """Let the bot do everything that waits for it."""
        asked = {"timeout": 0, "allowed_updates": list(ALLOWED_UPDATES)}
        while updates := await self.telegram.call("getUpdates", {"offset": self._offset, **asked}):
            for update in updates:
                await self.application.endpoint.receive(update)
                self._offset = update["update_id"] + 1
        await self.application.endpoint.close()

    def messages(self, who: str) -> list[Json]:
        return self.telegram.messages(self.chat(who))

    def last_id(self, who: str) -> int:
        return max((m["message_id"] for m in self.messages(who)), default=0)

    def newest(self, who: str) -> Json:
        """The bot's newest message here."""
        return next(m for m in reversed(self.messages(who)) if self._mine(m))

    def with_button(self, who: str, button: str) -> Json:
        for message in reversed(self.messages(who)):
            if button in buttons_of(message):
                return message
        raise AssertionError(f"no button {button!r}; the newest has {buttons_of(self.newest(who))}")

    def _mine(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.telegram.bot.id)

    def _answers(self, who: str, *, after: int) -> str:
        return "\n".join(
            text_of(m) for m in self.messages(who) if m["message_id"] > after and self._mine(m)
        )


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)


@pytest.fixture
async def anywhere(database_url: str, time: Time) -> AsyncIterator[Conversation]:
    """The town and the bot, talking in private; `in_` goes elsewhere."""
    telegram = Telegram(now=lambda: time.now)
    settings = Settings.model_validate(
        {
            "bot_token": telegram.token,
            "database_url": database_url,
            "default_timezone": "Europe/Berlin",
        }
    )
    application = compose(
        settings,
        clock=Clock(lambda: time.now),
        request=InMemory(telegram),
        make_outbox=lambda bot: Outbox(bot, pace=Pace(UNHURRIED)),
    )
    await application.bot.initialize()
    yield Conversation(application, telegram, a_small_town(telegram), time, "private")
    await application.outbox.close(5)
    await application.database.close()


@pytest.fixture(params=["private", "flat"], ids=["private", "group"])
def chat(request: pytest.FixtureRequest, anywhere: Conversation) -> Conversation:
    """What works in private works in a group."""
    return anywhere.in_(request.param)
