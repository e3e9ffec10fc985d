"""assignees who are waited for, and pushes about whose a task is

Revision: 0016, after 0015
Made on: 2026-11-28
"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True), "postgresql"
)
KINDS = ("task", "nag", "snooze", "agenda", "review", "summary", "habit", "weekly")
NEW_KINDS = ("assigned", "cannot")
FIRST = "ix_reminders_first"
NO_DIGEST = "state IN ('pending', 'closing') AND kind NOT IN ('agenda', 'review', 'summary', 'weekly')"


def upgrade() -> None:
    columns = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("tasks")}
    if "awaited" not in columns:  # else it was cut off behind this
        op.add_column("tasks", sa.Column("awaited", JSON, nullable=True))
        _allow((*KINDS, *NEW_KINDS))
    op.validate("reminders", op.f("ck_reminders_kind"))
    op.build_index(
        "ix_tasks_awaited", "tasks", ["chat_id", "number"], where="awaited IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_index("ix_tasks_awaited", "tasks")
    new = ", ".join(f"'{kind}'" for kind in NEW_KINDS)
    op.execute(f"DELETE FROM reminders WHERE kind IN ({new})")
    _allow(KINDS)
    op.drop_column("tasks", "awaited")


def _allow(kinds: tuple[str, ...]) -> None:
    allowed = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("reminders", reflect_kwargs={"resolve_fks": False}) as table:
        table.drop_constraint(op.f("ck_reminders_kind"), type_="check")
        table.create_check_constraint(
            op.f("ck_reminders_kind"), sa.text(f"kind IN ({allowed})"), postgresql_not_valid=True
        )
    if op.get_bind().dialect.name == "sqlite":
        # it makes the indexes again in any order, and of two that would do it takes the newest
        op.drop_index(FIRST, "reminders")
        op.create_index(FIRST, "reminders", ["fire_at"], sqlite_where=sa.text(NO_DIGEST))
