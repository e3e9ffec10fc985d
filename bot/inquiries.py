"""Inline queries: answered from what the store can read, in no one's turn, and never kept.

Each letter that somebody types may be a query, so a query writes nothing and leaves no receipt: one
that comes twice is answered twice, which Telegram refuses. The words of a new task are kept once
they have rested for a second, for only then somebody may choose them. A query that cannot be
answered stays without results: the next letter asks again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import structlog
from telegram.error import TelegramError

from bot.incoming.meeting import Met, introduce, request_of
from bot.operation.metrics import became
from bot.outgoing.outcomes import too_late
from bot.outgoing.pace import CallKind
from bot.outgoing.queries import answer_query
from bot.outgoing.queue import Paused
from bot.replies import Offer
from bot.texts import words_for
from bot.views.everywhere.results import invitation
from storage.errors import Refusal
from storage.people.access import check_memberships
from storage.talk.arrivals import look_up
from storage.talk.drafts import keep_draft
from storage.talk.seals import sealing_key

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from telegram import Bot

    from bot.clock import Clock
    from bot.incoming.meeting import Host
    from bot.incoming.queries import Asked
    from bot.membership import Memberships
    from bot.outgoing.outbox import Outbox
    from bot.requests import Request
    from storage.database import Database

log = structlog.get_logger(__name__)

REST = 1.0  # seconds without another letter
Find: TypeAlias = Callable[["Request", int], Awaitable[Offer]]


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that may become a task, and the token of their button."""

    token: str
    text: str
    user_id: UUID
    said_at: datetime


class Inquiries:
    """Answers inline queries. `find` finds the results of a request, from one of them on."""

    def __init__(
        self,
        *,
        database: Database,
        outbox: Outbox,
        bot: Bot,
        clock: Clock,
        memberships: Memberships,
        find: Find,
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._bot = bot
        self._clock = clock
        self._memberships = memberships
        self._find = find
        self._typed: dict[UUID, Typed] = {}
        self._resting: dict[UUID, asyncio.Task[None]] = {}
        self._answering: set[asyncio.Task[None]] = set()
        self._has_key = False

    async def receive(self, asked: Asked, host: Host) -> None:
        """Find what a query asks for; the answer leaves afterwards."""
        try:
            await self.prepare()
            offer = await self._memberships.settle(
                partial(self._offer, asked, host),
                introduce=lambda session, now: introduce(session, asked, now=now),
            )
            became("answered")
        except Refusal:
            became("refused")
            offer = Offer()
        except Exception:
            became("crashed")
            log.exception("an inline query found nothing")
            return
        task = asyncio.create_task(self._answer(asked, offer), name="inline query")
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def keep_typed(self) -> None:
        """Keep all words that may be chosen by now."""
        for task in self._resting.values():
            task.cancel()
        self._resting.clear()
        for user_id in list(self._typed):
            await self._keep(user_id)

    async def close(self) -> None:
        """Keep what was typed, and wait until the last answers have left."""
        await self.keep_typed()
        if self._answering:
            await asyncio.wait(set(self._answering))

    async def prepare(self) -> None:
        """Read what tokens are sealed with, or make it: a query writes nothing."""
        if self._has_key:
            return
        for _ in range(2):  # made; then known to be committed
            async with self._database.begin() as session:
                await sealing_key(session)
        self._has_key = True

    async def _offer(self, asked: Asked, host: Host) -> Offer:
        """The results, in a transaction that only reads. Raises MembershipUnknown."""
        if asked.first is None or asked.sender is None:
            return Offer()
        now, sender = self._clock.now(), asked.sender
        async with self._database.read() as session:
            known = await look_up(session, sender.telegram_id, sender.telegram_id, None, now=now)
            if known.chat is None or known.user is None:
                return invitation(words_for(sender.language))
            if known.user.banned_at is not None:
                return Offer()
            met = Met(known.user, known.chat, known)
            request = request_of(session, asked, met, now=now, host=host)
            if known.has_outdated:
                await check_memberships(session, request.asker, now=now)
            offer = await self._find(replace(request, text=asked.text), asked.first)
        if offer.draft:
            self._rest(Typed(offer.draft, asked.text, known.user.id, now))
        return offer

    def _rest(self, typed: Typed) -> None:
        """Keep words in a second, unless others take their place until then."""
        user_id = typed.user_id
        if (before := self._resting.pop(user_id, None)) is not None:
            before.cancel()
        self._typed[user_id] = typed
        self._resting[user_id] = asyncio.create_task(self._rested(user_id), name="typed words")

    async def _rested(self, user_id: UUID) -> None:
        await asyncio.sleep(REST)
        self._resting.pop(user_id, None)
        await self._keep(user_id)

    async def _keep(self, user_id: UUID) -> None:
        typed = self._typed.pop(user_id, None)
        if typed is None:
            return
        try:
            async with self._database.begin() as session:
                await keep_draft(
                    session, typed.token, typed.text, user_id=user_id, said_at=typed.said_at
                )
        except Exception:
            log.exception("typed words were not kept")

    async def _answer(self, asked: Asked, offer: Offer) -> None:
        chat_id = asked.chat.telegram_id
        try:
            call = partial(answer_query, self._bot, offer, asked.query_id)
            await self._outbox.ask(call, chat_id, CallKind.QUESTION)
        except TelegramError as error:
            if not too_late(error):
                log.warning("an inline query was not answered", reason=str(error))
        except Paused:
            log.info("an inline query has to wait for too long")
