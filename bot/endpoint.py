"""One update in, one transaction, one reply out; refusals become words."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import asyncpg
import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from structlog.contextvars import bound_contextvars
from telegram import Bot, Update

from bot.incoming.files import Files
from bot.incoming.flood import Flood, Verdict, slow_down
from bot.incoming.meeting import Host, Met, NotStarted, introduce, meet, request_of
from bot.incoming.outages import Outages
from bot.incoming.polling import ALLOWED_UPDATES
from bot.incoming.queries import Asked, CalledAsGuest, Chose, read_query
from bot.incoming.updates import Arrival, Pressed, Reacted, Wrote, read_update
from bot.inquiries import Inquiries
from bot.membership import Memberships
from bot.operation.metrics import Metrics, became, doing
from bot.outgoing.answers import Answers, keep
from bot.outgoing.keeping import Answer
from bot.presses.coding import StaleButton
from bot.quoting import read_message
from bot.reader import NOWHERE, Home
from bot.replies import Address, Edit, Notice, Offer, Reply, Say, in_place, quietly
from bot.requests import FileWanted, Sign, WordsUnknown
from bot.texts import words_for
from bot.views.groups.topics import in_topic
from bot.views.refusals import crashed, refused
from storage.errors import Refusal
from storage.people.access import check_memberships
from storage.pushes.answers import take_over
from storage.refusing import takes_nothing
from storage.talk.answers import message_row
from storage.talk.receipts import receive

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from bot.requests import Handler, Request, Route
    from storage.database import Database

log = structlog.get_logger(__name__)

AT_ONCE = 64  # updates in hand; more wait for their turn outside
ATTEMPTS = 3
# asyncpg's own error comes through bare when a connection ends between two statements
DATABASE_FAULTS = (DBAPIError, PoolTimeout, OSError, asyncpg.InterfaceError)


class _Unworkable(Exception):
    """The database is there, and does not take this update."""


def kind_of(update: dict[str, Any]) -> str:
    """What Telegram calls the kind of an update; "other" for one that we did not ask for."""
    return next((kind for kind in ALLOWED_UPDATES if kind in update), "other")


class Router(Protocol):
    """Who handles what: `bot.routes`, which the composition root hands in."""

    async def choose(
        self, request: Request, arrival: Arrival, /
    ) -> tuple[Route, Request] | None: ...

    def named(self, route: Route, /) -> str: ...

    async def interrupt(self, request: Request, /) -> None: ...

    async def find_inline(self, request: Request, first: int, /) -> Offer: ...

    def lead(self, data: str, username: str, /) -> Notice: ...


class Endpoint:
    """Takes updates in. Within a chat they keep their order, chats do not wait for each other."""

    def __init__(
        self,
        *,
        database: Database,
        outbox: Outbox,
        bot: Bot,
        clock: Clock,
        router: Router,
        default_zone: str,
        operators: frozenset[int] = frozenset(),
        home: Home = NOWHERE,
        metrics: Metrics,
        flood: Flood | None = None,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._bot = bot
        self._outbox = outbox
        self._clock = clock
        self._router = router
        self._default_zone = default_zone
        self._operators = operators
        self.home = home
        self._metrics = metrics
        self._flood = flood or Flood()
        self._outages = Outages(self._say_away)
        self._turns: dict[int, list[Any]] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._memberships = Memberships(bot, outbox, database, clock)
        self._inquiries = Inquiries(
            database=database,
            outbox=outbox,
            bot=bot,
            clock=clock,
            memberships=self._memberships,
            find=router.find_inline,
        )
        self.files = Files(bot, outbox)
        self.answers = Answers(database=database, outbox=outbox, clock=clock, counts=self.counts)

    async def receive(self, update: dict[str, Any]) -> None:
        """Do an update; its effect is committed on return, its answer leaves afterwards.

        Raises one of DATABASE_FAULTS while the database cannot be reached: then nothing was
        done, and the update has to come again.
        """
        with (
            bound_contextvars(update_id=update.get("update_id")),
            self._metrics.visit(kind_of(update)),
        ):
            await self._receive(update)

    async def _receive(self, update: dict[str, Any]) -> None:
        self.counts["received"] += 1
        arrival = self._read(update)
        if arrival is None:
            return
        try:
            await self._judged(update["update_id"], arrival)
        except BaseException as error:
            self._flood.give_back(arrival)
            if isinstance(error, DATABASE_FAULTS):
                self._outages.failed(arrival)
            raise

    async def _judged(self, update_id: int, arrival: Arrival) -> None:
        """Do an update, unless its person sends more than anybody does."""
        verdict = self._flood.judge(arrival)
        if verdict is not Verdict.DO:
            became("limited")
        if verdict is Verdict.DROP:
            return
        if isinstance(arrival, Asked):
            async with self._slots:
                await self._inquiries.receive(arrival, self._host())
            return
        if isinstance(arrival, Chose) or (isinstance(arrival, Pressed) and arrival.inline):
            await self._inquiries.keep_typed()  # it may be about these words
        async with self._turn(arrival.chat.telegram_id):
            await self.answers.kept_in(arrival.chat.telegram_id)
            do = self._done_once if verdict is Verdict.DO else self._slow_down
            answer = await do(update_id, arrival)
            if answer is not None:
                self.answers.send(answer)

    async def prepare(self) -> None:
        """Read what never changes, so that no update pays for it."""
        await self._inquiries.prepare()

    async def close(self) -> None:
        """Keep what is typed, and what became of the last answers."""
        self._outages.over()
        await self._inquiries.close()
        await self.answers.close()

    def _read(self, update: dict[str, Any]) -> Arrival | None:
        """A poison update must not stop the others: it is logged and counts as received."""
        try:
            parsed = Update.de_json(update, self._bot)
            bot_id, username = self._bot.id, self._bot.username
            asked = read_query(parsed, bot_id=bot_id, username=username)
            return asked or read_update(parsed, bot_id=bot_id, username=username)
        except Exception:
            self.counts["unreadable"] += 1
            became("unreadable")
            log.exception("unreadable update")
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

    async def _slow_down(self, update_id: int, arrival: Arrival) -> Answer | None:
        """Tell somebody that they are too fast, where they may be told anything."""
        try:
            return await self._attempt(update_id, arrival, handler=slow_down)
        except (NotStarted, _Unworkable):
            return None

    async def _done_once(self, update_id: int, arrival: Arrival) -> Answer | None:
        """Whatever breaks around an update, refusing it and asking Telegram included, is told to
        its person and stops nobody else."""
        try:
            return await self._done(update_id, arrival)
        except DATABASE_FAULTS:
            raise
        except Exception as error:  # noqa: BLE001  whatever broke, its person is told
            return self._crash(update_id, arrival, error)

    async def _done(self, update_id: int, arrival: Arrival) -> Answer | None:
        try:
            return await self._settled(update_id, arrival)
        except NotStarted:
            assert isinstance(arrival, Pressed)  # noqa: S101  who only pressed
            led = self._router.lead(arrival.data, self._bot.username)
            return Answer(led, _address(arrival), update_id)
        except WordsUnknown as unknown:
            return await self._done_knowing(update_id, arrival, unknown)
        except FileWanted as wanted:
            return await self._done_having(update_id, arrival, wanted)
        except (Refusal, StaleButton) as refusal:
            return await self._refused(update_id, arrival, refusal)

    async def _settled(self, update_id: int, arrival: Arrival) -> Answer | None:
        answer = await self._memberships.settle(
            lambda: self._attempt(update_id, arrival),
            introduce=lambda session, now: introduce(session, arrival, now=now),
        )
        if answer is not None:
            became("answered")
        return answer

    async def _done_knowing(
        self, update_id: int, arrival: Arrival, unknown: WordsUnknown
    ) -> Answer | None:
        """Ask Telegram what a message says, and do the update once more. Of one that is gone
        nothing is done."""
        assert isinstance(arrival, Reacted)  # noqa: S101  nothing else asks
        told, chat_id = arrival.reaction, arrival.chat.telegram_id
        try:
            read = await read_message(
                self._bot, self._outbox, chat_id, told.message_id, unknown.note
            )
        except Refusal as refusal:
            return await self._refused(update_id, arrival, refusal)
        if read is None:
            return None
        told = replace(told, quoted=read.quoted, note=read.note)
        return await self._done(update_id, replace(arrival, reaction=told, topic=read.topic))

    async def _done_having(
        self, update_id: int, arrival: Arrival, wanted: FileWanted
    ) -> Answer | None:
        """Fetch a file and read it, off the loop, and do the update once more."""
        async with self.files.at_work(arrival.chat.telegram_id, arrival.topic):
            brought = await self.files.read(wanted, arrival.chat.telegram_id)
            return await self._done(update_id, replace(arrival, brought=brought))

    async def _refused(
        self, update_id: int, arrival: Arrival, refusal: Refusal | StaleButton
    ) -> Answer | None:
        handler = self._refuse(refusal, arrival)
        became("refused")
        return await self._attempt(update_id, arrival, handler=handler)

    async def _attempt(
        self, update_id: int, arrival: Arrival, *, handler: Handler | None = None
    ) -> Answer | None:
        """The update's transaction, tried again after a deadlock and its like.

        Raises one of DATABASE_FAULTS when the database is away.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                answer = await self._transact(update_id, arrival, handler)
            except DATABASE_FAULTS as error:
                if takes_nothing(error):
                    raise
                await self._database.ping()
                if attempt == ATTEMPTS:
                    raise _Unworkable from error
            else:
                self._outages.over()
                return answer
        raise AssertionError("unreachable")

    def _refuse(self, refusal: Refusal | StaleButton, arrival: Arrival) -> Handler:
        pressed = isinstance(arrival, Pressed)

        async def say(request: Request) -> Reply | None:
            await self._router.interrupt(request)
            if isinstance(arrival, Reacted):
                return _of_reaction(refused(refusal, words=request.words, pressed=False), arrival)
            words = request.own_words if pressed else request.words
            return refused(refusal, words=words, pressed=pressed)

        return say

    def _say_away(self, arrival: Arrival) -> None:
        words = words_for(arrival.sender.language if arrival.sender else "")
        self._outbox.post(Say(words("database-away")), _address(arrival))

    def _crash(self, update_id: int, arrival: Arrival, error: Exception) -> Answer:
        reference = secrets.token_hex(4)
        self.counts["crashed"] += 1
        became("crashed")
        log.error("update failed", reference=reference, exc_info=error)
        language = arrival.sender.language if arrival.sender else ""
        reply = crashed(reference, words=words_for(language))
        return Answer(reply, _address(arrival), update_id)

    async def _transact(
        self, update_id: int, arrival: Arrival, handler: Handler | None
    ) -> Answer | None:
        """The one transaction of an update, its receipt and its answer included.

        `handler` takes the place of the route's.
        """
        async with self._database.begin() as session:
            received_at = self._clock.now()
            chat_id = arrival.chat.telegram_id
            is_said = isinstance(arrival, Wrote) and not arrival.is_edit
            if not await receive(session, update_id, chat_id, now=received_at, is_said=is_said):
                self.counts["repeated"] += 1
                became("repeated")
                return None
            now = arrival.sent_at or received_at
            met = await meet(session, arrival, now=now)
            if met is None:
                return None
            request = request_of(session, arrival, met, now=now, host=self._host())
            reply = await self._handle(request, arrival, met, handler)
            if isinstance(arrival, Pressed):
                reply = reply or Notice("")
            if reply is None:
                return None
            reply = in_topic(reply, met.chat, arrival.topic, request.words)
            leaving = quietly(reply, reacts=request.preferences.reacts)
            answer, known = Answer(leaving, _address(arrival), update_id), met.known.message
            if isinstance(reply, Edit) and reply.of is not None:  # another message than this one
                answer = replace(answer, address=replace(answer.address, pressed=reply.of))
                known = await message_row(session, met.chat, reply.of)
            return await keep(session, answer, met.chat, known, now=received_at)

    def _host(self) -> Host:
        takes_inline = self._bot.supports_inline_queries
        return Host(
            self._bot.username, self._default_zone, self._operators, self.home, takes_inline
        )

    async def _handle(
        self, request: Request, arrival: Arrival, met: Met, handler: Handler | None
    ) -> Reply | None:
        if handler is not None:
            return await handler(request)
        chosen = await self._router.choose(request, arrival)
        if chosen is None:
            return None
        route, request = chosen
        doing(self._router.named(route))
        if route.reaches and met.known.has_outdated:
            await check_memberships(request.session, request.asker, now=request.now)
        reply = await route.handler(request)
        ends_push = isinstance(reply, Edit) and reply.text and not reply.still_asks
        if ends_push and met.known.is_push and request.pressed is not None:
            await take_over(request.session, request.chat, request.pressed, batch=request.batch)
        return reply


def _of_reaction(reply: Reply, arrival: Reacted) -> Reply | None:
    """A refusal where a reaction asked for it. Only of ✍ it is said: others may be applause."""
    reaction, changed = arrival.reaction, in_place(reply)
    if reaction.note is not None and isinstance(changed, Edit):
        return replace(changed, of=reaction.note)
    if isinstance(reply, Say) and Sign.TASK in reaction.put:
        return replace(reply, quotes=True)
    return None


def _address(arrival: Arrival) -> Address:
    chat_id, topic = arrival.chat.telegram_id, arrival.topic
    match arrival:
        case Pressed():
            pressed, query_id = arrival.message_id, arrival.query_id
            where = Address(chat_id, topic, pressed=pressed, query_id=query_id)
            return replace(where, inline=arrival.inline)
        case Wrote():
            return Address(chat_id, topic, reply_to=arrival.message.message_id)
        case Chose():
            return Address(chat_id, inline=arrival.inline)
        case CalledAsGuest():
            return Address(chat_id, guest=arrival.query_id)
        case Reacted():
            return Address(chat_id, topic, reply_to=arrival.reaction.message_id)
        case _:
            return Address(chat_id, topic)
