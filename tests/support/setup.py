"""The whole bot in this process, on a real database, with the playground's town as its Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from math import inf
from typing import Any

from structlog.testing import capture_logs

from bot.application import Application, compose
from bot.clock import Clock
from bot.incoming.flood import Flood
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Limits, Pace
from bot.playground.people.town import Town, a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world.refusals import NOT_MODIFIED
from bot.settings import Settings
from tests.support.clocks import Patience, Time
from tests.support.telegram import InMemory

ASKED_FOR = frozenset({"getChatMember", "pinChatMessage"})  # a refusal is one of its answers
SOMEBODY_ELSE = 9_001  # the operator, who is not in the town and has not started the bot
TROUBLE = frozenset({"warning", "error", "critical"})
UNHURRIED = Limits(
    whole=100_000,
    bulk=100_000,
    chat_gap=0.0,
    group=100_000,
    group_bulk=100_000,
    group_boards=100_000,
)


@dataclass
class Setup:
    """What all conversations of a test share: the bot's process, the town and its time."""

    settings: Settings
    telegram: Telegram
    town: Town
    time: Time
    application: Application
    offset: int = 0
    log: list[MutableMapping[str, Any]] = field(default_factory=list)
    trouble_is_meant: bool = False

    async def restart(self) -> None:
        """End the bot's process and start another on the same database."""
        await self.stop()
        self.application = an_application(self.settings, self.telegram, self.time)
        await self.application.bot.initialize()
        await self.application.endpoint.prepare()

    async def stop(self) -> None:
        await self.application.endpoint.close()
        await self.application.outbox.close(5)
        await self.application.database.close()

    def check(self) -> None:
        """Assert that Telegram refused nothing and that nothing failed."""
        if self.trouble_is_meant:
            return
        refusals = [(c.method, c.refusal.description) for c in self.telegram.calls if c.refusal]
        meant = {NOT_MODIFIED}  # pressing what is shown already is no error
        assert [one for one in refusals if one[0] not in ASKED_FOR and one[1] not in meant] == []
        assert [entry for entry in self.log if entry["log_level"] in TROUBLE] == []


def an_application(
    settings: Settings,
    telegram: Telegram,
    time: Time,
    limits: Limits = UNHURRIED,
    flood: Flood | None = None,
) -> Application:
    """The whole bot on the stand-in, without waiting for Telegram's limits, if it is not said."""
    patience = Patience(time)
    return compose(
        settings,
        clock=Clock(lambda: time.now),
        request=InMemory(telegram),
        flood=flood or Flood(inf),
        make_outbox=lambda bot: Outbox(
            bot, pace=Pace(limits), sleep=patience.sleep, monotonic=patience.monotonic
        ),
    )


@asynccontextmanager
async def a_setup(database_url: str, time: Time) -> AsyncIterator[Setup]:
    """The town and the bot on a migrated database."""
    telegram = Telegram(now=lambda: time.now)
    settings = Settings.model_validate(
        {
            "bot_token": telegram.token,
            "database_url": database_url,
            "default_timezone": "Europe/Berlin",
            "operators": str(SOMEBODY_ELSE),
        }
    )
    application = an_application(settings, telegram, time)
    await application.bot.initialize()
    await application.endpoint.prepare()
    setup = Setup(settings, telegram, a_small_town(telegram), time, application)
    with capture_logs() as setup.log:
        yield setup
        await setup.stop()
    setup.check()
