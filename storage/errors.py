"""What the store refuses. Errors are facts; their sentences are in bot/texts.

StorageError
├── Refusal                 a person asked for something that cannot be
│   ├── UnknownTask         no such task in a chat of theirs
│   ├── InTrash             the task has to be restored first
│   ├── UnknownHabit        no such habit in a chat of theirs
│   ├── HabitExists         the list has a habit of that name already
│   ├── NothingToUndo       no change of theirs here in the last 24 hours
│   ├── ChangedSince        the same thing was changed again later
│   ├── TooMany             a limit of PRODUCT.md section 3 is reached
│   ├── NotAllowed          the person lacks the right for an action
│   └── NotYours            only another person may take something back
├── MembershipUnknown       Telegram has to be asked whether a person is in a chat
├── NotCopied               a file was not copied, or not put back
├── NotCarried              a whole store was not moved, written out or read in
├── AnotherBot              the database belongs to another bot
└── BadDatabaseUrl          DATABASE_URL has a form that Dueto does not take
"""

from __future__ import annotations


class StorageError(Exception):
    """The root of all errors that the store raises."""


class Refusal(StorageError):
    """A person asked for something that cannot be; nothing was changed."""


class UnknownTask(Refusal):
    """No such task in a chat that the asker is a member of."""

    def __init__(self, number: int | None = None) -> None:
        super().__init__(number)
        self.number = number


class InTrash(Refusal):
    """The task is in the trash: it has to be restored before it can be changed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class UnknownHabit(Refusal):
    """No such habit in a chat that the asker is a member of. `name` is as they wrote it."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


class HabitExists(Refusal):
    """A habit of that name is in this list already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NothingToUndo(Refusal):
    """The asker made no change here in the last 24 hours that could still be taken back."""


class ChangedSince(Refusal):
    """A thing was changed again, so that an earlier change cannot be taken back alone.

    `number` is a task's; other things have none.
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
    """The asker lacks the right for an action; `who` are the names of those known to have it."""

    def __init__(self, action: str, who: tuple[str, ...] = ()) -> None:
        super().__init__(action, who)
        self.action = action
        self.who = who


class NotYours(Refusal):
    """What was done is somebody else's to take back; `who` is their name."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


class NotTold(Refusal):
    """Telegram did not tell who is in a chat, or is an administrator of it."""


class MembershipUnknown(StorageError):
    """What is known about a person in these chats is out of date: Telegram has to be asked.

    Both ids are Telegram's, because rows of this transaction no longer exist once it is rolled
    back.
    """

    def __init__(self, user_id: int, chat_ids: tuple[int, ...]) -> None:
        super().__init__(user_id, chat_ids)
        self.user_id = user_id
        self.chat_ids = chat_ids


class AnotherBot(StorageError):
    """The database keeps the people of another bot, whose Telegram id is `bot_id`."""

    def __init__(self, bot_id: int) -> None:
        super().__init__(bot_id)
        self.bot_id = bot_id


class BadDatabaseUrl(StorageError):
    """`DATABASE_URL` has a form that Dueto does not take."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"DATABASE_URL {why}; it takes sqlite:///path/to/file.db or "
            "postgresql://user:password@host/database?sslmode=require"
        )


class LaterTables(StorageError):
    """The tables are of a later version of Dueto, by their revision."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the tables are of a later version of Dueto ({revision})")
        self.revision = revision


class NotCopied(StorageError):
    """A database was not copied, or not put back; the message says why."""


class NotCarried(StorageError):
    """A whole store was not moved into another database, or not read from a stream; the message
    says why."""
