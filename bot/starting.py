"""What has to be there before the first update: a database that answers and is this bot's own."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.incoming.polling import Backoff
from bot.language.places.cities import load_cities
from bot.logs import in_one_line
from bot.reader import Home
from storage.errors import AnotherBot, LaterTables
from storage.migrations import misfits, upgrade
from storage.settings import asks_for_tls
from storage.talk.ownership import change_owner, own
from storage.whole.marks import half_filled_from

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.settings import Settings
    from storage.database import Database

    Sleep: TypeAlias = Callable[[float], Awaitable[object]]

log = structlog.get_logger(__name__)
T = TypeVar("T")

REFUSED = ("28", "3D")  # SQLSTATE classes: no such user, password or database
WARM_UP_AFTER = 3.0  # seconds: the first answers come before it
NO_TLS = "rejected SSL upgrade"  # in asyncpg's words
AWAY = ("08", "53", "57")  # no connection, no room for one, shutting down or starting up


class CannotStart(Exception):
    """A setting names what does not let the bot in; the message is the line to show."""


REVOKED = (
    "BOT_TOKEN is not known to Telegram any more (401): it was revoked; take the one that "
    "BotFather shows now"
)


async def reach(database: Database, *, sleep: Sleep = asyncio.sleep) -> None:
    """Wait for a database server that is not up yet.

    Raises CannotStart when it refuses, or is a file that cannot be opened.
    """
    backoff = Backoff()
    while True:
        try:
            return await database.ping()
        except Exception as error:  # noqa: BLE001  of a server that is half there
            reason = _reason(error)
            if refusal := _tls_refusal(error, asked=asks_for_tls(database.settings)):
                raise CannotStart(f"DATABASE_URL cannot be opened: {refusal}") from None
            if database.settings.dialect == "sqlite" or _has_state(error, REFUSED):
                raise CannotStart(f"DATABASE_URL cannot be opened: {reason}") from None
            delay = backoff.delay()
            log.warning("the database does not answer", reason=reason, again_in=round(delay, 1))
        await sleep(delay)


async def migrate(
    database: Database, *, beside_later: bool = False, sleep: Sleep = asyncio.sleep
) -> None:
    """Bring the tables up to date, and begin again where the server goes away meanwhile.

    Raises CannotStart where `dueto move` has not come to its end, and when they are of a later
    version; not so `beside_later`, where this version can work with them, as it can for one
    release.
    """
    await _through_outages(database, lambda: refuse_half(database), sleep)
    try:
        await _through_outages(database, lambda: upgrade(database.settings), sleep)
    except LaterTables as later:
        if not beside_later:
            raise CannotStart(f"{later}; take that one") from None
        found = await _through_outages(database, lambda: misfits(database.settings), sleep)
        if found:
            names = ", ".join(found[:3])
            raise CannotStart(
                f"{later}, without what this one needs ({names}); take that one"
            ) from None
        log.warning("the tables are of a later version; this one works with them, for one release")


async def refuse_half(database: Database) -> None:
    """Raise CannotStart for a database that has half of another's rows."""
    source = await half_filled_from(database.settings)
    if source is not None:
        raise CannotStart(
            f"DATABASE_URL names a database that has half of {source}; finish that with the same "
            "`dueto move` or `dueto import-all`, or take another one"
        )


async def own_database(
    database: Database, bot_id: int, *, insist: bool, sleep: Sleep = asyncio.sleep
) -> None:
    """Write down that this bot keeps its people here.

    Raises CannotStart when another one does, unless told to `insist`: then what it left is
    forgotten.
    """

    async def owning() -> None:
        async with database.begin() as session:
            if insist and await change_owner(session, bot_id):
                log.warning("the database was another bot's; its messages are forgotten")
            else:
                await own(session, bot_id)

    try:
        await _through_outages(database, owning, sleep)
    except AnotherBot as other:
        raise CannotStart(
            f"DATABASE_URL holds the people of another bot ({other.bot_id}; BOT_TOKEN is that of "
            f"{bot_id}); take its token, another database, or `dueto run --take-over`"
        ) from None


def home_of(settings: Settings) -> Home:
    """What people are told of this installation."""
    host = settings.database.url.host or settings.database.connect_args.get("host") or ""
    return Home(settings.public_address, str(host), settings.retention)


async def warm_up() -> None:
    """Load what the first person who names a city would wait a second for."""
    await asyncio.sleep(WARM_UP_AFTER)
    await asyncio.to_thread(load_cities)


async def _through_outages(database: Database, work: Callable[[], Awaitable[T]], sleep: Sleep) -> T:
    """What `work` gives, begun again as often as the server goes away in the middle of it."""
    backoff = Backoff()
    while True:
        try:
            return await work()
        except (SQLAlchemyError, OSError) as error:
            if not _is_away(error):
                raise
            delay = backoff.delay()
            log.warning("the database went away", reason=_reason(error), again_in=round(delay, 1))
        await sleep(delay)
        await reach(database, sleep=sleep)


def _reason(error: BaseException) -> str:
    """The driver's own words, in one line."""
    own_error = getattr(error, "orig", None)
    return in_one_line(getattr(own_error, "__cause__", None) or own_error or error)


def _tls_refusal(error: BaseException | None, *, asked: bool) -> str:
    """Why the server's TLS is not what the address asks for, if that is the reason."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"its certificate is not accepted ({error.verify_message})"
        if asked and isinstance(error, ConnectionError) and NO_TLS in str(error):
            return "the server has no TLS, which its sslmode asks for"
        error = error.__cause__
    return ""


def _is_away(error: BaseException) -> bool:
    """Whether the server is the reason, not what it was asked. TimeoutError is an OSError."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OSError) or _has_state(error, AWAY)


def _has_state(error: BaseException | None, classes: tuple[str, ...]) -> bool:
    """Whether PostgreSQL said so, by the SQLSTATE of an error or of what caused it."""
    while error is not None:
        if str(getattr(error, "sqlstate", "") or "")[:2] in classes:
            return True
        error = error.__cause__
    return False
