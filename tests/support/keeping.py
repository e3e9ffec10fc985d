"""Habits with a past, put into the store beside a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.habits.add import NewHabit, add_habit
from storage.habits.entries import set_amount, skip
from storage.models import Chat, Habit, User
from storage.people.asking import Asker, Deed
from storage.people.chats import chat_of
from storage.people.users import user_of
from storage.rules.schedules import Goal, Schedule
from tests.support.conversations import Conversation

TODAY = date(2026, 9, 23)  # of PRODUCT's examples, a Wednesday


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


async def has_habit(
    chat: Conversation,
    who: str,
    name: str,
    schedule: Schedule | None = None,
    goal: Goal | None = None,
    *,
    done: Mapping[int, float] | Iterable[int] = (),
    skipped: Iterable[int] = (),
) -> Habit:
    """Let somebody have a habit here, begun 60 days ago and daily unless said otherwise.

    `done` are days ago, or days ago with amounts.
    """
    if not chat.messages(who):
        await chat.says(who, "/list")
    async with chat.application.database.begin() as session:
        user, here = await _seat(session, chat, who)
        deed = Deed(Asker.of(user, here), chat.time.now)
        new = NewHabit(name, schedule or Schedule(ago(60)), goal)
        habit = await add_habit(session, new, chat=here, topic=0, deed=deed)
        await _log(session, habit, deed, done, skipped)
    return habit


async def has_done(
    chat: Conversation, who: str, habit: Habit, done: Mapping[int, float] | Iterable[int]
) -> None:
    """Record that somebody kept a shared habit so many days ago."""
    await chat.says(who, "/list")
    async with chat.application.database.begin() as session:
        user, here = await _seat(session, chat, who)
        kept = await session.get_one(Habit, habit.id)
        await _log(session, kept, Deed(Asker.of(user, here), chat.time.now), done, ())


async def _seat(session: AsyncSession, chat: Conversation, who: str) -> tuple[User, Chat]:
    user = await user_of(session, chat.user(who).id)
    return user, await chat_of(session, chat.chat(who).id)


async def _log(
    session: AsyncSession,
    habit: Habit,
    deed: Deed,
    done: Mapping[int, float] | Iterable[int],
    skipped: Iterable[int],
) -> None:
    amounts = done if isinstance(done, Mapping) else dict.fromkeys(done, 1.0)
    for days, amount in amounts.items():
        await set_amount(session, habit, ago(days), amount, deed)
    for days in skipped:
        await skip(session, habit, ago(days), deed)
