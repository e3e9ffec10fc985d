"""Pushes about whose a task is, and what their keys say: it was assigned to somebody; or somebody
cannot do it, and who can?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from storage.models import PushKind
from storage.models.pushes import OF_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from storage.models import Change, Reminder, Task, User
    from storage.pushes.rows import NewPush

KEY_DIGITS = 6  # of the key of each who is left, enough to tell twenty people apart
NOBODY = "0"


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What the key of such a push says: whom it is about, who has assigned them (None: nobody
    knows), and the ends of the keys of those whose task it was besides."""

    person: UUID
    by: UUID | None = None
    left: frozenset[str] = frozenset()

    @classmethod
    def of(cls, row: Reminder) -> OfPerson:
        """From the key of a row."""
        _, person, by, _, *left = row.key.split("-")
        return cls(UUID(person), None if by == NOBODY else UUID(by), frozenset(left))


@dataclass(frozen=True, slots=True)
class ToldTask:
    """A task that such a push tells of, None if it is gone; whether what it tells holds, and else
    the change that took the task on."""

    row: Reminder
    task: Task | None
    holds: bool
    answer: Change | None = None


def key_of(
    kind: PushKind, person: UUID, by: UUID | None, left: Iterable[User], *, now: datetime
) -> str:
    """The key that `OfPerson.of` reads."""
    maker = by.hex if by is not None else NOBODY
    ends = (_end(user.id) for user in left)
    return "-".join([kind, person.hex, maker, f"{int(now.timestamp())}", *ends])


def beginning_of(row: Reminder) -> str:
    """What the keys begin with of pushes about the same person, assigned by the same one."""
    return "-".join([*row.key.split("-")[:3], ""])


def _end(key: UUID) -> str:
    return key.hex[-KEY_DIGITS:]


def is_of_people(row: Reminder | NewPush) -> bool:
    """Whether a push is about whose a task is."""
    return row.kind in OF_PEOPLE


def holds(row: Reminder, task: Task) -> bool:
    """Whether such a push is still true, and the task still to be done."""
    is_open = not task.is_done and not task.is_deleted and _is_same_occurrence(row, task)
    return is_open and concerns(row, task)


def concerns(row: Reminder, task: Task) -> bool:
    """Whether the task is still the person's own, or still without anybody new."""
    if row.kind == PushKind.ASSIGNED:
        return any(user.id == OfPerson.of(row).person for user in task.assignees)
    return not taken_by(row, task)


def _is_same_occurrence(row: Reminder, task: Task) -> bool:
    """A repeating task that was done since is about another occurrence."""
    occurrence = task.occurrence if task.repeat is not None else None
    return occurrence is None or occurrence.at <= row.occurrence_at


def taken_by(row: Reminder, task: Task) -> list[User]:
    """Those whose task it has become since somebody could not do it."""
    left = OfPerson.of(row).left
    return [user for user in task.assignees if _end(user.id) not in left]
