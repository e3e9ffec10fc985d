"""`make release` refuses what is no release, and says why; else it tags, and pushes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import migrations
from tests.release import ROOT, SAMPLES, release, run

FILES = {
    "pyproject.toml": '[project]\nversion = "0.2.0"\n',
    "CHANGELOG.md": "## Unreleased\n\n## 0.2.0\n\n- A change.\n\n## 0.1.0\n\n- All.\n",
    "requirements.lock": "one==1\n",
    "requirements-sentry.lock": "three==3\n",
    "requirements-dev.lock": "two==2\n",
    # what the real one does: it writes all three, beside what is there or elsewhere
    "Makefile": "lock:\n\tcp wanted $(TO)requirements.lock\n"
    "\tcp wanted-sentry $(TO)requirements-sentry.lock\n"
    "\tcp wanted-dev $(TO)requirements-dev.lock\n",
    "wanted": "one==1\n",
    "wanted-sentry": "three==3\n",
    "wanted-dev": "two==2\n",
    f"{SAMPLES}/0.2.0.jsonl.gz": "a store",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of a version that is ready."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    run(tmp_path, "git", "init", "--quiet")
    for name, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
        run(tmp_path, "git", "config", name, value)
    commit(tmp_path)
    return tmp_path


def commit(root: Path) -> None:
    run(root, "git", "add", "--all")
    run(root, "git", "commit", "--quiet", "--allow-empty", "--message", "A step")


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    def changed(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")
        commit(root)

    return changed


def forget_sample(root: Path) -> None:
    shutil.rmtree(root / SAMPLES)
    commit(root)


def test_what_is_ready_is_tagged_once(root: Path) -> None:
    assert release("0.2.0", root) == []
    assert run(root, "git", "cat-file", "-t", "v0.2.0") == "tag\n"
    assert run(root, "git", "status", "--porcelain") == ""
    assert release("0.2.0", root) == ["v0.2.0 is tagged already"]


@pytest.mark.parametrize(
    ("breaks", "says"),
    [
        (lambda root: (root / "new").touch(), "not committed"),
        (change("pyproject.toml", "0.2.0", "0.1.0"), "pyproject.toml has version 0.1.0"),
        (change("CHANGELOG.md", "## 0.2.0", "## 0.3.0"), "no section '## 0.2.0'"),
        (change("CHANGELOG.md", "- A change.", ""), "no section '## 0.2.0'"),
        (change("CHANGELOG.md", "Unreleased\n", "Unreleased\n\n- More.\n"), "left under"),
        (change("wanted-dev", "2", "3"), "requirements-dev.lock do not fit"),
        (change("wanted-sentry", "3", "4"), "requirements-sentry.lock do not fit"),
        (forget_sample, "no store of 0.2.0"),
    ],
)
def test_what_is_not_ready_is_refused(
    root: Path, breaks: Callable[[Path], object], says: str
) -> None:
    breaks(root)
    (complaint,) = release("0.2.0", root)
    assert says in complaint
    assert run(root, "git", "tag", "--list") == ""


def test_migrations_with_two_ends_are_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = tmp_path_factory.mktemp("history") / "alembic"
    shutil.copytree(migrations.HISTORY, history, ignore=shutil.ignore_patterns("__pycache__"))
    other = (history / "versions" / "0001_the_first_tables.py").read_text(encoding="utf-8")
    other = other.replace('revision: str = "0001"', 'revision: str = "9001"')
    other = other.replace('revision = "0001"', 'revision = "9001"')
    (history / "versions" / "9001_another.py").write_text(other, encoding="utf-8")
    monkeypatch.setattr(migrations, "HISTORY", history)
    (complaint,) = release("0.2.0", root)
    assert "2 ends" in complaint


def test_tables_that_are_not_those_of_the_models_are_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = tmp_path_factory.mktemp("history") / "alembic"
    shutil.copytree(migrations.HISTORY, history, ignore=shutil.ignore_patterns("__pycache__"))
    max((history / "versions").glob("[0-9]*.py")).unlink()
    monkeypatch.setattr(migrations, "HISTORY", history)
    (complaint,) = release("0.2.0", root)
    assert "differ" in complaint


@pytest.mark.parametrize("version", ["", "v0.2.0", "0.2", "0.2.0; ls"])
def test_only_three_numbers_are_a_version(root: Path, version: str) -> None:
    (complaint,) = release(version, root)
    assert complaint.startswith("VERSION is")


def test_the_image_tells_its_version() -> None:
    assert "image.version=$VERSION" in (ROOT / "Dockerfile").read_text(encoding="utf-8")
