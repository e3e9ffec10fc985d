"""Wishes in plain words that need no number: a daily digest, and a snooze of what has just come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.conversations import Conversation

DIGESTS = {
    "en": {
        "daily reminder at 9am": "Every day at 09:00",
        "daily agenda at 8pm": "Every day at 20:00",
        "daily reminder off": "No morning agenda",
    },
    "ru": {
        "ежедневное напоминание в 9:00": "Каждый день в 09:00 пришлю план",
        "план на день в 20:00": "Каждый день в 20:00 пришлю, что ещё не готово",
        "план на день выкл": "Больше не буду",
    },
    "de": {
        "tägliche Erinnerung um 9 Uhr": "Jeden Tag um 09:00",
        "Tagesplan um 20:00": "Jeden Tag um 20:00",
        "Tagesplan aus": "kein Tagesplan",
    },
    "es": {
        "recordatorio diario a las 9": "Cada día a las 09:00",
        "resumen diario a las 20:00": "Cada día a las 20:00",
        "agenda diaria no": "Ya no habrá",
    },
}
SNOOZES = {
    "en": ("snooze 25 min", "half hour"),
    "ru": ("отложи на 25 минут", "полчаса"),
    "de": ("schlummern 25 Minuten", "halben Stunde"),
    "es": ("posponer 25 minutos", "media hora"),
}


def times_set(shown: str) -> list[str]:
    """The morning agenda and the evening review, as /settings shows them."""
    lines = [line for line in shown.splitlines() if line.startswith(("☀️", "🌙"))]
    return [line.rpartition(": ")[2] for line in lines][-2:]  # the first are quiet hours


@pytest.mark.parametrize("language", DIGESTS)
async def test_a_daily_digest_is_set_and_ended(anywhere: Conversation, language: str) -> None:
    anywhere.user("ann").language = language
    before = times_set(await anywhere.says("ann", "/settings"))
    shown = []
    for wish, answer in DIGESTS[language].items():
        assert answer in await anywhere.says("ann", wish), wish
        shown.append(times_set(await anywhere.says("ann", "/settings")))
    assert shown == [["09:00", before[1]], ["09:00", "20:00"], before]
    assert "☐ 1" not in await anywhere.says("ann", "/list all")


TABLES = Path(__file__).parents[1] / "bot" / "language"
ORDERS = [
    line
    for table in sorted(TABLES.glob("[ep]*.jsonl"))
    for line in map(json.loads, table.read_text(encoding="utf-8").splitlines())
    if "intent" in line
]
TO_A_TASK = {"done", "add_reminder", "snooze"}  # without a number they answer a task's message


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", DIGESTS)
async def test_every_wish_that_the_tables_hold_is_carried_out(
    anywhere: Conversation, language: str
) -> None:
    """No wish of docs/language.md, and none of the grammar's tests, becomes a task."""
    anywhere.user("ann").language = language
    wishes = [line for line in ORDERS if line["lang"] == language]
    habits = {line["habit"]: "" for line in wishes if "habit" in line}
    measured = (line for line in wishes if "unit" in line)
    habits |= {line["habit"]: f"{line['amount']} {line['unit']}" for line in measured}
    for name, goal in habits.items():
        await anywhere.says("ann", f"/habit {name} {goal}")
    await anywhere.adds("ann", *(f"Nr {n} 2026-12-{n + 1:02d}" for n in range(1, 16)))
    await anywhere.says("ann", "/show 15")
    shown = anywhere.newest("ann")
    tasks = await anywhere.rows("(SELECT id FROM tasks) AS found")
    for wish in wishes:
        reply_to = shown if wish["intent"] in TO_A_TASK and not wish.get("ids") else None
        assert await anywhere.says("ann", wish["text"], reply_to=reply_to), wish["text"]
        assert await anywhere.rows("(SELECT id FROM tasks) AS found") == tasks, wish["text"]
        if wish["intent"] == "delete":
            await anywhere.says("ann", "/undo")


async def test_a_digest_comes_when_it_was_set(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Milk tomorrow")
    await anywhere.says("ann", "daily agenda at 9:00")
    said = await anywhere.later("ann", hours=18, minutes=30)
    assert "Good morning! For today" in said
    assert "☐ 1 Milk" in said


async def test_a_groups_digest_is_for_its_administrators(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.telegram.world.bot.privacy_mode = False
    said = await flat.says("bob", "@dueto_bot daily agenda at 9:00")
    assert "administrators" in said
    said = await flat.says("ann", "@dueto_bot daily agenda at 9:00")
    assert "Every day at 09:00" in said
    said = await flat.says("ann", "daily agenda off", reply_to=flat.newest("ann"))
    assert "No morning agenda" in said
    assert "#1 daily agenda with Max" in await flat.says("ann", "@dueto_bot daily agenda with Max")


@pytest.mark.parametrize("language", SNOOZES)
async def test_a_bare_snooze_is_of_what_came_last(anywhere: Conversation, language: str) -> None:
    wish, none_came = SNOOZES[language]
    anywhere.user("ann").language = language
    assert none_came in await anywhere.says("ann", wish)
    await anywhere.adds("ann", "Mom 14:50", "Dad 15:00")
    assert "Mom" in await anywhere.later("ann", minutes=20)
    assert "Dad" in await anywhere.later("ann", minutes=10)
    said = await anywhere.says("ann", wish)
    assert "#2 Dad" in said
    assert "15:25" in said
    assert await anywhere.later("ann", minutes=24) == ""
    assert "Dad" in await anywhere.later("ann", minutes=1)
    await anywhere.later("ann", minutes=31)
    said = await anywhere.says("ann", wish)
    assert none_came in said
    assert "/snooze 3 25" in said


async def test_a_bare_snooze_of_a_habit(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 15:00")
    assert "read" in await anywhere.later("ann", minutes=30)
    assert "15:25" in await anywhere.says("ann", "snooze 25 min")
    assert await anywhere.later("ann", minutes=24) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", minutes=1)


async def test_a_command_with_a_typo_is_asked_about(chat: Conversation) -> None:
    await chat.adds("ann", "Milk today #shop", "Bread today")
    said = await chat.says("ann", "/tody@dueto_bot #shop")
    assert "I don't know /tody" in said
    assert "Did you mean /today?" in said
    shown = await chat.presses("ann", "/today")
    assert "Milk" in shown
    assert "Bread" not in shown
    assert "/help shows what you can say" in await chat.says("ann", "/xyzzyplugh@dueto_bot")


async def test_a_habit_with_a_typo_is_asked_about(chat: Conversation) -> None:
    await chat.says("ann", "/habit Run")
    said = await chat.says("ann", "/log rnu yesterday")
    assert "rnu" in said
    assert "yesterday" in (await chat.presses("ann", "Run")).lower()
