"""snoozes are facts of tasks and habits; what was said in between, and what a deed has closed

Revision: 0009, after 0008
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ACTIONS = (
    *("add", "edit", "move", "complete", "reopen", "delete", "restore", "undo"),
    *("log", "pause", "archive", "join", "leave"),
)
NEW_ACTIONS = ("snooze", "skip", "miss", "set")

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
COLUMNS = {
    "tasks": {"snoozed": JSON, "stands_for": MOMENT},
    "habits": {"snoozed": JSON},
    "reminders": {"closed_by": sa.Uuid()},
    "questions": {"asked_after": sa.BigInteger(), "interrupted": sa.Boolean()},
    "received_updates": {"said_in": sa.BigInteger()},
}

REMINDERS = (
    *(("kind", sa.String()), ("state", sa.String()), ("chat_id", sa.Uuid())),
    *(("task_id", sa.Uuid()), ("habit_id", sa.Uuid()), ("fire_at", MOMENT)),
)


def upgrade() -> None:
    known = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("tasks")}
    if "snoozed" not in known:  # else it was cut off behind this
        _columns()
    op.validate("changes", op.f("ck_changes_action"))
    _keep_snoozes()


def _columns() -> None:
    """All in one transaction, and nothing in it that reads the rows of a table."""
    for table, columns in COLUMNS.items():
        for name, kind in columns.items():
            op.add_column(table, sa.Column(name, kind, nullable=True))
    with op.batch_alter_table("changes") as table:
        _allow(table, (*ACTIONS, *NEW_ACTIONS))


def _keep_snoozes() -> None:
    """What was snoozed before was a row that waits, and is a fact from now on."""
    bind = op.get_bind()
    meta = sa.MetaData()
    rows = sa.Table("reminders", meta, *(sa.Column(*one) for one in REMINDERS))
    waits = rows.c.kind == "snooze", rows.c.state.in_(("pending", "held"))
    found = bind.execute(sa.select(rows).where(*waits)).all()
    for name in ("task", "habit"):
        table = sa.Table(f"{name}s", meta, sa.Column("id", sa.Uuid()), sa.Column("snoozed", JSON))
        facts: dict[object, dict[str, str]] = {}
        for row in found:
            if (about := getattr(row, f"{name}_id")) is not None:
                facts.setdefault(about, {})[row.chat_id.hex] = row.fire_at.isoformat()
        for about, snoozed in facts.items():
            bind.execute(sa.update(table).where(table.c.id == about).values(snoozed=snoozed))


def downgrade() -> None:
    new = ", ".join(f"'{action}'" for action in NEW_ACTIONS)
    op.execute(f"DELETE FROM changes WHERE action IN ({new})")  # noqa: S608  words of ours
    with op.batch_alter_table("changes") as table:
        _allow(table, ACTIONS)
    for name, columns in COLUMNS.items():
        with op.batch_alter_table(name) as table:
            for column in columns:
                table.drop_column(column)


def _allow(table, values: tuple[str, ...]) -> None:
    allowed = ", ".join(f"'{value}'" for value in values)
    table.drop_constraint(op.f("ck_changes_action"), type_="check")
    table.create_check_constraint(
        op.f("ck_changes_action"),
        sa.text(f"action IN ({allowed})"),
        postgresql_not_valid=True,
    )
