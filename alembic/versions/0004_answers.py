"""answers that are kept until Telegram has them

Revision: 0004, after 0003
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
INDEX = "ix_task_messages_update_id"


def upgrade() -> None:
    columns = sa.inspect(op.get_bind()).get_columns("task_messages")
    if "answer" not in {column["name"] for column in columns}:  # else it was cut off behind this
        _columns()
    op.build_index(INDEX, "task_messages", ["update_id"], "update_id IS NOT NULL")


def _columns() -> None:
    with op.batch_alter_table("task_messages") as table:
        table.alter_column("task_id", existing_type=sa.Uuid(), nullable=True)
        table.add_column(sa.Column("update_id", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("answer", JSON, nullable=True))
        table.add_column(sa.Column("leaves_at", MOMENT, nullable=True))


def downgrade() -> None:
    op.drop_index(INDEX, "task_messages")
    op.execute("DELETE FROM task_messages WHERE task_id IS NULL OR message_id < 0")
    with op.batch_alter_table("task_messages") as table:
        for name in ("leaves_at", "answer", "update_id"):
            table.drop_column(name)
        table.alter_column("task_id", existing_type=sa.Uuid(), nullable=False)
