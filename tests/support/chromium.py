"""The Chromium that the browser tests drive; `make browser` installs what is missing.

Playwright drives it through a Node.js of its own, which links to the system's libatomic.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Iterator

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from tests.support import debian

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
    ran = debian.run([*DRIVER, "--version"])
    return (debian.last_line(ran.stderr) or "Playwright's driver") if ran.returncode else ""


async def _browser_fault() -> str:
    async with async_playwright() as playwright:
        try:
            await (await launch(playwright)).close()
        except PlaywrightError as error:
            return error.message.strip().partition("\n")[0]
    return ""


def installations() -> Iterator[list[str]]:
    """The commands that may bring what is missing, in the order in which they are tried."""
    packages = ["libatomic1"] if _driver_fault() else []
    if not _of_the_system():
        packages += ["chromium", "fonts-noto-color-emoji"]
    yield from debian.installations(*packages)
    if not _of_the_system() and not _driver_fault():
        libraries = [] if debian.as_root() is None else ["--with-deps"]
        yield [*DRIVER, "install", *libraries, "chromium"]


def main() -> None:
    """Install what is missing where we may, and say in one line what is missing still."""
    if not missing():
        return
    sys.stdout.write("Installing what the browser tests need\n")
    sys.stdout.flush()
    for command in installations():
        debian.run(command)
    if fault := missing():
        sys.exit(fault)


if __name__ == "__main__":
    main()
