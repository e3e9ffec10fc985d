"""people who take turns at a task, and those who each have a part of it

Revision: 0014, after 0013
Made on: 2026-11-28
"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True), "postgresql"
)
COLUMNS = ("rotation", "ticked")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("tasks", sa.Column(name, JSON, nullable=True))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("tasks", name)
