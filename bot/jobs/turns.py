"""A process's turns to send, among those of all processes of one token."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.pushes.turns import reserve

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel.ext.asyncio.session import AsyncSession

ON_TIME = 0.01  # seconds by which any timer is late
REMEMBERED = timedelta(seconds=10)  # after which others that have taken no turn do not send


class EverybodyWaits(Exception):
    """Telegram refuses the whole token for a while."""


class SendingTurns:
    """Takes turns, which are `gap` seconds apart, and knows whether others take some in between."""

    def __init__(self, gap: Callable[[], float]) -> None:
        self._gap = gap
        self._others_send = False
        self._others_until = datetime.min.replace(tzinfo=UTC)
        self._own_next = datetime.min.replace(tzinfo=UTC)

    async def take(self, session: AsyncSession, count: int, *, now: datetime) -> float:
        """Take so many turns; the seconds from `now` to the first of them. Call it last in a
        transaction. Raises EverybodyWaits."""
        gap = self._gap()
        first = await reserve(session, gap=timedelta(seconds=gap), now=now, turns=count)
        if first is None:
            raise EverybodyWaits
        if first > max(now, self._own_next):
            self._others_until = now + REMEMBERED
        self._others_send = now < self._others_until
        self._own_next = first + timedelta(seconds=gap * (count + 0.5))
        return (first - now).total_seconds()

    def is_missed(self, turn: float, *, at: float) -> bool:
        """Whether what leaves at a moment is so late behind its turn, both in seconds, that a
        second with others' could hold more than is allowed.

        Alone, a process counts its own; and where turns are closer than a timer is exact, lateness
        evens out.
        """
        gap = self._gap()
        return self._others_send and gap > ON_TIME and at > turn + gap / 2
