"""reminders

Revision: 0002, after 0001
Made on: 2026-11-22
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slot", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("occurrence_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("fire_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("on_purpose", sa.Boolean(), nullable=False),
        sa.Column("claimed_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('task', 'nag', 'snooze', 'agenda', 'review', 'summary')",
            name=op.f("ck_reminders_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'sent', 'closing', 'closed', 'held', 'dead')",
            name=op.f("ck_reminders_state"),
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_reminders_chat_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("fk_reminders_task_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("slot", name=op.f("uq_reminders_slot")),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index("ix_reminders_chat_id", ["chat_id", "state"], unique=False)
        batch_op.create_index(
            "ix_reminders_open",
            ["fire_at"],
            unique=False,
            postgresql_where=sa.text("state IN ('pending', 'closing')"),
            sqlite_where=sa.text("state IN ('pending', 'closing')"),
        )
        batch_op.create_index(batch_op.f("ix_reminders_task_id"), ["task_id"], unique=False)

    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "reminders",
                sa.JSON(none_as_null=True).with_variant(
                    postgresql.JSONB(none_as_null=True), "postgresql"
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("nag_minutes", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.drop_column("nag_minutes")
        batch_op.drop_column("reminders")

    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminders_task_id"))
        batch_op.drop_index(
            "ix_reminders_open",
            postgresql_where=sa.text("state IN ('pending', 'closing')"),
            sqlite_where=sa.text("state IN ('pending', 'closing')"),
        )
        batch_op.drop_index("ix_reminders_chat_id")

    op.drop_table("reminders")
