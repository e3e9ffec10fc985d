"""Who is banned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.operators import BanPerson, ShowBans, ShowState, UnbanPerson
from bot.replies import Button, Say
from bot.views.parts import BREAK, clip, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from bot.reader import Reader
    from storage.models import User

PEOPLE_ON_PAGE = 5
SHOWN_NAME = 40  # characters


def banned(person: User, reader: Reader, *, is_new: bool) -> Say:
    """Somebody is banned now, or was already."""
    said = reader.words("ban-done" if is_new else "ban-already", who=who(person, reader))
    return Say(said, ((reader.button("unban", UnbanPerson(person.id)),),))


def unbanned(person: User, reader: Reader, *, was_banned: bool) -> Say:
    """Somebody may use the bot again, or could before."""
    said = reader.words("ban-over" if was_banned else "ban-none", who=who(person, reader))
    return Say(said, ((reader.button("ban", BanPerson(person.id)),),))


def bans(found: Sequence[User], page: int, count: int, reader: Reader) -> Say:
    """A page of those who are banned, the last first; a button lets each in again."""
    back = (reader.button("back", ShowState()),)
    if not found:
        return Say(reader.words("bans-none"), (back,))
    lines = [reader.words("bans-title", count=count)]
    rows: list[tuple[Button, ...]] = []
    for person in found:
        lines.append(who(person, reader))
        name = reader.words.plain("bans-unban", name=clip(person.name, SHOWN_NAME))
        rows.append((Button(name, press=UnbanPerson(person.id, page)),))
    pages = turns(page, -(-count // PEOPLE_ON_PAGE), ShowBans)
    return Say(BREAK.join(lines), tuple(row for row in (*rows, pages, back) if row))


def who(person: User, reader: Reader) -> Markup:
    """`Sam (@sam, 1002)`"""
    name = clip(person.name, SHOWN_NAME)
    username = f"@{person.username}, " if person.username else ""
    return reader.words("who", name=name, ids=f"{username}{person.telegram_id}")
