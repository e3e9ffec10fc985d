"""What tests and benchmarks share: databases, doubles of Telegram, clocks, scenes and processes."""

from pathlib import Path

import pytest

# An assertion that fails in here then shows its values, as in a test.
pytest.register_assert_rewrite(
    *(f"{__name__}.{path.stem}" for path in Path(__file__).parent.iterdir())
)
