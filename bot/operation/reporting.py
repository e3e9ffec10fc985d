"""Errors, reported to Sentry where whoever runs the bot wants that.

What leaves is the event's name, the kinds of the errors with the lines of our code, the version,
and the ids of the update or push: no values of variables, no words of people or of Telegram, no
secret. The library is an extra, so this module is imported only where there is an address.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import sentry_sdk
from sentry_sdk.utils import BadDsn, event_from_exception

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = ("update_id", "push", "reference", "job", "reminder")  # facts of an event that are only ids
PARTS = frozenset(
    {"event_id", "timestamp", "level", "logger", "message", "exception", "tags", "release"}
)


class NoReporter(Exception):
    """The address is none; the message is the line to show."""


def report_errors(address: str, *, version: str) -> None:
    """Report each error of the log to Sentry's address (its DSN). Raises NoReporter."""
    try:
        sentry_sdk.init(
            dsn=address,
            release=f"dueto@{version}",
            default_integrations=False,
            auto_enabling_integrations=False,
            include_local_variables=False,
            max_breadcrumbs=0,
            server_name="",
            before_send=scrub,
        )
    except BadDsn:
        raise NoReporter(
            "SENTRY_DSN is no address of Sentry's; it takes https://KEY@HOST/PROJECT"
        ) from None
    logging.getLogger().addHandler(Reporter(level=logging.ERROR))


def scrub(event: Any, _hint: Any) -> Any:
    """An event with no more than what is promised above."""
    kept = {key: value for key, value in event.items() if key in PARTS}
    for error in _values(kept.get("exception")):
        error["value"] = ""  # a library's words may quote what it was given
        for frame in _values(error.get("stacktrace"), "frames"):
            frame.pop("vars", None)
    return kept


class Reporter(logging.Handler):
    """Hands errors of the log to Sentry, ours and those of libraries."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._report(record)
        except Exception:  # noqa: BLE001  a report that fails is no reason to fail
            self.handleError(record)

    def _report(self, record: logging.LogRecord) -> None:
        facts = record.msg if isinstance(record.msg, dict) else {"event": record.msg}
        event: dict[str, Any] = {}
        if (error := _error(facts.get("exc_info") or record.exc_info)) is not None:
            options = sentry_sdk.get_client().options
            event |= event_from_exception(error, client_options=options)[0]
        event |= {"level": record.levelname.lower(), "logger": record.name}
        event["message"] = str(facts.get("event", ""))
        event["tags"] = {key: str(facts[key]) for key in KEPT if key in facts}
        sentry_sdk.capture_event(event)  # type: ignore[arg-type]


def _error(told: Any) -> BaseException | None:
    """What was raised, in whichever of logging's ways it is told."""
    if isinstance(told, tuple):
        told = told[1]
    elif told and not isinstance(told, BaseException):
        told = sys.exc_info()[1]
    return told if isinstance(told, BaseException) else None


def _values(part: Any, key: str = "values") -> Iterable[dict[str, Any]]:
    return (part or {}).get(key) or ()
