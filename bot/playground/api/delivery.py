"""Delivery by webhook: each update is posted to the bot, oldest first, until it answers 2xx."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp

from bot.playground.api.webhook import Webhook
from bot.playground.world import World

_PATIENCE = aiohttp.ClientTimeout(total=60)  # as long as Telegram waits
_LONGEST_PAUSE = 30.0  # seconds between tries


async def post_updates(webhook: Webhook, world: World) -> AsyncIterator[None]:
    """Deliver while the server runs (a cleanup context of aiohttp)."""
    async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
        task = asyncio.create_task(_deliver(webhook, world, session))
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _deliver(webhook: Webhook, world: World, session: aiohttp.ClientSession) -> None:
    pause = 1.0
    while True:
        if not webhook.url or not len(world.updates):
            await world.changed.wait()
        elif await _post_first(webhook, world, session):
            pause = 1.0
        else:
            with contextlib.suppress(TimeoutError):  # a new webhook is tried at once
                async with asyncio.timeout(pause):
                    await world.changed.wait()
            pause = min(2 * pause, _LONGEST_PAUSE)


async def _post_first(webhook: Webhook, world: World, session: aiohttp.ClientSession) -> bool:
    """Post the oldest update; whether the bot took it."""
    update = next(iter(world.updates))
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
    try:
        async with session.post(webhook.url, json=update, headers=headers) as answer:
            words = None if answer.ok else f"Wrong response from the webhook: {answer.status}"
    except (aiohttp.ClientError, TimeoutError) as reason:
        words = f"Connection failed: {reason}"
    if words is not None:
        webhook.last_error = (world.unix(), words)
        return False
    world.updates.confirm(update["update_id"] + 1)
    return True
