"""What people set for themselves and for their groups, recorded so that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.history.facts import SETTING
from storage.history.recording import recorded
from storage.models import Action, Chat, User
from storage.people.settings import lock_to_set, put_settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


async def set_preferences(
    session: AsyncSession, user: User, chat: Chat, chosen: Mapping[str, Any], deed: Deed
) -> None:
    """Set what a person prefers in private, or what is to hold for all of a group.

    Raises as `check_settings` does.
    """
    row = await lock_to_set(session, user, chat, now=deed.now, names=chosen.keys())
    with recorded(session, row, Action.SET, deed):
        put_settings(session, row, chat, {**row.settings, **chosen}, deed)


def names_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the settings that a row of history has changed."""
    return tuple(key.removeprefix(SETTING) for key in facts if key.startswith(SETTING))


def settings_before(facts: Mapping[str, Any], row: User | Chat) -> dict[str, Any]:
    """The settings of a row as they were, by what a row of history has of them."""
    settings = dict(row.settings)
    for key, kept in facts.items():
        name = key.removeprefix(SETTING)
        if name != key:
            settings.pop(name, None)
            settings |= {} if kept is None else {name: kept[0]}
    return settings
