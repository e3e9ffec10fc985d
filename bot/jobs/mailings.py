"""Sends what people say to others by way of the bot: broadcasts, feedback, and answers to it.

Bulk that gives way: to answers, to boards, and to every reminder that is due, of all processes.
Each letter is claimed before it leaves, and never leaves a second time: what a killed process had
in hand counts as unclear (`storage.mailings.leaving`).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot.jobs.saying import reader_of
from bot.jobs.schedule import Job
from bot.outgoing.keeping import keep_reach
from bot.outgoing.outcomes import (
    Blocked,
    Failed,
    Gone,
    Kicked,
    Muted,
    Nothing,
    Outcome,
    Sent,
    final_of,
)
from bot.outgoing.pace import Lane
from bot.replies import Address, Edit, Say, inline_buttons
from bot.texts import words_for
from bot.views.operators import mailings as views
from storage.mailings import leaving as store
from storage.models import LetterState, MailingKind
from storage.people.preferences import preferences_of
from storage.pushes.claims import next_claim_at
from storage.pushes.recipients import recipient_in
from storage.pushes.turns import database_now, hold_back, reserve

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from storage.database import Database
    from storage.mailings.leaving import ClaimedLetter
    from storage.models import User

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=1)  # with several processes what another has left is noticed sooner
AT_ONCE = 4  # letters on their way: as many as leave in the tenth of a second that one takes
LOOKS = 1.0  # seconds between two looks while something waits
PATIENCE = 5.0  # seconds that a chat may keep a letter waiting; then it is tried again
LONGEST_WAIT = 600.0  # seconds between two tries
MOST_TRIES = 10  # of a letter that certainly has not left
UNDELIVERED = (LetterState.LOST, LetterState.REFUSED, LetterState.UNCLEAR)
UTC_ZONE = "UTC"  # of what names no time
AGAIN = 0.5  # seconds between two tries to keep an outcome while the database is away


class _Later(Exception):
    """Telegram refuses the whole token for a while: the claim is rolled back."""


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A claimed letter, what it says, and in how many seconds its turn comes."""

    claimed: ClaimedLetter
    said: Say
    wait: float


class Mailings:
    """The worker. `run` sends until nothing is on its way."""

    def __init__(self, *, database: Database, outbox: Outbox, clock: Clock) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._stopping = False
        self._woken = asyncio.Event()
        self._going: set[asyncio.Task[None]] = set()

    def job(self, looks: timedelta = EVERY) -> Job:
        """For the schedule; it `looks` so often for what others have left behind."""
        return Job("mailings", min(looks, EVERY), self.run, self.wake)

    def wake(self) -> None:
        """Look at once what is to be sent."""
        self._woken.set()

    def stop(self) -> None:
        """Begin no other letter."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Send, and tell how far it is, until nothing is on its way."""
        try:
            while not self._stopping:
                self._woken.clear()
                await self._send_all()
                if await self._is_active():
                    await self._nap()
                elif not self._woken.is_set():
                    break
            if self._going:
                await asyncio.wait(self._going)
        except asyncio.CancelledError:
            for task in self._going:
                task.cancel()
            raise

    async def send_next(self) -> bool:
        """Send the next letter, or tell how far a broadcast is; False when neither can be now."""
        if not await self._is_active():
            return False
        leaving = await self._claim()
        if leaving is None:
            return await self._show()
        await self._send(leaving)
        return True

    async def _send_all(self) -> None:
        while not self._stopping:
            if len(self._going) >= AT_ONCE:
                await asyncio.wait(self._going, return_when=asyncio.FIRST_COMPLETED)
            if not await self._is_active():
                return
            await self._show()
            leaving = await self._claim()
            if leaving is None:
                return
            task = asyncio.create_task(self._send(leaving), name="letter")
            self._going.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._going.discard(task)
        self.wake()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a letter could not be sent", exc_info=error)

    async def _nap(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOKS):
                await self._woken.wait()

    async def _is_active(self) -> bool:
        """A plain read: an idle process locks nothing."""
        async with self._database.read() as session:
            return await store.is_sending(session)

    async def _now(self, session: AsyncSession) -> datetime:
        """With several processes the database's clock decides; the playground's shift is added."""
        shared = await database_now(session) if self._clock.is_the_machines else None
        if shared is None:
            return self._clock.now()
        return shared.astimezone(UTC) + self._clock.offset

    async def _claim(self) -> _Leaving | None:
        """The next letter, if it may leave: no reminder is due, and Telegram takes messages."""
        try:
            async with self._database.begin() as session:
                return await self._claim_in(session)
        except _Later:
            return None

    async def _claim_in(self, session: AsyncSession) -> _Leaving | None:
        now = await self._now(session)
        if pause := self._outbox.pause:
            await hold_back(session, now + timedelta(seconds=pause), now=now)
            return None
        due = await next_claim_at(session, now=now)
        if due is not None and due <= now:
            return None
        claimed = await store.claim_letter(session, now=now)
        if claimed is None:
            return None
        reader = reader_of(await recipient_in(session, claimed.chat), now=now)
        said = views.letter(claimed.mailing, claimed.author, reader)
        gap = timedelta(seconds=self._outbox.bulk_gap)
        leaves_at = await reserve(session, gap=gap, now=now)
        if leaves_at is None:
            raise _Later
        return _Leaving(claimed, said, (leaves_at - now).total_seconds())

    async def _send(self, leaving: _Leaving) -> None:
        await asyncio.sleep(leaving.wait)
        address = Address(leaving.claimed.chat.telegram_id)
        outcome = await self._outbox.post(
            leaving.said, address, lane=Lane.MAILING, patience=PATIENCE
        )
        became = await asyncio.shield(asyncio.ensure_future(self._keep(leaving.claimed, outcome)))
        if became in UNDELIVERED and leaving.claimed.mailing.kind == MailingKind.REPLY:
            self._tell_author(leaving.claimed.author)

    def _tell_author(self, author: User) -> None:
        """Tell an operator that their answer has not arrived, or perhaps not; once, and no more."""
        language = preferences_of(author, default_zone=UTC_ZONE).language
        self._outbox.post(views.reply_lost(words_for(language)), Address(author.telegram_id))

    async def _keep(self, claimed: ClaimedLetter, outcome: Outcome) -> LetterState | None:
        """Keep what became of a letter, however long the database is away; None if it stays away
        to the end."""
        while True:
            try:
                async with self._database.begin(ahead=True) as session:
                    now = await self._now(session)
                    became = await _keep_in(session, claimed, outcome, now=now)
            except Exception:
                log.exception("what became of a letter could not be kept")
            else:
                self.counts[str(became)] += 1
                return became
            if self._stopping:
                return None
            await asyncio.sleep(AGAIN)

    async def _show(self) -> bool:
        """Tell in its message how far a broadcast is; False when no message is to be edited."""
        async with self._database.begin() as session:
            now = await self._now(session)
            progress = await store.claim_progress(session, now=now)
            if progress is None or progress.chat is None:
                return False
            reader = reader_of(await recipient_in(session, progress.chat), now=now)
        shown = views.progress(progress, reader)
        said = Edit(shown.text, inline_buttons(shown), says_again=False)
        address = Address(progress.chat.telegram_id, pressed=progress.mailing.shown_in)
        outcome = await self._outbox.post(said, address, lane=Lane.BOARD, patience=PATIENCE)
        final = final_of(outcome)
        if isinstance(final, Failed) and not final.permanent:
            async with self._database.begin() as session:
                await store.progress_not_shown(session, progress.mailing.id)
            return False
        return True


async def _keep_in(
    session: AsyncSession, claimed: ClaimedLetter, outcome: Outcome, *, now: datetime
) -> LetterState:
    """Keep it, and then what it tells of the chat, which may be joined with another; what became of
    the letter."""
    final = final_of(outcome)
    if isinstance(final, Failed) and not (final.permanent or final.ambiguous):
        became = await _try_again(session, claimed, final, now=now)
    else:
        became = _ending(final)
        message_id = final.message_id if isinstance(final, Sent) else None
        reason = final.reason if isinstance(final, Failed) else type(final).__name__.lower()
        why = None if became == LetterState.SENT else reason
        await store.letter_ended(session, claimed, became, message_id=message_id, reason=why)
    await session.flush()
    await keep_reach(session, outcome, claimed.chat.telegram_id, now=now)
    return became


def _ending(final: Outcome) -> LetterState:
    match final:
        case Sent() | Nothing():
            return LetterState.SENT
        case Blocked() | Kicked() | Muted() | Gone():
            return LetterState.LOST
        case Failed(ambiguous=True):
            return LetterState.UNCLEAR
        case _:
            return LetterState.REFUSED


async def _try_again(
    session: AsyncSession, claimed: ClaimedLetter, failed: Failed, *, now: datetime
) -> LetterState:
    """A letter that has certainly not left: when Telegram asks for that, else later after each
    try, and not without end."""
    tries = claimed.letter.attempts
    is_asked = bool(failed.retry_after) or failed.closing
    if not is_asked and tries >= MOST_TRIES:
        await store.letter_ended(session, claimed, LetterState.REFUSED, reason=failed.reason)
        return LetterState.REFUSED
    wait = failed.retry_after if is_asked else min(2.0**tries, LONGEST_WAIT)
    until = now + timedelta(seconds=wait)
    await store.letter_put_off(session, claimed, until, failed=not is_asked)
    return LetterState.WAITING
