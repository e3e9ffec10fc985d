"""`dueto playground`: the stand-in for Telegram, its page, and the bot's own process beside it."""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import time
import webbrowser
from asyncio.subprocess import Process
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from bot.playground.page.server import Server, serve
from bot.playground.people.town import a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world.clock import PlaygroundClock

PREFERRED_PORT = 8090
_PATIENCE = 10.0  # seconds that the bot has to end in order
_ANSWERS_WITHIN = 30.0  # seconds; the bot first sends what is due
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
    bot first. Nothing is kept: each start has an empty store.
    """
    stop = asyncio.Event()
    with tempfile.TemporaryDirectory(prefix="dueto-") as folder, _stopped_by_signals(stop):
        playground = _Playground(Path(folder), environment or {})
        server = await playground.serve(port)
        try:
            await playground.start_bot()
            _say(f"The playground is at {server.address}/ (Ctrl+C ends it)")
            if open_browser:
                await asyncio.to_thread(webbrowser.open, f"{server.address}/")
            return await playground.watch(stop)
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


class _Playground:
    """The stand-in, its clock, and the bot's process; `start_over` begins with a new bot."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """Each bot has its database in the `folder`."""
        self._folder = folder
        self._environment = environment
        self._clock = PlaygroundClock()
        self._clock.stop_where(self._next_stop)
        self._telegram = a_playground(self._clock)
        self._address = ""
        self._bot: Process | None = None
        self._bots = 0
        self._changing = asyncio.Lock()

    async def serve(self, port: int) -> Server:
        """Serve the page on this port or, where it is taken, on a free one."""
        try:
            server = await self._serve(port)
        except OSError:
            server = await self._serve(0)
        self._address = server.address
        return server

    async def _serve(self, port: int) -> Server:
        clock, start_over = self._clock, self.start_over
        return await serve(self._telegram, port=port, clock=clock, start_over=start_over)

    async def start_bot(self) -> None:
        """Start a bot's process with an empty store."""
        self._bots += 1
        own = {
            "BOT_TOKEN": self._telegram.token,
            "TELEGRAM_API_URL": self._address,
            "DATABASE_URL": f"sqlite:///{self._folder / f'{self._bots}.db'}",
            "DUETO_CLOCK": "stdin",
        }
        self._bot = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, **self._environment, **own},
            start_new_session=True,  # Ctrl+C reaches only the playground, which then stops the bot
        )

    async def start_over(self) -> None:
        """Forget all chats and tasks, return to the real time, and start a new bot."""
        async with self._changing:
            old, self._bot = self._bot, None
            if old is not None:
                await _stop(old)
            await self._clock.reset()
            settle(self._telegram)
            await self.start_bot()

    async def _next_stop(self, offset: timedelta, target: timedelta) -> timedelta:
        """Tell the bot the clock's offset; when it has sent what is due, it names the next stop."""
        bot = self._bot
        if bot is None or bot.returncode is not None or not (bot.stdin and bot.stdout):
            return target
        bot.stdin.write(f"{offset.total_seconds()} {target.total_seconds()}\n".encode())
        try:
            async with asyncio.timeout(_ANSWERS_WITHIN):
                return timedelta(seconds=float(await bot.stdout.readline()))
        except (TimeoutError, ValueError):  # it has ended, or is not what answers
            return target

    async def watch(self, stop: asyncio.Event) -> int:
        """Wait until the bot ends by itself or a signal comes; the playground's exit code."""
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                bot = self._bot
                ended = asyncio.create_task(bot.wait() if bot else self._changed())
                await asyncio.wait({ended, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if bot is not None and ended.done() and bot is self._bot:
                    code = _exit_code(bot.returncode or 0)
                    _say(f"The bot ended by itself with exit code {code}; the playground ends too.")
                    return code
                ended.cancel()
            return 0
        finally:
            stopped.cancel()
            if self._bot is not None and self._bot.returncode is None:
                await _stop(self._bot)

    async def _changed(self) -> None:
        async with self._changing:
            """A new bot has been started."""


def a_playground(clock: PlaygroundClock) -> Telegram:
    """The small town, as it is at each start."""
    telegram = Telegram(now=clock.now)
    _people(telegram)
    return telegram


def settle(telegram: Telegram) -> None:
    """Replace the world by a new one with the same people."""
    telegram.world = telegram.world.begin_again()
    _people(telegram)


def _people(telegram: Telegram) -> None:
    """The people, numbered so that no message id of an earlier run comes again."""
    for person in a_small_town(telegram).people:
        telegram.private(person).is_started = True  # so that anything may be said at once
    telegram.world.number_from(max(1, int(time.time()) - _NUMBERS_SINCE))


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
