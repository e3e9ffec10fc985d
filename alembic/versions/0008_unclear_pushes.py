"""unclear tries of a push are counted

Revision: 0008, after 0007
Made on: 2026-11-28
"""

import sqlalchemy as sa

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reminders", sa.Column("unclear", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("reminders", "unclear")
