"""Alembic's environment: `storage.migrations` hands over an open connection and its lock.

Two operations of our own do on PostgreSQL, without holding up writers, what takes long on a large
table. Each commits what came before it in its migration, which therefore has to be written so that
it can be begun again behind any of them.
"""

import sqlalchemy as sa
from alembic import context
from alembic.operations import MigrateOperation, Operations
from sqlmodel import SQLModel

from storage import models

assert models  # noqa: S101  the import fills the metadata

INVALID = """
    SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relname = :name AND relnamespace = current_schema()::regnamespace AND NOT indisvalid
"""


@Operations.register_operation("build_index")
class BuildIndex(MigrateOperation):
    """`op.build_index(name, table, columns, where=None)`: CONCURRENTLY on PostgreSQL."""

    def __init__(self, name, table, columns, where=None) -> None:
        self.name, self.table, self.columns = name, table, columns
        self.rows = sa.text(where) if where else None

    @classmethod
    def build_index(cls, operations, name, table, columns, where=None):
        return operations.invoke(cls(name, table, columns, where))


@Operations.implementation_for(BuildIndex)
def _build_index(operations, index) -> None:
    bind = operations.get_bind()
    if bind.dialect.name == "sqlite":
        operations.create_index(index.name, index.table, index.columns, sqlite_where=index.rows)
        return
    with operations.get_context().autocommit_block():
        if bind.execute(sa.text(INVALID), {"name": index.name}).first():  # it was cut off
            operations.execute(f"DROP INDEX CONCURRENTLY {index.name}")
        operations.create_index(
            index.name,
            index.table,
            index.columns,
            postgresql_where=index.rows,
            postgresql_concurrently=True,
            if_not_exists=True,
        )


@Operations.register_operation("validate")
class Validate(MigrateOperation):
    """`op.validate(table, *constraints)`: those that were added with postgresql_not_valid."""

    def __init__(self, table, constraints) -> None:
        self.table, self.constraints = table, constraints

    @classmethod
    def validate(cls, operations, table, *constraints):
        return operations.invoke(cls(table, constraints))


@Operations.implementation_for(Validate)
def _validate(operations, given) -> None:
    if operations.get_bind().dialect.name == "sqlite":
        return
    with operations.get_context().autocommit_block():
        for constraint in given.constraints:
            operations.execute(f"ALTER TABLE {given.table} VALIDATE CONSTRAINT {constraint}")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
