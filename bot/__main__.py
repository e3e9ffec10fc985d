"""The entry point of `dueto` and of `python -m bot`: all commands in one group."""

from __future__ import annotations

import click

from bot.commands.parse import parse
from bot.commands.playground import playground
from bot.commands.run import run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dueto")
def main() -> None:
    """Dueto keeps tasks and habits in Telegram, for one person and for groups."""


for command in (run, playground, parse):
    main.add_command(command)

if __name__ == "__main__":
    main()
