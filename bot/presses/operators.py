"""Buttons of operators. To everybody else they mean nothing, like buttons that never were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from bot.presses.coding import Press
from storage.models import MailingAudience, MailingState


@dataclass(frozen=True, slots=True)
class OperatorPress(Press):
    """A button that only operators have."""

    for_operators: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ShowState(OperatorPress):
    """🔄 Refresh, ‹ Back: how the bot is doing."""

    verb: ClassVar[str] = "oa"


@dataclass(frozen=True, slots=True)
class ShowLetters(OperatorPress):
    """✉️ Dead letters: a page of them."""

    verb: ClassVar[str] = "ol"

    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenLetter(OperatorPress):
    """2: all that is known of one of them."""

    verb: ClassVar[str] = "oo"

    letter: UUID
    page: int = 0


@dataclass(frozen=True, slots=True)
class RetryLetter(OperatorPress):
    """🔁 Try again: it leaves once more."""

    verb: ClassVar[str] = "or"

    letter: UUID
    page: int = 0


@dataclass(frozen=True, slots=True)
class RetryLetters(OperatorPress):
    """🔁 Try all again."""

    verb: ClassVar[str] = "ora"


@dataclass(frozen=True, slots=True)
class DropLetter(OperatorPress):
    """🗑 Drop: it is forgotten."""

    verb: ClassVar[str] = "od"

    letter: UUID
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowBans(OperatorPress):
    """🚫 Bans: a page of those who are banned."""

    verb: ClassVar[str] = "ob"

    page: int = 0


@dataclass(frozen=True, slots=True)
class BanPerson(OperatorPress):
    """🚫 Ban: the bot does nothing more for somebody."""

    verb: ClassVar[str] = "obp"

    person: UUID


@dataclass(frozen=True, slots=True)
class UnbanPerson(OperatorPress):
    """✅ Unban: the bot serves them again. `page`: that of the list that has the button;
    None for the answer to a ban."""

    verb: ClassVar[str] = "oub"

    person: UUID
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReplyToFeedback(OperatorPress):
    """↩️ Reply: to whoever has said something."""

    verb: ClassVar[str] = "ofr"

    feedback: UUID


@dataclass(frozen=True, slots=True)
class AskBroadcast(OperatorPress):
    """📣 Broadcast: asks what it shall say."""

    verb: ClassVar[str] = "oba"


@dataclass(frozen=True, slots=True)
class ChooseAudience(OperatorPress):
    """People 12: whom a broadcast is for."""

    verb: ClassVar[str] = "obc"

    mailing: UUID
    audience: MailingAudience


@dataclass(frozen=True, slots=True)
class SendBroadcast(OperatorPress):
    """📣 Send: a broadcast leaves."""

    verb: ClassVar[str] = "obs"

    mailing: UUID


@dataclass(frozen=True, slots=True)
class DropBroadcast(OperatorPress):
    """✖️ Cancel: a broadcast is forgotten before anybody gets it."""

    verb: ClassVar[str] = "obx"

    mailing: UUID


@dataclass(frozen=True, slots=True)
class SteerBroadcast(OperatorPress):
    """⏸ Pause, ▶️ Go on, ⏹ Stop."""

    verb: ClassVar[str] = "obt"

    mailing: UUID
    to: MailingState
