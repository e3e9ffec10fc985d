"""Logs: all lines have the chosen format, and none has a secret."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs

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
    text = stream.getvalue()
    assert text.count("failed") == 2
    assert "AAF-" not in text
    assert logs.HIDDEN in text


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
