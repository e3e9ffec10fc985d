"""Lists: a chat's tasks filtered by state, date, tag, priority and words, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    or_,
    true,
)
from sqlmodel import col, select

from storage.errors import TooMany
from storage.history.recording import Completion, completions_since
from storage.models import (
    OPEN_TASKS_LIMIT,
    TAGS_LIMIT,
    Action,
    Assignment,
    Change,
    Chat,
    Status,
    Tag,
    Task,
    TaskTag,
    User,
)
from storage.people.asking import Asker
from storage.rules.due import local_date, moment
from storage.rules.folding import fold
from storage.tasks.awaited import awaited_name, is_awaited
from storage.tasks.filters import Extent, TopicList
from storage.tasks.filters import Filter as Filter  # noqa: PLC0414  others take them from here
from storage.tasks.filters import Scope as Scope  # noqa: PLC0414
from storage.tasks.find import get_tasks
from storage.tasks.parts import By, Found, Select, asking, listed, picked, read, visible
from storage.tasks.search import given, has_words, relevance, search_words, word_values
from storage.tasks.tags import unique_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Where

PAGE_SIZE = 10
MOVED_AT_ONCE = 200  # overdue tasks
LAST = OPEN_TASKS_LIMIT  # page of a list that anybody could ask for


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: `number` counts from 0; all `count` pages have `total` tasks.

    `completed`: of those that repeat, which were done since the list was shown, by their keys.
    """

    filter: Filter
    tasks: tuple[Task, ...]
    number: int
    total: int
    completed: Mapping[UUID, Completion] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


async def list_page(
    session: AsyncSession, wanted: Filter, number: int, *, where: Where, now: datetime
) -> Page:
    """A page of a list; for a number past the last page, the last one.

    Raises TooMany for more tags than a task can have.
    """
    wanted, shape, values = _asked(wanted, where, now=now)

    async def page_of(number: int) -> Page:
        first = number * PAGE_SIZE
        page = await read(session, _statement(shape), **values, limit=PAGE_SIZE, first=first)
        done = await _finished(session, page.tasks) if wanted.scope is Scope.DONE else {}
        return Page(wanted, page.tasks, number, page.total, done)

    page = await page_of(max(0, min(number, LAST)))
    if page.tasks or page.number == 0:
        return page
    first = await page_of(0)  # the list has become shorter
    return await page_of(first.count - 1) if first.count > 1 else first


async def _finished(session: AsyncSession, tasks: Sequence[Task]) -> dict[UUID, Completion]:
    """The newest finished occurrence of those that go on."""
    going_on = [task for task in tasks if not task.is_done]
    if not going_on:
        return {}
    return await completions_since(session, going_on, min(task.created_at for task in going_on))


def _asked(
    wanted: Filter, where: Where, *, now: datetime, extent: Extent | None = None
) -> tuple[Filter, Shape, dict[str, Any]]:
    """The filter with each tag once, the shape of its statement, and the parameters of that.
    `extent`: another one than the filter's."""
    wanted = replace(wanted, tags=tuple(unique_names(wanted.tags)))
    if len(wanted.tags) > TAGS_LIMIT:
        raise TooMany("filter-tags", TAGS_LIMIT)
    found = search_words(wanted.words)
    ahead = _days_ahead(wanted.scope, where, now=now)
    values = asking(where.asker) | word_values(found)
    values |= _moments(wanted.scope, where.zone, now=now, ahead=ahead)
    values |= {f"tag_{place}": fold(tag) for place, tag in enumerate(wanted.tags)}
    here = wanted.home or TopicList(where.chat.id, where.topic)
    values |= {"here": here.chat_id, "topic": here.topic, "priority": wanted.priority}
    values |= {"name": wanted.assignee.lower(), "awaited": awaited_name(wanted.assignee)}
    if wanted.assignee.isdecimal():
        values |= {"person": int(wanted.assignee)}
    shape = Shape.of(wanted, len(found), in_private=where.asker.in_private)
    return wanted, replace(shape, extent=extent) if extent else shape, values


async def same_page(
    session: AsyncSession,
    wanted: Filter,
    number: int,
    ids: Sequence[UUID],
    *,
    where: Where,
    now: datetime,
    since: datetime | None,
) -> Page:
    """The tasks of a page that is shown, in the order that they have there, as they are now, also
    those that the filter would not find any more. `since`: when the list was shown.

    Raises TooMany as `list_page` does.
    """
    wanted, shape, values = _asked(wanted, where, now=now)
    found = await read(session, _picked(shape), **values, ids=list(ids))
    by_key = {task.id: task for task in found.tasks}
    tasks = tuple(by_key[key] for key in dict.fromkeys(ids) if key in by_key)
    repeating = [task for task in tasks if task.repeat is not None and not task.is_done]
    completed: dict[UUID, Completion] = {}
    if repeating and since is not None:
        completed = await completions_since(session, repeating, since)
    return Page(wanted, tasks, number, found.total, completed)


async def overdue_tasks(
    session: AsyncSession,
    shown: Filter,
    *,
    where: Where,
    now: datetime,
    limit: int = MOVED_AT_ONCE,
) -> list[Task]:
    """What is overdue of a list that is shown, to be changed: as much of it as one deed may
    move."""
    extent = shown.extent(in_private=where.asker.in_private)
    _, shape, values = _asked(Filter(Scope.OVERDUE), where, now=now, extent=extent)
    found = await read(session, _statement(shape), **values, limit=limit, first=0)
    locked = await get_tasks(session, [task.id for task in found.tasks], asker=where.asker)
    return [locked[task.id] for task in found.tasks if task.id in locked]


async def agenda(
    session: AsyncSession,
    chat: Chat,
    person: User | None,
    *,
    zone: str,
    now: datetime,
    limit: int = 50,
) -> Found:
    """What is overdue or due today, for a push: in a group, or of the `person` whose private chat
    it is, who gets what they are assigned to in groups, too."""
    asker = None if person is None else Asker.of(person, chat)
    extent = Extent.CHAT if person is None else Extent.OWN
    return await _of_chat(
        session, Scope.AGENDA_TODAY, extent, chat, asker, zone=zone, now=now, limit=limit
    )


async def of_all_topics(
    session: AsyncSession,
    scope: Scope,
    chat: Chat,
    asker: Asker | None,
    *,
    zone: str,
    now: datetime,
    limit: int,
) -> Found:
    """The first tasks of a scope in all topics of a chat, and how many there are. Without an
    `asker`, for a push to that chat."""
    return await _of_chat(session, scope, Extent.CHAT, chat, asker, zone=zone, now=now, limit=limit)


async def _of_chat(
    session: AsyncSession,
    scope: Scope,
    extent: Extent,
    chat: Chat,
    asker: Asker | None,
    *,
    zone: str,
    now: datetime,
    limit: int,
) -> Found:
    values = _moments(scope, zone, now=now) | {"here": chat.id}
    values |= asking(asker) if asker else {}
    statement = _first(scope, extent, in_private=asker and asker.in_private)
    return await read(session, statement, **values, limit=limit, first=0)


@cache
def _first(scope: Scope, extent: Extent, *, in_private: bool | None) -> Select:
    """`in_private`: where the asker is; None where nobody asks."""
    seen = [] if in_private is None else [visible(in_private=in_private)]
    meant = and_(*seen, *_within(extent), _in_scope(scope))
    return listed(meant, (By(col(Task.due_at)), By(col(Task.number))))


# Statements: one is made for each shape of a filter, since making it costs more than sending it.


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a filter that its statement depends on; what it looks for are parameters."""

    scope: Scope
    tags: int
    has_priority: bool
    assignee: str  # "me", "name", "person" or nobody
    words: int | None  # None: no search
    in_private: bool
    extent: Extent

    @classmethod
    def of(cls, wanted: Filter, words: int, *, in_private: bool) -> Shape:
        """The shape of a filter that has so many words."""
        searches = bool(wanted.words) or wanted.scope is Scope.SEARCH
        assignee = wanted.assignee if wanted.assignee in {"", "me"} else "name"
        if assignee == "name" and wanted.assignee.isdecimal():
            assignee = "person"
        return cls(
            wanted.scope,
            len(wanted.tags),
            wanted.priority is not None,
            assignee,
            words if searches else None,
            in_private,
            wanted.extent(in_private=in_private),
        )


@lru_cache(maxsize=256)
def _statement(shape: Shape) -> Select:
    return listed(and_(*_conditions(shape)), _order(shape))


@lru_cache(maxsize=256)
def _picked(shape: Shape) -> Select:
    seen = visible(in_private=shape.in_private)
    return picked(seen, and_(*_conditions(shape)))


def _conditions(shape: Shape) -> list[ColumnElement[bool]]:
    conditions = [visible(in_private=shape.in_private), *_within(shape.extent)]
    conditions.append(_in_scope(shape.scope))
    conditions += [_tagged(place) for place in range(shape.tags)]
    if shape.has_priority:
        conditions.append(col(Task.priority) == bindparam("priority"))
    if shape.assignee and shape.extent is not Extent.OWN:
        conditions.append(_assigned(shape.assignee))
    if shape.words is not None:
        found = [given(place) for place in range(shape.words)]
        conditions.append(has_words(found) if found else false())
    return conditions


def _within(extent: Extent) -> list[ColumnElement[bool]]:
    """Of the tasks that the asker may see, those from where a list takes them."""
    here = col(Task.chat_id) == bindparam("here")
    match extent:
        case Extent.LIST:
            return [here, col(Task.topic) == bindparam("topic")]
        case Extent.CHAT:
            return [here]
        case Extent.OWN:  # no OR, for which SQLite would leave the index of the list
            return [case((here, true()), else_=_assigned("me"))]
        case Extent.EVERYWHERE:
            return []


def _days_ahead(scope: Scope, where: Where, *, now: datetime) -> int:
    """In how many days a scope begins."""
    if scope is not Scope.NEXT_WEEK:
        return 0
    return 7 - (local_date(now, where.zone).weekday() - where.first_weekday) % 7


def _moments(scope: Scope, zone: str, *, now: datetime, ahead: int = 0) -> dict[str, Any]:
    """The parameters of `_in_scope`: the moment and the day that it is for a viewer, or is so many
    days ahead, and the days that the scope looks on from there."""
    days = 7 if scope in {Scope.WEEK, Scope.AGENDA_WEEK, Scope.NEXT_WEEK} else 1
    today = local_date(now, zone) + timedelta(days=ahead)
    return {
        "now": now,
        "today": today,
        "last": today + timedelta(days=days - 1),
        "start": day_start(zone, ahead, now=now),
        "end": day_start(zone, ahead + days, now=now),
        "near": day_start(zone, ahead + days + 1, now=now),
    }


def _in_scope(scope: Scope) -> ColumnElement[bool]:
    kept = col(Task.deleted_at).is_(None)
    # literally as in the partial indexes: SQLite does not use them for a parameter
    completed: ColumnElement[str] = bindparam(
        "completed", str(Status.COMPLETED), unique=True, literal_execute=True
    )
    is_open = and_(kept, col(Task.status) != completed)
    due = col(Task.due_at)
    # a wider condition that an index can answer
    near = due < bindparam("near")
    match scope:
        case Scope.TRASH:
            return col(Task.deleted_at).is_not(None)
        case Scope.ALL | Scope.SEARCH:
            return kept
        case Scope.DONE:
            return and_(kept, or_(col(Task.status) == completed, _has_finished_once()))
        case Scope.OVERDUE:
            return and_(is_open, _is_overdue())
        case Scope.NO_DATE:
            return and_(is_open, due.is_(None))
        case Scope.TODAY | Scope.WEEK | Scope.NEXT_WEEK:
            return and_(is_open, near, _is_due_within())
        case Scope.AGENDA_TODAY | Scope.AGENDA_WEEK:
            return and_(is_open, near, or_(_is_due_within(), _is_overdue()))
        case Scope.OPEN:
            return is_open


def is_open() -> ColumnElement[bool]:
    """The condition on Task that it is still to be done."""
    return _in_scope(Scope.OPEN)


def _has_finished_once() -> ColumnElement[bool]:
    """Whether an occurrence of a repeating task was done, and not taken back."""
    return and_(col(Task.repeat).is_not(None), exists().where(*_COMPLETIONS))


def _last_finished() -> Any:
    return select(func.max(col(Change.created_at))).where(*_COMPLETIONS).scalar_subquery()


_COMPLETIONS = (
    col(Change.task_id) == col(Task.id),
    col(Change.action) == Action.COMPLETE,
    col(Change.undone_at).is_(None),
)


def _is_overdue() -> ColumnElement[bool]:
    """A moment is overdue once it is past, a whole day once it is over in the viewer's zone."""
    due, on = col(Task.due_at), col(Task.due_on)
    is_past = due < bindparam("now")
    return or_(and_(on.is_(None), is_past), and_(on < bindparam("today"), is_past))


def _is_due_within() -> ColumnElement[bool]:
    """Due within so many days, today included, by the viewer's calendar. A whole day is the same
    date for everybody, in whichever zone it was written."""
    due, on = col(Task.due_at), col(Task.due_on)
    within = and_(on.is_(None), due >= bindparam("start"), due < bindparam("end"))
    return or_(within, and_(on >= bindparam("today"), on <= bindparam("last")))


def day_start(zone: str, days: int = 0, *, now: datetime) -> datetime:
    """The moment at which today, or the day `days` later, starts in a zone."""
    return moment(local_date(now, zone) + timedelta(days=days), time.min, zone)


def _tagged(place: int) -> ColumnElement[bool]:
    """Tags are looked up in the task's own chat, because the index begins with the chat."""
    return exists().where(
        col(TaskTag.task_id) == col(Task.id),
        col(TaskTag.tag_id) == col(Tag.id),
        col(Tag.chat_id) == col(Task.chat_id),
        col(Tag.folded) == bindparam(f"tag_{place}"),
    )


def _assigned(who: str) -> ColumnElement[bool]:
    if who == "me":
        mine = select(Assignment.task_id).where(Assignment.user_id == bindparam("asker_id"))
        return col(Task.id).in_(mine)
    of_task = (col(Assignment.task_id) == col(Task.id), col(Assignment.user_id) == col(User.id))
    if who == "person":
        return exists().where(
            *of_task, col(User.telegram_id) == bindparam("person", type_=BigInteger)
        )
    named = exists().where(*of_task, func.lower(User.username) == bindparam("name"))
    return or_(named, is_awaited(bindparam("awaited")))


def _order(shape: Shape) -> list[By]:
    due, done, gone = col(Task.due_at), col(Task.completed_at), col(Task.deleted_at)
    rank = case({"high": 0, "medium": 1}, value=col(Task.priority), else_=2)
    newest = By(col(Task.id), newest_first=True)
    by_due = [By(due), By(rank), By(col(Task.number))]  # as ix_tasks_open is
    match shape.scope:
        case Scope.SEARCH:
            found = [given(place) for place in range(shape.words or 0)]
            best = By(relevance(found), newest_first=True)
            return [best, By(done.is_not(None)), newest]
        case Scope.DONE:
            return [By(func.coalesce(done, _last_finished()), newest_first=True), newest]
        case Scope.TRASH:
            return [By(gone, newest_first=True), newest]
        case Scope.ALL:
            return [By(done.is_not(None)), *by_due]
        case Scope.AGENDA_TODAY | Scope.AGENDA_WEEK:
            return [By(case((_is_overdue(), 0), else_=1)), *by_due]
        case _:
            return by_due
