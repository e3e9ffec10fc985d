"""A whole list as one JSON document, piece by piece."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from storage.models import Chat, User
from storage.transfer.reading import (
    habits_of_chat,
    people_of,
    settings_history,
    tasks_of_chat,
)
from storage.transfer.shapes import FORMAT, VERSION, keys_in, to_value

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


async def export(
    session: AsyncSession, chat: Chat, owner: User | None, *, now: datetime
) -> AsyncIterator[bytes]:
    """A chat's list as JSON in UTF-8, in pieces that make one document together.

    `owner` is the person whose private chat it is; their settings are the list's. People are named
    by keys, and told at the end. Encoding is done in threads: a large list holds up nobody.
    """
    settings = owner.settings if owner is not None else chat.settings
    head = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": to_value(now),
        "chat": {
            "id": chat.id.hex,
            "kind": chat.kind,
            "title": chat.title,
            "next_number": chat.next_number,
            "settings": settings,
            "owner": owner.id.hex if owner is not None else None,
        },
    }
    named = keys_in(head)
    yield json.dumps(head, ensure_ascii=False)[:-1].encode()
    for name, pages in (
        ("tasks", tasks_of_chat(session, chat)),
        ("habits", habits_of_chat(session, chat)),
    ):
        yield f', "{name}": ['.encode()
        separator = b"\n"
        async for page in pages:
            text, keys = await asyncio.to_thread(_encoded, page)
            named |= keys
            yield separator + text
            separator = b",\n"
        yield b"]"
    changes = await settings_history(session, chat)
    text, keys = await asyncio.to_thread(_encoded, changes)
    yield b', "history": [' + text + b"]"
    people = await people_of(session, {UUID(key) for key in named | keys})
    yield b', "people": ' + json.dumps(people, ensure_ascii=False).encode() + b"}\n"


def _encoded(rows: Sequence[dict[str, Any]]) -> tuple[bytes, set[str]]:
    """Rows as JSON without the list's brackets, and the keys in them."""
    keys: set[str] = set().union(*map(keys_in, rows)) if rows else set()
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(), keys
