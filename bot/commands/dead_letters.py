"""`dueto dead-letters`: reminders that could not be delivered."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import click

from bot.clock import Clock
from bot.commands.ending import finish
from bot.commands.loading import load_settings, open_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from bot.settings import Settings
    from storage.models import Chat, Reminder

SHOWN = 50


@click.command()
@click.option("--retry", is_flag=True, help="Try all of them again.")
@click.option("--drop", is_flag=True, help="Forget all of them.")
def dead_letters(*, retry: bool, drop: bool) -> None:
    """Show reminders that could not be delivered: where and why, never what people wrote."""
    if retry and drop:
        raise click.UsageError("--retry and --drop exclude each other")
    settings = load_settings()
    finish(_act(settings, retry=retry) if retry or drop else _show(settings))


async def _show(settings: Settings) -> int:
    from rich.console import Console

    from storage.pushes.upkeep import dead_page

    async with open_store(settings) as session:
        found, count = await dead_page(session, first=0, most=SHOWN)
        if not found:
            click.echo("Everything was delivered.")
            return 0
        Console().print(_table(found))
    if count > len(found):
        click.echo(f"These are the newest {len(found)} of {count}.")
    return 0


def _table(found: Sequence[tuple[Reminder, Chat]]) -> Table:
    from rich.table import Table

    from bot.views.operators.letters import reason_of

    table = Table("kind", "chat", "due (UTC)", "tries", "why")
    for row, chat in found:
        due = row.occurrence_at.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
        where = f"{chat.kind} {chat.telegram_id}"
        table.add_row(row.kind, where, due, str(row.attempts), reason_of(row.error))
    return table


async def _act(settings: Settings, *, retry: bool) -> int:
    from storage.pushes.upkeep import drop_dead, retry_dead

    async with open_store(settings, writes=True) as session:
        if retry:
            count = await retry_dead(session, now=Clock().now())
        else:
            count = await drop_dead(session)
    click.echo(f"{'To be tried again' if retry else 'Forgotten'}: {count}.")
    return 0
