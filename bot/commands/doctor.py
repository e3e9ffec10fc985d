"""`dueto doctor`: what is wrong with an installation, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.clock import Clock
from bot.commands.ending import finish
from bot.commands.loading import load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.commands.checks.findings import Finding
    from bot.settings import Settings


@click.command()
def doctor() -> None:
    """Look whether all is well: token, webhook, database, clock, zones, rights, BotFather.

    Nothing is changed, and no update is taken. The exit code is 1 when something is wrong.
    """
    finish(_examine(load_settings()))


async def _examine(settings: Settings) -> int:
    from bot.commands.checks.findings import Health
    from bot.commands.checks.machine import machine_findings
    from bot.commands.checks.stored import stored_findings
    from bot.commands.checks.telegram import telegram_findings

    found = [
        *await telegram_findings(settings),
        *await stored_findings(settings),
        *machine_findings(settings, now=Clock().now()),
    ]
    _show(found)
    wrong = sum(one.state is Health.WRONG for one in found)
    warnings = sum(one.state is Health.WARNING for one in found)
    click.echo(f"{wrong} wrong, {warnings} to look at, {len(found) - wrong - warnings} well.")
    return 1 if wrong else 0


def _show(found: Sequence[Finding]) -> None:
    """A table that needs neither colours nor more than 80 columns."""
    from rich.box import ASCII2
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("", "what", "found", box=ASCII2, show_lines=False)
    for column, width in zip(table.columns, (7, 17, None), strict=True):
        column.width, column.overflow = width, "fold"
    colours = {"ok": "green", "warning": "yellow", "wrong": "bold red"}
    for one in found:
        words = f"{one.found}\n-> {one.mend}" if one.mend else one.found
        # as Text: what comes from outside is not read as rich's markup
        table.add_row(Text(one.state, colours[one.state]), Text(one.what), Text(words))
    Console().print(table)
