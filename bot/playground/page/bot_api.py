"""The Bot API over HTTP, for the bot's process."""

import re

from aiohttp import web

from bot.playground.page.bodies import read_parameters
from bot.playground.telegram import Telegram
from bot.playground.world.refusals import Refusal

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


class BotApi:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def call(self, request: web.Request) -> web.Response:
        """One method call by GET or POST: query, form, multipart or JSON."""
        try:
            self._check_token(request)
            params, files = await read_parameters(request)
            result = await self._telegram.call(request.match_info["method"], params, files)
        except Refusal as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """The content of a file that getFile named."""
        try:
            self._check_token(request)
        except Refusal as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        file = self._telegram.file(request.match_info["path"])
        if file is None:
            return web.json_response(Refusal(404, "Not Found").body(), status=404)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        _check_sender(request)
        token = request.match_info["token"]
        if not _TOKEN.fullmatch(token):
            raise Refusal(404, "Not Found")
        if token != self._telegram.token:
            raise Refusal(401, "Unauthorized")


def _check_sender(request: web.Request) -> None:
    """Refuse calls from web pages: any site can know the token, which is in the source."""
    if request.headers.get("Sec-Fetch-Site", "none") != "none" or "Origin" in request.headers:
        raise Refusal(401, "Unauthorized")
