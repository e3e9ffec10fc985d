"""broadcasts, feedback, and answers to it

Revision: 0020, after 0019
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()
OPEN_LETTERS = "state IN ('waiting', 'sending')"


def upgrade() -> None:
    op.create_table(
        "mailings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("shown_in", sa.BigInteger(), nullable=True),
        sa.Column("shown_state", sa.String(), nullable=True),
        sa.Column("shown_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "kind IN ('broadcast', 'feedback', 'reply')", name=op.f("ck_mailings_kind")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'sending', 'paused', 'stopped', 'done')",
            name=op.f("ck_mailings_state"),
        ),
        sa.CheckConstraint(
            "audience IN ('people', 'groups', 'both')", name=op.f("ck_mailings_audience")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name=op.f("fk_mailings_author_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["about"], ["mailings.id"], name=op.f("fk_mailings_about"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailings")),
    )
    op.create_index("ix_mailings_author_id", "mailings", ["author_id", "created_at"])
    op.create_index("ix_mailings_state", "mailings", ["state"])
    op.create_table(
        "letters",
        sa.Column("mailing_id", sa.Uuid(), nullable=False),
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'unclear', 'lost', 'refused')",
            name=op.f("ck_letters_state"),
        ),
        sa.ForeignKeyConstraint(
            ["mailing_id"], ["mailings.id"], name=op.f("fk_letters_mailing_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_letters_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mailing_id", "chat_id", name=op.f("pk_letters")),
    )
    op.create_index(op.f("ix_letters_chat_id"), "letters", ["chat_id"])
    op.create_index(
        "ix_letters_open",
        "letters",
        ["mailing_id", "chat_id"],
        postgresql_where=sa.text(OPEN_LETTERS),
        sqlite_where=sa.text(OPEN_LETTERS),
    )


def downgrade() -> None:
    op.drop_table("letters")
    op.drop_table("mailings")
