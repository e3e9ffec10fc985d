"""One update in, one transaction, one reply out; refusals become words."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Bot, Update
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Clock
from bot.incoming.meeting import Host, introduce, meet, request_of
from bot.incoming.updates import Arrival, read_update, standing
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import (
    Blocked,
    Failed,
    Gone,
    Kicked,
    Moved,
    Nothing,
    Outcome,
    Sent,
    TopicGone,
)
from bot.presses import StaleButton
from bot.replies import Address, Reply
from bot.requests import Handler, Request
from bot.routes import choose, end_question
from bot.texts import words_for
from bot.views.refusals import crashed, refused
from storage.database import Database
from storage.errors import MembershipUnknown, Refusal
from storage.models import MemberStatus
from storage.people.access import check_memberships
from storage.people.chats import chat_of, migrate_chat, set_unreachable
from storage.people.members import keep_answered_status
from storage.people.users import set_blocked, user_of
from storage.pushes.answers import take_over
from storage.talk.locks import lock_chat
from storage.talk.receipts import receive
from storage.tasks.find import show_in_message

log = structlog.get_logger(__name__)

# Telegram's words for somebody, or something, that is not there
NOT_THERE = re.compile("user not found|participant|chat not found", re.IGNORECASE)
AT_ONCE = 64  # updates in hand; more wait for their turn outside
ATTEMPTS = 3
# asyncpg's own error comes through bare when a connection ends between two statements
DATABASE_FAULTS = (DBAPIError, PoolTimeout, OSError, asyncpg.InterfaceError)
ASKED_AT_MOST = 30  # questions to Telegram for one update: its sender and twenty assignees


class Endpoint:
    """Takes updates in. Within a chat they keep their order, chats do not wait for each other."""

    def __init__(
        self,
        *,
        database: Database,
        outbox: Outbox,
        bot: Bot,
        clock: Clock,
        default_zone: str,
        operators: frozenset[int] = frozenset(),
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._outbox = outbox
        self._bot = bot
        self._clock = clock
        self._default_zone = default_zone
        self._operators = operators
        self._turns: dict[int, list[Any]] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._errands: set[asyncio.Task[None]] = set()

    async def receive(self, update: dict[str, Any]) -> None:
        """Do an update; its effect is committed on return, its answer leaves afterwards.

        Raises one of DATABASE_FAULTS while the database cannot be reached: then nothing was
        done, and the update has to come again.
        """
        self.counts["received"] += 1
        arrival = self._read(update)
        if arrival is None:
            return
        async with self._turn(arrival.chat.telegram_id):
            reply = await self._done_once(update["update_id"], arrival)
            self._answer(reply, arrival)

    async def close(self) -> None:
        """Wait until what became of the last answers is kept."""
        if self._errands:
            await asyncio.wait(self._errands)

    def _read(self, update: dict[str, Any]) -> Arrival | None:
        """A poison update must not stop the others: it is logged and counts as received."""
        try:
            parsed = Update.de_json(update, self._bot)
            return read_update(parsed, bot_id=self._bot.id)
        except Exception:
            self.counts["unreadable"] += 1
            log.exception("unreadable update", update_id=update.get("update_id"))
            return None

    @asynccontextmanager
    async def _turn(self, chat_id: int) -> AsyncIterator[None]:
        """First come, first served within a chat; a slot is only held while working."""
        turn = self._turns.setdefault(chat_id, [asyncio.Lock(), 0])
        turn[1] += 1
        try:
            async with turn[0], self._slots:
                yield
        finally:
            turn[1] -= 1
            if not turn[1]:
                self._turns.pop(chat_id, None)

    async def _done_once(self, update_id: int, arrival: Arrival) -> Reply | None:
        faults = 0
        for _ in range(ASKED_AT_MOST):
            try:
                return await self._transact(update_id, arrival)
            except MembershipUnknown as unknown:
                await self._ask_telegram(unknown, arrival)
            except (Refusal, StaleButton) as refusal:
                handler = _refuse(refusal, pressed=arrival.press is not None)
                return await self._transact(update_id, arrival, handler=handler)
            except DATABASE_FAULTS as error:
                # raises when the database is away; a deadlock is only tried again
                await self._database.ping()
                faults += 1
                if faults == ATTEMPTS:
                    return self._crash(update_id, arrival, error)
            except Exception as error:  # noqa: BLE001  whatever broke, its person is told
                return self._crash(update_id, arrival, error)
        return None

    def _crash(self, update_id: int, arrival: Arrival, error: Exception) -> Reply:
        reference = secrets.token_hex(4)
        self.counts["crashed"] += 1
        log.error("update failed", reference=reference, update_id=update_id, exc_info=error)
        language = arrival.sender.language if arrival.sender else ""
        return crashed(reference, words=words_for(language))

    async def _transact(
        self, update_id: int, arrival: Arrival, *, handler: Handler | None = None
    ) -> Reply | None:
        """The one transaction of an update, its receipt included.

        `handler` takes the place of the route's.
        """
        async with self._database.begin() as session:
            await lock_chat(session, arrival.chat.telegram_id)
            if not await receive(session, update_id, now=self._clock.now()):
                self.counts["repeated"] += 1
                return None
            now = arrival.sent_at or self._clock.now()
            met = await meet(session, arrival, now=now)
            if met is None:
                return None
            request = await request_of(session, arrival, *met, now=now, host=self._host())
            return await self._handle(request, arrival, handler)

    def _host(self) -> Host:
        return Host(self._bot.username, self._default_zone, self._operators)

    async def _handle(
        self, request: Request, arrival: Arrival, handler: Handler | None
    ) -> Reply | None:
        if handler is not None:
            return await handler(request)
        chosen = await choose(request, arrival)
        if chosen is None:
            return None
        route, request = chosen
        if route.reaches:
            await check_memberships(request.session, request.asker, now=request.now)
        reply = await route.handler(request)
        if reply is not None and reply.edits and reply.text and request.pressed is not None:
            await show_in_message(
                request.session, reply.about, request.pressed, chat=request.chat, now=request.now
            )
            if not reply.stays:
                await take_over(request.session, request.chat, request.pressed)
        return reply

    def _answer(self, reply: Reply | None, arrival: Arrival) -> None:
        if arrival.press is not None:
            reply = reply or Reply()
        if reply is None:
            return
        task = self._outbox.post(reply, _address(arrival))
        errand = asyncio.create_task(self._keep_outcome(task, reply, arrival.chat.telegram_id))
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    async def _keep_outcome(
        self, posted: asyncio.Future[Outcome], reply: Reply, chat_id: int
    ) -> None:
        outcome = await posted
        self.counts[f"answer {type(outcome).__name__.lower()}"] += 1
        if isinstance(outcome, Nothing | Failed):
            return
        try:
            async with self._database.begin() as session:
                await lock_chat(session, chat_id)  # the next update may be about this message
                await self._keep(session, outcome, reply, chat_id)
        except Exception:
            log.exception("what became of an answer was not kept", chat_id=chat_id)

    async def _keep(
        self, session: AsyncSession, outcome: Outcome, reply: Reply, chat_id: int
    ) -> None:
        now = self._clock.now()
        match outcome:
            case Sent(message_id, more):
                if reply.about is not None:
                    chat = await chat_of(session, chat_id)
                    await show_in_message(session, reply.about, message_id, chat=chat, now=now)
                for another, what in zip(reply.more, more, strict=False):
                    await self._keep(session, what, another, chat_id)
            case Blocked():
                await set_blocked(session, chat_id, blocked=True, now=now)
            case Kicked() | Gone():
                await set_unreachable(session, chat_id, unreachable=True, now=now)
            case Moved(new_chat_id, then):
                await migrate_chat(session, old_id=chat_id, new_id=new_chat_id)
                await self._keep(session, then, reply, new_chat_id)
            case TopicGone(then):
                await self._keep(session, then, reply, chat_id)
            case _:
                pass

    async def _ask_telegram(self, unknown: MembershipUnknown, arrival: Arrival) -> None:
        """Ask whether a person is in chats where that is not known for sure, and keep it."""
        asked = [self._standing(chat_id, unknown.user_id) for chat_id in unknown.chat_ids]
        answers = await asyncio.gather(*asked)
        now = self._clock.now()
        async with self._database.begin() as session:
            await introduce(session, arrival, now=now)
            user = await user_of(session, unknown.user_id)
            for chat_id, answer in zip(unknown.chat_ids, answers, strict=True):
                chat = await chat_of(session, chat_id)
                await keep_answered_status(session, user, chat, answer, now=now)

    async def _standing(self, chat_id: int, user_id: int) -> MemberStatus | None:
        """None when Telegram does not tell."""
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except Forbidden:  # the bot is out itself; who made a task there is told of it all the same
            return None
        except BadRequest as error:
            return MemberStatus.GONE if NOT_THERE.search(error.message) else None
        except TelegramError:
            return None
        return standing(member)


def _refuse(refusal: Refusal | StaleButton, *, pressed: bool) -> Handler:
    async def say(request: Request) -> Reply:
        await end_question(request)
        return refused(refusal, words=request.words, pressed=pressed)

    return say


def _address(arrival: Arrival) -> Address:
    press, message = arrival.press, arrival.message
    return Address(
        chat_id=arrival.chat.telegram_id,
        topic=arrival.topic,
        reply_to=message.message_id if message else None,
        pressed=press.message_id if press else None,
        query_id=press.query_id if press else None,
    )
