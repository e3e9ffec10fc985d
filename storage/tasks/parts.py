"""Tasks read with all that they are shown with: in one statement, however many they are.

The statement finds the tasks first (its `page`), then has one row for each of them and one for
each of their parts. Nothing of a task is loaded implicitly.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col

from storage.database import is_postgresql
from storage.models import (
    Assignment,
    Attachment,
    Chat,
    ChecklistItem,
    Tag,
    Task,
    TaskTag,
    User,
)
from storage.people.access import visible_to
from storage.people.asking import Asker
from storage.people.users import name_of
from storage.tasks.takers import load_takers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

Select: TypeAlias = sa.Select[Any]
Condition: TypeAlias = sa.ColumnElement[bool]

TABLE = cast("sa.Table", Task.__table__)  # type: ignore[attr-defined]
TASK = 0  # the kind of row of the task itself
NOTHING = sa.literal_column("0", sa.Integer)


@dataclass(frozen=True, slots=True)
class PartKind:
    """Where the keys of a kind of part are, the part itself, and how a task keeps them."""

    task_id: Any
    key: Any
    entity: Any
    attribute: str
    order: Callable[[Any], Any]


PARTS: Mapping[int, PartKind] = {
    1: PartKind(TaskTag.task_id, TaskTag.tag_id, Tag, "tags", lambda tag: tag.folded),
    2: PartKind(
        Assignment.task_id, Assignment.user_id, User, "assignees", lambda user: (user.name, user.id)
    ),
    3: PartKind(
        ChecklistItem.task_id,
        ChecklistItem.id,
        ChecklistItem,
        "checklist",
        lambda item: item.position,
    ),
    4: PartKind(Attachment.task_id, Attachment.id, Attachment, "attachments", lambda file: file.id),
}


@dataclass(frozen=True, slots=True)
class By:
    """One key of an order. Rows without it come last."""

    key: sa.SQLColumnExpression[Any]
    newest_first: bool = False

    def of(self, column: sa.SQLColumnExpression[Any]) -> sa.UnaryExpression[Any]:
        """The order by a column that has this key."""
        return column.desc() if self.newest_first else column.asc().nulls_last()


@dataclass(frozen=True, slots=True)
class Found:
    """Tasks in their order; `total` is how many the list has on all its pages."""

    tasks: tuple[Task, ...]
    total: int = 0


# The statements


def listed(condition: Condition, order: Sequence[By]) -> Select:
    """The statement that reads those tasks of a list that are from `first` on, at most `limit`."""
    keys: list[sa.Label[Any]] = [by.key.label(f"key_{place}") for place, by in enumerate(order)]
    # counted over all pages, in the same reading
    total = sa.func.count().over().label("total")
    page = (
        sa.select(col(Task.id), total, *keys)
        .where(condition)
        .order_by(*(by.of(by.key) for by in order))
        .limit(sa.bindparam("limit", type_=sa.Integer))
        .offset(sa.bindparam("first", type_=sa.Integer))
        .cte("page")
    )
    again = [by.of(page.c[f"key_{place}"]) for place, by in enumerate(order)]
    place = sa.func.row_number().over(order_by=again).label("place")
    placed = sa.select(page.c.id, page.c.total, place).cte("placed")
    return _beside(placed, Task, total=placed.c.total)


def picked(condition: Condition, total_of: Condition) -> Select:
    """The statement that reads the tasks of the keys `ids` that fulfil a condition, in no order;
    `total` is how many fulfil the other one."""
    is_meant = col(Task.id).in_(sa.bindparam("ids", expanding=True))
    page = sa.select(col(Task.id), NOTHING.label("place")).where(is_meant, condition)
    total = sa.select(sa.func.count()).select_from(Task).where(total_of).scalar_subquery()
    return _beside(page.cte("page"), Task, total=total)


def selected(*conditions: Condition) -> Select:
    """The statement that reads all tasks that these conditions select, in no order."""
    page = sa.select(col(Task.id), NOTHING.label("place")).where(*conditions)
    return _beside(page.cte("page"), Task)


def locked(*conditions: Condition, postgresql: bool) -> Select:
    """The statement that reads tasks to change them, and locks their rows on PostgreSQL.

    When it has to wait for another change, it gets the task as it is then, but its parts as they
    were when it began. A row that was written since (every change writes it, see
    `storage.history.kinds`) is not `fresh`.
    """
    columns: list[Any] = [*TABLE.c, NOTHING.label("place")]
    if postgresql:
        columns.append(sa.literal_column("tasks.xmin").label("version"))
    query = sa.select(*columns).where(*conditions)
    # key share: a worker may refer to it
    page = query.with_for_update(of=TABLE, key_share=True).cte("page")
    fresh = page.c.version == _version_before(page) if postgresql else None
    own = page.alias("own")
    names = (_name(own.c.created_by, "created"), _name(own.c.completed_by, "completed"))
    statement = _beside(page, aliased(Task, own), fresh=fresh, more=names)
    return statement.execution_options(populate_existing=True)


def _name(person_id: sa.ColumnElement[Any], label: str) -> sa.Label[str]:
    person = aliased(User)
    name = sa.select(col(person.name)).where(col(person.id) == person_id)
    return name.scalar_subquery().label(label)


def _version_before(page: sa.CTE) -> sa.ScalarSelect[Any]:
    before = TABLE.alias("before")
    version: sa.Select[Any] = sa.select(sa.literal_column("before.xmin")).select_from(before)
    return version.where(before.c.id == page.c.id).scalar_subquery()


def _beside(
    page: sa.CTE,
    task: Any,
    *,
    total: sa.ColumnElement[int] | None = None,
    fresh: sa.ColumnElement[bool] | None = None,
    more: Sequence[sa.ColumnElement[Any]] = (),
) -> Select:
    """The rows of a page's tasks and of their parts. A row has the one entity of its `kind`."""
    part = _keys(page).subquery("part")
    kind, key = part.c.kind, part.c.key
    total_column = (NOTHING if total is None else total).label("total")
    fresh_column = (sa.true() if fresh is None else fresh).label("fresh")
    is_task = kind == _literal(TASK)
    query = (
        sa.select(part.c.task_id, kind, page.c.place, total_column, fresh_column, task, Chat)
        .add_columns(*(one.entity for one in PARTS.values()), *more)
        .select_from(part)
        .join(page, page.c.id == part.c.task_id)
        .outerjoin(task, sa.and_(is_task, task.id == key))
        .outerjoin(Chat, sa.and_(is_task, col(Chat.id) == task.chat_id))
    )
    for number, one in PARTS.items():
        is_one = sa.and_(kind == _literal(number), one.entity.id == key)
        query = query.outerjoin(one.entity, is_one)
    return query


def _keys(page: sa.CTE) -> sa.CompoundSelect[Any]:
    """The keys of the tasks of a page, and of all that belongs to them."""
    here = sa.select(page.c.id)
    return sa.union_all(
        _row(TASK, page.c.id, page.c.id),
        *(
            _row(kind, col(one.task_id), col(one.key)).where(col(one.task_id).in_(here))
            for kind, one in PARTS.items()
        ),
    )


def _row(kind: int, task_id: Any, key: Any) -> Select:
    return sa.select(task_id.label("task_id"), _literal(kind).label("kind"), key.label("key"))


def _literal(kind: int) -> sa.ColumnElement[int]:
    return sa.literal_column(str(kind), sa.Integer)  # no parameter: it is always the same


# Reading


async def read(session: AsyncSession, statement: Select, **values: Any) -> Found:
    """The tasks of one of the statements above, with their parts."""
    return _gathered(await _rows(session, statement, values))


async def read_to_change(
    session: AsyncSession,
    conditions: Callable[[], tuple[Condition, ...]],
    *,
    asker: Asker,
    **values: Any,
) -> tuple[Task, ...]:
    """The tasks that these conditions select, to be changed; see `maker_names`, too.

    On PostgreSQL their rows are locked until the transaction ends. `values` are those of the
    parameters that the conditions name.
    """
    statement = _to_change(conditions, asker.in_private, is_postgresql(session))
    values |= asking(asker)
    rows = await _rows(session, statement, values)
    if not all(row.fresh for row in rows):  # it has waited; now nobody else changes them
        rows = await _rows(session, statement, values)
    _note_names(session, rows)
    tasks = _gathered(rows).tasks
    await load_takers(session, tasks)
    return tasks


@cache  # to make a statement costs more than to send it: each is made once, with named parameters
def _to_change(
    conditions: Callable[[], tuple[Condition, ...]], in_private: bool, postgresql: bool
) -> Select:
    return locked(*conditions(), visible(in_private=in_private), postgresql=postgresql)


def visible(*, in_private: bool) -> Condition:
    """The condition `visible_to` for the asker whom `asking` names."""
    person: UUID = cast("UUID", sa.bindparam("asker_id"))
    chat: UUID = cast("UUID", sa.bindparam("asker_chat"))
    return visible_to(Asker(person, chat, in_private))


def asking(asker: Asker) -> dict[str, Any]:
    """The parameters of `visible`."""
    return {"asker_id": asker.user_id, "asker_chat": asker.chat_id}


def _note_names(session: AsyncSession, rows: Sequence[Any]) -> None:
    known: dict[UUID, str] = session.info.setdefault("names", {})
    for row in rows:
        if row.kind == TASK:
            made = ((row[5].created_by, row.created), (row[5].completed_by, row.completed))
            known.update({key: name for key, name in made if key is not None})


async def maker_names(session: AsyncSession, task: Task) -> tuple[str, str]:
    """Who made a task that was read to be changed, and who completed it; empty for nobody."""
    known: dict[UUID | None, str] = session.info.get("names", {})

    async def name(key: UUID | None) -> str:
        return known[key] if key in known else await name_of(session, key)

    return await name(task.created_by), await name(task.completed_by)


async def _rows(
    session: AsyncSession, statement: Select, values: Mapping[str, Any]
) -> Sequence[Any]:
    found = await session.exec(statement, params=values)  # type: ignore[call-overload]
    rows: Sequence[Any] = found.all()
    return rows


def _gathered(rows: Sequence[Any]) -> Found:
    tasks: dict[UUID, Task] = {}
    parts: dict[tuple[UUID, int], list[Any]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        if row.kind == TASK:
            tasks[row.task_id] = row[5]
            set_committed_value(row[5], "chat", row.Chat)
        elif row.kind in PARTS:
            parts.setdefault((row.task_id, row.kind), []).append(row[6 + row.kind])
    for task_id, task in tasks.items():
        for kind, one in PARTS.items():
            found = sorted(parts.get((task_id, kind), ()), key=one.order)
            set_committed_value(task, one.attribute, found)
    return Found(tuple(tasks.values()), rows[0].total if rows else 0)
