"""What is open of a person in all of their lists, as it is looked for in any other chat."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case
from sqlmodel import col

from storage.models import Task
from storage.tasks.find import LARGEST_INTEGER
from storage.tasks.lists import is_open
from storage.tasks.parts import By, asking, listed, read, visible
from storage.tasks.search import given, has_words, relevance, search_words, word_values

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker
    from storage.tasks.parts import Found, Select


async def open_everywhere(
    session: AsyncSession, words: str, *, asker: Asker, first: int, limit: int
) -> Found:
    """Open tasks of the asker's lists with these words, the best first; with `#12` those of that
    number; without words all. From the `first` on, which counts from 0."""
    number = _number(words)
    found = [] if number is not None else search_words(words)
    statement = _statement(len(found), by_number=number is not None)
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
def _statement(words: int, *, by_number: bool) -> Select:
    wanted = [given(place) for place in range(words)]
    conditions = [visible(in_private=True), is_open(), has_words(wanted)]
    if by_number:
        conditions.append(col(Task.number) == bindparam("number"))
    rank = case({"high": 0, "medium": 1}, value=col(Task.priority), else_=2)
    order = [By(col(Task.due_at)), By(rank), By(col(Task.id), newest_first=True)]
    if words:
        order.insert(0, By(relevance(wanted), newest_first=True))
    return listed(and_(*conditions), order)
