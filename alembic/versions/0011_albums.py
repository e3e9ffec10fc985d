"""albums, and messages that are edited

Revision: 0011, after 0009
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

KINDS = ("photo", "document")
NEW_KINDS = ("video", "animation", "audio", "voice", "video_note")

TEXT = sqlmodel.sql.sqltypes.AutoString()
MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    if not sa.inspect(op.get_bind()).has_table("album_parts"):  # else it was cut off behind this
        _tables()
    op.validate("attachments", op.f("ck_attachments_kind"))


def _tables() -> None:
    op.create_table(
        "album_parts",
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("album", TEXT, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_id", TEXT, nullable=False),
        sa.Column("unique_id", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_album_parts_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_album_parts")),
    )
    op.add_column("task_messages", sa.Column("digest", TEXT, nullable=True))
    op.add_column("tasks", sa.Column("written_in", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("attachments", reflect_kwargs={"resolve_fks": False}) as table:
        _allow(table, (*KINDS, *NEW_KINDS))


def downgrade() -> None:
    new = ", ".join(f"'{kind}'" for kind in NEW_KINDS)
    op.execute(f"DELETE FROM attachments WHERE kind IN ({new})")
    with op.batch_alter_table("attachments", reflect_kwargs={"resolve_fks": False}) as table:
        _allow(table, KINDS)
    op.drop_column("tasks", "written_in")
    op.drop_column("task_messages", "digest")
    op.drop_table("album_parts")


def _allow(table, kinds: tuple[str, ...]) -> None:
    allowed = ", ".join(f"'{kind}'" for kind in kinds)
    table.drop_constraint(op.f("ck_attachments_kind"), type_="check")
    table.create_check_constraint(
        op.f("ck_attachments_kind"), sa.text(f"kind IN ({allowed})"), postgresql_not_valid=True
    )
