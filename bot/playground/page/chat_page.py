"""The chat page over HTTP, for people.

It answers only to itself: another site that is open in the same browser cannot act as Ann.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from aiohttp import WSMsgType, web

from bot.playground.page.bodies import read_json, read_multipart
from bot.playground.people.deeds import Deeds
from bot.playground.people.messages import Impossible
from bot.playground.telegram import Telegram
from bot.playground.world import Json
from bot.playground.world.clock import PlaygroundClock
from bot.playground.world.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

StartOver: TypeAlias = Callable[[], Awaitable[None]]

_OWN_NAMES = ("127.0.0.1", "localhost")
_STATIC = Path(__file__).parent / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class ChatPage:
    """The page for people: its static files, its live connections, and what is done on it."""

    def __init__(
        self, telegram: Telegram, clock: PlaygroundClock | None, start_over: StartOver | None
    ) -> None:
        self._telegram = telegram
        self._deeds = Deeds(telegram, clock, start_over)
        self._connections: set[web.WebSocketResponse] = set()

    async def index(self, request: web.Request) -> web.Response:
        """The page itself."""
        return self._static(request, "index.html", "text/html")

    async def file(self, request: web.Request) -> web.Response:
        """Its styles and scripts."""
        name = request.match_info["name"]
        return self._static(request, name, _KINDS[Path(name).suffix])

    def _static(self, request: web.Request, name: str, kind: str) -> web.Response:
        _check_origin(request)
        path = _STATIC / name
        if not path.is_file():
            raise web.HTTPNotFound
        text = path.read_text("utf-8")
        return web.Response(text=text, content_type=kind, headers=_HEADERS)

    async def media(self, request: web.Request) -> web.Response:
        """A picture or file of a message."""
        _check_origin(request)
        file = self._telegram.world.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        inline = file.mime in _SHOWN_INLINE
        kind = file.mime if inline else "application/octet-stream"
        name = re.sub(r"[^\w.-]", "_", file.name, flags=re.ASCII)
        shown = "inline" if inline else "attachment"
        headers = {**_HEADERS, "Content-Disposition": f'{shown}; filename="{name}"'}
        return web.Response(body=file.content, content_type=kind, headers=headers)

    async def deed(self, request: web.Request) -> web.Response:
        """A deed: JSON, or a form with a file."""
        _check_origin(request)
        try:
            result = await self._done(request)
        except (Impossible, Refusal, KeyError, TypeError, ValueError) as reason:
            return web.json_response({"error": str(reason)}, status=409, headers=_HEADERS)
        return web.json_response({"result": result}, headers=_HEADERS)

    async def _done(self, request: web.Request) -> Any:
        name = request.match_info["name"]
        if name == "file":
            fields, files = await read_multipart(request)
            return self._deeds.send_file(fields, files["file"])
        if request.content_type != "application/json":
            raise Impossible("a deed is told in JSON")  # which a form on another site cannot send
        return await self._deeds.do(name, await read_json(request))

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """A WebSocket: first everything that the page shows, then each change."""
        _check_origin(request)
        connection = web.WebSocketResponse(timeout=1.0, heartbeat=20)
        await connection.prepare(request)
        events: asyncio.Queue[Json] = asyncio.Queue()
        events.put_nowait(self._deeds.everything())
        self._telegram.world.listeners.add(events.put_nowait)
        self._connections.add(connection)
        sending = asyncio.create_task(self._send(connection, events))
        try:
            async for message in connection:  # the page sends nothing: this waits until it closes
                if message.type == WSMsgType.ERROR:
                    break
        finally:
            self._telegram.world.listeners.discard(events.put_nowait)
            self._connections.discard(connection)
            sending.cancel()
        return connection

    async def _send(self, connection: web.WebSocketResponse, events: asyncio.Queue[Json]) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                event: Mapping[str, Any] = await events.get()
                if event["type"] == "chats":
                    event = {**event, **self._deeds.chats()}
                await connection.send_str(json.dumps(event, ensure_ascii=False))

    async def close(self, app: web.Application) -> None:
        """Close the live connections, so that the server can stop."""
        for connection in tuple(self._connections):
            await connection.close()


def _check_origin(request: web.Request) -> None:
    """Refuse other sites, also those whose own host name resolves to this machine."""
    name = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin")
    if name not in _OWN_NAMES or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="This page is for people at this computer.")
