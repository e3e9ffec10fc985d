"""The bot's real process, killed with SIGKILL while updates are in flight: each is done once."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import select

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from bot.playground.world import User
from storage.database import Database
from storage.models import Chat, ReceivedUpdate, Task
from storage.settings import DatabaseSettings
from tests.support.databases import plan_nothing
from tests.support.processes import answers, killed_at_the_end, until

PEOPLE = 50
TASKS_EACH = 4
KILLED_AFTER = (1, 30)  # answers that a process has given when it is killed


@pytest.fixture
def telegram() -> Telegram:
    """Everybody has written all their tasks, turn by turn, while the bot was away."""
    telegram = Telegram(now=lambda: datetime.now(UTC))
    people = [
        telegram.new_user(User(5000 + number, f"Person {number}", None, None, "en"))
        for number in range(PEOPLE)
    ]
    for task in range(TASKS_EACH):
        for person in people:
            telegram.say(person, f"/add task {task}")
    return telegram


def has_answered(telegram: Telegram, goal: int) -> bool:
    return answers(telegram) >= goal


async def test_no_update_is_lost_or_done_twice(
    telegram: Telegram, server: Server, database_url: str, tmp_path: Path
) -> None:
    redelivered = 0
    for more in KILLED_AFTER:
        goal = answers(telegram) + more
        async with killed_at_the_end(telegram, server, database_url, tmp_path) as bot:
            await until(telegram, partial(has_answered, telegram, goal), bot)
        waiting = {update["update_id"] for update in telegram.pending_updates}
        assert waiting, "all was confirmed before the kill, which then shows nothing"
        redelivered += len(waiting & await received(database_url))

    assert redelivered, "no kill came between a commit and its confirmation"
    async with killed_at_the_end(telegram, server, database_url, tmp_path) as bot:
        await until(telegram, lambda: not telegram.pending_updates, bot)

    numbers, titles = await stored(database_url)
    each = Counter(f"task {task}" for task in range(TASKS_EACH))
    assert titles == dict.fromkeys(range(5000, 5000 + PEOPLE), each)
    assert set(numbers.values()) == {tuple(range(1, TASKS_EACH + 1))}


async def received(database_url: str) -> set[int]:
    """The ids of the updates that had their effect."""
    database = Database(
        DatabaseSettings.from_url(database_url), planner=plan_nothing, default_zone="UTC"
    )
    async with database.begin() as session:
        ids = set((await session.exec(select(ReceivedUpdate.update_id))).all())
    await database.close()
    return ids


async def stored(
    database_url: str,
) -> tuple[dict[int, tuple[int, ...]], dict[int, Counter[str]]]:
    """By chat: the numbers of its tasks, and how often each title is there."""
    database = Database(
        DatabaseSettings.from_url(database_url), planner=plan_nothing, default_zone="UTC"
    )
    query = select(Chat.telegram_id, Task.number, Task.title).where(Task.chat_id == Chat.id)
    async with database.begin() as session:
        rows = (await session.exec(query.order_by("number"))).all()
    await database.close()
    numbers: dict[int, tuple[int, ...]] = {}
    titles: dict[int, Counter[str]] = {}
    for chat, number, title in rows:
        numbers[chat] = (*numbers.get(chat, ()), number)
        titles.setdefault(chat, Counter())[title] += 1
    return numbers, titles
