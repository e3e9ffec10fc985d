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

FRAME = 9  # receipt, who and where, the kept answer; to be 4, when they are read together
TODAY = date(2026, 9, 23)
DAILY = {"unit": "day", "interval": 1, "times": 1, "weekdays": [], "reminders": ["21:00"]}
MANY = 12  # habits, more than a page has; people, more than one line names

Size: TypeAlias = Literal["one habit", "many habits", "many people"]
Does: TypeAlias = Literal["says", "presses", "presses on the board"]

# what is done, and the statements that it may cost beside the frame
COSTS: Sequence[tuple[Does, str, str, int]] = (
    ("says", "/habit swim every day at 21:00", "", 6),
    ("says", "/habit swim 20 pages every week", "", 6),
    ("says", "/habits", "", 4),
    ("says", "/today", "", 4),
    ("says", "/week", "", 4),
    ("says", "/log run yesterday", "", 16),
    ("says", "/stats", "", 4),
    ("says", "/stats run", "", 4),
    ("presses", "☐ run", "☑️ run", 6),
    ("presses", "⏭", "⏭", 6),
    ("presses", "✏️ Edit", "✏️ Edit", 4),
    ("presses on the board", "☐ run", "☑️ 1. run", 6),
    ("presses on the board", "⏭", "⏭", 6),
)


@pytest.fixture
async def anywhere(database_url: str) -> AsyncIterator[Conversation]:
    async with a_setup(database_url, Time(NOW)) as setup:
        yield Conversation(setup, "private")


@pytest.mark.parametrize("size", ["one habit", "many habits", "many people"])
async def test_what_a_command_may_cost(anywhere: Conversation, size: Size) -> None:
    """In private and in a group, however many habits and people there are."""
    dear = []
    for place in ("private", "flat"):
        chat = anywhere.in_(place)
        await chat.says("ann", "/habit run every day at 21:00")
        await _fill(chat, size)
        for does, words, in_group, budget in COSTS:
            await _prepare(chat, does)
            sent = await _spent(chat, does, words if place == "private" else in_group or words)
            if len(sent) > budget + FRAME:
                dear.append((place, words, len(sent), budget + FRAME, [s[:60] for s in sent]))
            await chat.settle()
            await chat.says("ann", "/undo")
    assert dear == []


async def _prepare(chat: Conversation, does: Does) -> None:
    if does == "presses on the board":
        await chat.says("ann", "/habits")


async def _spent(chat: Conversation, does: Does, words: str) -> list[str]:
    """The statements of one update, and of keeping what became of its answer."""
    if does == "says":
        chat.telegram.say(chat.user("ann"), words, to=chat.to())
    else:
        chat.telegram.press(chat.user("ann"), chat.with_button("ann", words), words)
    (update,) = await chat.waiting()
    async with statements(chat.application.database) as sent:
        await chat.application.endpoint.receive(update)
        await chat.application.endpoint.close()
        spent = list(sent)
    chat.setup.offset = update["update_id"] + 1
    return spent


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
