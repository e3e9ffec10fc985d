"""A program that a test needs is installed where that may be, and named where it may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.debian import NotInstalled, installations, program


@pytest.fixture
def _as_somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither root nor sudo."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("_as_somebody")
def test_what_is_missing_is_named_in_one_line() -> None:
    with pytest.raises(NotInstalled) as raised:
        program("no-such-program", "its-package")
    line = str(raised.value)
    assert line.startswith("This test needs no-such-program (Debian: apt-get install its-package)")
    assert "\n" not in line


@pytest.mark.usefixtures("_as_somebody")
def test_without_the_rights_of_root_the_system_stays_as_it_is() -> None:
    assert not list(installations("its-package"))


@pytest.mark.usefixtures("_as_somebody")
def test_what_is_there_is_found_without_them(tmp_path: Path) -> None:
    there = tmp_path / "its-program"
    there.touch(mode=0o755)
    assert program("its-program") == str(there)
