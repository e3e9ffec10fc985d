"""Which of several processes fetches updates: one at a time, and never two."""

from __future__ import annotations

from datetime import timedelta

from storage.database import Database
from storage.talk.pollers import LEASE, current_poller, leave_polling, take_polling
from tests.support.clocks import NOW

MOMENT = timedelta(milliseconds=1)


async def takes(
    database: Database, holder: str, after: timedelta = timedelta(), ended: str | None = None
) -> bool:
    async with database.begin() as session:
        return await take_polling(session, holder, now=NOW + after, ended=ended)


async def holder(database: Database, after: timedelta = timedelta()) -> str | None:
    async with database.read() as session:
        return await current_poller(session, now=NOW + after)


async def test_the_first_has_it_until_its_lease_ends(database: Database) -> None:
    assert await holder(database) is None
    assert await takes(database, "one")
    assert not await takes(database, "two", LEASE - MOMENT)
    assert await holder(database, LEASE - MOMENT) == "one"
    assert await holder(database, LEASE) is None
    assert await takes(database, "two", LEASE)
    assert not await takes(database, "one", LEASE + MOMENT), "it has slept too long"


async def test_a_lease_is_renewed_by_its_holder_alone(database: Database) -> None:
    assert await takes(database, "one")
    assert await takes(database, "one", LEASE / 2)
    assert not await takes(database, "two", LEASE)
    assert await holder(database, LEASE) == "one"


async def test_who_leaves_lets_another_take_it_at_once(database: Database) -> None:
    assert await takes(database, "one")
    async with database.begin() as session:
        await leave_polling(session, "two")
    assert not await takes(database, "two"), "that was not theirs to give"
    async with database.begin() as session:
        await leave_polling(session, "one")
    assert await takes(database, "two")


async def test_who_is_known_to_have_ended_is_not_waited_for(database: Database) -> None:
    assert await takes(database, "one")
    assert not await takes(database, "two", ended="three")
    assert await takes(database, "two", ended="one")
    assert await holder(database) == "two"


async def test_a_lease_from_before_the_clock_was_set_back_does_not_last(database: Database) -> None:
    assert await takes(database, "one", timedelta(hours=1))
    assert await holder(database) is None
    assert await takes(database, "two")
