"""Files that Telegram keeps: fetched, and read in a thread, outside of any transaction."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

import structlog
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.outgoing.queue import Paused
from bot.views.refusals import Misunderstood
from storage.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from telegram import Bot

    from bot.outgoing.outbox import Outbox
    from bot.requests import FileWanted

log = structlog.get_logger(__name__)

AT_ONCE = 2  # files that are read at a time: each takes a thread, and its size several times over
PATIENCE = 60.0  # seconds for a file to come
SHOWS_AFTER = 1.0  # seconds of work before the chat shows that there is some
SHOWS_EVERY = 4.5  # Telegram shows it for 5 s


class Files:
    """Fetches files in the turn of answers."""

    def __init__(self, bot: Bot, outbox: Outbox) -> None:
        self._bot = bot
        self._outbox = outbox
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def read(self, wanted: FileWanted, chat_id: int) -> object:
        """What `wanted.read` makes of a file, or the Refusal that it raises."""
        async with self._slots:
            try:
                content = await self._fetch(wanted.file.file_id, chat_id)
                return await asyncio.to_thread(wanted.read, content)
            except Refusal as refusal:
                return refusal

    async def _fetch(self, file_id: str, chat_id: int) -> bytes:
        """The content. Raises Misunderstood where Telegram does not give it."""
        try:
            async with asyncio.timeout(PATIENCE):
                ask = partial(self._bot.get_file, file_id)
                file = await self._outbox.ask(ask, chat_id)
                return bytes(await file.download_as_bytearray())
        except (TelegramError, TimeoutError, Paused, OSError) as error:
            log.warning("a file could not be fetched", chat_id=chat_id, reason=repr(error))
            raise Misunderstood("file-unfetched") from None

    @asynccontextmanager
    async def at_work(self, chat_id: int, topic: int = 0) -> AsyncIterator[None]:
        """Let a chat show that the bot is at work, if that takes longer than a moment."""
        showing = asyncio.create_task(self._show(chat_id, topic), name="at work")
        try:
            yield
        finally:
            showing.cancel()

    async def _show(self, chat_id: int, topic: int) -> None:
        await asyncio.sleep(SHOWS_AFTER)
        show = partial(
            self._bot.send_chat_action,
            chat_id,
            ChatAction.TYPING,
            message_thread_id=topic or None,
        )
        while True:
            try:
                await self._outbox.ask(show, chat_id)
            except (TelegramError, Paused) as error:
                log.info("a chat does not show that the bot is at work", reason=repr(error))
            await asyncio.sleep(SHOWS_EVERY)
