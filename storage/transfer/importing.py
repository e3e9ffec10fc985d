"""An export put into a chat's list: all of it, or nothing, and one undo takes it back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import func, insert
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from storage.errors import TooMany
from storage.history.changed import changed_lists
from storage.history.facts import to_iso
from storage.history.kinds import searchable_words
from storage.history.recording import recorded
from storage.models import (
    HABITS_LIMIT,
    OPEN_TASKS_LIMIT,
    Action,
    Chat,
    Habit,
    Membership,
    MemberStatus,
    Status,
    Tag,
    Task,
    TaskTag,
    User,
)
from storage.people.access import check_right
from storage.people.changed import ChangedChat, changed_chats
from storage.people.joining import free_name
from storage.people.preferences import default_zone_of, preferences_in
from storage.people.settings import lock_settings, put_settings
from storage.rules.folding import fold, searchable_name
from storage.rules.rights import Act
from storage.tasks.tags import tags_named, unique_names
from storage.transfer.shapes import (
    HABIT,
    HABIT_PARTS,
    HISTORY,
    TASK,
    TASK_PARTS,
    ExportShape,
    from_value,
    renamed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed
    from storage.transfer.documents import Document, ExportedChange, ExportedHabit, ExportedTask

AT_ONCE = 500  # rows of one statement
# what an import may set: what /settings sets, and days without habits; not that somebody is away
SETTINGS = frozenset(
    {
        *("zone", "language", "date_order", "hours_12", "first_weekday", "day_parts", "day_turn"),
        *("quiet", "remind_timed", "remind_day", "morning", "agenda", "review", "weekly", "away"),
    }
)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has added. `unknown` are the names of people who are not in the chat: what
    was theirs (assignments, entries) is left out."""

    tasks: int
    habits: int
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class _Import:
    """One import on its way: where it goes, and the keys and numbers that its rows get."""

    session: AsyncSession
    chat: Chat
    owner: User | None
    deed: Deed
    keys: dict[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()  # keys, as they are here

    async def insert(self, table: sa.Table, rows: Iterable[Mapping[str, Any]]) -> None:
        kept = list(rows)
        for first in range(0, len(kept), AT_ONCE):
            connection = await self.session.connection()
            await connection.execute(insert(table), kept[first : first + AT_ONCE])


async def put_in(
    session: AsyncSession, document: Document, *, chat: Chat, owner: User | None, deed: Deed
) -> Imported:
    """Add a document's tasks, habits and history to a chat's list; `owner` is the person whose
    private chat it is. What the list has set stays set.

    In an empty list numbers stay as they are, else they go on behind those that are there. Keys
    stay unless one of them is taken. People are known by their Telegram ids; where one is not in
    the chat, what is theirs is left out. Raises TooMany; and in a group as `check_right`
    does: only its administrators fill its list.
    """
    user = await session.get_one(User, deed.asker.user_id)
    await check_right(session, Act.DATA, user, chat, now=deed.now)
    await session.get_one(Chat, chat.id, with_for_update=True)
    work = _Import(session, chat, owner, deed)
    unknown = await _name_people(work, document)
    await _rename(work, document)
    await check_room(session, document, chat=chat)
    await _put_tasks(work, document)
    await _put_habits(work, document)
    await _put_history(work, document.history)
    await _put_settings(work, document)
    zone = preferences_in(chat, owner, default_zone=default_zone_of(session)).zone
    changed_chats(session).setdefault(chat.id, ChangedChat(zone, deed.now))
    return Imported(len(document.tasks), len(document.habits), unknown)


async def _name_people(work: _Import, document: Document) -> tuple[str, ...]:
    """Find the document's people in the chat. Return the names of those who are not there."""
    ids = {person.telegram_id: person for person in document.people}
    query = (
        select(User)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(User.telegram_id).in_(list(ids)),
            Membership.chat_id == work.chat.id,
            Membership.standing != MemberStatus.GONE,
        )
    )
    here = {user.telegram_id: user for user in (await work.session.exec(query)).all()}
    if work.owner is not None:
        here[work.owner.telegram_id] = work.owner
        if document.chat.owner is not None:
            work.keys[document.chat.owner] = work.owner.id.hex
    for telegram_id, user in here.items():
        if telegram_id in ids:
            work.keys[ids[telegram_id].id] = user.id.hex
    work.people = frozenset(user.id.hex for user in here.values())
    work.keys[document.chat.id] = work.chat.id.hex
    return tuple(sorted(p.name for p in document.people if p.telegram_id not in here))


async def _rename(work: _Import, document: Document) -> None:
    """Give every row another key if one of them is taken here."""
    own = _own_keys(document)
    if not await _is_any_taken(work.session, own):
        return
    work.keys |= {key: uuid7().hex for key in sorted(own)}  # in the same order as before


def _own_keys(document: Document) -> set[str]:
    keys: set[str] = set()
    for task in document.tasks:
        keys |= {task.id, *(item.id for item in task.checklist)}
        keys |= {file.id for file in task.attachments}
    keys |= {habit.id for habit in document.habits}
    for row in _all_history(document):
        keys |= {row.id, row.batch}
    return keys


def _all_history(document: Document) -> Iterable[ExportedChange]:
    yield from document.history
    for task in document.tasks:
        yield from task.history
    for habit in document.habits:
        yield from habit.history


async def _is_any_taken(session: AsyncSession, keys: Iterable[str]) -> bool:
    ids = [UUID(key) for key in sorted(keys)]
    tables = [shape.table for shape in (TASK, HABIT, HISTORY)]
    tables += [TASK_PARTS[name].table for name in ("checklist", "attachments")]
    connection = await session.connection()
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        for table in tables:
            query = sa.select(table.c.id).where(table.c.id.in_(some)).limit(1)
            if (await connection.execute(query)).first() is not None:
                return True
    return False


async def check_room(session: AsyncSession, document: Document, *, chat: Chat) -> None:
    """Raises TooMany where a chat's list has no room for all of a document."""
    here = chat.id
    open_tasks = select(func.count()).where(
        Task.chat_id == here, Task.status != Status.COMPLETED, col(Task.deleted_at).is_(None)
    )
    live = select(func.count()).where(
        Habit.chat_id == here, col(Habit.archived_at).is_(None), col(Habit.deleted_at).is_(None)
    )
    new_open = [t for t in document.tasks if t.completed_at is None and t.deleted_at is None]
    new_live = [h for h in document.habits if h.archived_at is None and h.deleted_at is None]
    if (await session.exec(open_tasks)).one() + len(new_open) > OPEN_TASKS_LIMIT:
        raise TooMany("tasks", OPEN_TASKS_LIMIT)
    if (await session.exec(live)).one() + len(new_live) > HABITS_LIMIT:
        raise TooMany("habits", HABITS_LIMIT)


async def _put_tasks(work: _Import, document: Document) -> None:
    numbers = await _numbers(work, document)
    rows = await asyncio.to_thread(_task_rows, work, document.tasks, numbers)
    await work.insert(TASK.table, rows)
    await _put_tags(work, document.tasks)
    for name, shape in TASK_PARTS.items():
        await _put_parts(work, name, shape, document.tasks, "task_id")
    await _record(work, "task_id", rows)
    lists = changed_lists(work.session)
    lists |= {(work.chat.id, task.topic): work.deed.now for task in document.tasks}


def _task_rows(
    work: _Import, tasks: Sequence[ExportedTask], numbers: Mapping[int, int]
) -> list[dict[str, Any]]:
    """The rows of tasks: made in a thread, since those of thousands take seconds."""
    return [
        {
            **_row(work, TASK, task),
            "chat_id": work.chat.id,
            "number": numbers[task.number],
            "searchable": _searchable(task),
        }
        for task in tasks
    ]


def _row(work: _Import, shape: ExportShape, part: Any) -> dict[str, Any]:
    """A part as a row of its table, with the keys that there are here."""
    said = part.model_dump(mode="json", include={column.name for column in shape.columns})
    said = renamed(said, work.keys)
    return {column.name: _here(work, column, said[column.name]) for column in shape.columns}


def _here(work: _Import, column: sa.Column[Any], value: Any) -> Any:
    """A column's value; nobody, where the person is not in the chat."""
    refers = next((key.column.table.name for key in column.foreign_keys), "")
    if refers == "users" and value not in work.people:
        return None
    if column.name == "snoozed" and value is not None:
        own = {key: end for key, end in value.items() if key == work.chat.id.hex}
        return own or None
    return from_value(column, value)


async def _numbers(work: _Import, document: Document) -> dict[int, int]:
    """The number here by a task's number in the document."""
    said = sorted(task.number for task in document.tasks)
    first = work.chat.next_number
    if first == 1:
        work.chat.next_number = max([document.chat.next_number, *(n + 1 for n in said)])
        numbers = dict(zip(said, said, strict=True))
    else:
        work.chat.next_number = first + len(said)
        numbers = dict(zip(said, range(first, first + len(said)), strict=True))
    await work.session.flush()
    return numbers


def _searchable(task: ExportedTask) -> str:
    items = (item.text for item in task.checklist)
    return searchable_words(task.title, task.notes, *task.tags, *items)


async def _put_tags(work: _Import, tasks: Sequence[ExportedTask]) -> None:
    names = unique_names(name for task in tasks for name in task.tags)
    known: dict[str, Tag] = {}
    for first in range(0, len(names), AT_ONCE):
        known |= await tags_named(work.session, work.chat.id, names[first : first + AT_ONCE])
    rows = [
        {"task_id": UUID(work.keys.get(task.id, task.id)), "tag_id": known[fold(name)].id}
        for task in tasks
        for name in unique_names(task.tags)
    ]
    await work.insert(TaskTag.__table__, rows)  # type: ignore[attr-defined]


async def _put_parts(
    work: _Import,
    name: str,
    shape: ExportShape,
    owners: Sequence[ExportedTask | ExportedHabit],
    owner: str,
) -> None:
    """The parts of one kind of all tasks or habits; what belongs to nobody here is left out."""
    if name == "history":
        rows = [(row, UUID(work.keys.get(o.id, o.id))) for o in owners for row in o.history]
        made = [{**_history_row(work, row), owner: key} for row, key in rows]
        await work.insert(shape.table, made)
        return
    found = [
        {**_row(work, shape, part), owner: UUID(work.keys.get(one.id, one.id))}
        for one in owners
        for part in getattr(one, name)
    ]
    needs_person = "user_id" in shape.table.c
    known = [row for row in found if not needs_person or row["user_id"] is not None]
    # two people of a document may be one here
    key = [column.name for column in shape.table.primary_key]
    await work.insert(
        shape.table, {tuple(row[name] for name in key): row for row in known}.values()
    )


def _history_row(work: _Import, row: ExportedChange) -> dict[str, Any]:
    return {
        **_row(work, HISTORY, row),
        "chat_id": work.chat.id,
        "task_id": None,
        "habit_id": None,
    }


async def _put_habits(work: _Import, document: Document) -> None:
    query = select(Habit).where(Habit.chat_id == work.chat.id)
    there = (await work.session.exec(query)).all()
    behind = 1 + max((habit.position for habit in there), default=-1)
    taken = {(habit.topic, habit.searchable) for habit in there if habit.deleted_at is None}
    rows = []
    for habit in document.habits:
        row = {**_row(work, HABIT, habit), "chat_id": work.chat.id}
        row["position"] += behind
        if row["deleted_at"] is None:
            row["name"] = free_name(row["name"], row["topic"], taken)
            taken.add((row["topic"], searchable_name(row["name"])))
        row["searchable"] = searchable_name(row["name"])
        rows.append(row)
    await work.insert(HABIT.table, rows)
    for name, shape in HABIT_PARTS.items():
        await _put_parts(work, name, shape, document.habits, "habit_id")
    await _record(work, "habit_id", rows)


async def _record(work: _Import, about: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Undo puts what was added into the trash: what came into it stays there."""
    added = [_added(work, about, row["id"]) for row in rows if row["deleted_at"] is None]
    await work.insert(HISTORY.table, added)


def _added(work: _Import, about: str, key: UUID) -> dict[str, Any]:
    """The row of history by which undo takes an import back."""
    gone = {"deleted_at": to_iso(work.deed.now)}
    return {
        "id": uuid7(),
        "batch": work.deed.batch,
        "chat_id": work.deed.asker.chat_id,
        "task_id": None,
        "habit_id": None,
        about: key,
        "user_id": work.deed.asker.user_id,
        "action": Action.ADD,
        "before": gone,
        "after": {"deleted_at": None},
        "created_at": work.deed.now,
        "undone_at": None,
    }


async def _put_history(work: _Import, rows: Sequence[ExportedChange]) -> None:
    await work.insert(HISTORY.table, [_history_row(work, row) for row in rows])


async def _put_settings(work: _Import, document: Document) -> None:
    """Set what the list has not set itself."""
    row: User | Chat = work.owner or work.chat
    said = {key: one for key, one in document.chat.settings.items() if key in SETTINGS}
    if said.keys() <= row.settings.keys():
        return
    await lock_settings(work.session, row)
    with recorded(work.session, row, Action.SET, work.deed):
        put_settings(
            work.session, row, work.chat, {**said, **row.settings}, work.deed, is_recorded=False
        )
