"""What people say to whoever runs the bot, and the answers."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.jobs.housekeeping import housekeeping
from bot.routes import COMMANDS
from storage.mailings.writing import FEEDBACK_A_DAY
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.operators import operated
from tests.support.spending import count


@pytest.fixture
async def chen(anywhere: Conversation) -> Conversation:
    """Chen runs the bot, and has started it; Ann is somebody."""
    await operated(anywhere, "chen")
    await anywhere.says("chen", "/start")
    await anywhere.says("ann", "/start")
    return anywhere


async def test_operators_read_it_with_who_and_how(chen: Conversation) -> None:
    said = await chen.says("ann", "/feedback The list is <b>too</b> long\nreally")
    assert "Passed on" in said
    shown = chen.newest("chen")
    assert "from Ann (@ann, 1001), language en, Dueto 0." in text_of(shown)
    assert text_of(shown).endswith("The list is <b>too</b> long\nreally")
    assert buttons_of(shown) == ["💬 Reply", "🚫 Ban"]


async def test_alone_it_asks_for_the_words(chen: Conversation) -> None:
    assert "What would you like to say" in await chen.says("ann", "/feedback")
    assert "Passed on" in await chen.says("ann", "Nice bot")
    assert "Nice bot" in text_of(chen.newest("chen"))


async def test_in_a_group_it_works_and_the_answer_comes_in_private(chen: Conversation) -> None:
    flat = chen.in_("flat")
    assert "Passed on" in await flat.says("ann", "/feedback Nice bot")
    await flat.says("ann", "/feedback")
    assert "Passed on" in await flat.answers("ann", "Even nicer")
    await chen.says("chen", "Thank you", reply_to=chen.newest("chen"))
    said = text_of(chen.newest("ann"))
    assert said == "💬 From whoever runs this bot:\nThank you"
    assert "Thank you" not in text_of(flat.newest("ann"))


async def test_an_operator_answers_by_a_button_or_a_reply(chen: Conversation) -> None:
    await chen.says("ann", "/feedback One")
    first = chen.newest("chen")
    await chen.says("ann", "/feedback Two")
    assert "What should I answer" in await chen.presses("chen", "💬 Reply")
    assert "on its way" in await chen.says("chen", "To two")
    assert text_of(chen.newest("ann")).endswith("To two")
    await chen.presses("chen", "💬 Reply", on=first)
    assert "on its way" in await chen.says("chen", "done 1", reply_to=first)
    assert text_of(chen.newest("ann")).endswith("done 1"), "a reply to it goes to whoever said it"


async def test_their_words_are_banned_by_a_button_or_in_reply(chen: Conversation) -> None:
    await chen.says("ann", "/feedback Nasty words")
    shown = chen.newest("chen")
    assert "Ann (@ann, 1001) is banned" in await chen.presses("chen", "🚫 Ban", on=shown)
    await chen.presses("chen", "✅ Unban")
    assert "is banned" in await chen.says("chen", "/admin ban", reply_to=shown)
    assert "can't be reached" in await chen.says("chen", "So long", reply_to=shown)


async def test_five_a_day_and_then_a_clear_answer(chen: Conversation) -> None:
    for number in range(FEEDBACK_A_DAY):
        assert "Passed on" in await chen.says("ann", f"/feedback {number}")
    before = chen.last_id("chen")
    for words in ("/feedback again", "/feedback"):
        assert "Please wait" in await chen.says("ann", words)
    assert chen.last_id("chen") == before
    assert "Passed on" in await chen.says("bob", "/feedback Me too")
    chen.time.pass_(days=1, minutes=1)
    assert "Passed on" in await chen.says("ann", "/feedback again")


async def test_without_an_operator_it_says_that_nobody_reads_it(anywhere: Conversation) -> None:
    await operated(anywhere)
    for words in ("/feedback", "/feedback Nice bot"):
        assert "Nobody reads feedback here" in await anywhere.says("ann", words)
    await operated(anywhere, "chen")  # who has not started the bot: nobody who can be told
    assert "Nobody reads feedback here" in await anywhere.says("ann", "/feedback Nice bot")
    assert await anywhere.rows("mailings", "letters") == []


async def test_what_cannot_be_passed_on_is_said(chen: Conversation) -> None:
    assert "3,500" in await chen.says("ann", "/feedback " + "x" * 3_600)
    assert "Passed on" in await chen.says("ann", "/feedback " + "&" * 3_500)
    assert text_of(chen.newest("chen")).endswith("&" * 3_500)


async def test_whoever_cannot_be_reached_gets_no_answer_and_it_is_said(chen: Conversation) -> None:
    await chen.in_("flat").says("bob", "/feedback Nice bot")
    shown = chen.newest("chen")
    assert "can't be reached" in await chen.says("chen", "Thanks", reply_to=shown)


async def test_an_answer_that_does_not_arrive_is_told(chen: Conversation) -> None:
    chen.setup.trouble_is_meant = True
    await chen.says("ann", "/feedback Nice bot")
    shown = chen.newest("chen")
    chen.telegram.deactivate(chen.town.ann)
    await chen.says("chen", "Thanks", reply_to=shown)
    await chen.later("chen", seconds=1)
    assert "did not arrive" in text_of(chen.newest("chen"))


async def test_it_is_forgotten_after_a_month(chen: Conversation) -> None:
    await chen.says("ann", "/feedback Nice bot")
    shown = chen.newest("chen")
    await chen.presses("chen", "💬 Reply", on=shown)
    chen.time.pass_(days=31)
    await housekeeping(chen.application.database, chen.application.clock).run()
    assert await chen.rows("mailings", "letters") == []
    await chen.presses("chen", "💬 Reply", on=shown)
    assert chen.alert


async def test_who_is_no_operator_any_more_answers_nobody(chen: Conversation) -> None:
    await chen.says("ann", "/feedback Nice bot")
    shown = chen.newest("chen")
    await chen.presses("chen", "💬 Reply", on=shown)
    await operated(chen, "dasha")
    before = chen.last_id("ann")
    await chen.says("chen", "Thank you")
    await chen.says("chen", "Thank you", reply_to=shown)
    assert chen.last_id("ann") == before


async def test_it_keeps_its_budget_and_costs_others_nothing(chen: Conversation) -> None:
    await chen.says("ann", "/timezone Berlin")
    assert await count(chen, "/feedback Nice bot") <= COMMANDS["feedback"].statements


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
async def test_any_words_arrive_as_they_are(anywhere: Conversation, words: str) -> None:
    """And whatever follows /admin is answered, to operators and to others."""
    if anywhere.setup.settings.operators != {anywhere.town.chen.id}:
        await operated(anywhere, "chen")
        await anywhere.says("chen", "/start")
    anywhere.time.pass_(days=1, minutes=1)
    said = await anywhere.says("ann", f"/feedback {words}")
    if words.strip():
        assert "Passed on" in said
        assert text_of(anywhere.newest("chen")).endswith(words.strip())
    for who in ("ann", "chen"):
        assert await anywhere.says(who, f"/admin {words}")
    assert anywhere.application.endpoint.counts["crashed"] == 0
