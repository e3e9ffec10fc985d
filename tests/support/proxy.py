"""A TCP proxy before a server: it is far away, hangs, hangs up, refuses, or is half open."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

HOST = "127.0.0.1"
SENDS_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends RST
PIECE = 65_536  # bytes


class Proxy:
    """Before a server on TCP (host, port) or on a socket (its folder, port), as libpq names both.

    `delay`: seconds that it adds to each round trip, half of them on each way.
    `refusing`: it resets new connections at once. `hanging`: nothing passes, and nothing is lost.
    A round trip is what a client sends behind what it was answered; the first is one, too.
    """

    def __init__(self, host: str, port: int) -> None:
        self.delay = 0.0
        self.refusing = False
        self.connections = self.round_trips = 0
        self.port = 0
        self._server = host, port
        self._flows = asyncio.Event()
        self._flows.set()
        self._lines: set[_Line] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._listening: asyncio.Server | None = None

    @property
    def hanging(self) -> bool:
        return not self._flows.is_set()

    @hanging.setter
    def hanging(self, hangs: bool) -> None:
        if hangs:
            self._flows.clear()
        else:
            self._flows.set()

    async def open(self) -> None:
        self._listening = await asyncio.start_server(self._begin, HOST, self.port)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop listening and hang up: nobody is there any more, until it is opened again."""
        if self._listening is not None:
            self._listening.close()
        self.reset()

    def reset(self) -> None:
        """Hang up on everybody, as a server that was killed."""
        for line in self._lines:
            line.reset()

    def half_open(self) -> None:
        """Lose the server's side of every connection, of which its client is told nothing."""
        for line in self._lines:
            line.lose_server()

    async def ended(self) -> None:
        """Return when nobody is connected."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=5)

    async def flows(self) -> None:
        await self._flows.wait()

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._accept(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        if self.refusing:
            _reset(writer)
            return
        try:
            answers, server = await self._reach()
        except OSError:
            _reset(writer)
            return
        line = _Line(self, writer, server)
        self._lines.add(line)
        try:
            await asyncio.gather(line.ask(reader), line.answer(answers))
        finally:
            line.reset()
            self._lines.discard(line)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host, port = self._server
        if host.startswith("/"):
            return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
        return await asyncio.open_connection(host, port)


class _Line:
    """One client's connection to the server."""

    def __init__(
        self, proxy: Proxy, client: asyncio.StreamWriter, server: asyncio.StreamWriter
    ) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._is_lost = False
        self._was_answered = True

    async def ask(self, reader: asyncio.StreamReader) -> None:
        await self._carry(reader, self._server, asks=True)
        _reset(self._server)

    async def answer(self, reader: asyncio.StreamReader) -> None:
        await self._carry(reader, self._client, asks=False)
        if not self._is_lost:
            _reset(self._client)

    def reset(self) -> None:
        _reset(self._client)
        _reset(self._server)

    def lose_server(self) -> None:
        self._is_lost = True
        _reset(self._server)

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, asks: bool
    ) -> None:
        """Pass on what is read, each piece after half the delay however many are on their way."""
        loop, pieces = asyncio.get_running_loop(), asyncio.Queue[tuple[float, bytes]]()
        passing = asyncio.create_task(self._pass_on(pieces, writer))
        with suppress(OSError):
            while piece := await reader.read(PIECE):
                self._count(asks=asks)
                pieces.put_nowait((loop.time() + self._proxy.delay / 2, piece))
        pieces.put_nowait((0.0, b""))
        await passing

    async def _pass_on(
        self, pieces: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        loop = asyncio.get_running_loop()
        while (due := await pieces.get())[1]:
            await asyncio.sleep(max(0.0, due[0] - loop.time()))
            await self._proxy.flows()
            with suppress(OSError):
                writer.write(due[1])
                await writer.drain()

    def _count(self, *, asks: bool) -> None:
        if asks and self._was_answered:
            self._proxy.round_trips += 1
        self._was_answered = not asks


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with RST on TCP; what was written before is still sent."""
    found: socket.socket | None = writer.get_extra_info("socket")
    if found is not None and found.family != socket.AF_UNIX and found.fileno() >= 0:
        with suppress(OSError):
            found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, SENDS_RESET)
    writer.close()


@asynccontextmanager
async def proxy_before(host: str, port: int) -> AsyncIterator[Proxy]:
    """An open proxy before a server."""
    proxy = Proxy(host, port)
    await proxy.open()
    try:
        yield proxy
    finally:
        proxy.hanging = False
        await proxy.close()
        await proxy.ended()
