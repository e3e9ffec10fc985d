"""People by their names: whose a task is, and who of them has done their part."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.texts import clip
from bot.texts.dates import long_day
from storage.rules.absence import away_at
from storage.rules.due import local_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.reader import Reader
    from storage.models import Task, User

SHOWN_PERSON = 64  # characters of a name, as long as one of Telegram's two


def name_of(user: User) -> str:
    """Somebody's name."""
    return clip(user.name, SHOWN_PERSON)


def names_of(users: Iterable[User]) -> Markup:
    """`Ann, Bob`"""
    return Markup(", ").join(name_of(user) for user in users)


def named(person: User, reader: Reader, name: str | Markup = "") -> Markup:
    """`Ann (away until Mon, 5 Oct)`, and of anybody who is not away the name alone."""
    shown = name or name_of(person)
    absence = away_at(person.settings, reader.now)
    if absence is None:
        return Markup.escape(shown)
    if absence.until is None:
        return reader.words("person-away-open", name=shown)
    zone = reader.preferences.zone
    last = local_date(absence.until - timedelta(microseconds=1), zone)
    day = long_day(last, today=local_date(reader.now, zone), words=reader.words)
    return reader.words("person-away", name=shown, day=day)


def parts_of(task: Task) -> dict[str, str]:
    """How many of the assignees have done their part, and how many they are."""
    count = len(task.assignees)
    return {"done": str(count - len(task.missing)), "count": str(count)}


def part_line(key: str, task: Task, reader: Reader) -> Markup:
    """A sentence about a task of which each assignee has a part: it says whose are missing."""
    facts = {"number": str(task.number), "title": task.title, **parts_of(task)}
    return reader.words(key, **facts, names=names_of(task.missing))
