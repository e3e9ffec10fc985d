"""Lists: which tasks, in which order, on which page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.database import Database
from storage.models import Priority, Status
from storage.rules.due import local_date
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, set_status
from storage.tasks.lists import PAGE_SIZE, Filter, Page, Scope, day_start, list_page
from storage.tasks.new import NewTask
from tests.support.scenes.people import (
    BERLIN,
    NOW,
    Seat,
    add,
    at,
    due,
    find,
    group,
    private,
    shown,
    statements,
    titles,
)

DUES = {
    "last year": "2025-09-23",
    "yesterday": "2026-09-22",
    "last night": "2026-09-22T23:59",
    "today 0:00": "2026-09-23T00:00",
    "an hour ago": "2026-09-23T13:30",
    "just now": "2026-09-23T14:30",
    "today": "2026-09-23",
    "today 23:59": "2026-09-23T23:59",
    "tomorrow": "2026-09-24",
    "tomorrow 0:00": "2026-09-24T00:00",
    "tuesday": "2026-09-29T23:59",
    "wednesday": "2026-09-30",
    "next year": "2027-09-23",
}
EVERYTHING = {Scope.ALL, Scope.SEARCH, Scope.DONE}  # done are also those of which an occurrence was
OVERDUE = ["last year", "yesterday", "last night", "today 0:00", "an hour ago"]
TODAY = ["today 0:00", "today", "an hour ago", "just now", "today 23:59"]
LATER = ["tomorrow", "tomorrow 0:00", "tuesday"]


async def furnish(database: Database) -> Seat:
    """Tasks of all dates, one without, one begun, one done, one in the trash."""
    async with database.begin() as session:
        seat = await group(session, "ann")
        new = [NewTask(title, due=due(text)) for title, text in DUES.items()]
        await add(session, seat, *new, "no date", "begun", "done", "trash")
        numbers = range(len(DUES) + 2, len(DUES) + 5)
        begun, done, trash = [await find(session, seat, number) for number in numbers]
        set_status(session, begun, Status.IN_PROGRESS, seat.deed())
        complete(session, done, seat.deed())
        await delete_task(session, trash, seat.deed())
    return seat


async def all_titles(database: Database, seat: Seat, wanted: Filter) -> list[str]:
    """The titles of all pages of a list, in order."""
    found: list[str] = []
    async with database.begin() as session:
        page = await list_page(session, wanted, 0, where=seat.where(), now=NOW)
        found += shown(page)
        for number in range(1, page.count):
            found += shown(await list_page(session, wanted, number, where=seat.where(), now=NOW))
    return found


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.OVERDUE, set(OVERDUE)),
        (Scope.TODAY, set(TODAY)),
        (Scope.WEEK, {*TODAY, *LATER}),
        (Scope.AGENDA_TODAY, {*OVERDUE, *TODAY}),
        (Scope.AGENDA_WEEK, {*OVERDUE, *TODAY, *LATER}),
        (Scope.NO_DATE, {"no date", "begun"}),
        (Scope.OPEN, {*DUES, "no date", "begun"}),
        (Scope.DONE, {"done"}),
        (Scope.TRASH, {"trash"}),
        (Scope.ALL, {*DUES, "no date", "begun", "done"}),
        (Scope.SEARCH, set()),
    ],
)
async def test_what_a_list_shows(database: Database, scope: Scope, expected: set[str]) -> None:
    seat = await furnish(database)
    found = await all_titles(database, seat, Filter(scope))
    assert set(found) == expected
    assert len(found) == len(expected)


async def test_a_list_is_in_order_of_due(database: Database) -> None:
    seat = await furnish(database)
    found = await all_titles(database, seat, Filter(Scope.ALL))
    by_due = sorted(DUES, key=lambda title: (due(DUES[title]).at, list(DUES).index(title)))
    assert found == [*by_due, "no date", "begun", "done"]


async def test_equal_dues_are_in_order_of_priority_then_number(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        order = [Priority.LOW, Priority.MEDIUM, Priority.HIGH, Priority.MEDIUM]
        await add(session, seat, *(NewTask(f"{p} {n}", priority=p) for n, p in enumerate(order)))
        assert await titles(session, seat) == ["high 2", "medium 1", "medium 3", "low 0"]


async def test_what_was_done_last_stands_first(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        for hours, task in zip((2, 3, 1), await add(session, seat, *"abc"), strict=True):
            complete(session, task, seat.deed(at(hours)))
    async with database.begin() as session:
        assert await titles(session, seat, Scope.DONE) == ["b", "a", "c"]
        for hours, number in zip((5, 6, 4), (1, 2, 3), strict=True):
            await delete_task(session, await find(session, seat, number), seat.deed(at(hours)))
    async with database.begin() as session:
        assert await titles(session, seat, Scope.TRASH) == ["b", "a", "c"]
        assert await titles(session, seat, Scope.DONE) == []


ZONES = ["UTC", BERLIN, "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Niue"]


@pytest.mark.parametrize("zone", ZONES)
async def test_the_day_turns_at_the_zones_midnight(database: Database, zone: str) -> None:
    midnight = day_start(zone, 1, now=NOW)
    eve, morning = midnight - timedelta(seconds=1), midnight
    on = local_date(eve, zone).isoformat()
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("day", due=due(on, zone)))
        await add(session, seat, NewTask("timed", due=due(f"{on}T23:59:59", zone)))
    async with database.begin() as session:
        for now, today, overdue in (
            (eve, ["day", "timed"], []),
            (eve + timedelta(milliseconds=500), ["day", "timed"], ["timed"]),
            (morning, [], ["day", "timed"]),
        ):
            assert await titles(session, seat, Scope.TODAY, zone=zone, now=now) == today
            assert await titles(session, seat, Scope.OVERDUE, zone=zone, now=now) == overdue


@pytest.mark.parametrize(
    ("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-09-23", 24)]
)
async def test_a_day_of_a_clock_change_is_one_day(database: Database, day: str, hours: int) -> None:
    start = due(day).at
    last = start + timedelta(hours=hours, minutes=-1)
    assert day_start(BERLIN, 1, now=start) - start == timedelta(hours=hours)
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("day", due=due(day)))
        await add(session, seat, NewTask("late", due=due(f"{day}T23:30")))
    async with database.begin() as session:
        for now in (start, last):
            assert await titles(session, seat, Scope.TODAY, now=now) == ["day", "late"]
        assert "day" not in await titles(session, seat, Scope.OVERDUE, now=last)
        over = await titles(session, seat, Scope.OVERDUE, now=last + timedelta(minutes=1))
        assert over == ["day", "late"]


async def test_a_topic_is_a_list_of_its_own(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await add(session, seat, "general")
        await add(session, seat, "topical", topic=7)
        assert await titles(session, seat) == ["general"]
        assert await titles(session, seat, topic=7) == ["topical"]
        assert await titles(session, seat, topic=8) == []
        assert await titles(session, seat, Scope.ALL, topic=7) == ["general", "topical"]
        everywhere = Filter(Scope.SEARCH, words="topical")
        assert await titles(session, seat, everywhere) == ["topical"]


async def test_filters_narrow_a_list_together(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        new = [
            NewTask("milk", tags=("home", "shop"), priority=Priority.HIGH),
            NewTask("bread", tags=("home",)),
            NewTask("report", tags=("Work",), priority=Priority.HIGH),
        ]
        milk, bread, report = await add(session, ann, *new)
        set_assignees(session, milk, [ann.user], ann.deed())
        set_assignees(session, bread, [ann.user, bob.user], ann.deed())
        set_assignees(session, report, [bob.user], ann.deed())
    cases = [
        (Filter(tags=("home",)), ["milk", "bread"]),
        (Filter(tags=("HOME", "shop")), ["milk"]),
        (Filter(tags=("work",)), ["report"]),
        (Filter(tags=("none",)), []),
        (Filter(priority=Priority.HIGH), ["milk", "report"]),
        (Filter(priority=Priority.HIGH, tags=("home",)), ["milk"]),
        (Filter(assignee="me"), ["milk", "bread"]),
        (Filter(assignee="BOB"), ["report", "bread"]),
        (Filter(assignee="nobody"), []),
        (Filter(assignee="bob", tags=("home",)), ["bread"]),
        (Filter(words="rep"), ["report"]),
        (Filter(words="home", tags=("shop",)), ["milk"]),
        (Filter(words="..."), []),
    ]
    async with database.begin() as session:
        for wanted, expected in cases:
            assert await titles(session, ann, wanted) == expected, wanted


async def test_tags_of_a_filter_are_folded(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        for tag in ("Straße", "Ёлка", "İstanbul", "日本"):
            await add(session, seat, NewTask(tag, tags=(tag,)))
        for said, tag in (
            ("STRASSE", "Straße"),
            ("елка", "Ёлка"),
            ("ISTANBUL", "İstanbul"),
            ("日本", "日本"),
        ):
            assert await titles(session, seat, Filter(tags=(said,))) == [tag]


@pytest.mark.parametrize(
    ("wanted", "number", "size"),
    [(0, 0, 10), (1, 1, 10), (2, 2, 3), (3, 2, 3), (99, 2, 3), (2**70, 2, 3), (-1, 0, 10)],
)
async def test_pages(database: Database, wanted: int, number: int, size: int) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, *(f"task {n:02}" for n in range(23)))
        page = await list_page(session, Filter(), wanted, where=seat.where(), now=NOW)
    assert (page.number, len(page.tasks), page.total, page.count) == (number, size, 23, 3)
    assert shown(page)[0] == f"task {number * PAGE_SIZE:02}"


async def test_an_empty_list_has_one_page(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        page = await list_page(session, Filter(), 5, where=seat.where(), now=NOW)
    assert page == Page(Filter(), (), 0, 0)
    assert page.count == 1


async def test_no_page_leaves_out_or_repeats_a_task(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, *["same"] * 35)
        numbers = []
        for page in range(4):
            tasks = await list_page(session, Filter(), page, where=seat.where(), now=NOW)
            numbers += [task.number for task in tasks.tasks]
    assert numbers == list(range(1, 36))


async def test_a_page_takes_the_same_statements_for_one_task_and_for_ten(
    database: Database,
) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, NewTask("a", tags=("x",), checklist=(("y", False),)))
    counts = []
    for _ in range(2):
        async with statements(database) as sent, database.begin() as session:
            page = await list_page(session, Filter(), 0, where=seat.where(), now=NOW)
            assert all(task.chat.title and task.tags is not None for task in page.tasks)
        counts.append(len(sent))
        async with database.begin() as session:
            await add(session, await private(session, "ann"), *["b"] * 9)
    assert counts == [1, 1]


DAYS = st.dates(due("2026-09-10").on, due("2026-10-10").on)
TIMES = st.none() | st.times(timezones=st.none()).map(lambda time: time.replace(microsecond=0))


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), hours=st.integers(-24 * 14, 24 * 14), zone=st.sampled_from(ZONES))
async def test_overdue_is_what_a_due_itself_calls_passed(
    database: Database, data: st.DataObject, hours: int, zone: str
) -> None:
    """In the zone that the date was said in."""
    said = due("2026-09-23", zone)
    dues = [
        replace(said, on=on, time=time)
        for on, time in data.draw(st.lists(st.tuples(DAYS, TIMES), min_size=1, max_size=10))
    ]
    now = at(hours, seconds=1, microseconds=1)  # no due is at this very moment
    async with database.begin() as session:
        seat = await private(session, "ann")
        for task in await add(session, seat, *(NewTask("t", due=one) for one in dues)):
            task.title = str(task.number)
        page = await list_page(session, Filter(Scope.OVERDUE), 0, where=seat.where(zone), now=now)
        assert page.total == sum(one.passed(now=now) for one in dues)
        for task in (await list_page(session, Filter(), 0, where=seat.where(), now=now)).tasks:
            await delete_task(session, task, seat.deed())


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scope", [scope for scope in Scope if scope not in EVERYTHING])
async def test_a_list_reads_its_own_tasks_alone(database: Database, scope: Scope) -> None:
    """SQLite uses no partial index whose words are parameters, nor one that it sees no gain in."""
    index = {Scope.DONE: "ix_tasks_done", Scope.TRASH: "ix_tasks_trash"}.get(scope, "ix_tasks_open")
    async with database.begin() as session:
        ann = await private(session, "ann")
        async with statements(database) as sent:
            await titles(session, ann, scope)
        connection = await session.connection()
        (query,) = sent
        values = tuple("2026-09-23" for _ in range(query.count("?")))
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
        steps = [step for step in map(str, plan) if f"tasks USING INDEX {index}" in step]
        assert len(steps) == 1, "how many there are is counted while the page is looked for"
