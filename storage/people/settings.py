"""What is set for a person or a chat, and changed by those who may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.models import User
from storage.people.access import check_right
from storage.people.changed import ChangedChat, changed_chats
from storage.people.preferences import GUESSED_ZONE, default_zone_of, preferences_in
from storage.rules.preferences import PASSES, is_zone
from storage.rules.rights import OPEN, Act

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat
    from storage.people.asking import Deed

# they move no reminder
ONLY_SHOWN = frozenset({"language", "hours_12", "date_order", "reacts", OPEN, PASSES})


async def guess_zone(session: AsyncSession, chat: Chat, person: User, *, now: datetime) -> None:
    """Let a group whose zone nobody has told be in the one of whoever has added the bot, or of its
    first member who has told theirs. It is guessed once, and a change of that person's does not
    change it."""
    theirs = person.settings.get("zone")
    is_known = chat.is_private or not {"zone", GUESSED_ZONE}.isdisjoint(chat.settings)
    if is_known or not isinstance(theirs, str) or not is_zone(theirs):
        return
    await note_of_group(session, chat, {GUESSED_ZONE: theirs})
    changed_chats(session).setdefault(chat.id, ChangedChat(theirs, now))  # it moves no task


async def note_of_group(session: AsyncSession, chat: Chat, facts: Mapping[str, Any]) -> None:
    """Keep what became known of a group beside its settings; nobody has set that."""
    await lock_settings(session, chat)
    chat.settings = {**chat.settings, **facts}


async def lock_settings(session: AsyncSession, row: User | Chat) -> None:
    """Read a row again, as it is by now, and keep others from changing it until the commit.

    Its settings are one value: two transactions that each add a key to what they had read would
    lose one of the keys.
    """
    await session.flush()
    await session.refresh(row, ["settings"], with_for_update=True)


async def check_settings(
    session: AsyncSession, user: User, chat: Chat, *, now: datetime, names: Collection[str] = ()
) -> None:
    """Let only those pass who may change the settings (of these names) that hold in a chat. Raises
    as `check_right` does."""
    act = Act.RIGHTS if OPEN in names else Act.SETTINGS
    await check_right(session, act, user, chat, now=now)


async def lock_to_set(
    session: AsyncSession, user: User, chat: Chat, *, now: datetime, names: Collection[str]
) -> User | Chat:
    """The row that holds what is set in a chat, locked: the person's in private, the group's for
    those who may change settings of these names.

    Raises as `check_settings` does.
    """
    await check_settings(session, user, chat, now=now, names=names)
    row = user if chat.is_private else chat
    await lock_settings(session, row)
    return row


def put_settings(
    session: AsyncSession,
    row: User | Chat,
    chat: Chat,
    settings: Mapping[str, Any],
    deed: Deed,
    *,
    is_recorded: bool = True,
) -> None:
    """Replace what is set in a row that is locked. `is_recorded`: so is what follows from it."""
    owner = row if isinstance(row, User) else None
    before = preferences_in(chat, owner, default_zone=default_zone_of(session)).zone
    known = row.settings
    changed = {key for key in {**known, **settings} if known.get(key) != settings.get(key)}
    row.settings = dict(settings)
    if changed <= ONLY_SHOWN:
        return
    changed_chats(session).setdefault(
        chat.id, ChangedChat(before, deed.now, deed if is_recorded else None)
    )
