"""usernames

Revision: 0005, after 0004
Made on: 2026-11-28
"""

import sqlalchemy as sa

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.build_index("ix_users_username", "users", [sa.text("lower(username)")])


def downgrade() -> None:
    op.drop_index("ix_users_username", "users")
