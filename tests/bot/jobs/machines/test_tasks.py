"""Whatever people, clocks, crashes and Telegram do, in any order: each push comes once, in time.

Hypothesis drives the store and the worker on a real database, and a model says what is owed.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import time, timedelta
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from storage.database import Database
from storage.errors import Refusal
from storage.history.settings import set_preferences
from storage.models import Chat, PushState, Reminder, Task, User
from storage.people.asking import Asker, Deed
from storage.people.users import set_blocked
from storage.pushes.answers import snooze
from storage.pushes.plans.replanning import replan_changed
from storage.pushes.plans.returns import resume
from storage.rules.due import Due
from storage.rules.recurrence import Repeat, repeat_from_json, skip
from storage.settings import DatabaseSettings
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, move, reopen, restore, set_reminders
from storage.tasks.find import with_parts
from storage.tasks.new import NewTask
from storage.undo.commands import undo_last
from storage.undo.kinds import Undone
from tests.support.owed.tasks import Model, Taste, Wish
from tests.support.owed.workers import Killed, Worker
from tests.support.scenes.people import BERLIN, NOW, Seat, add, find, group, private

T = TypeVar("T")

# Everything is on a grid of five minutes: longer than a lease, or than any back-off.
AHEAD = st.sampled_from([0, 5, 10, 60, 65, 120, 720, 1445, 4320])  # minutes
OFFSETS = st.sampled_from([None, (), (0,), (60,), (0, 60), (0, -30), (1440, 10)])
NAGS = st.sampled_from([None, None, 15])
ZONES = st.sampled_from([BERLIN, "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
QUIET = st.sampled_from([None, ("22:00", "08:00"), ("13:00", "16:00")])
MORNINGS = st.sampled_from(["06:00", "09:00", "14:45"])
USUAL = st.sampled_from([(0,), (60,), (0, 1440)])
SETTINGS = st.sampled_from(["quiet", "quiet", "zone", "zone", "morning", "usual"])
DEEDS = ["done", "reopen", "delete", "restore", "skip", "assign"]
TROUBLE = ["busy", "failed", "lost answer", "killed before", "killed after", "refused", "blocked"]
FAULTS = st.sampled_from([*[None] * 14, *TROUBLE, "return", "return"])
NEXT = -1  # to the very moment that the next push is due
LATER = st.sampled_from([0, 0, 5, 10, 30, 65, 240, 720, 1440, -30, *[NEXT] * 6])  # minutes


def step(**drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """A rule: something is done, time passes, and the worker pushes what it can, with a fault now
    and then. Few rules with many choices each: Hypothesis leaves whole rules out of an example."""

    def make(deed: Callable[..., None]) -> Any:
        @wraps(deed)
        def then_time_passes(
            self: RemindersMachine, *, later: int, fault: str | None, **facts: Any
        ) -> None:
            deed(self, **facts)
            if fault == "return":
                self.come_back()
            elif fault is not None:
                self.worker.faults.append(fault)
            self.pass_(later)

        with_time = cast("Callable[..., Any]", rule)(later=LATER, fault=FAULTS, **drawn)
        return with_time(then_time_passes)

    return make


class RemindersMachine(RuleBasedStateMachine):
    """Ann in private, Ann and Bob in a group whose tasks are Bob's."""

    database: Database
    run: Callable[[Coroutine[Any, Any, Any]], Any]

    @initialize(reminds=st.lists(st.tuples(AHEAD, OFFSETS, NAGS), min_size=2), quiet=QUIET)
    def begin(
        self,
        reminds: list[tuple[int, tuple[int, ...] | None, int | None]],
        quiet: tuple[str, str] | None,
    ) -> None:
        random.seed(0)
        self.now = self.latest = NOW
        self.clock = Clock(lambda: self.now)
        self.numbers: list[tuple[str, int]] = []
        self.run(self._settle_in())
        self._keep_quiet(quiet)
        kinds = (("ann", "once"), ("ann", "daily"), ("group", "day"))
        for (where, kind), (minutes, offsets, nag) in zip(kinds, reminds, strict=False):
            self._add(where, minutes, kind=kind, offsets=offsets, nag=nag)

    async def _settle_in(self) -> None:
        async with self.database.begin() as session:
            ann, bob = await private(session, "ann"), await private(session, "bob")
            both = await group(session, "ann")
            await group(session, "bob")
            self.seats = {"ann": ann, "bob": bob, "group": both}
        tastes = {seat.chat.id: Taste(BERLIN) for seat in self.seats.values()}
        self.model = Model(tastes)
        self.worker = Worker(self.database, self.clock, self.model)

    @step(
        where=st.sampled_from(["ann", "group"]),
        minutes=st.lists(AHEAD, min_size=1, max_size=1) | st.lists(AHEAD, min_size=6, max_size=6),
        kind=st.sampled_from(["once", "daily", "day", "every day"]),
        offsets=OFFSETS,
        nag=NAGS,
    )
    def add(self, where: str, minutes: list[int], **facts: Any) -> None:
        """One task, or more than are sent one by one once they are missed."""
        self._add(where, *minutes, **facts)

    def _add(
        self,
        where: str,
        *minutes: int,
        kind: str,
        offsets: tuple[int, ...] | None,
        nag: int | None,
    ) -> None:
        new = [self._new(self._due(where, m, kind), kind, offsets, nag) for m in minutes]

        async def deed(session: AsyncSession, seat: Seat) -> None:
            once = seat.deed(self.now)
            tasks = await add(session, seat, *new, deed=once)
            bob = await session.get_one(User, self.seats["bob"].user.id)
            for task in tasks if where == "group" else []:
                set_assignees(session, task, [bob], once)
            self.numbers += [(where, task.number) for task in tasks]

        self._do(where, deed)

    def _new(
        self, due: Due, kind: str, offsets: tuple[int, ...] | None, nag: int | None
    ) -> NewTask:
        daily = kind in {"daily", "every day"}
        # one that waits for its completion: those that go on have a test of their own
        rule = Repeat(("FREQ=DAILY",), due.on, due.time, due.zone, anchor="completion")
        repeat = rule if daily else None
        return NewTask("Task", due=due, repeat=repeat, reminders=_texts(offsets), nag_minutes=nag)

    def _due(self, where: str, minutes: int, kind: str) -> Due:
        zone = self.model.tastes[self.seats[where].chat.id].zone
        due = Due.from_moment(self.now + timedelta(minutes=minutes), zone)
        return replace(due, time=None) if kind.endswith("day") else due

    def _do(self, where: str, deed: Callable[[AsyncSession, Seat], Awaitable[None]]) -> None:
        self.run(self._transact(where, deed))
        self._look()

    async def _transact(
        self, where: str, deed: Callable[[AsyncSession, Seat], Awaitable[None]]
    ) -> None:
        async with self.database.begin() as session:
            known = self.seats[where]
            user = await session.get_one(User, known.user.id)
            chat = await session.get_one(Chat, known.chat.id)
            await deed(session, Seat(user, chat, known.asker))

    def _to_task(self, which: int, deed: Callable[[AsyncSession, Seat, Task], object]) -> None:
        """Do something to one of the tasks, in its chat."""
        where, number = self.numbers[which % len(self.numbers)]

        async def found(session: AsyncSession, seat: Seat) -> None:
            done = deed(session, seat, await find(session, seat, number))
            if isinstance(done, Awaitable):
                await done

        self._do(where, found)

    def _look(self) -> None:
        """What the tasks ask for now; the store of tasks has tests of its own."""
        for task in self.run(self._tasks()):
            if task.due is None:
                continue
            beside = (self.seats["bob"].chat.id,) if task.assignees else ()
            wish = Wish(
                task.due,
                not task.is_done and not task.is_deleted,
                tuple(_minutes(text) for text in task.reminders)
                if task.reminders is not None
                else None,
                task.nag_minutes,
                (task.chat_id, *beside),
            )
            self.model.wished(task.id, wish, now=self.now)

    async def _tasks(self) -> list[Task]:
        async with self.database.begin() as session:
            return list((await session.exec(select(Task).options(*with_parts()))).all())

    tasks_known = precondition(lambda self: bool(self.numbers))
    which = st.integers(0, 3)

    @tasks_known
    @step(which=which, minutes=AHEAD, kind=st.sampled_from(["once", "once", "day"]))
    def move(self, which: int, minutes: int, kind: str) -> None:
        due = self._due(self.numbers[which % len(self.numbers)][0], minutes, kind)
        self._to_task(which, lambda s, seat, task: move(s, task, due, seat.deed(self.now)))

    @tasks_known
    @step(which=which, offsets=OFFSETS, nag=NAGS)
    def remind(self, which: int, offsets: tuple[int, ...] | None, nag: int | None) -> None:
        self._to_task(
            which,
            lambda s, seat, task: set_reminders(s, task, _texts(offsets), nag, seat.deed(self.now)),
        )

    @tasks_known
    @step(which=which, deed=st.sampled_from([*["done"] * 3, *DEEDS]))
    def do(self, which: int, deed: str) -> None:
        self._to_task(which, lambda s, seat, task: self._deed(deed, s, seat, task))

    async def _deed(self, deed: str, session: AsyncSession, seat: Seat, task: Task) -> None:
        mine = seat.deed(self.now)
        match deed:
            case "done":
                complete(session, task, mine)
            case "reopen" if task.is_done:
                reopen(session, task, mine)
            case "delete":
                await delete_task(session, task, mine)
            case "restore":
                await restore(session, task, mine)
            case "skip" if task.repeat and task.due:
                due = skip(repeat_from_json(task.repeat), current=task.due, now=self.now)
                move(session, task, due, mine)
            case "assign" if not seat.chat.is_private:  # it is Bob's, or no longer
                bob = await session.get_one(User, self.seats["bob"].user.id)
                set_assignees(session, task, [] if task.assignees else [bob], mine)

    @tasks_known
    @step(where=st.sampled_from(["ann", "group"]))
    def undo(self, where: str) -> None:
        async def deed(session: AsyncSession, seat: Seat) -> None:
            taken_back: list[Undone] = []
            try:
                async with session.begin_nested():
                    taken_back = await undo_last(session, chat=seat.chat, deed=seat.deed(self.now))
            except Refusal:
                return
            assert taken_back

        self._do(where, deed)

    @tasks_known
    @step(which=which, minutes=AHEAD.filter(bool), by=st.sampled_from(["owner", "bob"]))
    def snooze(self, which: int, minutes: int, by: str) -> None:
        until = self.now + timedelta(minutes=minutes)

        async def deed(session: AsyncSession, seat: Seat, task: Task) -> None:
            chat = seat.chat
            if by == "bob" and not chat.is_private:
                chat = await session.get_one(Chat, self.seats["bob"].chat.id)
            if not task.is_done and not task.is_deleted:
                by_whom = Asker(seat.user.id, chat.id, in_private=chat.is_private)
                snooze(session, task, until, Deed(by_whom, self.now))
                self.model.snooze(task.id, chat.id, until, now=self.now)

        self._to_task(which, deed)

    @step(
        setting=st.sampled_from(["quiet", "quiet", "zone", "zone", "morning", "usual"]),
        data=st.data(),
    )
    def prefer(self, setting: str, data: st.DataObject) -> None:
        match setting:
            case "quiet":
                self._keep_quiet(data.draw(QUIET))
            case "zone":
                self._travel(data.draw(ZONES))
            case "morning":
                morning = data.draw(MORNINGS)
                self._choose("morning", morning, morning=time.fromisoformat(morning))
            case _:
                usual = data.draw(USUAL)
                self._choose("remind_timed", list(_texts(usual) or ()), usual=usual)

    def _keep_quiet(self, quiet: tuple[str, str] | None) -> None:
        hours = tuple(time.fromisoformat(at) for at in quiet) if quiet else None
        self._choose("quiet", list(quiet) if quiet else None, quiet=hours)

    def _travel(self, zone: str) -> None:
        chat = self.seats["ann"].chat.id
        before = self.model.tastes[chat].zone
        self.model.tastes[chat] = replace(self.model.tastes[chat], zone=zone, zone_is_set=True)
        if zone != before:
            self._carry(chat, before, zone)
        self._choose("zone", zone, zone=zone, zone_is_set=True)

    def _carry(self, chat: UUID, before: str, zone: str) -> None:
        """What is ahead, here and there, keeps its wall time."""
        for task, wish in list(self.model.wishes.items()):
            there = replace(wish.due, zone=zone)
            if wish.chats != (chat,) or wish.due.zone != before:
                continue
            if min(wish.due.at, there.at) > self.now:
                self.model.moved_to_zone(task, wish.due, there, chat)
                self.model.wishes[task] = replace(wish, due=there)
        self.model.shift_snoozes(chat, (before, zone), now=self.now)

    def _choose(self, name: str, value: object, **taste: Any) -> None:
        async def deed(session: AsyncSession, seat: Seat) -> None:
            await set_preferences(session, seat.user, seat.chat, {name: value}, seat.deed(self.now))

        self.run(self._transact("ann", deed))
        chat = self.seats["ann"].chat.id
        self.model.tasted(chat, replace(self.model.tastes[chat], **taste), now=self.now)
        self._look()

    def pass_(self, minutes: int) -> None:
        """Let time pass, and the worker work."""
        if minutes == NEXT:
            ahead = [push.fire_at for push in self.model.owed.values() if push.fire_at > self.now]
            self.now = min(ahead, default=self.now)
        else:
            self.now += timedelta(minutes=minutes)
        self._work()

    def come_back(self) -> None:
        """Whoever has blocked the bot starts it again."""
        for who in ("ann", "bob"):
            chat = self.seats[who].chat.id
            if chat in self.model.away:
                self.run(self._transact(who, self._resume))
                self.model.returned(chat, now=self.now)

    async def _resume(self, session: AsyncSession, seat: Seat) -> None:
        await set_blocked(session, seat.user.telegram_id, blocked=False, now=self.now)
        await session.flush()
        await resume(session, seat.chat, now=self.now)

    def _work(self) -> None:
        """Push all that can be pushed; a process that dies has a successor at once."""
        while True:
            try:
                if not self.run(self.worker.push_next()):
                    break
            except Killed:
                continue
        self.latest = max(self.latest, self.now)
        self.model.check(now=self.now)
        self._look_at_messages()

    def _look_at_messages(self) -> None:
        """No message still offers buttons about what is done, deleted or moved."""
        for row in self.run(self._standing()):
            wish = self.model.wishes[cast("UUID", row.task_id)]
            if self.now < row.fire_at <= self.latest:
                continue  # it is closed once the clock has caught up
            assert row.state == PushState.SENT, "a message waits to be closed"
            assert wish.is_live
            assert row.occurrence_at == wish.due.at

    async def _standing(self) -> list[Reminder]:
        async with self.database.begin() as session:
            shown = (PushState.SENT, PushState.CLOSING)
            query = select(Reminder).where(col(Reminder.task_id).is_not(None))
            return [row for row in (await session.exec(query)).all() if row.state in shown]

    def teardown(self) -> None:
        if hasattr(self, "worker"):
            self.run(self._forget())

    async def _forget(self) -> None:
        async with self.database.begin() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                await session.exec(delete(table))


def _texts(minutes: tuple[int, ...] | None) -> tuple[str, ...] | None:
    if minutes is None:
        return None
    return tuple(f"+{-m}m" if m < 0 else f"-{m}m" for m in minutes)


def _minutes(text: str) -> int:
    return -int(text[:-1])


def test_each_push_comes_once_in_time(database_url: str) -> None:
    with asyncio.Runner() as runner:
        database = Database(
            DatabaseSettings.from_url(database_url),
            planner=replan_changed,
            default_zone=BERLIN,
        )
        on_it = {"database": database, "run": staticmethod(runner.run)}
        machine = type("Machine", (RemindersMachine,), on_it)
        modestly = settings(
            max_examples=5,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(machine, settings=modestly)
        runner.run(database.close())
