"""Database servers that are missing or broken, as a start may find them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

Talk: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """It accepts and says nothing, as a pooler whose server is away."""
    await reader.read()


async def closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """It hangs up at once."""


async def half_open(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """It begins to answer, and stops in the middle of a message."""
    await _greet(reader, writer)
    writer.write(b"R\0\0\0")
    await reader.read()


async def cut_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """It begins to answer, and hangs up."""
    await _greet(reader, writer)
    writer.write(b"R\0\0\0")


async def of_few_words(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """It accepts the login, does not name its version, and answers no statement."""
    await _greet(reader, writer)
    writer.write(b"R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I")
    await reader.read()


async def of_another_kind(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """No PostgreSQL at all."""
    await reader.read(8)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n<html>")


async def starting_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await _fail(reader, writer, state=b"57P03", words=b"the database system is starting up")


async def wordless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """An error without a text."""
    await _fail(reader, writer, state=b"08P01", words=b"")


async def _greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(8)
    writer.write(b"N")  # no TLS
    await reader.read(1000)


async def _fail(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, state: bytes, words: bytes
) -> None:
    await _greet(reader, writer)
    body = b"SFATAL\0C" + state + b"\0M" + words + b"\0\0"
    writer.write(b"E" + (len(body) + 4).to_bytes(4, "big") + body)
    await writer.drain()


BROKEN: tuple[Talk, ...] = (
    silent,
    closing,
    half_open,
    cut_off,
    of_few_words,
    of_another_kind,
    starting_up,
    wordless,
)


@asynccontextmanager
async def talking(talk: Talk) -> AsyncIterator[int]:
    """A server on the loopback; gives its port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        except OSError:
            pass
        finally:
            writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def nobodys_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
