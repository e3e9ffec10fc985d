"""A whole list as a file: JSON that can be imported, CSV for spreadsheets, iCalendar for calendars.

Rows are read in steps and made into text in threads: a large list holds up nobody.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from storage.models import Chat, Habit, Membership, Task, User
from storage.people.preferences import default_zone_of, preferences_in
from storage.transfer.calendars import calendar
from storage.transfer.reading import (
    habits_of_chat,
    people_of,
    settings_history,
    tasks_of_chat,
)
from storage.transfer.shapes import FORMAT, VERSION, keys_in, to_value
from storage.transfer.spreadsheet import heading, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.database import Database
    from storage.rules.preferences import Preferences


class Format(StrEnum):
    """The kinds of files, by the ends of their names."""

    JSON = "json"
    CSV = "csv"
    CALENDAR = "ics"


@dataclass(frozen=True, slots=True)
class Source:
    """The list that is exported; `owner` is the person whose private chat it is."""

    chat: Chat
    owner: User | None
    chosen: Preferences


@dataclass(frozen=True, slots=True)
class Counted:
    """How many tasks and habits an export has."""

    tasks: int
    habits: int


async def count(session: AsyncSession, chat: Chat) -> Counted:
    """What is in a chat's list, with what is done or in the trash."""
    tasks = select(func.count()).where(Task.chat_id == chat.id).scalar_subquery()
    habits = select(func.count()).where(Habit.chat_id == chat.id).scalar_subquery()
    return Counted(*(await session.exec(select(tasks, habits))).one())


async def export(database: Database, chat_id: UUID, kind: Format, *, now: datetime) -> bytes:
    """A chat's list as a file of this kind, in UTF-8.

    Whoever asks for it has been checked before. Raises NoResultFound for an unknown chat.
    """
    source = await _source(database, chat_id)
    make = {Format.JSON: _json, Format.CSV: _csv, Format.CALENDAR: _calendar}[kind]
    return await make(database, source, now)


async def _source(database: Database, chat_id: UUID) -> Source:
    async with database.read() as session:
        chat = await session.get_one(Chat, chat_id)
        query = select(User).where(User.telegram_id == chat.telegram_id)
        owner = (await session.exec(query)).first() if chat.is_private else None
        zone = default_zone_of(session)
        return Source(chat, owner, preferences_in(chat, owner, default_zone=zone))


async def _json(database: Database, source: Source, now: datetime) -> bytes:
    """The complete document, in the shapes of storage.transfer.documents."""
    head = _head(source, now)
    named, parts = keys_in(head), [json.dumps(head, ensure_ascii=False)[:-1].encode()]
    for name, pages in (
        ("tasks", tasks_of_chat(database, source.chat.id)),
        ("habits", habits_of_chat(database, source.chat.id)),
    ):
        found = []
        async for page in pages:
            text, keys = await asyncio.to_thread(_encoded, page)
            found.append(text)
            named |= keys
        parts.append(f', "{name}": [\n'.encode() + b",\n".join(found) + b"]")
    async with database.read() as session:
        text, keys = _encoded(await settings_history(session, source.chat.id))
        people = await people_of(session, {UUID(key) for key in named | keys})
    parts.append(b', "history": [' + text + b"]")
    parts.append(b', "people": ' + json.dumps(people, ensure_ascii=False).encode() + b"}\n")
    return b"".join(parts)


def _head(source: Source, now: datetime) -> dict[str, Any]:
    chat, owner = source.chat, source.owner
    about = {
        "id": chat.id.hex,
        "kind": chat.kind,
        "title": chat.title,
        "next_number": chat.next_number,
        "settings": owner.settings if owner is not None else chat.settings,
        "owner": owner.id.hex if owner is not None else None,
    }
    return {"format": FORMAT, "version": VERSION, "exported_at": to_value(now), "chat": about}


def _encoded(rows: Sequence[dict[str, Any]]) -> tuple[bytes, set[str]]:
    """Rows as JSON without the list's brackets, and the keys in them."""
    keys: set[str] = set().union(*map(keys_in, rows)) if rows else set()
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(), keys


async def _csv(database: Database, source: Source, now: datetime) -> bytes:
    names, parts = await _names(database, source.chat.id), [heading()]
    pages = tasks_of_chat(database, source.chat.id)
    parts += [await asyncio.to_thread(lines, page, names) async for page in pages]
    return "".join(parts).encode()


async def _names(database: Database, chat_id: UUID) -> dict[str, str]:
    query = select(User).join(Membership, col(Membership.user_id) == col(User.id))
    async with database.read() as session:
        found = (await session.exec(query.where(Membership.chat_id == chat_id))).all()
    return {user.id.hex: user.name for user in found}


async def _calendar(database: Database, source: Source, now: datetime) -> bytes:
    tasks = [task async for page in tasks_of_chat(database, source.chat.id) for task in page]
    title = source.chat.title or "Dueto"
    return await asyncio.to_thread(calendar, tasks, source.chosen, title=title, now=now)
