"""The chats that pushes go to, with the settings that decide when they come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlmodel import col, select

from storage.models import Chat, ChatKind, Task, User
from storage.people.preferences import default_zone_of, preferences_in
from storage.rules.offsets import QuietHours
from storage.rules.slots import LocalDays

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.rules.preferences import Preferences

Known = TypeVar("Known", Chat, User)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat that is pushed to: a group, or the private chat of a `person`."""

    chat: Chat
    person: User | None
    preferences: Preferences

    @property
    def zone(self) -> str:
        """The IANA zone of the chat."""
        return self.preferences.zone

    @property
    def quiet(self) -> QuietHours | None:
        """The hours in which nothing is pushed to the chat, if it has any."""
        hours = self.preferences.pushes.quiet
        return QuietHours(*hours, self.zone) if hours else None

    @property
    def days(self) -> LocalDays:
        """When the days of its habits begin."""
        return LocalDays(self.zone, self.preferences.day_turn)


def recipient(session: AsyncSession, chat: Chat, person: User | None) -> Recipient:
    """A chat with its settings; `person` is the one whose private chat it is."""
    person = person if chat.is_private else None
    chosen = preferences_in(chat, person, default_zone=default_zone_of(session))
    return Recipient(chat, person, chosen)


async def recipient_in(session: AsyncSession, chat: Chat) -> Recipient:
    """A chat with its settings, and its person if it is private."""
    return recipient(session, chat, await _person_of(session, chat))


async def _person_of(session: AsyncSession, chat: Chat) -> User | None:
    if not chat.is_private:
        return None
    if (in_hand := _in_hand(session, User).get(chat.telegram_id)) is not None:
        return in_hand
    query = select(User).where(User.telegram_id == chat.telegram_id)
    return (await session.exec(query)).first()


async def _recipients_in(session: AsyncSession, ids: Set[UUID]) -> dict[UUID, Recipient]:
    """The chats of these keys with their settings, by key."""
    chats = {chat.id: chat for chat in _in_hand(session, Chat).values() if chat.id in ids}
    if missing := ids - chats.keys():
        found = await session.exec(select(Chat).where(col(Chat.id).in_(missing)))
        chats |= {chat.id: chat for chat in found.all()}
    return {key: await recipient_in(session, chat) for key, chat in chats.items()}


async def private_recipients(
    session: AsyncSession, people: Iterable[User]
) -> dict[UUID, Recipient]:
    """The private chats of these people by their keys, of those who have ever started the bot.

    Whoever has blocked it since is included: their pushes are held until they come back.
    """
    wanted = {person.telegram_id: person for person in people}
    chats = {
        telegram_id: chat
        for telegram_id, chat in _in_hand(session, Chat).items()
        if telegram_id in wanted and chat.is_private
    }
    if missing := wanted.keys() - chats.keys():
        query = select(Chat).where(
            Chat.kind == ChatKind.PRIVATE, col(Chat.telegram_id).in_(missing)
        )
        chats |= {chat.telegram_id: chat for chat in (await session.exec(query)).all()}
    return {
        wanted[telegram_id].id: recipient(session, chat, wanted[telegram_id])
        for telegram_id, chat in chats.items()
    }


def _in_hand(session: AsyncSession, model: type[Known]) -> dict[int, Known]:
    """The people or chats that this transaction has read, by their Telegram ids.

    Most pushes are planned for whoever has just written.
    """
    rows = session.identity_map.values()
    return {row.telegram_id: row for row in rows if isinstance(row, model)}


async def recipients_of(
    session: AsyncSession, tasks: Sequence[Task]
) -> dict[UUID, list[Recipient]]:
    """Who is reminded of each of these tasks: its own chat, and the private chats of the assignees
    of a group's task, without those who have done their part."""
    found = await all_recipients_of(session, tasks)
    return {task.id: [to for to in found[task.id] if not has_done_part(task, to)] for task in tasks}


def has_done_part(task: Task, to: Recipient) -> bool:
    """Whether a chat is that of somebody who has done their part of a task."""
    return to.person is not None and task.is_done_by(to.person.id)


async def all_recipients_of(
    session: AsyncSession, tasks: Sequence[Task]
) -> dict[UUID, list[Recipient]]:
    """The same, and those who have done their part."""
    own = await _recipients_in(session, {task.chat_id for task in tasks})
    assignees = {task.id: _assignees(task, own[task.chat_id].chat) for task in tasks}
    private = await private_recipients(
        session, (user for users in assignees.values() for user in users)
    )
    return {
        task.id: [
            own[task.chat_id],
            *(private[user.id] for user in assignees[task.id] if user.id in private),
        ]
        for task in tasks
    }


def _assignees(task: Task, chat: Chat) -> Sequence[User]:
    return () if chat.is_private else task.assignees
