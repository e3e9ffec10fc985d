"""What a list shows: which tasks, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from storage.models import Priority


class Scope(StrEnum):
    """The tasks from which a filter selects."""

    OPEN = "open"
    TODAY = "today"
    WEEK = "week"
    OVERDUE = "overdue"
    NO_DATE = "nodate"
    DONE = "done"
    ALL = "all"
    TRASH = "trash"
    AGENDA_TODAY = "agenda-today"  # overdue, then today
    AGENDA_WEEK = "agenda-week"  # overdue, then seven days
    NEXT_WEEK = "next-week"  # of the calendar
    SEARCH = "search"  # open and done, in every chat that the asker reaches


class Extent(StrEnum):
    """From where a list takes its tasks."""

    LIST = "list"  # of a chat, or of one topic of it
    CHAT = "chat"  # all its topics
    OWN = "own"  # one's private chat, and what one is assigned to in groups
    EVERYWHERE = "everywhere"  # all chats that the asker reaches


AGENDAS = frozenset({Scope.AGENDA_TODAY, Scope.AGENDA_WEEK, Scope.NEXT_WEEK})


@dataclass(frozen=True, slots=True)
class TopicList:
    """A list: a chat's, or that of one of its topics."""

    chat_id: UUID
    topic: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows. `home`: another list than that of the chat where somebody asks. `assignee`
    is a username, "me", or Telegram's id of somebody who has no username; `words` match beginnings
    of words."""

    scope: Scope = Scope.OPEN
    tags: tuple[str, ...] = ()
    priority: Priority | None = None
    assignee: str = ""
    words: str = ""
    home: TopicList | None = None

    def extent(self, *, in_private: bool) -> Extent:
        """From where it takes the tasks. In private the agenda has all that is the asker's, and
        what others have to do is looked for in all groups."""
        if self.scope is Scope.SEARCH:
            return Extent.EVERYWHERE
        if self.home is not None:
            return Extent.LIST
        if in_private and (self.assignee == "me" or (self.scope in AGENDAS and not self.assignee)):
            return Extent.OWN
        if in_private and self.assignee:
            return Extent.EVERYWHERE
        return Extent.CHAT if self.scope is Scope.ALL else Extent.LIST
