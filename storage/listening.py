"""What other processes tell: PostgreSQL's NOTIFY, heard on a direct connection.

A pooler in transaction mode carries no LISTEN, so it takes an address of its own. Nothing here is
needed for a push to come, only for it to come at once.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import asyncpg

from storage.database import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.settings import DatabaseSettings

log = logging.getLogger(__name__)

AGAIN = 1.0  # seconds until the next try to connect, doubled with every failure
LONGEST = 60.0


async def listen(settings: DatabaseSettings, heard: Callable[[], None]) -> None:
    """Call `heard` whenever another process has planned a push for soon; until cancelled.

    A connection that is lost is made again, and `heard` is called then, too: something may have
    been told meanwhile.
    """
    wait = AGAIN
    while True:
        try:
            connection = await asyncpg.connect(**_arguments(settings))
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("no connection to listen on: %r", error)
            wait = min(wait * 2, LONGEST)
        else:
            wait = AGAIN
            await _hear(connection, heard)
        await asyncio.sleep(wait)


async def _hear(connection: Any, heard: Callable[[], None]) -> None:
    """Listen until the connection ends."""
    ended = asyncio.Event()
    connection.add_termination_listener(lambda _: ended.set())
    try:
        await connection.add_listener(CHANNEL, lambda *_: heard())
        heard()
        await ended.wait()
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        log.warning("listening has ended: %r", error)
    finally:
        connection.terminate()


def _arguments(settings: DatabaseSettings) -> dict[str, Any]:
    url = settings.url
    told = {
        "host": url.host,
        "port": url.port,
        "user": url.username,
        "password": url.password,
        "database": url.database,
    }
    return {key: value for key, value in told.items() if value} | settings.connect_args
