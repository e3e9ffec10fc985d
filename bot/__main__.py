"""The entry point of `dueto` and of `python -m bot`: all commands in one group."""

from __future__ import annotations

from importlib import import_module

import click

# each is the module of its name in bot.commands
COMMANDS = (
    *("run", "playground", "migrate", "doctor", "stats", "dead-letters", "parse"),
    *("backup", "restore", "move", "export-all", "import-all", "completion"),
)


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for: `dueto --help` stays quick.

    Source: "Lazily Loading Subcommands" in click's documentation.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"bot.commands.{name}"), name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dueto")
def main() -> None:
    """Dueto keeps tasks and habits in Telegram, for one person and for groups."""


if __name__ == "__main__":
    main()
