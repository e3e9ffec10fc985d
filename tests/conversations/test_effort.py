"""What everyday deeds cost in messages and presses. The table stands in docs/measured.md."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


class Effort:
    """Counts what Ann writes and presses."""

    def __init__(self, chat: Conversation) -> None:
        self.chat = chat
        self.messages = self.presses = 0

    async def says(self, text: str) -> str:
        self.messages += 1
        return await self.chat.says("ann", text)

    async def presses_(self, button: str) -> str:
        self.presses += 1
        return await self.chat.presses("ann", button)

    @property
    def spent(self) -> tuple[int, int]:
        """Messages and presses."""
        return self.messages, self.presses


async def test_a_task_is_ticked_from_a_list_by_one_press(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk")
    await anywhere.says("ann", "/list")
    ann = Effort(anywhere)
    assert "☑ 1 Milk" in await ann.presses_("☐ 1")
    assert ann.spent == (0, 1)


async def test_from_the_agenda_and_the_review_too(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/settings review 21:00")
    await anywhere.adds("ann", "Milk today")
    assert "Still open" in await anywhere.later("ann", hours=6, minutes=30)
    ann = Effort(anywhere)
    assert "☑ 1 Milk" in await ann.presses_("☐ 1")
    assert ann.spent == (0, 1)


async def test_a_task_is_moved_to_tomorrow_by_two_presses(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk today 18:00")
    ann = Effort(anywhere)
    await ann.presses_("📅 Date")
    assert "tomorrow, 18:00" in await ann.presses_("Tomorrow")
    assert ann.spent == (0, 2)


async def test_all_that_is_overdue_is_moved_by_one_press(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk today", "Bread today")
    await anywhere.later("ann", days=1)
    await anywhere.says("ann", "/today")
    ann = Effort(anywhere)
    assert "Overdue" not in await ann.presses_("⏰ Overdue → tomorrow")
    assert ann.spent == (0, 1)


async def test_a_reminder_is_put_off_by_three_hours_by_one_press(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Ring in 30 min")
    await anywhere.later("ann", minutes=30)
    ann = Effort(anywhere)
    assert "18:00" in await ann.presses_("💤 3 h")
    assert ann.spent == (0, 1)


async def test_a_habit_is_logged_by_one_press(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run every day")
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.says("ann", "/today")
    ann = Effort(anywhere)
    assert "✅ run" in await ann.presses_("☐ run")
    assert ann.spent == (0, 1)
    assert "250 / 2,000 ml" in await ann.presses_("+250")
    assert ann.spent == (0, 2)


async def test_today_is_seen_by_one_message(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk today")
    ann = Effort(anywhere)
    assert "☐ 1 Milk" in await ann.says("/today")
    assert ann.spent == (1, 0)


async def test_a_misread_date_is_mended_by_one_press(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Watch the match friday")
    chip = next(one for one in buttons_of(anywhere.newest("ann")) if one.endswith("✕"))
    ann = Effort(anywhere)
    assert "#1 Watch the match friday" in await ann.presses_(chip)
    assert ann.spent == (0, 1)
