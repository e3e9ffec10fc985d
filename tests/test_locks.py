"""What is installed is what was locked: each version with its hashes, the same in each file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-sentry.lock", "requirements-dev.lock")
PINNED = re.compile(r"([a-z0-9._-]+)==(\S+)(?: ; .+?)?((?: --hash=sha256:[0-9a-f]{64})+)")


def entries(name: str) -> list[str]:
    """The requirements of a lock file, each on one line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def versions(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries(name):
        match = PINNED.fullmatch(entry)
        assert match is not None, entry
        found.setdefault(match[1], set()).add(match[2])
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_everything_is_pinned_with_hashes_and_comes_from_no_other_place(name: str) -> None:
    assert len(entries(name)) > 10
    assert [entry for entry in entries(name) if not PINNED.fullmatch(entry)] == []


def test_the_lock_files_agree() -> None:
    first, *others = (versions(name) for name in LOCKS)
    for other in others:
        assert {name: other.get(name) for name in first} == first


def test_hashes_are_asked_for_wherever_something_is_installed() -> None:
    for name in ("Makefile", "Dockerfile"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        installs = re.findall(r"(?:pip|\$\(PIP\)) install [^&\n]+", text)
        assert installs
        for one in installs:
            assert "--require-hashes" in one or "--no-index" in one, one
