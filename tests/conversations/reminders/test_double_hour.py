"""The hour that comes twice: what was said in it is answered, comes and is taken back as ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.support.conversations import Conversation

HOUR = timedelta(hours=1)
FIRST = {  # a quarter to, in the hour that comes twice, for the first time
    "Berlin": datetime.fromisoformat("2026-10-25T02:45+02:00"),
    "New York": datetime.fromisoformat("2026-11-01T01:45-04:00"),
    "Sydney": datetime.fromisoformat("2027-04-04T02:45+11:00"),
}
# half an hour later the same clock shows a quarter past, for the second time; then an hour more
SAID = [
    (place, first + again * HOUR, f"{first.hour + again:02}:15")
    for place, first in FIRST.items()
    for again in (0, 1)
]


@pytest.mark.parametrize(("city", "said_at", "due"), SAID)
async def test_a_length_is_a_moment(
    anywhere: Conversation, city: str, said_at: datetime, due: str
) -> None:
    await anywhere.says("ann", f"/timezone {city}")
    anywhere.time.now = said_at
    said = await anywhere.says("ann", "check oven in 30 min")
    assert due in said
    assert "overdue" not in said
    shown = await anywhere.says("ann", "/list")
    assert due in shown
    assert "overdue" not in shown
    assert await anywhere.later("ann", minutes=29, seconds=59) == ""
    came = await anywhere.later("ann", seconds=1)
    assert "check oven" in came
    assert "now" in came
    assert "late" not in came
    assert await anywhere.later("ann", hours=2) == ""


@pytest.mark.parametrize(("city", "said_at", "due"), SAID)
async def test_undo_takes_it_back(
    anywhere: Conversation, city: str, said_at: datetime, due: str
) -> None:
    await anywhere.says("ann", f"/timezone {city}")
    anywhere.time.now = said_at
    await anywhere.adds("ann", "check oven tomorrow 9:00")
    assert due in await anywhere.says("ann", "/move 1 in 30 min")
    assert "check oven" in await anywhere.says("ann", "/undo")
    assert await anywhere.later("ann", hours=3) == ""
    assert "09:00" in await anywhere.says("ann", "/list")


@pytest.mark.parametrize(("city", "said_at", "due"), SAID)
async def test_after_a_downtime_it_is_as_late_as_it_is(
    anywhere: Conversation, city: str, said_at: datetime, due: str
) -> None:
    await anywhere.says("ann", f"/timezone {city}")
    anywhere.time.now = said_at
    await anywhere.says("ann", "check oven in 30 min")
    anywhere.time.pass_(hours=2)
    await anywhere.setup.restart()
    came = await anywhere.later("ann", seconds=1)
    assert "check oven" in came
    assert "1 hour 30 minutes late" in came
    assert due in came


@pytest.mark.parametrize(("city", "said_at", "due"), SAID)
async def test_a_snooze_is_a_moment_too(
    anywhere: Conversation, city: str, said_at: datetime, due: str
) -> None:
    await anywhere.says("ann", f"/timezone {city}")
    anywhere.time.now = said_at - timedelta(minutes=1)
    await anywhere.says("ann", "check oven in 1 min")
    assert "check oven" in await anywhere.later("ann", minutes=1)
    assert due in await anywhere.says("ann", "30 min")
    assert await anywhere.later("ann", minutes=29, seconds=59) == ""
    assert "check oven" in await anywhere.later("ann", seconds=1)
