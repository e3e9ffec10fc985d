"""A task that reads as an amount of a habit is a task, and may be logged to the habit instead."""

from __future__ import annotations

import pytest

from bot.routes import COMMANDS
from tests.support.conversations import Conversation
from tests.support.messages import data_of
from tests.support.scenes.people import statements

READ = {
    "en": ("Read 20 pages", "read 10 pages", "🌱 Log to Read?"),
    "ru": ("Читать 20 страниц", "читать 10 страниц", "🌱 Записать в «Читать»?"),
    "de": ("Lesen 20 Seiten", "lesen 10 Seiten", "🌱 Bei „Lesen“ eintragen?"),
    "es": ("Leer 20 páginas", "leer 10 páginas", "🌱 ¿Anotar en Leer?"),
}


def offers(chat: Conversation) -> list[str]:
    return [button for button in chat.buttons("ann") if button.startswith("🌱")]


@pytest.mark.parametrize("language", READ)
async def test_it_is_logged_and_taken_back(anywhere: Conversation, language: str) -> None:
    habit, words, button = READ[language]
    anywhere.user("ann").language = language
    await anywhere.says("ann", f"/habit {habit}")
    assert "➕ #1" in await anywhere.says("ann", words)
    assert offers(anywhere) == [button]
    assert "10 / 20" in await anywhere.presses("ann", button)
    assert words not in await anywhere.says("ann", "/list")
    await anywhere.says("ann", "/undo")
    assert words in await anywhere.says("ann", "/list")
    assert "0 / 20" in await anywhere.says("ann", "/habits")


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    for habit in ("Read 20 pages", "Reading club 5 pages", "Water 2000 ml", "Run"):
        await anywhere.says("ann", f"/habit {habit} every day")
    return anywhere


@pytest.mark.parametrize(
    ("words", "habits"),
    [
        ("read 10 pages", ["Read"]),  # of that very name
        ("reading 10 pages", ["Reading club"]),
        ("read 10 pages of War and Peace", ["Read"]),
        ("water 0.5 l", ["Water"]),  # another unit of the same kind
        ("water 10 pages", []),
        ("run 5 km", []),  # is done or not
        ("read 10 pages tomorrow", []),  # a plan
        ("read 10 pages every day", []),
        ("read chapter 5", []),
        ("Buy stamps", []),
        ("- read 10 pages\n- read 5 pages", []),
    ],
)
async def test_what_is_offered(ann: Conversation, words: str, habits: list[str]) -> None:
    await ann.says("ann", words)
    assert offers(ann) == [f"🌱 Log to {habit}?" for habit in habits]


async def test_several_habits_are_offered(ann: Conversation) -> None:
    await ann.says("ann", "rea 10 pages")
    assert offers(ann) == ["🌱 Log to Read?", "🌱 Log to Reading club?"]


async def test_it_is_logged_once(ann: Conversation) -> None:
    await ann.says("ann", "water 0.5 l")
    shown = ann.newest("ann")
    assert "500 / 2,000 ml" in await ann.presses("ann", "🌱 Log to Water?", on=shown)
    await ann.says("ann", "/undo")
    await ann.says("ann", "/delete 1")
    await ann.forges("ann", data_of(shown, "🌱 Log to Water?"), on=shown)
    assert "0 / 2,000 ml" in await ann.says("ann", "/habits")


async def test_a_group_is_not_asked(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit@dueto_bot Read 20 pages every day")
    await flat.says("ann", "@dueto_bot read 10 pages")
    assert offers(flat) == []


async def test_only_an_amount_with_a_unit_asks_for_habits(ann: Conversation) -> None:
    await ann.says("ann", "/settings")
    costs = {}
    for words in ("Buy stamps", "read 10 pages"):
        async with statements(ann.application.database) as found:
            ann.telegram.say(ann.user("ann"), words)
            for update in await ann.waiting():
                await ann.application.endpoint.receive(update)
                ann.setup.offset = update["update_id"] + 1
            await ann.application.endpoint.close()
            costs[words] = len(found)
    assert costs["Buy stamps"] <= COMMANDS["add"].statements
    assert costs["read 10 pages"] <= costs["Buy stamps"] + 2
