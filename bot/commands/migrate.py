"""`dueto migrate`: the tables of this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.ending import finish, refuse
from bot.commands.loading import configure_logs, load_settings

if TYPE_CHECKING:
    from bot.settings import Settings


@click.command()
def migrate() -> None:
    """Bring the database up to this version. `dueto run` does it by itself."""
    settings = load_settings()
    configure_logs(settings)
    finish(_migrate(settings))


async def _migrate(settings: Settings) -> int:
    from bot.starting import CannotStart, migrate, reach
    from storage.database import Database
    from storage.migrations import newest
    from storage.pushes.plans.replanning import replan_changed

    try:
        database = Database(settings.database, planner=replan_changed, default_zone="UTC")
    except OSError as error:
        refuse(f"DATABASE_URL names a place that cannot be opened ({error})")
    try:
        await reach(database)
        await migrate(database)
    except CannotStart as reason:
        refuse(str(reason))
    finally:
        await database.close()
    click.echo(f"The database has the tables of this version ({newest()}).")
    return 0
