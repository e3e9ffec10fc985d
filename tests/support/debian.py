"""Programs of Debian's that tests drive: found, or installed with apt where we may."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# where Debian has servers; the PATH of a user other than root leaves them out
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/sbin")
WAITS = 600  # seconds for another apt, which the system itself may run
LOCK = Path(tempfile.gettempdir()) / f"dueto-apt-{os.getuid()}.lock"


class NotInstalled(Exception):
    """A program that a test needs is missing, and cannot be installed here."""


def program(name: str, package: str = "") -> str:
    """The path of a program, which is installed from Debian when it is missing.

    `package`: what brings it, if that has another name. Raises NotInstalled, with the line that
    says what to install; a test that needs the program fails with it.
    """
    if found := _find(name):
        return found
    package = package or name
    with _alone():  # several workers of one run may miss the same program
        fault = "" if _find(name) else install(package)
    if found := _find(name):
        return found
    raise NotInstalled(
        f"This test needs {name} (Debian: apt-get install {package}): {fault or 'it brings none'}"
    )


def install(*packages: str) -> str:
    """Install packages with apt; what kept it from doing so, in one line, or nothing."""
    ran = [run(command) for command in installations(*packages)]
    if not ran:
        return "neither root nor sudo without a password, or no apt-get"
    faults = (last_line(done.stderr) for done in ran[1:] if done.returncode)  # old lists may do
    return next(faults, "")


def installations(*packages: str) -> Iterator[list[str]]:
    """The commands that install packages one by one, so that one which a distribution lacks does
    not keep the others away; none without apt, or without the rights of root."""
    root = as_root()
    if root is None or not shutil.which("apt-get"):
        return
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", f"DPkg::Lock::Timeout={WAITS}"]
    yield [*apt, "update"]
    for package in packages:
        yield [*apt, "install", "--yes", "--no-install-recommends", package]


def as_root() -> list[str] | None:
    """What to put before a command that only root may run; None if we may not run it."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if shutil.which("sudo") and run([*sudo, "true"]).returncode == 0:
        return sudo
    return None


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with nobody at the keyboard."""
    return subprocess.run(  # noqa: S603  no words of anybody else's are in these commands
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _find(name: str) -> str | None:
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), *FOLDERS)))


@contextmanager
def _alone() -> Iterator[None]:
    """Be the only process of this user's that installs something."""
    with LOCK.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
