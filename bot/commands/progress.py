"""How far a long command is, shown where somebody looks on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def copying(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for a copy; what it gives takes how many pages are left of how many."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda left, count: bar.update(task, total=count, completed=count - left)
