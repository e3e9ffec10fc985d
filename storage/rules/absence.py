"""When somebody is away: nothing reminds them of their tasks until they are back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ABSENCE = "absence"  # its name among the settings of a person


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away `since` a moment `until` they are back; None: until they say so."""

    since: datetime
    until: datetime | None = None

    def covers(self, now: datetime) -> bool:
        """Whether somebody is away at a moment."""
        return self.since <= now and (self.until is None or now < self.until)

    def is_over(self, now: datetime) -> bool:
        """Whether somebody is back."""
        return self.until is not None and self.until <= now


def absence_of(settings: Mapping[str, Any]) -> Absence | None:
    """The last time that a person was away, from their settings; it may be over."""
    return absence_from_json(settings.get(ABSENCE))


def away_at(settings: Mapping[str, Any], now: datetime) -> Absence | None:
    """The absence that a moment is in, if a person is away then."""
    absence = absence_of(settings)
    return absence if absence is not None and absence.covers(now) else None


def absence_to_json(absence: Absence | None) -> list[str | None] | None:
    """Its two moments, ISO 8601."""
    if absence is None:
        return None
    return [absence.since.isoformat(), absence.until.isoformat() if absence.until else None]


def absence_from_json(kept: object) -> Absence | None:
    """The inverse of `absence_to_json`; None for anything else."""
    match kept:
        case [str(since), str() | None as until]:
            try:
                moments = [datetime.fromisoformat(at) for at in (since, until) if at]
            except ValueError:
                return None
            if any(at.tzinfo is None for at in moments):
                return None
            return Absence(*moments)
        case _:
            return None
