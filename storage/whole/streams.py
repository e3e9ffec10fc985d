"""A whole store as a stream of JSON lines: the same from both databases, read in by later versions.

The first line says what it is, by which version, with which revision of the tables. Then comes each
table: a line with its name, its columns with their kinds, and how many rows it has, and a line for
each row. The last line has the SHA-256 of all bytes before it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import IO, TYPE_CHECKING, Any

import sqlalchemy as sa

from storage.errors import NotCarried
from storage.migrations import downgrade, newest, revision_of, upgrade
from storage.whole.marks import MARK, clear_mark
from storage.whole.reading import PAGE
from storage.whole.values import TableShape, canonical, shapes
from storage.whole.writing import broken_keys, claim, connected, insert, unclaim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.settings import DatabaseSettings
    from storage.whole.reading import Snapshot

FORMAT = 1
SOURCE = "a stream"  # what a database has half of while one is read in
RESERVED = frozenset({"alembic_version", MARK.name})
BROKEN = (ValueError, KeyError, TypeError, AttributeError, EOFError, OSError, zlib.error)


async def write_out(
    snapshot: Snapshot,
    file: IO[bytes],
    progress: Callable[[int, int], None] = lambda _, __: None,
    *,
    version: str,
) -> int:
    """Write all rows; return how many. `progress` is told how many are left of how many."""
    digest = hashlib.sha256()

    def write(*lines: bytes) -> None:
        for line in lines:
            digest.update(line + b"\n")
            file.write(line + b"\n")

    left = count = await snapshot.whole()
    write(canonical({"dueto": version, "format": FORMAT, "revision": newest(), "rows": count}))
    for shape in shapes():
        rows = await snapshot.count(shape)
        columns = dict(shape.columns)
        # not sorted: the rows have the order of the columns
        head = {"table": shape.name, "columns": list(columns), "kinds": [*columns.values()]}
        write(canonical({**head, "rows": rows}))
        async for page in snapshot.pages(shape):
            write(*map(shape.line, page))
            left -= len(page)
            progress(left, count)
    file.write(canonical({"end": count, "sha256": digest.hexdigest()}) + b"\n")
    return count


class Stream:
    """A stream that is read line by line. What is cut off or altered raises NotCarried, at its end
    at the latest."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self._number = 0
        head = self._object()
        try:
            is_ours = head["format"] == FORMAT
            self.revision, self.rows = str(head["revision"]), int(head["rows"])
        except BROKEN:
            raise self._broken() from None
        if not is_ours:
            raise NotCarried("the stream is of a later version of Dueto")

    def tables(self) -> Iterator[tuple[TableShape, Iterator[list[list[Any]]]]]:
        """Each table with its rows, some thousands at a time. Rows are read before the next."""
        while "end" not in (head := self._object()):
            try:
                columns = dict(zip(head["columns"], head["kinds"], strict=True))
                shape, count = TableShape(str(head["table"]), columns), int(head["rows"])
            except BROKEN:
                raise self._broken() from None
            yield shape, self._pages(shape, count)
        if head.get("sha256") != self._before or self._file.read(1):
            raise NotCarried("the stream was altered: its checksum is another")

    def _pages(self, shape: TableShape, count: int) -> Iterator[list[list[Any]]]:
        for first in range(0, count, PAGE):
            try:
                yield [shape.read(self._line()) for _ in range(min(PAGE, count - first))]
            except BROKEN:
                raise self._broken() from None

    def _object(self) -> dict[str, Any]:
        found = self._line()
        if not isinstance(found, dict):
            raise self._broken()
        return found

    def _line(self) -> Any:
        try:
            self._number += 1
            line = self._file.readline()
            self._before = self._digest.hexdigest()
            self._digest.update(line)
            return json.loads(line)
        except (*BROKEN, RecursionError):
            raise self._broken() from None

    def _broken(self) -> NotCarried:
        return NotCarried(f"that is no whole stream of Dueto's (line {self._number})")


async def read_in(
    file: IO[bytes],
    target: DatabaseSettings,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> int:
    """Fill an empty database with the rows of a stream; return how many.

    They come in one transaction: all of them or none. The tables are first those of the stream's
    version, and brought up afterwards. Raises NotCarried.
    """
    stream = Stream(file)
    goes_on = await claim(target, SOURCE)
    try:
        await _make_tables(target, stream.revision)
        async with connected(target) as connection, connection.begin():
            await _fill(connection, stream, progress)
            await clear_mark(connection)
    except BaseException:
        if not goes_on:
            await unclaim(target)
        raise
    await upgrade(target)
    return stream.rows


async def _make_tables(target: DatabaseSettings, revision: str) -> None:
    """The empty tables of a revision. Raises NotCarried for one that this version does not know."""
    if revision > newest():
        raise NotCarried("the stream is of a later version of Dueto")
    if (await revision_of(target) or "") > revision:
        await downgrade(target, revision)
    else:
        await upgrade(target, revision)


async def _fill(
    connection: AsyncConnection, stream: Stream, progress: Callable[[int, int], None]
) -> None:
    known = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
    left = stream.rows
    for shape, pages in stream.tables():
        if shape.name not in set(known) - RESERVED:
            raise NotCarried(f"the stream has a table {shape.name!r}, which is none of Dueto's")
        await connection.execute(sa.delete(shape.table))
        for page in pages:
            await insert(connection, shape, page)
            left -= len(page)
            progress(left, stream.rows)
    if left or await broken_keys(connection):
        raise NotCarried("the stream does not have all the rows that it should")
