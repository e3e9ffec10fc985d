"""entries by person

Revision: 0006, after 0005
Made on: 2026-11-28

Each person's days of a habit lie side by side in an SQLite file (WITHOUT ROWID: the table is its own
index), since they are read together. Read one by one through an index, a year of 100 people took ten
times as long. PostgreSQL has no such tables, and nothing changes there.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rebuild(with_rowid=False)


def downgrade() -> None:
    _rebuild(with_rowid=True)


def _rebuild(*, with_rowid: bool) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    with op.batch_alter_table(
        "habit_entries",
        recreate="always",
        table_kwargs={"sqlite_with_rowid": with_rowid},
        # the tables that it refers to are not read: SQLAlchemy warns of their index on an expression
        reflect_kwargs={"resolve_fks": False},
    ):
        pass
