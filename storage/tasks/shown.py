"""Open tasks outside of a list: on its board, and where their person looks for them in any chat."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case
from sqlmodel import col

from storage.models import Chat, Task
from storage.tasks.find import LARGEST_INTEGER
from storage.tasks.lists import is_open
from storage.tasks.parts import By, Found, Select, asking, listed, read, visible
from storage.tasks.search import given, has_words, relevance, search_words, word_values

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker


async def open_tasks(
    session: AsyncSession, chat: Chat, topic: int, *, limit: int
) -> tuple[tuple[Task, ...], int]:
    """The first open tasks of a list, by when they are due, and how many there are; for its board,
    which all of the chat may see."""
    values = {"here": chat.id, "topic": topic}
    found = await read(session, _all_open(), **values, limit=limit, first=0)
    return found.tasks, found.total


@cache
def _all_open() -> Select:
    here = and_(
        col(Task.chat_id) == bindparam("here"),
        col(Task.topic) == bindparam("topic"),
        is_open(),
    )
    return listed(here, (By(col(Task.due_at)), By(col(Task.number))))


async def open_everywhere(
    session: AsyncSession, words: str, *, asker: Asker, first: int, limit: int
) -> Found:
    """Open tasks of the asker's lists with these words, the best first; with `#12` those of that
    number; without words all. From the `first` on, which counts from 0."""
    number = _number(words)
    found = [] if number is not None else search_words(words)
    statement = _found(len(found), by_number=number is not None)
    values = asking(asker) | word_values(found)
    if number is not None:
        values["number"] = number
    return await read(session, statement, **values, first=first, limit=limit)


def _number(words: str) -> int | None:
    """`#12`: a task's number."""
    text = words.strip()
    digits = text.removeprefix("#")
    if digits == text or not (digits.isascii() and digits.isdecimal()) or len(digits) > 9:
        return None
    return min(int(digits), LARGEST_INTEGER)


@lru_cache(maxsize=32)
def _found(words: int, *, by_number: bool) -> Select:
    wanted = [given(place) for place in range(words)]
    conditions = [visible(in_private=True), is_open(), has_words(wanted)]
    if by_number:
        conditions.append(col(Task.number) == bindparam("number"))
    rank = case({"high": 0, "medium": 1}, value=col(Task.priority), else_=2)
    order = [By(col(Task.due_at)), By(rank), By(col(Task.id), newest_first=True)]
    if words:
        order.insert(0, By(relevance(wanted), newest_first=True))
    return listed(and_(*conditions), order)
