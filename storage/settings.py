"""`DATABASE_URL`, read as providers print it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import BadDatabaseUrl

Dialect = Literal["sqlite", "postgresql"]

# parameters of libpq that asyncpg does not take and that are safe to ignore: its SCRAM has no
# channel binding, and a pooler refuses start-up options
DROPPED = frozenset(
    {"channel_binding", "gssencmode", "target_session_attrs", "options", "sslnegotiation"}
    | {"pgbouncer"}
)
SSL_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})


SYSTEM = "system"  # libpq's name for the certificates that the system trusts
MARGIN = 2  # seconds: the server, which says why, ends a statement before the driver gives it up


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a running bot takes of PostgreSQL, all but the first in seconds.

    `pool_size`: connections, and so transactions at once. `idle`: within a transaction, as it is
    when its process is frozen; it lets go of its locks before others give up waiting for them.
    """

    pool_size: int = 5
    statement: int = 30
    lock: int = 15
    idle: int = 5


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Where the store is: a URL for SQLAlchemy, and the arguments of its driver's `connect`.

    `bounds` are a running bot's; what copies or migrates has none.
    """

    url: URL
    dialect: Dialect
    connect_args: dict[str, Any] = field(default_factory=dict)
    bounds: Bounds | None = None

    def bounded(self, bounds: Bounds) -> DatabaseSettings:
        """The same database within a bot's bounds; SQLite has none of them."""
        if self.dialect == "sqlite":
            return self
        connect = {**self.connect_args, "command_timeout": bounds.statement + MARGIN}
        return replace(self, connect_args=connect, bounds=bounds)

    @property
    def pool_size(self) -> int:
        """How many connections are opened at most, and so transactions at once."""
        return 1 if self.dialect == "sqlite" else (self.bounds or Bounds()).pool_size

    @property
    def name(self) -> str:
        """Which database that is, without who asks and their password."""
        if self.dialect == "sqlite":
            return f"sqlite:///{Path(str(self.url.database)).resolve()}"
        host = self.url.host or self.connect_args.get("host")
        return f"postgresql://{host}:{self.url.port or 5432}/{self.url.database}"

    @classmethod
    def from_url(cls, raw: str) -> DatabaseSettings:
        """Read `sqlite:///path` or `postgresql://…` (Neon's and its pooler's included).

        Raises BadDatabaseUrl for anything else.
        """
        try:
            url = make_url(raw.strip())
        except (ArgumentError, ValueError):
            raise BadDatabaseUrl("is not a database address") from None
        match url.drivername.partition("+")[0]:
            case "sqlite":
                return _sqlite(url)
            case "postgres" | "postgresql":
                return _postgresql(url)
            case other:
                raise BadDatabaseUrl(f"names the database '{other}'")


def _sqlite(url: URL) -> DatabaseSettings:
    if not url.database or url.database == ":memory:":
        raise BadDatabaseUrl("names no file")
    if url.host or url.query:
        raise BadDatabaseUrl("has too few slashes or a '?' for a SQLite file")
    path = Path(url.database).expanduser()
    return DatabaseSettings(URL.create("sqlite+aiosqlite", database=str(path)), "sqlite")


def _postgresql(url: URL) -> DatabaseSettings:
    if not url.host and "host" not in url.query:
        raise BadDatabaseUrl("names no host")
    if url.port is not None and not 0 < url.port < 65_536:
        raise BadDatabaseUrl("has a port that cannot be")
    query = {key: v if isinstance(v, str) else v[-1] for key, v in url.query.items()}
    connect: dict[str, Any] = {
        # asyncpg's named statements break behind a pooler in transaction mode; without its cache
        # it uses unnamed ones, which every PgBouncer and Neon's pooler carry.
        "statement_cache_size": 0,
        "timeout": _seconds(query.pop("connect_timeout", "15")),
        "command_timeout": 30,
        **_tls(query.pop("sslmode", None) or query.pop("ssl", None), query.pop("sslrootcert", "")),
    }
    query.pop("ssl", None)
    if host := query.pop("host", None):
        connect["host"] = host
    if name := query.pop("application_name", None):
        connect["server_settings"] = {"application_name": name}
    if unknown := sorted(query.keys() - DROPPED):
        raise BadDatabaseUrl(f"has the unknown parameter {unknown[0]!r}")
    plain = url.set(drivername="postgresql+asyncpg", query={})
    return DatabaseSettings(plain, "postgresql", connect)


def _seconds(text: str) -> float:
    if not text.isdecimal() or int(text) == 0:
        raise BadDatabaseUrl("has a connect_timeout that is no number of seconds")
    return float(text)


def _tls(mode: str | None, root: str) -> dict[str, Any]:
    """As libpq reads `sslmode` and `sslrootcert`: a file of certificates makes `require` check the
    server's, and the system's are for `verify-full` alone.

    `verify-…` needs a context: asyncpg would look for libpq's root.crt in the home folder.
    """
    if mode is not None and mode not in SSL_MODES:
        raise BadDatabaseUrl(f"has the unknown sslmode {mode!r}")
    if root == SYSTEM and mode != "verify-full":
        raise BadDatabaseUrl("has sslrootcert=system, which goes with sslmode=verify-full only")
    is_checked = mode is not None and mode.startswith("verify-")
    if not is_checked and not (mode == "require" and root):
        return {} if mode is None else {"ssl": mode}
    context = _trusting(None if root in {"", SYSTEM} else root)
    context.check_hostname = mode == "verify-full"
    return {"ssl": context}


def asks_for_tls(settings: DatabaseSettings) -> bool:
    """Whether the address says that nothing goes without TLS."""
    ssl_of = settings.connect_args.get("ssl")
    return ssl_of == "require" or isinstance(ssl_of, ssl.SSLContext)


def _trusting(file: str | None) -> ssl.SSLContext:
    """What trusts the certificates of a file alone; without one, those of the system."""
    try:
        return ssl.create_default_context(cafile=file)
    except (OSError, ValueError):  # SSLError is an OSError
        raise BadDatabaseUrl(
            "has an sslrootcert that is no readable file of certificates"
        ) from None
