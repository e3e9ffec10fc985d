"""Telegram does not tell who is in a group, or is its administrator: one question, then words."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation

SETTINGS = ("/settings 12h", "/timezone Tokyo", "/language de")


@pytest.fixture(autouse=True)
def trouble_is_meant(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True


@pytest.mark.parametrize("code", [400, 403, 429, 500, 502])
@pytest.mark.parametrize("said", SETTINGS)
async def test_one_failed_question_refuses_in_words(
    anywhere: Conversation, said: str, code: int
) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/list")
    anywhere.telegram.calls.clear()
    retry_after = 1 if code == 429 else None
    anywhere.telegram.fail_next("getChatMember", code=code, times=99, retry_after=retry_after)
    answer = await flat.says("ann", said)
    assert "Telegram didn't tell me" in answer
    assert len(anywhere.telegram.calls_of("getChatMember")) == 1
    assert anywhere.application.endpoint.counts["crashed"] == 0
    # it has a receipt: the same update is not done again
    assert await flat.waiting() == []


async def test_who_could_not_be_asked_about_is_trusted_a_little_longer(
    anywhere: Conversation,
) -> None:
    """Reading needs no right: what was known counts for five minutes more."""
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    anywhere.time.pass_(hours=2)
    anywhere.telegram.fail_next("getChatMember", code=500, times=99)
    assert "Milk" in await anywhere.says("ann", "/search milk")


async def test_after_429_nobody_is_asked_about_until_telegram_allows_it(
    anywhere: Conversation,
) -> None:
    """And what is said leaves all the same."""
    flat = anywhere.in_("flat")
    await flat.says("ann", "/list")
    anywhere.telegram.calls.clear()
    anywhere.telegram.fail_next("getChatMember", code=429, retry_after=30)
    for _ in range(2):
        assert "Telegram didn't tell me" in await flat.says("ann", "/settings 12h")
    assert len(anywhere.telegram.calls_of("getChatMember")) == 1
    anywhere.time.pass_(seconds=31)
    assert "12" in await flat.says("ann", "/settings 12h")
    assert len(anywhere.telegram.calls_of("getChatMember")) == 2
