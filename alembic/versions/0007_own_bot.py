"""the bot whose database this is

Revision: 0007, after 0006
Made on: 2026-11-28
"""

import sqlalchemy as sa

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_bot",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_bot")),
    )


def downgrade() -> None:
    op.drop_table("own_bot")
