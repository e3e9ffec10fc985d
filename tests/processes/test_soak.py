"""A short soak: real processes, some killed, on a connection that fails; `make soak` is longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.databases import Dialect
from tests.support.soaks.answers import SHORT, SoakOfAnswers
from tests.support.soaks.reminders import Fire, Soak

PROCESSES = {"sqlite": 1, "postgresql": 2}


async def test_every_reminder_arrives_and_none_twice_without_reason(
    dialect: Dialect, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "CRITICAL")  # what fails here is meant to fail
    fire = Fire(
        reminders=100,
        over=1.0,
        processes=PROCESSES[dialect],
        killed_every=(0.3, 1.0),
        kills=3,
        one_fails_in=12,
    )
    figures = await Soak(fire, database_url, tmp_path).run()
    assert figures.lost == 0
    assert figures.unsettled == 0
    assert figures.kills == 3
    assert figures.failed
    assert figures.doubles <= figures.allowed, figures


async def test_every_message_is_answered_and_none_twice_without_reason(
    dialect: Dialect, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "CRITICAL")
    answered = await SoakOfAnswers(SHORT, database_url, tmp_path).run()
    assert answered.missing == 0, answered
    assert answered.unanswered == 0, answered
    assert answered.kills == SHORT.kills
    assert answered.failed
    assert answered.doubles <= answered.allowed, answered
