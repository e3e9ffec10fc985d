"""Reports to Sentry: what its own library sends to a server, and what it never does."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import sentry_sdk
import structlog
from aiohttp import web
from click.testing import CliRunner

from bot import logs
from bot.__main__ import main
from bot.operation.reporting import NoReporter, Reporter, report_errors
from tests.support.logging import restored

WORDS = "Secret plan"
TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_01234"


@dataclass
class Sentry:
    """A server in the place of Sentry's."""

    address: str = ""
    bodies: list[str] = field(default_factory=list)

    @property
    def events(self) -> list[dict[str, Any]]:
        lines = (line for body in self.bodies for line in body.splitlines())
        items = [json.loads(line) for line in lines if line.startswith("{")]
        return [item for item in items if "exception" in item or "message" in item]


@pytest.fixture
async def sentry() -> AsyncIterator[Sentry]:
    sentry = Sentry()

    async def take(request: web.Request) -> web.Response:
        body = await request.read()
        is_packed = request.headers.get("Content-Encoding") == "gzip"
        sentry.bodies.append((gzip.decompress(body) if is_packed else body).decode())
        return web.json_response({"id": "0"})

    app = web.Application()
    app.router.add_post("/api/1/envelope/", take)
    runner = web.AppRunner(app, access_log=None, auto_decompress=False)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sentry.address = f"http://key@127.0.0.1:{runner.addresses[0][1]}/1"
    yield sentry
    await runner.cleanup()


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    with restored():
        yield
    sentry_sdk.get_client().close(timeout=0)
    sentry_sdk.get_global_scope().set_client(None)


async def flushed() -> None:
    """Wait until the library's thread has sent what it has."""
    await asyncio.to_thread(sentry_sdk.flush, 5)


def breaks(words: str) -> None:
    title = words
    raise RuntimeError(f"no room for {title}")


async def test_an_error_is_reported_without_a_word_of_anybody(sentry: Sentry) -> None:
    logs.configure(level="INFO", json=True, secrets=(TOKEN,))
    report_errors(sentry.address, version="1.2.3")
    ours, theirs = structlog.get_logger("ours"), logging.getLogger("theirs")
    with structlog.contextvars.bound_contextvars(update_id=7):
        try:
            breaks(WORDS)
        except RuntimeError as error:
            ours.error("update failed", reference="ab12", said=WORDS, exc_info=error)
            theirs.exception("refused %s with %s", WORDS, TOKEN)
    ours.warning("not sent")
    await flushed()
    sent = "".join(sentry.bodies)
    assert [event["message"] for event in sentry.events] == ["update failed", "refused %s with %s"]
    first = sentry.events[0]
    assert first["tags"] == {"update_id": "7", "reference": "ab12"}
    assert first["release"] == "dueto@1.2.3"
    (told,) = first["exception"]["values"]
    assert told["type"] == "RuntimeError"
    assert told["stacktrace"]["frames"][-1]["function"] == "breaks"
    for hidden in (WORDS, TOKEN, "AAF-", "no room for Secret"):
        assert hidden not in sent


async def test_a_server_that_is_away_breaks_nothing(sentry: Sentry) -> None:
    logs.configure(level="INFO", json=True, secrets=())
    report_errors("http://key@127.0.0.1:9/1", version="1")
    structlog.get_logger("ours").error("failed")
    await flushed()
    assert sentry.bodies == []


def test_without_the_library_it_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentry_sdk", None)
    monkeypatch.delitem(sys.modules, "bot.operation.reporting")
    environment = {"BOT_TOKEN": TOKEN, "SENTRY_DSN": "https://key@sentry.example.org/1"}
    ran = CliRunner().invoke(main, ["run"], env=environment)
    assert ran.exit_code == 2
    assert ran.stderr.startswith("SENTRY_DSN is set, and sentry-sdk is not installed")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize("address", ["sentry", "https://sentry.example.org/1", "key@host"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(NoReporter, match="SENTRY_DSN is no address"):
        report_errors(address, version="1")
    assert not any(isinstance(one, Reporter) for one in logging.getLogger().handlers)
