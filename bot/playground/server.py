"""The stand-in over HTTP: the Bot API for the bot's process, and the page for people.

Only 127.0.0.1 is listened on, and the page's side answers only to the page itself: another site
that is open in the same browser cannot act as Ann.
"""

import asyncio
import contextlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiohttp import BodyPartReader, WSMsgType, web

from bot.playground.clock import PlaygroundClock
from bot.playground.deeds import Deeds
from bot.playground.people import Impossible
from bot.playground.posts import post_updates
from bot.playground.refusals import Refusal, bad_request
from bot.playground.telegram import Telegram
from bot.playground.world import Json, UploadedFile

HOST = "127.0.0.1"
_PAGE = Path(__file__).parent / "page"
_PAGE_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_LARGEST_BODY = 60 * 1024 * 1024  # bytes: a file of 50 MB and its wrapping
_SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Server:
    """A running stand-in; `address` is what TELEGRAM_API_URL takes."""

    def __init__(self, runner: web.AppRunner, port: int) -> None:
        self._runner = runner
        self.port = port
        self.address = f"http://{HOST}:{port}"

    async def close(self) -> None:
        """Stop answering; open pages and polls are ended."""
        await self._runner.cleanup()


async def serve(telegram: Telegram, *, port: int, clock: PlaygroundClock | None = None) -> Server:
    """Start to answer on `port` of 127.0.0.1 (0: a free one). Raises OSError when it is taken."""
    app = application(telegram, clock)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return Server(runner, runner.addresses[0][1])


def application(telegram: Telegram, clock: PlaygroundClock | None = None) -> web.Application:
    """The aiohttp application: every path that the stand-in answers."""
    api, page = BotApi(telegram), Page(telegram, clock)
    app = web.Application(client_max_size=_LARGEST_BODY)
    app.add_routes(
        [
            web.route("*", "/bot{token}/{method}", api.call),
            web.get("/file/bot{token}/{path:.+}", api.download),
            web.get("/", page.index),
            web.get(r"/page/{name:[a-z]+\.(?:css|js|svg)}", page.file),
            web.get("/live", page.live),
            web.get("/media/{file_id}", page.media),
            web.post("/deeds/{name}", page.deed),
        ]
    )
    app.cleanup_ctx.append(lambda _: post_updates(telegram))
    app.on_shutdown.append(page.close)
    return app


class BotApi:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def call(self, request: web.Request) -> web.Response:
        """One method call by GET or POST: query, form, multipart or JSON."""
        try:
            self._check_token(request)
            params, files = await _read(request)
            result = await self._telegram.call(request.match_info["method"], params, files)
        except Refusal as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """The content of a file that getFile named."""
        try:
            self._check_token(request)
        except Refusal as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        file = self._telegram.file(request.match_info["path"])
        if file is None:
            return web.json_response(Refusal(404, "Not Found").body(), status=404)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        _check_no_page(request)
        token = request.match_info["token"]
        if not _TOKEN.fullmatch(token):
            raise Refusal(404, "Not Found")
        if token != self._telegram.token:
            raise Refusal(401, "Unauthorized")


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """The parameters and files of a call, wherever they stand."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        params |= await _read_json(request)
        return params, {}
    if request.content_type == "multipart/form-data":
        fields, files = await _read_multipart(request)
        return params | fields, files
    params |= {name: str(value) for name, value in (await request.post()).items()}
    return params, {}


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        params = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON-encoded parameters") from None
    if not isinstance(params, dict):
        raise bad_request("can't parse JSON-encoded parameters")
    return params


async def _read_multipart(
    request: web.Request,
) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    fields: dict[str, Any] = {}
    files: dict[str, UploadedFile] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await part.read(decode=True)
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type")
            files[part.name] = UploadedFile(part.filename, bytes(content), mime)
    return fields, files


class Page:
    """The chat page: its files, the live line to it, and what people do on it."""

    def __init__(self, telegram: Telegram, clock: PlaygroundClock | None) -> None:
        self._telegram = telegram
        self._deeds = Deeds(telegram, clock)
        self._lines: set[web.WebSocketResponse] = set()

    async def index(self, request: web.Request) -> web.Response:
        """The page itself."""
        return self._static(request, "index.html", "text/html")

    async def file(self, request: web.Request) -> web.Response:
        """Its styles and scripts."""
        name = request.match_info["name"]
        return self._static(request, name, _PAGE_KINDS[Path(name).suffix])

    def _static(self, request: web.Request, name: str, kind: str) -> web.Response:
        _check_origin(request)
        path = _PAGE / name
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
        """Something that a person does: JSON, or a form with a file."""
        _check_origin(request)
        try:
            result = await self._done(request)
        except (Impossible, Refusal, KeyError, TypeError, ValueError) as reason:
            return web.json_response({"error": str(reason)}, status=409, headers=_HEADERS)
        return web.json_response({"result": result}, headers=_HEADERS)

    async def _done(self, request: web.Request) -> Any:
        name = request.match_info["name"]
        if name == "file":
            wish, files = await _read_multipart(request)
            return self._deeds.send_file(wish, files["file"])
        if request.content_type != "application/json":
            raise Impossible("a deed is told in JSON")  # what a form of another site cannot send
        return self._deeds.do(name, await _read_json(request))

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """The live line: first the whole picture, then every change."""
        _check_origin(request)
        line = web.WebSocketResponse(timeout=1.0, heartbeat=20)
        await line.prepare(request)
        events: asyncio.Queue[Json] = asyncio.Queue()
        events.put_nowait(self._deeds.picture())
        self._telegram.world.listeners.add(events.put_nowait)
        self._lines.add(line)
        sending = asyncio.create_task(self._send(line, events))
        try:
            async for message in line:  # nothing is expected; this waits for the end
                if message.type == WSMsgType.ERROR:
                    break
        finally:
            self._telegram.world.listeners.discard(events.put_nowait)
            self._lines.discard(line)
            sending.cancel()
        return line

    async def _send(self, line: web.WebSocketResponse, events: asyncio.Queue[Json]) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                event: Mapping[str, Any] = await events.get()
                if event["type"] == "chats":
                    event = {**event, **self._deeds.chats()}
                await line.send_str(json.dumps(event, ensure_ascii=False))

    async def close(self, app: web.Application) -> None:
        """End the live lines, so that the server can stop."""
        for line in tuple(self._lines):
            await line.close()


def _check_no_page(request: web.Request) -> None:
    """Refuse calls that a page of some site makes: the token of the playground is no secret."""
    if request.headers.get("Sec-Fetch-Site", "none") != "none" or "Origin" in request.headers:
        raise Refusal(401, "Unauthorized")


def _check_origin(request: web.Request) -> None:
    """Refuse other sites and names that only point here: both come with another host."""
    name = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin")
    if name not in (HOST, "localhost") or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="This page is for people at this computer.")
