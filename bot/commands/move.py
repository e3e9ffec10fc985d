"""`dueto move`: a whole store from one database into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.ending import finish, refusing
from bot.commands.loading import database_at

if TYPE_CHECKING:
    from storage.settings import DatabaseSettings


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--migrate", is_flag=True, help="Bring FROM up to this version before.")
@click.option(
    "--anyway", is_flag=True, help="Although FROM is in use; what comes later is left out."
)
def move(source: str, target: str, *, migrate: bool, anyway: bool) -> None:
    """Copy the whole store FROM one database TO another, which is empty. Stop the bot before.

    Both are addresses such as sqlite:///data/dueto.db and postgresql://user:password@host/dueto.
    FROM stays as it is. Cut off in the middle, the same command goes on; no bot starts on a half.
    """
    databases = database_at(source, "FROM"), database_at(target, "TO")
    finish(_move(*databases, migrates=migrate, anyway=anyway))


async def _move(
    source: DatabaseSettings, target: DatabaseSettings, *, migrates: bool, anyway: bool
) -> int:
    from bot.commands.progress import copying
    from storage.migrations import upgrade
    from storage.whole.moving import move

    with refusing("not moved"):
        if migrates:
            await upgrade(source)
        with copying("Moving") as progress:
            facts = await move(source, target, progress, anyway=anyway)
    show(facts)
    click.echo(f"{target.name} has all of {source.name}; set DATABASE_URL to it.")
    return 0


def show(facts: dict[str, tuple[int, str]]) -> None:
    """What both databases have, table by table."""
    from rich.console import Console
    from rich.table import Table

    table = Table("table", "rows", "checksum (SHA-256)")
    table.columns[1].justify = "right"
    for name, (count, checksum) in facts.items():
        if count:
            table.add_row(name, f"{count:,}", checksum[:16])
    Console().print(table)
