"""The HTTP side: health, metrics, and a webhook that answers after the commit."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.operation.version import running_version
from bot.web.health import health_routes
from bot.web.server import LARGEST_BODY, PortTaken, WebServer
from bot.web.webhook import SECRET_HEADER, webhook_route

SECRET = "s3cret_-"
PATH = "/hooks/dueto"


class Bot:
    """The application, as the HTTP side sees it."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self.failure: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.is_stuck: tuple[str, ...] = ()
        self.lacks: tuple[str, ...] = ()
        self.tells: tuple[str, ...] = ()

    async def receive(self, update: dict[str, Any]) -> None:
        await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        self.received.append(update)

    def stuck(self) -> tuple[str, ...]:
        return self.is_stuck

    async def missing(self) -> tuple[str, ...]:
        return self.lacks

    def notes(self) -> tuple[str, ...]:
        return self.tells

    async def exposition(self) -> bytes:
        return b"dueto_updates_received_total 1.0\n"


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def http(bot: Bot) -> AsyncIterator[aiohttp.ClientSession]:
    routes = [
        *health_routes(bot, bot.exposition),
        webhook_route(PATH, secret=SECRET, receive=bot.receive),
    ]
    server = WebServer(("127.0.0.1", 0), routes)
    await server.start()
    async with aiohttp.ClientSession(server.url) as session:
        yield session
    await server.stop()


async def post(http: aiohttp.ClientSession, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with http.post(PATH, data=body, headers=headers) as response:
        return response.status


async def get(http: aiohttp.ClientSession, path: str) -> tuple[int, str]:
    async with http.get(path) as response:
        return response.status, await response.text()


def body(update_id: Any = 1, **fields: Any) -> bytes:
    return json.dumps({"update_id": update_id, **fields}).encode()


async def test_an_update_is_received(http: aiohttp.ClientSession, bot: Bot) -> None:
    assert await post(http, body(5, message={"text": "ä"})) == 200
    assert bot.received == [{"update_id": 5, "message": {"text": "ä"}}]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "schlüssel", "\udcff"])
async def test_without_the_secret_nothing_is_received(
    http: aiohttp.ClientSession, bot: Bot, secret: str | None
) -> None:
    assert await post(http, body(), secret) == 401
    assert bot.received == []


async def test_200_comes_after_the_commit(http: aiohttp.ClientSession, bot: Bot) -> None:
    bot.gate.clear()
    answer = asyncio.create_task(post(http, body()))
    done, _ = await asyncio.wait({answer}, timeout=0.05)
    assert not done
    bot.gate.set()
    assert await answer == 200


async def test_while_the_database_is_away_the_update_has_to_come_again(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    bot.failure = ConnectionError("away")
    assert await post(http, body()) == 503
    bot.failure = None
    assert await post(http, body()) == 200


@pytest.mark.parametrize(
    "content", [b"", b"no JSON", b"[]", b"{}", b"\xff", body("1"), body(True), b"[" * 100_000]
)
async def test_what_is_no_update_is_refused(
    http: aiohttp.ClientSession, bot: Bot, content: bytes
) -> None:
    assert await post(http, content) == 400
    assert bot.received == []


async def test_a_body_beyond_the_limit_is_refused(http: aiohttp.ClientSession, bot: Bot) -> None:
    assert await post(http, body(text="x" * LARGEST_BODY)) == 413
    assert bot.received == []


async def test_only_posts_are_updates(http: aiohttp.ClientSession) -> None:
    assert (await get(http, PATH))[0] == 405
    assert (await get(http, "/elsewhere"))[0] == 404


async def test_health_says_what_is_stuck_and_which_version_runs(
    http: aiohttp.ClientSession, bot: Bot
) -> None:
    version = f"version {running_version()}\n"
    assert await get(http, "/healthz") == (200, f"ok\n{version}")
    bot.is_stuck = ("fetching", "sending")
    assert await get(http, "/healthz") == (503, f"fetching\nsending\n{version}")


async def test_readiness_says_what_is_missing(http: aiohttp.ClientSession, bot: Bot) -> None:
    assert await get(http, "/readyz") == (200, "ok\n")
    bot.tells = ("standing by",)
    assert await get(http, "/readyz") == (200, "ok\nstanding by\n")
    bot.lacks = ("the database does not answer", "updates are not taken in")
    assert await get(http, "/readyz") == (
        503,
        "the database does not answer\nupdates are not taken in\n",
    )


async def test_metrics_are_prometheus_text(http: aiohttp.ClientSession) -> None:
    async with http.get("/metrics") as answer:
        assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
        assert await answer.text() == "dueto_updates_received_total 1.0\n"


async def test_a_taken_port_is_told_in_one_line() -> None:
    first = WebServer(("127.0.0.1", 0), [])
    await first.start()
    port = int(first.url.rpartition(":")[2])
    with pytest.raises(
        PortTaken, match=r"^LISTEN is 127\.0\.0\.1:\d+, .*[Aa]ddress already in use"
    ):
        await WebServer(("127.0.0.1", port), []).start()
    await first.stop()
    await first.stop()
