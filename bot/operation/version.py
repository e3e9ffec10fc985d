"""The version that runs, as `pyproject.toml` names it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version


@cache
def running_version() -> str:
    """Such as 0.1.0."""
    return version("dueto")
