"""The buttons of cards in other chats. `token` is a card's, sealed, or that of words to be a task.

They mean something below a card alone, whose presser may be anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class CardPress(Press):
    """A press below a card."""

    token: str


@dataclass(frozen=True, slots=True)
class KeepWords(CardPress):
    """📝 Keep: the words become a task of whoever wrote them."""

    verb: ClassVar[str] = "kw"


@dataclass(frozen=True, slots=True)
class TickCard(CardPress):
    """✅ Done, for those whose task it is."""

    verb: ClassVar[str] = "dn"


@dataclass(frozen=True, slots=True)
class AcceptCard(CardPress):
    """🤝 Accept: the task is the presser's, too."""

    verb: ClassVar[str] = "ac"
