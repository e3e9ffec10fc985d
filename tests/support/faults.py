"""The stand-in for Telegram on a bad connection: it refuses some messages, loses some answers."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.outgoing.transport import READ_TIMEOUT
from bot.playground.page.server import HOST, Server, application
from bot.playground.telegram import Telegram


class Fault(StrEnum):
    """What becomes of a send. The last two are delivered: their answer is what is lost."""

    TOO_MANY = "429"
    BROKEN = "502"
    DROPPED_BEFORE = "dropped before delivery"
    DROPPED_AFTER = "dropped after delivery"
    TIMED_OUT = "answered too late"


QUICK = (Fault.TOO_MANY, Fault.BROKEN, Fault.DROPPED_BEFORE, Fault.DROPPED_AFTER)
UNCLEAR = frozenset(Fault) - {Fault.TOO_MANY}  # the bot cannot know whether it was delivered
TOO_LATE = READ_TIMEOUT + 2.0  # seconds


class BadLine:
    """Lets one send in `one_in` fail, each fault as often; `counts` says how often each did.

    `once`: the same message fails once at most, so that a bot that tries twice gets it through.
    """

    def __init__(
        self,
        chance: random.Random,
        *,
        one_in: int = 50,
        faults: Sequence[Fault] = QUICK,
        once: bool = False,
    ) -> None:
        self.counts: Counter[Fault] = Counter()
        self._chance = chance
        self._one_in = one_in
        self._faults = faults
        self._failed: set[tuple[str, str]] | None = set() if once else None

    async def _draw(self, request: web.Request) -> Fault | None:
        is_send = request.match_info.get("method", "") == "sendMessage"
        if not is_send or self._chance.randrange(self._one_in):
            return None
        if self._failed is not None:
            data = await request.post()
            message = str(data.get("chat_id")), str(data.get("text"))
            if message in self._failed:
                return None
            self._failed.add(message)
        fault = self._chance.choice(self._faults)
        self.counts[fault] += 1
        return fault

    async def pass_on(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """aiohttp's middleware."""
        match await self._draw(request):
            case Fault.TOO_MANY:
                return _refusal(429, "Too Many Requests: retry after 1", retry_after=1)
            case Fault.BROKEN:
                return _refusal(502, "Bad Gateway")
            case Fault.DROPPED_AFTER:
                await handler(request)
                return _hang_up(request)
            case Fault.TIMED_OUT:
                answer = await handler(request)
                await asyncio.sleep(TOO_LATE)
                return answer
            case Fault.DROPPED_BEFORE:
                return _hang_up(request)
            case _:
                return await handler(request)


def _refusal(code: int, description: str, **parameters: int) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return web.json_response(body, status=code)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:  # None: the bot was killed, and has hung up itself
        request.transport.abort()
    return web.Response()  # the caller has gone


class Weather(StrEnum):
    """How all of Telegram is, while it lasts. Nothing is delivered but in FINE and SLOW."""

    FINE = "fine"
    SLOW = "each answer takes seconds"
    BROKEN = "502"
    PAGE = "a page of HTML"
    GONE = "it hangs up"
    UNKNOWN_TOKEN = "401"


SLOW = 1.5  # seconds
PAGE = "<html><body><h1>We'll be back soon</h1></body></html>"


class Climate:
    """A line for `serve_badly` on which all calls fare alike; `now` is set by tests."""

    def __init__(self) -> None:
        self.now = Weather.FINE

    async def pass_on(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """aiohttp's middleware."""
        match self.now:
            case Weather.BROKEN:
                return _refusal(502, "Bad Gateway")
            case Weather.PAGE:
                return web.Response(text=PAGE, content_type="text/html")
            case Weather.UNKNOWN_TOKEN:
                return _refusal(401, "Unauthorized")
            case Weather.GONE:
                return _hang_up(request)
            case Weather.SLOW:
                await asyncio.sleep(SLOW)
        return await handler(request)


async def serve_badly(telegram: Telegram, line: BadLine | Climate) -> Server:
    """The stand-in on a free port, as `bot.playground.page.server.serve`, behind the bad line."""
    app = application(telegram)

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await line.pass_on(request, handler)

    app.middlewares.append(middleware)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    return Server(runner, runner.addresses[0][1])
