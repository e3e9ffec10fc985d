"""python-telegram-bot's transport over one aiohttp session.

Why not its own over httpx: at the same load aiohttp's client needs about a third of the time.

What a failure says about a request that was to be done once:

    NetworkError / TimedOut
      __cause__ NeverSent    refused, not resolved, no connection in time: Telegram saw nothing
      __cause__ Unanswered   it may have been done: the answer is what is missing
    TelegramError
      __cause__ Malformed    no request can be made of it, a lone surrogate in a text for one
      NotTheBotApi           answered with 200, yet not as the Bot API answers

A refusal that is not in the Bot API's JSON is a proxy's, an HTML page mostly: a NetworkError of one
line, whatever its status, never Telegram's word on a token or a chat.

aiohttp's own errors name the URL, and the URL holds the bot's token: they are neither chained nor
quoted, only their class and the system's error number are.
"""

from __future__ import annotations

import errno
import json
import os
from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.outgoing.contact import Contact
from bot.outgoing.skew import Skew

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

# RetryAfter reads this whenever it is made; without it it warns that seconds become a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "1")

READ_TIMEOUT = 15.0  # Telegram mostly answers in 0.1 s; giving up early makes a send ambiguous
WRITE_TIMEOUT = 60.0
CONNECT_TIMEOUT = 5.0
POOL_TIMEOUT = 5.0
KEEP_ALIVE = 30.0  # shorter than a server's: a connection that it closes would cost a send
DNS_CACHE = 60  # seconds
MOST_FETCHED = 20 * 1024 * 1024  # bytes of a file: what Telegram lets bots fetch
KINDS = {
    400: "refused",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    409: "conflict",
    429: "too_many_requests",
}
STRANGE = "the answer is not one of the Bot API"


class Failure(Exception):
    """What went wrong with a request, in words without its URL."""

    def __init__(self, words: str, *, timed_out: bool = False) -> None:
        super().__init__(words)
        self.timed_out = timed_out


class NeverSent(Failure):
    """No byte of the request reached the server, or too few to be a request."""


class Malformed(NeverSent):
    """It cannot be written as a request at all: trying again is in vain."""


class Unanswered(Failure):
    """The request was on its way; what became of it is unknown."""


class NotTheBotApi(TelegramError):
    """Whoever answers at this address speaks something else."""


class AiohttpRequest(BaseRequest):
    """Bot API calls over one aiohttp session with at most `connections` connections.

    Every timeout is in seconds, `None` for none. `read_timeout` is the pause between two pieces of
    an answer, not the whole of it; `write_timeout` is added to it where files are uploaded.
    `trust_env`: HTTPS_PROXY and its like are followed.
    """

    __slots__ = (
        "_connect_timeout",
        "_connections",
        "_pool_timeout",
        "_read_timeout",
        "_session",
        "_trust_env",
        "_write_timeout",
        "contact",
        "failures",
        "skew",
    )

    def __init__(
        self,
        *,
        connections: int = 64,
        read_timeout: float | None = READ_TIMEOUT,
        write_timeout: float | None = WRITE_TIMEOUT,
        connect_timeout: float | None = CONNECT_TIMEOUT,
        pool_timeout: float | None = POOL_TIMEOUT,
        trust_env: bool = True,
        skew: Skew | None = None,
    ) -> None:
        self.skew = skew or Skew()
        self.contact = Contact()
        self.failures: Counter[str] = Counter()  # calls that failed, by kind
        self._connections = connections
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._trust_env = trust_env
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return f"AiohttpRequest(connections={self._connections}, read_timeout={self._read_timeout})"

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer when the call names none."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; once is enough, again after `shutdown` is fine."""
        if self._session is not None and not self._session.closed:
            return
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=KEEP_ALIVE, ttl_dns_cache=DNS_CACHE
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            trust_env=self._trust_env,
        )

    async def shutdown(self) -> None:
        """Close the session and its connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; gives the status and the body, whatever they are.

        Raises TelegramError as the module says.
        """
        has_files = request_data is not None and request_data.contains_files
        timeouts = _client_timeout(
            read=_given(read_timeout, self._read_timeout),
            write=_given(write_timeout, self._write_timeout) if has_files else 0.0,
            connect=_given(connect_timeout, self._connect_timeout),
            pool=_given(pool_timeout, self._pool_timeout),
        )
        form = _form(request_data) if request_data is not None else None
        answer = await self._answer(method, url, form, timeouts)
        kind = _failure(method, answer)
        self.contact.hear(kind)
        if kind:
            self.failures[kind] += 1
        if isinstance(answer, Failure):
            # Outside of the except block: the original, with the URL, is not even the context.
            raise _told(answer) from answer
        _check(method, *answer)
        return answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What is said in the Bot API's JSON. Raises NotTheBotApi for anything else."""
        said = _json(payload)
        if not isinstance(said, dict):
            raise NotTheBotApi(STRANGE)
        return said

    async def _answer(
        self, method: str, url: str, form: aiohttp.FormData | None, timeouts: aiohttp.ClientTimeout
    ) -> tuple[int, bytes] | NeverSent | Unanswered:
        if self._session is None or self._session.closed:
            return NeverSent("the session is closed")
        try:
            async with self._session.request(
                method, url, data=form, timeout=timeouts, allow_redirects=False
            ) as response:
                self.skew.hear(response.headers.get("Date"))
                return response.status, await _body(response, method)
        except ValueError as error:  # InvalidURL too
            return Malformed(type(error).__name__)
        except (aiohttp.ClientError, OSError) as error:  # TimeoutError is an OSError
            return _without_url(error)


def heard_by(request: BaseRequest) -> tuple[Skew, Contact]:
    """What the transport hears in passing; a test's own hears nothing."""
    if isinstance(request, AiohttpRequest):
        return request.skew, request.contact
    return Skew(), Contact()


async def _body(response: aiohttp.ClientResponse, method: str) -> bytes:
    """An answer; of a file, which alone is fetched by GET, no more than MOST_FETCHED."""
    if method != "GET":
        return await response.read()
    pieces, size = [], 0
    async for piece in response.content.iter_any():
        pieces.append(piece)
        size += len(piece)
        if size > MOST_FETCHED:
            break
    return b"".join(pieces)


def _check(method: str, status: int, body: bytes) -> None:
    """Refuse what is no answer of the Bot API; files, which are fetched, may be anything."""
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        if not isinstance(_json(body), dict):
            raise NetworkError(f"{_phrase(status)}: {STRANGE}")
    elif _is_strange(method, body):
        raise NotTheBotApi(STRANGE)


def _is_strange(method: str, body: bytes) -> bool:
    is_answer = body.lstrip().startswith(b"{") and b'"result"' in body
    return method == "POST" and not is_answer


def _failure(method: str, answer: tuple[int, bytes] | Failure) -> str:
    """The kind of a call that failed, for counting; "" for one that did not."""
    if isinstance(answer, Failure):
        if answer.timed_out:
            return "timeout"
        return "not_sent" if isinstance(answer, NeverSent) else "no_answer"
    status, body = answer
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "server"
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        return KINDS.get(status, "other")
    return "strange" if _is_strange(method, body) else ""


def _json(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _phrase(status: int) -> str:
    try:
        return f"{HTTPStatus(status).phrase} ({status})"
    except ValueError:
        return f"Unknown ({status})"


def never_sent(error: BaseException) -> bool:
    """Whether the request certainly was not carried out: sending it again cannot double it."""
    if isinstance(error, RetryAfter) or isinstance(error.__cause__, NeverSent):
        return True
    # A 429 without `retry_after`, as a proxy sends it, arrives as a NetworkError with this phrase.
    refusal = HTTPStatus.TOO_MANY_REQUESTS.phrase.lower()
    return isinstance(error, NetworkError) and str(error).lower().startswith(refusal)


def _given(value: ODVInput[float], default: float | None) -> float | None:
    if value is None or isinstance(value, (int, float)):
        return value
    return default


def _client_timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    # aiohttp has no write timeout, and its read timer runs from the first byte that is written.
    silence = None if read is None or write is None else read + write
    waiting = None if connect is None or pool is None else connect + pool
    return aiohttp.ClientTimeout(
        total=None, connect=waiting, sock_connect=connect, sock_read=silence
    )


def _form(data: RequestData) -> aiohttp.FormData:
    # Unquoted: Telegram shows a file name as it comes, %C3%A1 and all.
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    if data.contains_files:
        for field, (filename, content, mimetype) in data.multipart_data.items():
            form.add_field(field, content, filename=filename, content_type=mimetype)
    return form


def _without_url(error: Exception) -> NeverSent | Unanswered:
    """The same failure in words that cannot hold a URL."""
    words = [type(error).__name__]
    number = error.errno if isinstance(error, OSError) else None
    if number is not None:
        words.append(errno.errorcode.get(number, str(number)))
    failure = NeverSent if _before_sending(error) else Unanswered
    return failure(" ".join(words), timed_out=isinstance(error, TimeoutError))


def _before_sending(error: Exception) -> bool:
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)):
        return True
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return True
    # The writer met a connection that had been closed: the body is incomplete on the other side.
    reset = aiohttp.ClientConnectionResetError
    return isinstance(error, reset) or isinstance(error.__cause__, reset)


def _told(failure: NeverSent | Unanswered) -> TelegramError:
    """python-telegram-bot's error for it."""
    if isinstance(failure, Malformed):
        return TelegramError(f"no request: {failure}")
    sent = "not sent" if isinstance(failure, NeverSent) else "no answer"
    message = f"{sent}: {failure}"
    return TimedOut(message) if failure.timed_out else NetworkError(message)
