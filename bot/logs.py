"""Logging, the libraries' included: for people or as JSON lines.

An event is one line, whatever it tells: what would move a cursor, end a line or turn its words
around is written out, and each line of a traceback on the console is marked. The lines that an
update causes have its `update_id`, those of a push its `push`.

No line has a secret, and none has what people wrote: no values of variables in a traceback, no row
that PostgreSQL quotes in an error's DETAIL, no parameters of libraries that log them.
"""

from __future__ import annotations

import io
import json as json_library
import logging
import re
import sys
from contextvars import Context
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

import structlog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from structlog.typing import EventDict, ExcInfo, Processor, WrappedLogger

# What looks like a bot's token is hidden, too, except for its number, in case nobody named it.
TOKEN_SHAPE = re.compile(
    r"(?<![0-9])([0-9]{5,20})(:|%3A)[A-Za-z0-9_-]{30,}", re.ASCII | re.IGNORECASE
)
HIDDEN = "‹hidden›"
SHORTEST = (
    8  # characters; a shorter password is part of ordinary words, and hiding these would reveal it
)

# PostgreSQL quotes the failing row: people's words. SQLAlchemy's own lines may follow.
DETAIL = re.compile(
    r"(\\n|\n)DETAIL:.*?(?=(?:\\n|\n)(?:HINT:|\[SQL: |\(Background on |\nThe above |\nDuring )|\Z)",
    re.DOTALL,
)
# What moves a cursor, ends a line, turns the direction of words or cannot be written at all: the
# control, format, surrogate, private and separating characters, but no space.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
TRACE = "  | "  # before each line of a traceback, so that no line of it looks like an event
LONGEST = 200  # characters of an error in one line

# At INFO these log each request, each job and each step of a migration.
QUIET = ("aiohttp.access", "aiosqlite", "alembic", "apscheduler", "asyncio", "httpcore", "httpx")
# At DEBUG these log each statement and each message with what people wrote in it.
WORDY = {"aiosqlite": logging.WARNING, "telegram": logging.INFO}


def in_one_line(error: BaseException) -> str:
    """An error in one line, also one that has no text (a time-out), without a quoted row."""
    words = str(error).strip().partition("\n")[0].strip()[:LONGEST]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def apart() -> Context:
    """The context of a task that outlives whatever happened to start it: its lines, and what it
    spends, are not those of an update."""
    return Context()


class Redaction:
    """The last step of logging: it replaces the given secrets and what looks like a token."""

    def __init__(self, secrets: Iterable[str]) -> None:
        words = {form for secret in secrets for form in (secret, quote(secret, safe=""))}
        long = sorted((word for word in words if len(word) >= SHORTEST), key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, long))) if long else None

    def __call__(self, _logger: WrappedLogger, _method: str, line: str) -> str:
        if self._words is not None:
            line = self._words.sub(HIDDEN, line)
        return TOKEN_SHAPE.sub(rf"\1:{HIDDEN}", line)


def configure(
    *, level: str, json: bool, secrets: Iterable[str], stream: TextIO | None = None
) -> None:
    """Send all logs of the process to `stream` (standard error), with `secrets` replaced."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(json=json, colors=handler.stream.isatty(), secrets=secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    _quieten(level)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _shared() -> list[Processor]:
    """The steps that our own logs and those of libraries have in common."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _formatter(*, json: bool, colors: bool, secrets: Iterable[str]) -> logging.Formatter:
    """What makes a line of each log: ours, or one of a library."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_shared(), structlog.stdlib.ExtraAdder()],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *_renderer(json=json, colors=colors),
            _as_processor(Redaction(secrets)),
        ],
    )


def _renderer(*, json: bool, colors: bool) -> list[Processor]:
    if json:
        return [
            structlog.processors.ExceptionRenderer(
                structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
            ),
            _without_details,
            structlog.processors.JSONRenderer(ensure_ascii=False),
            _escaped,
        ]
    return [
        _on_one_line,
        structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=_plain_traceback),
    ]


def _plain_traceback(stream: TextIO, exception: ExcInfo) -> None:
    text = io.StringIO()
    structlog.dev.plain_traceback(text, exception)
    lines = _without_detail(text.getvalue()).rstrip("\n").split("\n")
    stream.write("".join(f"\n{TRACE}{_visible(line)}" for line in lines))


def _on_one_line(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Make each event of the console one line, in characters that show; what is raised is
    rendered behind it."""
    told = _without_details(logger, method, event)
    return {
        _visible(str(key)): value if key == "exc_info" else _on_line(value)
        for key, value in told.items()
    }


def _on_line(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    return _visible(value if isinstance(value, str) else repr(value))


def _visible(text: str) -> str:
    """Its unseen characters written out as Python writes them."""
    return UNSEEN.sub(lambda found: ascii(found[0])[1:-1], text)


def _escaped(_logger: WrappedLogger, _method: str, line: Any) -> Any:
    """A line of JSON whose unseen characters are escaped, so that it reads back as it was."""
    return UNSEEN.sub(lambda found: json_library.dumps(found[0])[1:-1], line)


def _without_details(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Take the rows out that PostgreSQL quotes in its errors, wherever an error is told."""
    return {key: _without_detail(value) for key, value in event.items()}


def _without_detail(value: Any) -> Any:
    if isinstance(value, str):
        return DETAIL.sub(r"\1", value) if "DETAIL:" in value else value
    if isinstance(value, dict):
        return {key: _without_detail(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_detail(one) for one in value]
    return value


def _as_processor(redaction: Redaction) -> Processor:
    """A structlog processor; it follows the renderer, whose result is the line as text."""

    def hide(logger: WrappedLogger, method: str, event: EventDict) -> Any:
        return redaction(logger, method, str(event))

    return hide


def _quieten(level: str) -> None:
    for name in QUIET:
        logging.getLogger(name).setLevel(level if level == "DEBUG" else logging.WARNING)
    for name, least in WORDY.items():
        logging.getLogger(name).setLevel(max(least, logging.getLogger().level))
    if level != "DEBUG":
        # it warns when a run takes longer than its interval, which is normal here
        logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
