"""Lists: a chat's tasks filtered by state, date, tag, priority and words, in pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, false, func, or_
from sqlmodel import col

from storage.errors import TooMany
from storage.models import (
    OPEN_TASKS_LIMIT,
    TAGS_LIMIT,
    Assignment,
    Chat,
    Priority,
    Status,
    Tag,
    Task,
    TaskTag,
    User,
)
from storage.people.access import visible_to
from storage.rules.due import local_date, moment
from storage.rules.folding import fold
from storage.tasks.parts import By, listed, read
from storage.tasks.search import has_words, relevance, search_words
from storage.tasks.tags import unique_names

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Where

PAGE_SIZE = 10
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
    """One page of a list: `number` counts from 0; all `count` pages have `total` tasks."""

    filter: Filter
    tasks: tuple[Task, ...]
    number: int
    total: int

    @property
    def count(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


async def list_page(
    session: AsyncSession, wanted: Filter, number: int, *, where: Where, now: datetime
) -> Page:
    """A page of a list; for a number past the last page, the last one.

    Raises TooMany for more tags than a task can have.
    """
    wanted = replace(wanted, tags=tuple(unique_names(wanted.tags)))
    if len(wanted.tags) > TAGS_LIMIT:
        raise TooMany("filter-tags", TAGS_LIMIT)
    condition = and_(*_conditions(wanted, where, now=now))
    order = _order(wanted, where.zone, now=now)

    async def page_of(number: int) -> Page:
        page = listed(condition, order, limit=PAGE_SIZE, first=number * PAGE_SIZE)
        found = await read(session, page)
        return Page(wanted, found.tasks, number, found.total)

    page = await page_of(max(0, min(number, LAST)))
    if page.tasks or page.number == 0:
        return page
    first = await page_of(0)  # the list has become shorter
    return await page_of(first.count - 1) if first.count > 1 else first


async def agenda(
    session: AsyncSession, chat: Chat, *, zone: str, now: datetime, limit: int = 50
) -> list[Task]:
    """What is overdue or due today in a chat, for a push to that chat."""
    here = and_(col(Task.chat_id) == chat.id, _in_scope(Scope.AGENDA_TODAY, zone, now=now))
    by_due = (By(col(Task.due_at)), By(col(Task.number)))
    return list((await read(session, listed(here, by_due, limit=limit))).tasks)


def _conditions(wanted: Filter, where: Where, *, now: datetime) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [visible_to(where.asker)]
    if wanted.scope is not Scope.SEARCH:
        conditions.append(col(Task.chat_id) == where.chat.id)
        if wanted.scope is not Scope.ALL:
            conditions.append(col(Task.topic) == where.topic)
    conditions.append(_in_scope(wanted.scope, where.zone, now=now))
    conditions += [_tagged(tag) for tag in wanted.tags]
    if wanted.priority:
        conditions.append(col(Task.priority) == wanted.priority)
    if wanted.assignee:
        conditions.append(_assigned(wanted.assignee, where.asker.user_id))
    if wanted.words or wanted.scope is Scope.SEARCH:
        found = search_words(wanted.words)
        conditions.append(has_words(found) if found else false())
    return conditions


def _in_scope(scope: Scope, zone: str, *, now: datetime) -> ColumnElement[bool]:
    kept = col(Task.deleted_at).is_(None)
    # literally as in the partial indexes: SQLite does not use them for a parameter
    completed: ColumnElement[str] = bindparam(
        "completed", str(Status.COMPLETED), unique=True, literal_execute=True
    )
    is_open = and_(kept, col(Task.status) != completed)
    due = col(Task.due_at)
    match scope:
        case Scope.TRASH:
            return col(Task.deleted_at).is_not(None)
        case Scope.ALL | Scope.SEARCH:
            return kept
        case Scope.DONE:
            return and_(kept, col(Task.status) == completed)
        case Scope.OVERDUE:
            return and_(is_open, _is_overdue(zone, now=now))
        case Scope.NO_DATE:
            return and_(is_open, due.is_(None))
        case Scope.TODAY | Scope.WEEK:
            days = 1 if scope is Scope.TODAY else 7
            return and_(is_open, _is_near(days, zone, now=now), _is_due_within(days, zone, now=now))
        case Scope.AGENDA_TODAY | Scope.AGENDA_WEEK:
            days = 1 if scope is Scope.AGENDA_TODAY else 7
            ahead = _is_due_within(days, zone, now=now)
            near = _is_near(days, zone, now=now)
            return and_(is_open, near, or_(ahead, _is_overdue(zone, now=now)))
        case Scope.OPEN:
            return is_open


def _is_overdue(zone: str, *, now: datetime) -> ColumnElement[bool]:
    """A moment is overdue once it is past, a whole day once it is over in the viewer's zone."""
    due, on = col(Task.due_at), col(Task.due_on)
    return or_(
        and_(on.is_(None), due < now),
        and_(on < local_date(now, zone), due < now),
    )


def _is_due_within(days: int, zone: str, *, now: datetime) -> ColumnElement[bool]:
    """Due within so many days, today included, by the viewer's calendar. A whole day is the same
    date for everybody, in whichever zone it was written."""
    due, on, today = col(Task.due_at), col(Task.due_on), local_date(now, zone)
    last = today + timedelta(days=days - 1)
    start, end = day_start(zone, now=now), day_start(zone, days, now=now)
    within = and_(on.is_(None), due >= start, due < end)
    return or_(within, and_(on >= today, on <= last))


def _is_near(days: int, zone: str, *, now: datetime) -> ColumnElement[bool]:
    """A wider condition that an index can answer: true for all that is due within these days."""
    return col(Task.due_at) < day_start(zone, days + 1, now=now)


def day_start(zone: str, days: int = 0, *, now: datetime) -> datetime:
    """The moment at which today, or the day `days` later, starts in a zone."""
    return moment(local_date(now, zone) + timedelta(days=days), time.min, zone)


def _tagged(name: str) -> ColumnElement[bool]:
    """Tags are looked up in the task's own chat, because the index begins with the chat."""
    return exists().where(
        col(TaskTag.task_id) == col(Task.id),
        col(TaskTag.tag_id) == col(Tag.id),
        col(Tag.chat_id) == col(Task.chat_id),
        col(Tag.folded) == fold(name),
    )


def _assigned(name: str, asker_id: UUID) -> ColumnElement[bool]:
    assigned = exists().where(col(Assignment.task_id) == col(Task.id))
    if name == "me":
        return assigned.where(col(Assignment.user_id) == asker_id)
    return assigned.where(
        col(Assignment.user_id) == col(User.id), func.lower(User.username) == name.lower()
    )


def _order(wanted: Filter, zone: str, *, now: datetime) -> list[By]:
    due, done, gone = col(Task.due_at), col(Task.completed_at), col(Task.deleted_at)
    rank = case({"high": 0, "medium": 1}, value=col(Task.priority), else_=2)
    newest = By(col(Task.id), newest_first=True)
    by_due = [By(due), By(rank), By(col(Task.number))]  # as ix_tasks_open is
    match wanted.scope:
        case Scope.SEARCH:
            best = By(relevance(search_words(wanted.words)), newest_first=True)
            return [best, By(done.is_not(None)), newest]
        case Scope.DONE:
            return [By(done, newest_first=True), newest]
        case Scope.TRASH:
            return [By(gone, newest_first=True), newest]
        case Scope.ALL:
            return [By(done.is_not(None)), *by_due]
        case Scope.AGENDA_TODAY | Scope.AGENDA_WEEK:
            return [By(case((_is_overdue(zone, now=now), 0), else_=1)), *by_due]
        case _:
            return by_due
