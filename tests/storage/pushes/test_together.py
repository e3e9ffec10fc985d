"""Tasks of a whole day are claimed together, and left to the agenda that tells them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from storage.database import Database
from storage.history.settings import set_preferences
from storage.models import PushKind, PushState, Reminder
from storage.pushes.claims import LEASE, Claim, claim
from storage.pushes.outcomes import mark_closed, mark_sent
from storage.pushes.plans.replanning import replan_changed
from storage.pushes.together import MOST
from storage.settings import DatabaseSettings
from storage.tasks.change import complete, delete_task
from storage.tasks.new import NewTask
from tests.support.scenes.people import BERLIN, Seat, add, at, due, find, private, statements

DAY = "2026-09-24"
MORNING = at(18.5)  # 9:00 of that day


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The store, with its pushes planned before each commit."""
    settings = DatabaseSettings.from_url(database_url)
    opened = Database(settings, planner=replan_changed, default_zone=BERLIN)
    yield opened
    await opened.close()


async def furnish(
    database: Database, count: int = 3, *more: NewTask, agenda: str | None = None
) -> Seat:
    async with database.begin() as session:
        ann = await private(session, "ann")
        chosen = {"zone": BERLIN, "agenda": agenda}
        await set_preferences(session, ann.user, ann.chat, chosen, ann.deed(at(0)))
        new = [NewTask(f"Task {number}", due=due(DAY)) for number in range(count)]
        await add(session, ann, *new, *more)
    return ann


async def claimed_at(database: Database, now: datetime) -> Claim | None:
    async with database.begin() as session:
        return await claim(session, now=now)


async def states(database: Database) -> list[str]:
    async with database.begin() as session:
        query = select(Reminder).where(Reminder.kind == PushKind.TASK).order_by(col(Reminder.id))
        return [row.state for row in (await session.exec(query)).all()]


async def test_those_of_one_moment_are_one_claim(database: Database) -> None:
    others = (
        NewTask("at a time", due=due(f"{DAY}T09:00")),
        NewTask("nags", due=due(DAY), nag_minutes=15),
        NewTask("the day before", due=due("2026-09-25"), reminders=("-1440m",)),
        NewTask("an hour later", due=due(DAY), reminders=("+60m",)),
    )
    await furnish(database, 3, *others)
    sizes = []
    while (claimed := await claimed_at(database, MORNING)) is not None:
        sizes.append((len(claimed.rows), claimed.together))
    assert sorted(sizes) == [(1, False), (1, False), (4, True)]


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_two_workers_at_one_moment_do_not_split_a_message(database: Database) -> None:
    """Whichever comes first gets all, and the other one nothing, however they meet."""
    await furnish(database, 4)
    for round_ in range(40):
        now = MORNING + 2 * LEASE * round_
        found = await asyncio.gather(*(claimed_at(database, now) for _ in range(3)))
        sizes = [len(claimed.rows) for claimed in found if claimed is not None]
        assert sizes == [4], round_


async def test_a_message_has_so_many_and_no_more(database: Database) -> None:
    await furnish(database, MOST + 2)
    first, second = await claimed_at(database, MORNING), await claimed_at(database, MORNING)
    assert first is not None
    assert second is not None
    assert (len(first.rows), len(second.rows)) == (MOST, 2)
    assert await claimed_at(database, MORNING) is None


async def test_whom_a_killed_worker_had_claimed_comes_once_more(database: Database) -> None:
    await furnish(database)
    await claimed_at(database, MORNING)
    assert await claimed_at(database, MORNING + LEASE / 2) is None
    again = await claimed_at(database, MORNING + LEASE)
    assert again is not None
    assert (len(again.rows), again.together) == (3, True)
    async with database.begin() as session:
        await mark_sent(session, again, 7, now=MORNING + LEASE)
    assert await states(database) == [PushState.SENT] * 3


async def test_what_was_done_while_it_was_sent_is_told_in_the_message(database: Database) -> None:
    ann = await furnish(database)
    claimed = await claimed_at(database, MORNING)
    assert claimed is not None
    async with database.begin() as session:
        complete(session, await find(session, ann, 1), ann.deed(MORNING))
        await delete_task(session, await find(session, ann, 2), ann.deed(MORNING))
    async with database.begin() as session:
        await mark_sent(session, claimed, 7, now=MORNING)
    closing = await claimed_at(database, MORNING)
    assert closing is not None
    assert closing.together
    assert {row.message_id for row in closing.rows} == {7}
    assert len(closing.rows) == 2
    async with database.begin() as session:
        await mark_closed(session, closing)
    assert sorted(await states(database)) == [PushState.CLOSED] * 2 + [PushState.SENT]
    assert await claimed_at(database, MORNING + LEASE) is None


async def test_more_than_five_that_were_missed_are_the_digest(database: Database) -> None:
    await furnish(database, 6)
    claimed = await claimed_at(database, MORNING + timedelta(minutes=5))
    assert claimed is not None
    assert (len(claimed.rows), claimed.together) == (6, False)


@pytest.mark.parametrize("agenda", ["07:00", "09:00", "10:30"])
async def test_an_agenda_tells_what_is_of_its_day(database: Database, agenda: str) -> None:
    chosen = NewTask("chosen", due=due(DAY), reminders=("-0m",))
    await furnish(database, 3, chosen, agenda=agenda)
    told = []
    for minutes in range(0, 24 * 60, 30):
        now = at(minutes / 60)
        for _ in range(10):
            claimed = await claimed_at(database, now)
            if claimed is None:
                break
            if not claimed.rows:
                continue
            told.append([claimed.row.kind, claimed.task.title if claimed.task else ""])
            async with database.begin() as session:
                await mark_sent(session, claimed, len(told), now=now)
    assert sorted(told) == [[PushKind.AGENDA, ""], [PushKind.TASK, "chosen"]]
    assert PushState.PENDING not in await states(database)


async def test_an_agenda_that_came_before_does_not_count(database: Database) -> None:
    await furnish(database, 1, agenda="07:00")
    agenda = await claimed_at(database, at(16.5))
    assert agenda is not None
    async with database.begin() as session:
        await mark_sent(session, agenda, 5, now=at(16.5))
    async with database.begin() as session:
        ann = await private(session, "ann", now=at(17))
        await add(session, ann, NewTask("new", due=due(DAY)), deed=ann.deed(at(17)))
    claims = [await claimed_at(database, MORNING) for _ in range(2)]
    titles = [one.task.title for one in claims if one and one.rows and one.task]
    assert titles == ["new"]


@pytest.mark.parametrize("count", [2, 15])
async def test_a_message_of_any_number_is_recorded_at_once(database: Database, count: int) -> None:
    await furnish(database, count)
    claimed = await claimed_at(database, MORNING)
    assert claimed is not None
    assert len(claimed.rows) == count
    async with statements(database) as found, database.begin() as session:
        await mark_sent(session, claimed, 77, now=MORNING)
    assert len([one for one in found if one.startswith("UPDATE")]) == 1
    assert set(await states(database)) == {PushState.SENT}
