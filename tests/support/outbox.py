"""Telegram by a script and a clock that jumps, for tests of what leaves the bot.

python-telegram-bot's own Bot stands on a transport that answers as it is told. Time is virtual: it
stands still while anything can run, then jumps to the next sleeper.
"""

from __future__ import annotations

import asyncio
import heapq
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from markupsafe import Markup
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Outcome
from bot.outgoing.pace import Lane, Limits, Pace
from bot.outgoing.transport import NeverSent, Unanswered
from bot.replies import Address, Button, Reply

ANN, BOB, GROUP = 1, 2, -100
TEXT = Reply(Markup("<b>hi</b>"))

Answer: TypeAlias = "tuple[int, dict[str, Any]] | Exception | asyncio.Event"


class Clock:
    """A clock that jumps, and the sleepers that it wakes."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._numbers), woken))
        await woken

    async def run(self, seconds: float) -> None:
        """Let that much time pass."""
        end = self.now + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            await self._wake_next()
        self.now = end

    async def result(self, waiting: Awaitable[Outcome]) -> Outcome:
        """Let time pass until this is done."""
        future = asyncio.ensure_future(waiting)
        await self.settle()
        while not future.done():
            assert self._sleepers, "nobody will ever wake anybody"
            await self._wake_next()
        return future.result()

    async def _wake_next(self) -> None:
        at, _, woken = heapq.heappop(self._sleepers)
        if not woken.done():
            self.now = max(self.now, at)
            woken.set_result(None)
        await self.settle()

    @staticmethod
    async def settle() -> None:
        for _ in range(20):  # more than any chain of tasks here is long
            await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Call:
    at: float
    method: str
    data: dict[str, Any]

    @property
    def chat(self) -> int:
        return int(self.data["chat_id"])

    @property
    def text(self) -> str:
        return str(self.data.get("text", self.data.get("caption", "")))


class FakeTelegram(BaseRequest):
    """Answers by the script of each method; without one every call succeeds."""

    def __init__(self, clock: Clock) -> None:
        self.calls: list[Call] = []
        self._clock = clock
        self._ids = count(501)
        self._script: dict[str, deque[Answer]] = defaultdict(deque)

    def will(self, method: str, *answers: Answer) -> None:
        self._script[method].extend(answers)

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        name = urlsplit(url).path.rpartition("/")[2]
        data = dict(request_data.parameters) if request_data else {}
        self.calls.append(Call(self._clock.now, name, data))
        script = self._script[name]
        answer = script.popleft() if script else self._success(name, data)
        if isinstance(answer, asyncio.Event):
            await answer.wait()
            answer = self._success(name, data)
        if isinstance(answer, Exception):
            raise answer
        return answer[0], json.dumps(answer[1]).encode()

    def _success(self, name: str, data: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if name == "answerCallbackQuery":
            return 200, {"ok": True, "result": True}
        message = {
            "message_id": data.get("message_id") or next(self._ids),
            "date": 1,
            "chat": {"id": data["chat_id"], "type": "private"},
        }
        return 200, {"ok": True, "result": message}


def refused(status: int, description: str, **parameters: int) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return status, body | ({"parameters": parameters} if parameters else {})


def bad(words: str) -> Answer:
    return refused(400, f"Bad Request: {words}")


def flood(seconds: int) -> Answer:
    return refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def unreachable() -> NetworkError:
    error = NetworkError("not sent")
    error.__cause__ = NeverSent("ECONNREFUSED")
    return error


def unanswered() -> TimedOut:
    error = TimedOut()
    error.__cause__ = Unanswered("SocketTimeoutError")
    return error


@dataclass(slots=True)
class Stage:
    """Everything of one test."""

    clock: Clock
    telegram: FakeTelegram
    outbox: Outbox

    async def outcome(
        self, reply: Reply = TEXT, address: Address | None = None, lane: Lane = Lane.ANSWER
    ) -> Outcome:
        return await self.clock.result(self.outbox.post(reply, address or Address(ANN), lane=lane))

    def texts(self) -> list[str]:
        return [call.text for call in self.telegram.of("sendMessage")]


def new_stage(limits: Limits | None = None) -> Stage:
    clock = Clock()
    telegram = FakeTelegram(clock)
    outbox = Outbox(
        Bot("1:a", request=telegram, get_updates_request=telegram),
        pace=Pace(limits),
        sleep=clock.sleep,
        monotonic=clock.monotonic,
        jitter=lambda: 0.5,
    )
    return Stage(clock, telegram, outbox)


@asynccontextmanager
async def staged(limits: Limits | None = None) -> AsyncIterator[Stage]:
    """An outbox, and afterwards the proof that it leaves no task behind."""
    made = new_stage(limits)
    yield made
    closing = asyncio.ensure_future(made.outbox.close(0))
    while not closing.done():
        await made.clock.run(1)
    await Clock.settle()
    assert asyncio.all_tasks() == {asyncio.current_task()}


def say(text: str, **more: Any) -> Reply:
    return Reply(Markup("{}").format(text), **more)


PRESSED = Address(ANN, pressed=8)
EDIT = say("new", edits=True, keyboard=((Button("Done", "d"),),))
