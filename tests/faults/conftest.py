"""The time that these tests move."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.support.clocks import Time


@pytest.fixture
def time(now: datetime) -> Time:
    return Time(now)
