"""No table is forgotten when a person is: each goes with them, names them no more, or has nothing
of anybody's."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage import models

assert models  # the import fills the metadata

PEOPLES = {"users", "chats"}
# what does not go with a person or a chat by its keys, and why that is enough
OTHERS = {
    "received_updates": "said_in, the id of a private chat, is cleared",
    "sending_slots": "moments at which the bot may send",
    "own_bot": "the bot itself",
    "pollers": "which process fetches updates",
    "sealing_key": "what the tokens of this installation are sealed with",
}
# the columns of groups that may name a person beside the keys of tables: all are gone through
NAMING = {
    *(("tasks", name) for name in ("rotation", "ticked", "awaited", "said", "snoozed")),
    *(("changes", name) for name in ("before", "after")),
    ("habits", "snoozed"),
    ("chats", "settings"),
    ("questions", "facts"),
    ("task_messages", "answer"),
}
NAMELESS = {
    ("tasks", "repeat"): "rules, a day, a zone",
    ("tasks", "reminders"): "lengths of time",
    ("habits", "recurring_schedule"): "days and times",
    ("habit_members", "pauses"): "goes with the person",
    ("users", "settings"): "goes with the person",
}


def owned() -> set[str]:
    """The tables whose rows go with a row of a person or a chat."""
    found = set(PEOPLES)
    while (
        more := {
            name
            for name, table in SQLModel.metadata.tables.items()
            if any(
                key.column.table.name in found and key.ondelete == "CASCADE"
                for key in table.foreign_keys
            )
        }
        - found
    ):
        found |= more
    return found


def test_every_table_is_dealt_with() -> None:
    assert SQLModel.metadata.tables.keys() - owned() == OTHERS.keys()


def test_every_column_that_may_name_somebody_is_gone_through() -> None:
    found = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.c
        if isinstance(column.type, sa.JSON)
    }
    assert found == NAMING | NAMELESS.keys()


def test_every_key_of_a_person_is_let_go_of() -> None:
    """Deleted with them, or empty after them."""
    keys = {
        (table.name, key.parent.name, key.ondelete)
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in PEOPLES
    }
    assert {one for one in keys if one[2] not in {"CASCADE", "SET NULL"}} == set()
