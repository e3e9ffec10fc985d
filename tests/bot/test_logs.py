"""Logs: all lines have the chosen format, and none has a secret."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot import logs
from storage.database import create_engine
from storage.settings import DatabaseSettings
from tests.support.logging import restored

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_01234"


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    with restored():
        yield


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


ODD = "a \n\r\t\x00\x07\x1b[31m\x85\x7f\u2028\u2029\u202e\u2066\u200b\ufeff\ud800\U000e0001é🥛"
anything = st.one_of(st.text(), st.text(st.sampled_from(ODD), max_size=40))


def tell(words: str, key: str) -> None:
    """The ways in which words of others come into a log."""
    ours, theirs = structlog.get_logger("ours"), logging.getLogger("theirs")
    ours.warning("not sent", reason=words, several=[words], facts={key: words})
    ours.info(words)
    theirs.error("refused: %s", words)
    theirs.error("%r", ValueError(words), extra={"telling": words})
    ours.warning("held", **{f"x{key}": words})


@given(words=anything, key=anything)
def test_an_event_is_one_line_whatever_it_tells(words: str, key: str) -> None:
    for json_lines in (False, True):
        stream = written(json_lines=json_lines)
        tell(words, key)
        lines = stream.getvalue()
        assert lines.count("\n") == len(lines.splitlines()) == 5
        assert not logs.UNSEEN.search(lines.replace("\n", ""))
        lines.encode()
        if json_lines:
            first = json.loads(lines.splitlines()[0])
            assert first["reason"] == words
            assert first["several"] == [words]


@given(words=anything)
def test_a_traceback_looks_like_no_event(words: str) -> None:
    for json_lines in (False, True):
        stream = written(json_lines=json_lines)
        try:
            raise RuntimeError(words)
        except RuntimeError:
            structlog.get_logger("ours").exception("failed")
            logging.getLogger("theirs").exception("failed")
        lines = stream.getvalue().splitlines()
        events = [line for line in lines if not line.startswith(logs.TRACE)]
        assert len(events) == 2
        assert all("failed" in line for line in events)
        assert not logs.UNSEEN.search("".join(lines))


def test_a_task_that_outlives_an_update_has_none_of_its_lines() -> None:
    stream = written(json_lines=True)
    with structlog.contextvars.bound_contextvars(update_id=7):
        structlog.get_logger("ours").info("within")
        logs.apart().run(structlog.get_logger("ours").info, "apart")
    within, apart = map(json.loads, stream.getvalue().splitlines())
    assert within["update_id"] == 7
    assert "update_id" not in apart
