"""What the store refuses. Errors are facts; their words live in bot/texts.

StorageError
├── Refusal                 a person asked for something that cannot be
│   ├── UnknownTask         no such task in a chat of theirs
│   ├── InTrash             the task has to be restored first
│   ├── UnknownHabit        no such habit in a chat of theirs
│   ├── HabitExists         a habit of that name is there already
│   ├── NothingToUndo       no change of theirs here in the last 24 hours
│   ├── ChangedSince        the task was changed after the change to take back
│   ├── TooMany             a limit of PRODUCT.md section 3 is reached
│   └── NotAllowed          an action that needs a right that the person lacks
├── MembershipUnknown       whether a person is in a chat has to be asked of Telegram
└── BadDatabaseUrl          the setting names no database that there is
"""

from __future__ import annotations


class StorageError(Exception):
    """Everything that the store raises by itself."""


class Refusal(StorageError):
    """A person asked for something that cannot be; nothing was changed."""


class UnknownTask(Refusal):
    """No such task in a chat that the asker is a member of."""

    def __init__(self, number: int | None = None) -> None:
        super().__init__(number)
        self.number = number


class InTrash(Refusal):
    """The task is in the trash: it has to be restored before it is changed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class UnknownHabit(Refusal):
    """No such habit in a chat that the asker is a member of; `name` as they wrote it."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class HabitExists(Refusal):
    """A habit of that name is in this list already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NothingToUndo(Refusal):
    """The asker changed nothing here in the last 24 hours that is not taken back already."""


class ChangedSince(Refusal):
    """The task or habit was changed again, so that an earlier change cannot be taken back alone.

    `number` is the task's, None for what has no number.
    """

    def __init__(self, number: int | None = None) -> None:
        super().__init__(number)
        self.number = number


class TooMany(Refusal):
    """A limit is reached. `what` is a key such as "tags"; `limit` the number allowed."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


class NotAllowed(Refusal):
    """The asker lacks the right for an action."""

    def __init__(self, action: str) -> None:
        super().__init__(action)
        self.action = action


class MembershipUnknown(StorageError):
    """What is known of a person in these chats is too old: Telegram has to be asked.

    Both are Telegram's ids: rows that this transaction made are gone when it is rolled back.
    """

    def __init__(self, user_id: int, chat_ids: tuple[int, ...]) -> None:
        super().__init__(user_id, chat_ids)
        self.user_id = user_id
        self.chat_ids = chat_ids


class BadDatabaseUrl(StorageError):
    """`DATABASE_URL` is of no form that Dueto takes."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"DATABASE_URL {why}; it takes sqlite:///path/to/file.db or "
            "postgresql://user:password@host/database?sslmode=require"
        )
