"""A simple model of which reminders of habits people are owed: when, and whether they came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from tests.support.owed.tasks import GIVEN_UP, UNCLEAR

Key: TypeAlias = tuple[str, str, str]  # habit, chat, `21:00` or `snooze`
Slot: TypeAlias = tuple[str, str, str, date]
DAY = timedelta(days=1)
GROUP = "group"


@dataclass
class Habit:
    """What a habit asks for: daily, or so many times a week; who keeps it; what they did."""

    people: tuple[str, ...]
    chats: tuple[str, ...]
    start: date
    times: tuple[str, ...]
    weekly: int = 0
    weekdays: frozenset[int] = frozenset()
    is_live: bool = True
    entries: dict[tuple[str, date], str] = field(default_factory=dict)
    pauses: dict[str, tuple[date, date | None] | None] = field(default_factory=dict)

    def tick(self, who: str, day: date) -> None:
        self._write(who, day, None if self.entries.get((who, day)) == "tick" else "tick")

    def skip(self, who: str, day: date) -> None:
        self._write(who, day, None if self.entries.get((who, day)) == "skip" else "skip")

    def _write(self, who: str, day: date, what: str | None) -> None:
        self.entries.pop((who, day), None)
        if what:
            self.entries[who, day] = what

    def asks(self, chat: str, day: date) -> bool:
        people = self.people if chat == GROUP else (chat,)
        return self.is_live and any(self._asks_one(who, day) for who in people)

    def _asks_one(self, who: str, day: date) -> bool:
        if day < self.start or (who, day) in self.entries:
            return False
        pause = self.pauses.get(who)
        if pause and pause[0] <= day and (pause[1] is None or day <= pause[1]):
            return False
        if self.weekly:
            monday = day - timedelta(days=day.weekday())
            week = [monday + timedelta(days=n) for n in range((day - monday).days + 1)]
            ticks = [self.entries.get((who, one)) == "tick" for one in week]
            return sum(ticks) < self.weekly
        return not self.weekdays or day.weekday() in self.weekdays


@dataclass
class Place:
    """Where a chat's days turn, and when."""

    zone: str
    turn: time = time(3)

    def today(self, now: datetime) -> date:
        local = now.astimezone(ZoneInfo(self.zone))
        return local.date() - DAY * (local.time() < self.turn)

    def moment(self, day: date, at: str) -> datetime:
        clock = time.fromisoformat(at)
        on = day + DAY * (clock < self.turn)
        return datetime.combine(on, clock, ZoneInfo(self.zone)).astimezone(UTC)


@dataclass
class Owed:
    """A planned reminder of a day; nobody may send it before `free_at`."""

    day: date
    at: datetime
    free_at: datetime
    unclear: int = 0


@dataclass
class Model:
    """All that is owed. `sent` are days that were reminded of at a time, `closed` those that the
    store has done with; `again` may come twice, because a process died with them."""

    places: dict[str, Place]
    habits: dict[str, Habit]
    owed: dict[Key, Owed] = field(default_factory=dict)
    sent: set[Slot] = field(default_factory=set)
    closed: set[Slot] = field(default_factory=set)
    again: set[Slot] = field(default_factory=set)

    def keys(self) -> Iterator[Key]:
        for name, habit in self.habits.items():
            for chat in habit.chats:
                for at in habit.times:
                    yield name, chat, at

    def look(self, *, now: datetime) -> None:
        """Plan what is owed from now on: something was changed."""
        wanted = {*self.keys(), *(key for key in self.owed if key[2] == "snooze")}
        for key in [key for key in self.owed if key not in wanted]:
            if self.owed[key].free_at <= now:  # the process that sends it plans it
                del self.owed[key]
        for key in sorted(wanted, key=lambda key: key[2] != "snooze"):
            self._look_at(key, now=now)

    def _look_at(self, key: Key, *, now: datetime) -> None:
        chat, at = key[1:]
        owed, place = self.owed.get(key), self.places[chat]
        lapsed = owed is not None and owed.day < place.today(now)
        if owed is not None and owed.free_at > now:
            if at != "snooze" and place.moment(owed.day, at) > now:
                owed.at = place.moment(owed.day, at)
            return
        if owed is not None:
            moment = owed.at if at == "snooze" else place.moment(owed.day, at)
            is_ahead = at != "snooze" and moment > now
            if not is_ahead and self._is_wanted(key, owed, now=now):
                owed.at = moment if at == "snooze" else min(owed.at, now)
                return
            del self.owed[key]
        if at != "snooze" and (found := self._next(key, now=now, lapsed=lapsed)):
            self.owed[key] = found

    def _is_wanted(self, key: Key, owed: Owed, *, now: datetime) -> bool:
        name, chat, _ = key
        is_today = owed.day == self.places[chat].today(now)
        return is_today and self.habits[name].asks(chat, owed.day)

    def _next(self, key: Key, *, now: datetime, lapsed: bool) -> Owed | None:
        """The next reminder. Today's comes late if an earlier day's never came."""
        name, chat, at = key
        snoozed = self.owed.get((name, chat, "snooze"))
        after = max(now, snoozed.at) if snoozed else now
        place = self.places[chat]
        for ahead in range(60):
            day = place.today(now) + DAY * ahead
            if (*key, day) in self.sent | self.closed or not self.habits[name].asks(chat, day):
                continue
            if place.moment(day, at) > after or (lapsed and not ahead and after == now):
                return Owed(day, place.moment(day, at), free_at=now)
        return None

    def snooze(self, name: str, chat: str, until: datetime, *, now: datetime) -> None:
        for key in [key for key in self.owed if key[:2] == (name, chat)]:
            if self.owed[key].at <= until or key[2] == "snooze":
                del self.owed[key]
        day = self.places[chat].today(now)
        self.owed[name, chat, "snooze"] = Owed(day, until, free_at=now)

    def pushed(self, slot: Slot, became: str, *, now: datetime) -> None:
        """A process pushes a reminder. One that is not owed now is a duplicate, or is about a day
        that is done or past."""
        key, day = slot[:3], slot[3]
        owed = self.owed.get(key)
        assert owed is not None, f"nobody is owed {slot}"
        assert owed.day == day, f"nobody is owed {slot}"
        assert owed.at <= now, f"{slot} comes too early"
        assert owed.free_at <= now, f"{slot} is in another process's hands"
        assert key[2] == "snooze" or slot not in self.sent or slot in self.again, f"{slot} twice"
        assert self._is_wanted(key, owed, now=now), f"{slot} asks for what is done or past"
        self.again.discard(slot)
        if became in UNCLEAR:
            owed.unclear += 1
            became = "sent" if owed.unclear >= GIVEN_UP else became
        if became in {"sent", "killed after", "lost answer"}:
            self.sent.add(slot)
        if became in {"sent", "refused"}:
            del self.owed[key]
            self.closed.add(slot)
        else:
            waits_long = became in UNCLEAR and owed.unclear == GIVEN_UP - 1
            waits = timedelta(hours=1) if waits_long else timedelta(minutes=5)
            owed.free_at = now + waits
            self.again.add(slot)

    def check(self, *, now: datetime) -> None:
        """Assert that each reminder that is due but was not sent has a reason to wait."""
        for key, owed in self.owed.items():
            if owed.at > now or owed.free_at > now:
                continue
            assert not self._is_wanted(key, owed, now=now), f"{key} of {owed.day} is lost at {now}"
