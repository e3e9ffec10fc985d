"""`dueto backup`: a copy of the SQLite database, while the bot runs."""

from __future__ import annotations

from pathlib import Path

import click

from bot.clock import Clock
from bot.commands.ending import refuse
from bot.commands.loading import load_settings, sqlite_file


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path | None) -> None:
    """Copy the SQLite database into FILE, while the bot runs, and check the copy.

    Without FILE it goes to the folder `backups` beside the database.
    """
    from bot.commands.progress import copying
    from storage.copying import back_up
    from storage.errors import NotCopied

    source = sqlite_file(load_settings())
    name = f"dueto-{Clock().now():%Y%m%d-%H%M%S}.db"
    target = file or source.parent / "backups" / name
    try:
        with copying("Copying") as progress:
            back_up(source, target, progress)
    except NotCopied as reason:
        refuse(str(reason))
    click.echo(f"{target}: {target.stat().st_size:,} bytes, checked.")
