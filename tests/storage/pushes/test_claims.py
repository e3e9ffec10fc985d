"""A push that is due is claimed once, and its outcome is recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.history.settings import set_preferences
from storage.models import PushKind, PushState, Reminder
from storage.people.chats import set_unreachable
from storage.people.users import set_blocked
from storage.pushes.claims import LEASE, Claim, claim, next_claim_at, own_rows, renew
from storage.pushes.contents import tasks_of
from storage.pushes.outcomes import (
    BROKEN_LIMIT,
    mark_closed,
    mark_dead,
    mark_held,
    mark_sent,
    postpone,
    put_off,
    set_aside,
    tell_creator,
)
from storage.pushes.turns import LONGEST_PAUSE, database_now, hold_back, reserve
from storage.pushes.upkeep import BATCH, CLOSED_LAST, dead_letters, forget_closed
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, move
from storage.tasks.find import task_of_message
from storage.tasks.new import NewTask
from tests.support.scenes.people import (
    NOW,
    Seat,
    add,
    at,
    due,
    find,
    group,
    leave,
    private,
    statements,
)

SECOND = timedelta(seconds=1)


async def a_task(session: AsyncSession, seat: Seat, *times: str, nag: int | None = None) -> None:
    """Tasks at wall times of today in Berlin, where it is 14:30."""
    new = [NewTask(f"At {t}", due=due(f"2026-09-23T{t}"), nag_minutes=nag) for t in times]
    await add(session, seat, *new)


async def claimed_at(database: Database, now: datetime) -> Claim | None:
    async with database.begin() as session:
        return await claim(session, now=now)


async def rows(database: Database) -> list[Reminder]:
    async with database.begin() as session:
        query = select(Reminder).order_by(col(Reminder.fire_at), col(Reminder.id))
        return list((await session.exec(query)).all())


async def titles_at(database: Database, now: datetime) -> list[str]:
    """The titles of the tasks that are claimed, one by one."""
    found = []
    while claimed := await claimed_at(database, now):
        found.append(claimed.task.title if claimed.task else f"{len(claimed.rows)} together")
    return found


async def test_what_is_due_is_claimed_in_its_order(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "16:00", "15:00", "18:00")
    assert await claimed_at(database, at(0.49)) is None
    assert await titles_at(database, at(1.5)) == ["At 15:00", "At 16:00"]


async def test_a_claim_is_a_lease(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    first = await claimed_at(database, at(0.5))
    assert first is not None
    assert await claimed_at(database, at(0.5) + LEASE - SECOND) is None
    second = await claimed_at(database, at(0.5) + LEASE)
    assert second is not None
    assert second.row.attempts == 2
    async with database.begin() as session:
        await mark_sent(session, first, 7, now=at(1))  # it comes back too late: not its row now
    assert [row.state for row in await rows(database)] == [PushState.PENDING]
    async with database.begin() as session:
        await mark_sent(session, second, 8, now=at(1))
    [row] = await rows(database)
    assert (row.state, row.message_id, row.sent_at) == (PushState.SENT, 8, at(1))
    assert await claimed_at(database, at(9)) is None


async def test_a_claim_that_is_renewed_stays(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    first = await claimed_at(database, at(0.5))
    assert first is not None
    async with database.begin() as session:
        first = await renew(session, first, now=at(0.5) + LEASE / 2)
    assert await claimed_at(database, at(0.5) + LEASE) is None
    async with database.begin() as session:
        await mark_closed(session, first)
    assert await claimed_at(database, at(9)) is None


async def test_two_workers_take_different_rows(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:00")
    if database.settings.dialect == "sqlite":
        found = [await claimed_at(database, at(0.5)) for _ in range(2)]
    else:
        async with database.begin() as one, database.begin() as other:
            found = [await claim(one, now=at(0.5)), await claim(other, now=at(0.5))]
            assert await claim(other, now=at(0.5)) is None
    assert sorted(one.task.title for one in found if one and one.task) == ["At 15:00"] * 2


async def test_more_than_five_missed_ones_are_claimed_together(database: Database) -> None:
    times = [f"15:0{n}" for n in range(6)]
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), *times)
        await a_task(session, await private(session, "bob"), *times[:5])
        await a_task(session, await group(session, "ann"), *times[:5])
    late = await titles_at(database, at(2))
    assert sorted(late) == sorted(["6 together", *times_of(times[:5]), *times_of(times[:5])])


def times_of(times: list[str]) -> list[str]:
    return [f"At {one}" for one in times]


async def test_what_is_only_waiting_its_turn_is_not_joined(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), *["15:00"] * 6)
    assert await titles_at(database, at(0.5) + 59 * SECOND) == ["At 15:00"] * 6


async def test_a_digest_shows_what_is_open(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, *(f"15:0{n}" for n in range(7)))
    claimed = await claimed_at(database, at(2))
    assert claimed is not None
    async with database.begin() as session:
        complete(session, await find(session, ann, 3), ann.deed())
    async with database.begin() as session:
        assert [task.number for task in await tasks_of(session, claimed.rows)] == [1, 2, 4, 5, 6, 7]
        await mark_sent(session, claimed, 9, now=at(2))
    assert {row.state for row in await rows(database)} == {PushState.CLOSED}


async def test_when_the_next_is_due(database: Database) -> None:
    async with database.begin() as session:
        assert await next_claim_at(session, now=NOW) is None
        await a_task(session, await private(session, "ann"), "15:00", "16:00")
    claimed = await claimed_at(database, at(0.5))
    assert claimed is not None
    async with database.begin() as session:
        assert await next_claim_at(session, now=at(0.5)) == at(0.5) + LEASE
        await put_off(session, claimed, at(3))
    async with database.begin() as session:
        assert await next_claim_at(session, now=at(0.5)) == at(1.5), "one hides none behind it"


async def test_a_message_of_a_push_shows_its_task(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=at(1))
    async with database.begin() as session:
        shown = await task_of_message(session, 77, chat=ann.chat, asker=ann.asker)
        assert shown is not None
        assert shown.number == 1


async def test_after_a_push_comes_the_nag(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", nag=10)
    said: list[str] = []
    closed: list[str] = []
    now = at(0.5)
    for message in range(1, 14):
        for _ in range(2):  # the push, and the one before it, whose message is edited
            claimed = await claimed_at(database, now)
            if claimed is None:
                break
            is_closing = claimed.row.state == PushState.CLOSING
            (closed if is_closing else said).append(claimed.row.key)
            async with database.begin() as session:
                if is_closing:
                    await mark_closed(session, claimed)
                else:
                    await mark_sent(session, claimed, message, now=now)
        now += timedelta(minutes=10)
    assert said == ["-0m", *(f"nag-{n}" for n in range(1, 11))]
    assert closed == said[:-1], "one live message for a task"


async def test_put_off_and_postponed(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:01")
    for act in (put_off, postpone):
        claimed = await claimed_at(database, at(0.55))
        assert claimed is not None
        async with database.begin() as session:
            await act(session, claimed, at(4))
    assert await claimed_at(database, at(4) - SECOND) is None
    tried, waited = (await rows(database))[0], (await rows(database))[1]
    assert (tried.fire_at, tried.attempts) == (at(0.5), 1), "it is late by then"
    assert (waited.fire_at, waited.attempts) == (at(4), 0), "it is not"
    assert len(await titles_at(database, at(4))) == 2


async def test_what_is_refused_for_good_is_kept(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await mark_dead(session, claimed, "no" * 500, now=at(1))
    async with database.begin() as session:
        [dead] = await dead_letters(session)
        assert dead.error is not None
        assert len(dead.error) == 500
    assert await claimed_at(database, at(9)) is None


async def test_a_refused_agenda_has_a_successor(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await set_preferences(session, ann.user, ann.chat, {"agenda": "09:00"}, ann.deed(NOW))
    claimed = await claimed_at(database, at(18.5))
    assert claimed is not None
    assert claimed.row.kind == PushKind.AGENDA
    async with database.begin() as session:
        await mark_dead(session, claimed, "no", now=at(18.5))
    following = (await rows(database))[-1]
    assert (following.state, following.fire_at) == (PushState.PENDING, at(42.5))


async def test_a_message_that_cannot_be_edited_is_let_be(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, "15:00", "15:00")
    for number in (1, 2):
        claimed = await claimed_at(database, at(0.5))
        assert claimed is not None
        async with database.begin() as session:
            await mark_sent(session, claimed, number, now=at(0.5))
    async with database.begin() as session:
        for number in (1, 2):
            complete(session, await find(session, ann, number), ann.deed(at(1)))
    for act in ("held", "dead"):
        claimed = await claimed_at(database, at(1))
        assert claimed is not None
        assert claimed.row.state == PushState.CLOSING
        async with database.begin() as session:
            if act == "held":
                await mark_held(session, claimed)
            else:
                await mark_dead(session, claimed, "no", now=at(1))
    assert {row.state for row in await rows(database)} == {PushState.CLOSED}


async def a_claim_of_the_group(database: Database, *, is_hers: bool = False) -> Claim:
    async with database.begin() as session:
        flat = await group(session, "ann")
        [task] = await add(session, flat, NewTask("Rent", due=due("2026-09-23T15:00")))
        if is_hers:
            set_assignees(session, task, [flat.user], flat.deed())
    for _ in range(2):
        claimed = await claimed_at(database, at(1))
        if claimed is not None and not claimed.chat.is_private:
            return claimed
    raise AssertionError


async def test_who_made_a_task_is_told_instead_of_a_group(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
    claimed = await a_claim_of_the_group(database)
    async with database.begin() as session:
        assert await tell_creator(session, claimed, now=at(1))
    again = await claimed_at(database, at(1))
    assert again is not None
    assert (again.chat.id, again.row.attempts, again.row.topic) == (ann.chat.id, 1, 0)
    async with database.begin() as session:
        assert not await tell_creator(session, again, now=at(1)), "in private it is theirs"


async def test_an_assignee_is_not_told_twice(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
    claimed = await a_claim_of_the_group(database, is_hers=True)
    async with database.begin() as session:
        assert await tell_creator(session, claimed, now=at(1))
    states = {row.chat_id == claimed.chat.id: row.state for row in await rows(database)}
    assert states == {True: PushState.CLOSED, False: PushState.PENDING}


@pytest.mark.parametrize("why", ["never started", "blocked", "left"])
async def test_who_cannot_be_told_is_not(database: Database, why: str) -> None:
    claimed = await a_claim_of_the_group(database)
    async with database.begin() as session:
        if why != "never started":
            ann = await private(session, "ann")
            await set_blocked(session, ann.user.telegram_id, blocked=why == "blocked", now=NOW)
        if why == "left":
            await leave(session, await group(session, "ann"))
        assert not await tell_creator(session, claimed, now=at(1))


async def test_of_several_each_goes_to_its_own(database: Database) -> None:
    async with database.begin() as session:
        await private(session, "ann")
        flat = await group(session, "ann")
        await a_task(session, flat, *(f"15:0{n}" for n in range(7)))
    joined = await claimed_at(database, at(2))
    assert joined is not None
    assert len(joined.rows) == 7
    async with database.begin() as session:
        await set_unreachable(session, flat.chat.telegram_id, unreachable=True, now=at(2))
        assert await tell_creator(session, joined, now=at(2))
    single = await claimed_at(database, at(2))
    assert single is not None
    assert (len(single.rows), single.row.attempts) == (1, 1)


async def test_one_that_broke_here_is_left_to_whoever_has_claimed_it_since(
    database: Database,
) -> None:
    """The worker was frozen while it claimed: its transaction was ended, and another sends it."""
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await set_aside(session, [claimed.row.id], "ConnectionError()", now=at(1))
    async with database.begin() as session:
        assert await own_rows(session, claimed)


async def test_one_that_breaks_lets_others_go_first(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:01")
    broken = (await rows(database))[0].id
    now = at(1)
    for count in range(1, BROKEN_LIMIT + 1):
        async with database.begin() as session:
            await set_aside(session, [broken], "ZeroDivisionError()", now=now)
        if count == 1:
            claimed = await claimed_at(database, now)
            assert claimed is not None
            assert claimed.row.id != broken
        now += timedelta(hours=1)  # its turn comes again
    dead = next(row for row in await rows(database) if row.id == broken)
    assert (dead.state, dead.error) == (PushState.DEAD, "ZeroDivisionError()")


async def test_waiting_for_its_turn_is_no_attempt(database: Database) -> None:
    """Waiting for Telegram (429) again and again does not count as breaking."""
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    now = at(0.5)
    for _ in range(15):
        claimed = await claimed_at(database, now)
        assert claimed is not None
        now += timedelta(minutes=1)
        async with database.begin() as session:
            await put_off(session, claimed, now, failed=False)
    [row] = await rows(database)
    assert row.attempts == 0
    async with database.begin() as session:
        await set_aside(session, [row.id], "ZeroDivisionError()", now=now)
    [row] = await rows(database)
    assert row.state == PushState.PENDING


async def test_what_telegram_made_of_it_before_does_not_make_it_broken(
    database: Database,
) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    now = at(0.5)
    [row] = await rows(database)
    for failures in (3, BROKEN_LIMIT + 5):
        for _ in range(failures):
            claimed = await claimed_at(database, now)
            assert claimed is not None
            now += timedelta(minutes=5)
            async with database.begin() as session:
                await put_off(session, claimed, now)
        async with database.begin() as session:
            await set_aside(session, [row.id], "ZeroDivisionError()", now=now)
        now += timedelta(minutes=5)
        [row] = await rows(database)
        assert (row.state, row.attempts) == (PushState.PENDING, 1)


async def test_reminders_go_before_digests(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, "15:00")
        await set_preferences(session, ann.user, ann.chat, {"agenda": "14:50"}, ann.deed(NOW))
    kinds = []
    while claimed := await claimed_at(database, at(0.5)):
        kinds.append(claimed.row.kind)
    assert kinds == [PushKind.TASK, PushKind.AGENDA]


GAP = timedelta(seconds=1 / 29)


async def turns(database: Database, count: int, now: datetime) -> list[datetime]:
    """Reserve so many turns at one moment, by two processes alternately."""
    taken = []
    for _ in range(count // 2):
        if database.settings.dialect == "sqlite":
            for _ in range(2):
                async with database.begin() as session:
                    taken.append(await reserve(session, gap=GAP, now=now))
            continue
        async with database.begin() as one:
            taken.append(await reserve(one, gap=GAP, now=now))
            async with database.begin() as other:
                waiting = asyncio.create_task(reserve(other, gap=GAP, now=now))
                await asyncio.wait({waiting}, timeout=0.01)
                assert not waiting.done(), "it reads what the first has not kept yet"
                await one.commit()
                taken.append(await waiting)
    return [at for at in taken if at is not None]


async def test_processes_take_turns(database: Database) -> None:
    """Telegram's limit is one for the token: no second has more than 30 turns."""
    taken = await turns(database, 60, NOW)
    assert taken[0] == NOW, "one that is alone does not wait"
    assert most_in_a_second(taken) <= 30
    assert max(taken) - NOW < 60 * GAP, "and the rate is Telegram's"


async def test_lateness_does_not_lower_the_rate_and_no_burst_makes_up_for_it(
    database: Database,
) -> None:
    now, taken = NOW, []
    for number in range(90):
        async with database.begin() as session:
            leaves_at = await reserve(session, gap=GAP, now=now)
        assert leaves_at is not None
        taken.append(leaves_at)
        late = timedelta(seconds=0.4) if number % 30 == 29 else timedelta(milliseconds=5)
        now = leaves_at + late
    assert most_in_a_second(taken) <= 30
    assert taken[-1] - NOW < 89 * GAP + 3 * timedelta(seconds=0.4)


def most_in_a_second(moments: Sequence[datetime]) -> int:
    return max(sum(at <= other < at + SECOND for other in moments) for at in moments)


async def test_a_refusal_of_the_token_holds_everybody_back(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    now = at(0.5)
    async with database.begin() as session:
        await hold_back(session, now + timedelta(seconds=30), now=now)
    async with database.begin() as session:
        assert await reserve(session, gap=GAP, now=now) is None
        assert await next_claim_at(session, now=now) == now + timedelta(seconds=30)
        after = now + timedelta(seconds=30)
        assert await reserve(session, gap=GAP, now=after) == after
        assert await next_claim_at(session, now=after) == now
        await hold_back(session, now + timedelta(hours=3), now=now)
        assert await next_claim_at(session, now=now) == now + LONGEST_PAUSE


async def test_a_clock_that_was_set_back_delays_nothing(database: Database) -> None:
    async with database.begin() as session:
        assert await reserve(session, gap=GAP, now=at(2)) == at(2)
        assert await reserve(session, gap=GAP, now=at(1)) == at(1)
        await hold_back(session, at(2.01), now=at(2))
        assert await reserve(session, gap=GAP, now=at(1) + SECOND) == at(1) + SECOND


async def test_old_closed_pushes_are_forgotten(database: Database) -> None:
    """Those of a task's present occurrence stay: they tell how often it has nagged."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, *["15:00"] * 5)
    for _ in range(5):
        claimed = await claimed_at(database, at(0.5))
        assert claimed is not None
        async with database.begin() as session:
            await mark_closed(session, claimed)
    async with database.begin() as session:
        complete(session, await find(session, ann, 1), ann.deed())
        await delete_task(session, await find(session, ann, 2), ann.deed())
        move(session, await find(session, ann, 3), due("2027-01-01T15:00"), ann.deed())
        move(session, await find(session, ann, 4), None, ann.deed())
    later = at(0.5) + CLOSED_LAST
    async with database.begin() as session:
        assert await forget_closed(session, now=later) == 0, "not old yet"
        assert await forget_closed(session, now=later + SECOND) == 4
        assert await forget_closed(session, now=later + SECOND) == 0
    left = [row.task_id for row in await rows(database) if row.state == PushState.CLOSED]
    async with database.begin() as session:
        assert left == [(await find(session, ann, 5)).id]


async def test_a_batch_is_forgotten_at_a_time(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        for number in range(BATCH + 1):
            fire_at = NOW + SECOND * number
            session.add(
                Reminder(
                    slot=f"agenda:{number}",
                    kind=PushKind.AGENDA,
                    state=PushState.CLOSED,
                    chat_id=ann.chat.id,
                    key="agenda",
                    occurrence_at=fire_at,
                    fire_at=fire_at,
                )
            )
    later = at(1) + CLOSED_LAST
    for expected in (BATCH, 1, 0):
        async with database.begin() as session:
            assert await forget_closed(session, now=later) == expected


async def test_the_database_has_the_clock_that_processes_share(database: Database) -> None:
    async with database.begin() as session:
        told = await database_now(session)
    if database.settings.dialect == "sqlite":
        assert told is None
        return
    assert told is not None
    assert abs(told - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_the_next_push_is_found_by_its_index(database: Database) -> None:
    """SQLite uses a partial index only for a query with the index's own words."""
    async with database.begin() as session:
        async with statements(database) as sent:
            assert await claim(session, now=NOW) is None
        connection = await session.connection()
        for query, index in zip(sent, ("ix_reminders_first", "ix_reminders_open"), strict=True):
            values = tuple("2026-09-23" for _ in range(query.count("?")))
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
            assert any(f"USING INDEX {index}" in str(step) for step in plan), query
