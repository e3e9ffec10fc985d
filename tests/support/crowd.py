"""People of the stand-in, and reminders for them in the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.playground.telegram import Telegram
from bot.playground.world import User
from storage.database import Database
from storage.models import Chat, ChatKind
from storage.people.asking import Asker, Deed
from storage.people.chats import ChatFacts, meet_chat
from storage.people.members import seen_here
from storage.people.users import Sender, meet_user
from storage.rules.due import Due
from storage.tasks.add import add_tasks
from storage.tasks.new import NewTask

TOGETHER = 50  # people in one transaction
FIRST = 10_000  # Telegram's ids of the people begin above this
NUMBERED = re.compile(r"reminder (\d+)\b")  # how the texts of the store's messages name them


def crowd(telegram: Telegram, count: int) -> list[User]:
    """So many new people who have started the bot, a private chat each."""
    people = []
    known = len(telegram.world.users)
    for number in range(known, known + count):
        person = User(FIRST + number, f"Person {number}", None, None, "en")
        telegram.new_user(person)
        telegram.world.chats[person.id].is_started = True
        people.append(person)
    return people


async def remind(
    database: Database,
    people: Sequence[User],
    due: Sequence[datetime],
    *,
    now: datetime,
    first: int = 0,
) -> None:
    """Give task n, `reminder n`, to one person after the other; it reminds when it is due.

    `database` has to plan reminders before it commits; `first` is the number of the first.
    """
    for start in range(0, len(people), TOGETHER):
        async with database.begin() as session:
            for index, person in list(enumerate(people))[start : start + TOGETHER]:
                new = [
                    NewTask(f"reminder {first + n}", due=Due.from_moment(due[n], "UTC"))
                    for n in range(index, len(due), len(people))
                ]
                chat, deed = await _met(session, person, now=now)
                await add_tasks(session, new, chat=chat, topic=0, deed=deed)


async def _met(session: AsyncSession, person: User, *, now: datetime) -> tuple[Chat, Deed]:
    """A person's private chat, and they who do something there."""
    sender = Sender(person.id, person.first_name, language="en")
    user = await meet_user(session, sender, now=now)
    facts = ChatFacts(person.id, ChatKind.PRIVATE, person.first_name)
    chat = await meet_chat(session, facts, now=now)
    await seen_here(session, user, chat, now=now)
    return chat, Deed(Asker.of(user, chat), now)


def arrivals(telegram: Telegram) -> dict[int, list[datetime]]:
    """When each reminder arrived, by its number, as often as it did."""
    found: dict[int, list[datetime]] = {}
    for call in telegram.calls_of("sendMessage"):
        if call.refusal is None:
            for number in NUMBERED.findall(str(call.params.get("text", ""))):
                found.setdefault(int(number), []).append(call.at)
    return found


def lateness(arrived: Mapping[int, Iterable[datetime]], due: Sequence[datetime]) -> list[float]:
    """Seconds from when a reminder was due to when it first arrived, in growing order."""
    return sorted((min(at) - due[number]).total_seconds() for number, at in arrived.items())


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value below or at which `share` (0 to 1) of the ordered values lie."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
