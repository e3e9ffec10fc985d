"""`dueto run`: the bot itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.ending import finish, refuse
from bot.commands.loading import configure_logs, load_settings

if TYPE_CHECKING:
    from bot.settings import Settings


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
    _report(settings)

    from bot.application import run as run_bot
    from bot.starting import CannotStart

    try:
        finish(run_bot(settings, take_over=take_over, ends_process=True))
    except CannotStart as reason:
        refuse(str(reason))


def _report(settings: Settings) -> None:
    """Let errors be reported, if that is wanted."""
    if settings.sentry_dsn is None:
        return
    try:
        from bot.operation.reporting import NoReporter, report_errors
    except ImportError:
        refuse(
            "SENTRY_DSN is set, and sentry-sdk is not installed; it takes `pip install "
            "--require-hashes -r requirements-sentry.lock`, or an empty SENTRY_DSN"
        )
    from bot.operation.version import running_version

    try:
        report_errors(settings.sentry_dsn.get_secret_value(), version=running_version())
    except NoReporter as reason:
        refuse(str(reason))
