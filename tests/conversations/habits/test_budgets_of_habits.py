"""What commands about habits may cost: the statements of an update, and of keeping its answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Literal, TypeAlias
from uuid import UUID

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Chat, Habit, HabitEntry, HabitMember, Membership, MemberStatus, User
from tests.support.clocks import NOW, Time
from tests.support.conversations import Conversation
from tests.support.scenes.people import statements
from tests.support.setup import a_setup

FRAME = 4  # receipt, who and where, the kept answer, and its settling
TODAY = date(2026, 9, 23)
DAILY = {"unit": "day", "interval": 1, "times": 1, "weekdays": [], "reminders": ["21:00"]}
MANY = 12  # habits, more than a page has; people, more than one line names

Size: TypeAlias = Literal["one habit", "many habits", "many people"]
# before it: a word said, or hours that pass until a reminder comes
Before: TypeAlias = str | int

# what is said or pressed, in a group instead, and what it may cost beside the frame
SAID = (
    ("/habit swim every day at 21:00", 6),
    ("/habit sing 20 pages every week", 6),
    ("/habits", 4),
    ("/today", 4),
    ("/week", 4),
    ("/log run yesterday", 16),
    ("/stats", 4),
    ("/stats run", 4),
)
PRESSED: Sequence[tuple[Before, str, str, int]] = (
    ("", "☐ run", "☑️ run", 6),  # on the new habit's message
    ("/habits", "✅ run", "☑️ run", 6),
    ("/habits", "✏️", "✏️", 4),
    ("", "✏️ run", "✏️ run", 4),
    ("", "⏭", "⏭", 6),  # on the card
    ("", "⏭ ✓", "↩️ Not done", 6),
    ("/today", "✅ habit 0", "☑️ habit 0", 8),
    (7, "☐ habit 0", "☑️ habit 0", 6),  # on the reminder
)


@pytest.fixture
async def anywhere(database_url: str) -> AsyncIterator[Conversation]:
    async with a_setup(database_url, Time(NOW)) as setup:
        yield Conversation(setup, "private")


@pytest.mark.parametrize("size", ["one habit", "many habits", "many people"])
@pytest.mark.parametrize("place", ["private", "flat"])
async def test_what_a_command_may_cost(anywhere: Conversation, place: str, size: Size) -> None:
    """However many habits and people there are."""
    chat, dear = anywhere.in_(place), []
    await chat.says("ann", "/habit run every day at 21:00")
    await _fill(chat, size)
    for before, private, shared, budget in PRESSED:
        if isinstance(before, int):
            await chat.later("ann", hours=before)
            await chat.says("ann", "/help")  # else Telegram is asked whether she is still here
        elif before:
            await chat.says("ann", before)
        button = private if place == "private" else shared
        chat.telegram.press(chat.user("ann"), chat.with_button("ann", button), button)
        dear += await _beyond(chat, f"{before}: {button}", budget)
    for said, budget in SAID:
        chat.telegram.say(chat.user("ann"), said, to=chat.to())
        dear += await _beyond(chat, said, budget)
    assert dear == []


async def _beyond(chat: Conversation, what: str, budget: int) -> list[tuple[object, ...]]:
    """What an update costs with the keeping of its answer, if that is more than its budget."""
    (update,) = await chat.waiting()
    async with statements(chat.application.database) as sent:
        await chat.application.endpoint.receive(update)
        await chat.application.endpoint.close()
        spent = list(sent)
    chat.setup.offset = update["update_id"] + 1
    await chat.settle()
    return [(what, len(spent), budget + FRAME, spent)] if len(spent) > budget + FRAME else []


async def _fill(chat: Conversation, size: Size) -> None:
    """More habits, or more people who keep them, beside Ann's own habit."""
    async with chat.application.database.begin() as session:
        here, ann = await _here(session, chat)
        users = [ann]
        if size == "many people" and chat.place != "private":
            users += [await _person(session, here, number) for number in range(MANY)]
        for number in range(MANY if size == "many habits" else 1):
            await _habit(session, here, users, number)


async def _here(session: AsyncSession, chat: Conversation) -> tuple[UUID, UUID]:
    here, ann = chat.chat("ann").id, chat.user("ann").id
    chats = select(Chat.id).where(Chat.telegram_id == here)
    people = select(User.id).where(User.telegram_id == ann)
    return (await session.exec(chats)).one(), (await session.exec(people)).one()


async def _person(session: AsyncSession, chat_id: UUID, number: int) -> UUID:
    user = User(telegram_id=9_000 + number, name=f"P{number}", created_at=NOW, updated_at=NOW)
    session.add(user)
    await session.flush()
    session.add(
        Membership(user_id=user.id, chat_id=chat_id, standing=MemberStatus.MEMBER, checked_at=NOW)
    )
    return user.id


async def _habit(session: AsyncSession, chat_id: UUID, users: Sequence[UUID], number: int) -> None:
    habit = Habit(
        chat_id=chat_id,
        name=f"habit {number}",
        searchable=f" habit {number} ",
        recurring_schedule={"start": "2026-01-01", **DAILY},
        position=number + 1,
        created_at=NOW,
        updated_at=NOW,
    )
    session.add(habit)
    await session.flush()
    for user_id in users:
        session.add(HabitMember(habit_id=habit.id, user_id=user_id, joined_at=NOW))
        session.add(
            HabitEntry(habit_id=habit.id, user_id=user_id, day=TODAY, amount=1.0, updated_at=NOW)
        )
