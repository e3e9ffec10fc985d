"""The tables: one definition for SQLite and PostgreSQL.

Keys are UUIDv7 (they grow with time), moments are aware UTC, children are deleted with their row,
enumerations are CHECK constraints, tasks and habits are deleted softly.
"""

from storage.models.boards import (
    Board,
    BoardState,
    Pin,
)
from storage.models.feeds import (
    CalendarFeed,
)
from storage.models.habits import (
    COLOURS,
    ENTRY_NOTE_LIMIT,
    HABITS_LIMIT,
    NAME_LIMIT,
    UNIT_LIMIT,
    Habit,
    HabitEntry,
    HabitMember,
)
from storage.models.history import (
    Action,
    Change,
)
from storage.models.mailings import (
    Letter,
    LetterState,
    Mailing,
    MailingAudience,
    MailingKind,
    MailingState,
)
from storage.models.people import (
    Chat,
    ChatKind,
    Membership,
    MemberStatus,
    User,
)
from storage.models.pushes import (
    PushKind,
    PushState,
    Reminder,
    SendingSlot,
)
from storage.models.talk import (
    Acceptance,
    AlbumPart,
    Draft,
    OwnBot,
    Poller,
    Question,
    ReceivedUpdate,
    SealingKey,
    Shortcut,
)
from storage.models.tasks import (
    ASSIGNEES_LIMIT,
    CHECKLIST_LIMIT,
    ITEM_LIMIT,
    NOTES_LIMIT,
    OPEN_TASKS_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TITLE_LIMIT,
    Assignment,
    Attachment,
    ChecklistItem,
    Status,
    Tag,
    Task,
    TaskMessage,
    TaskTag,
    TurnTaker,
)
from storage.rules.priority import Priority

__all__ = [
    "ASSIGNEES_LIMIT",
    "CHECKLIST_LIMIT",
    "COLOURS",
    "ENTRY_NOTE_LIMIT",
    "HABITS_LIMIT",
    "ITEM_LIMIT",
    "NAME_LIMIT",
    "NOTES_LIMIT",
    "OPEN_TASKS_LIMIT",
    "TAGS_LIMIT",
    "TAG_LIMIT",
    "TITLE_LIMIT",
    "UNIT_LIMIT",
    "Acceptance",
    "Action",
    "AlbumPart",
    "Assignment",
    "Attachment",
    "Board",
    "BoardState",
    "CalendarFeed",
    "Change",
    "Chat",
    "ChatKind",
    "ChecklistItem",
    "Draft",
    "Habit",
    "HabitEntry",
    "HabitMember",
    "Letter",
    "LetterState",
    "Mailing",
    "MailingAudience",
    "MailingKind",
    "MailingState",
    "MemberStatus",
    "Membership",
    "OwnBot",
    "Pin",
    "Poller",
    "Priority",
    "PushKind",
    "PushState",
    "Question",
    "ReceivedUpdate",
    "Reminder",
    "SealingKey",
    "SendingSlot",
    "Shortcut",
    "Status",
    "Tag",
    "Task",
    "TaskMessage",
    "TaskTag",
    "TurnTaker",
    "User",
]
