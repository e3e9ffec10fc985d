"""Who left a group without a word of Telegram's reaches nothing of it, by whatever route."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

import pytest

from bot.presses.coding import pack_key
from bot.routes import ANSWERS, COMMANDS, PRESSES
from tests.support.conversations import Conversation
from tests.support.messages import text_of

KEPT = ("tasks", "habits", "habit_entries", "checklist_items", "task_tags", "attachments")
SECRET = "Secret"
FACTS = ("", "0.", "20260924:0.", "20260924:b:0")
WORDS = (
    *("done", "delete", "tomorrow 9:00", "snooze 1h", "every day", "remind 1 hour before"),
    *("Another title", "#tag", "- an item", "500", "skip", "+1", "done secret run", "secret run"),
)


async def before_leaving(anywhere: Conversation) -> Conversation:
    """Bob in the flat, with a task and a habit of the flat's in his private chat."""
    flat = anywhere.in_("flat")
    anywhere.town.bob.language = "en"
    await anywhere.says("bob", "/start")
    await flat.says("bob", "/list")
    await flat.adds("ann", f"{SECRET} milk @bob tomorrow 9:00 #secret")
    await flat.says("ann", f"/habit {SECRET} run every day at 8:00")
    await anywhere.says("bob", "/search secret")
    return flat


async def leave_unseen(anywhere: Conversation) -> None:
    anywhere.town.flat.members[anywhere.town.bob.id].status = "left"
    anywhere.time.pass_(minutes=61)
    anywhere.telegram.calls.clear()


def heard(anywhere: Conversation) -> str:
    mine = [call.params for call in anywhere.telegram.calls if "Member" not in call.method]
    return str([p for p in mine if str(p.get("chat_id")) == str(anywhere.town.bob.id)])


async def test_no_command_reaches_it(anywhere: Conversation) -> None:
    await before_leaving(anywhere)
    await leave_unseen(anywhere)
    kept = await anywhere.rows(*KEPT)
    for name in COMMANDS:
        anywhere.time.pass_(minutes=61)
        for text in ("", " 1", " secret"):
            said = await anywhere.says("bob", f"/{name}{text}")
            assert f"{SECRET} milk" not in said, name
            assert f"{SECRET} run" not in said, name
        await anywhere.says("bob", "/cancel")
    assert [row for row in await anywhere.rows("tasks", "habits") if SECRET in str(row)] == [
        row for row in kept if f"'{SECRET}" in str(row)
    ]


async def test_no_reply_to_an_old_message_reaches_it(anywhere: Conversation) -> None:
    """Its reminder or its card: one question to Telegram, and nothing is changed."""
    await before_leaving(anywhere)
    await anywhere.presses("bob", "1")
    card = anywhere.newest("bob")
    assert f"{SECRET} milk" in text_of(card)
    await leave_unseen(anywhere)
    kept = await anywhere.rows("tasks", "changes", "reminders")
    for text in (*WORDS, "/done", "/delete", "/edit", "/show", "/move friday", "/snooze 1h"):
        anywhere.telegram.calls.clear()
        await anywhere.says("bob", text, reply_to=card)
        assert f"{SECRET} milk" not in heard(anywhere), text
        await anywhere.says("bob", "/help")
    after = await anywhere.rows("tasks")
    assert [r for r in after if f"{SECRET} milk" in str(r)] == [
        r for r in kept if f"{SECRET} milk" in str(r) and r in after
    ]
    assert any(f"{SECRET} milk" in str(r) for r in after)


def uuids(anywhere_rows: list[tuple[object, ...]]) -> list[UUID]:
    return [row[0] if isinstance(row[0], UUID) else UUID(str(row[0])) for row in anywhere_rows]


async def test_no_button_reaches_it(anywhere: Conversation) -> None:
    await before_leaving(anywhere)
    task = uuids(await anywhere.rows("(SELECT id FROM tasks) AS found"))[0]
    habit = uuids(await anywhere.rows("(SELECT id FROM habits) AS found"))[0]
    under = anywhere.newest("bob")
    await leave_unseen(anywhere)
    kept = await anywhere.rows(*KEPT)
    pressed = 0
    for kind in PRESSES:
        keyed = [one.name for one in fields(kind) if one.name in {"task", "habit"}]
        for version in ("2",) if keyed else ():
            key = task if keyed[0] == "task" else habit
            for facts in (
                "",
                "0.",
                "0",
                "20260924:0.",
                "b:0",
                "20260924:b:0",
                "0:b",
                "1:20260924:b:0",
            ):
                data = f"{version}:{kind.verb}:{pack_key(key)}:{facts}".rstrip(":")
                anywhere.time.pass_(minutes=7)
                await anywhere.forges("bob", data, on=under)
                pressed += 1
    assert pressed > 150
    assert f"{SECRET} milk" not in heard(anywhere)
    assert f"{SECRET} run" not in heard(anywhere)
    assert await anywhere.rows(*KEPT) == kept


@pytest.mark.parametrize("button", ["✏️ Title", "📝 Notes"])
async def test_no_answer_reaches_it(anywhere: Conversation, button: str) -> None:
    """A question that was open when they left."""
    assert ANSWERS
    await before_leaving(anywhere)
    await anywhere.presses("bob", "1")
    buttons = anywhere.buttons("bob")
    ask = next(one for one in buttons if one.startswith(button.split(maxsplit=1)[0]))
    await anywhere.presses("bob", ask)
    await leave_unseen(anywhere)
    await anywhere.says("bob", "Stolen words")
    assert not [
        r
        for r in await anywhere.rows("tasks")
        if SECRET not in str(r) and "Stolen" in str(r) and "milk" in str(r)
    ]
    assert [r for r in await anywhere.rows("tasks") if f"{SECRET} milk" in str(r)]
    assert f"{SECRET} milk" not in heard(anywhere)


async def test_they_are_reminded_no_more(anywhere: Conversation) -> None:
    flat = await before_leaving(anywhere)
    await leave_unseen(anywhere)
    said = await anywhere.later("bob", hours=30)
    assert SECRET not in said
    assert SECRET not in heard(anywhere)
    asked = [c for c in anywhere.telegram.calls if c.method == "getChatMember"]
    assert 1 <= len(asked) <= 4
    assert f"{SECRET} milk" in text_of(flat.newest("ann")) or flat.messages("ann")


async def test_who_is_still_there_is_reminded(anywhere: Conversation) -> None:
    await before_leaving(anywhere)
    assert f"{SECRET} milk" in await anywhere.later("bob", hours=18, minutes=31)


async def test_a_reminder_comes_when_telegram_does_not_tell(anywhere: Conversation) -> None:
    """What was known counts: a reminder that is owed is not lost for want of an answer."""
    await before_leaving(anywhere)
    anywhere.setup.trouble_is_meant = True
    anywhere.telegram.fail_next("getChatMember", code=500, times=99)
    assert f"{SECRET} milk" in await anywhere.later("bob", hours=18, minutes=31)


def test_every_route_says_whether_it_reaches() -> None:
    """A new route is checked unless it says that nothing of a group is in its reach."""
    staying = {name for name, route in COMMANDS.items() if not route.reaches}
    assert staying == {"help", "add", "habit", "settings", "timezone", "language", "admin"}
