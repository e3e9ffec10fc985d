"""bans, and when people and chats were active last

Revision: 0017, after 0016
Made on: 2026-11-28
"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime()


def upgrade() -> None:
    op.add_column("users", sa.Column("banned_at", MOMENT, nullable=True))
    op.add_column("users", sa.Column("ban_told_at", MOMENT, nullable=True))
    op.add_column("users", sa.Column("active_on", sa.Date(), nullable=True))
    op.add_column("chats", sa.Column("active_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("chats", "active_on")
    for column in ("active_on", "ban_told_at", "banned_at"):
        op.drop_column("users", column)
