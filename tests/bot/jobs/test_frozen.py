"""A worker that was frozen for longer than its lease: what it had in hand is another's by now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.jobs import pushes as jobs
from bot.jobs.pushes import Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import LAPSED, Failed, Outcome
from bot.replies import Address, Leaving
from storage.database import Database
from storage.models import PushState, Reminder
from storage.pushes.claims import LEASE, claim, own_rows
from storage.rules.due import Due
from storage.tasks.new import NewTask
from tests.support.clocks import Time
from tests.support.outbox import Letterbox
from tests.support.scenes.people import add, at, private

DUE = at(0.5)


class Freezing(Letterbox):
    """It asks whether a reply may leave only after the process was frozen."""

    def __init__(self, frozen: Callable[[], object]) -> None:
        super().__init__()
        self._frozen = frozen

    def post(self, reply: Leaving, address: Address, **facts: Any) -> asyncio.Future[Outcome]:
        posted = super().post(reply, address)
        assert facts["still"]()
        self._frozen()
        assert not facts["still"]()
        posted.set_result(Failed(LAPSED, ambiguous=False))
        return posted


async def test_what_it_had_in_hand_is_left_to_the_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await add(session, ann, NewTask("One", due=Due.from_moment(DUE, "UTC")))
    now, asleep = Time(DUE), 0.0
    loop_time = asyncio.get_running_loop().time
    monkeypatch.setattr(jobs, "_seconds", lambda: loop_time() + asleep)

    def freeze() -> None:
        nonlocal asleep
        asleep += LEASE.total_seconds()
        now.pass_(seconds=LEASE.total_seconds())

    post = cast("Outbox", Freezing(freeze))
    worker = Reminders(database=database, outbox=post, clock=Clock(now))
    deliver = worker._left

    async def taken_over(*facts: Any) -> Any:
        async with database.begin() as session:
            others.append(await claim(session, now=now()))
        return await deliver(*facts)

    others: list[Any] = []
    monkeypatch.setattr(worker, "_left", taken_over)
    assert await worker.push_next()
    (other,) = others
    assert other is not None
    async with database.begin() as session:
        assert await own_rows(session, other), "its claim was left alone"
        assert (await session.exec(select(Reminder.state))).one() == PushState.PENDING
