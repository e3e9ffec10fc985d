"""What a tick on a board costs, however many people and days there are: `python -m bench.board`.

The whole way of a press through the bot, from Telegram's update to the answer being handed over, on
both databases: median and worst of several ticks in one run. The large board is a group of 100
people who keep 10 habits on most days of a year; beside it a board of one person and one habit.
`--profile` prints where the time of the large board goes instead.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.migrations import upgrade
from storage.models import Chat, Habit, HabitEntry, HabitMember, Membership, MemberStatus, User
from storage.settings import DatabaseSettings
from tests.support.clocks import NOW, Time
from tests.support.conversations import Conversation
from tests.support.databases import postgresql_for_tests
from tests.support.setup import a_setup

TODAY = date(2026, 9, 23)
TICKS = 21
GOAL_MS = 100
HEAD = f"| board | SQLite: median ms of {TICKS} ticks | worst | PostgreSQL: median | worst | goal |"
SCHEDULE = {"start": "2025-09-23", "unit": "day", "interval": 1, "times": 1, "weekdays": []}


@dataclass(frozen=True, slots=True)
class Size:
    """How much a board holds."""

    people: int
    habits: int
    days: int

    def __str__(self) -> str:
        return f"{self.people} × {self.habits} × {self.days} days"


SIZES = (Size(1, 1, 1), Size(10, 10, 365), Size(100, 10, 365))


async def fill(session: AsyncSession, chat: Conversation, size: Size) -> None:
    """Habits that people of the group keep on most days up to yesterday."""
    random = Random(7)
    here = select(Chat.id).where(Chat.telegram_id == chat.chat("ann").id)
    ann = select(User.id).where(User.telegram_id == chat.user("ann").id)
    chat_id, first = (await session.exec(here)).one(), (await session.exec(ann)).one()
    users = [
        User(telegram_id=9_000 + n, name=f"Person {n}", created_at=NOW, updated_at=NOW)
        for n in range(1, size.people)
    ]
    session.add_all(users)
    await session.flush()
    people = [first, *(user.id for user in users)]
    session.add_all(
        Membership(user_id=one, chat_id=chat_id, standing=MemberStatus.MEMBER, checked_at=NOW)
        for one in people[1:]
    )
    for number in range(size.habits):
        habit = Habit(
            chat_id=chat_id,
            name=f"habit {number}",
            recurring_schedule={**SCHEDULE, "reminders": ["21:00"]},
            position=number,
            created_at=NOW,
            updated_at=NOW,
        )
        session.add(habit)
        await session.flush()
        await _keep(session, habit.id, people, size, random)


async def _keep(
    session: AsyncSession, habit_id: UUID, people: Sequence[UUID], size: Size, random: Random
) -> None:
    session.add_all(HabitMember(habit_id=habit_id, user_id=one, joined_at=NOW) for one in people)
    await session.flush()
    entries = [
        {"habit_id": habit_id, "user_id": one, "day": TODAY - timedelta(days=ago)}
        for ago in range(size.days, 0, -1)  # as they come: day by day, not person by person
        for one in people
        if random.random() < 0.85
    ]
    rest = {"amount": 1.0, "is_skip": False, "note": "", "updated_at": NOW}
    table = SQLModel.metadata.tables[str(HabitEntry.__tablename__)]
    connection = await session.connection()
    await connection.execute(insert(table), [{**entry, **rest} for entry in entries])


async def ticks(url: str, size: Size, profile: cProfile.Profile | None) -> list[float]:
    """Milliseconds of each tick of the first habit by Ann."""
    async with a_setup(url, Time(NOW)) as setup:
        chat = Conversation(setup, "flat")
        await chat.says("ann", "/habits")
        async with setup.application.database.begin() as session:
            await fill(session, chat, size)
        await chat.says("ann", "/habits")
        spent = []
        for _ in range(TICKS + 3):
            chat.telegram.press(chat.user("ann"), chat.with_button("ann", "☑️ habit 0"), "☑️ habit 0")
            (update,) = await chat.waiting()
            if profile is not None:
                profile.enable()
            begin = perf_counter()
            await setup.application.endpoint.receive(update)
            spent.append((perf_counter() - begin) * 1000)
            if profile is not None:
                profile.disable()
            setup.offset = update["update_id"] + 1
            await setup.application.endpoint.close()
        return spent[3:]


@asynccontextmanager
async def addresses(count: int) -> AsyncIterator[tuple[list[str], list[str]]]:
    """Migrated, empty databases: SQLite's and PostgreSQL's."""
    with TemporaryDirectory() as folder:
        files = [f"sqlite:///{folder}/{number}.db" for number in range(count)]
        for file in files:
            await upgrade(DatabaseSettings.from_url(file))
        async with postgresql_for_tests() as server:
            names = [await server.create_migrated() for _ in range(count)]
            yield files, [server.url_of(name) for name in names]


async def measure(*, profiles: bool) -> None:
    sizes = SIZES[-1:] if profiles else SIZES
    async with addresses(len(sizes)) as (files, servers):
        if not profiles:
            print(f"{HEAD}\n|" + "---|" * (HEAD.count("|") - 1))
        for size, *urls in zip(sizes, files, servers, strict=True):
            cells: list[str] = []
            for url in urls:
                profile = cProfile.Profile() if profiles else None
                spent = await ticks(url, size, profile)
                cells += [f"{median(spent):.0f}", f"{max(spent):.0f}"]
                if profile is not None:
                    pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            if not profiles:
                print(f"| {size} | {' | '.join(cells)} | {GOAL_MS} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true")
    asyncio.run(measure(profiles=parser.parse_args().profile))


if __name__ == "__main__":
    main()
