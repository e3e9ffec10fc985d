"""What of people and chats a transaction changes, for what is planned before its commit: the chats
whose settings it changes, and the people who have come to be known somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import User
    from storage.people.asking import Deed


@dataclass(frozen=True, slots=True)
class ChangedChat:
    """A chat whose settings this transaction changes: its zone before, when, and by which deed."""

    zone: str
    now: datetime
    deed: Deed | None = None


def absences(session: AsyncSession) -> dict[UUID, datetime]:
    """The private chats whose people go away or come back in this transaction, and when."""
    changed: dict[UUID, datetime] = session.info.setdefault("absences", {})
    return changed


def absence_changed(session: AsyncSession, chat_id: UUID, *, now: datetime) -> None:
    """Note that the person of a private chat goes away or comes back."""
    absences(session)[chat_id] = now


def left_chats(session: AsyncSession) -> dict[UUID, datetime]:
    """The chats that somebody leaves in this transaction, and when: what waited for them there
    goes on before the commit."""
    left: dict[UUID, datetime] = session.info.setdefault("left_chats", {})
    return left


def changed_chats(session: AsyncSession) -> dict[UUID, ChangedChat]:
    """The chats that are reminded in another way from this transaction on."""
    changed: dict[UUID, ChangedChat] = session.info.setdefault("changed_chats", {})
    return changed


@dataclass(frozen=True, slots=True)
class NewlyKnown:
    """A person with a @username who has come into a chat, by its key, or (None) is called so from
    now on in all of theirs."""

    user: User
    chat_id: UUID | None
    now: datetime


def newly_known(session: AsyncSession) -> list[NewlyKnown]:
    """Whom this transaction has come to know: assignments may have waited for them, see
    storage.tasks.awaited."""
    known: list[NewlyKnown] = session.info.setdefault("newly_known", [])
    return known


def note_known(
    session: AsyncSession, user: User, chat_id: UUID | None = None, *, now: datetime
) -> None:
    """Note that a person has come into a chat or, for None, has another @username."""
    if user.username is not None:
        newly_known(session).append(NewlyKnown(user, chat_id, now))
