"""`dueto import-all`: a store from a stream, into an empty database."""

from __future__ import annotations

import gzip
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import click

from bot.commands.ending import finish, refusing
from bot.commands.loading import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def import_all(file: Path) -> None:
    """Read what `dueto export-all` has written into the database, which has to be empty.

    All of it comes, or nothing. A name that ends with .gz is unpacked; a - reads standard input.
    """
    finish(_import(load_settings(), file))


async def _import(settings: Settings, file: Path) -> int:
    from bot.commands.progress import copying
    from storage.whole.streams import read_in

    with refusing("not imported"), opened(file) as stream, copying("Importing") as progress:
        count = await read_in(stream, settings.database, progress)
    click.echo(f"{count:,} rows are in {settings.database.name}.")
    return 0


@contextmanager
def opened(file: Path) -> Iterator[IO[bytes]]:
    """A file, unpacked by its name, or standard input."""
    if str(file) == "-":
        yield sys.stdin.buffer
    elif file.suffix == ".gz":
        with gzip.open(file, "rb") as packed:
            yield cast("IO[bytes]", packed)
    else:
        with file.open("rb") as plain:
            yield plain
