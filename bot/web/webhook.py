"""Updates that Telegram posts: the answer is 200 when the update's transaction is committed.

Telegram posts an update again after any answer other than 2xx, and when there is none within about
a minute. While the database is away the answer is 503.
"""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING, Any

import structlog
from aiohttp import web

from bot.logs import in_one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
RETRY_SECONDS = "5"


def webhook_route(
    path: str, *, secret: str, receive: Callable[[dict[str, Any]], Awaitable[None]]
) -> web.RouteDef:
    """The route that passes updates to `receive`.

    It answers 401 without the secret, 400 to a body that is not an update, and 503 when `receive`
    raises.
    """

    async def post(request: web.Request) -> web.Response:
        if not _knows(request, secret):
            raise web.HTTPUnauthorized
        update = _update(await request.read())
        try:
            await receive(update)
        except Exception as error:  # whatever it is, the update was not committed
            reason = in_one_line(error)
            facts = {"update_id": update["update_id"], "reason": reason}
            log.warning("an update cannot be received: is the database away?", **facts)
            raise web.HTTPServiceUnavailable(headers={"Retry-After": RETRY_SECONDS}) from error
        return web.Response()

    return web.post(path, post)


def _knows(request: web.Request, secret: str) -> bool:
    """Whether the request has the secret, compared in constant time."""
    given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(given, secret.encode())


def _update(body: bytes) -> dict[str, Any]:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest(text="no JSON\n") from None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        raise web.HTTPBadRequest(text="no update\n")
    return update
