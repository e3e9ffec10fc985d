"""calendar feeds, whose shortcuts are, and who did what in history before they were erased

Revision: 0018, after 0017
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
OF_SHORTCUTS = "fk_shortcuts_chat_id"


def upgrade() -> None:
    known = sa.inspect(op.get_bind())
    if "calendar_feeds" not in known.get_table_names():  # else it was cut off behind this
        _create_feeds()
        op.add_column("changes", sa.Column("is_forgotten", sa.Boolean(), nullable=True))
        op.add_column("shortcuts", sa.Column("chat_id", sa.Uuid(), nullable=True))
        with op.batch_alter_table("shortcuts", reflect_kwargs={"resolve_fks": False}) as table:
            table.create_foreign_key(
                op.f(OF_SHORTCUTS),
                "chats",
                ["chat_id"],
                ["id"],
                ondelete="CASCADE",
                postgresql_not_valid=True,
            )
    op.validate("shortcuts", op.f(OF_SHORTCUTS))
    op.build_index(op.f("ix_shortcuts_chat_id"), "shortcuts", ["chat_id"])


def _create_feeds() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_calendar_feeds_chat_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_calendar_feeds_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feeds")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feeds_token_hash")),
        sa.UniqueConstraint("user_id", "chat_id", name=op.f("uq_calendar_feeds_user_id_chat_id")),
    )
    op.create_index(op.f("ix_calendar_feeds_chat_id"), "calendar_feeds", ["chat_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_shortcuts_chat_id"), "shortcuts")
    with op.batch_alter_table("shortcuts", reflect_kwargs={"resolve_fks": False}) as table:
        table.drop_constraint(op.f(OF_SHORTCUTS), type_="foreignkey")
        table.drop_column("chat_id")
    op.drop_column("changes", "is_forgotten")
    op.drop_table("calendar_feeds")
