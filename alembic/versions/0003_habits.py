"""habits

Revision: 0003, after 0002
Made on: 2026-11-22
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = ("task", "nag", "snooze", "agenda", "review", "summary")
NEW_KINDS = ("habit", "weekly")
ACTIONS = ("add", "edit", "move", "complete", "reopen", "delete", "restore", "undo")
NEW_ACTIONS = ("log", "pause", "archive", "join", "leave")
ABOUT = "task_id IS NULL OR habit_id IS NULL"
INDEXES = {
    "ix_reminders_first": "state IN ('pending', 'closing') AND "
    "kind NOT IN ('agenda', 'review', 'summary', 'weekly')",
    "ix_reminders_closed": "state = 'closed'",
}

TEXT = sqlmodel.sql.sqltypes.AutoString()
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    if not sa.inspect(op.get_bind()).has_table("habits"):  # else it was cut off behind this
        _tables()
    op.validate(
        "reminders", op.f("ck_reminders_kind"), op.f("fk_reminders_habit_id")
    )
    op.validate(
        "changes",
        op.f("ck_changes_action"),
        op.f("fk_changes_habit_id"),
        op.f("ck_changes_about"),
    )
    for name, where in INDEXES.items():
        op.build_index(name, "reminders", ["fire_at"], where)
    for table in ("reminders", "changes"):
        op.build_index(op.f(f"ix_{table}_habit_id"), table, ["habit_id"])


def _tables() -> None:
    """All in one transaction, and nothing in it that reads the rows of a table."""
    _habits()
    _members()
    _entries()
    op.create_table(
        "sending_slots",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending_slots")),
    )
    op.execute("INSERT INTO sending_slots (id, next_at) VALUES (1, '2000-01-01 00:00:00+00:00')")
    with op.batch_alter_table("reminders") as table:
        _allow(table, "reminders", "kind", (*KINDS, *NEW_KINDS))
        _refer_to_habit(table, "reminders")
    with op.batch_alter_table("changes") as table:
        _allow(table, "changes", "action", (*ACTIONS, *NEW_ACTIONS))
        _refer_to_habit(table, "changes")
        table.alter_column("task_id", existing_type=sa.Uuid(), nullable=True)
        table.create_check_constraint(
            op.f("ck_changes_about"), sa.text(ABOUT), postgresql_not_valid=True
        )


def downgrade() -> None:
    op.execute("DELETE FROM changes WHERE task_id IS NULL")
    with op.batch_alter_table("changes") as table:
        table.drop_constraint(op.f("ck_changes_about"), type_="check")
        table.alter_column("task_id", existing_type=sa.Uuid(), nullable=False)
        _allow(table, "changes", "action", ACTIONS)
        _forget_habit(table, "changes")
    for name in INDEXES:
        op.drop_index(name, "reminders")
    op.execute("DELETE FROM reminders WHERE habit_id IS NOT NULL OR kind = 'weekly'")
    with op.batch_alter_table("reminders") as table:
        _allow(table, "reminders", "kind", KINDS)
        _forget_habit(table, "reminders")
    for name in ("sending_slots", "habit_entries", "habit_members", "habits"):
        op.drop_table(name)


def _allow(table, name, column: str, values: tuple[str, ...]) -> None:
    allowed = ", ".join(f"'{value}'" for value in values)
    table.drop_constraint(op.f(f"ck_{name}_{column}"), type_="check")
    table.create_check_constraint(
        op.f(f"ck_{name}_{column}"),
        sa.text(f"{column} IN ({allowed})"),
        postgresql_not_valid=True,
    )


def _refer_to_habit(table, name) -> None:
    table.add_column(sa.Column("habit_id", sa.Uuid(), nullable=True))
    table.create_foreign_key(
        op.f(f"fk_{name}_habit_id"),
        "habits",
        ["habit_id"],
        ["id"],
        ondelete="CASCADE",
        postgresql_not_valid=True,
    )


def _forget_habit(table, name) -> None:
    table.drop_index(op.f(f"ix_{name}_habit_id"))
    table.drop_constraint(op.f(f"fk_{name}_habit_id"), type_="foreignkey")
    table.drop_column("habit_id")


def _habits() -> None:
    op.create_table(
        "habits",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("searchable", TEXT, nullable=False),
        sa.Column("recurring_schedule", JSON, nullable=False),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("unit", TEXT, nullable=False),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("archived_at", MOMENT, nullable=True),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 100", name=op.f("ck_habits_name")),
        sa.CheckConstraint("length(unit) <= 30", name=op.f("ck_habits_unit")),
        sa.CheckConstraint(
            "(target IS NULL) = (direction IS NULL)", name=op.f("ck_habits_target")
        ),
        sa.CheckConstraint("target >= 0", name=op.f("ck_habits_target_sign")),
        sa.CheckConstraint("colour BETWEEN 0 AND 7", name=op.f("ck_habits_colour")),
        sa.CheckConstraint(
            "direction IN ('at_least', 'at_most')", name=op.f("ck_habits_direction")
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_habits_chat_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["users.id"], name=op.f("fk_habits_created_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_habits")),
    )
    live = sa.text("deleted_at IS NULL")
    op.create_index(
        "ix_habits_live",
        "habits",
        ["chat_id", "position"],
        postgresql_where=live,
        sqlite_where=live,
    )


def _members() -> None:
    op.create_table(
        "habit_members",
        sa.Column("habit_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("pauses", JSON, nullable=False),
        sa.Column("is_ranked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["habit_id"], ["habits.id"], name=op.f("fk_habit_members_habit_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_habit_members_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("habit_id", "user_id", name=op.f("pk_habit_members")),
    )
    op.create_index(op.f("ix_habit_members_user_id"), "habit_members", ["user_id"])


def _entries() -> None:
    op.create_table(
        "habit_entries",
        sa.Column("habit_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("is_skip", sa.Boolean(), nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_habit_entries_amount")),
        sa.CheckConstraint("length(note) <= 500", name=op.f("ck_habit_entries_note")),
        sa.ForeignKeyConstraint(
            ["habit_id"], ["habits.id"], name=op.f("fk_habit_entries_habit_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_habit_entries_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("habit_id", "user_id", "day", name=op.f("pk_habit_entries")),
    )
    op.create_index(op.f("ix_habit_entries_user_id"), "habit_entries", ["user_id"])
