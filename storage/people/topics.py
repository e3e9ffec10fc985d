"""What the topics of a forum are called: Telegram tells it while they are there, and of one that is
gone nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.people.settings import note_of_group

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat

TOPICS = "topics"
NAMES_KEPT = 200  # of a forum; the oldest goes first


async def name_topic(
    session: AsyncSession, chat: Chat, topic: int, name: str, *, is_new: bool
) -> None:
    """Keep a topic's name. `is_new`: it is called so from now on; else it was made with that name,
    which an earlier word of another one outweighs."""
    known = chat.topic_names
    if known.get(str(topic)) == name or (str(topic) in known and not is_new):
        return
    kept = {**{key: value for key, value in known.items() if key != str(topic)}, str(topic): name}
    newest = dict([*kept.items()][-NAMES_KEPT:])
    await note_of_group(session, chat, {TOPICS: newest})
