"""How a command ends: with the exit code of its work, or with a refusal in one line."""

from __future__ import annotations

import asyncio
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

REFUSED = 2  # the exit code that click itself gives to wrong usage
INTERRUPTED = 130  # 128 and SIGINT's number, as a shell reports it


def refuse(*lines: str) -> NoReturn:
    """Print each line to standard error, and exit with REFUSED."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(REFUSED)


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """End with one line where a store cannot be carried; `what` has not been done."""
    from alembic.util import CommandError
    from sqlalchemy.exc import SQLAlchemyError

    from bot.logs import in_one_line
    from storage.errors import LaterTables, NotCarried

    try:
        yield
    except NotCarried as reason:
        refuse(f"{what}: {reason}")
    except LaterTables as later:
        refuse(f"{what}: {later}")
    except (SQLAlchemyError, OSError, CommandError) as error:
        refuse(f"{what}: {in_one_line(getattr(error, 'orig', None) or error)}")


def finish(work: Coroutine[Any, Any, int]) -> NoReturn:
    """Run `work` to its end, and exit with the code that it returns."""
    try:
        code = asyncio.run(work)
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
