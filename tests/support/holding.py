"""Another program that has a SQLite database open."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

PROGRAM = (
    "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]);"
    "d.execute('SELECT 1 FROM own_bot').fetchall(); print('open', flush=True);"
    "sys.stdin.read()"
)


@asynccontextmanager
async def held(path: Path | str) -> AsyncIterator[None]:
    """It has a migrated database open while the block runs."""
    holder = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, str(path)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert holder.stdout is not None
    await holder.stdout.readline()
    try:
        yield
    finally:
        await holder.communicate(b"")
