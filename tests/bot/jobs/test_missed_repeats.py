"""A repeating task that nobody answers: whatever it repeats by, whenever the bot was away, it is
about the latest occurrence that has come to be reminded of, and the next one is planned.

The expectation walks through the occurrences of storage.rules one by one.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Sent
from storage.database import Database
from storage.errors import Refusal
from storage.models import Action, Change, PushState, Reminder, Task
from storage.pushes.answers import snooze
from storage.rules.due import Due
from storage.rules.offsets import Offset
from storage.rules.recurrence import Repeat, occurrences
from storage.tasks.change import complete
from storage.tasks.new import NewTask
from storage.undo.commands import undo_last
from tests.support.databases import planning_database
from tests.support.outbox import Letterbox
from tests.support.repeats import repeat
from tests.support.scenes.people import BERLIN, NOW, add, find, private

MORNING = time(9)
REPEATS = {
    "pills": repeat("FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0", at="20:00"),
    "hourly": repeat("FREQ=HOURLY", at="15:00"),
    "workdays": repeat("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", at="18:30"),
    "two times": repeat(
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0",
        "FREQ=WEEKLY;BYDAY=TH;BYHOUR=17;BYMINUTE=15",
        on="2026-09-24",
        at="17:15",
    ),
    "whole days": repeat("FREQ=DAILY", on="2026-09-24"),
    "month": repeat("FREQ=MONTHLY;BYMONTHDAY=31", on="2026-10-31", at="10:00"),
    "five": repeat("FREQ=DAILY;COUNT=5", at="16:00"),
}
OFFSETS = st.sampled_from([None, ("-0m",), ("-60m",), ("-0m", "-30m"), ("+30m",), ("-2880m",)])
MINUTES = st.sampled_from([1, 20, 30, 60, 200, 720, 1440, 4_000, 12_000, 50_000])
STEPS = st.lists(
    st.tuples(st.sampled_from(["wait", "wait", "wait", "wait", "done", "undo", "snooze"]), MINUTES),
    min_size=2,
    max_size=7,
)


def reminds_at(due: Due, offsets: tuple[str, ...] | None, *, behind: datetime) -> datetime:
    """The first reminder of an occurrence; what would be before the last due is about that."""
    wanted = [Offset.parse(one) for one in offsets or ("-0m",)]
    moments = [one.fires_at(due, morning=MORNING) for one in wanted]
    return min(
        (at for at in moments if at > behind), default=Offset().fires_at(due, morning=MORNING)
    )


def expected(task: Task, rule: Repeat, *, now: datetime) -> datetime | None:
    """The due of a task that was left alone until now."""
    assert task.due_at is not None
    due_at, after = task.due_at, task.due_at
    while True:
        ahead = occurrences(rule, after=after, limit=50)
        come = [due for due in ahead if reminds_at(due, _of(task), behind=task.due_at) <= now]
        if not come:
            return due_at
        due_at = after = come[-1].at


def _of(task: Task) -> tuple[str, ...] | None:
    return tuple(task.reminders) if task.reminders is not None else None


class Scene:
    """Ann, her one repeating task, and the worker."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, NOW
        self.post = Letterbox()
        self.worker = Reminders(
            database=database, outbox=cast("Outbox", self.post), clock=Clock(lambda: self.now)
        )

    async def begin(self, rule: Repeat, offsets: tuple[str, ...] | None) -> None:
        async with self.database.begin() as session:
            self.ann = await private(session, "ann")
            due = occurrences(rule, after=NOW, limit=1)[0]
            new = NewTask("Task", due=due, repeat=rule, reminders=offsets)
            await add(session, self.ann, new)

    async def act(self, deed: str) -> None:
        with suppress(Refusal):  # nothing to undo, or it was missed since
            async with self.database.begin() as session:
                task, mine = await find(session, self.ann, 1), self.ann.deed(self.now)
                match deed:
                    case "done":
                        complete(session, task, mine)
                    case "snooze" if not task.is_done:
                        snooze(session, task, self.now + timedelta(hours=3), mine)
                    case "undo" if not await self._adds_only(session):
                        await undo_last(session, chat=self.ann.chat, deed=mine)

    async def _adds_only(self, session: AsyncSession) -> bool:
        """Whether undo would take the task itself back."""
        query = select(Change.action).where(
            col(Change.undone_at).is_(None),
            Change.action.not_in(["undo", "miss"]),  # type: ignore[attr-defined]
        )
        return list((await session.exec(query)).all()) == [Action.ADD]

    async def pass_(self, minutes: int, rule: Repeat) -> None:
        """Time passes at once, as in a downtime, and the worker comes back."""
        self.now += timedelta(minutes=minutes)
        before = await self._task()
        self.post.outcome = Sent(len(self.post.posts) + 1)
        while await self.worker.push_next():
            self.post.outcome = Sent(len(self.post.posts) + 1)
        await self._check(before, rule)

    async def _task(self) -> Task:
        async with self.database.begin() as session:
            return await find(session, self.ann, 1)

    async def _check(self, before: Task, rule: Repeat) -> None:
        task = await self._task()
        if task.is_done:
            return
        until = before.snoozed_until(self.ann.chat.id)
        is_snoozed = until is not None and until > self.now
        if not is_snoozed:
            assert task.due_at == expected(before, rule, now=self.now)
        async with self.database.begin() as session:
            rows = (await session.exec(select(Reminder))).all()
            query = select(Change).where(Change.action == Action.MISS).order_by(col(Change.id))
            missed = (await session.exec(query)).all()
        sent = [row for row in rows if row.message_id is not None]
        assert len({(row.occurrence_at, row.key) for row in sent}) == len(sent), "each comes once"
        assert sum(row.state == PushState.SENT for row in rows) <= 1, "one live message"
        assert not any(row.state == PushState.CLOSING for row in rows)
        ahead = [row for row in rows if row.state == PushState.PENDING and row.fire_at > self.now]
        goes_on = bool(occurrences(rule, after=max(self.now, task.due_at or self.now), limit=1))
        assert ahead or not goes_on, "it will remind again"
        if task.due_at != before.due_at:
            assert missed, "history keeps what was missed"
            assert missed[-1].user_id is None

    async def forget(self) -> None:
        async with self.database.begin() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                await session.exec(delete(table))


def test_a_missed_repeat_goes_on(database_url: str) -> None:
    with asyncio.Runner() as runner:
        database = planning_database(database_url, zone=BERLIN)

        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(st.sampled_from(sorted(REPEATS)), OFFSETS, STEPS)
        def goes_on(
            name: str, offsets: tuple[str, ...] | None, steps: list[tuple[str, int]]
        ) -> None:
            rule = REPEATS[name]
            runner.run(_play(Scene(database), rule, offsets, steps))

        goes_on()
        runner.run(database.close())


async def _play(
    scene: Scene, rule: Repeat, offsets: tuple[str, ...] | None, steps: list[tuple[str, int]]
) -> None:
    try:
        await scene.begin(rule, offsets)
        for deed, minutes in steps:
            await scene.act(deed)
            await scene.pass_(minutes, rule)
    finally:
        await scene.forget()
