"""The HTTP side: one aiohttp server for health, metrics and the webhook."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_BODY = 512 * 1024  # bytes; an update has a few thousand
SHUTDOWN = 2.0  # seconds that open requests have to end: all of the bot has ten


class PortTaken(Exception):
    """The address cannot be listened on; the message is the line to show."""


class WebServer:
    """Answers on one address from `start` to `stop`."""

    def __init__(self, address: tuple[str, int], routes: Iterable[web.AbstractRouteDef]) -> None:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.add_routes(routes)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN)
        self._host, self._port = address

    @property
    def url(self) -> str:
        """Where it answers; port 0 is replaced by the port that the system chose."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        port = self._runner.addresses[0][1] if self._runner.addresses else self._port
        return f"http://{host}:{port}"

    async def start(self) -> None:
        """Begin to listen. Raises PortTaken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            why = os.strerror(error.errno) if error.errno else str(error)
            raise PortTaken(
                f"LISTEN is {self._host}:{self._port}, where nothing can be opened ({why}); "
                "it takes a free host:port such as 127.0.0.1:0"
            ) from None

    async def stop(self) -> None:
        """Let open requests end, then stop listening. May be called twice."""
        await self._runner.cleanup()
