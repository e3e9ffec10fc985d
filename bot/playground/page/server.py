"""The playground's HTTP server: the Bot API and the chat page, on 127.0.0.1 only."""

from aiohttp import web

from bot.playground.api.delivery import post_updates
from bot.playground.page.bot_api import BotApi
from bot.playground.page.chat_page import ChatPage, StartOver
from bot.playground.telegram import Telegram
from bot.playground.world.clock import PlaygroundClock

HOST = "127.0.0.1"
_LARGEST_BODY = 60 * 1024 * 1024  # bytes: a file of 50 MB and what surrounds it


class Server:
    """A running stand-in; `address` is what TELEGRAM_API_URL takes."""

    def __init__(self, runner: web.AppRunner, port: int) -> None:
        self._runner = runner
        self.port = port
        self.address = f"http://{HOST}:{port}"

    async def close(self) -> None:
        """Stop answering; open pages and polls are ended."""
        await self._runner.cleanup()


async def serve(
    telegram: Telegram,
    *,
    port: int,
    clock: PlaygroundClock | None = None,
    start_over: StartOver | None = None,
) -> Server:
    """Start to answer on `port` of 127.0.0.1 (0: a free one). Raises OSError when it is taken."""
    app = application(telegram, clock, start_over)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return Server(runner, runner.addresses[0][1])


def application(
    telegram: Telegram,
    clock: PlaygroundClock | None = None,
    start_over: StartOver | None = None,
) -> web.Application:
    """The aiohttp application: every path that the stand-in answers."""
    api, page = BotApi(telegram), ChatPage(telegram, clock, start_over)
    app = web.Application(client_max_size=_LARGEST_BODY)
    app.add_routes(
        [
            web.route("*", "/bot{token}/{method}", api.call),
            web.get("/file/bot{token}/{path:.+}", api.download),
            web.get("/", page.index),
            web.get(r"/page/{name:[a-z]+\.(?:css|js|svg)}", page.file),
            web.get("/live", page.live),
            web.get("/media/{file_id}", page.media),
            web.post("/deeds/{name}", page.deed),
        ]
    )
    app.cleanup_ctx.append(lambda _: post_updates(telegram.webhook, telegram.world))
    app.on_shutdown.append(page.close)
    return app
