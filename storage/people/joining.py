"""Two rows of the same chat become one: what belongs to the newer row moves to the older."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, update
from sqlmodel import col, select

from storage.models import (
    NAME_LIMIT,
    Board,
    Change,
    Chat,
    Habit,
    Letter,
    LetterState,
    Membership,
    Question,
    Reminder,
    Tag,
    Task,
    TaskMessage,
    TaskTag,
)
from storage.rules.folding import searchable_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Set
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


async def join_chats(session: AsyncSession, chat: Chat, *, into: Chat) -> None:
    """Move everything of a chat to another one and delete its row. Its tasks get new numbers."""
    query = select(Task).where(Task.chat_id == chat.id).order_by(col(Task.number))
    for task in (await session.exec(query)).all():
        task.chat_id, task.number = into.id, into.next_number
        into.next_number += 1
        task.snoozed = _in_new_chat(task.snoozed, chat.id, into.id)
    await session.flush()
    await _join_tags(session, chat.id, into=into.id)
    await _join_memberships(session, chat.id, into=into.id)
    await _join_habits(session, chat.id, into=into.id)
    await _join_letters(session, chat.id, into=into.id)
    asked = select(Question.user_id).where(Question.chat_id == into.id)
    await session.exec(
        update(Question)
        .where(col(Question.chat_id) == chat.id, col(Question.user_id).not_in(asked))
        .values(chat_id=into.id)
        .execution_options(synchronize_session=False)
    )
    for table in (Change, TaskMessage):
        await session.exec(
            update(table).where(col(table.chat_id) == chat.id).values(chat_id=into.id)
        )
    has_board = select(Board.topic).where(Board.chat_id == into.id)
    await session.exec(
        update(Board)
        .where(col(Board.chat_id) == chat.id, col(Board.topic).not_in(has_board))
        .values(chat_id=into.id)
        .execution_options(synchronize_session=False)
    )
    into.has_board = into.has_board or chat.has_board
    slot = func.replace(col(Reminder.slot), chat.id.hex, into.id.hex)
    await session.exec(
        update(Reminder)
        .where(col(Reminder.chat_id) == chat.id)
        .values(chat_id=into.id, slot=slot)
        .execution_options(synchronize_session=False)
    )
    await session.exec(delete(Chat).where(col(Chat.id) == chat.id))
    session.expunge(chat)


def _in_new_chat(
    snoozed: Mapping[str, str] | None, chat_id: UUID, into: UUID
) -> dict[str, str] | None:
    """The snoozes of a task or habit, by the keys of the chats that there are then."""
    if snoozed is None:
        return None
    return {into.hex if key == chat_id.hex else key: end for key, end in snoozed.items()}


async def _join_memberships(session: AsyncSession, chat_id: UUID, *, into: UUID) -> None:
    """Of two memberships of one person, the one that was checked later is kept."""
    for row in (await session.exec(select(Membership).where(Membership.chat_id == chat_id))).all():
        known = await session.get(Membership, (row.user_id, into))
        if known is None:
            known = Membership(
                user_id=row.user_id, chat_id=into, standing=row.standing, checked_at=row.checked_at
            )
            session.add(known)
        elif row.checked_at > known.checked_at:
            known.standing, known.checked_at = row.standing, row.checked_at


async def _join_tags(session: AsyncSession, chat_id: UUID, *, into: UUID) -> None:
    kept = dict((await session.exec(select(Tag.folded, Tag.id).where(Tag.chat_id == into))).all())
    for tag in (await session.exec(select(Tag).where(Tag.chat_id == chat_id))).all():
        if tag.folded not in kept:
            tag.chat_id = into
            continue
        await session.exec(
            update(TaskTag).where(col(TaskTag.tag_id) == tag.id).values(tag_id=kept[tag.folded])
        )
    await session.flush()


async def _join_letters(session: AsyncSession, chat_id: UUID, *, into: UUID) -> None:
    """What a chat gets follows it. Of two letters of one mailing that which has left counts: none
    comes twice."""
    there = select(Letter).where(Letter.chat_id == into)
    known = {one.mailing_id: one for one in (await session.exec(there)).all()}
    moving = select(Letter).where(Letter.chat_id == chat_id)
    for letter in (await session.exec(moving)).all():
        other = known.get(letter.mailing_id)
        if other is None:
            letter.chat_id = into
        elif other.state == LetterState.WAITING:
            other.state, other.claimed_until = letter.state, letter.claimed_until
            other.message_id = letter.message_id
    await session.flush()


async def _join_habits(session: AsyncSession, chat_id: UUID, *, into: UUID) -> None:
    """The habits follow those of the other list; a name that exists there gets a number."""
    there = (await session.exec(select(Habit).where(Habit.chat_id == into))).all()
    taken = {(habit.topic, habit.searchable) for habit in there if habit.deleted_at is None}
    behind = 1 + max((habit.position for habit in there), default=-1)
    moving = select(Habit).where(Habit.chat_id == chat_id).order_by(col(Habit.position))
    for habit in (await session.exec(moving)).all():
        habit.chat_id, habit.position = into, habit.position + behind
        habit.snoozed = _in_new_chat(habit.snoozed, chat_id, into)
        if habit.deleted_at is None:
            habit.name = free_name(habit.name, habit.topic, taken)
            habit.searchable = searchable_name(habit.name)
            taken.add((habit.topic, habit.searchable))
    await session.flush()


def free_name(name: str, topic: int, taken: Set[tuple[int, str]]) -> str:
    """A habit's name, with a number behind it where a topic has that name already; `taken` are
    topics with the folded names in them."""
    numbered = (f"{name[: NAME_LIMIT - 4]} {number}" for number in count(2))
    names = chain([name], numbered)
    return next(one for one in names if (topic, searchable_name(one)) not in taken)
