"""A button does what it shows: whatever happened since, an old one does that, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from tests.support.conversations import Conversation
from tests.support.messages import data_of
from tests.support.telegram import Json

modestly = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Toggle:
    """Something that is on or off. `way`: what is said and pressed to get to its button, which
    reads `off` or `on`; `state`: a condition that counts a row where it is on; `said`: words that
    turn it on, and off, elsewhere."""

    way: tuple[str, ...]
    off: str
    on: str
    state: str
    said: tuple[str, str] = ("", "")


MILK = "/add Milk tomorrow 10am #home\n- oat\n- soy"
CARD = (MILK, "/add Bread #shop", "/show 1")
RUN = "/habit run every day at 9:00"
TOGGLES = {
    "task on a list": Toggle(
        (MILK, "/list"), "☐ 1", "☑ 1", "tasks WHERE status = 'completed'", ("/done 1", "")
    ),
    "task of an agenda": Toggle(
        (MILK, "/week"), "☐ 1", "☑ 1", "tasks WHERE status = 'completed'", ("/done 1", "")
    ),
    "begun": Toggle(CARD, "▶️ Start", "⏸ Stop", "tasks WHERE status = 'in_progress'"),
    "deleted": Toggle(
        CARD, "🗑 Delete", "♻️ Restore", "tasks WHERE deleted_at IS NOT NULL", ("/delete 1", "")
    ),
    "line of a checklist": Toggle(
        (*CARD, "☑️ Checklist"), "☐ soy", "☑ soy", "checklist_items WHERE is_done"
    ),
    "tag": Toggle(
        (*CARD, "🏷 Tags"),
        "#shop",
        "✓ #shop",
        "task_tags JOIN tasks ON tasks.id = task_id JOIN tags ON tags.id = tag_id"
        " WHERE tasks.number = 1 AND tags.name = 'shop'",
        ("/edit 1 #shop", ""),
    ),
    "reminder": Toggle(
        (*CARD, "🔔 Reminders"),
        "10 minutes before",
        "✓ 10 minutes before",
        "tasks WHERE reminders LIKE '%-10m%'",
    ),
    "nag": Toggle(
        (*CARD, "🔔 Reminders"), "📣 Nag me", "✓ 📣 Nag me", "tasks WHERE nag_minutes IS NOT NULL"
    ),
    "habit on the board": Toggle(
        (RUN, "/habits"),
        "☐ run",
        "✅ run",
        "habit_entries WHERE amount > 0",
        ("/log run", "/log run 0"),
    ),
    "habit of an agenda": Toggle(
        (RUN, "/today"),
        "☐ run",
        "✅ run",
        "habit_entries WHERE amount > 0",
        ("/log run", "/log run 0"),
    ),
    "skipped day": Toggle(
        (RUN, "/habits", "✏️", "✏️ run"),
        "⏭",
        "⏭ ✓",
        "habit_entries WHERE is_skip",
        ("/log skip run", ""),
    ),
    "nothing of a limit": Toggle(
        ("/habit sweets at most 2 a day", "/habits", "☐ sweets"), "☐ 0", "✅ 0", "habit_entries"
    ),
    "time of a habit": Toggle(
        (RUN, "/habits", "✏️", "✏️ run", "⏰ Times"),
        "20:00",
        "✓ 20:00",
        "habits WHERE recurring_schedule LIKE '%20:00%'",
    ),
    "setting": Toggle(
        ("/settings", "🔔 Reminders", "🔔 Tasks with a time"),
        "15 minutes before",
        "✓ 15 minutes before",
        "users WHERE settings LIKE '%-15m%'",
    ),
}
DEEDS = ("turn on", "turn off", "say on", "say off")


async def count(chat: Conversation, rows: str) -> int:
    async with chat.application.database.begin() as session:
        connection = await session.connection()
        return int((await connection.execute(sql(f"SELECT count(*) FROM {rows}"))).scalar_one())  # noqa: S608  ours


@dataclass(frozen=True)
class Old:
    """A message whose buttons are old by now: what the two carried that turn on, and off."""

    toggle: Toggle
    message: Json
    carried: dict[str, str]


@pytest.fixture
async def old(anywhere: Conversation, name: str) -> Old:
    """It is off, and was turned on and off once."""
    toggle = TOGGLES[name]
    for step in toggle.way:
        await (anywhere.says if step.startswith("/") else anywhere.presses)("ann", step)
    turns_on = data_of(anywhere.newest("ann"), toggle.off)
    await anywhere.presses("ann", toggle.off)
    assert await count(anywhere, toggle.state) == 1
    turns_off = data_of(anywhere.newest("ann"), toggle.on)
    await anywhere.presses("ann", toggle.on)
    assert await count(anywhere, toggle.state) == 0
    return Old(toggle, anywhere.newest("ann"), {"turn on": turns_on, "turn off": turns_off})


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", TOGGLES)
@modestly
@given(deeds=st.lists(st.sampled_from(DEEDS), min_size=2, max_size=5))
@example(deeds=["say on", "turn on", "turn off", "say off", "turn off"])
async def test_a_button_does_what_it_shows_or_nothing(
    anywhere: Conversation, old: Old, deeds: list[str]
) -> None:
    for deed in deeds:
        if deed in old.carried:
            await _press(anywhere, old, deed)
        elif words := old.toggle.said[deed == "say off"]:
            await anywhere.says("ann", words)


async def _press(anywhere: Conversation, old: Old, deed: str) -> None:
    was_on = await count(anywhere, old.toggle.state)
    await anywhere.forges("ann", old.carried[deed], on=old.message)
    is_on, changes = await count(anywhere, old.toggle.state), await count(anywhere, "changes")
    assert is_on in {was_on, int(deed == "turn on")}
    await anywhere.forges("ann", old.carried[deed], on=old.message)
    assert await count(anywhere, old.toggle.state) == is_on, "twice is once"
    assert await count(anywhere, "changes") == changes
