"""Delivery by webhook: every update posted to the bot, oldest first, until it says 2xx."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp

from bot.playground.telegram import Telegram

_PATIENCE = aiohttp.ClientTimeout(total=60)  # Telegram waits as long for an answer
_LONGEST_PAUSE = 30.0  # seconds between tries


async def post_updates(telegram: Telegram) -> AsyncIterator[None]:
    """Deliver while the server runs (a cleanup context of aiohttp)."""
    async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
        task = asyncio.create_task(_deliver(telegram, session))
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _deliver(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    pause = 1.0
    while True:
        if not telegram.webhook.url or not len(telegram.world.updates):
            await telegram.changed.wait()
        elif await _post_first(telegram, session):
            pause = 1.0
        else:
            with contextlib.suppress(TimeoutError):  # a new webhook is tried at once
                async with asyncio.timeout(pause):
                    await telegram.changed.wait()
            pause = min(2 * pause, _LONGEST_PAUSE)


async def _post_first(telegram: Telegram, session: aiohttp.ClientSession) -> bool:
    update = telegram.pending_updates[0]
    webhook = telegram.webhook
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update, headers=headers) as answer:
            words = None if answer.ok else f"Wrong response from the webhook: {answer.status}"
    except (aiohttp.ClientError, TimeoutError) as reason:
        words = f"Connection failed: {reason}"
    if words is not None:
        webhook.last_error = (telegram.world.unix(), words)
        return False
    telegram.world.updates.confirm(update["update_id"] + 1)
    return True
