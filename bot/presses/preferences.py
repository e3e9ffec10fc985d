"""The buttons of settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class ShowSettings(Press):
    """The settings of one group (by its name in `views.preferences`), or all of them."""

    verb: ClassVar[str] = "settings"

    group: str = ""


@dataclass(frozen=True, slots=True)
class OfferSetting(Press):
    """The choices of one setting, by its name in `views.preferences`."""

    verb: ClassVar[str] = "set"

    name: str


@dataclass(frozen=True, slots=True)
class ChooseSetting(Press):
    """One choice of a setting, as the setting's own view writes it."""

    verb: ClassVar[str] = "choose"

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class AgendaOn(Press):
    """☀️ Morning agenda at 9:00, below the greeting."""

    verb: ClassVar[str] = "agenda"


@dataclass(frozen=True, slots=True)
class EndAway(Press):
    """▶️ The days away are over."""

    verb: ClassVar[str] = "return"


@dataclass(frozen=True, slots=True)
class KeepMoments(Press):
    """🕰 The tasks that a new zone has moved are due at their moments of before."""

    verb: ClassVar[str] = "moments"

    batch: UUID
