"""Who may do what to that which belongs to a whole group. What is said here holds for every way in:
commands, buttons, undo, a web app."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN = "rights"  # the key of a group's settings that says whether all its members may do these
EVERYONE = "everyone"


class Act(StrEnum):
    """What not every member of a group may do. Adding, ticking and editing need no right.

    REMOVE: delete, archive or restore a task or habit. FOR_ALL: complete a task of which others
    have a part to do. SETTINGS: what is set for all. RIGHTS: who may do these two. DATA: take the
    whole list away, or fill it. UNDO: take back what an administrator has done in the name of the
    group.
    """

    REMOVE = "remove"
    FOR_ALL = "for-all"
    SETTINGS = "settings"
    RIGHTS = "rights"
    UNDO = "undo"
    DATA = "data"


def is_open(settings: Mapping[str, Any]) -> bool:
    """Whether a group lets all its members do what else is its administrators'."""
    return settings.get(OPEN) == EVERYONE


def may(act: Act, *, is_own: bool, is_open: bool, is_administrator: bool) -> bool:
    """Whether a member of a group may do this. `is_own`: it is about what they added themselves.

    To be assigned a task is no right to delete it: its assignees may tick it or give it back.
    """
    if is_administrator:
        return True
    if act in {Act.REMOVE, Act.FOR_ALL}:
        return is_own or is_open
    return act is Act.SETTINGS and is_open
