"""Conversations in private and in a group, each on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from typing import cast

import pytest

from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.setup import a_setup

WITH_EVERY_DATABASE = frozenset(
    f"tests.conversations.{name}" for name in ("tasks.test_tasks", "test_once", "test_budgets")
)


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)


@pytest.fixture
async def anywhere(database_url: str, time: Time) -> AsyncIterator[Conversation]:
    """The town and the bot, talking in private; `in_` goes elsewhere."""
    async with a_setup(database_url, time) as setup:
        yield Conversation(setup, "private")


@pytest.fixture
def place(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


@pytest.fixture
def chat(place: str, anywhere: Conversation) -> Conversation:
    """What works in private works in a group."""
    return anywhere.in_("flat" if place == "group" else place)


@pytest.hookimpl(tryfirst=True)  # pytest itself then reads the mark
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both places and both databases; all four together where the store itself is talked to."""
    if "chat" not in metafunc.fixturenames:
        return
    pairs = [("private", "sqlite"), ("group", "postgresql")]
    if metafunc.module.__name__ in WITH_EVERY_DATABASE:
        pairs += [("group", "sqlite"), ("private", "postgresql")]
    both = pytest.mark.parametrize(("place", "dialect"), pairs, indirect=True)
    metafunc.definition.add_marker(both)
