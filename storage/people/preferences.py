"""What holds for a person or a chat: THE resolver of settings. Everything else asks here."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Chat, User
from storage.rules.preferences import Preferences, preferences

DEFAULT_LANGUAGE = "en"


def preferences_in(chat: Chat, viewer: User | None, *, default_zone: str) -> Preferences:
    """What holds in a chat for one reader of it, or (None) for all of a group.

    A private chat follows its person, who is its viewer. A group has its own settings; what it has
    not set is the viewer's, except for pushes, which are the same for everybody.
    """
    theirs = viewer.settings if viewer is not None else {}
    resolved = preferences(
        theirs if chat.is_private else chat.settings,
        fallback=theirs,
        zone=default_zone,
        language=viewer.telegram_language if viewer is not None else DEFAULT_LANGUAGE,
    )
    return replace(resolved, is_shared=not chat.is_private)


def preferences_of(person: User, *, default_zone: str) -> Preferences:
    """What a person has set for themselves, wherever they are: their habits' days turn by it."""
    return preferences(
        person.settings, fallback={}, zone=default_zone, language=person.telegram_language
    )


def default_zone_of(session: AsyncSession) -> str:
    """The IANA zone of people and groups that have told none (`DEFAULT_TIMEZONE`)."""
    zone: str = session.info["default_zone"]
    return zone
