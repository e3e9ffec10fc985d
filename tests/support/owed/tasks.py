"""A simple model of the pushes that are owed: about what, to which chat, when, and whether sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from storage.rules.due import Due

Key: TypeAlias = tuple[UUID, UUID, int, str]  # task, chat, Unix time of the occurrence, which one
MINUTE = timedelta(minutes=1)
ON_PURPOSE = timedelta(minutes=15)  # how late a push may be that breaks quiet hours on purpose
LEAST = datetime.min.replace(tzinfo=UTC)
NAG, SNOOZE = "nag", "snooze"
UNCLEAR = frozenset({"failed", "lost answer"})  # what perhaps arrived
GIVEN_UP = 3  # unclear tries, with which a push counts as sent


@dataclass(frozen=True, slots=True)
class Wish:
    """How a task is to remind. `offsets` are minutes before, None for the chat's usual ones."""

    due: Due
    is_live: bool
    offsets: tuple[int, ...] | None
    nag: int | None
    chats: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Taste:
    """The settings of a chat."""

    zone: str
    zone_is_set: bool = False
    quiet: tuple[time, time] | None = None
    morning: time = time(9)
    usual: tuple[int, ...] = (0,)

    def quiet_until(self, at: datetime) -> datetime | None:
        """The end of the quiet hours that a moment falls into."""
        if self.quiet is None:
            return None
        start, end = self.quiet
        local = at.astimezone(ZoneInfo(self.zone))
        for day in (local.date() - timedelta(days=1), local.date()):
            begins = datetime.combine(day, start, ZoneInfo(self.zone))
            ends = datetime.combine(day + timedelta(days=start > end), end, ZoneInfo(self.zone))
            if begins.astimezone(UTC) <= at < ends.astimezone(UTC):
                return ends.astimezone(UTC)
        return None


@dataclass(slots=True)
class Push:
    """A planned push. `held`: its chat could not be reached. Nobody may send it until `free_at`,
    because a process died with it or Telegram asked to wait."""

    fire_at: datetime
    on_purpose: bool
    kind: str = "task"
    held: bool = False
    free_at: datetime = LEAST
    unclear: int = 0


@dataclass
class Model:
    """All that is owed. `past`: sent, missed or refused, so never to come again."""

    tastes: dict[UUID, Taste]
    wishes: dict[UUID, Wish] = field(default_factory=dict)
    owed: dict[Key, Push] = field(default_factory=dict)
    past: set[Key] = field(default_factory=set)
    sent_at: dict[Key, datetime] = field(default_factory=dict)
    away: set[UUID] = field(default_factory=set)
    summaries: int = 0

    def wished(self, task: UUID, wish: Wish, *, now: datetime) -> None:
        """A task was added or changed."""
        if self.wishes.get(task) != wish:
            self.wishes[task] = wish
            self.plan(task, now=now)

    def tasted(self, chat: UUID, taste: Taste, *, now: datetime) -> None:
        """A chat's settings have changed."""
        self.tastes[chat] = taste
        for task, wish in self.wishes.items():
            if wish.is_live and chat in wish.chats:
                self.plan(task, now=now)

    def plan(self, task: UUID, *, now: datetime) -> None:
        """Plan what is owed for a task from now on."""
        wish = self.wishes[task]
        for key in [key for key in self.owed if key[0] == task and key[1] not in wish.chats]:
            if not self._is_snooze(key, wish):
                del self.owed[key]
        for chat in wish.chats:
            wanted = self._wanted(task, chat, wish)
            for key in [key for key in self.owed if key[:2] == (task, chat)]:
                push = self.owed[key]
                if key in wanted:
                    push.fire_at = self._again(push, wanted[key], self.tastes[chat], now)
                    push.on_purpose = wanted[key].on_purpose
                elif not (self._is_snooze(key, wish) or self._is_nag(key, wish)):
                    del self.owed[key]
            for key, push in wanted.items():
                if push.fire_at > now - MINUTE and key not in self.past:
                    self.owed.setdefault(key, push)
            self.nag(task, chat, now=now)

    def _again(self, push: Push, wanted: Push, taste: Taste, now: datetime) -> datetime:
        if wanted.fire_at > now:
            return wanted.fire_at
        return min(push.fire_at, taste.quiet_until(now) or now)

    def _is_snooze(self, key: Key, wish: Wish) -> bool:
        return self.owed[key].kind == SNOOZE and wish.is_live and key[2] == unix(wish.due.at)

    def _is_nag(self, key: Key, wish: Wish) -> bool:
        asked = wish.nag is not None and wish.is_live
        return self.owed[key].kind == NAG and asked and key[2] == unix(wish.due.at)

    def _wanted(self, task: UUID, chat: UUID, wish: Wish) -> dict[Key, Push]:
        if not wish.is_live:
            return {}
        taste, due = self.tastes[chat], wish.due
        own = wish.offsets is not None
        at = due.at
        if due.is_whole_day:
            there = replace(due, time=taste.morning)
            at = (replace(there, zone=taste.zone) if taste.zone_is_set else there).at
        usual = (0,) if due.is_whole_day else taste.usual
        minutes = list(usual if wish.offsets is None else wish.offsets)
        start = replace(due, zone=taste.zone).at if due.is_whole_day and taste.zone_is_set else None
        if wish.nag and not any(at - timedelta(minutes=m) >= (start or due.at) for m in minutes):
            minutes.append(0)
        snoozed = [
            push.fire_at
            for key, push in self.owed.items()
            if push.kind == SNOOZE and key[:3] == (task, chat, unix(due.at))
        ]
        wanted = {}
        for m in minutes:
            fire_at = at - timedelta(minutes=m)
            if all(fire_at > until for until in snoozed):
                key = (task, chat, unix(due.at), f"+{-m}m" if m < 0 else f"-{m}m")
                exactly = not due.is_whole_day and m == 0
                wanted[key] = Push(fire_at, on_purpose=own or exactly)
        return wanted

    def nag(self, task: UUID, chat: UUID, *, now: datetime) -> None:
        """Plan the next nag of an overdue task, unless another push will lead to it."""
        wish = self.wishes[task]
        at = unix(wish.due.at)
        if not wish.nag or not wish.is_live or wish.due.at > now:
            return
        coming = [push for key, push in self.owed.items() if key[:3] == (task, chat, at)]
        if any(push.kind in {NAG, SNOOZE} or push.fire_at <= now for push in coming):
            return
        said = sum(key[:3] == (task, chat, at) and key[3].startswith("nag-") for key in self.past)
        if said < 10:
            length = timedelta(minutes=wish.nag)
            sent = [when for key, when in self.sent_at.items() if key[:3] == (task, chat, at)]
            since = max(sent, default=now)
            fire_at = since + length if since + length > now else now + length
            fire_at = self.tastes[chat].quiet_until(fire_at) or fire_at
            key = (task, chat, at, f"nag-{said + 1}")
            self.owed[key] = Push(fire_at, on_purpose=False, kind=NAG)

    def snooze(self, task: UUID, chat: UUID, until: datetime, *, now: datetime) -> None:
        """Somebody snoozes a task in a chat: nothing comes before `until`."""
        for key, push in list(self.owed.items()):
            if key[:2] == (task, chat) and (push.fire_at <= until or push.kind == SNOOZE):
                del self.owed[key]
        key = (task, chat, unix(self.wishes[task].due.at), f"snooze-{unix(until)}")
        if key not in self.past:  # put off twice until one moment, with a clock that went back
            self.owed[key] = Push(until, on_purpose=True, kind=SNOOZE)
        self.plan(task, now=now)

    def moved_to_zone(self, task: UUID, before: Due, after: Due, chat: UUID) -> None:
        """A task moved to another zone with its chat: its snoozes move with the occurrence."""
        old = (task, chat, unix(before.at))
        for key, push in list(self.owed.items()):
            if key[:3] != old or push.kind != SNOOZE:
                continue
            del self.owed[key]
            self.owed[(task, chat, unix(after.at), key[3])] = push

    def shift_snoozes(self, chat: UUID, zones: tuple[str, str], *, now: datetime) -> None:
        for key, push in list(self.owed.items()):
            if key[1] == chat and push.kind == SNOOZE and push.fire_at > now + timedelta(hours=12):
                push.fire_at = replace(Due.from_moment(push.fire_at, zones[0]), zone=zones[1]).at
                del self.owed[key]
                self.owed[(*key[:3], f"snooze-{unix(push.fire_at)}")] = push

    def pushed(self, keys: Sequence[Key], became: str, *, now: datetime) -> None:
        """A process pushes one, or several as one digest."""
        for key in keys:
            self._may_leave(key, now=now)
        if became in UNCLEAR:
            self._perhaps_arrived([self.owed[key] for key in keys], now=now)
            if any(self.owed[key].unclear >= GIVEN_UP for key in keys):
                became = "sent"
        for key in keys:
            push = self.owed[key]
            match became:
                case "sent":
                    self.settled(key, now=now)
                case "refused":
                    del self.owed[key]
                    self.past.add(key)
                case "blocked":
                    self.away.add(key[1])
                    push.held = True
                case _:
                    push.free_at = max(push.free_at, now + timedelta(minutes=5))

    def _perhaps_arrived(self, pushes: Sequence[Push], *, now: datetime) -> None:
        """The second unclear try of a push is its last for an hour, the third counts as sent."""
        tries = 1 + max(push.unclear for push in pushes)
        for push in pushes:
            push.unclear = GIVEN_UP if tries >= GIVEN_UP else push.unclear + 1
            if tries == GIVEN_UP - 1:
                push.free_at = now + timedelta(hours=1)

    def _may_leave(self, key: Key, *, now: datetime) -> None:
        """Assert that a push is owed now: else it is a duplicate, too early, or obsolete."""
        assert key in self.owed, f"nobody is owed {key[3]}: doubled, or done, deleted or moved"
        push = self.owed[key]
        assert push.fire_at <= now, f"{key[3]} comes too early"
        assert push.free_at <= now, f"{key[3]} is in another process's hands"
        assert key[1] not in self.away, "a chat that cannot be reached is tried"
        assert not push.held, "what is held for somebody is tried"
        asleep = self.tastes[key[1]].quiet_until(now) is not None
        assert not asleep or (push.on_purpose and now - push.fire_at <= ON_PURPOSE), "quiet hours"

    def settled(self, key: Key, *, now: datetime) -> None:
        """A push has arrived in its chat."""
        del self.owed[key]
        self.past.add(key)
        self.sent_at[key] = now
        self.nag(key[0], key[1], now=now)

    def check(self, *, now: datetime) -> None:
        """Assert that each push that is due but was not sent has a reason to wait."""
        for key, push in self.owed.items():
            if push.fire_at > now or push.held or push.free_at > now:
                continue
            if key[1] in self.away:
                push.held = True
                continue
            until = self.tastes[key[1]].quiet_until(now)
            waits = until is not None and not (push.on_purpose and now - push.fire_at <= ON_PURPOSE)
            assert waits, f"{key[3]} of {push.fire_at} is lost at {now}"
            assert until is not None
            push.fire_at = until

    def returned(self, chat: UUID, *, now: datetime) -> None:
        """Somebody can be reached again: what they have missed comes as one summary."""
        self.away.discard(chat)
        held = [key for key, push in self.owed.items() if key[1] == chat and push.held]
        missed = [key for key in held if self.owed[key].fire_at <= now]
        for key in held:
            self.owed[key].held = False
        for key in missed:
            del self.owed[key]
            self.past.add(key)
        self.summaries += bool(missed)
        for task in {key[0] for key in held}:
            self.plan(task, now=now)


def unix(at: datetime) -> int:
    return int(at.timestamp())
