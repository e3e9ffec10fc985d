"""What the browser tests need is installed where that may be, and named where it may not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support.chromium import installations, missing


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))


def test_what_is_missing_is_named_in_one_line() -> None:
    line = missing()
    assert line.startswith("The browser tests need Chromium")
    assert "\n" not in line


def test_without_the_rights_of_root_the_system_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    commands = list(installations())
    assert commands == [[sys.executable, "-m", "playwright", "install", "chromium"]]
