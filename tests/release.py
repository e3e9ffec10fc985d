"""`make release VERSION=0.2.0`: what has to be true of a release is looked at, then it is tagged.

`python -m tests.release --sample 0.2.0` keeps a store of the version that is being released: later
versions are tried with it.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from storage import migrations
from storage.settings import DatabaseSettings

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-sentry.lock", "requirements-dev.lock")
SAMPLES = Path("tests/samples/releases")
VERSION = re.compile(r"\d+\.\d+\.\d+")


def run(root: Path, *command: str) -> str:
    """What a program prints. Raises CalledProcessError."""
    done = subprocess.run(  # noqa: S603  our own words
        command, cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout


def tree_is_clean(root: Path, version: str) -> str:
    """Everything is committed, and the tag is new."""
    if run(root, "git", "status", "--porcelain"):
        return "there are changes that are not committed"
    if run(root, "git", "tag", "--list", f"v{version}"):
        return f"v{version} is tagged already"
    return ""


def version_is_written(root: Path, version: str) -> str:
    """pyproject.toml has it, from where the process and `/healthz` take it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if project["version"] == version:
        return ""
    return f"pyproject.toml has version {project['version']}, not {version}"


def changes_are_told(root: Path, version: str) -> str:
    """CHANGELOG.md has a section for it, and nothing is left under Unreleased."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    sections = {title.split()[0]: body.strip() for title, body in found}
    if not sections.get(version):
        return f"CHANGELOG.md has no section '## {version}' with anything in it"
    if sections.get("Unreleased"):
        return "CHANGELOG.md has something left under Unreleased"
    return ""


def locks_fit(root: Path, version: str) -> str:
    """`make lock` would change nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name in LOCKS:
            shutil.copy(root / name, folder)  # what is locked already is kept
        run(root, "make", "--no-print-directory", "lock", f"TO={folder}/")
        old = [name for name in LOCKS if _differ(root / name, Path(folder) / name)]
    return f"{', '.join(old)} do not fit pyproject.toml: run `make lock`" if old else ""


def _differ(one: Path, other: Path) -> bool:
    return one.read_bytes() != other.read_bytes()


def tables_fit(root: Path, version: str) -> str:
    """The migrations have one end, and make the tables of the models."""
    from alembic.config import Config  # noqa: PLC0415  heavy
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations.HISTORY))
    heads = ScriptDirectory.from_config(config).get_heads()
    if len(heads) != 1:
        return f"the migrations have {len(heads)} ends ({', '.join(sorted(heads))})"
    with tempfile.TemporaryDirectory() as folder:
        settings = DatabaseSettings.from_url(f"sqlite:///{folder}/dueto.db")
        try:
            asyncio.run(_check(settings))
        except CommandError as error:
            return f"the models and the migrated tables differ: {error}"
    return ""


async def _check(settings: DatabaseSettings) -> None:
    await migrations.upgrade(settings)
    await migrations.check(settings)


def sample_is_kept(root: Path, version: str) -> str:
    """A store of this version, with which later ones are tried."""
    if (root / SAMPLES / f"{version}.jsonl.gz").is_file():
        return ""
    return f"there is no store of {version}: run `python -m tests.release --sample {version}`"


CHECKS: tuple[Callable[[Path, str], str], ...] = (
    tree_is_clean,
    version_is_written,
    changes_are_told,
    sample_is_kept,
    locks_fit,
    tables_fit,
)


def release(version: str, root: Path = ROOT) -> list[str]:
    """Tag a version, which is not pushed. Return what speaks against it: then nothing is done."""
    if not VERSION.fullmatch(version):
        return [f"VERSION is {version!r}; it takes three numbers such as 0.2.0"]
    against = [complaint for check in CHECKS if (complaint := check(root, version))]
    if not against:
        run(root, "git", "tag", "--annotate", f"v{version}", "--message", f"Dueto {version}")
    return against


async def keep_sample(version: str) -> None:
    """Live in a store of this version, and keep it: as a stream, and as a file of SQLite."""
    from storage.copying import back_up  # noqa: PLC0415  only for samples, as the rest
    from storage.whole.reading import reading  # noqa: PLC0415
    from storage.whole.streams import write_out  # noqa: PLC0415
    from tests.support.clocks import NOW, Time  # noqa: PLC0415
    from tests.support.conversations import Conversation  # noqa: PLC0415
    from tests.support.lived_in import live_in  # noqa: PLC0415
    from tests.support.setup import a_setup  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        path, copy = Path(name) / "dueto.db", Path(name) / "copy.db"
        settings = DatabaseSettings.from_url(f"sqlite:///{path}")
        await migrations.upgrade(settings)
        async with a_setup(f"sqlite:///{path}", Time(NOW)) as setup:
            await live_in(Conversation(setup, "private"))
        back_up(path, copy)
        with gzip.open(ROOT / SAMPLES / f"{version}.db.gz", "wb") as packed:
            packed.write(copy.read_bytes())
        with gzip.open(ROOT / SAMPLES / f"{version}.jsonl.gz", "wb") as packed:
            async with reading(settings) as snapshot:
                await write_out(snapshot, packed, version=version)  # type: ignore[arg-type]


if __name__ == "__main__":
    if sys.argv[1] == "--sample":
        asyncio.run(keep_sample(sys.argv[2]))
        sys.exit()
    complaints = release(sys.argv[1])
    sys.exit("\n".join(complaints) if complaints else 0)
