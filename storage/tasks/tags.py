"""A chat's tags, and those of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import TooMany
from storage.history.recording import recorded
from storage.models import TAG_LIMIT, TAGS_LIMIT, Action, Tag, Task
from storage.rules.folding import fold
from storage.upserts import insert_all_new

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


def unique_names(names: Iterable[str]) -> list[str]:
    """The names of different tags, each as it is written first."""
    return list({fold(name): name for name in reversed(list(names))}.values())[::-1]


def in_order(tags: Mapping[str, Tag], names: Iterable[str]) -> list[Tag]:
    """The tags of these names, from tags by folded name, as a task keeps them."""
    return sorted((tags[fold(name)] for name in names), key=lambda tag: tag.folded)


async def tags_named(session: AsyncSession, chat_id: UUID, names: Sequence[str]) -> dict[str, Tag]:
    """The chat's tags with these names, by folded name. Missing ones are added. Raises TooMany."""
    wanted = {fold(name): name for name in reversed(names)}
    if any(len(name) > TAG_LIMIT for name in wanted.values()):
        raise TooMany("tag", TAG_LIMIT)
    if not wanted:
        return {}
    query = select(Tag).where(Tag.chat_id == chat_id, col(Tag.folded).in_(wanted))
    known = {tag.folded: tag for tag in (await session.exec(query)).all()}
    if missing := sorted(wanted.keys() - known.keys()):  # sorted: no deadlock
        new = [Tag(chat_id=chat_id, name=wanted[folded], folded=folded) for folded in missing]
        await insert_all_new(session, Tag, new)
        known = {tag.folded: tag for tag in (await session.exec(query)).all()}
    return known


async def set_tags(session: AsyncSession, task: Task, names: Sequence[str], deed: Deed) -> None:
    """Replace a task's tags. Raises TooMany."""
    with recorded(session, task, Action.EDIT, deed):
        await put_tags(session, task, names)


async def put_tags(session: AsyncSession, task: Task, names: Sequence[str]) -> None:
    """Replace a task's tags inside a change that is recorded. Raises TooMany."""
    unique = unique_names(names)
    if len(unique) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    tags = await tags_named(session, task.chat_id, unique)
    task.tags = in_order(tags, unique)


async def tags_beside(session: AsyncSession, task: Task, *, limit: int = 24) -> list[Tag]:
    """The tags of a task's chat, by name."""
    query = select(Tag).where(Tag.chat_id == task.chat_id).order_by(col(Tag.folded)).limit(limit)
    return list((await session.exec(query)).all())
