"""Who is told that the database is away."""

from __future__ import annotations

import asyncio

import pytest

from bot.incoming.outages import Outages
from bot.incoming.updates import Arrival, Wrote
from bot.requests import Written
from storage.models import ChatKind
from storage.people.chats import ChatFacts
from storage.people.users import Sender


def wrote(chat_id: int, *, is_edit: bool = False) -> Wrote:
    kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.GROUP
    chat = ChatFacts(chat_id, kind, "somewhere")
    return Wrote(chat=chat, sender=Sender(1, "Ann"), message=Written(1, "milk"), is_edit=is_edit)


class Patience:
    """Ends when the test says so."""

    def __init__(self) -> None:
        self.ended = asyncio.Event()

    async def __call__(self, _: float) -> None:
        await self.ended.wait()


@pytest.fixture
def told() -> list[Arrival]:
    return []


async def passes(patience: Patience) -> None:
    patience.ended.set()
    for _ in range(5):
        await asyncio.sleep(0)


async def test_each_private_chat_is_told_once(told: list[Arrival]) -> None:
    patience = Patience()
    outages = Outages(told.append, sleep=patience)
    for chat_id in (1, 1, 2, 1):
        outages.failed(wrote(chat_id))
    assert told == []
    await passes(patience)
    outages.failed(wrote(1))
    await passes(patience)
    assert [one.chat.telegram_id for one in told] == [1, 2]


async def test_groups_and_edits_are_not_told(told: list[Arrival]) -> None:
    patience = Patience()
    outages = Outages(told.append, sleep=patience)
    outages.failed(wrote(-7))
    outages.failed(wrote(1, is_edit=True))
    await passes(patience)
    assert told == []


async def test_nobody_is_told_of_an_outage_that_is_over(told: list[Arrival]) -> None:
    patience = Patience()
    outages = Outages(told.append, sleep=patience)
    outages.failed(wrote(1))
    outages.over()
    await passes(patience)
    assert told == []


async def test_the_next_outage_is_told_of_again(told: list[Arrival]) -> None:
    patience = Patience()
    outages = Outages(told.append, sleep=patience)
    for _ in range(2):
        outages.failed(wrote(1))
        await passes(patience)
        outages.over()
    assert len(told) == 2
