"""/admin: how the bot is doing, and what it could not deliver. For all others it does not exist."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import get_type_hints
from uuid import UUID

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.jobs import saying
from bot.presses import operators as presses
from bot.presses.coding import Press
from bot.reader import Reader
from bot.replies import Reply
from bot.routes import COMMANDS, PRESSES, offered
from storage.models import PushKind
from storage.pushes.claims import Claim
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of
from tests.support.operators import operated
from tests.support.spending import count, sent

OF_OPERATORS = [kind for kind in PRESSES if kind.for_operators]


@pytest.fixture
async def chen(anywhere: Conversation) -> Conversation:
    """Chen runs the bot."""
    return await operated(anywhere, "chen")


async def test_it_counts_people_tasks_and_reminders(chen: Conversation) -> None:
    await chen.says("ann", "/start")
    await chen.adds("ann", "Call mom at 15:00", "Call dad tomorrow")
    await chen.in_("flat").says("bob", "/list")
    await chen.later("ann", minutes=30)
    said = await chen.says("chen", "/admin")
    assert "People: 3. Active today: 3, in the last seven days: 3" in said
    assert "Groups: 1. Active today: 1, in the last seven days: 1" in said
    assert "Open tasks: 2. Added today: 2" in said
    assert "Reminders sent today: 1. More than a minute late: 0" in said
    assert "Due now: 0" in said
    assert "Planned: 1" in said


async def test_who_says_nothing_is_not_active(chen: Conversation) -> None:
    await chen.says("ann", "/start")
    await chen.says("chen", "/admin")
    chen.time.pass_(days=1)
    said = await chen.presses("chen", "🔄 Refresh")
    assert "Active today: 1, in the last seven days: 2" in said
    chen.time.pass_(days=6)
    assert "Active today: 1, in the last seven days: 1" in await chen.presses("chen", "🔄 Refresh")


async def test_a_day_of_activity_is_one_write(chen: Conversation) -> None:
    await chen.says("ann", "/start")
    await chen.says("ann", "/timezone Berlin")
    chen.time.pass_(hours=1)
    await chen.says("ann", "/list")  # the membership is confirmed
    first = await count(chen, "/help")
    assert await count(chen, "/help") == first
    chen.time.pass_(days=1)
    await chen.says("ann", "/list")
    assert await count(chen, "/help") == first


async def test_a_late_reminder_is_counted_as_late(chen: Conversation) -> None:
    await chen.adds("ann", "Call mom at 15:00")
    chen.time.pass_(minutes=45)
    await chen.settle()
    said = await chen.says("chen", "/admin")
    assert "Reminders sent today: 1. More than a minute late: 1" in said


async def test_it_is_one_living_message_with_a_budget(chen: Conversation) -> None:
    await chen.says("chen", "/start")
    await chen.says("chen", "/admin")
    shown, last = chen.newest("chen"), chen.last_id("chen")
    for button in ("✉️ Dead letters", "‹ Back", "🚫 Bans", "‹ Back", "🔄 Refresh"):
        await chen.presses("chen", button, on=chen.chat("chen").posts[shown["message_id"]].json())
    assert chen.last_id("chen") == last
    chen.telegram.say(chen.user("chen"), "/admin")
    assert len(await sent(chen)) <= COMMANDS["admin"].statements


async def test_what_telegram_refuses_is_shown_tried_again_and_dropped(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await chen.adds("ann", "Secret surgery at 15:00", "Call dad at 15:10")
    chen.telegram.fail_next("sendMessage", code=400, description="Bad Request: no way", times=2)
    await chen.later("ann", minutes=45)
    assert "Refused by Telegram for good: 2" in await chen.says("chen", "/admin")
    shown = await chen.presses("chen", "✉️ Dead letters")
    assert "Not delivered: 2" in shown
    assert "Why: No way: 2" in shown
    assert "task to private 1001, due 2026-09-23 13:10 UTC: No way" in shown
    assert "surgery" not in shown
    opened = await chen.presses("chen", "2")
    assert "Nobody has seen it" in opened
    before = chen.last_id("ann")
    await chen.presses("chen", "🔁 Try again")
    assert chen.alert == "On their way again: 1"
    assert chen.last_id("ann") > before
    assert "Secret surgery" in chen.reads("ann", chen.newest("ann"))
    await chen.presses("chen", "1")
    assert "Everything was delivered" in await chen.presses("chen", "🗑 Drop")
    assert await chen.later("ann", minutes=30) == ""


async def test_all_are_tried_again_but_what_is_done(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await chen.adds("ann", "Call mom at 15:00", "Call dad at 15:00")
    chen.telegram.fail_next("sendMessage", code=400, description="Bad Request: no way", times=2)
    await chen.later("ann", minutes=45)
    await chen.says("ann", "/done 1")
    await chen.says("chen", "/admin")
    await chen.presses("chen", "✉️ Dead letters")
    before = chen.last_id("ann")
    await chen.presses("chen", "🔁 Try all again")
    said = [m["text"] for m in chen.messages("ann") if m["message_id"] > before]
    assert len(said) == 1
    assert "Call dad" in said[0]


async def test_an_error_of_ours_is_told_by_its_name_alone(
    chen: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is about may be somebody's words."""
    chen.setup.trouble_is_meant = True
    await chen.adds("ann", "Secret surgery at 15:00")

    async def broken(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
        raise ValueError("Secret surgery")

    with monkeypatch.context() as patched:
        patched.setitem(saying.SAYINGS, PushKind.TASK, broken)
        for _ in range(12):
            await chen.later("ann", minutes=30)
    await chen.says("chen", "/admin")
    shown = await chen.presses("chen", "✉️ Dead letters")
    assert "Why: ValueError: 1" in shown
    opened = await chen.presses("chen", "1")
    assert "ValueError" in opened
    assert "surgery" not in shown + opened


async def test_a_letter_that_is_gone_says_so(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await chen.adds("ann", "Call mom at 15:00")
    chen.telegram.fail_next("sendMessage", code=400, description="Bad Request: no way")
    await chen.later("ann", minutes=45)
    await chen.says("chen", "/admin")
    await chen.presses("chen", "✉️ Dead letters")
    await chen.presses("chen", "1")
    card = chen.newest("chen")
    data = {button: data_of(card, button) for button in ("🗑 Drop", "🔁 Try again")}
    await chen.presses("chen", "🗑 Drop", on=card)
    for button in ("🗑 Drop", "🔁 Try again"):
        await chen.forges("chen", data[button], on=card)
        assert chen.alert == "It isn't here any more."


# --- nobody else learns that it exists


async def test_to_everybody_else_it_is_a_typing_error(chen: Conversation) -> None:
    """In every chat, by everybody, in the same words as any other."""
    chen.telegram.world.bot.privacy_mode = False
    for place, host in (("private", ""), ("flat", "@dueto_bot"), ("flat", "")):
        there = chen.in_(place)
        for words in ("", " ban @ann", " broadcast hello"):
            for who in ("ann", "bob") if place == "private" else ("ann", "chen"):
                typo = await there.says(who, f"/admln{host}{words}")
                said = await there.says(who, f"/admin{host}{words}")
                assert said == typo.replace("admln", "admin"), (place, who)
    assert (
        await chen.rows("(SELECT banned_at FROM users WHERE banned_at IS NOT NULL) AS banned") == []
    )


async def test_it_costs_what_a_typing_error_costs(chen: Conversation) -> None:
    """Nobody can tell by how long the answer takes."""
    await chen.says("ann", "/start")
    await chen.says("ann", "/timezone Berlin")
    assert await count(chen, "/admin") == await count(chen, "/xyzzy")
    assert await count(chen, "/admin ban 1") == await count(chen, "/xyzzy ban 1")


async def test_it_ends_no_question_of_others(chen: Conversation) -> None:
    await chen.adds("ann", "Milk")
    for word in ("/xyzzy", "/admin"):
        await chen.says("ann", "/edit 1")
        await chen.says("ann", word)
        assert "Oat milk" in await chen.says("ann", "Oat milk"), word


async def test_no_menu_help_or_suggestion_has_it(chen: Conversation) -> None:
    assert "admin" not in {*offered(private=True), *offered(private=False)}
    for who in ("ann", "chen"):
        assert "/admin" not in await chen.says(who, "/help")
    for typo in ("/admim", "/admi", "/dmin"):
        assert "admin" not in (await chen.says("ann", typo)).replace(typo, "")
    await chen.says("ann", "/todya")
    forged = "2:run:admin"
    await chen.forges("ann", forged, on=chen.newest("ann"))
    assert chen.alert


@pytest.mark.parametrize("kind", OF_OPERATORS, ids=lambda kind: kind.__name__)
async def test_forged_buttons_of_operators_mean_nothing(
    chen: Conversation, kind: type[Press]
) -> None:
    """By others in private, and by anybody in a group: the same as of a button that never was."""
    person = (await _keys(chen, "ann"))[0]
    press = _filled(kind, person)
    await chen.says("ann", "/list")
    before = await chen.rows("users", "reminders")
    nonsense = await chen.forges("ann", "2:nosuch", on=chen.newest("ann"))
    assert await chen.forges("ann", press.pack(), on=chen.newest("ann")) == nonsense
    flat = chen.in_("flat")
    await flat.says("chen", "/list@dueto_bot")
    before = await chen.rows("users", "reminders")
    nonsense = await flat.forges("chen", "2:nosuch", on=flat.newest("chen"))
    assert await flat.forges("chen", press.pack(), on=flat.newest("chen")) == nonsense
    assert await chen.rows("users", "reminders") == before


def test_every_button_of_operators_is_marked_as_one() -> None:
    """All that stand in their file."""
    own = {
        one
        for one in vars(presses).values()
        if isinstance(one, type) and issubclass(one, Press) and hasattr(one, "verb")
    }
    assert own == set(OF_OPERATORS)


async def test_who_is_no_operator_any_more_loses_it_at_once(chen: Conversation) -> None:
    await chen.says("chen", "/admin")
    page = chen.newest("chen")
    assert "🚫 Bans" in buttons_of(page)
    await operated(chen)
    typo = await chen.says("chen", "/admln")
    assert await chen.says("chen", "/admin") == typo.replace("admln", "admin")
    nonsense = await chen.forges("chen", "2:nosuch", on=page)
    await chen.presses("chen", "🚫 Bans", on=page)
    assert chen.alert == nonsense


async def _keys(anywhere: Conversation, who: str) -> list[object]:
    await anywhere.says(who, "/start")
    number = anywhere.user(who).id
    rows = await anywhere.rows(f"(SELECT id FROM users WHERE telegram_id = {number}) AS found")  # noqa: S608  ours
    return [key for (key,) in rows]


def _filled(kind: type[Press], key: object) -> Press:
    uuid = key if isinstance(key, UUID) else UUID(str(key))
    hints = {one.name: get_type_hints(kind)[one.name] for one in fields(kind)}
    keys = {name: uuid for name, hint in hints.items() if hint is UUID}
    choices = {
        name: next(iter(hint))
        for name, hint in hints.items()
        if isinstance(hint, type) and issubclass(hint, StrEnum)
    }
    return kind(**keys, **choices)
