"""For whom words are made: their language, zone, clock and order of dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.replies import Button
from bot.texts import clip
from bot.texts.dates import clock_of, clock_words, due_words, moment_words
from storage.retention import Retention
from storage.rules.due import local_date

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from bot.presses.coding import Press
    from bot.texts import Words
    from storage.models import Task
    from storage.rules.due import Due
    from storage.rules.preferences import Preferences


KEPT = Retention()


@dataclass(frozen=True, slots=True)
class Home:
    """What people are told of the place where the bot runs: the address at which it is reached
    from outside, without a slash at its end ("" for none); the host of its PostgreSQL ("" for a
    file beside the bot); how long things are kept."""

    public_url: str = ""
    database_host: str = ""
    keep: Retention = KEPT


NOWHERE = Home()


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of a view at a moment, in the chat of the key `in_chat`, in one of its topics; in
    their private chat the `person` of this key."""

    words: Words
    preferences: Preferences
    now: datetime
    in_chat: UUID
    person: UUID | None = None
    topic: int = 0

    def due(self, task: Task) -> Markup:
        """The task's due date in words."""
        due = task.due
        if due is None:
            return self.words("no-date")
        return due_words(
            due, now=self.now, words=self.words, reader=self.preferences, lasts=task.duration
        )

    def people(self, task: Task, shown: int) -> list[str]:
        """Whose a task is: names of so many characters, and @usernames of those who are waited
        for."""
        names = [clip(user.name, shown) for user in task.assignees]
        return [*names, *(f"@{name}" for name in task.awaited or ())]

    def is_late(self, task: Task) -> bool:
        """Whether the task's moment is past, or its day is over for this reader."""
        return self.is_past(task.due)

    def is_past(self, due: Due | None) -> bool:
        """The same of a due date."""
        if due is None:
            return False
        if due.is_whole_day:
            return due.on < local_date(self.now, self.preferences.zone)
        return due.passed(now=self.now)

    def day(self, due: Due) -> date:
        """The day that a due date is on for this reader."""
        return due.on if due.is_whole_day else local_date(due.at, self.preferences.zone)

    def until(self, at: datetime) -> Markup:
        """A moment to come: today only its time."""
        if local_date(at, self.preferences.zone) == local_date(self.now, self.preferences.zone):
            return self.clock_of(at)
        return moment_words(at, now=self.now, words=self.words, reader=self.preferences)

    def hours_of(self, at: datetime, lasts: timedelta | None) -> Markup:
        """`18:00–20:00` of a day that is said already; `18:00` where it ends on another day."""
        end = at + (lasts or timedelta())
        if not lasts or local_date(end, self.preferences.zone) != local_date(
            at, self.preferences.zone
        ):
            return self.clock_of(at)
        return Markup("{}–{}").format(self.clock_of(at), self.clock_of(end))

    def clock_of(self, at: datetime) -> Markup:
        """The time of a moment whose day is said already."""
        return clock_of(at, words=self.words, reader=self.preferences)

    def moment(self, at: datetime) -> Markup:
        """A moment within a sentence: `tomorrow at 9:00`."""
        return moment_words(
            at, now=self.now, words=self.words, reader=self.preferences, is_said=True
        )

    def clock(self, at: time) -> str:
        """A time of the day by the reader's clock."""
        return clock_words(at, words=self.words, reader=self.preferences)

    def button(self, key: str, press: Press) -> Button:
        """A button by the key of its words."""
        return Button(self.words.plain(f"button-{key}"), press=press)
