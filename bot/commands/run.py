"""`dueto run`: the bot itself."""

from __future__ import annotations

import click

from bot.commands.ending import finish, refuse
from bot.commands.loading import configure_logs, load_settings


@click.command()
@click.option(
    "--take-over", is_flag=True, help="Use another bot's database; its messages are forgotten."
)
def run(*, take_over: bool) -> None:
    """Run the bot. Settings come from the environment or .env; BOT_TOKEN is needed."""
    settings = load_settings()
    if not settings.token:
        refuse("BOT_TOKEN is empty; it takes BotFather's token (`dueto playground` needs none)")
    configure_logs(settings)

    from bot.application import run as run_bot
    from bot.starting import CannotStart

    try:
        finish(run_bot(settings, take_over=take_over, ends_process=True))
    except CannotStart as reason:
        refuse(str(reason))
