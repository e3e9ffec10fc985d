"""Rows as values that are the same on both databases, and in a stream: what a checksum is made of.

A value of a row in JSON: keys as UUID, moments and days as ISO 8601 (moments in UTC), the rest as
it is. A stream says what each column has, so that it can be read when the tables have changed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import models
from storage.models.columns import JSON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

assert models  # noqa: S101  the import fills the metadata

Row: TypeAlias = "Sequence[Any]"  # the values of a row, in the order of its table's columns

EXACT = 1e15  # PostgreSQL's JSONB has larger numbers without their exponent: as whole ones


@dataclass(frozen=True, slots=True)
class ValueKind:
    """What a column has: its SQL type, and how a value that JSON does not know comes out and in."""

    type: sa.types.TypeEngine[Any]
    out: Callable[[Any], Any] | None = None
    back: Callable[[Any], Any] | None = None


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat()


def _exact(value: Any) -> Any:
    """JSON as both databases give it back."""
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_exact(one) for one in value]
    if isinstance(value, float) and abs(value) >= EXACT:
        return int(value)
    return value


KINDS = {
    # as text: to make an object of each takes a tenth of the time of a move
    "uuid": ValueKind(sa.Uuid(as_uuid=False), back=lambda text: str(UUID(text))),
    "moment": ValueKind(UTCDateTime(), _moment, datetime.fromisoformat),
    "date": ValueKind(sa.Date(), date.isoformat, date.fromisoformat),
    "json": ValueKind(JSON, _exact),
    "integer": ValueKind(sa.BigInteger()),
    "number": ValueKind(sa.Float(), float),
    "boolean": ValueKind(sa.Boolean()),
    "text": ValueKind(sa.String()),
}


@dataclass(frozen=True)
class TableShape:
    """A table: its columns by name with their kinds, and those of its primary key."""

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...] = ()
    _outs: list[tuple[int, Callable[[Any], Any]]] = field(init=False, repr=False, compare=False)
    _keys: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raises KeyError for a kind that nobody knows."""
        outs = [(place, KINDS[kind].out) for place, kind in enumerate(self.columns.values())]
        found = [(place, out) for place, out in outs if out is not None]
        object.__setattr__(self, "_outs", found)
        object.__setattr__(self, "_keys", [list(self.columns).index(name) for name in self.key])

    @property
    def table(self) -> sa.TableClause:
        """What statements name: only its columns, none of its constraints."""
        kinds = self.columns.items()
        return sa.table(self.name, *(sa.column(name, KINDS[kind].type) for name, kind in kinds))

    def key_of(self, row: Row) -> tuple[Any, ...]:
        """The primary key of a row, which grows as both databases sort it; text by its bytes."""
        values = (row[place] for place in self._keys)
        return tuple(one.encode() if isinstance(one, str) else one for one in values)

    def line(self, row: Row) -> bytes:
        """A row as canonical JSON."""
        values = list(row)
        for place, out in self._outs:
            if values[place] is not None:
                values[place] = out(values[place])
        return canonical(values)

    def read(self, values: Sequence[Any]) -> list[Any]:
        """The row of such a line. Raises ValueError, TypeError or AttributeError for another."""
        backs = (KINDS[kind].back for kind in self.columns.values())
        return [
            value if back is None or value is None else back(value)
            for back, value in zip(backs, values, strict=True)
        ]


_in_one_way = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


def canonical(value: object) -> bytes:
    """JSON that is written in one way only."""
    return _in_one_way(value).encode()


def shapes() -> tuple[TableShape, ...]:
    """All tables of this version, each behind those that it refers to."""
    return tuple(
        TableShape(
            table.name,
            {column.name: _kind(column.type) for column in table.columns},
            tuple(column.name for column in table.primary_key),
        )
        for table in SQLModel.metadata.sorted_tables
    )


def _kind(of: sa.types.TypeEngine[Any]) -> str:
    families: tuple[tuple[type, str], ...] = (
        (sa.Uuid, "uuid"),
        (UTCDateTime, "moment"),
        (sa.Date, "date"),
        (sa.JSON, "json"),
        (sa.Integer, "integer"),
        (sa.Float, "number"),
        (sa.Boolean, "boolean"),
        (sa.String, "text"),
        (sa.types.TypeDecorator, "text"),  # SQLModel's AutoString
    )
    return next(name for family, name in families if isinstance(of, family))


class RowTally:
    """How many rows a table has, and their checksum: SHA-256 over their lines, in key order."""

    def __init__(self) -> None:
        self.count = 0
        self._hash = hashlib.sha256()

    def add(self, lines: Iterable[bytes]) -> None:
        """Count further rows."""
        for line in lines:
            self.count += 1
            self._hash.update(line + b"\n")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowTally) and self.facts == other.facts

    __hash__ = None  # type: ignore[assignment]

    @property
    def facts(self) -> tuple[int, str]:
        return self.count, self._hash.hexdigest()
