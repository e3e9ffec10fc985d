"""A database that answers and takes nothing: read-only, full, out of connections, locked."""

from __future__ import annotations

# SQLSTATEs: no disk, no connection left, limits of the configuration; the system's own faults; a
# standby, or a database that was set read-only
_CLASSES = ("58",)
_STATES = frozenset({"53100", "53300", "53400", "25006"})
_NAMES = ("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_CANTOPEN")


def takes_nothing(error: BaseException) -> bool:
    """Whether it is the database's state, and no fault of what was asked of it: the same succeeds
    when that state is over."""
    told = getattr(error, "orig", None) or error
    state = str(getattr(told, "sqlstate", None) or "")
    name = str(getattr(told, "sqlite_errorname", None) or "")
    return state in _STATES or state.startswith(_CLASSES) or name.startswith(_NAMES)
