"""How each kind of question is asked, and an answer that fits it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.conversations import Conversation
from tests.support.documents import A_FILE
from tests.support.ways import Walk, Way

PHOTO, A_LIST = "(a photo)", "(a list)"  # answers that are none in words


@dataclass(frozen=True, slots=True)
class Asking:
    """The way to a question, an answer, and what shows it: the answer to `look`, or to the answer
    itself. `is_free`: any words answer it. `is_kept`: the answer changes what the store keeps."""

    way: Way
    answer: str
    shown: str
    look: str = "/show 1"
    is_free: bool = False
    is_kept: bool = True


_CARD = ("/show 1",)
_RUN = ("/habits", "=✏️", "=✏️ run")
_READ = ("/habits", "=➕", "=Read", "=reach")
_OFTEN = ("/habits", "=➕", "=Read", "=not")

ASKING = {
    "title": Asking((*_CARD, "=✏️ Title"), "Oat milk", "Oat milk", is_free=True),
    "notes": Asking((*_CARD, "=📝"), "two litres", "two litres", is_free=True),
    "date": Asking((*_CARD, "=📅", "=⌨️"), "friday", "Fri 25 Sept"),
    "tag": Asking((*_CARD, "=🏷", "=➕"), "#shop", "#shop"),
    "items": Asking((*_CARD, "=☑️", "=➕"), "bottles", "bottles", is_free=True),
    "file": Asking((*_CARD, "=📎", "=➕"), PHOTO, "📎"),
    "when": Asking(("remind me to call mom",), "friday 10:00", "Fri 25 Sept, 10:00", "/list call"),
    "snooze": Asking(("/snooze 1",), "in 5 hours", "19:3"),
    "reminders": Asking((*_CARD, "=🔔", "=⌨️"), "1h before", "1 hour"),
    "repeat": Asking((*_CARD, "=🔁", "=⌨️"), "every friday", "every Friday", "", is_kept=False),
    "import": Asking(("/import",), A_LIST, "one task", "", is_kept=False),
    "what": Asking(("#shop",), "Buy bread", "#shop", "/list bread", is_free=True),
    "zone": Asking(("/timezone",), "Lisbon", "Lisbon", "/settings"),
    "away": Asking(("/away",), "oct 5", "Mon 5 Oct", "/settings"),
    "feedback": Asking(("/feedback",), "Nice bot", "feedback", "", is_free=True, is_kept=False),
    "habit-name": Asking(("/habit",), "Sing", "Sing", "", is_free=True, is_kept=False),
    "habit-goal": Asking(_READ, "20 pages", "How often?", "", is_kept=False),
    "habit-often": Asking(_OFTEN, "3 times a week", "remind you", "", is_kept=False),
    "habit-time": Asking((*_OFTEN, "=Every day"), "7:30", "07:30", ""),
    "habit-when": Asking(("/habit sing every day", "=Other"), "7:30", "07:30", ""),
    "habit-amount": Asking(("/habits", "=✏️", "=✏️ water", "=⌨️"), "250", "250", "/habits"),
    "habit-which": Asking(("/habit tea 3 cups", "/log 2"), "tea", "2 / 3", "/habits"),
    "hedit-name": Asking((*_RUN, "=✏️ Edit", "=Name"), "jog", "jog", "/habits", is_free=True),
    "hedit-words": Asking((*_RUN, "=✏️ Edit", "=often"), "3 times a week", "3", ""),
    "hedit-times": Asking((*_RUN, "=⏰", "=⌨️"), "7:10", "07:10", ""),
    "hedit-pause": Asking((*_RUN, "=⏸", "=⌨️"), "friday", "Fri 25 Sept", ""),
}


async def ask(chat: Conversation, kind: str) -> None:
    """Let a question of a kind be asked."""
    await Walk(chat).go(ASKING[kind].way)


async def answer(chat: Conversation, kind: str) -> str:
    """Answer the question, in a group by a reply to it; what the bot says to it."""
    words, to = ASKING[kind].answer, None if chat.place == "private" else chat.newest("ann")
    if words == PHOTO:
        return await chat.sends_photo("ann", reply_to=to)
    if words == A_LIST:
        return await chat.sends_document("ann", "tasks.dat", content=A_FILE, reply_to=to)
    return await chat.says("ann", words, reply_to=to)


async def open_kinds(chat: Conversation) -> set[str]:
    """The kinds of the questions that are open."""
    return {kind for (kind,) in await chat.rows("(SELECT kind FROM questions) AS open")}
