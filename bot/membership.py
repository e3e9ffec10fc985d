"""Who is in which chat, as Telegram tells it: asked when the store does not know, kept, and then
what needed to know is tried again. For updates, inline queries, feeds and the web app alike."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.incoming.updates import standing
from bot.outgoing.queue import Paused
from storage.errors import MembershipUnknown, NotTold
from storage.models import MemberStatus
from storage.people.chats import known_chat
from storage.people.members import keep_answered_status
from storage.people.users import known_user

if TYPE_CHECKING:
    from telegram import Bot

    from bot.clock import Clock
    from bot.outgoing.outbox import Outbox
    from storage.database import Database

log = structlog.get_logger(__name__)

T = TypeVar("T")
Introduce: TypeAlias = Callable[[AsyncSession, datetime], Awaitable[None]]

# Telegram's words for somebody, or something, that is not there
NOT_THERE = re.compile("user not found|participant|chat not found", re.IGNORECASE)
ASKED_AT_MOST = 30  # questions for one piece of work: its sender and twenty assignees
ASKED_AT_ONCE = 10  # further ones wait: somebody may be in many groups
PATIENCE = 3.0  # seconds; somebody waits for the answer that hangs on it, and so does their chat


class Memberships:
    """Asks Telegram with `getChatMember`, in the turn of answers."""

    def __init__(self, bot: Bot, outbox: Outbox, database: Database, clock: Clock) -> None:
        self._bot = bot
        self._outbox = outbox
        self._database = database
        self._clock = clock
        self._slots = asyncio.Semaphore(ASKED_AT_ONCE)

    async def settle(self, work: Callable[[], Awaitable[T]], *, introduce: Introduce) -> T:
        """Do what raises MembershipUnknown while something has to be asked.

        The work is a transaction, which raising has rolled back: `introduce` makes the rows of its
        people and its chat again. Raises NotTold when the work cannot do without an answer that
        Telegram does not give: nothing is asked twice.
        """
        asked: set[tuple[int, int]] = set()
        for _ in range(ASKED_AT_MOST):
            try:
                return await work()
            except MembershipUnknown as unknown:
                questions = {(unknown.user_id, chat_id) for chat_id in unknown.chat_ids}
                if questions <= asked:
                    raise NotTold from None
                asked |= questions
                await self.ask(unknown, introduce)
        raise NotTold

    async def ask(self, unknown: MembershipUnknown, introduce: Introduce | None = None) -> None:
        """Ask Telegram about a person in chats, and keep the answers.

        `introduce` makes the rows of people and chats that may not be there yet.
        """
        asked = [self._standing(chat_id, unknown.user_id) for chat_id in unknown.chat_ids]
        answers = await asyncio.gather(*asked)
        now = self._clock.now()
        async with self._database.begin() as session:
            if introduce is not None:
                await introduce(session, now)
            user = await known_user(session, unknown.user_id)
            for chat_id, answer in zip(unknown.chat_ids, answers, strict=True):
                chat = await known_chat(session, chat_id)
                if user is not None and chat is not None:  # else erased in between
                    await keep_answered_status(session, user, chat, answer, now=now)

    async def _standing(self, chat_id: int, user_id: int) -> MemberStatus | None:
        """What a person is in a chat; None when Telegram does not tell."""
        try:
            async with self._slots, asyncio.timeout(PATIENCE):
                question = partial(self._bot.get_chat_member, chat_id, user_id)
                member = await self._outbox.ask(question, chat_id)
        except Forbidden:  # the bot itself is out; whoever made a task there is still told of it
            return None
        except BadRequest as error:
            return MemberStatus.GONE if NOT_THERE.search(error.message) else None
        except (TelegramError, TimeoutError, Paused) as error:
            log.warning("Telegram does not tell who is in a chat", reason=repr(error))
            return None
        return standing(member)
