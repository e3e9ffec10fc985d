"""The whole bot over real sockets, with proxies before Telegram and the database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from telegram import Bot

from bot.application import Application, compose
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Limits, Pace
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.settings import Settings
from tests.support.faults import Climate, Weather, serve_badly
from tests.support.proxy import Proxy, proxy_before

RECOVERS = 5.0  # seconds that people wait at most when the cause of an outage is gone


@dataclass
class Scene:
    """A running bot, and somebody who writes to it."""

    telegram: Telegram
    climate: Climate
    line: Proxy
    application: Application
    person: User

    def says(self, text: str) -> None:
        self.telegram.say(self.person, text)

    def got(self, *words: str) -> list[str]:
        """The bot's messages that have all these words."""
        posts = self.telegram.private(self.person).posts.values()
        texts = [
            str(post.json().get("text", "")) for post in posts if post.sender and post.sender.is_bot
        ]
        return [text for text in texts if all(word in text for word in words)]

    def turns(self, weather: Weather) -> None:
        """All calls of Telegram fare otherwise from now on, those that are waiting, too."""
        self.climate.now = weather
        self.line.reset()

    def pass_(self, **length: float) -> None:
        """Let time pass at once; `length` is timedelta's."""
        self.application.clock.shift(self.application.clock.offset + timedelta(**length))
        self.application.schedule.wake()

    def seconds(self) -> float:
        return asyncio.get_running_loop().time()

    async def until(self, happened: Callable[[], object], *, within: float = 30.0) -> None:
        """Wait for something that shows in Telegram."""
        async with asyncio.timeout(within):
            while not happened():
                await self.telegram.changed.wait()


def _at_once(bot: Bot) -> Outbox:
    return Outbox(bot, pace=Pace(Limits(whole=10_000, bulk=10_000, chat_gap=0.0)))


@asynccontextmanager
async def a_scene(database_url: str, **more: str) -> AsyncIterator[Scene]:
    """The bot on a migrated database; `more` are further settings."""
    telegram, climate = Telegram(now=lambda: datetime.now(UTC)), Climate()
    person = telegram.new_user(User(5000, "Ann", None, None, "en"))
    server = await serve_badly(telegram, climate)
    try:
        async with proxy_before("127.0.0.1", server.port) as line:
            settings = Settings.model_validate(
                {
                    "bot_token": telegram.token,
                    "telegram_api_url": f"http://127.0.0.1:{line.port}",
                    "database_url": database_url,
                    "listen": "127.0.0.1:0",
                    "backup_hour": "off",
                    **more,
                }
            )
            application = compose(settings, make_outbox=_at_once)
            await application.start()
            try:
                yield Scene(telegram, climate, line, application, person)
            finally:
                await application.stop()
    finally:
        await server.close()
