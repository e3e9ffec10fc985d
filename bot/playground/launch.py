"""`dueto playground`: the stand-in for Telegram, its page, and the bot's own process beside it."""

import asyncio
import contextlib
import os
import signal
import sys
import time
import webbrowser
from asyncio.subprocess import Process
from collections.abc import Iterator, Mapping
from datetime import timedelta

from bot.playground.page.server import Server, serve
from bot.playground.people.town import a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world.clock import PlaygroundClock

PREFERRED_PORT = 8090
_PATIENCE = 10.0  # seconds that the bot has to end in order
_NUMBERS_SINCE = 1_767_225_600  # 2026-01-01 in Unix seconds: a later start has higher numbers


async def launch(
    *,
    port: int = PREFERRED_PORT,
    open_browser: bool = False,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Serve the page, run the bot beside it, and return the exit code.

    When `port` is taken a free one is used; `environment` is added to the bot's own. When the bot
    ends by itself the playground says so and ends with its exit code; SIGINT and SIGTERM stop the
    bot first.
    """
    clock = PlaygroundClock()
    telegram = a_playground(clock)
    stop = asyncio.Event()
    with _stopped_by_signals(stop):
        server = await _serve(telegram, port, clock)
        try:
            bot = await _start_bot(server, telegram, environment or {})
            clock.listen(lambda offset: _tell_clock(bot, offset))
            _say(f"The playground is at {server.address}/ (Ctrl+C ends it)")
            if open_browser:
                await asyncio.to_thread(webbrowser.open, f"{server.address}/")
            return await _watch(bot, stop)
        finally:
            await server.close()


@contextlib.contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


def a_playground(clock: PlaygroundClock) -> Telegram:
    """The small town, numbered so that no message id of an earlier run comes again."""
    telegram = Telegram(now=clock.now)
    for person in a_small_town(telegram).people:
        telegram.private(person).is_started = True  # as people had before a restart
    telegram.world.number_from(max(1, int(time.time()) - _NUMBERS_SINCE))
    return telegram


async def _serve(telegram: Telegram, port: int, clock: PlaygroundClock) -> Server:
    try:
        return await serve(telegram, port=port, clock=clock)
    except OSError:
        return await serve(telegram, port=0, clock=clock)


async def _start_bot(server: Server, telegram: Telegram, environment: Mapping[str, str]) -> Process:
    own = {
        "BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": server.address,
        "DUETO_CLOCK": "stdin",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        stdin=asyncio.subprocess.PIPE,
        env={**os.environ, **environment, **own},
        start_new_session=True,  # Ctrl+C reaches only the playground, which then stops the bot
    )


def _tell_clock(bot: Process, offset: timedelta) -> None:
    """Write the new offset, in seconds, as one line to the bot's standard input."""
    if bot.stdin is not None and bot.returncode is None:
        bot.stdin.write(f"{offset.total_seconds()}\n".encode())


async def _watch(bot: Process, stop: asyncio.Event) -> int:
    """Wait until the bot ends or a signal comes; the playground's exit code."""
    ended = asyncio.create_task(bot.wait())
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            code = _exit_code(ended.result())
            _say(f"The bot ended by itself with exit code {code}; the playground ends too.")
            return code
        return 0
    finally:
        stopped.cancel()
        if bot.returncode is None:
            await _stop(bot)


async def _stop(bot: Process) -> None:
    bot.terminate()
    try:
        async with asyncio.timeout(_PATIENCE):
            await bot.wait()
    except TimeoutError:
        _say(f"The bot did not end within {_PATIENCE:.0f} s and was killed.")
        bot.kill()
        await bot.wait()


def _exit_code(returned: int) -> int:
    """The code that a shell reports: 128 plus the number of the signal that ended the process."""
    return returned if returned >= 0 else 128 - returned


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
