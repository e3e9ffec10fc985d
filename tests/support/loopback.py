"""A Bot API over loopback HTTP that costs next to nothing, for benchmarks.

The playground's stand-in knows chats, members and rules, and needs longer for a call than a bot
does. This one knows which update was answered when: it serves `getUpdates`, says yes to everything
else, and gives each message that is sent to whoever waits for it.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import Callable
from time import perf_counter, time
from typing import Any, Self, TypeAlias
from urllib.parse import parse_qsl

Json: TypeAlias = dict[str, Any]
Heard: TypeAlias = Callable[[int, str], None]

TOKEN = "123456789:" + "A" * 35
BOT = {"id": 123456789, "is_bot": True, "first_name": "Dueto", "username": "dueto_bot"}
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
BATCH = 100  # updates in one answer, Telegram's most
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
TRUE = b'{"ok":true,"result":true}'
NONE = b'{"ok":true,"result":[]}'


class Loopback:
    """The server. `heard(chat_id, text)` is called as soon as a message of the bot has come. With
    `deliver` updates go there, as to a webhook, and cannot be fetched."""

    def __init__(self) -> None:
        self.heard: Heard = lambda chat_id, text: None
        self.deliver: Callable[[Json], None] | None = None
        self.polls = 0  # calls of getUpdates: the bot takes updates in
        self.address = ""
        self._updates: deque[Json] = deque()
        self._polling: tuple[Connection, int] | None = None
        self._update_id = self._message_id = 1000
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Connection(self), "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()

    def write(self, chat_id: int, text: str) -> float:
        """Somebody writes in their private chat; return when, in seconds of `perf_counter`."""
        self._update_id += 1
        message = self._message(chat_id, text, _person(chat_id))
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        update = {"update_id": self._update_id, "message": message}
        if self.deliver is not None:
            self.deliver(update)
            return perf_counter()
        self._updates.append(update)
        if self._polling is not None:
            connection, offset = self._polling
            self._polling = None
            connection.answer(self._batch(offset))
        return perf_counter()

    def call(self, connection: Connection, method: str, body: bytes) -> None:
        """Answer a call, at once or, while there is no update to fetch, later."""
        match method.lower().replace("_", ""):
            case "getupdates":
                self._poll(connection, dict(parse_qsl(body.decode())))
            case "getme":
                connection.answer(_result(BOT))
            case "sendmessage":
                self._send(connection, dict(parse_qsl(body.decode())))
            case _:
                connection.answer(TRUE)

    def hung_up(self, connection: Connection) -> None:
        """A connection is closed; nobody waits for updates there any more."""
        if self._polling is not None and self._polling[0] is connection:
            self._polling = None

    def _poll(self, connection: Connection, params: dict[str, str]) -> None:
        self.polls += 1
        offset = int(params.get("offset", 0))
        batch = self._batch(offset)
        if batch is NONE and params.get("timeout", "0") != "0":
            self._polling = (connection, offset)
        else:
            connection.answer(batch)

    def _batch(self, offset: int) -> bytes:
        while self._updates and self._updates[0]["update_id"] < offset:
            self._updates.popleft()
        return _result(list(self._updates)[:BATCH]) if self._updates else NONE

    def _send(self, connection: Connection, params: dict[str, str]) -> None:
        chat_id, text = int(params["chat_id"]), params["text"]
        self.heard(chat_id, text)
        message = self._message(chat_id, text, BOT)
        markup = json.loads(params.get("reply_markup", "{}"))
        if "inline_keyboard" in markup:  # no other comes back
            message["reply_markup"] = markup
        connection.answer(_result(message))

    def _message(self, chat_id: int, text: str, sender: Json) -> Json:
        self._message_id += 1
        chat = {"id": chat_id, "type": "private", "first_name": "Ann"}
        return {
            "message_id": self._message_id,
            "date": int(time()),
            "chat": chat,
            "from": sender,
            "text": text,
        }


class Connection(asyncio.Protocol):
    """HTTP/1.1 with a length before each body, one request at a time: what clients of bots send."""

    def __init__(self, server: Loopback) -> None:
        self._server = server
        self._transport: asyncio.Transport | None = None
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._server.hung_up(self)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, blank, rest = self._received.partition(b"\r\n\r\n")
        if not blank:
            return
        length = LENGTH.search(head)
        wanted = int(length[1]) if length else 0
        if len(rest) < wanted:
            return
        self._received = rest[wanted:]
        path = head.split(b" ", 2)[1].decode()
        self._server.call(self, path.rpartition("/")[2], rest[:wanted])

    def answer(self, body: bytes) -> None:
        """Send an answer's body behind its head."""
        assert self._transport is not None
        self._transport.write(HEAD % len(body) + body)


def _person(chat_id: int) -> Json:
    return {"id": chat_id, "is_bot": False, "first_name": "Ann", "language_code": "en"}


def _result(result: object) -> bytes:
    return json.dumps({"ok": True, "result": result}, separators=(",", ":")).encode()
