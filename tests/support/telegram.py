"""python-telegram-bot's transport without a network: into the stand-in, or by a script.

Both stand where the bot has its HTTP client. `InMemory` passes each call to the playground's
stand-in for Telegram, which knows chats, members and messages. `Scripted` answers single calls as
a test says; it serves faults, timing and order, where a whole town would be in the way.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.outgoing.transport import NeverSent, Unanswered
from bot.playground.telegram import Telegram
from bot.playground.world import UploadedFile
from bot.playground.world.refusals import Refusal

Json: TypeAlias = dict[str, Any]
# An event holds the answer up until it is set.
Answer: TypeAlias = tuple[int, Json] | Exception | asyncio.Event


class Wire(BaseRequest):
    """What both have in common: a method's name and its data come in, a status and JSON go out."""

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = urlsplit(url).path.rpartition("/")[2]
        status, body = await self.answer(name, request_data or RequestData())
        return status, json.dumps(body).encode()

    async def answer(self, name: str, data: RequestData) -> tuple[int, Json]:
        raise NotImplementedError


class InMemory(Wire):
    """Straight into the stand-in."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        place = urlsplit(url).path
        if place.startswith("/file/"):  # /file/bot<token>/<path>
            file = self.telegram.file(place.split("/", 3)[3])
            return (200, file.content) if file is not None else (404, b"{}")
        return await super().do_request(url, method, request_data)

    async def answer(self, name: str, data: RequestData) -> tuple[int, Json]:
        files = {
            field: UploadedFile(file_name, content, mime)
            for field, (file_name, content, mime) in (data.multipart_data or {}).items()
            if isinstance(content, bytes)
        }
        try:
            result = await self.telegram.call(name, data.json_parameters, files)
        except Refusal as refusal:
            return refused(refusal.code, refusal.description, **refusal.parameters)
        return 200, {"ok": True, "result": result}


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the bot has made; `at` is the clock's."""

    at: float
    method: str
    data: Json

    @property
    def chat(self) -> int:
        return int(self.data["chat_id"])

    @property
    def text(self) -> str:
        return str(self.data.get("text", self.data.get("caption", "")))


class Scripted(Wire):
    """Answers by the script of each method. Where it ends every call succeeds, but for a long poll,
    which waits for ever; `is_polled` is set then."""

    def __init__(self, clock: Callable[[], float] = lambda: 0.0) -> None:
        self.calls: list[Call] = []
        self.is_polled = asyncio.Event()
        self._clock = clock
        self._ids = count(501)
        self._script: dict[str, deque[Answer]] = defaultdict(deque)

    def will(self, method: str, *answers: Answer) -> None:
        """Add answers to a method's script."""
        self._script[method].extend(answers)

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def answer(self, name: str, data: RequestData) -> tuple[int, Json]:
        call = Call(self._clock(), name, dict(data.parameters))
        self.calls.append(call)
        script = self._script[name]
        answer = script.popleft() if script else None
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, tuple):
            return answer
        if answer is not None:
            await answer.wait()
        return 200, {"ok": True, "result": await self._success(call)}

    async def _success(self, call: Call) -> Any:
        if call.method == "answerCallbackQuery":
            return True
        if call.method == "getUpdates":
            self.is_polled.set()
            await asyncio.Event().wait()
        return {
            "message_id": call.data.get("message_id") or next(self._ids),
            "date": 1,
            "chat": {"id": call.chat, "type": "private"},
        }


def ok(result: Any) -> Answer:
    return 200, {"ok": True, "result": result}


def refused(status: int, description: str, **parameters: int) -> tuple[int, Json]:
    """Telegram's refusal; `parameters` such as `retry_after`."""
    body: Json = {"ok": False, "error_code": status, "description": description}
    return status, body | ({"parameters": parameters} if parameters else {})


def bad(words: str) -> Answer:
    return refused(400, f"Bad Request: {words}")


def flood(seconds: int) -> Answer:
    return refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def unreachable() -> NetworkError:
    """The call has certainly not arrived."""
    error = NetworkError("not sent")
    error.__cause__ = NeverSent("ECONNREFUSED")
    return error


def unanswered() -> TimedOut:
    """The call may have arrived: its answer never came."""
    error = TimedOut()
    error.__cause__ = Unanswered("SocketTimeoutError")
    return error
