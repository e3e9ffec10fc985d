"""/privacy: what is kept, true for this installation, in one message and in four languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.texts import LANGUAGES, words_for
from storage.pushes.upkeep import CLOSED_LAST
from storage.retention import Retention
from storage.talk.receipts import RECEIPTS_LAST
from tests.support.conversations import Conversation

LIMIT = 4096  # characters of a message


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_one_message_in_each_language(anywhere: Conversation, language: str) -> None:
    anywhere.town.ann.language = language
    before = len(anywhere.messages("ann"))
    said = await anywhere.says("ann", "/privacy")
    assert len(anywhere.messages("ann")) == before + 2  # hers and one answer
    assert len(said) < LIMIT
    assert words_for(language)("privacy-yours").striptags() in said
    for command in ("/export", "/forget"):
        assert command in said


async def test_it_is_true_for_this_installation(anywhere: Conversation, dialect: str) -> None:
    said = await anywhere.says("ann", "/privacy")
    assert ("PostgreSQL" in said) == (dialect == "postgresql")
    assert str(anywhere.application.settings.database.url.password or "\0") not in said
    assert f"{CLOSED_LAST.days} days" in said
    assert f"{RECEIPTS_LAST.days} days" in said
    assert "in the trash for 365 days" in said
    assert "erased after 365 days" in said
    endpoint = anywhere.application.endpoint
    endpoint.home = replace(endpoint.home, keep=Retention(deleted=None))
    said = await anywhere.says("ann", "/privacy")
    assert "until you come back" in said
    assert "in the trash until then" in said


async def test_its_buttons_take_along_and_erase(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Buy milk")
    await anywhere.says("ann", "/privacy")
    await anywhere.presses("ann", "📦 Everything as a file")
    assert any("document" in message for message in anywhere.messages("ann"))
    assert "What goes" in await anywhere.presses("ann", "🗑 Erase everything")
    await anywhere.presses("ann", "🗑 Erase everything")
    assert "All of it" in await anywhere.presses("ann", "🗑 Yes, erase everything")


async def test_in_a_group_it_has_no_buttons(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    assert "What I keep" in await flat.says("ann", "/privacy")
    assert flat.buttons("ann") == []
