"""`dueto run`: the bot itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.ending import finish, refuse

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
@click.option(
    "--take-over", is_flag=True, help="Use another bot's database; its messages are forgotten."
)
def run(*, take_over: bool) -> None:
    """Run the bot. Settings come from the environment or .env; BOT_TOKEN is needed."""
    settings = _settings()
    if not settings.token:
        refuse("BOT_TOKEN is empty; it takes BotFather's token (`dueto playground` needs none)")
    _configure_logs(settings)

    from bot.application import run as run_bot
    from bot.starting import CannotStart

    try:
        finish(run_bot(settings, take_over=take_over))
    except CannotStart as reason:
        refuse(str(reason))


def _settings() -> Settings:
    from bot.settings import BadSettings, Settings

    try:
        return Settings.load()
    except BadSettings as bad:
        return refuse(*bad.lines)


def _configure_logs(settings: Settings) -> None:
    from bot.logs import configure

    password = settings.database.url.password or ""
    configure(
        level=settings.log_level,
        json=settings.log_format == "json",
        secrets=(settings.token, settings.secret, str(password)),
    )
