"""The real outbox on a scripted Telegram and a clock that jumps; and one that only takes in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar

from markupsafe import Markup
from telegram import Bot

from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Outcome, Sent
from bot.outgoing.pace import Lane, Limits, Pace
from bot.presses.coding import Press
from bot.replies import Address, Button, Edit, Leaving, Say
from tests.support.clocks import JumpingClock
from tests.support.telegram import Scripted

ANN, BOB, GROUP = 1, 2, -100
TEXT = Say(Markup("<b>hi</b>"))


@dataclass(slots=True)
class Stage:
    """An outbox, what it sends to, and the clock that it waits by."""

    clock: JumpingClock
    telegram: Scripted
    outbox: Outbox

    async def outcome(
        self, reply: Leaving = TEXT, address: Address | None = None, lane: Lane = Lane.ANSWER
    ) -> Outcome:
        return await self.clock.result(self.outbox.post(reply, address or Address(ANN), lane=lane))

    def texts(self) -> list[str]:
        return [call.text for call in self.telegram.of("sendMessage")]


def new_stage(limits: Limits | None = None) -> Stage:
    clock = JumpingClock()
    telegram = Scripted(clock.monotonic)
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
    """An outbox; when it has closed, no task of it may be left."""
    made = new_stage(limits)
    yield made
    closing = asyncio.ensure_future(made.outbox.close(0))
    while not closing.done():
        await made.clock.run(1)
    await JumpingClock.settle()
    assert asyncio.all_tasks() == {asyncio.current_task()}


@dataclass
class Letterbox:
    """An outbox that sends nothing. Each post has the set outcome at once, or waits for
    the test to answer."""

    outcome: Outcome | None = None
    bulk_gap: float = 1e-6  # seconds; nothing that uses this depends on the pace
    pause: float = 0.0
    posts: list[asyncio.Future[Outcome]] = field(default_factory=list)
    replies: list[Leaving] = field(default_factory=list)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    def post(self, reply: Leaving, address: Address, **_: object) -> asyncio.Future[Outcome]:
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.posts.append(future)
        self.replies.append(reply)
        if self.outcome is not None:
            future.set_result(self.outcome)
        self._more.set()
        return future

    async def posted(self, count: int) -> None:
        """Return when so many were posted in all."""
        async with asyncio.timeout(30):
            while len(self.posts) < count:
                self._more.clear()
                await self._more.wait()

    def answer(self, outcome: Outcome | None = None) -> None:
        """Answer the newest post; as sent, unless told otherwise."""
        self.posts[-1].set_result(outcome or Sent(len(self.posts)))


def say(text: str, **more: Any) -> Say:
    return Say(Markup("{}").format(text), **more)


def edit(text: str, **more: Any) -> Edit:
    """A change of a message, of this text."""
    return Edit(Markup("{}").format(text), **more)


@dataclass(frozen=True, slots=True)
class Some(Press):
    """A press that means nothing, with words of any length."""

    verb: ClassVar[str] = "some"

    words: str = ""


PRESSED = Address(ANN, pressed=8)
EDIT = edit("new", keyboard=((Button("Done", Some()),),))
