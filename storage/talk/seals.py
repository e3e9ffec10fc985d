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

from sqlmodel import select

from storage.database import KEPT
from storage.models import SealingKey
from storage.rules.seals import seal, unseal
from storage.upserts import insert_new

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
    """What tokens are sealed with: made once, the same for all processes. The transaction that
    asks for it first has to be one that writes."""
    kept: dict[str, bytes] = session.info[KEPT]
    if _KEY not in kept:
        found = (await session.exec(select(SealingKey.secret))).first()
        if found is None:
            await insert_new(session, SealingKey(id=1, secret=secrets.token_hex(32)))
            return bytes.fromhex((await session.exec(select(SealingKey.secret))).one())
        kept[_KEY] = bytes.fromhex(found)  # only once it is committed
    return kept[_KEY]


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
