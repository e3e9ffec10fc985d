"""Buttons of data: out, in, away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class SendExport(Press):
    """A file with all of the list: json, csv or ics."""

    verb: ClassVar[str] = "export"
    kind: str


@dataclass(frozen=True, slots=True)
class RenewFeed(Press):
    """🔄 New address: of a calendar feed; the old one is dead."""

    verb: ClassVar[str] = "feednew"

    feed: UUID


@dataclass(frozen=True, slots=True)
class RevokeFeed(Press):
    """🚫 Revoke: nobody reads a calendar feed any more."""

    verb: ClassVar[str] = "feedend"
    style: ClassVar[str] = "danger"

    feed: UUID


@dataclass(frozen=True, slots=True)
class AskErase(Press):
    """🗑 Erase everything: asks once more."""

    verb: ClassVar[str] = "erase"


@dataclass(frozen=True, slots=True)
class EraseAll(Press):
    """🗑 Yes, erase everything: after the second question."""

    verb: ClassVar[str] = "eraseall"
    style: ClassVar[str] = "danger"


@dataclass(frozen=True, slots=True)
class EraseNothing(Press):
    """Keep everything."""

    verb: ClassVar[str] = "erasenone"


@dataclass(frozen=True, slots=True)
class BringIn(Press):
    """Import: what was shown of a file is put into the list. `file` is a key of the shortcuts."""

    verb: ClassVar[str] = "import"
    style: ClassVar[str] = "success"
    file: str


@dataclass(frozen=True, slots=True)
class LeaveOut(Press):
    """Cancel, below what was shown of a file."""

    verb: ClassVar[str] = "noimport"
