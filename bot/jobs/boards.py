"""Shows boards: sends them, pins them, and edits them in place as soon as they are stale.

Each claim is one call of Telegram, whose outcome is kept before the next one: a killed process
repeats one call at most.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.jobs.saying import reader_of
from bot.jobs.schedule import Job
from bot.outgoing.keeping import keep_reach
from bot.outgoing.outcomes import (
    Failed,
    Nothing,
    Outcome,
    Sent,
    final_of,
    message_id_of,
    retry_seconds,
)
from bot.outgoing.pace import CallKind, Lane
from bot.outgoing.queue import Paused
from bot.replies import Address, Edit, Say
from bot.views.groups.boards import SHOWN_TASKS, board, board_over
from storage.models import BoardState, Pin
from storage.pushes.recipients import recipient_in
from storage.pushes.turns import database_now
from storage.talk import boards as store
from storage.tasks.lists import day_start
from storage.tasks.shown import open_tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession
    from telegram import Bot

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from bot.reader import Reader
    from storage.database import Database
    from storage.models import Task
    from storage.talk.boards import BoardClaim

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=1)  # with several processes what another has left is noticed sooner
AT_ONCE = 8  # boards that are on their way: a slow chat holds up no other
PATIENCE = 5.0  # seconds that a chat may keep an edit waiting; then it is tried again
RENEWS = 2.0  # seconds; well within the lease
SOON = 0.05  # seconds between two looks for what cannot be claimed just now
LONGEST_PAUSE = timedelta(hours=1)
MOST_UNCLEAR = 3  # tries to send a board that may have arrived, or that Telegram refuses


class Step(Enum):
    """What a board needs next: one call of Telegram."""

    SEND = "send"
    PIN = "pin"
    EDIT = "edit"
    UNPIN = "unpin"
    CLOSE = "close"  # say that it is over
    FORGET = "forget"  # nothing: it was never sent


@dataclass(frozen=True, slots=True)
class _Showing:
    """A claimed board, what is to be done, and how it reads until when."""

    claimed: BoardClaim
    step: Step
    said: Say | Edit
    again_at: datetime | None = None

    @property
    def address(self) -> Address:
        row, chat = self.claimed.board, self.claimed.chat
        return Address(chat.telegram_id, row.topic, pressed=row.message_id)


class Boards:
    """The worker. `run` shows all that is stale, and waits for what will be within `EVERY`."""

    def __init__(self, *, database: Database, outbox: Outbox, bot: Bot, clock: Clock) -> None:
        self._database = database
        self._outbox = outbox
        self._bot = bot
        self._clock = clock
        self._stopping = False
        self._woken = asyncio.Event()
        self._showing: set[asyncio.Task[None]] = set()

    def job(self, looks: timedelta = EVERY) -> Job:
        """For the schedule; it `looks` so often for what others have left behind."""
        return Job("boards", min(looks, EVERY), self.run, self.wake)

    def wake(self) -> None:
        """Look at once what is stale."""
        self._woken.set()

    def stop(self) -> None:
        """Begin no other."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Show what is stale until nothing will be within the next minute."""
        try:
            while not self._stopping:
                self._woken.clear()
                await self._show_all()
                wait = await self._due_in()
                if wait is not None:
                    await self._nap(max(SOON, wait))
                elif not self._woken.is_set():
                    break
            if self._showing:
                await asyncio.wait(self._showing)
        except asyncio.CancelledError:
            for task in self._showing:
                task.cancel()
            raise

    async def show_next(self) -> bool:
        """Do what the next board needs; False when none does now."""
        showing = await self._claim()
        if showing is not None:
            await self._show(showing)
        return showing is not None

    async def _show_all(self) -> None:
        while not self._stopping:
            if len(self._showing) >= AT_ONCE:
                await asyncio.wait(self._showing, return_when=asyncio.FIRST_COMPLETED)
            showing = await self._claim()
            if showing is None:
                return
            task = asyncio.create_task(self._show(showing), name="board")
            self._showing.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._showing.discard(task)
        self.wake()  # it may need something more
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a board could not be shown", exc_info=error)

    async def _nap(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()

    async def _due_in(self) -> float | None:
        """Seconds until the next board may be shown; None if that is after the next run."""
        async with self._database.read() as session:
            now, due = await self._now(session), await store.next_board_at(session)
        return None if due is None or due - now > EVERY else (due - now).total_seconds()

    async def _now(self, session: AsyncSession) -> datetime:
        """With several processes the database's clock decides; the playground's shift is added."""
        shared = await database_now(session) if self._clock.is_the_machines else None
        if shared is None:
            return self._clock.now()
        return shared.astimezone(UTC) + self._clock.offset

    async def _claim(self) -> _Showing | None:
        async with self._database.begin() as session:
            now = await self._now(session)
            claimed = await store.claim_board(session, now=now)
            return None if claimed is None else await _prepared(session, claimed, now=now)

    async def _show(self, showing: _Showing) -> None:
        match showing.step:
            case Step.FORGET:
                async with self._database.begin() as session:
                    await store.forget_board(session, showing.claimed)
            case Step.PIN | Step.UNPIN:
                await self._pin(showing)
            case _:
                await self._say(showing)

    async def _say(self, showing: _Showing) -> None:
        """Send or edit, and keep what became of it."""
        lane = Lane.ANSWER if showing.step is Step.SEND else Lane.BOARD
        posted = self._outbox.post(showing.said, showing.address, lane=lane, patience=PATIENCE)
        claimed = showing.claimed
        while not (await asyncio.wait({posted}, timeout=RENEWS))[0]:
            async with self._database.begin() as session:
                now = await self._now(session)
                claimed = await store.renew_board(session, claimed, now=now)
        async with self._database.begin(ahead=True) as session:
            now = await self._now(session)
            await _keep_said(session, claimed, showing, posted.result(), now=now)

    async def _pin(self, showing: _Showing) -> None:
        """Pin silently, or unpin; where the bot may not, the board says so."""
        claimed, wanted = showing.claimed, showing.step is Step.PIN
        chat_id, message_id = claimed.chat.telegram_id, claimed.board.message_id or 0
        pin = partial(self._bot.pin_chat_message, disable_notification=True)
        call = pin if wanted else self._bot.unpin_chat_message
        became, seconds = (Pin.PINNED if wanted else Pin.TOLD), None
        try:
            await self._outbox.ask(partial(call, chat_id, message_id), chat_id, CallKind.EDIT)
        except (BadRequest, Forbidden) as error:
            log.info("a board was not pinned", chat_id=chat_id, reason=str(error))
            became = Pin.REFUSED if wanted else Pin.TOLD
        except (TelegramError, Paused) as error:
            seconds = _seconds_of(error)
        async with self._database.begin(ahead=True) as session:
            now = await self._now(session)
            if seconds is None:
                await store.board_pinned(session, claimed, became, now=now)
            else:
                await _put_off(session, claimed, seconds, now=now)


async def _prepared(session: AsyncSession, claimed: BoardClaim, *, now: datetime) -> _Showing:
    """What a claimed board needs, and how it reads."""
    to, row = await recipient_in(session, claimed.chat), claimed.board
    reader, step = reader_of(to, now=now, topic=row.topic), _step(claimed)
    if row.state == BoardState.ENDING:
        return _Showing(claimed, step, board_over(reader))
    tasks, total = await open_tasks(session, claimed.chat, row.topic, limit=SHOWN_TASKS)
    said = board(tasks, total, reader, cannot_pin=row.pin == Pin.REFUSED)
    again_at = _wrong_at(tasks, reader)
    if step is Step.SEND:
        return _Showing(claimed, step, said, again_at)
    keyboard = said.keyboard if isinstance(said.keyboard, tuple) else ()
    return _Showing(claimed, step, Edit(said.text, keyboard, says_again=False), again_at)


def _step(claimed: BoardClaim) -> Step:
    row = claimed.board
    if row.state == BoardState.ENDING:
        if row.message_id is None:
            return Step.FORGET
        return Step.UNPIN if row.pin == Pin.PINNED else Step.CLOSE
    if row.message_id is None:
        return Step.SEND
    return Step.PIN if row.pin == Pin.WANTED else Step.EDIT


def _wrong_at(tasks: Sequence[Task], reader: Reader) -> datetime | None:
    """When a board that shows these tasks reads differently by itself: a task becomes overdue, or
    the day turns. None: it does not."""
    dues = [task.due_at for task in tasks if task.due_at is not None]
    if not dues:
        return None
    turns_at = day_start(reader.preferences.zone, 1, now=reader.now)
    return min([turns_at, *(due for due in dues if due > reader.now)])


async def _keep_said(
    session: AsyncSession,
    claimed: BoardClaim,
    showing: _Showing,
    outcome: Outcome,
    *,
    now: datetime,
) -> None:
    """Keep what became of a message of a board."""
    await keep_reach(session, outcome, claimed.chat.telegram_id, now=now)
    final, message_id = final_of(outcome), message_id_of(outcome)
    row = claimed.board
    if isinstance(final, Sent | Nothing) and showing.step is Step.CLOSE:
        await store.forget_board(session, claimed)
    elif message_id is not None and message_id != row.message_id:
        await store.board_sent(session, claimed, message_id, now=now)
    elif isinstance(final, Nothing) and final.vanished:
        await store.forget_board(session, claimed)
    elif isinstance(final, Sent | Nothing):
        await store.board_shown(session, claimed, again_at=showing.again_at, now=now)
    elif isinstance(final, Failed) and _is_given_up(claimed, showing, final):
        log.warning("a board was given up", reason=final.reason)
        await store.forget_board(session, claimed)
    else:
        seconds = final.retry_after if isinstance(final, Failed) else 0.0
        await _put_off(session, claimed, seconds, now=now)


def _is_given_up(claimed: BoardClaim, showing: _Showing, failed: Failed) -> bool:
    """Whether a board is not sent once more: it may be there already, or is refused for good."""
    again = not failed.ambiguous and not failed.permanent
    return (
        showing.step is not Step.EDIT and not again and claimed.board.attempts + 1 >= MOST_UNCLEAR
    )


async def _put_off(
    session: AsyncSession, claimed: BoardClaim, seconds: float, *, now: datetime
) -> None:
    """Try it again when Telegram asks for that, else later after each failure."""
    backoff = timedelta(seconds=2.0 ** min(claimed.board.attempts + 1, 12))
    wait = timedelta(seconds=seconds) if seconds else min(backoff, LONGEST_PAUSE)
    await store.board_put_off(session, claimed, now + wait, failed=not seconds)


def _seconds_of(error: TelegramError | Paused) -> float:
    """How long to wait after a refusal, if it tells."""
    if isinstance(error, Paused):
        return max(error.seconds, SOON)
    return retry_seconds(error) if isinstance(error, RetryAfter) else 0.0
