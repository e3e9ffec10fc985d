"""`dueto export-all`: the whole store as a stream that either database takes."""

from __future__ import annotations

import gzip
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import click

from bot.commands.ending import finish, refuse, refusing
from bot.commands.loading import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
def export_all(file: Path) -> None:
    """Write the whole store into FILE as lines of JSON, while the bot runs: one moment of it.

    `dueto import-all` reads it into SQLite or PostgreSQL. A name that ends with .gz is compressed;
    a - writes to standard output.
    """
    finish(_export(load_settings(), file))


async def _export(settings: Settings, file: Path) -> int:
    from bot.commands.progress import copying
    from bot.operation.version import running_version
    from storage.whole.reading import reading
    from storage.whole.streams import write_out

    with refusing("not exported"):
        async with reading(settings.database, anyway=True) as snapshot:
            with written(file) as stream, copying("Exporting") as progress:
                count = await write_out(snapshot, stream, progress, version=running_version())
    if str(file) != "-":
        click.echo(f"{count:,} rows are in {file}.")
    return 0


@contextmanager
def written(file: Path) -> Iterator[IO[bytes]]:
    """A new file for its owner only, there under its name when it is whole; or standard output."""
    if str(file) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if file.exists():
        refuse(f"{file} is there already")
    beside = file.with_name(f"{file.name}.partial")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as plain:
            if file.suffix == ".gz":
                with gzip.open(plain, "wb", compresslevel=6) as packed:
                    yield cast("IO[bytes]", packed)
            else:
                yield plain
            plain.flush()
            os.fsync(plain.fileno())
        beside.replace(file)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
