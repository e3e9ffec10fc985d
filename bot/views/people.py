"""People by their names: whose a task is, and who of them has done their part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.texts import clip

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


def parts_of(task: Task) -> dict[str, str]:
    """How many of the assignees have done their part, and how many they are."""
    count = len(task.assignees)
    return {"done": str(count - len(task.missing)), "count": str(count)}


def part_line(key: str, task: Task, reader: Reader) -> Markup:
    """A sentence about a task of which each assignee has a part: it says whose are missing."""
    facts = {"number": str(task.number), "title": task.title, **parts_of(task)}
    return reader.words(key, **facts, names=names_of(task.missing))
