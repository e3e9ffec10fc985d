"""cards in other chats: words to be tasks, who has taken over a task, what tokens are sealed with

Revision: 0019, after 0018
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString()
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.create_table(
        "sealing_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("secret", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealing_key")),
    )
    op.create_table(
        "drafts",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        _reference("drafts", "user_id", "users.id", "CASCADE"),
        _reference("drafts", "task_id", "tasks.id", "SET NULL"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_user_id"), "drafts", ["user_id"])
    op.create_index(op.f("ix_drafts_said_at"), "drafts", ["said_at"])
    op.create_table(
        "acceptances",
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("copy_id", sa.Uuid(), nullable=True),
        sa.Column("accepted_at", MOMENT, nullable=False),
        _reference("acceptances", "task_id", "tasks.id", "CASCADE"),
        _reference("acceptances", "user_id", "users.id", "CASCADE"),
        _reference("acceptances", "copy_id", "tasks.id", "SET NULL"),
        sa.PrimaryKeyConstraint("task_id", "user_id", name=op.f("pk_acceptances")),
    )
    op.create_index(op.f("ix_acceptances_user_id"), "acceptances", ["user_id"])


def _reference(table: str, column: str, target: str, gone: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=gone)


def downgrade() -> None:
    for table in ("acceptances", "drafts", "sealing_key"):
        op.drop_table(table)
