"""A real PgBouncer in transaction mode, as Neon has one before its databases."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.engine import make_url

from tests.support.debian import program
from tests.support.servers import nobodys_port

CONFIGURATION = """
[databases]
* = host={host} port={port} user=postgres

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listens}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {connections}
max_client_conn = 200
server_check_delay = 30
server_login_retry = 1
query_wait_timeout = 20
"""
NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
STARTS = 10.0  # seconds


@asynccontextmanager
async def pgbouncer_before(
    url: str, *, connections: int = 2, more: Mapping[str, str] = NOTHING_MORE
) -> AsyncIterator[str]:
    """The address of a database by way of a pooler with so few connections to its server.

    `more` are further settings of PgBouncer's.
    """
    server, listens = make_url(url), nobodys_port()
    folder = Path(tempfile.mkdtemp(prefix="dueto-pgbouncer-"))
    text = CONFIGURATION.format(
        host=server.query.get("host") or server.host,
        port=server.port or 5432,
        listens=listens,
        connections=connections,
    )
    text += "".join(f"{name} = {value}\n" for name, value in more.items())
    (folder / "pgbouncer.ini").write_text(text, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        *_command(folder, server.query.get("host")),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    through = server.set(host="127.0.0.1", port=listens, query={})
    try:
        await _started(listens, process)
        yield through.render_as_string(hide_password=False)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        shutil.rmtree(folder)


def _command(folder: Path, socket_folder: str | tuple[str, ...] | None) -> list[str]:
    """PgBouncer refuses to run as root: then it is the user who owns the server's socket."""
    command = [program("pgbouncer"), str(folder / "pgbouncer.ini")]
    if os.geteuid() != 0:
        return command
    owner = pwd.getpwuid(Path(str(socket_folder)).stat().st_uid)
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner.pw_uid, owner.pw_gid)
    return [*command, "-u", owner.pw_name]


async def _started(port: int, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(STARTS):
        while process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            return
    raise AssertionError(f"PgBouncer ended with {process.returncode}")
