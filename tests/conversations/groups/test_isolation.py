"""Nobody ever sees or changes anything of a chat that they are not in: 10,000 steps at random.

`python -m bench.isolation` takes a million of them.
"""

from __future__ import annotations

import pytest

from tests.support.soaks.isolation import STEPS_OF_A_TOWN, walk_at_random

SEEDS = (1, 2, 3, 4)  # on each of the two databases


@pytest.mark.parametrize("seed", SEEDS)
async def test_nobody_sees_or_changes_what_is_not_theirs(database_url: str, seed: int) -> None:
    counts = await walk_at_random(database_url, seed, STEPS_OF_A_TOWN)
    assert counts.total() > STEPS_OF_A_TOWN * 0.8
