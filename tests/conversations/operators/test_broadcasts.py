"""What an operator says to everybody: seen before, counted, sent once to each, whatever happens."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest

from bot.jobs.housekeeping import housekeeping
from bot.outgoing.pace import Limits
from bot.presses import operators as o
from storage.mailings.leaving import LEASE
from storage.models import MailingAudience, MailingState, SendingSlot
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.operators import operated
from tests.support.setup import an_application
from tests.support.spending import press, sent

NEWS = "The bot moves <b>tonight</b>\nBack at 9"
PEOPLE = ("ann", "bob", "chen", "dasha")


@pytest.fixture
async def chen(anywhere: Conversation) -> Conversation:
    """Chen runs the bot; all four have started it, and it is in one group."""
    await operated(anywhere, "chen")
    for who in PEOPLE:
        await anywhere.says(who, "/start")
    await anywhere.in_("flat").says("ann", "/list@dueto_bot")
    return anywhere


async def drafted(chen: Conversation, text: str = NEWS) -> None:
    await chen.says("chen", f"/admin broadcast {text}")


async def begun(chen: Conversation, text: str = NEWS) -> None:
    """Send is pressed, and no letter has left yet."""
    await drafted(chen, text)
    chen.telegram.press(chen.user("chen"), chen.newest("chen"), "📣 Send")
    await sent(chen)


async def steered(chen: Conversation, button: str) -> None:
    chen.telegram.press(chen.user("chen"), chen.with_button("chen", button), button)
    await sent(chen)


def got(chen: Conversation, text: str = NEWS) -> Counter[str]:
    """How often each has got it; the operator has seen it once before."""
    found = Counter({who: sum(text_of(m) == text for m in chen.messages(who)) for who in PEOPLE})
    found["chen"] -= 1
    return +found


def once(*who: str) -> Counter[str]:
    return Counter(who)


async def step(chen: Conversation, letters: int) -> None:
    """Let so many letters leave."""
    before = got(chen).total()
    while got(chen).total() < before + letters:
        assert await chen.application.mailings.send_next()


async def states(chen: Conversation) -> Counter[str]:
    return Counter(state for (state,) in await chen.rows("(SELECT state FROM letters) AS kept"))


async def test_it_is_seen_and_counted_before_anybody_gets_it(chen: Conversation) -> None:
    said = await chen.says("chen", f"/admin broadcast {NEWS}")
    assert said.startswith(NEWS)
    assert "Chats that get it: 4" in said
    assert buttons_of(chen.newest("chen")) == [
        *("✓ 👤 People: 4", "👥 Groups: 1", "Both: 5", "📣 Send", "✖️ Cancel")
    ]
    assert got(chen) == once()
    assert "Chats that get it: 1" in await chen.presses("chen", "👥 Groups: 1")
    assert "nothing has changed" in await chen.presses("chen", "✖️ Cancel")
    assert await chen.rows("mailings", "letters") == []


async def test_everybody_gets_it_once_however_often_send_is_pressed(chen: Conversation) -> None:
    await drafted(chen)
    control = chen.newest("chen")
    data = control["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    said = await chen.presses("chen", "📣 Send")
    assert got(chen) == once(*PEOPLE)
    assert "Sent" in chen.reads("chen", control)
    assert "Delivered: 4 of 4" in chen.reads("chen", control)
    assert buttons_of(chen.chat("chen").posts[control["message_id"]].json()) == []
    for _ in range(2):
        await chen.forges("chen", data, on=control)
    assert got(chen) == once(*PEOPLE)
    assert NEWS not in text_of(chen.in_("flat").newest("ann"))
    assert said


async def test_the_words_may_be_asked_for(chen: Conversation) -> None:
    await chen.says("chen", "/admin")
    assert "What should it say" in await chen.presses("chen", "📣 Broadcast")
    assert "Chats that get it: 4" in await chen.says("chen", "Good news")
    assert "What should it say" in await chen.says("chen", "/admin broadcast")
    assert "3,500" in await chen.says("chen", "x" * 3_600)


async def test_groups_or_both_get_it(chen: Conversation) -> None:
    await drafted(chen)
    await chen.presses("chen", "Both: 5")
    await chen.presses("chen", "📣 Send")
    assert got(chen) == once(*PEOPLE)
    assert text_of(chen.in_("flat").newest("ann")) == NEWS


async def test_who_has_blocked_the_bot_or_is_banned_is_not_meant(chen: Conversation) -> None:
    chen.telegram.block(chen.town.ann)
    await chen.settle()
    await chen.says("chen", "/admin ban @bob")
    assert "Chats that get it: 2" in await chen.says("chen", "/admin broadcast Hello")


async def test_who_blocks_it_meanwhile_is_marked(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await begun(chen)
    chen.telegram.deactivate(chen.town.ann)
    await chen.settle()
    assert got(chen) == once("bob", "chen", "dasha")
    assert "Can't be reached: 1" in text_of(chen.newest("chen")) + chen.reads(
        "chen", chen.messages("chen")[-2]
    )
    blocked = "(SELECT telegram_id FROM users WHERE blocked_at IS NOT NULL) AS gone"
    assert await chen.rows(blocked) == [(1001,)]


async def test_it_is_paused_goes_on_and_is_stopped(chen: Conversation) -> None:
    await begun(chen)
    await step(chen, 1)
    await steered(chen, "⏸ Pause")
    await chen.settle()
    assert got(chen).total() == 1
    await chen.setup.restart()
    await chen.settle()
    assert got(chen).total() == 1, "it stays paused"
    await steered(chen, "▶️ Go on")
    await step(chen, 1)
    await steered(chen, "⏹ Stop")
    await chen.settle()
    assert got(chen).total() == 2
    await chen.setup.restart()
    await chen.later("chen", hours=1)
    assert got(chen).total() == 2
    assert all(count == 1 for count in got(chen).values())


async def test_it_goes_on_after_a_restart(chen: Conversation) -> None:
    await begun(chen)
    await step(chen, 2)
    await chen.setup.restart()
    await chen.settle()
    assert got(chen) == once(*PEOPLE)


async def test_what_a_killed_process_had_in_hand_is_not_sent_again(chen: Conversation) -> None:
    """It is killed behind the claim, or when Telegram has the message and nobody has kept that."""
    await begun(chen)
    await step(chen, 1)
    in_hand = await chen.application.mailings._claim()
    assert in_hand is not None
    await chen.setup.restart()
    await chen.settle()
    assert got(chen).total() == 3
    assert await states(chen) == Counter(sent=3, sending=1)
    await chen.later("chen", seconds=LEASE.total_seconds() + 1)
    assert got(chen).total() == 3
    assert await states(chen) == Counter(sent=3, unclear=1)
    assert "not sent again: 1" in "".join(map(text_of, chen.messages("chen")))


async def test_an_outcome_that_comes_late_is_kept(chen: Conversation) -> None:
    """The lease has ended, as after a long time without the database."""
    await begun(chen)
    worker = chen.application.mailings
    in_hand = await worker._claim()
    assert in_hand is not None
    chen.time.pass_(seconds=LEASE.total_seconds() + 1)
    await chen.settle()
    assert await states(chen) == Counter(sent=3, unclear=1)
    await worker._send(in_hand)
    assert await states(chen) == Counter(sent=4)
    assert got(chen) == once(*PEOPLE)


async def test_what_arrives_unseen_is_not_sent_again(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await begun(chen)
    chen.telegram.fail_next("sendMessage", code=502, after=True)
    await chen.settle()
    await chen.later("chen", hours=2)
    assert got(chen) == once(*PEOPLE)
    assert await states(chen) == Counter(sent=3, unclear=1)


async def test_what_telegram_refuses_for_good_is_counted(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await begun(chen)
    chen.telegram.fail_next("sendMessage", code=400, description="Bad Request: no way")
    await chen.settle()
    assert await states(chen) == Counter(sent=3, refused=1)
    assert chen.application.counts()["letter refused"] == 1


async def test_a_429_is_waited_for(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await begun(chen)
    chen.telegram.fail_next("sendMessage", code=429, retry_after=30)
    await chen.settle()
    assert got(chen).total() == 3
    await chen.later("chen", seconds=31)
    assert got(chen) == once(*PEOPLE)


async def test_reminders_go_first(chen: Conversation) -> None:
    await chen.adds("ann", "Call mom at 15:00")
    await begun(chen)
    chen.time.pass_(minutes=31)
    while await chen.application.mailings.send_next():
        assert got(chen) == once(), "nothing leaves while a reminder is due"
    assert await chen.application.reminders.push_next()
    await chen.settle()
    assert got(chen) == once(*PEOPLE)


async def test_it_takes_its_turns_with_all_that_is_sent(chen: Conversation) -> None:
    """The limit of the token is one, however many processes there are: four letters at ten a second
    take three gaps, and the next turn is one later."""
    await begun(chen)
    slow = an_application(chen.setup.settings, chen.telegram, chen.time, Limits(bulk=10))
    await slow.bot.initialize()
    while got(chen).total() < len(PEOPLE):
        assert await slow.mailings.send_next()
    async with slow.database.begin() as session:
        turns = await session.get_one(SendingSlot, 1)
    assert turns.next_at >= chen.time.now + timedelta(seconds=0.3)
    await slow.outbox.close(1)
    await slow.database.close()


async def test_progress_is_told_every_few_seconds_at_most(chen: Conversation) -> None:
    await begun(chen)
    edits = len(chen.telegram.calls_of("editMessageText"))
    await step(chen, 2)
    assert len(chen.telegram.calls_of("editMessageText")) == edits
    chen.time.pass_(seconds=3)
    await step(chen, 1)
    await chen.settle()
    assert "Delivered: 4 of 4" in "".join(map(text_of, chen.messages("chen")))
    assert len(chen.telegram.calls_of("editMessageText")) <= edits + 2


async def test_two_processes_send_each_letter_once(chen: Conversation) -> None:
    other = an_application(chen.setup.settings, chen.telegram, chen.time)
    await other.bot.initialize()
    await begun(chen)
    first, second = chen.application.mailings, other.mailings

    async def work(send_next: Callable[[], Awaitable[bool]]) -> None:
        while await send_next():
            pass

    await asyncio.gather(*(work(one.send_next) for one in (first, second, first, second)))
    await chen.settle()
    assert got(chen) == once(*PEOPLE)
    await other.outbox.close(1)
    await other.database.close()


async def test_buttons_of_operators_keep_their_budgets(anywhere: Conversation) -> None:
    ann = await operated(anywhere, "ann")
    await ann.says("ann", "/start")
    await ann.says("bob", "/start")
    await ann.says("bob", "/feedback Nice bot")
    pairs = {"reply": await press(ann, "💬 Reply")}
    await ann.says("ann", "/admin")
    for button in ("🚫 Bans", "‹ Back", "✉️ Dead letters", "‹ Back", "🔄 Refresh", "📣 Broadcast"):
        shown = ann.with_button("ann", button)
        pairs[button] = await press(ann, button, on=shown)
    await ann.says("ann", f"/admin broadcast {NEWS}")
    for button in ("Both: 2", "📣 Send", "⏸ Pause", "▶️ Go on", "⏹ Stop"):
        pairs[button] = await press(ann, button)
    assert {name: pair for name, pair in pairs.items() if pair[0] > pair[1]} == {}


async def test_the_job_sends_all_and_ends(chen: Conversation) -> None:
    await begun(chen)
    async with asyncio.timeout(20):
        await chen.application.mailings.run()
    assert got(chen) == once(*PEOPLE)
    assert not await chen.application.mailings.send_next()


async def test_a_group_that_moves_meanwhile_gets_it_once(chen: Conversation) -> None:
    await drafted(chen)
    await chen.presses("chen", "👥 Groups: 1")
    chen.telegram.press(chen.user("chen"), chen.newest("chen"), "📣 Send")
    await sent(chen)
    moved = chen.telegram.migrate(chen.town.flat)
    chen.setup.trouble_is_meant = True
    await chen.settle()
    await chen.later("chen", hours=1)
    there = [m for m in chen.telegram.messages(moved) if text_of(m) == NEWS]
    assert len(there) == 1


async def test_others_send_none(chen: Conversation) -> None:
    """With the key of one that is ready, and of one that is on its way."""
    await drafted(chen)
    ((key,),) = await chen.rows("(SELECT id FROM mailings) AS found")
    mailing = key if isinstance(key, UUID) else UUID(str(key))
    forged = (
        o.SendBroadcast(mailing),
        o.ChooseAudience(mailing, MailingAudience.BOTH),
        o.DropBroadcast(mailing),
    )
    await chen.says("ann", "/list")
    for one in forged:
        await chen.forges("ann", one.pack(), on=chen.newest("ann"))
    assert got(chen) == once()
    assert len(await chen.rows("mailings")) == 1
    chen.telegram.press(chen.user("chen"), chen.newest("chen"), "📣 Send")
    await sent(chen)
    stop = o.SteerBroadcast(mailing, MailingState.STOPPED)
    await chen.forges("ann", stop.pack(), on=chen.newest("ann"))
    assert got(chen) == once(*PEOPLE)


async def test_who_is_no_operator_any_more_sends_none(chen: Conversation) -> None:
    await drafted(chen)
    control = chen.newest("chen")
    await chen.says("chen", "/admin broadcast")
    await operated(chen, "dasha")
    await chen.presses("chen", "📣 Send", on=control)
    assert "#1 Good news" in await chen.says("chen", "Good news"), "the question is over, too"
    assert got(chen) == once()


async def test_what_has_ended_is_forgotten_after_a_month(chen: Conversation) -> None:
    await begun(chen)
    await chen.settle()
    await drafted(chen, "a draft that nobody sends")
    chen.time.pass_(days=31)
    await housekeeping(chen.application.database, chen.application.clock).run()
    assert await chen.rows("mailings", "letters") == []
