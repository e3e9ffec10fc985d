"""What was done in a chat within seven days, by whom, and what is left."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, and_, case, func, or_, true
from sqlmodel import col, select

from storage.models import Action, Change, Chat, Task, User
from storage.people.access import visible_to
from storage.rules.due import local_date
from storage.tasks.lists import Scope, day_start, is_open, of_all_topics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker
    from storage.tasks.parts import Found, Select

DAYS = 7
WHOLE = ""  # beside the keys of people: a tick of a whole task
SHOWN = 5  # overdue tasks
MOST = 20_000  # ticks of two weeks


@dataclass(frozen=True, slots=True)
class WeekOfPerson:
    """How many tasks somebody has done on each of seven days, and in the seven days before."""

    name: str
    days: tuple[int, ...]
    before: int

    @property
    def done(self) -> int:
        return sum(self.days)


@dataclass(frozen=True, slots=True)
class Week:
    """The seven days up to `last` in one chat. `people`: those who have done something, the most
    first. `overdue` are the first of the tasks that are so now, and how many; `still_open`: how
    many are open."""

    last: date
    people: tuple[WeekOfPerson, ...]
    overdue: Found
    still_open: int

    @property
    def first(self) -> date:
        return self.last - timedelta(days=DAYS - 1)

    @property
    def done(self) -> int:
        return sum(person.done for person in self.people)


async def week_of(
    session: AsyncSession,
    chat: Chat,
    asker: Asker | None,
    *,
    last: date | None = None,
    zone: str,
    now: datetime,
) -> Week:
    """The week of a chat up to a day, else up to today; without an `asker`, for a push to it."""
    overdue = await of_all_topics(
        session, Scope.OVERDUE, chat, asker, zone=zone, now=now, limit=SHOWN
    )
    until = last or local_date(now, zone)
    ago = (until - local_date(now, zone)).days
    here = (
        [Task.chat_id == chat.id] if asker is None else [Task.chat_id == chat.id, visible_to(asker)]
    )
    since, end = (day_start(zone, ago + 1 - days, now=now) for days in (2 * DAYS, 0))
    found = await session.exec(_ticks(chat, and_(*here), since, end))  # type: ignore[call-overload]
    rows = found.all()
    deeds = [_Deed(*row[1:]) for row in rows if row[1] is not None]
    ticks = [(one.user, one.name, local_date(one.at, zone)) for one in _standing(deeds)]
    return Week(until, _people(ticks, until), overdue, rows[0][0])


@dataclass(frozen=True, slots=True)
class _Deed:
    """A row of history about a tick. `had` and `has`: the JSON of the keys of those who had done
    their part before it, and after it; None where that has not changed."""

    user: UUID
    name: str
    at: datetime
    task: UUID
    action: str
    had: str | None
    has: str | None

    @property
    def parts(self) -> tuple[set[str], set[str]]:
        """The keys, in hex, of those whose part is new, and of those who have it to do again."""
        had, has = (set(json.loads(one or "[]")) for one in (self.had, self.has))
        return has - had, had - has


def _standing(deeds: Sequence[_Deed]) -> list[_Deed]:
    """The ticks that still stand, of tasks and of one's own part of one; `deeds` in their order. A
    tick that was taken off again is none, and whoever is the last has done a part, not two."""
    done: dict[tuple[UUID, str], list[_Deed]] = defaultdict(list)
    for deed in deeds:
        (new, again), own = deed.parts, deed.user.hex
        if deed.action == Action.COMPLETE:
            done[deed.task, WHOLE].append(deed)
        elif deed.action == Action.REOPEN:
            for part in {WHOLE, *again}:
                del done[deed.task, part][-1:]
        elif own in new:
            done[deed.task, own].append(deed)
        elif own in again:
            del done[deed.task, own][-1:]
    counted = {(one.task, one.user, one.at): one for ticks in done.values() for one in ticks}
    return list(counted.values())


def _ticks(chat: Chat, here: ColumnElement[bool], since: datetime, end: datetime) -> Select:
    """How many tasks are open in each row, and in all but perhaps one a deed about a tick."""
    may_be_part = col(Change.action).in_((Action.EDIT, Action.REOPEN))
    had, has = (
        case((may_be_part, col(facts)["ticked"].as_string()))
        for facts in (Change.before, Change.after)
    )
    columns: list[Any] = [User.id, User.name, Change.created_at, Change.task_id, Change.action]
    done = (
        sa.select(*columns, had.label("had"), has.label("has"), col(Change.id).label("place"))
        .select_from(User)
        .join(Change, col(Change.user_id) == col(User.id))
        .join(Task, col(Task.id) == col(Change.task_id))
        .where(
            here,
            or_(
                col(Change.action).in_((Action.COMPLETE, Action.REOPEN)),
                had.is_not(None),
                has.is_not(None),
            ),
            col(Change.undone_at).is_(None),
            col(Change.created_at) >= since,
            col(Change.created_at) < end,
        )
        .order_by(col(Change.id))
        .limit(MOST)
        .subquery()
    )
    still_open = select(func.count()).select_from(Task).where(here, is_open()).scalar_subquery()
    found = sa.select(still_open, *[one for one in done.c if one.name != "place"])
    found = found.select_from(Chat).outerjoin(done, true()).where(col(Chat.id) == chat.id)
    return found.order_by(done.c.place)


def _people(ticks: Sequence[tuple[UUID, str, date]], last: date) -> tuple[WeekOfPerson, ...]:
    names = {key: name for key, name, _ in ticks}
    people = [
        _person(name, [on for one, _, on in ticks if one == key], last)
        for key, name in names.items()
    ]
    done = [person for person in people if person.done]
    return tuple(sorted(done, key=lambda person: (-person.done, person.name)))


def _person(name: str, ticked: Sequence[date], last: date) -> WeekOfPerson:
    days = [ticked.count(last - timedelta(days=ago)) for ago in range(2 * DAYS)]
    return WeekOfPerson(name, tuple(reversed(days[:DAYS])), sum(days[DAYS:]))
