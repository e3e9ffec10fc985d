"""Alembic's environment: `storage.migrations` hands over an open connection and its lock."""

from alembic import context
from sqlmodel import SQLModel

from storage import models

assert models  # noqa: S101  the import fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
