"""TLS to the database: required, checked against an authority's certificate, refused clearly.

The tests' PostgreSQL is built without TLS; the pooler before it speaks it, as Neon's does.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.starting import CannotStart, reach
from storage.database import Database
from storage.errors import BadDatabaseUrl
from storage.listening import listen
from storage.settings import Bounds, DatabaseSettings
from tests.support.certificates import Certificate, make_authority, make_certificate
from tests.support.databases import plan_nothing
from tests.support.pgbouncer import pgbouncer_before

NEONS = "sslmode=require&channel_binding=require"


@pytest.fixture
def authority(tmp_path: Path) -> Certificate:
    return make_authority(tmp_path, "authority")


@pytest.fixture
async def tls_url(own_url: str, authority: Certificate, tmp_path: Path) -> AsyncIterator[str]:
    """A server that takes TLS alone, and whose certificate is for `localhost`."""
    server = make_certificate(tmp_path, authority, "localhost")
    for path in (server.certificate, server.key):
        path.chmod(0o644)
    for folder in (tmp_path, *tmp_path.parents[:2]):  # pytest's own, which nobody else may enter
        folder.chmod(folder.stat().st_mode | 0o011)
    tls = {
        "client_tls_sslmode": "require",
        "client_tls_cert_file": str(server.certificate),
        "client_tls_key_file": str(server.key),
    }
    async with pgbouncer_before(own_url, more=tls) as url:
        yield url.replace("127.0.0.1", "localhost")


async def never(_: float) -> None:
    raise AssertionError("it waits for what will not change")


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    settings = DatabaseSettings.from_url(url).bounded(Bounds())
    database = Database(settings, planner=plan_nothing, default_zone="UTC")
    yield database
    await database.close()


async def refusal(url: str) -> str:
    async with opened(url) as database:
        with pytest.raises(CannotStart) as refused:
            await reach(database, sleep=never)
    line = str(refused.value)
    assert line.startswith("DATABASE_URL cannot be opened")
    assert "\n" not in line
    return line


async def test_what_the_address_asks_for_is_done(
    tls_url: str, authority: Certificate, tmp_path: Path
) -> None:
    root = f"sslrootcert={authority.certificate}"
    by_number = tls_url.replace("localhost", "127.0.0.1")
    for url in (
        f"{tls_url}?{NEONS}",
        f"{tls_url}?sslmode=verify-full&{root}",
        f"{tls_url}?sslmode=require&{root}",
        f"{by_number}?sslmode=verify-ca&{root}",  # of any name
    ):
        async with opened(url) as database:
            await reach(database, sleep=never)
            async with database.begin() as session:
                connection = await (await session.connection()).get_raw_connection()
                driver = connection.driver_connection
                assert driver is not None
                assert driver._transport.get_extra_info("cipher"), url

    other = make_authority(tmp_path, "another").certificate
    for url in (
        f"{tls_url}?sslmode=verify-full&sslrootcert={other}",
        f"{tls_url}?sslmode=verify-full&sslrootcert=system",
        f"{tls_url}?sslmode=verify-full",
        f"{tls_url}?sslmode=require&sslrootcert={other}",
    ):
        assert "its certificate is not accepted (" in await refusal(url)
    assert "127.0.0.1" in await refusal(f"{by_number}?sslmode=verify-full&{root}")

    heard = asyncio.Event()
    checked = DatabaseSettings.from_url(f"{by_number}?sslmode=verify-ca&{root}")
    listening = asyncio.create_task(listen(checked, heard.set))
    await asyncio.wait_for(heard.wait(), 5)
    listening.cancel()


async def test_a_server_without_tls_is_refused(own_url: str) -> None:
    async with pgbouncer_before(own_url) as url:
        assert "the server has no TLS" in await refusal(f"{url}?{NEONS}")


@pytest.mark.parametrize(
    "query",
    [
        "sslmode=require&sslrootcert=system",
        "sslrootcert=system",
        "sslmode=verify-full&sslrootcert=/nowhere/root.crt",
        f"sslmode=verify-ca&sslrootcert={__file__}",
        f"sslmode=verify-ca&sslrootcert={Path(__file__).parent}",
    ],
)
def test_an_authority_that_cannot_be_is_refused(query: str) -> None:
    with pytest.raises(BadDatabaseUrl, match="sslrootcert") as refused:
        DatabaseSettings.from_url(f"postgresql://ann@db.example/dueto?{query}")
    assert "\n" not in str(refused.value)
