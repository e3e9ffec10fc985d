"""Somebody floods the bot: one answer, then silence, and nobody else notices."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.incoming.flood import Flood
from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.setup import a_setup

TOLD = "faster than I can keep up with"
BURST = 8


@pytest.fixture
async def anywhere(database_url: str, time: Time) -> AsyncIterator[Conversation]:
    """A bot with a small bucket for each person."""
    async with a_setup(database_url, time) as setup:
        flood = Flood(BURST, seconds=lambda: time.now.timestamp())  # noqa: PLW0108  `now` moves
        setup.application.endpoint._flood = flood
        yield Conversation(setup, "private")


async def floods(chat: Conversation, who: str = "ann", times: int = 2 * BURST) -> str:
    return "\n".join([await chat.says(who, f"Milk {number}") for number in range(times)])


async def test_it_is_told_once_and_then_there_is_silence(anywhere: Conversation) -> None:
    said = await floods(anywhere)
    assert said.count(TOLD) == 1
    assert len(await anywhere.rows("tasks")) == BURST
    assert await anywhere.says("ann", "/list") == ""
    assert "Milk 1" in await anywhere.says("bob", "Milk 1")


async def test_what_was_done_stays_and_goes_on_when_it_calms_down(anywhere: Conversation) -> None:
    await floods(anywhere)
    anywhere.time.pass_(seconds=20)
    assert f"Milk {BURST - 1}" in await anywhere.says("ann", "/list")
    assert (await floods(anywhere)).count(TOLD) == 1


async def test_presses_count_and_are_told_in_a_window(anywhere: Conversation) -> None:
    await floods(anywhere, times=BURST)
    shown = anywhere.newest("ann")
    await anywhere.presses("ann", "✅ Done", on=shown)
    assert TOLD in anywhere.alert
    await anywhere.says("ann", "Bread")
    assert len(await anywhere.rows("tasks")) == BURST


async def test_a_group_hears_nothing_of_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    said = "\n".join([await flat.says("ann", f"/add Milk {one}") for one in range(2 * BURST)])
    assert TOLD not in said
    assert "Bread" in await flat.says("bob", "/add Bread")


async def test_who_is_banned_is_not_told_of_it_either(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    async with anywhere.application.database.begin() as session:
        connection = await session.connection()
        ban = "UPDATE users SET banned_at = created_at"
        await connection.exec_driver_sql(ban)
    assert TOLD not in await floods(anywhere)


async def test_a_file_is_one_update_however_much_is_in_it(anywhere: Conversation) -> None:
    rows = "\n".join(f"- Task {number}" for number in range(5 * BURST))
    await anywhere.sends_document("ann", "tasks.txt", content=rows.encode())
    assert TOLD not in await anywhere.says("ann", "/list")


async def test_it_is_counted(anywhere: Conversation) -> None:
    await floods(anywhere)
    page = (await anywhere.application.pulse.exposition()).decode()
    counted = f'dueto_updates_total{{kind="message",outcome="limited"}} {float(BURST)}'
    assert counted in page
