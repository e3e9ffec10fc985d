"""The transport against real servers on the loopback: python-telegram-bot's Bot on top of it."""

from __future__ import annotations

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from aiohttp import ClientConnectionResetError, web
from structlog.testing import capture_logs
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.outgoing.skew import Skew
from bot.outgoing.transport import (
    AiohttpRequest,
    NeverSent,
    NotTheBotApi,
    Unanswered,
    never_sent,
)

TOKEN = "123456:THE-SECRET"
QUICK = 0.15  # seconds that a test waits for a server that does not answer

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(handler: Handler) -> AsyncIterator[int]:
    """A web server; gives its port."""
    app = web.Application(client_max_size=10**8)
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@asynccontextmanager
async def raw_server(talk: Talk) -> AsyncIterator[int]:
    """A server that speaks in bytes; gives its port."""

    async def closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    listening = await asyncio.start_server(closing, "127.0.0.1", 0)
    async with listening:
        yield listening.sockets[0].getsockname()[1]


@asynccontextmanager
async def bot_at(
    port: int, request: AiohttpRequest | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[Bot]:
    request = request or AiohttpRequest(trust_env=False)
    polling = AiohttpRequest(read_timeout=0.0, trust_env=False)
    bot = Bot(
        TOKEN,
        base_url=f"http://{host}:{port}/bot",
        base_file_url=f"http://{host}:{port}/file/bot",
        request=request,
        get_updates_request=polling,
    )
    async with request, polling:
        yield bot


def answering(result: object, status: int = 200) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(result, status=status)

    return handler


async def failure(call: Awaitable[object]) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await call
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    return caught.value


MESSAGE = {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "hi"}


async def test_a_call_travels_as_a_form_and_comes_back() -> None:
    seen: list[tuple[str, str, str]] = []

    async def handler(request: web.Request) -> web.Response:
        agent = request.headers["User-Agent"]
        seen.append((request.path, agent, (await request.read()).decode()))
        return web.json_response({"ok": True, "result": MESSAGE})

    async with server(handler) as port, bot_at(port) as bot:
        message = await bot.send_message(1, "héllo & <b>😀</b>")
    assert message.message_id == 7
    path, agent, body = seen[0]
    assert path == f"/bot{TOKEN}/sendMessage"
    assert agent.startswith("python-telegram-bot")
    assert parse_qs(body) == {"chat_id": ["1"], "text": ["héllo & <b>😀</b>"]}


async def test_a_file_travels_as_multipart() -> None:
    seen: dict[str, object] = {}

    async def handler(request: web.Request) -> web.Response:
        form = await request.post()
        upload = form["document"]
        assert isinstance(upload, web.FileField)
        seen.update(name=upload.filename, data=upload.file.read(), caption=form["caption"])
        return web.json_response({"ok": True, "result": MESSAGE})

    async with server(handler) as port, bot_at(port) as bot:
        await bot.send_document(1, b"\x00\xff" * 1000, filename="tásks.csv", caption="your tasks")
    assert seen == {"name": "tásks.csv", "data": b"\x00\xff" * 1000, "caption": "your tasks"}


async def test_connections_are_kept_alive() -> None:
    peers: set[object] = set()

    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        peers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"ok": True, "result": MESSAGE})

    async with server(handler) as port, bot_at(port) as bot:
        for _ in range(5):
            await bot.send_message(1, "hi")
    assert len(peers) == 1


async def test_a_refused_connection_was_never_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, not listening: nobody else gets the port
        async with bot_at(taken.getsockname()[1]) as bot:
            error = await failure(bot.send_message(1, "hi"))
    assert type(error) is NetworkError
    assert never_sent(error)
    assert "ECONNREFUSED" in str(error)


async def test_an_unknown_host_was_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    async with bot_at(80, host="nowhere.invalid") as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error.__cause__, NeverSent)


async def test_a_connection_that_does_not_come_about_was_never_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def silent(*_: object, **__: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr("aiohttp.connector.aiohappyeyeballs.start_connection", silent)
    request = AiohttpRequest(connect_timeout=QUICK, trust_env=False)
    async with bot_at(80, request) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error, TimedOut)
    assert never_sent(error)


async def test_no_free_connection_in_time_was_never_sent() -> None:
    arrived, release = asyncio.Event(), asyncio.Event()

    async def handler(_: web.Request) -> web.Response:
        arrived.set()
        await release.wait()
        return web.json_response({"ok": True, "result": MESSAGE})

    request = AiohttpRequest(
        connections=1, pool_timeout=QUICK / 2, connect_timeout=QUICK / 2, trust_env=False
    )
    async with server(handler) as port, bot_at(port, request) as bot:
        first = asyncio.ensure_future(bot.send_message(1, "first"))
        await arrived.wait()
        error = await failure(bot.send_message(1, "second"))
        release.set()
        assert (await first).message_id == 7
    assert isinstance(error, TimedOut)
    assert never_sent(error)


async def test_a_connection_that_closes_before_the_writing_was_never_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def closing(*_: object) -> None:
        raise ClientConnectionResetError("Cannot write to closing transport")

    async with server(answering({"ok": True, "result": MESSAGE})) as port, bot_at(port) as bot:
        monkeypatch.setattr("aiohttp.http_writer.StreamWriter._write", closing)
        monkeypatch.setattr("aiohttp.http_writer.StreamWriter._writelines", closing)
        error = await failure(bot.send_message(1, "hi"))
        monkeypatch.undo()
    assert isinstance(error.__cause__, NeverSent)


async def test_what_cannot_be_written_is_no_network_error() -> None:
    async with server(answering({"ok": True, "result": MESSAGE})) as port, bot_at(port) as bot:
        error = await failure(bot.send_message(1, "my secret \ud800"))
    assert not isinstance(error, NetworkError)
    assert never_sent(error)
    assert "secret" not in "".join(traceback.format_exception(error))


async def test_a_slow_answer_is_ambiguous() -> None:
    async def handler(_: web.Request) -> web.Response:
        await asyncio.sleep(60)
        return web.Response()

    request = AiohttpRequest(read_timeout=QUICK, trust_env=False)
    async with server(handler) as port, bot_at(port, request) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error, TimedOut)
    assert isinstance(error.__cause__, Unanswered)
    assert not never_sent(error)


async def test_a_proxy_that_refuses_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    async with server(answering({}, 403)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy}")
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy}")
        request = AiohttpRequest()
        bot = Bot(TOKEN, base_url="https://telegram.invalid/bot", request=request)
        async with request:
            error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error.__cause__, NeverSent)
    assert "ClientHttpProxyError" in str(error)


@pytest.mark.parametrize("reads", [False, True])
async def test_a_dropped_connection_is_ambiguous(*, reads: bool) -> None:
    async def drop(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if reads:
            await reader.readuntil(b"text=hi")
        else:
            writer.transport.abort()

    async with raw_server(drop) as port, bot_at(port) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert type(error) is NetworkError
    assert isinstance(error.__cause__, Unanswered)
    assert not never_sent(error)


async def test_an_answer_that_breaks_off_is_ambiguous() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"text=hi")
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok"')
        await writer.drain()

    async with raw_server(talk) as port, bot_at(port) as bot:
        assert not never_sent(await failure(bot.send_message(1, "hi")))


async def test_no_answer_that_is_http_is_ambiguous() -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"text=hi")
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        await writer.drain()

    async with raw_server(talk) as port, bot_at(port) as bot:
        assert not never_sent(await failure(bot.send_message(1, "hi")))


async def test_429_was_not_sent_and_says_how_long() -> None:
    body = {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    async with server(answering(body, 429)) as port, bot_at(port) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error, RetryAfter)
    assert error.retry_after == timedelta(seconds=3)
    assert never_sent(error)


async def test_429_of_a_proxy_was_not_sent_either() -> None:
    async with server(answering({"ok": False}, 429)) as port, bot_at(port) as bot:
        assert never_sent(await failure(bot.send_message(1, "hi")))


async def test_400_is_a_refusal() -> None:
    body = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
    async with server(answering(body, 400)) as port, bot_at(port) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error, BadRequest)
    assert not never_sent(error)


async def test_502_with_a_page_is_ambiguous() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")

    async with server(handler) as port, bot_at(port) as bot:
        error = await failure(bot.send_message(1, "hi"))
    assert isinstance(error, NetworkError)
    assert not never_sent(error)


async def test_a_redirect_is_not_followed() -> None:
    paths: list[str] = []

    async def handler(request: web.Request) -> web.Response:
        paths.append(request.path)
        raise web.HTTPFound("/elsewhere")

    async with server(handler) as port, bot_at(port) as bot:
        assert isinstance(await failure(bot.send_message(1, "hi")), NetworkError)
    assert paths == [f"/bot{TOKEN}/sendMessage"]


async def test_a_big_download_arrives_whole() -> None:
    content = bytes(range(256)) * 20_000

    async def handler(request: web.Request) -> web.Response:
        if request.path.startswith("/file/"):
            return web.Response(body=content)
        result = {"file_id": "a", "file_unique_id": "b", "file_path": "photos/1.jpg"}
        return web.json_response({"ok": True, "result": result})

    async with server(handler) as port, bot_at(port) as bot:
        data = await (await bot.get_file("a")).download_as_bytearray()
    assert bytes(data) == content


async def test_a_long_poll_waits_longer_than_other_calls() -> None:
    async def handler(_: web.Request) -> web.Response:
        await asyncio.sleep(2 * QUICK)
        return web.json_response({"ok": True, "result": []})

    request = AiohttpRequest(read_timeout=QUICK, trust_env=False)
    async with server(handler) as port, bot_at(port, request) as bot:
        # The polling transport's own read timeout is 0: only the poll's seconds count.
        assert await bot.get_updates(timeout=timedelta(seconds=20)) == ()


async def test_the_token_is_in_no_log_line(caplog: pytest.LogCaptureFixture) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=502, text="<html>Bad Gateway</html>")

    caplog.set_level(logging.DEBUG)
    request = AiohttpRequest(trust_env=False)
    async with server(handler) as port, request:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        caplog.clear()  # python-telegram-bot itself has just logged its URL
        await failure(bot.send_message(1, "hi"))
    await failure(bot.send_message(1, "hi"))
    assert caplog.records
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(request)


async def test_a_closed_transport_says_so_and_can_be_opened_again() -> None:
    async with server(answering({"ok": True, "result": MESSAGE})) as port:
        request = AiohttpRequest(trust_env=False)
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        assert never_sent(await failure(bot.send_message(1, "hi")))
        for _ in range(2):
            async with request:
                await request.initialize()
                assert (await bot.send_message(1, "hi")).message_id == 7
        assert never_sent(await failure(bot.send_message(1, "hi")))


def test_the_read_timeout_is_the_one_that_was_given() -> None:
    assert AiohttpRequest(read_timeout=4.5).read_timeout == 4.5


PAGE = "<html>\n<h1>Bad Gateway</h1>\n</html>"


def page(status: int) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text=PAGE, content_type="text/html", status=status)

    return handler


@pytest.mark.parametrize("status", [302, 400, 401, 403, 404, 409, 429, 500, 502, 503, 599])
async def test_a_page_of_a_proxy_is_a_lost_connection_in_one_line(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """It says nothing about the token or the chat, whatever its status is."""
    async with server(page(status)) as port, bot_at(port) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(1, "x")
    assert type(caught.value) is NetworkError
    assert str(status) in str(caught.value)
    assert "html" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert never_sent(caught.value) == (status == 429)
    assert caplog.records == []  # the library logs a traceback of its own for such a page


@pytest.mark.parametrize("body", [PAGE, "", "[]", "17", '{"ok":true}', '{"result', '{"result": '])
async def test_what_is_no_answer_of_the_bot_api_is_said_so(
    body: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text=body)

    async with server(handler) as port, bot_at(port) as bot:
        for call in (bot.get_me, lambda: bot.send_message(1, "x")):
            with pytest.raises(NotTheBotApi):
                await call()
    assert caplog.records == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, None), (4, None), (-4, None), (7, "7 minutes ahead"), (-90, "90 minutes behind")],
)
async def test_the_clock_is_compared_with_telegrams(minutes: int, words: str | None) -> None:
    skew = Skew(lambda: datetime.now(UTC) + timedelta(minutes=minutes))
    request = AiohttpRequest(trust_env=False, skew=skew)
    user = {"id": 1, "is_bot": True, "first_name": "Dueto"}
    telegram = answering({"ok": True, "result": user})
    async with server(telegram) as port, bot_at(port, request) as bot:
        with capture_logs() as logs:
            for _ in range(3):
                await bot.get_me()
    assert (words or "") in (skew.complaint or "")
    assert bool(skew.complaint) == bool(words)
    assert len(logs) == (1 if words else 0)  # one warning, not one for each answer


def test_a_date_that_cannot_be_read_says_nothing() -> None:
    skew = Skew()
    for date in (None, "", "soon", "Wed, 99 Foo 2026 25:61:00 GMT", "0"):
        skew.hear(date)
    assert skew.complaint is None
