"""The chats whose settings a transaction changes: their pushes are planned before the commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


@dataclass(frozen=True, slots=True)
class ChangedChat:
    """A chat whose settings this transaction changes: its zone before, when, and by which deed."""

    zone: str
    now: datetime
    deed: Deed | None = None


def left_chats(session: AsyncSession) -> dict[UUID, datetime]:
    """The chats that somebody leaves in this transaction, and when: what waited for them there
    goes on before the commit."""
    left: dict[UUID, datetime] = session.info.setdefault("left_chats", {})
    return left


def changed_chats(session: AsyncSession) -> dict[UUID, ChangedChat]:
    """The chats that are reminded in another way from this transaction on."""
    changed: dict[UUID, ChangedChat] = session.info.setdefault("changed_chats", {})
    return changed
