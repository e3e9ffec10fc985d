"""Logs: all lines have the chosen format, and none has a secret."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot import logs
from storage.database import create_engine
from storage.settings import DatabaseSettings

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_01234"


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def written(*, json_lines: bool, secrets: tuple[str, ...] = (TOKEN,)) -> io.StringIO:
    stream = io.StringIO()
    logs.configure(level="INFO", json=json_lines, secrets=secrets, stream=stream)
    return stream


@pytest.mark.parametrize("json_lines", [False, True])
def test_a_token_shows_nowhere(*, json_lines: bool) -> None:
    stream = written(json_lines=json_lines)
    ours, theirs = structlog.get_logger("ours"), logging.getLogger("theirs")
    ours.info("calling", url=f"https://api.telegram.org/bot{TOKEN}/getMe")
    theirs.warning("POST %s", f"/bot{TOKEN}/getMe")
    theirs.warning("quoted %s", TOKEN.replace(":", "%3A"))
    try:
        raise ValueError(TOKEN)
    except ValueError:
        ours.exception("failed")
        theirs.exception("failed")
    lines = stream.getvalue()
    assert lines.count("failed") == 2
    assert "AAF-" not in lines
    assert logs.HIDDEN in lines


def test_a_token_that_nobody_named_is_known_by_its_shape() -> None:
    stream = written(json_lines=False, secrets=())
    logging.getLogger("theirs").error("bot%s", TOKEN)
    assert "AAF-" not in stream.getvalue()
    assert "123456789:" in stream.getvalue()


def test_json_is_one_object_a_line() -> None:
    stream = written(json_lines=True)
    structlog.get_logger("ours").info("running", bot="dueto", zeile="ä\nb")
    logging.getLogger("theirs").warning("hm %d", 1, extra={"chat": 5})
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert first["event"] == "running"
    assert first["zeile"] == "ä\nb"
    assert first["logger"] == "ours"
    assert second["event"] == "hm 1"
    assert second["chat"] == 5
    assert second["level"] == "warning"
    assert second["timestamp"].endswith("Z")


def test_chatty_libraries_are_quiet() -> None:
    stream = written(json_lines=False)
    logging.getLogger("httpx").info("HTTP Request")
    logging.getLogger("apscheduler.scheduler").info("Added job")
    assert stream.getvalue() == ""


def fails_with(words: str) -> None:
    title = words * 1  # a local variable, as each handler has some
    if title:
        raise RuntimeError("no room")


DETAILED = 'ERROR: no\nDETAIL:  Failing row contains (7, "Secret plan", two\nlines).'


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
@pytest.mark.parametrize("json_lines", [False, True])
def test_what_people_wrote_shows_nowhere(*, json_lines: bool, level: str) -> None:
    words = "Secret plan"
    stream = io.StringIO()
    logs.configure(level=level, json=json_lines, secrets=(), stream=stream)
    ours, theirs = structlog.get_logger("ours"), logging.getLogger("theirs")
    try:
        try:
            raise ValueError(DETAILED)
        except ValueError as row:
            row_error = ValueError(f"{row}\n[SQL: INSERT INTO tasks]")
            ours.warning("not kept", reason=repr(row_error))
            fails_with(words)
    except RuntimeError:
        ours.exception("failed")
        theirs.exception("failed")
    for library in ("aiosqlite", "telegram.Bot"):
        logging.getLogger(library).debug("with the parameters %s", words)
    lines = stream.getvalue()
    assert lines.count("failed") == 2
    assert lines.count("RuntimeError") >= 2
    assert "INSERT INTO tasks" in lines
    assert "Secret" not in lines
    assert "two" not in lines


async def test_a_statement_that_fails_is_told_without_its_parameters(database_url: str) -> None:
    stream = written(json_lines=True)
    settings = DatabaseSettings.from_url(database_url)
    for engine in (create_engine(settings), create_engine(settings, migrating=True)):
        try:
            async with engine.begin() as connection:
                await connection.execute(
                    text(
                        "INSERT INTO shortcuts (key, text, created_at) VALUES (NULL, :words, NULL)"
                    ),
                    {"words": "Secret plan"},
                )
        except DBAPIError:
            structlog.get_logger("ours").exception("failed")
        await engine.dispose()
    assert stream.getvalue().count('"failed"') == 2
    assert "Secret" not in stream.getvalue()


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (TimeoutError(), "TimeoutError"),
        (OSError("\n \n"), "OSError"),
        (ValueError("one\ntwo"), "ValueError: one"),
        (ValueError("\none"), "ValueError: one"),
        (ValueError("x" * 500), "ValueError: " + "x" * 200),
    ],
)
def test_any_error_has_one_line(error: Exception, line: str) -> None:
    assert logs.in_one_line(error) == line
