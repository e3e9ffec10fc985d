"""`dueto playground`: the bot beside a stand-in for Telegram."""

from __future__ import annotations

import os

import click

from bot.commands.ending import finish


@click.command()
@click.option("--port", default=8090, show_default=True, help="Where the page is served.")
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
def playground(port: int, open_browser: bool) -> None:
    """Run the bot beside a local stand-in for Telegram, with a chat page. Needs no token."""
    from bot.playground.launch import launch

    click.echo("No token is used: this is the playground, nothing leaves this computer.")
    finish(launch(port=port, open_browser=open_browser, environment=own_settings()))


def own_settings() -> dict[str, str]:
    """Settings that keep made-up people out of a real bot's port; their store is apart as well.

    Most of them live in Berlin. A LISTEN or zone that the environment or .env gives is kept.
    """
    from dotenv import dotenv_values

    chosen = {**dotenv_values(".env"), **os.environ}
    usual = {"LISTEN": "127.0.0.1:0", "DEFAULT_TIMEZONE": "Europe/Berlin"}
    return {"MODE": "polling", "BACKUP_HOUR": "off"} | {
        name: usual[name] for name in usual if not chosen.get(name)
    }
