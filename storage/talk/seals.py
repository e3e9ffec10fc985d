"""Tokens that the bot hands out in buttons and links, sealed with the store's own key.

A card's token says which task somebody shows, who shows it and since when, and gives whoever has
it the right to take a copy: for thirty days, and while that person may see the task. A link's
token only names something: who opens it is asked for their rights.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col

from storage.database import KEPT, is_postgresql
from storage.models import SealingKey
from storage.rules.seals import seal, unseal

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

CARDS_LAST = timedelta(days=30)
CARD_LENGTH = 56  # characters
_CARD, _EPOCH = "card", datetime(2020, 1, 1, tzinfo=UTC)
_KEY = "sealing key"


@dataclass(frozen=True, slots=True)
class SharedCard:
    """A task that a person shows others on a card."""

    task_id: UUID
    user_id: UUID


async def sealing_key(session: AsyncSession) -> bytes:
    """What tokens are sealed with, the same for all processes: read, or made, in one statement of a
    transaction that writes, and known from the next one on."""
    kept: dict[str, bytes] = session.info[KEPT]
    if _KEY in kept:
        return kept[_KEY]
    new = secrets.token_hex(32)
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    made = insert(SealingKey).values(id=1, secret=new)
    either = made.on_conflict_do_update(index_elements=["id"], set_={"id": 1})
    found: str = (await session.exec(either.returning(col(SealingKey.secret)))).scalar_one()
    if found != new:  # else it is not committed yet
        kept[_KEY] = bytes.fromhex(found)
    return bytes.fromhex(found)


def card_token(key: bytes, shown: SharedCard, *, now: datetime) -> str:
    """The token of a card that is shown from now on."""
    day = (now - _EPOCH) // timedelta(days=1)
    facts = shown.task_id.bytes + shown.user_id.bytes + day.to_bytes(2, "big")
    return seal(key, _CARD, facts)


def read_card(key: bytes, token: str, *, now: datetime) -> SharedCard:
    """Which card a token is of. Raises ValueError for a forged one, and for one that is too old."""
    facts = unseal(key, _CARD, token)
    shown_at = _EPOCH + timedelta(days=int.from_bytes(facts[32:], "big"))
    if now - shown_at > CARDS_LAST + timedelta(days=1):
        raise ValueError("too old")
    return SharedCard(UUID(bytes=facts[:16]), UUID(bytes=facts[16:32]))


def link_token(key: bytes, purpose: str, named: UUID, topic: int = 0) -> str:
    """The token of a link to something: 32 characters, 43 with a topic."""
    return seal(key, purpose, named.bytes + (topic.to_bytes(8, "big") if topic else b""))


def read_link(key: bytes, purpose: str, token: str) -> tuple[UUID, int]:
    """What a link names, and in which topic. Raises ValueError."""
    facts = unseal(key, purpose, token)
    return UUID(bytes=facts[:16]), int.from_bytes(facts[16:], "big")
