"""This machine: time zones, who may read and write which files, room on the disk, backups."""

from __future__ import annotations

import os
import shutil
import zoneinfo
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.checks.findings import ok, warning, wrong

if TYPE_CHECKING:
    from datetime import datetime

    from bot.commands.checks.findings import Finding
    from bot.settings import Settings

KNOWN = "Europe/Berlin"
OLD = 2  # years, of zone data
MB = 1024 * 1024
TIGHT, FULL = 500 * MB, 50 * MB  # of free room
COPIES_MISSED = 2  # days


def machine_findings(settings: Settings, *, now: datetime) -> list[Finding]:
    """All about this machine."""
    found = [_zones(now), *_secret_file(Path(".env"))]
    if settings.database.dialect == "sqlite":
        path = Path(str(settings.database.url.database))
        found += [*_file(path), _room(path), *_copies(settings, path, now)]
    return found


def _zones(now: datetime) -> Finding:
    """The system's zone data, which Python prefers, or that of the package `tzdata`."""
    mend = "Upgrade the system's or Python's tzdata."
    try:
        zoneinfo.ZoneInfo(KNOWN)
    except (zoneinfo.ZoneInfoNotFoundError, OSError):
        return wrong("zone data", f"{KNOWN} is not known", mend)
    release = _release()
    if release[:4].isdecimal() and now.year - int(release[:4]) >= OLD:
        return warning("zone data", f"from {release}, which is old", mend)
    return ok("zone data", release or "there, of an unknown release")


def _release() -> str:
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / KNOWN).is_file():
            try:
                with (folder / "tzdata.zi").open() as file:
                    return file.readline().removeprefix("# version").strip()
            except OSError:
                return ""
    try:
        return version("tzdata")
    except PackageNotFoundError:
        return ""


def _secret_file(path: Path) -> list[Finding]:
    if not path.is_file():
        return []
    if path.stat().st_mode & 0o077:
        mend = f"chmod 600 {path}: it has the token."
        return [warning(str(path), "others on this machine may read it", mend)]
    return [ok(str(path), "for its owner only")]


def _file(path: Path) -> list[Finding]:
    folder = path.parent
    if not folder.is_dir():
        return [warning("folder", f"{folder} is not there yet", "`dueto run` makes it.")]
    if not os.access(folder, os.W_OK | os.X_OK):
        mend = "Let the user of the bot own it: SQLite writes files beside the database."
        return [wrong("folder", f"{folder} cannot be written", mend)]
    found = [ok("folder", f"{folder} can be written")]
    if path.is_file() and path.stat().st_mode & 0o077:
        mend = f"chmod 600 {path}: what people write is in it."
        found.append(warning("rights", "others on this machine may read the database", mend))
    elif path.is_file() and not os.access(path, os.W_OK):
        mend = "Let the user of the bot own the file."
        found.append(wrong("rights", "the database cannot be written", mend))
    return found


def _room(path: Path) -> Finding:
    there = next(one for one in path.resolve().parents if one.is_dir())
    free, size = shutil.disk_usage(there).free, path.stat().st_size if path.is_file() else 0
    found = f"{free / MB:,.0f} MB free, the database has {size / MB:,.1f}"
    mend = "Make room: backups and the write-ahead log need it, too."
    if free < FULL:
        return wrong("disk", found, mend)
    return warning("disk", found, mend) if free < max(TIGHT, 3 * size) else ok("disk", found)


def _copies(settings: Settings, path: Path, now: datetime) -> list[Finding]:
    if settings.backup_hour is None:
        mend = "Set BACKUP_HOUR, or see that somebody else makes copies."
        return [warning("backups", "BACKUP_HOUR is off", mend)]
    chosen = settings.backup_folder
    folder = Path(chosen).expanduser() if chosen else path.parent / "backups"
    made = [one.stat().st_mtime for one in folder.glob("dueto-auto-*.db")]
    if not path.is_file():
        return []
    if not made:
        return [warning("backups", f"none in {folder}", "The bot makes one when it runs.")]
    days = (now.timestamp() - max(made)) / 86_400
    if days > COPIES_MISSED:
        mend = "Does the bot run? Its log says why one fails."
        return [warning("backups", f"the newest is {days:.0f} days old", mend)]
    return [ok("backups", f"{len(made)}, the newest {days * 24:.0f} hours old")]
