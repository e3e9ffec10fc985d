"""A town with a stopped clock, and short ways to ask it."""

from typing import Any

import pytest

from bot.playground.people.town import Town, a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world import UploadedFile
from bot.playground.world.refusals import Refusal
from tests.support.clocks import Time
from tests.support.playground import Ask, Refused, png


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def telegram(clock: Time) -> Telegram:
    return Telegram(now=clock)


@pytest.fixture
def town(telegram: Telegram) -> Town:
    return a_small_town(telegram)


@pytest.fixture
def ask(telegram: Telegram) -> Ask:
    """`await ask("sendMessage", chat_id=…)` is the result of a call."""

    async def asked(method: str, **params: Any) -> Any:
        return await telegram.call(method, params)

    return asked


@pytest.fixture
def refused(telegram: Telegram) -> Refused:
    """`await refused("sendMessage", …)` is the code and the description of the refusal."""

    async def asked(method: str, **params: Any) -> tuple[int, str]:
        with pytest.raises(Refusal) as caught:
            await telegram.call(method, params)
        return caught.value.code, caught.value.description

    return asked


@pytest.fixture
def picture() -> UploadedFile:
    """A red PNG of 640 × 400 pixels."""
    return UploadedFile("shelf.png", png(640, 400))
