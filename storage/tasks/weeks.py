"""What was done in a chat within seven days, by whom, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, func, true
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
    ticks = [(key, name, local_date(at, zone)) for _, key, name, at in rows if at is not None]
    return Week(until, _people(ticks, until), overdue, rows[0][0])


def _ticks(chat: Chat, here: ColumnElement[bool], since: datetime, end: datetime) -> Select:
    """How many tasks are open in each row, and in all but perhaps one who has done one and when."""
    done = (
        select(User.id, User.name, Change.created_at)
        .join(Change, col(Change.user_id) == col(User.id))
        .join(Task, col(Task.id) == col(Change.task_id))
        .where(
            here,
            Change.action == Action.COMPLETE,
            col(Change.undone_at).is_(None),
            Change.created_at >= since,
            Change.created_at < end,
        )
        .limit(MOST)
        .subquery()
    )
    still_open = select(func.count()).select_from(Task).where(here, is_open()).scalar_subquery()
    found = select(still_open, done.c.id, done.c.name, done.c.created_at)
    return found.select_from(Chat).outerjoin(done, true()).where(Chat.id == chat.id)


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
