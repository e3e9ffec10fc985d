"""`dueto completion`: what lets a shell complete the command at Tab."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what SHELL has to read to complete `dueto` at Tab.

    For bash, put this into ~/.bashrc: eval "$(dueto completion bash)"
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    root = context.find_root().command
    click.echo(made(root, {}, "dueto", "_DUETO_COMPLETE").source())
