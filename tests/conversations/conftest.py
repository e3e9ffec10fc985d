"""Whole conversations: people of the stand-in talk to the whole application, in memory."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text as sql
from structlog.testing import capture_logs
from telegram.request import BaseRequest, RequestData

from bot.application import Application, compose
from bot.clock import Clock
from bot.incoming.polling import ALLOWED_UPDATES
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Limits, Pace
from bot.playground.people import Press
from bot.playground.refusals import NOT_MODIFIED, Refusal
from bot.playground.telegram import Telegram
from bot.playground.town import Town, a_small_town
from bot.playground.world import Chat, Topic, UploadedFile, User
from bot.settings import Settings

Json = dict[str, Any]
ASKED_FOR = frozenset({"getChatMember"})  # a refusal is one of its answers
TROUBLE = frozenset({"warning", "error", "critical"})
WITH_EVERY_DATABASE = frozenset(
    {"tests.conversations.tasks.test_tasks", "tests.conversations.test_once"}
)
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
        uploads = request_data.multipart_data if request_data else {}
        files = {
            field: UploadedFile(file_name, content, mime)
            for field, (file_name, content, mime) in (uploads or {}).items()
            if isinstance(content, bytes)
        }
        try:
            result = await self.telegram.call(name, parameters, files)
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


@dataclass
class Patience:
    """The outbox's own clock, which goes with the town's: waiting for another try takes no time."""

    time: Time
    seconds: float = 0.0

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)

    def monotonic(self) -> float:
        return self.seconds + self.time.now.timestamp()


@dataclass
class Stage:
    """What all conversations of a test share: the bot's process, the town and its time."""

    settings: Settings
    telegram: Telegram
    town: Town
    time: Time
    application: Application
    offset: int = 0
    log: list[MutableMapping[str, Any]] = field(default_factory=list)
    trouble_is_meant: bool = False

    async def restart(self) -> None:
        """End the bot's process and start another on the same database."""
        await self.stop()
        self.application = an_application(self.settings, self.telegram, self.time)
        await self.application.bot.initialize()

    async def stop(self) -> None:
        await self.application.endpoint.close()
        await self.application.outbox.close(5)
        await self.application.database.close()

    def check(self) -> None:
        """Whatever people did, Telegram refused nothing and nothing broke."""
        if self.trouble_is_meant:
            return
        refusals = [(c.method, c.refusal.description) for c in self.telegram.calls if c.refusal]
        meant = {NOT_MODIFIED}  # pressing what is shown already is no error
        assert [one for one in refusals if one[0] not in ASKED_FOR and one[1] not in meant] == []
        assert [entry for entry in self.log if entry["log_level"] in TROUBLE] == []


class Conversation:
    """What people say and press in one place, and what they get to read."""

    def __init__(self, stage: Stage, place: str) -> None:
        self.stage = stage
        self.place = place
        self.alert = ""

    @property
    def application(self) -> Application:
        return self.stage.application

    @property
    def telegram(self) -> Telegram:
        return self.stage.telegram

    @property
    def town(self) -> Town:
        return self.stage.town

    @property
    def time(self) -> Time:
        return self.stage.time

    def in_(self, place: str) -> Conversation:
        """The same people elsewhere: `private`, `flat`, `project`, `design` or `launch`."""
        return Conversation(self.stage, place)

    def user(self, who: str) -> User:
        return cast("User", getattr(self.town, who))

    def chat(self, who: str) -> Chat:
        if self.place == "private":
            return self.telegram.private(self.user(who))
        room = getattr(self.town, self.place)
        return room.chat if isinstance(room, Topic) else cast("Chat", room)

    def to(self) -> Chat | Topic | None:
        """Where messages go; None is the writer's private chat."""
        return None if self.place == "private" else getattr(self.town, self.place)

    async def says(self, who: str, text: str, *, reply_to: Json | None = None) -> str:
        """Write a message; what the bot answers, in plain text."""
        before = self.last_id(who)
        self.telegram.say(self.user(who), text, to=self.to(), reply_to=reply_to)
        return await self._heard(who, before)

    async def adds(self, who: str, *texts: str) -> str:
        """Add tasks, one message for each; the last answer."""
        for text in texts:
            answer = await self.says(who, f"/add {text}")
        return answer

    async def answers(self, who: str, text: str) -> str:
        """Answer the bot's newest message: as groups need it, by a reply."""
        return await self.says(who, text, reply_to=self.newest(who))

    async def sends_photo(
        self, who: str, caption: str = "", *, reply_to: Json | None = None
    ) -> str:
        before = self.last_id(who)
        upload = UploadedFile("cat.png", PNG, "image/png")
        self.telegram.send_photo(
            self.user(who), upload, caption=caption, to=self.to(), reply_to=reply_to
        )
        return await self._heard(who, before)

    async def sends_document(self, who: str, name: str, caption: str = "") -> str:
        before = self.last_id(who)
        upload = UploadedFile(name, b"words")
        self.telegram.send_document(self.user(who), upload, caption=caption, to=self.to())
        return await self._heard(who, before)

    async def forwards(self, who: str, message: Json, *, hides_name: bool = False) -> str:
        """Pass a message on to here."""
        before = self.last_id(who)
        self.telegram.forward(self.user(who), message, to=self.to(), hides_name=hides_name)
        return await self._heard(who, before)

    async def edits(self, who: str, old: str, new: str) -> str:
        """Edit one's own message; what the bot answers."""
        message = next(
            m for m in reversed(self.messages(who)) if text_of(m) == old and not self.is_bots(m)
        )
        before = self.last_id(who)
        self.telegram.edit_message(message, new)
        return await self._heard(who, before)

    async def presses(self, who: str, button: str, *, on: Json | None = None) -> str:
        """Press a button by its words, on the newest message that has it: how it reads then."""
        message = on or self.with_button(who, button)
        before = self.last_id(who)
        press = self.telegram.press(self.user(who), message, button)
        await self._after(press)
        shown = self.reads(who, message)
        return "\n".join(filter(None, (shown, self._answers(who, after=before))))

    async def forges(self, who: str, data: str, *, on: Json | None = None) -> str:
        """Press a button that the bot never made; the alert that comes of it."""
        press = self.telegram.press_raw(self.user(who), self.chat(who), on, data)
        await self._after(press)
        return self.alert

    async def gets(self, update: Json) -> None:
        """Let an update of any making come in."""
        self.telegram.raw_update(update)
        await self.settle()

    async def rows(self, *tables: str) -> list[tuple[Any, ...]]:
        """All that tables hold, to see whether anything has changed."""
        found: list[tuple[Any, ...]] = []
        async with self.application.database.begin() as session:
            connection = await session.connection()
            for table in tables:
                kept = await connection.execute(sql(f"SELECT * FROM {table}"))  # noqa: S608  ours
                found += sorted((tuple(row) for row in kept), key=str)
        return found

    async def _after(self, press: Press) -> None:
        await self.settle()
        self.alert = (await press.answered()).text or ""

    async def _heard(self, who: str, before: int) -> str:
        await self.settle()
        return self._answers(who, after=before)

    async def settle(self) -> None:
        """Let the bot do everything that waits for it."""
        while updates := await self.waiting():
            for update in updates:
                await self.application.endpoint.receive(update)
                self.stage.offset = update["update_id"] + 1
        await self.application.endpoint.close()
        while await self.application.reminders.push_next():
            pass

    async def later(self, who: str, **length: float) -> str:
        """Let time pass at once; what the bot says of its own accord."""
        before = self.last_id(who)
        self.time.pass_(**length)
        return await self._heard(who, before)

    async def waiting(self) -> list[Json]:
        """The updates that the bot has not received yet."""
        asked = {"timeout": 0, "allowed_updates": list(ALLOWED_UPDATES)}
        asked["offset"] = self.stage.offset
        return cast("list[Json]", await self.telegram.call("getUpdates", asked))

    def messages(self, who: str) -> list[Json]:
        return self.telegram.messages(self.chat(who))

    def last_id(self, who: str) -> int:
        return max((m["message_id"] for m in self.messages(who)), default=0)

    def newest(self, who: str) -> Json:
        """The bot's newest message here."""
        return next(m for m in reversed(self.messages(who)) if self.is_bots(m))

    def reads(self, who: str, message: Json) -> str:
        """How a message reads by now."""
        kept = (m for m in self.messages(who) if m["message_id"] == message["message_id"])
        return text_of(next(kept, {}))

    def buttons(self, who: str) -> list[str]:
        """The buttons below the bot's newest message."""
        return buttons_of(self.newest(who))

    def with_button(self, who: str, button: str) -> Json:
        for message in reversed(self.messages(who)):
            if button in buttons_of(message):
                return message
        raise AssertionError(f"no button {button!r}; the newest has {buttons_of(self.newest(who))}")

    def is_bots(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.telegram.bot.id)

    def _answers(self, who: str, *, after: int) -> str:
        return "\n".join(
            text_of(m) for m in self.messages(who) if m["message_id"] > after and self.is_bots(m)
        )


def a_message(anywhere: Conversation, place: str, who: str = "ann") -> Json:
    """The frame of a message that somebody writes somewhere, for updates of any making."""
    there = anywhere.in_(place)
    chat, world = there.chat(who), there.telegram.world
    chat.is_started = True
    return {
        "message_id": world.next_number(chat),
        "from": there.user(who).json(),
        "chat": chat.json(),
        "date": world.unix(),
    }


def data_of(message: Json, button: str) -> str:
    """What a button carries."""
    rows = message["reply_markup"]["inline_keyboard"]
    found = (key for row in rows for key in row if key["text"] == button)
    return str(next(found)["callback_data"])


def picture_in(telegram: Telegram, message: Json) -> bytes:
    """The picture of a message, as it was sent."""
    return telegram.world.files[message["photo"][-1]["file_id"]].content


def text_of(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons_of(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)


def an_application(settings: Settings, telegram: Telegram, time: Time) -> Application:
    """The whole bot on the stand-in, unhurried by Telegram's limits."""
    patience = Patience(time)
    return compose(
        settings,
        clock=Clock(lambda: time.now),
        request=InMemory(telegram),
        make_outbox=lambda bot: Outbox(
            bot, pace=Pace(UNHURRIED), sleep=patience.sleep, monotonic=patience.monotonic
        ),
    )


@asynccontextmanager
async def a_stage(database_url: str, time: Time) -> AsyncIterator[Stage]:
    """The town and the bot on a migrated database."""
    telegram = Telegram(now=lambda: time.now)
    settings = Settings.model_validate(
        {
            "bot_token": telegram.token,
            "database_url": database_url,
            "default_timezone": "Europe/Berlin",
        }
    )
    application = an_application(settings, telegram, time)
    await application.bot.initialize()
    stage = Stage(settings, telegram, a_small_town(telegram), time, application)
    with capture_logs() as stage.log:
        yield stage
        await stage.stop()
    stage.check()


@pytest.fixture
async def anywhere(database_url: str, time: Time) -> AsyncIterator[Conversation]:
    """The town and the bot, talking in private; `in_` goes elsewhere."""
    async with a_stage(database_url, time) as stage:
        yield Conversation(stage, "private")


@pytest.fixture
def place(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


@pytest.fixture
def chat(place: str, anywhere: Conversation) -> Conversation:
    """What works in private works in a group."""
    return anywhere.in_("flat" if place == "group" else place)


@pytest.hookimpl(tryfirst=True)  # pytest itself then reads the mark
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both places and both databases; all four together where the store itself is talked to."""
    if "chat" not in metafunc.fixturenames:
        return
    pairs = [("private", "sqlite"), ("group", "postgresql")]
    if metafunc.module.__name__ in WITH_EVERY_DATABASE:
        pairs += [("group", "sqlite"), ("private", "postgresql")]
    both = pytest.mark.parametrize(("place", "dialect"), pairs, indirect=True)
    metafunc.definition.add_marker(both)
