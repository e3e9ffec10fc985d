"""Habits as people read and say them: forms, days that are not due, wishes without a day."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of


@pytest.mark.parametrize(
    ("language", "habit", "said", "answer"),
    [
        ("en", "gym every day", "did gym", "✅ gym"),
        ("en", "gym every day", "Gym done!", "✅ gym"),
        ("en", "gym every day", "skip GYM", "⏭ gym"),
        ("de", "Sport jeden Tag", "Sport auslassen", "⏭ Sport"),
        ("ru", "зал каждый день", "сделал зал", "✅ зал"),
        ("es", "gimnasio todos los días", "saltar gimnasio", "⏭ gimnasio"),
        ("en", "gym every day", "skip gymnastics class", "➕ #1 skip gymnastics class"),
        ("en", "gym every day", "skip the queue", "➕ #1 skip the queue"),
        ("en", "drink water", "log water", "➕ #1 log water"),
    ],
)
async def test_without_a_day_only_the_very_name_is_a_habit(
    anywhere: Conversation, language: str, habit: str, said: str, answer: str
) -> None:
    await anywhere.says("ann", f"/language {language}")
    await anywhere.says("ann", f"/habit {habit}")
    assert (await anywhere.says("ann", said)).startswith(answer)


@pytest.mark.parametrize(
    ("language", "habit", "rate", "logged"),
    [
        ("en", "read 1 page a day", "🔁 1 page a day\n", "+2 pages"),
        ("en", "read 20 pages a day", "🔁 20 pages a day\n", "+2 pages"),
        ("de", "read 20 Seiten am Tag", "🔁 20 Seiten am Tag\n", "+2 Seiten"),
        ("ru", "read 21 страница в день", "🔁 21 страница в день\n", "+2 страницы"),
        ("ru", "read не больше 2 чашек в день", "🔁 не больше 2 чашек в день\n", "+2 чашки"),
        ("es", "read 1 página al día", "🔁 1 página al día\n", "+2 páginas"),
    ],
)
async def test_units_agree_with_their_number(
    anywhere: Conversation, language: str, habit: str, rate: str, logged: str
) -> None:
    await anywhere.says("ann", f"/language {language}")
    assert rate in await anywhere.says("ann", f"/habit {habit}")
    assert logged in await anywhere.says("ann", "/log read 2")
    one = logged.replace("+2 ", "+1 ")
    assert one not in await anywhere.says("ann", "/log read 1"), "1 pages"


@pytest.mark.parametrize(
    ("language", "pause", "answer"),
    [
        ("en", "pause all habits until oct 5", "paused until Mon 5 Oct. No"),
        ("en", "pause all habits until monday", "paused until Mon 28 Sept. No"),
        ("de", "alle Gewohnheiten pausieren bis 5. Oktober", "bis Mo., 5. Okt. pausiert. Keine"),
        ("ru", "приостановить все привычки до 5 октября", "на паузе до пн, 5 окт. включительно"),
        ("es", "pausar todos los hábitos hasta el 5 de octubre", "el lun, 5 oct incluido. No"),
    ],
)
async def test_a_day_within_a_sentence(
    anywhere: Conversation, language: str, pause: str, answer: str
) -> None:
    await anywhere.says("ann", f"/language {language}")
    await anywhere.says("ann", "/habit run")
    assert answer in await anywhere.says("ann", pause)


async def test_what_does_not_ask_today_says_so(chat: Conversation) -> None:
    said = await chat.says("ann", "/habit journal every day starting oct 1")
    assert "🔁 every day\n🗓 From Thu 1 Oct" in said.replace(" · ", "\n")
    assert "🗓 From Thu 1 Oct" in await chat.presses("ann", "✏️ Edit")
    assert "🗓" not in await chat.says("ann", "/habit swim every day")


async def test_a_day_that_does_not_count_is_not_asked_for(anywhere: Conversation) -> None:
    said = await anywhere.says("ann", "/habit clean the flat every saturday")
    assert said.splitlines()[1:] == ["🔁 Sat"]
    assert "✅ today" in await anywhere.presses("ann", "☐ clean the flat")


async def test_what_is_skipped_or_paused_is_not_missing(anywhere: Conversation) -> None:
    for name in ("read", "run", "swim"):
        await anywhere.says("ann", f"/habit {name} every day")
    await anywhere.says("ann", "did read today")
    await anywhere.says("ann", "skip swim today")
    assert "1 of 2 done" in await anywhere.says("ann", "/habits")
    await anywhere.says("ann", "pause all habits until oct 5")
    assert "1 of 1 done" in await anywhere.says("ann", "/habits")


async def test_a_streak_that_has_not_begun_is_not_shown(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day")
    await anywhere.says("ann", "/stats")
    assert text_of(anywhere.newest("ann")).splitlines()[1:] == ["🟦 read · 0%"]
    await anywhere.says("ann", "/stats read")
    assert "🔥" not in text_of(anywhere.newest("ann"))
    await anywhere.says("ann", "did read yesterday")
    await anywhere.says("ann", "/stats read")
    assert "🔥 Streak: 1 day, best 1 day" in text_of(anywhere.newest("ann"))


async def test_a_deed_is_taken_back_in_one_line(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit dishes every day")
    await flat.presses("bob", "☑️ dishes")
    assert await flat.says("bob", "/undo") == "↩️ Undone: dishes"


async def test_an_amount_alone_is_of_what_is_measured(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run every day")
    await anywhere.says("ann", "/habit water 2000 ml")
    assert "water · 500 / 2,000 ml" in await anywhere.says("ann", "/log 500")
    await anywhere.says("ann", "/habit read 20 pages")
    await anywhere.says("ann", "/log 5")
    assert buttons_of(anywhere.newest("ann"))[:2] == ["water", "read"]


async def test_a_skip_does_not_lose_what_was_done(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit water 2000 ml")
    await flat.presses("ann", "+500")
    assert "Ann 500" in await flat.presses("ann", "⏭")
    assert flat.alert == "Something is already done on that day. Undo it first, then skip the day."
    assert "⏭ Bob" in await flat.presses("bob", "⏭")


async def test_what_was_done_later_counts_for_the_week(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run 3 times per week")
    await anywhere.says("ann", "/habit hike 20 km a week")
    await anywhere.says("ann", "/log run today")
    assert "✅ run · 2 of 3 this week" in await anywhere.says("ann", "/log run yesterday")
    assert "✅ run · 1 of 3 that week" in await anywhere.says("ann", "/log run friday")
    await anywhere.says("ann", "/log hike 15 today")
    await anywhere.says("ann", "/habits")
    assert "☐ hike · 15 / 20 km this week" in await anywhere.presses("ann", "‹ yesterday")
    await anywhere.presses("ann", "☐ hike")
    await anywhere.presses("ann", "☐ 5")
    assert "✅ hike · 20 / 20 km this week" in anywhere.alert
