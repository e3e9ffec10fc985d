"""One condition that the two databases have to be asked in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.sql.compiler import SQLCompiler


class Among(FunctionElement[bool]):
    """A column that is among the values of a query; see `among`."""

    # of no type: SQLite would be asked whether a boolean is 1, and use no index
    name = "among"
    inherit_cache = True


def among(column: Any, keys: Select[Any]) -> ColumnElement[bool]:
    """The condition that a column's value is one of those that `keys` selects: a few of very many.

    PostgreSQL gets the keys as an array, which it reads first and then looks up in the column's
    index. Of IN it makes a join, and where another condition is that of a LIKE, whose hits it
    takes for rare, it would rather read the whole table.
    """
    return Among(column, keys.scalar_subquery())


@compiles(Among)
def _in(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, keys = element.clauses
    return f"{compiler.process(column, **options)} IN {compiler.process(keys, **options)}"


@compiles(Among, "postgresql")
def _any(element: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, keys = element.clauses
    return f"{compiler.process(column, **options)} = ANY (ARRAY{compiler.process(keys, **options)})"
