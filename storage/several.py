"""Several queries in one round trip: a UNION ALL in which each has columns of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import cast, literal, null, select, union_all
from sqlalchemy.orm import aliased

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Select
    from sqlmodel.ext.asyncio.session import AsyncSession


def several(*parts: tuple[type[Any] | None, Select[Any]]) -> Select[Any]:
    """One statement for all these queries. Each comes with the model whose columns it selects, or
    None for columns that belong to none. Read it with `read_several`."""
    branches, widths = [], [len(query.selected_columns) for _, query in parts]
    for place, (_, query) in enumerate(parts):
        columns: list[Any] = [literal(place).label("part")]
        for number, (_, other) in enumerate(parts):
            for index, column in enumerate(other.selected_columns):
                own = column if number == place else cast(null(), column.type)
                columns.append(own.label(f"c{number}_{index}"))
        branches.append(query.with_only_columns(*columns))
    both = union_all(*branches).subquery("parts")
    wanted: list[Any] = [both.c.part]
    for number, (model, _) in enumerate(parts):
        if model is not None:
            wanted.append(aliased(model, both))
        else:
            wanted += [both.c[f"c{number}_{index}"] for index in range(widths[number])]
    return select(*wanted)


async def read_several(
    session: AsyncSession,
    statement: Select[Any],
    params: Mapping[str, Any],
    widths: Sequence[int],
) -> list[list[Any]]:
    """The rows of each query: models, or tuples of that many columns where the width is not 0."""
    found: list[list[Any]] = [[] for _ in widths]
    begins = [1 + sum(width or 1 for width in widths[:place]) for place in range(len(widths))]
    rows = await session.exec(statement, params=params)  # type: ignore[call-overload]
    for row in rows.all():
        part = row[0]
        begin, width = begins[part], widths[part]
        found[part].append(tuple(row[begin : begin + width]) if width else row[begin])
    return found
