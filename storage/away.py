"""Somebody goes away: reminders and nags wait, habits freeze, turns pass on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from storage.habits.away import set_away
from storage.rules.absence import Absence, away_at
from storage.rules.due import moment
from storage.rules.schedules import away_of, paused
from storage.tasks.turns import pass_turns

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import User
    from storage.people.asking import Deed

ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=3660)

LONGEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Days:
    """From the `first` day (None: from now on) up to and with the `last`, or to a `time` of it, in
    an IANA zone; no last day: until somebody is back."""

    first: date | None
    last: date | None
    time: time | None
    zone: str

    @property
    def since(self) -> datetime | None:
        """The first moment of the first day, if one is said."""
        return moment(self.first, time(), self.zone) if self.first is not None else None

    @property
    def until(self) -> datetime | None:
        """The first moment at which somebody is back."""
        if self.last is None:
            return None
        if self.time is not None:
            return moment(self.last, self.time, self.zone)
        return moment(self.last + ONE_DAY, time(), self.zone)

    def is_sound(self, now: datetime) -> bool:
        """Whether its end is ahead, not too far, and behind its beginning."""
        begins, ends = self.since or now, self.until
        return ends is None or max(begins, now) < ends <= now + LONGEST


async def go_away(session: AsyncSession, user: User, deed: Deed, days: Days, *, today: date) -> int:
    """Let nothing remind a person on these days; how many of their turns went to others.

    `days` have to be sound; `today`: the day that it is for their habits.
    """
    before = away_at(user.settings, deed.now)
    since = before.since if before is not None else deed.now
    absence = Absence(max(since, days.since or since), days.until)
    spans = paused(away_of(user.settings), max(today, days.first or today), days.last)
    await set_away(session, user, deed, spans, absence)
    return await pass_turns(session, user, deed)
