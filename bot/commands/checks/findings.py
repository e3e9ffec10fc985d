"""What was found, how bad it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """`warning`: it works, and may not for long or for all; `wrong`: it does not work."""

    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `mend` says in one sentence what to do, where there is something."""

    what: str
    state: Health
    found: str
    mend: str = ""


def ok(what: str, found: str) -> Finding:
    return Finding(what, Health.OK, found)


def warning(what: str, found: str, mend: str) -> Finding:
    return Finding(what, Health.WARNING, found, mend)


def wrong(what: str, found: str, mend: str) -> Finding:
    return Finding(what, Health.WRONG, found, mend)
