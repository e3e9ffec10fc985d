"""Whole conversations: people of the stand-in talk to the whole bot, in memory."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import text as sql

from bot.application import Application
from bot.incoming.polling import ALLOWED_UPDATES
from bot.playground.people.presses import Press
from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import Chat, Topic, UploadedFile, User
from tests.support.clocks import Time
from tests.support.messages import buttons_of, text_of
from tests.support.playground import png
from tests.support.setup import Setup
from tests.support.telegram import Json


class Conversation:
    """What people say and press in one place, and what the bot answers."""

    def __init__(self, setup: Setup, place: str) -> None:
        self.setup = setup
        self.place = place
        self.alert = ""

    @property
    def application(self) -> Application:
        return self.setup.application

    @property
    def telegram(self) -> Telegram:
        return self.setup.telegram

    @property
    def town(self) -> Town:
        return self.setup.town

    @property
    def time(self) -> Time:
        return self.setup.time

    def in_(self, place: str) -> Conversation:
        """The same people elsewhere: `private`, `flat`, `project`, `design` or `launch`."""
        return Conversation(self.setup, place)

    def in_topic(self, topic: Topic) -> Conversation:
        """The same people in a topic, of a private chat, too."""
        return InTopic(self.setup, topic)

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
        """Write a message; what the bot answers, in plain text: in new messages or, where there
        are none, in those that it has changed."""
        before, shown = self.last_id(who), self._shown(who)
        self.telegram.say(self.user(who), text, to=self.to(), reply_to=reply_to)
        return await self._heard(who, before) or self._changed(who, shown)

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
        return await self.sends_file(who, "photo", "cat.png", caption, reply_to=reply_to)

    async def sends_document(
        self,
        who: str,
        name: str,
        caption: str = "",
        *,
        content: bytes = b"words",
        reply_to: Json | None = None,
    ) -> str:
        return await self.sends_file(
            who, "document", name, caption, reply_to=reply_to, content=content
        )

    async def sends_file(
        self,
        who: str,
        kind: str,
        name: str,
        caption: str = "",
        *,
        reply_to: Json | None = None,
        content: bytes = b"words",
    ) -> str:
        """Send a file as one of Telegram's kinds; what the bot answers, as says() tells it."""
        before, shown = self.last_id(who), self._shown(who)
        upload = UploadedFile(name, png(1, 1) if kind == "photo" else content)
        self.telegram.send_file(
            self.user(who), kind, upload, caption=caption, to=self.to(), reply_to=reply_to
        )
        return await self._heard(who, before) or self._changed(who, shown)

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
        """Press a button that the bot never made; the alert that the bot answers with."""
        press = self.telegram.press_raw(self.user(who), self.chat(who), on, data)
        await self._after(press)
        return self.alert

    async def forges_all(self, who: str, several: Sequence[str], *, on: Json) -> list[str]:
        """The same with several, one after the other; their alerts."""
        chat = self.chat(who)
        made = [self.telegram.press_raw(self.user(who), chat, on, data) for data in several]
        await self.settle()
        return [(await press.answered()).text or "" for press in made]

    async def gets(self, update: Json) -> None:
        """Let an update come in, whether or not Telegram could have made it."""
        self.telegram.raw_update(update)
        await self.settle()

    async def rows(self, *tables: str) -> list[tuple[Any, ...]]:
        """Every row of every table, to see whether anything has changed."""
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
                self.setup.offset = update["update_id"] + 1
        await self.application.endpoint.close()
        while await self.application.reminders.push_next():
            pass
        while await self.application.boards.show_next():
            pass
        while await self.application.mailings.send_next():
            pass

    async def later(self, who: str, **length: float) -> str:
        """Let time pass at once; what the bot says of its own accord."""
        before = self.last_id(who)
        self.time.pass_(**length)
        return await self._heard(who, before)

    async def waiting(self) -> list[Json]:
        """The updates that the bot has not received yet."""
        asked = {"timeout": 0, "allowed_updates": list(ALLOWED_UPDATES)}
        asked["offset"] = self.setup.offset
        return cast("list[Json]", await self.telegram.call("getUpdates", asked))

    def messages(self, who: str) -> list[Json]:
        return self.telegram.messages(self.chat(who))

    def last_id(self, who: str) -> int:
        return max(self.chat(who).posts, default=0)

    def newest(self, who: str) -> Json:
        """The bot's newest message here."""
        return copy.deepcopy(next(m for m in reversed(self._seen(who)) if self.is_bots(m)))

    def reads(self, who: str, message: Json) -> str:
        """The present text of a message."""
        post = self.chat(who).posts.get(message["message_id"])
        return text_of(post.json()) if post is not None else ""

    def buttons(self, who: str) -> list[str]:
        """The buttons below the bot's newest message."""
        return buttons_of(self.newest(who))

    def with_button(self, who: str, button: str) -> Json:
        for message in reversed(self._seen(who)):
            if button in buttons_of(message):
                return copy.deepcopy(message)
        raise AssertionError(f"no button {button!r}; the newest has {buttons_of(self.newest(who))}")

    def _seen(self, who: str) -> list[Json]:
        """The messages here, to be read at once: they share what the stand-in holds."""
        return [post.json() for post in self.chat(who).posts.values()]

    def is_bots(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.telegram.bot.id)

    def _shown(self, who: str) -> dict[int, str]:
        """How the bot's messages read now."""
        return {m["message_id"]: text_of(m) for m in self._seen(who) if self.is_bots(m)}

    def _changed(self, who: str, before: dict[int, str]) -> str:
        """The messages that read differently than they did."""
        now = self._shown(who)
        return "\n".join(text for key, text in now.items() if before.get(key) != text)

    def _answers(self, who: str, *, after: int) -> str:
        return "\n".join(
            text_of(m) for m in self._seen(who) if m["message_id"] > after and self.is_bots(m)
        )


class InTopic(Conversation):
    """What people say and press in a topic."""

    def __init__(self, setup: Setup, topic: Topic) -> None:
        super().__init__(setup, topic.name)
        self.topic = topic

    def chat(self, who: str) -> Chat:
        return self.topic.chat

    def to(self) -> Chat | Topic | None:
        return self.topic


def a_message(anywhere: Conversation, place: str, who: str = "ann") -> Json:
    """The fields that every message has, for updates that a test makes by hand."""
    there = anywhere.in_(place)
    chat, world = there.chat(who), there.telegram.world
    chat.is_started = True
    return {
        "message_id": world.next_number(chat),
        "from": there.user(who).json(),
        "chat": chat.json(),
        "date": world.unix(),
    }


def files(chat: Conversation, who: str) -> dict[str, bytes]:
    """The documents that the bot has sent, by the ends of their names."""
    sent = [message["document"] for message in chat.messages(who) if "document" in message]
    return {one["file_name"].rpartition(".")[2]: _content(chat, one) for one in sent}


def _content(chat: Conversation, document: Json) -> bytes:
    return bytes(chat.telegram.world.files[document["file_id"]].content)
