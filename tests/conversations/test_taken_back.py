"""Whatever somebody does, by a command, in words, by a button or by a typed answer: /undo restores
the store, row for row.

The buttons are found by pressing: each one that a message shows is pressed once, and so are those
of what it leads to. A route that changes something and is not taken back is on a list, with why.
"""

from __future__ import annotations

from collections import deque

import pytest

from bot.presses.coding import Press, unpack
from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of
from tests.support.stores import differing, kept
from tests.support.telegram import Json

NOT_UNDONE = {
    "undo": "it takes back, and is not taken back itself",
    "hundo": "the same on a habit's card",
}
ROOTS = (
    *("/show 1", "/show 2", "/list", "/today", "/habits", "/settings", "/stats", "⏰"),
    *("/timezone Lisbon", "/habit meditate every day"),
)
CHANGING = {root for root in ROOTS if root.startswith(("/timezone", "/habit m"))}
WORDS = (
    *("/add Buy bread tomorrow 9am #shop", "Buy stamps", "- one\n- two", "/done 1", "done 1 2"),
    *("/delete 1", "delete 1", "/move 1 friday 10:00", "move 1 to friday", "/edit 1 Oat milk #new"),
    *("/snooze 1 2 hours", "/habit Swim every day at 21:00", "/log run", "/log water 500"),
    *("did run", "skip run", "+250 ml water", "/timezone Lisbon", "/language German"),
    *("/settings 12h", "daily agenda at 8:00", "/settings quiet 22:00-08:00"),
    *("pause habits",),
)
REPLIES = ("done", "delete", "tomorrow 9", "skip", "#garden", "!high", "every 2 days", "a note")
ANSWERED = {
    "title": (["/show 1", "✏️ Title"], "Oat milk"),
    "notes": (["/show 1", "📝 Notes"], "two litres"),
    "date": (["/move 1"], "friday"),
    "tag": (["/show 1", "🏷 Tags", "➕ New tag"], "#shop"),
    "items": (["/show 1", "☑️ Checklist", "➕ Add items"], "bottles"),
    "snooze": (["/snooze 1"], "in 5 hours"),
    "repeat": (["/show 1", "🔁 Repeat", "⌨️ Type it"], "every friday"),
    "reminders": (["/show 1", "🔔 Reminders", "⌨️ Type it"], "1h before"),
    "what": (["tomorrow"], "Buy bread"),
    "when": (["remind me to call mom"], "friday 10:00"),
    "zone": (["/timezone"], "Lisbon"),
}


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    """Tasks and habits of all kinds, some of them reminded of."""
    await anywhere.says("ann", "/start")
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "/add Milk at 14:40 nag 20m\n- oat\n- soy")
    await anywhere.says("ann", "/add Take pills every day at 14:40")
    await anywhere.says("ann", "/habit run every day at 14:40")
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.later("ann", minutes=10)
    anywhere.time.pass_(seconds=30)
    return anywhere


async def taken_back(ann: Conversation, before: object, what: str) -> None:
    """Undo what was just done, and see that nothing of it is left."""
    await ann.says("ann", "/undo")
    after = await kept(ann.application.database)
    assert differing(before, after) == {}, what  # type: ignore[arg-type]


@pytest.mark.parametrize("words", WORDS)
async def test_words_are_taken_back(ann: Conversation, words: str) -> None:
    before = await kept(ann.application.database)
    await ann.says("ann", words)
    assert await kept(ann.application.database) != before, "this is to change something"
    await taken_back(ann, before, words)


async def test_the_end_of_a_pause_is_taken_back(ann: Conversation) -> None:
    await ann.says("ann", "pause habits")
    before = await kept(ann.application.database)
    await ann.says("ann", "resume habits")
    await taken_back(ann, before, "resume habits")


@pytest.mark.parametrize("words", REPLIES)
@pytest.mark.parametrize("about", ["Milk", "Take pills", "run"])
async def test_replies_are_taken_back(ann: Conversation, about: str, words: str) -> None:
    reminder = next(m for m in reversed(ann.messages("ann")) if f"{about}" in str(m.get("text")))
    before = await kept(ann.application.database)
    await ann.says("ann", words, reply_to=reminder)
    if await kept(ann.application.database) != before:
        await taken_back(ann, before, words)


@pytest.mark.parametrize("kind", ANSWERED)
async def test_answers_are_taken_back(ann: Conversation, kind: str) -> None:
    (first, *buttons), answer = ANSWERED[kind]
    await ann.says("ann", first)
    for button in buttons:
        await ann.presses("ann", button)
    before = await kept(ann.application.database)
    await ann.says("ann", answer)
    if kind != "repeat":  # it is only shown
        assert await kept(ann.application.database) != before
        await taken_back(ann, before, kind)


class Crawl:
    """Presses every kind of button that can be reached, each once."""

    def __init__(self, ann: Conversation) -> None:
        self.ann = ann
        self.pressed: set[type[Press]] = set()
        self.is_changed = False

    async def all_of(self, root: str) -> None:
        base = await kept(self.ann.application.database)
        todo: deque[tuple[str, ...]] = deque([()])
        while todo:
            path = todo.popleft()
            await self.restore(base)
            shown = await self.reach(root, path)
            for button in buttons_of(shown):
                if self._kind(shown, button) in self.pressed:
                    continue
                await self.restore(base)
                message = await self.reach(root, path)
                kind = self._kind(message, button)
                if kind is None or kind in self.pressed:
                    continue
                self.pressed.add(kind)
                await self.press(message, button, kind)
                if len(path) < 3:
                    todo.append((*path, button))

    async def restore(self, base: object) -> None:
        """Undo what the way to a message has changed."""
        for _ in range(6 if self.is_changed else 0):
            if await kept(self.ann.application.database) == base:
                self.is_changed = False
                return
            await self.ann.says("ann", "/undo")

    def _kind(self, message: Json, button: str) -> type[Press] | None:
        if button not in buttons_of(message):
            return None
        rows = message["reply_markup"]["inline_keyboard"]
        key = next(key for row in rows for key in row if key["text"] == button)
        return type(unpack(key["callback_data"], VERBS)) if "callback_data" in key else None

    async def reach(self, root: str, path: tuple[str, ...]) -> Json:
        """The message that a root leads to by these buttons."""
        ann = self.ann
        self.is_changed = self.is_changed or bool(path) or root in CHANGING
        if root == "⏰":
            message = next(m for m in reversed(ann.messages("ann")) if "⏰" in str(m.get("text")))
        else:
            await ann.says("ann", root)
            message = ann.newest("ann")
        for button in path:
            last = ann.last_id("ann")
            await ann.presses("ann", button, on=message)
            same = message["message_id"]
            newer = ann.last_id("ann") > last
            shown = ann.last_id("ann") if newer else same
            message = next(m for m in ann.messages("ann") if m["message_id"] == shown)
        return message

    async def press(self, message: Json, button: str, kind: type[Press]) -> None:
        ann = self.ann
        before = await kept(ann.application.database)
        await ann.presses("ann", button, on=message)
        if await kept(ann.application.database) == before or kind.verb in NOT_UNDONE:
            return
        await taken_back(ann, before, f"{kind.__name__}: {button}")


async def test_buttons_are_taken_back(ann: Conversation) -> None:
    crawl = Crawl(ann)
    for root in ROOTS:
        await crawl.all_of(root)
    assert len(crawl.pressed) >= 20
