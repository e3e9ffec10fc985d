"""Who is forgotten by the clock: those who are out of reach for long and do nothing in groups."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import select

from bot.clock import Clock
from bot.jobs.housekeeping import housekeeping
from storage.database import Database
from storage.erasing.silent import erase_next_silent
from storage.models import Task, User
from storage.people.users import set_blocked
from storage.retention import Retention
from tests.support.scenes.people import NOW, PEOPLE, add, group, private

YEAR = timedelta(days=365)


async def furnish(database: Database) -> None:
    """Ann and Bob have a task each, in private and in the flat."""
    async with database.begin() as session:
        for who in ("ann", "bob"):
            for seat in (await private(session, who), await group(session, who)):
                await add(session, seat, f"Of {who}")


async def block(database: Database, who: str, at: datetime = NOW) -> None:
    async with database.begin() as session:
        await set_blocked(session, PEOPLE[who], blocked=True, now=at)


async def known(database: Database) -> list[str]:
    async with database.read() as session:
        return sorted((await session.exec(select(User.name))).all())


async def tidy(database: Database, at: datetime, silence: timedelta | None = YEAR) -> None:
    await housekeeping(database, Clock(lambda: at), Retention(silent=silence)).run()


async def test_somebody_out_of_reach_for_long_is_erased(database: Database) -> None:
    await furnish(database)
    await block(database, "bob")
    await tidy(database, NOW + YEAR - timedelta(minutes=1))
    assert await known(database) == ["Ann", "Bob"]
    await tidy(database, NOW + YEAR + timedelta(minutes=1))
    assert await known(database) == ["Ann"]
    async with database.read() as session:
        left = sorted((await session.exec(select(Task.title))).all())
    assert left == ["Of ann", "Of ann", "Of bob"]


async def test_whoever_is_back_stays(database: Database) -> None:
    await furnish(database)
    await block(database, "bob")
    async with database.begin() as session:
        await set_blocked(session, PEOPLE["bob"], blocked=False, now=NOW)
    await tidy(database, NOW + 2 * YEAR)
    assert await known(database) == ["Ann", "Bob"]


async def test_whoever_uses_a_group_stays(database: Database) -> None:
    await furnish(database)
    await block(database, "bob")
    async with database.begin() as session:
        seat = await group(session, "bob")
        await add(session, seat, "Later", deed=seat.deed(NOW + timedelta(days=300)))
    await tidy(database, NOW + timedelta(days=400))
    assert await known(database) == ["Ann", "Bob"]
    await tidy(database, NOW + timedelta(days=700))
    assert await known(database) == ["Ann"]


async def test_nobody_is_erased_where_the_setting_says_never(database: Database) -> None:
    await furnish(database)
    await block(database, "bob")
    await tidy(database, NOW + 9 * YEAR, silence=None)
    assert await known(database) == ["Ann", "Bob"]


async def test_each_has_a_transaction_of_their_own(database: Database) -> None:
    await furnish(database)
    for who in ("ann", "bob"):
        await block(database, who)
    later = NOW + 2 * YEAR
    async with database.begin() as session:
        assert await erase_next_silent(session, silent_since=later - YEAR, now=later)
    assert len(await known(database)) == 1
    await tidy(database, later)
    assert await known(database) == []
