"""`/healthz`: is the process alive? `/readyz`: can it serve people? `/metrics`: what did it do?"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Protocol

from aiohttp import web

from bot.operation.version import running_version

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Vitals(Protocol):
    """What the health checks ask the application."""

    def stuck(self) -> tuple[str, ...]:
        """What makes no progress, in words; nothing while the process is alive."""

    async def missing(self) -> tuple[str, ...]:
        """What keeps the bot from serving people, in words; nothing when it is ready."""

    def notes(self) -> tuple[str, ...]:
        """What is to be known of a bot that is ready, in words."""


def health_routes(vitals: Vitals, exposition: Callable[[], Awaitable[bytes]]) -> list[web.RouteDef]:
    """The three paths; a failing check answers 503. `exposition` is the page for Prometheus."""

    async def healthz(_: web.Request) -> web.Response:
        stuck = vitals.stuck()
        status = HTTPStatus.SERVICE_UNAVAILABLE if stuck else HTTPStatus.OK
        lines = (*(stuck or ("ok",)), f"version {running_version()}")
        return web.Response(text="\n".join(lines) + "\n", status=status)

    async def readyz(_: web.Request) -> web.Response:
        return _report(await vitals.missing(), vitals.notes())

    async def metrics(_: web.Request) -> web.Response:
        body = await exposition()
        return web.Response(body=body, headers={"Content-Type": METRICS_TYPE})

    paths: dict[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
        "/healthz": healthz,
        "/readyz": readyz,
        "/metrics": metrics,
    }
    return [web.get(path, handler) for path, handler in paths.items()]


def _report(missing: tuple[str, ...], notes: tuple[str, ...] = ()) -> web.Response:
    status = HTTPStatus.SERVICE_UNAVAILABLE if missing else HTTPStatus.OK
    return web.Response(text="\n".join(missing or ("ok", *notes)) + "\n", status=status)
