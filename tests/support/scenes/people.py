"""Ann, Bob and Chen in their chats with the bot, and what they do there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.history.recording import recorded
from storage.models import (
    Action,
    Change,
    Chat,
    ChatKind,
    Membership,
    MemberStatus,
    Question,
    Task,
    User,
)
from storage.people.asking import Asker, Deed, Where
from storage.people.chats import ChatFacts, meet_chat
from storage.people.members import seen_here, set_member_status
from storage.people.users import Sender, meet_user
from storage.rules.due import Due
from storage.talk.questions import is_open
from storage.tasks.add import add_tasks
from storage.tasks.find import find_task
from storage.tasks.lists import Filter, Page, Scope, list_page
from storage.tasks.new import NewTask
from tests.support import clocks

NOW = clocks.NOW  # Wednesday, 14:30 in Berlin
BERLIN = "Europe/Berlin"
PEOPLE = {"ann": 1001, "bob": 1002, "chen": 1003}
GROUP = -500


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a chat."""

    user: User
    chat: Chat
    asker: Asker

    def deed(self, at: datetime = NOW) -> Deed:
        return Deed(self.asker, at)

    def where(self, zone: str = BERLIN, topic: int = 0) -> Where:
        return Where(self.asker, self.chat, topic, zone)


def sender(who: str) -> Sender:
    return Sender(PEOPLE[who], who.title(), username=who, language="en")


def facts(chat_id: int) -> ChatFacts:
    if chat_id > 0:
        return ChatFacts(chat_id, ChatKind.PRIVATE, "private")
    return ChatFacts(chat_id, ChatKind.GROUP, "The flat")


async def private(session: AsyncSession, who: str, *, now: datetime = NOW) -> Seat:
    """A person in their own chat with the bot."""
    return await sit(session, who, PEOPLE[who], now=now)


async def group(
    session: AsyncSession, who: str, chat_id: int = GROUP, *, now: datetime = NOW
) -> Seat:
    """A person who writes in a group."""
    return await sit(session, who, chat_id, now=now)


async def sit(session: AsyncSession, who: str, chat_id: int, *, now: datetime) -> Seat:
    user = await meet_user(session, sender(who), now=now)
    chat = await meet_chat(session, facts(chat_id), now=now)
    await seen_here(session, user, chat, now=now)
    await session.flush()
    return Seat(user, chat, Asker.of(user, chat))


async def stranger(session: AsyncSession, who: str, chat_id: int) -> Seat:
    """A person who is no member of a chat and asks as if they were there."""
    user = await meet_user(session, sender(who), now=NOW)
    chat = await meet_chat(session, facts(chat_id), now=NOW)
    return Seat(user, chat, Asker.of(user, chat))


async def leave(session: AsyncSession, seat: Seat, *, now: datetime = NOW) -> None:
    await set_member_status(session, seat.user, seat.chat, MemberStatus.GONE, now=now)


async def add(
    session: AsyncSession, seat: Seat, *new: str | NewTask, topic: int = 0, deed: Deed | None = None
) -> list[Task]:
    """Add tasks by their titles, or as NewTasks."""
    tasks = [NewTask(one) if isinstance(one, str) else one for one in new]
    return await add_tasks(session, tasks, chat=seat.chat, topic=topic, deed=deed or seat.deed())


async def find(session: AsyncSession, seat: Seat, number: int) -> Task:
    return await find_task(session, number, chat=seat.chat, asker=seat.asker)


async def titles(
    session: AsyncSession,
    seat: Seat,
    wanted: Filter | Scope = Scope.OPEN,
    *,
    zone: str = BERLIN,
    topic: int = 0,
    now: datetime = NOW,
) -> list[str]:
    """The titles of a list's first page, in its order."""
    chosen = wanted if isinstance(wanted, Filter) else Filter(wanted)
    page = await list_page(session, chosen, 0, where=seat.where(zone, topic), now=now)
    return shown(page)


def shown(page: Page) -> list[str]:
    return [task.title for task in page.tasks]


async def membership(session: AsyncSession, user: User, chat: Chat) -> Membership:
    """What is known about a person in a chat."""
    return await session.get_one(Membership, (user.id, chat.id))


async def open_question(session: AsyncSession, asker: Asker, *, now: datetime) -> Question | None:
    """The question that still waits for this person's answer in a chat."""
    question = await session.get(Question, (asker.chat_id, asker.user_id), populate_existing=True)
    return question if question is not None and is_open(question, now=now) else None


async def changes_of(session: AsyncSession, task_id: UUID) -> Sequence[Change]:
    """A task's rows of history, oldest first."""
    query = select(Change).where(Change.task_id == task_id).order_by(col(Change.id))
    return (await session.exec(query)).all()


def at(hours: float = 0, **more: float) -> datetime:
    """So many hours (or days=…, minutes=…) after NOW."""
    return NOW + timedelta(hours=hours, **more)


def due(text: str, zone: str = BERLIN) -> Due:
    """`2026-09-23` is a whole day, `2026-09-23T18:00` a wall time."""
    wall = datetime.fromisoformat(text)
    return Due(wall.date(), wall.time() if "T" in text else None, zone)


@asynccontextmanager
async def failing(database: Database) -> AsyncIterator[AsyncSession]:
    """A transaction that ends in ZeroDivisionError, whatever its block has done."""
    async with database.begin() as session:
        yield session
        raise ZeroDivisionError


@asynccontextmanager
async def statements(database: Database) -> AsyncIterator[list[str]]:
    """The SQL that the block sends, without what opens its transactions."""
    sent: list[str] = []
    async with hearing(database, lambda sql, _: sent.append(" ".join(sql.split()))):
        yield sent


@asynccontextmanager
async def sent_to(database: Database) -> AsyncIterator[list[tuple[str, Any]]]:
    """The same as it is, with its values."""
    sent: list[tuple[str, Any]] = []
    async with hearing(database, lambda sql, values: sent.append((sql, values))):
        yield sent


@asynccontextmanager
async def hearing(database: Database, hear: Callable[[str, Any], None]) -> AsyncIterator[None]:
    engine = database._engine.sync_engine

    def note(*facts: Any) -> None:
        if not facts[2].startswith("BEGIN"):
            hear(facts[2], facts[3])

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", note)


def set_title(session: AsyncSession, task: Task, title: str, deed: Deed) -> None:
    """A small change of a task, which history keeps."""
    with recorded(session, task, Action.EDIT, deed):
        task.title = title
