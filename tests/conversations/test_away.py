"""Being away: nothing reminds until somebody is back, and then one message does."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of

LIST = ("Call mom tomorrow 10:00", "Report thursday 12:00 nag 15m", "Pills every day at 20:00")


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    """Ann has three tasks with a time, and is asked nothing."""
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.adds("ann", *LIST)
    await anywhere.later("ann", minutes=1)
    return anywhere


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann, Bob and Chen have written in the flat."""
    here = anywhere.in_("flat")
    here.telegram.world.bot.privacy_mode = False
    here.user("chen").username = "chen"
    await here.says("ann", "/timezone Berlin")
    for who in ("ann", "bob", "chen"):
        await anywhere.says(who, "/start")
        await here.says(who, "/list")
    return here


async def test_nothing_reminds_until_one_message_does(ann: Conversation) -> None:
    said = await ann.says("ann", "/away until oct 5")
    assert "You're away until Mon 5 Oct." in said
    assert await ann.later("ann", days=12) == ""
    said = await ann.later("ann", hours=19)
    assert said.startswith("👋 While you were away (3)")
    assert said.count("👋") == 1
    assert "🔔" not in said
    assert "☐ 3 Pills · ⏰ yesterday, 20:00" in said
    assert "🔔 #3 Pills" in await ann.later("ann", hours=11)


async def test_the_agenda_of_the_day_of_return_is_the_summary(ann: Conversation) -> None:
    await ann.says("ann", "daily agenda at 9:00")
    await ann.says("ann", "/away until oct 5")
    said = await ann.later("ann", days=12, hours=19)
    assert said.startswith("👋 While you were away (3)")
    assert "☀️" not in await ann.later("ann", hours=1)
    assert "☀️" in await ann.later("ann", hours=23)


async def test_what_is_added_or_put_off_meanwhile_reminds(ann: Conversation) -> None:
    await ann.says("ann", "/away until oct 5")
    await ann.later("ann", minutes=1)
    await ann.adds("ann", "Taxi in 1 hour")
    await ann.says("ann", "/snooze 1 2 hours")
    assert "🔔 #4 Taxi" in await ann.later("ann", minutes=61)
    assert "🔔 #1 Call mom" in await ann.later("ann", minutes=60)
    assert await ann.later("ann", hours=5) == ""


async def test_whole_days_are_held_too_those_added_meanwhile_come(ann: Conversation) -> None:
    await ann.adds("ann", "- Jam tomorrow\n- Tea tomorrow")
    await ann.later("ann", minutes=1)
    await ann.says("ann", "/away")
    await ann.presses("ann", "2 weeks")
    await ann.later("ann", minutes=1)
    await ann.adds("ann", "Bread tomorrow")
    said = await ann.later("ann", hours=19)
    assert "Bread" in said
    assert "Jam" not in said
    assert "Tea" not in said


async def test_coming_back_early(ann: Conversation) -> None:
    await ann.says("ann", "/away until oct 5")
    await ann.later("ann", days=2)
    said = await ann.says("ann", "/away")
    assert "Welcome back." in said
    assert "👋 While you were away (3)" in said
    assert await ann.later("ann", minutes=5) == ""
    assert "🔔 #3 Pills" in await ann.later("ann", hours=6)
    assert await ann.later("ann", days=11, hours=12) != ""  # the pills, and no second summary
    assert "👋" not in "".join(text_of(one) for one in ann.messages("ann")[-3:])


async def test_a_moment_and_a_range(ann: Conversation) -> None:
    assert "away until Fri 25 Sept, 18:00" in await ann.says("ann", "/away until friday 18:00")
    assert await ann.later("ann", days=2, hours=3) == ""
    assert "👋" in await ann.later("ann", minutes=30)
    said = await ann.says("ann", "/away oct 1-5")
    assert "away from Thu 1 Oct until Mon 5 Oct" in said
    assert "🔔 #3 Pills" in await ann.later("ann", hours=3)
    await ann.later("ann", days=5)
    assert await ann.later("ann", days=5) == ""
    assert "👋" in await ann.later("ann", days=1)


async def test_it_is_shown_among_the_settings_and_ends_there(ann: Conversation) -> None:
    await ann.says("ann", "/away until oct 5")
    assert "🏖 You're away: today – Mon 5 Oct" in await ann.says("ann", "/settings")
    await ann.later("ann", days=1)
    await ann.presses("ann", "▶️ End the pause")
    await ann.settle()
    assert "👋 While you were away" in ann.reads("ann", ann.newest("ann"))
    assert "🏖" not in await ann.says("ann", "/settings")


async def test_taken_back_all_comes(ann: Conversation) -> None:
    await ann.says("ann", "/away until oct 5")
    await ann.presses("ann", "↩️ Undo")
    assert "🔔 #3 Pills" in await ann.later("ann", hours=6)
    await ann.says("ann", "/away until oct 5")
    await ann.later("ann", hours=20)
    assert "👋 While you were away" in await ann.says("ann", "/undo") + await ann.later(
        "ann", minutes=1
    )


async def test_habits_freeze_in_the_same_deed(ann: Conversation) -> None:
    await ann.says("ann", "/habit run every day at 18:00")
    await ann.says("ann", "/log run yesterday")
    await ann.says("ann", "/away until oct 5")
    assert "⏸ run · 🔥1" in await ann.says("ann", "/habits")
    said = await ann.later("ann", days=13)
    assert "run · 🔥1" in await ann.says("ann", "/habits")
    assert "👋" in said


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "I'm away until oct 5", "away until Mon 5 Oct"),
        ("en", "away for 2 weeks", "away until Tue 6 Oct"),
        ("ru", "меня не будет до 5 октября", "нет до пн, 5 окт"),
        ("de", "ich bin weg bis 5. Oktober", "bis Mo., 5. Okt. weg"),
        ("es", "estoy fuera hasta el 5 de octubre", "hasta el lun, 5 oct"),
    ],
)
async def test_in_words(anywhere: Conversation, language: str, words: str, told: str) -> None:
    await anywhere.says("ann", f"/language {language}")
    assert told in await anywhere.says("ann", words)


async def test_words_of_a_title_stay_a_task(anywhere: Conversation) -> None:
    for words in ("away game on friday", "vacation until friday", "Book the holiday"):
        assert "➕ #" in await anywhere.says("ann", words), words


async def test_the_question_takes_a_day_and_nothing_else(ann: Conversation) -> None:
    assert "Until when will you be away?" in await ann.says("ann", "/away")
    assert "➕ #4 Buy stamps" in await ann.says("ann", "Buy stamps")
    assert "away until Mon 5 Oct" in await ann.says("ann", "oct 5")


@pytest.mark.parametrize("words", ["blah", "yesterday", "2090-01-01", "31 february", "1"])
async def test_a_day_that_cannot_be(ann: Conversation, words: str) -> None:
    said = await ann.says("ann", f"/away {words}")
    assert "For example: /away until oct 5." in said
    assert "🔔 #3 Pills" in await ann.later("ann", hours=6)


async def test_overdue_is_spread_over_the_next_days(ann: Conversation) -> None:
    await ann.adds("ann", *(f"Job {n} friday 9:0{n}" for n in range(7)), "Tax friday 10:00 !high")
    await ann.later("ann", minutes=1)
    await ann.says("ann", "/away until oct 5")
    await ann.later("ann", days=13)
    await ann.presses("ann", "📆 Spread over 5 days")
    said = await ann.says("ann", "/week")
    first = said[said.index("Today") : said.index("Tomorrow")]
    assert "Tax" in first
    days = [part.count("Job") + part.count("Tax") for part in said.split("\n\n")]
    assert max(days) <= 3
    assert "Moved back: #11 Tax" in await ann.says("ann", "/undo")
    assert "Job 3 · ⏰ Fri 25 Sept" in await ann.says("ann", "/list overdue")


async def test_a_group_sees_who_is_away(flat: Conversation) -> None:
    await flat.adds("ann", "Bins tomorrow 10:00 @bob")
    await flat.in_("private").says("bob", "/away until oct 5")
    assert "👤 Bob (away until Mon 5 Oct)" in await flat.says("ann", "/show 1")
    said = await flat.later("ann", hours=20)
    assert "🔔 #1 Bins" in said
    assert "Bob (away until Mon 5 Oct)" in said
    assert "🔔" not in text_of(flat.in_("private").newest("bob"))


async def test_in_a_group_it_is_said_in_a_line(flat: Conversation) -> None:
    assert await flat.says("bob", "/away until oct 5") == "🏖 Bob (away until Mon 5 Oct)"
    assert "Welcome back." in await flat.says("bob", "/away")


async def test_turns_go_to_the_next(flat: Conversation) -> None:
    await flat.adds("ann", "Clean up every friday rotate @ann @bob @chen")
    own = flat.in_("private")
    assert "🔄 One turn of yours" in await own.says("ann", "/away until oct 5")
    assert "🔄 Ann → Bob → Chen · then Chen" in await flat.says("bob", "/show 1")
    assert "🔄 Next: Chen" in await flat.says("bob", "/done 1")
    await flat.says("bob", "/undo")
    await own.says("ann", "/undo")
    assert "🔄 Ann → Bob → Chen · then Bob" in await flat.says("bob", "/show 1")


async def test_whose_a_task_is_now_is_told_all_the_same(flat: Conversation) -> None:
    own = flat.in_("private")
    await own.says("bob", "/away until oct 5")
    await flat.adds("ann", "Bins friday @bob")
    assert "Bins" in await own.later("bob", minutes=1)
