"""What holds for a person or a chat: THE resolver of preferences. Everything else asks here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from storage.rules.preferences import Preferences, is_zone, preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat, User

DEFAULT_LANGUAGE = "en"
GUESSED_ZONE = "guessed_zone"  # of a group: nobody has told its zone, somebody has told theirs


def preferences_in(chat: Chat, viewer: User | None, *, default_zone: str) -> Preferences:
    """What holds in a chat for one reader of it, or (None) for all of a group.

    A private chat follows its person, who is its viewer. A group has its own settings; what it has
    not set is the viewer's, except for pushes and the zone, which are the same for everybody.
    """
    theirs = viewer.settings if viewer is not None else {}
    resolved = preferences(
        theirs if chat.is_private else chat.settings,
        fallback=theirs if chat.is_private else _without_zone(theirs),
        zone=_guessed_zone(chat) or default_zone,
        language=viewer.telegram_language if viewer is not None else DEFAULT_LANGUAGE,
    )
    return replace(resolved, is_shared=not chat.is_private)


def _without_zone(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if key != "zone"}


def _guessed_zone(chat: Chat) -> str:
    guess = chat.settings.get(GUESSED_ZONE)
    return guess if isinstance(guess, str) and is_zone(guess) else ""


def preferences_of(person: User, *, default_zone: str) -> Preferences:
    """What a person has set for themselves, wherever they are: their habits' days turn by it."""
    return preferences(
        person.settings, fallback={}, zone=default_zone, language=person.telegram_language
    )


def default_zone_of(session: AsyncSession) -> str:
    """The IANA zone of people and groups that have set none (`DEFAULT_TIMEZONE`)."""
    zone: str = session.info["default_zone"]
    return zone
