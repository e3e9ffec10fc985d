"""The button below a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class CancelQuestion(Press):
    """✖️ Cancel: wait for no answer."""

    verb: ClassVar[str] = "cancel"


@dataclass(frozen=True, slots=True)
class TakeAsAnswer(Press):
    """Words answer the question of this kind; `words` is their key, see storage.talk.shortcuts."""

    verb: ClassVar[str] = "ans"

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class TakeAsWords(Press):
    """Words are something new, and the question stays open."""

    verb: ClassVar[str] = "new"

    words: str
