"""no day of the month in a repeat after completion

Revision: 0013, after 0012
Made on: 2026-11-28

`every! month`, said on the 29th to the 31st, was kept with that day of the month: done on 10
September, it came on 29 September. Only the line that the task was written as tells it from
`every! 31st`, so it is mended here, once, and not whenever a repeat is read. What is mended reads
well in the version before, too: nothing is to be done on the way back.
"""

import re

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEPT_DAY = re.compile(r";BYMONTHDAY=28,(?:29|29,30|29,30,31);BYSETPOS=-1(?=;|$)")
JSON = sa.JSON(none_as_null=True).with_variant(
    postgresql.JSONB(none_as_null=True), "postgresql"
)
TASKS = sa.table(
    "tasks", sa.column("id", sa.Uuid()), sa.column("repeat", JSON), sa.column("said", JSON)
)


def upgrade() -> None:
    connection = op.get_bind()
    rows = connection.execute(
        sa.select(TASKS.c.id, TASKS.c.repeat, TASKS.c.said).where(TASKS.c.repeat.is_not(None))
    ).all()
    for key, repeat, said in rows:
        rules = [KEPT_DAY.sub("", rule) for rule in repeat["rules"]]
        if _is_wrong(repeat, said) and rules != repeat["rules"]:
            mended = {**repeat, "rules": rules}
            connection.execute(sa.update(TASKS).where(TASKS.c.id == key).values(repeat=mended))


def downgrade() -> None:
    pass


def _is_wrong(repeat, said) -> bool:
    """Whether a day of the month was kept that nobody has said."""
    day = repeat["start_on"][-2:]
    words = (said or {}).get("text", "")
    return repeat["anchor"] == "completion" and not re.search(rf"(?<!\d){day}(?!\d)", words)
