"""How a command ends: with the exit code of its work, or with a refusal in one line."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Coroutine

REFUSED = 2  # the exit code that click itself gives to wrong usage
INTERRUPTED = 130  # 128 and SIGINT's number, as a shell reports it


def refuse(*lines: str) -> NoReturn:
    """Print each line to standard error, and exit with REFUSED."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(REFUSED)


def finish(work: Coroutine[Any, Any, int]) -> NoReturn:
    """Run `work` to its end, and exit with the code that it returns."""
    try:
        code = asyncio.run(work)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
