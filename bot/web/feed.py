"""Calendar feeds over HTTP: `GET /calendar/<token>.ics`.

Every address that is none is answered alike, after the same work: 404. No log has a token.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from storage.errors import NotTold
from storage.transfer.feeds import contents_of, find_feed, hash_of, is_noted, note_read, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from bot.membership import Memberships
    from storage.database import Database
    from storage.transfer.feeds import FeedContents, OpenFeed

log = structlog.get_logger(__name__)

PATH = "/calendar/{token}.ics"
HOUR = 3600.0  # seconds
READINGS = 60  # of one address of a feed in an hour
WRONG = 30  # tokens that are none, from one place in an hour; right ones are served all the same
MOST_KNOWN = 10_000  # addresses and places that are counted
LONGEST = 200  # characters of a token
MOST_KEPT = 20_000_000  # bytes of calendars that are kept, for programs that ask again
RETRY_SECONDS = "60"  # while the database is away
HEADERS = {
    "Cache-Control": "private, max-age=300",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
TYPE = "text/calendar; charset=utf-8"


class Counting:
    """How often something happened within the hour, for each of so many keys; the one that was
    quiet for longest is forgotten first. `seconds` is the clock of tests."""

    def __init__(self, most: int, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._known: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, key: str) -> int:
        """Count one more: 0, or for how many seconds it is one too many, which is not counted."""
        now = self._seconds()
        times = self._known.setdefault(key, deque())
        self._known.move_to_end(key)
        while times and times[0] <= now - HOUR:
            times.popleft()
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        if len(times) >= self._most:
            return int(times[0] + HOUR - now) + 1
        times.append(now)
        return 0


class Made:
    """Calendars that were made, by their tags, so that none is made again while nothing changes;
    one is made at a time, and those that were not asked for longest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._turn = asyncio.Lock()

    async def of(self, contents: FeedContents, *, now: datetime) -> bytes:
        """The calendar of these contents."""
        async with self._turn:
            body = self._kept.pop(contents.tag, None)
            if body is None:
                body = await written(contents, now=now)
            self._kept[contents.tag] = body
            while sum(map(len, self._kept.values())) > self._most:
                self._kept.popitem(last=False)
            return body


class Feeds:
    """Serves feeds from the store."""

    def __init__(
        self,
        database: Database,
        memberships: Memberships,
        clock: Clock,
        *,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._memberships = memberships
        self._clock = clock
        self._readings = Counting(READINGS, seconds=seconds)
        self._wrong = Counting(WRONG, seconds=seconds)
        self._made = Made(MOST_KEPT)

    def route(self) -> web.RouteDef:
        """GET, and HEAD with it."""
        return web.get(PATH, self.get)

    async def get(self, request: web.Request) -> web.StreamResponse:
        """A feed, 304 where it has not changed, 404 for what is none, 429 too often, 503 while the
        store or Telegram does not answer."""
        try:
            return await self._answer(request)
        except Exception as error:  # noqa: BLE001  its words may hold parameters
            log.warning("a feed could not be read", reason=type(error).__name__)
            headers = {**HEADERS, "Retry-After": RETRY_SECONDS}
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"][:LONGEST]
        feed = await self._find(token)
        if feed is None:
            wait = self._wrong.wait(request.remote or "")
            return _too_often(wait) if wait else _nothing()
        if wait := self._readings.wait(hash_of(token)):
            return _too_often(wait)
        return await self._serve(request, feed)

    async def _find(self, token: str) -> OpenFeed | None:
        async def look() -> OpenFeed | None:
            async with self._database.read() as session:
                return await find_feed(session, token, now=self._clock.now())

        async def introduce(_: AsyncSession, __: datetime) -> None:
            """Everybody who has a feed is known."""

        try:
            return await self._memberships.settle(look, introduce=introduce)
        except NotTold:
            return None

    async def _serve(self, request: web.Request, feed: OpenFeed) -> web.StreamResponse:
        now = self._clock.now()
        contents = await contents_of(self._database, feed, now=now)
        if not is_noted(feed.feed, now=now):
            async with self._database.begin() as session:
                await note_read(session, feed.feed, now=now)
        headers = {**HEADERS, "ETag": f'"{contents.tag}"'}
        if _has(request, contents.tag):
            return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        headers |= {"Content-Type": TYPE, "Content-Disposition": 'inline; filename="dueto.ics"'}
        body = b"" if request.method == "HEAD" else await self._made.of(contents, now=now)
        return web.Response(body=body, headers=headers)


def _has(request: web.Request, tag: str) -> bool:
    """Whether whoever asks has this already."""
    known = request.if_none_match or ()
    return any(one.value in {tag, "*"} for one in known)


def _nothing() -> web.Response:
    return web.Response(status=HTTPStatus.NOT_FOUND, text="Not found\n", headers=HEADERS)


def _too_often(wait: int) -> web.Response:
    headers = {**HEADERS, "Retry-After": str(wait)}
    return web.Response(status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)
