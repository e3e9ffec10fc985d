"""Whatever people, clocks and crashes do to habits, in any order: each reminder comes once, in
time, and none comes about a day that is done.

Hypothesis drives the store and the worker on a real database, and a model says what is owed.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from datetime import date, time, timedelta
from typing import Any, cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.replies import Address, Reply
from storage.database import Database
from storage.habits.change import archive, reschedule
from storage.habits.entries import skip, tick
from storage.habits.participants import join, pause, resume_habit
from storage.history.settings import set_preferences
from storage.models import Chat, Habit, PushState, Reminder, User
from storage.people.asking import Asker, Deed
from storage.pushes.answers import snooze_habit
from storage.pushes.claims import Claim
from storage.pushes.plans.replanning import replan_changed
from storage.rules.schedules import Schedule, Unit
from storage.rules.slots import Slot
from storage.settings import DatabaseSettings
from tests.support.outbox import Letterbox
from tests.support.owed import habits as owed_habits
from tests.support.owed.habits import GROUP, Model, Place
from tests.support.owed.workers import Killed, becomes
from tests.support.scenes.habits import TODAY, add_one, again
from tests.support.scenes.people import BERLIN, NOW, Seat, group, private

OWN, SHARED = "own", "shared"
TIMES = st.sampled_from([("21:00",), ("09:00", "21:00"), ("01:30",), ("15:00", "15:05"), ()])
ZONES = st.sampled_from([BERLIN, "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
TURNS = st.sampled_from(["00:00", "03:00", "06:00"])
TROUBLE = ["busy", "failed", "lost answer", "killed before", "killed after", "refused"]
FAULTS = st.sampled_from([*[None] * 10, *TROUBLE])
NEXT = -1  # to the very moment that the next push is due
# On a grid of five minutes: longer than a lease, or than any back-off.
LATER = st.sampled_from([0, 0, 5, 30, 65, 240, 720, 1440, 3900, -30, *[NEXT] * 8])  # minutes


class Worker(Reminders):
    """The real worker, watched: the model hears of every reminder before Telegram does."""

    def __init__(self, machine: HabitsMachine) -> None:
        self.letterbox = Letterbox()
        outbox = cast("Outbox", self.letterbox)
        clock = machine.clock
        super().__init__(database=machine.database, outbox=outbox, clock=clock)
        self.faults: deque[str] = deque()
        self._machine = machine

    async def _push(self, claimed: Claim, reply: Reply, address: Address) -> None:
        became = "sent"
        if claimed.row.state != PushState.CLOSING:
            became = self.faults.popleft() if self.faults else "sent"
            for slot in self._slots(claimed):
                self._machine.model.pushed(slot, became, now=self._machine.now)
        if became.startswith("killed"):
            raise Killed
        becomes(self.letterbox, became)
        await super()._push(claimed, reply, address)

    def _slots(self, claimed: Claim) -> Iterator[owed_habits.Slot]:
        """Of a digest, those that still ask."""
        for row in claimed.rows:
            slot = self._machine.slot_of(row)
            owed = self._machine.model.owed.get(slot[:3])
            if len(claimed.rows) == 1 or (owed is not None and owed.day == slot[3]):
                yield slot


class HabitsMachine(RuleBasedStateMachine):
    """Ann's own habit, and one that she and Bob keep in their group."""

    database: Database
    run: Callable[[Coroutine[Any, Any, Any]], Any]

    @initialize(times=TIMES.filter(bool), shared=TIMES, kind=st.sampled_from([0, 2, 3]))
    def begin(self, times: tuple[str, ...], shared: tuple[str, ...], kind: int) -> None:
        random.seed(0)
        self.now = self.latest = NOW
        self.clock = Clock(lambda: self.now)
        start = TODAY - timedelta(days=30)
        weekdays = frozenset({0, 2, 4}) if kind == 3 else frozenset()
        own = owed_habits.Habit(("ann",), ("ann",), start, times, 2 * (kind == 2), weekdays)
        both = owed_habits.Habit(("ann", "bob"), ("ann", "bob", GROUP), start, shared)
        places = {chat: Place(BERLIN) for chat in ("ann", "bob", GROUP)}
        self.model = Model(places, {OWN: own, SHARED: both})
        self.run(self._settle_in())
        self.worker = Worker(self)
        self.model.look(now=self.now)

    async def _settle_in(self) -> None:
        async with self.database.begin() as session:
            ann, bob = await private(session, "ann"), await private(session, "bob")
            both, there = await group(session, "ann"), await group(session, "bob")
            self.seats = {"ann": ann, "bob": bob, GROUP: both, "bob there": there}
            shared = await add_one(session, both, "run", schedule=self._schedule(SHARED))
            own = await add_one(session, ann, "read", schedule=self._schedule(OWN))
            await join(session, shared, there.deed())
            self.habits = {OWN: own, SHARED: shared}
        self.chats = {self.seats[name].chat.id: name for name in ("ann", "bob", GROUP)}
        self.names = {habit.id: name for name, habit in self.habits.items()}

    def _schedule(self, name: str) -> Schedule:
        habit = self.model.habits[name]
        times = tuple(time.fromisoformat(at) for at in habit.times)
        if habit.weekly:
            return Schedule(habit.start, Unit.WEEK, times=habit.weekly, reminders=times)
        return Schedule(habit.start, weekdays=habit.weekdays, reminders=times)

    def slot_of(self, row: Reminder) -> owed_habits.Slot:
        slot = Slot.parse(row.key)
        assert slot is not None
        assert row.habit_id is not None
        at = f"{slot.at:%H:%M}" if slot.at else "snooze"
        return self.names[row.habit_id], self.chats[row.chat_id], at, slot.day

    def _do(
        self, name: str, who: str, deed: Callable[[AsyncSession, Habit, Seat], Awaitable[object]]
    ) -> None:
        """Somebody does something to a habit where it is."""
        place = who if name == OWN else {"ann": GROUP, "bob": "bob there"}[who]

        async def transact() -> None:
            async with self.database.begin() as session:
                known = self.seats[place]
                user = await session.get_one(User, known.user.id)
                chat = await session.get_one(Chat, known.chat.id)
                seat = Seat(user, chat, known.asker)
                await deed(session, await again(session, seat, self.habits[name]), seat)

        self.run(transact())

    def _then(self, later: int, fault: str | None) -> None:
        """The model follows, time passes, and the worker pushes what it can."""
        self.model.look(now=self.now)
        if fault is not None:
            self.worker.faults.append(fault)
        if later == NEXT:
            ahead = [owed.at for owed in self.model.owed.values() if owed.at > self.now]
            self.now = min(ahead, default=self.now)
        else:
            self.now += timedelta(minutes=later)
        self._work()

    def _today(self, who: str) -> date:
        return self.model.places[who].today(self.now)

    @rule(
        name=st.sampled_from([OWN, SHARED, SHARED]),
        who=st.sampled_from(["ann", "bob"]),
        what=st.sampled_from(["tick", "tick", "skip"]),
        later=LATER,
        fault=FAULTS,
    )
    def keep(self, name: str, who: str, what: str, later: int, fault: str | None) -> None:
        """A day is ticked or skipped, or that is taken back."""
        who = "ann" if name == OWN else who
        day, deed = self._today(who), {"tick": tick, "skip": skip}[what]
        self._do(name, who, lambda s, habit, seat: deed(s, habit, day, seat.deed(self.now)))
        getattr(self.model.habits[name], what)(who, day)
        self._then(later, fault)

    @rule(
        name=st.sampled_from([OWN, SHARED]),
        days=st.sampled_from([0, 2, None, "resume", "resume"]),
        later=LATER,
        fault=FAULTS,
    )
    def rest(self, name: str, days: int | str | None, later: int, fault: str | None) -> None:
        """Ann pauses a habit, or resumes it."""
        today, kept = self._today("ann"), self.model.habits[name].pauses
        if isinstance(days, str):
            self._do(
                name, "ann", lambda s, h, seat: resume_habit(s, h, seat.deed(self.now), today=today)
            )
            before = kept.get("ann")
            ended = before is not None and (before[1] is None or before[1] >= today)
            if before is not None and ended:
                yesterday = today - timedelta(days=1)
                kept["ann"] = (before[0], yesterday) if before[0] < today else None
        else:
            until = None if days is None else today + timedelta(days=days)
            self._do(
                name,
                "ann",
                lambda s, h, seat: pause(s, h, seat.deed(self.now), today=today, until=until),
            )
            kept["ann"] = (today, until)
        self._then(later, fault)

    @rule(name=st.sampled_from([OWN, SHARED]), later=LATER, fault=FAULTS)
    def put_away(self, name: str, later: int, fault: str | None) -> None:
        """A habit is archived, or taken out again."""
        habit = self.model.habits[name]
        habit.is_live = not habit.is_live
        away = not habit.is_live
        self._do(name, "ann", lambda s, h, seat: archive(s, h, seat.deed(self.now), archived=away))
        self._then(later, fault)

    @rule(name=st.sampled_from([OWN, SHARED]), times=TIMES, later=LATER, fault=FAULTS)
    def remind(self, name: str, times: tuple[str, ...], later: int, fault: str | None) -> None:
        """Its reminders come at other times."""
        self.model.habits[name].times = times
        schedule = self._schedule(name)
        self._do(
            name, "ann", lambda s, h, seat: reschedule(s, h, schedule, None, seat.deed(self.now))
        )
        self._then(later, fault)

    @rule(
        zone=ZONES | st.none(),
        turn=TURNS | st.none(),
        who=st.sampled_from(["ann", "ann", "bob"]),
        later=LATER,
        fault=FAULTS,
    )
    def travel(
        self, zone: str | None, turn: str | None, who: str, later: int, fault: str | None
    ) -> None:
        """Somebody goes elsewhere, or to bed later."""
        place, chosen = self.model.places[who], {}
        if zone is not None:
            chosen["zone"] = place.zone = zone
        if turn is not None:
            place.turn = time.fromisoformat(turn)
            chosen["day_turn"] = turn

        async def transact() -> None:
            async with self.database.begin() as session:
                seat = await private(session, who, now=self.now)
                await set_preferences(session, seat.user, seat.chat, chosen, seat.deed(self.now))

        self.run(transact())
        self._then(later, fault)

    @rule(
        name=st.sampled_from([OWN, SHARED]),
        chat=st.sampled_from(["ann", "bob", GROUP]),
        minutes=st.sampled_from([5, 10, 60, 240]),
        later=LATER,
        fault=FAULTS,
    )
    def snooze(self, name: str, chat: str, minutes: int, later: int, fault: str | None) -> None:
        """A chat puts a habit off, within its day."""
        habit, until = self.model.habits[name], self.now + timedelta(minutes=minutes)
        if chat not in habit.chats or not habit.asks(chat, self._today(chat)):
            return
        if any(owed.free_at > self.now for owed in self.model.owed.values()):
            return  # what is in somebody's hands is neither sent nor put off

        async def transact() -> bool:
            async with self.database.begin() as session:
                seat = self.seats[chat]
                there = await session.get_one(Chat, seat.chat.id)
                found = await session.get_one(Habit, self.habits[name].id)
                day = self._today(chat)
                by_whom = Asker(seat.user.id, there.id, in_private=there.is_private)
                deed = Deed(by_whom, self.now)
                return await snooze_habit(session, found, day, until, deed)

        is_within = self.model.places[chat].today(until) == self._today(chat)
        assert self.run(transact()) == is_within
        if is_within:
            self.model.snooze(name, chat, until, now=self.now)
        self._then(later, fault)

    def _work(self) -> None:
        """Push all that can be pushed; a process that dies has a successor at once."""
        while True:
            self.model.look(now=self.now)
            try:
                if not self.run(self.worker.push_next()):
                    break
            except Killed:
                continue
        self.latest = max(self.latest, self.now)
        self.run(self._look())
        self.model.look(now=self.now)
        self.model.check(now=self.now)

    async def _look(self) -> None:
        """What the store has done with; and no message still asks for what is done."""
        async with self.database.begin() as session:
            query = select(Reminder).where(col(Reminder.habit_id).is_not(None))
            rows = (await session.exec(query)).all()
        for row in rows:
            slot = self.slot_of(row)
            if row.state not in {PushState.PENDING, PushState.HELD}:
                self.model.closed.add(slot)
            if row.state == PushState.CLOSING:
                assert self.now < row.fire_at <= self.latest, "a message waits to be closed"
            if row.state == PushState.SENT:
                assert self.model.habits[slot[0]].asks(slot[1], slot[3]), f"{slot} asks still"

    def teardown(self) -> None:
        if hasattr(self, "worker"):
            self.run(self._forget())

    async def _forget(self) -> None:
        async with self.database.begin() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                await session.exec(delete(table))


def test_each_reminder_comes_once_in_time(database_url: str) -> None:
    with asyncio.Runner() as runner:
        database = Database(
            DatabaseSettings.from_url(database_url),
            planner=replan_changed,
            default_zone=BERLIN,
        )
        on_it = {"database": database, "run": staticmethod(runner.run)}
        machine = type("Machine", (HabitsMachine,), on_it)
        modestly = settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(machine, settings=modestly)
        runner.run(database.close())
