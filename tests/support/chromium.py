"""The Chromium that the browser tests drive; `make browser` installs what is missing.

Playwright drives it through a Node.js of its own, which links to the system's libatomic.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
DRIVER = (sys.executable, "-m", "playwright")
MISSING = (
    "The browser tests need Chromium and libatomic.so.1"
    " (Debian: apt-get install chromium libatomic1): {fault}"
)


async def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium or, without one, Playwright's. Raises Playwright's Error."""
    return await playwright.chromium.launch(executable_path=_of_the_system(), args=FLAGS)


def missing() -> str:
    """What keeps a browser from starting here, in one line. Empty if one starts."""
    fault = _driver_fault() or asyncio.run(_browser_fault())
    return MISSING.format(fault=fault) if fault else ""


def _of_the_system() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _driver_fault() -> str:
    ran = _run([*DRIVER, "--version"])
    return (_last_line(ran.stderr) or "Playwright's driver") if ran.returncode else ""


async def _browser_fault() -> str:
    async with async_playwright() as playwright:
        try:
            await (await launch(playwright)).close()
        except PlaywrightError as error:
            return error.message.strip().partition("\n")[0]
    return ""


def installations() -> Iterator[list[str]]:
    """The commands that may bring what is missing, in the order in which they are tried."""
    root = _as_root()
    if root is not None and shutil.which("apt-get"):
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        yield [*apt, "update"]
        install = [*apt, "install", "--yes", "--no-install-recommends"]
        if _driver_fault():
            yield [*install, "libatomic1"]
        if not _of_the_system():
            yield [*install, "chromium", "fonts-noto-color-emoji"]
    if not _of_the_system() and not _driver_fault():
        libraries = [] if root is None else ["--with-deps"]
        yield [*DRIVER, "install", *libraries, "chromium"]


def _as_root() -> list[str] | None:
    """What to put before a command that only root may run; None if we may not run it."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if shutil.which("sudo") and _run([*sudo, "true"]).returncode == 0:
        return sudo
    return None


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  no words of anybody else's are in these commands
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def main() -> None:
    """Install what is missing where we may, and say in one line what is missing still."""
    if not missing():
        return
    sys.stdout.write("Installing what the browser tests need\n")
    sys.stdout.flush()
    for command in installations():
        _run(command)
    if fault := missing():
        sys.exit(fault)


if __name__ == "__main__":
    main()
