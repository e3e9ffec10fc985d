"""Ways through a conversation: what is said, and which buttons are pressed, by their classes."""

from __future__ import annotations

from typing import TypeAlias

from bot.presses.coding import Press, unpack
from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.documents import A_FILE
from tests.support.messages import text_of
from tests.support.stores import Row, differing, kept
from tests.support.telegram import Json

# Words are said, a class of presses is pressed. `@x` turns to the bot's newest message with x in it
# that has the next button, `=x` presses the button with these words, `> x` answers the bot's newest
# message; `📎 x` sends a file of tasks with the caption x.
Step: TypeAlias = str | type[Press]
Way: TypeAlias = tuple[Step, ...]
MOST_PRESSED = 4  # of the buttons of one class
Store: TypeAlias = dict[str, list[Row]]


class Walk:
    """Somebody on their way; `message` is the one whose buttons come next."""

    def __init__(self, chat: Conversation, who: str = "ann") -> None:
        self.chat = chat
        self.who = who
        self.message: Json = {}

    async def go(self, way: Way, *, to: type[Press] | None = None) -> None:
        """All of a way, to a message that has a button of a class."""
        for step, after in zip(way, (*way[1:], to), strict=True):
            if not isinstance(step, str):
                await self.press(step)
            elif step.startswith("="):
                await self.press_label(next(key for key in self.keys() if step[1:] in key))
            elif step.startswith("📎"):
                await self.drop(step.removeprefix("📎").strip())
            elif step.startswith("@"):
                self.message = self._with(step[1:], after)
            else:
                await self.say(step)

    async def say(self, words: str) -> None:
        chat = self.chat
        reply_to = chat.newest(self.who) if words.startswith("> ") else None
        words = words.removeprefix("> ")
        if chat.place != "private" and words.startswith("/"):
            command, space, rest = words.partition(" ")
            words = f"{command}@dueto_bot{space}{rest}"
        elif chat.place != "private" and reply_to is None:
            words = f"@dueto_bot {words}"
        await chat.says(self.who, words, reply_to=reply_to)
        self.message = chat.newest(self.who)

    async def drop(self, caption: str) -> None:
        """Send a file of tasks with these words."""
        await self.chat.sends_document(self.who, "tasks.json", caption, content=A_FILE)
        self.message = self.chat.newest(self.who)

    async def press(self, kind: type[Press], place: int = 0) -> None:
        """Press the button of this class at this place among those of the message."""
        found = self.labels(kind)
        assert found, (kind.__name__, text_of(self.message), list(self.keys()))
        await self.press_label(found[place])

    async def press_label(self, label: str) -> None:
        chat, last = self.chat, self.chat.last_id(self.who)
        await chat.presses(self.who, label, on=self.message)
        newer = chat.last_id(self.who) > last
        shown = chat.newest(self.who)["message_id"] if newer else self.message["message_id"]
        post = chat.chat(self.who).posts.get(shown)
        self.message = post.json() if post is not None else self.message

    def keys(self) -> dict[str, type[Press]]:
        """The buttons below the message, with their classes."""
        return _keys_of(self.message)

    def labels(self, kind: type[Press]) -> list[str]:
        return [label for label, one in self.keys().items() if one is kind]

    def _with(self, words: str, kind: object) -> Json:
        wanted = (
            message
            for message in reversed(self.chat.messages(self.who))
            if words in text_of(message)
            and self.chat.is_bots(message)
            and (isinstance(kind, str) or kind in _keys_of(message).values())
        )
        return next(wanted)

    async def store(self) -> Store:
        """All that the store keeps now."""
        return await kept(self.chat.application.database)

    async def take_back(self, before: Store, what: str) -> None:
        """Undo what was just done, and see that nothing of it is left."""
        said = await self.chat.says(self.who, "/undo@dueto_bot")
        assert differing(before, await self.store()) == {}, (what, said)

    async def go_back(self, start: Store, way: Way) -> None:
        """Undo all that a way has changed: each step in it at most one deed."""
        for _ in way:
            if await self.store() == start:
                return
            await self.chat.says(self.who, "/undo@dueto_bot")
        assert differing(start, await self.store()) == {}, way

    async def changes(self, kind: type[Press], way: Way, start: Store) -> bool:
        """Go a way and press a button of a class; of several the first one that changes something,
        which is then taken back. Whether any did."""
        await self.go(way, to=kind)
        count = min(MOST_PRESSED, len(self.labels(kind)))
        assert count, (kind.__name__, text_of(self.message), list(self.keys()))
        for place in range(count):
            before = await self.store()
            await self.press(kind, place)
            if await self.store() != before:
                await self.take_back(before, f"{kind.__name__} in {self.chat.place}")
                return True
            if place + 1 < count:
                await self.go_back(start, way)
                await self.go(way, to=kind)
        return False


def _keys_of(message: Json) -> dict[str, type[Press]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    keys = [key for row in rows for key in row if "callback_data" in key]
    return {key["text"]: type(unpack(key["callback_data"], VERBS)) for key in keys}
