"""Who left a group without a word of Telegram's reaches nothing of it, by whatever route."""

# ruff: noqa: S608  the statements are ours

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from datetime import date
from typing import get_type_hints
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot import questions as asked
from bot.routes import ANSWERS, COMMANDS, PRESSES
from storage.people.asking import Asker
from storage.people.chats import chat_of
from storage.people.users import user_of
from storage.talk.questions import ask
from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.presses import presses

PARTS = ("checklist_items", "task_tags", "attachments")
WRITTEN = {"tasks": "title LIKE 'Secret milk%'", "habits": "name LIKE 'Secret run%'"}
SECRET = "Secret"
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
    kept = await of_the_flat(anywhere)
    for name in COMMANDS:
        anywhere.time.pass_(minutes=61)
        for text in ("", " 1", " secret"):
            said = await anywhere.says("bob", f"/{name}{text}")
            assert f"{SECRET} milk" not in said, name
            assert f"{SECRET} run" not in said, name
        await anywhere.says("bob", "/cancel")
    assert await of_the_flat(anywhere) == kept


async def test_no_reply_to_an_old_message_reaches_it(anywhere: Conversation) -> None:
    """Its reminder or its card: one question to Telegram, and nothing has changed."""
    await before_leaving(anywhere)
    await anywhere.presses("bob", "✏️")
    await anywhere.presses("bob", "✏️ 1 Flat 12")
    card = anywhere.newest("bob")
    assert f"{SECRET} milk" in text_of(card)
    await leave_unseen(anywhere)
    kept = await of_the_flat(anywhere)
    for text in (*WORDS, "/done", "/delete", "/edit", "/show", "/move friday", "/snooze 1h"):
        anywhere.telegram.calls.clear()
        await anywhere.says("bob", text, reply_to=card)
        assert f"{SECRET} milk" not in heard(anywhere), text
        await anywhere.says("bob", "/help")
    assert await of_the_flat(anywhere) == kept


async def id_of(anywhere: Conversation, table: str) -> UUID:
    """The id of the only task, or habit."""
    ((found,),) = await anywhere.rows(f"(SELECT id FROM {table} WHERE {WRITTEN[table]}) AS found")
    return found if isinstance(found, UUID) else UUID(str(found))


async def of_the_flat(anywhere: Conversation) -> list[tuple[object, ...]]:
    """All that the flat's task and habit hold."""
    task, habit = (f"(SELECT id FROM {table} WHERE {which})" for table, which in WRITTEN.items())
    return await anywhere.rows(
        *(f"(SELECT * FROM {table} WHERE {which}) AS t" for table, which in WRITTEN.items()),
        *(f"(SELECT * FROM {table} WHERE task_id IN {task}) AS t" for table in PARTS),
        f"(SELECT * FROM habit_entries WHERE habit_id IN {habit}) AS t",
    )


@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
async def test_no_button_reaches_it(anywhere: Conversation, data: st.DataObject) -> None:
    """Every class of press, as the bot itself would have packed it."""
    if not anywhere.messages("bob"):
        await before_leaving(anywhere)
        await leave_unseen(anywhere)
    own = {"task": await id_of(anywhere, "tasks"), "habit": await id_of(anywhere, "habits")}
    kept = await of_the_flat(anywhere)
    for kind in PRESSES:
        named = {field.name for field in fields(kind)} & own.keys()
        press = replace(data.draw(presses(kind)), **{name: own[name] for name in named})
        with suppress(ValueError):  # too long for a button
            anywhere.time.pass_(minutes=7)
            await anywhere.forges("bob", press.pack(), on=anywhere.newest("bob"))
        assert SECRET not in heard(anywhere), press
    assert await of_the_flat(anywhere) == kept


def about(kind: type[asked.Question], task: UUID, habit: UUID) -> asked.Question | None:
    """A question of this kind about what is the flat's; None of one that is about nothing."""
    if issubclass(kind, asked.AboutTask):
        return kind(task)
    if kind is asked.AskedAmount:
        return asked.AskedAmount(habit, date(2026, 9, 23))
    if kind is asked.AskedHabit:
        return asked.AskedHabit((habit,), f"{SECRET} run", 1, None, date(2026, 9, 23), "", False)
    return kind(habit) if issubclass(kind, asked.AboutHabit) else None


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.kind)
async def test_no_answer_reaches_it(anywhere: Conversation, kind: type[asked.Question]) -> None:
    """A question that was open when they left."""
    await before_leaving(anywhere)
    task, habit = await id_of(anywhere, "tasks"), await id_of(anywhere, "habits")
    await leave_unseen(anywhere)
    question = about(kind, task, habit)
    if question is None:
        # an operator's is about what somebody has said to them, nothing of a group
        assert kind.for_operators or "UUID" not in str(get_type_hints(kind))
        return
    kept = await of_the_flat(anywhere)
    for text in ("done", "Another title", "tomorrow 9:00", "every day", "500"):
        await open_for_bob(anywhere, question)
        await anywhere.says("bob", text)
        assert f"{SECRET} milk" not in heard(anywhere), text
        assert f"{SECRET} run" not in heard(anywhere), text
    assert await of_the_flat(anywhere) == kept


async def open_for_bob(anywhere: Conversation, question: asked.Question) -> None:
    """Let a question wait in Bob's private chat, however it came there."""
    telegram_id, now = anywhere.user("bob").id, anywhere.time.now
    async with anywhere.application.database.begin() as session:
        user = await user_of(session, telegram_id)
        asker = Asker.of(user, await chat_of(session, telegram_id))
        facts = question.to_facts()
        await ask(session, question.kind, facts, asker=asker, topic=0, now=now)


async def test_they_are_reminded_no_more(anywhere: Conversation) -> None:
    flat = await before_leaving(anywhere)
    await leave_unseen(anywhere)
    said = await anywhere.later("bob", hours=30)
    assert SECRET not in said
    assert SECRET not in heard(anywhere)
    asked = [c for c in anywhere.telegram.calls if c.method == "getChatMember"]
    assert 1 <= len(asked) <= 4
    assert f"{SECRET} milk" in text_of(flat.newest("ann")) or flat.messages("ann")


@pytest.mark.parametrize("is_seen", [False, True])
async def test_their_old_reminders_tell_nothing_more(
    anywhere: Conversation, *, is_seen: bool
) -> None:
    """What became of the task, or of the habit, is not their business any more."""
    flat = await before_leaving(anywhere)
    await anywhere.later("bob", hours=19)
    assert SECRET in anywhere.reads("bob", anywhere.newest("bob"))
    if is_seen:
        anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
        await anywhere.settle()
        anywhere.telegram.calls.clear()
    else:
        await leave_unseen(anywhere)
    for words in ("/done 1", "/undo", "/delete 1"):
        await flat.says("ann", words)
        await anywhere.later("bob", minutes=2)
        assert SECRET not in heard(anywhere), words


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
    data = {"export", "import", "calendar", "privacy", "forget"}
    settings = {"settings", "timezone", "language", "quiet", "away"}
    of_all = {"help", "feedback", "admin"}
    assert staying == {"add", "habit", "board", *data, *of_all, *settings}
