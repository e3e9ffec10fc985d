"""`DATABASE_URL` as providers print it; anything else is refused in one line."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from storage.errors import BadDatabaseUrl
from storage.settings import DatabaseSettings

NEON = "postgresql://ann:s%40crt@ep-cool-1.eu-central-1.aws.neon.tech/neondb"


@pytest.mark.parametrize(
    "url",
    [
        f"{NEON}?sslmode=require&channel_binding=require",
        NEON.replace("-1.eu", "-1-pooler.eu") + "?sslmode=require&channel_binding=require",
        f"{NEON}?sslmode=require&options=endpoint%3Dep-cool-1",
        f"  {NEON}?sslmode=require\n",
        NEON.replace("postgresql", "postgres") + "?sslmode=require",
        NEON.replace("postgresql", "postgresql+asyncpg") + "?ssl=require",
        NEON.replace("postgresql", "postgresql+psycopg2") + "?sslmode=require&gssencmode=disable",
        f"{NEON}?sslmode=require&target_session_attrs=read-write&pgbouncer=true",
    ],
)
def test_neons_form(url: str) -> None:
    settings = DatabaseSettings.from_url(url)
    assert settings.dialect == "postgresql"
    assert settings.url.drivername == "postgresql+asyncpg"
    assert (settings.url.username, settings.url.password) == ("ann", "s@crt")
    assert settings.url.database == "neondb"
    assert not settings.url.query
    assert settings.connect_args == {
        "statement_cache_size": 0,
        "timeout": 15.0,
        "command_timeout": 30,
        "ssl": "require",
    }


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require"])
def test_tls_as_libpq_names_it(mode: str) -> None:
    assert DatabaseSettings.from_url(f"{NEON}?sslmode={mode}").connect_args["ssl"] == mode


@pytest.mark.parametrize(("mode", "host"), [("verify-ca", False), ("verify-full", True)])
def test_tls_that_checks_the_certificate(mode: str, host: bool) -> None:
    context = DatabaseSettings.from_url(f"{NEON}?sslmode={mode}").connect_args["ssl"]
    assert isinstance(context, ssl.SSLContext)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, host)


def test_parameters_that_the_driver_takes() -> None:
    url = f"{NEON}?connect_timeout=5&application_name=dueto"
    connect = DatabaseSettings.from_url(url).connect_args
    assert connect["timeout"] == 5.0
    assert connect["server_settings"] == {"application_name": "dueto"}
    assert "ssl" not in connect


def test_a_socket() -> None:
    settings = DatabaseSettings.from_url("postgresql://ann@/dueto?host=/run/postgresql")
    assert settings.connect_args["host"] == "/run/postgresql"
    assert settings.url.database == "dueto"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///data/dueto.db", "data/dueto.db"),
        ("sqlite:////var/lib/dueto/dueto.db", "/var/lib/dueto/dueto.db"),
        ("sqlite+aiosqlite:///dueto.db", "dueto.db"),
        ("sqlite:///with%20space.db", "with space.db"),
        ("sqlite:///~/dueto.db", str(Path.home() / "dueto.db")),
    ],
)
def test_sqlites_forms(url: str, path: str) -> None:
    settings = DatabaseSettings.from_url(url)
    assert (settings.dialect, settings.url.drivername) == ("sqlite", "sqlite+aiosqlite")
    assert settings.url.database == path
    assert settings.connect_args == {}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "dueto.db",
        "data/dueto.db",
        "sqlite:",
        "sqlite:dueto.db",
        "sqlite://",
        "sqlite://dueto.db",
        "sqlite://data/dueto.db",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///dueto.db?mode=ro",
        "mysql://ann@host/dueto",
        "mysql+pymysql://ann:pw@host/dueto",
        "mongodb://host/dueto",
        "https://host/dueto",
        "postgresql:///dueto",
        "postgresql://",
        "postgresql://host:port/dueto",
        "postgresql://ann@host:99999/dueto",
        f"{NEON}?sslmode=on",
        f"{NEON}?connect_timeout=soon",
        f"{NEON}?connect_timeout=nan",
        f"{NEON}?connect_timeout=-1",
        f"{NEON}?unheard=of",
        f"{NEON}?a%0Ab=of",
        f"{NEON}?sslmode=a%0Ab",
        "postgresql:\n//host/dueto",
    ],
)
def test_anything_else_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        DatabaseSettings.from_url(url)
    line = str(refused.value)
    assert line.startswith("DATABASE_URL ")
    assert "sqlite:///path/to/file.db" in line
    assert "postgresql://user:password@host/database?sslmode=require" in line
    assert "\n" not in line
    assert "s@crt" not in line
    assert "s%40crt" not in line
