"""Lists: a chat's tasks filtered by state, date, tag, priority and words, in pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, false, func, or_
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
    Priority,
    Status,
    Tag,
    Task,
    TaskTag,
    User,
)
from storage.rules.due import local_date, moment
from storage.rules.folding import fold
from storage.tasks.find import get_tasks
from storage.tasks.parts import By, Select, asking, listed, picked, read, visible
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


class Scope(StrEnum):
    """The tasks from which a filter selects."""

    OPEN = "open"
    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"
    NO_DATE = "nodate"
    DONE = "done"
    ALL = "all"
    TRASH = "trash"
    AGENDA_TODAY = "agenda-today"  # overdue, then today
    AGENDA_WEEK = "agenda-week"  # overdue, then seven days
    NEXT_WEEK = "next-week"  # of the calendar
    SEARCH = "search"  # open and done, in every chat that the asker reaches


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows. `assignee` is a username or "me"; `words` match beginnings of words."""

    scope: Scope = Scope.OPEN
    tags: tuple[str, ...] = ()
    priority: Priority | None = None
    assignee: str = ""
    words: str = ""


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
        return Page(wanted, page.tasks, number, page.total, completed=done)

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


def _asked(wanted: Filter, where: Where, *, now: datetime) -> tuple[Filter, Shape, dict[str, Any]]:
    """The filter with each tag once, the shape of its statement, and the parameters of that."""
    wanted = replace(wanted, tags=tuple(unique_names(wanted.tags)))
    if len(wanted.tags) > TAGS_LIMIT:
        raise TooMany("filter-tags", TAGS_LIMIT)
    found = search_words(wanted.words)
    ahead = _days_ahead(wanted.scope, where, now=now)
    values = asking(where.asker) | word_values(found)
    values |= _moments(wanted.scope, where.zone, now=now, ahead=ahead)
    values |= {f"tag_{place}": fold(tag) for place, tag in enumerate(wanted.tags)}
    values |= {"here": where.chat.id, "topic": where.topic, "priority": wanted.priority}
    values |= {"name": wanted.assignee.lower()}
    return wanted, Shape.of(wanted, len(found), in_private=where.asker.in_private), values


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
    session: AsyncSession, *, where: Where, now: datetime, limit: int = MOVED_AT_ONCE
) -> list[Task]:
    """What is overdue in a list, to be changed: as much of it as one deed may move."""
    _, shape, values = _asked(Filter(Scope.OVERDUE), where, now=now)
    found = await read(session, _statement(shape), **values, limit=limit, first=0)
    locked = await get_tasks(session, [task.id for task in found.tasks], asker=where.asker)
    return [locked[task.id] for task in found.tasks if task.id in locked]


async def agenda(
    session: AsyncSession, chat: Chat, *, zone: str, now: datetime, limit: int = 50
) -> list[Task]:
    """What is overdue or due today in a chat, for a push to that chat."""
    values = _moments(Scope.AGENDA_TODAY, zone, now=now)
    values |= {"here": chat.id}
    found = await read(session, _agenda(), **values, limit=limit, first=0)
    return list(found.tasks)


@cache
def _agenda() -> Select:
    here = and_(col(Task.chat_id) == bindparam("here"), _in_scope(Scope.AGENDA_TODAY))
    return listed(here, (By(col(Task.due_at)), By(col(Task.number))))


# Statements: one is made for each shape of a filter, since making it costs more than sending it.


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a filter that its statement depends on; what it looks for are parameters."""

    scope: Scope
    tags: int
    has_priority: bool
    assignee: str  # "me", "name" or nobody
    words: int | None  # None: no search
    in_private: bool

    @classmethod
    def of(cls, wanted: Filter, words: int, *, in_private: bool) -> Shape:
        """The shape of a filter that has so many words."""
        searches = bool(wanted.words) or wanted.scope is Scope.SEARCH
        assignee = wanted.assignee if wanted.assignee in {"", "me"} else "name"
        return cls(
            wanted.scope,
            len(wanted.tags),
            wanted.priority is not None,
            assignee,
            words if searches else None,
            in_private,
        )


@lru_cache(maxsize=256)
def _statement(shape: Shape) -> Select:
    return listed(and_(*_conditions(shape)), _order(shape))


@lru_cache(maxsize=256)
def _picked(shape: Shape) -> Select:
    seen = visible(in_private=shape.in_private)
    return picked(seen, and_(*_conditions(shape)))


def _conditions(shape: Shape) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [visible(in_private=shape.in_private)]
    if shape.assignee == "me" and shape.in_private:  # one's own, and one's own in groups
        conditions.append(or_(col(Task.chat_id) == bindparam("here"), _assigned("me")))
    elif shape.scope is not Scope.SEARCH:
        conditions.append(col(Task.chat_id) == bindparam("here"))
        if shape.scope is not Scope.ALL:
            conditions.append(col(Task.topic) == bindparam("topic"))
    conditions.append(_in_scope(shape.scope))
    conditions += [_tagged(place) for place in range(shape.tags)]
    if shape.has_priority:
        conditions.append(col(Task.priority) == bindparam("priority"))
    if shape.assignee and not (shape.assignee == "me" and shape.in_private):
        conditions.append(_assigned(shape.assignee))
    if shape.words is not None:
        found = [given(place) for place in range(shape.words)]
        conditions.append(has_words(found) if found else false())
    return conditions


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
    assigned = exists().where(col(Assignment.task_id) == col(Task.id))
    if who == "me":
        return assigned.where(col(Assignment.user_id) == bindparam("asker_id"))
    return assigned.where(
        col(Assignment.user_id) == col(User.id), func.lower(User.username) == bindparam("name")
    )


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
