"""Stores that plan their pushes, as the bot's does."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.support.databases import planning_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The store, with its pushes planned before each commit."""
    opened = planning_database(database_url)
    yield opened
    await opened.close()
