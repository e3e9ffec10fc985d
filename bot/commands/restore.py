"""`dueto restore`: the SQLite database as a copy has it."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.ending import refuse
from bot.commands.loading import load_settings, sqlite_file


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a database that is there.")
def restore(file: Path, *, force: bool) -> None:
    """Put the copy FILE in the place of the SQLite database. Stop the bot before.

    A database that is there is only replaced with --force, and kept beside it.
    """
    from bot.commands.progress import copying
    from storage.copying import put_back
    from storage.errors import NotCopied

    target = sqlite_file(load_settings())
    try:
        with copying("Restoring") as progress:
            before = put_back(file, target, force=force, progress=progress)
    except NotCopied as reason:
        refuse(str(reason))
    if before is not None:
        click.echo(f"What was there is in {before}.")
    click.echo(f"{target} is what {file} is. `dueto run` brings it up to this version.")
