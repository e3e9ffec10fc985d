"""Databases of these tests' own, which may lose every connection without harm to other tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from tests.support.clocks import Time
from tests.support.databases import PostgreSQL


@pytest.fixture
async def own_url(postgresql: PostgreSQL) -> AsyncIterator[str]:
    """`DATABASE_URL` of a migrated database."""
    name = await postgresql.create_migrated()
    yield postgresql.url_of(name)
    await postgresql.drop(name)


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)
