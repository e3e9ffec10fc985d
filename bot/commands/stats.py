"""`dueto stats`: how much there is, and how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.clock import Clock
from bot.commands.ending import finish
from bot.commands.loading import load_settings, open_store

if TYPE_CHECKING:
    from bot.settings import Settings

MEANINGS = {
    "people": "people",
    "people_today": "people active today",
    "people_week": "people active in the last seven days",
    "blocked": "people who have blocked the bot",
    "banned": "people who are banned",
    "groups": "groups",
    "groups_today": "groups active today",
    "groups_week": "groups active in the last seven days",
    "unreachable": "groups where the bot cannot write",
    "tasks": "open tasks",
    "tasks_today": "tasks added today",
    "habits": "habits",
    "sent_today": "reminders sent today",
    "late_today": "reminders sent today more than a minute late",
    "waiting": "reminders planned",
    "due": "reminders due now",
    "claimed": "reminders being sent, or waiting for another try",
    "held": "reminders held until somebody can be reached, or is back",
    "refused": "reminders refused by Telegram for good",
    "unclear": "reminders perhaps delivered, given up",
}


@click.command()
def stats() -> None:
    """Show how many people, tasks and reminders there are. Days are those of UTC."""
    finish(_show(load_settings()))


async def _show(settings: Settings) -> int:
    from rich.console import Console
    from rich.table import Table

    from storage.statistics import count_rows

    async with open_store(settings) as session:
        counts = await count_rows(session, now=Clock().now())
    table = Table("what", "count")
    table.columns[1].justify = "right"
    for name, count in counts.items():
        table.add_row(MEANINGS[name], f"{count:,}")
    Console().print(table)
    return 0
