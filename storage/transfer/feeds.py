"""Calendar feeds: their secret tokens, who may read them, and what they hold.

Whoever has the address reads the feed, so nobody can guess one, and the store cannot tell one: it
keeps the hash of the token. What its person may see is asked at every reading.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import and_, or_, update
from sqlmodel import col, select

from storage.errors import MembershipUnknown
from storage.models import (
    Assignment,
    CalendarFeed,
    Chat,
    Habit,
    HabitMember,
    Membership,
    MemberStatus,
    Task,
    User,
)
from storage.people.access import MEMBERSHIP_LASTS, check_memberships
from storage.people.asking import Asker
from storage.people.preferences import default_zone_of, preferences_in
from storage.rules.due import Due
from storage.rules.recurrence import repeat_from_json
from storage.rules.schedules import Schedule, away_of, spans_from_json
from storage.transfer.events import FeedHabit, FeedTask, feed_calendar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.database import Database

TOKEN_BYTES = 32
PAGE = 500  # tasks that are read at once
NOTED = timedelta(minutes=10)  # a reading is not noted more often than this
TITLE = "Dueto"


@dataclass(frozen=True, slots=True)
class OpenFeed:
    """A feed that may be read now. `person` is whose it is; `chat` their private chat, or a
    group."""

    feed: CalendarFeed
    person: User
    chat: Chat

    @property
    def asker(self) -> Asker:
        """Its person, asking in that chat."""
        return Asker.of(self.person, self.chat)


@dataclass(frozen=True, slots=True)
class FeedContents:
    """What a feed holds: `tag` changes whenever that does."""

    rows: tuple[Mapping[str, Any], ...]
    habits: tuple[FeedHabit, ...]
    title: str
    tag: str


def hash_of(token: str) -> str:
    """The hash of a token, in hexadecimal digits. A token has 256 random bits: no salt is needed,
    nor a slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


async def feed_of(session: AsyncSession, user: User, chat: Chat) -> CalendarFeed | None:
    """A person's feed of a chat, whether it is active or not."""
    query = select(CalendarFeed).where(
        CalendarFeed.user_id == user.id, CalendarFeed.chat_id == chat.id
    )
    return (await session.exec(query)).first()


async def own_feed(session: AsyncSession, key: UUID, user: User) -> CalendarFeed | None:
    """The feed of a key, if it is this person's."""
    feed = await session.get(CalendarFeed, key)
    return feed if feed is not None and feed.user_id == user.id else None


async def new_address(session: AsyncSession, user: User, chat: Chat, *, now: datetime) -> str:
    """Make a person's feed of a chat, or give it another token: the one before is dead at once.
    The token is not kept: it can be told now, and never again."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = await feed_of(session, user, chat)
    if feed is None:
        feed = CalendarFeed(
            user_id=user.id, chat_id=chat.id, token_hash="", told_at=now, created_at=now
        )
        session.add(feed)
    feed.token_hash, feed.is_active = hash_of(token), True
    feed.told_at, feed.read_at = now, None
    return token


async def chat_for_feed(session: AsyncSession, key: UUID, user: User) -> Chat | None:
    """The chat of a key, if this person is in it."""
    query = (
        select(Chat)
        .join(Membership, col(Membership.chat_id) == col(Chat.id))
        .where(
            Chat.id == key, Membership.user_id == user.id, Membership.standing != MemberStatus.GONE
        )
    )
    return (await session.exec(query)).first()


async def find_feed(session: AsyncSession, token: str, *, now: datetime) -> OpenFeed | None:
    """The feed of a token: None if there is none, it was revoked, or its person has left the
    group.

    Raises MembershipUnknown while Telegram has to be asked where they are.
    """
    query = (
        select(CalendarFeed, User, Chat, Membership.checked_at)
        .join(User, col(User.id) == col(CalendarFeed.user_id))
        .join(Chat, col(Chat.id) == col(CalendarFeed.chat_id))
        .join(
            Membership,
            and_(col(Membership.user_id) == col(User.id), col(Membership.chat_id) == col(Chat.id)),
        )
        .where(
            CalendarFeed.token_hash == hash_of(token),
            col(CalendarFeed.is_active),
            Membership.standing != MemberStatus.GONE,
            col(User.banned_at).is_(None),
        )
    )
    found = (await session.exec(query)).first()
    if found is None:
        return None
    feed, checked_at = OpenFeed(*found[:3]), found[3]
    if feed.chat.is_private:
        await check_memberships(session, feed.asker, now=now)
    elif now - checked_at > MEMBERSHIP_LASTS:
        raise MembershipUnknown(feed.person.telegram_id, (feed.chat.telegram_id,))
    return feed


async def note_read(session: AsyncSession, feed: CalendarFeed, *, now: datetime) -> None:
    """Keep when a feed was read last."""
    old = or_(col(CalendarFeed.read_at).is_(None), col(CalendarFeed.read_at) < now - NOTED)
    await session.exec(
        update(CalendarFeed)
        .where(col(CalendarFeed.id) == feed.id, old)
        .values(read_at=now)
        .execution_options(synchronize_session=False)
    )


def is_noted(feed: CalendarFeed, *, now: datetime) -> bool:
    """Whether a reading was noted just now."""
    return feed.read_at is not None and now - feed.read_at < NOTED


async def contents_of(database: Database, feed: OpenFeed, *, now: datetime) -> FeedContents:
    """What a feed holds now, read in steps, so that nobody waits for a large list."""
    rows: list[Mapping[str, Any]] = []
    last: UUID | None = None
    while True:
        async with database.read() as session:
            page = await _page(session, feed, after=last)
        rows += [row for row in page if not row["is_done"]]
        if len(page) < PAGE:
            break
        last = page[-1]["id"]
    habits: tuple[FeedHabit, ...] = ()
    if feed.chat.is_private:
        async with database.read() as session:
            habits = await _habits(session, feed)
    title = TITLE if feed.chat.is_private else feed.chat.title
    # with the year: a calendar tells the changes of clocks of the years before
    tag = await asyncio.to_thread(_tag, rows, habits, f"{title} {now.year}")
    return FeedContents(tuple(rows), habits, title, tag)


async def written(contents: FeedContents, *, now: datetime) -> bytes:
    """The calendar, made in a thread."""
    return await asyncio.to_thread(_written, contents, now)


def _written(contents: FeedContents, now: datetime) -> bytes:
    tasks = map(_task, contents.rows)
    return feed_calendar(tasks, contents.habits, title=contents.title, now=now)


def _tag(rows: Sequence[Mapping[str, Any]], habits: Sequence[FeedHabit], title: str) -> str:
    kept = json.dumps([title, list(map(dict, rows)), list(map(repr, habits))], default=str)
    return hashlib.sha256(kept.encode()).hexdigest()[:32]


_COLUMNS = (
    *("id", "chat_id", "title", "notes", "due_at", "due_zone", "due_on", "repeat"),
    *("stands_for", "duration_minutes", "ticked", "updated_at"),
)


async def _page(
    session: AsyncSession, feed: OpenFeed, *, after: UUID | None
) -> list[Mapping[str, Any]]:
    """Open tasks with a date, in the order of their keys: a group's; or a person's own, and those
    that are assigned to them where they still are."""
    table: sa.Table = Task.__table__  # type: ignore[attr-defined]
    columns = [table.c[name] for name in _COLUMNS]
    query = (
        sa.select(*columns, col(Chat.title).label("of"))
        .join(Chat, col(Chat.id) == col(Task.chat_id))
        .where(
            _is_in(feed),
            col(Task.deleted_at).is_(None),
            col(Task.completed_at).is_(None),
            col(Task.due_at).is_not(None),
        )
        .order_by(col(Task.id))
        .limit(PAGE)
    )
    if after is not None:
        query = query.where(col(Task.id) > after)
    connection = await session.connection()
    rows = (await connection.execute(query)).mappings()
    return [_row(dict(row), feed) for row in rows]


def _row(row: Mapping[str, Any], feed: OpenFeed) -> Mapping[str, Any]:
    """A row; what is of another list says of which."""
    kept = dict(row)
    is_own = row["chat_id"] == feed.chat.id
    kept["of"] = "" if is_own else row["of"]
    kept["is_done"] = not is_own and feed.person.id.hex in (row["ticked"] or ())
    return kept


def _is_in(feed: OpenFeed) -> sa.ColumnElement[bool]:
    own = col(Task.chat_id) == feed.chat.id
    if not feed.chat.is_private:
        return own
    assigned = select(Assignment.task_id).where(Assignment.user_id == feed.person.id)
    return or_(own, and_(col(Task.id).in_(assigned), col(Task.chat_id).in_(_chats(feed))))


def _chats(feed: OpenFeed) -> Any:
    return select(Membership.chat_id).where(
        Membership.user_id == feed.person.id, Membership.standing != MemberStatus.GONE
    )


def _task(row: Mapping[str, Any]) -> FeedTask:
    due = Due.from_moment(row["due_at"], row["due_zone"])
    if row["due_on"] is not None:
        due = Due(row["due_on"], None, row["due_zone"])
    occurrence, stands_for = due, row["stands_for"]
    if stands_for is not None:
        occurrence = Due.from_moment(stands_for, due.zone, whole_day=due.is_whole_day)
    minutes = row["duration_minutes"]
    return FeedTask(
        key=row["id"],
        title=row["title"],
        notes=row["notes"],
        due=due,
        occurrence=occurrence,
        repeat=repeat_from_json(row["repeat"]) if row["repeat"] else None,
        length=timedelta(minutes=minutes) if minutes else None,
        changed_at=row["updated_at"],
        of=row["of"],
    )


async def _habits(session: AsyncSession, feed: OpenFeed) -> tuple[FeedHabit, ...]:
    """The habits that a person takes part in, with their times."""
    query = (
        select(Habit, HabitMember, Chat)
        .join(HabitMember, col(HabitMember.habit_id) == col(Habit.id))
        .join(Chat, col(Chat.id) == col(Habit.chat_id))
        .where(
            HabitMember.user_id == feed.person.id,
            col(Habit.chat_id).in_(_chats(feed)),
            col(Habit.deleted_at).is_(None),
            col(Habit.archived_at).is_(None),
        )
        .order_by(col(Habit.id))
    )
    chosen = preferences_in(feed.chat, feed.person, default_zone=default_zone_of(session))
    away = away_of(feed.person.settings)
    return tuple(
        FeedHabit(
            key=habit.id,
            name=habit.name,
            schedule=Schedule.from_json(habit.recurring_schedule),
            zone=chosen.zone,
            turn=chosen.day_turn,
            pauses=(*away, *spans_from_json(member.pauses)),
            changed_at=habit.updated_at,
            of="" if chat.id == feed.chat.id else chat.title,
        )
        for habit, member, chat in (await session.exec(query)).all()
    )
