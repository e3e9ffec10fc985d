"""What words are about: the one task, named by its number or by a reply to its message, the people,
the date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.language import read_move, read_when
from bot.language.numbers import read_number
from bot.language.people import is_everyone
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.models import ASSIGNEES_LIMIT
from storage.people.members import members_named, members_of
from storage.tasks.find import find_task, task_of_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.values import When
    from bot.requests import Request
    from storage.models import Task, User


USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,31}")  # Telegram's, and some of three letters


async def quoted_task(request: Request) -> Task | None:
    """The task that the message replied to shows."""
    quoted = request.quoted
    if quoted is None:
        return None
    return await task_of_message(
        request.session, quoted.message_id, chat=request.chat, asker=request.asker
    )


async def one_task(request: Request, command: str) -> tuple[Task, str]:
    """The task that a command begins with, and the words behind its number.

    Raises Misunderstood when no task is named, UnknownTask.
    """
    found = read_number(request.text)
    if found is None:
        task = await quoted_task(request)
        if task is None:
            raise Misunderstood("no-number", command=command)
        return task, request.text.strip()
    number, words = found
    task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
    return task, words


@dataclass(frozen=True, slots=True)
class People:
    """Who is named: members of the chat; @usernames that it has not seen yet, and waits for; names
    that are nobody's who could be waited for."""

    members: tuple[User, ...] = ()
    awaited: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()


async def people_named(request: Request, names: Sequence[str]) -> People:
    """Who is named by @username, text mention or `@all`, in the order of their names. The bot
    itself is nobody, and so is who is mentioned without a username and is not here."""
    if not names:
        return People()
    if any(map(is_everyone, names)):
        rest = await people_named(request, [name for name in names if not is_everyone(name)])
        everyone = await members_of(request.session, request.chat, limit=ASSIGNEES_LIMIT + 1)
        found = {user.id: user for user in (*rest.members, *everyone)}
        return replace(rest, members=tuple(found.values()))
    ids = {name: request.people[name] for name in map(str.lower, names) if name in request.people}
    usernames = [name for name in names if name.lower() not in ids]
    members = await members_named(request.session, request.chat, usernames, ids=[*ids.values()])
    here = {user.telegram_id for user in members}
    known = {(user.username or "").lower() for user in members}
    known |= {name for name, key in ids.items() if key in here}
    place = {name.lower(): number for number, name in enumerate(names)}
    said = {ids[name]: number for name, number in place.items() if name in ids}

    def order(user: User) -> int:
        return said.get(user.telegram_id, place.get((user.username or "").lower(), len(names)))

    strangers = [name for name in names if name.lower() not in known]
    awaited = [name for name in strangers if name.lower() not in ids and _may_be(name, request)]
    nobody = tuple(name for name in strangers if name not in awaited)
    return People(tuple(sorted(members, key=order)), tuple(awaited), nobody)


def _may_be(name: str, request: Request) -> bool:
    """Whether a person may have a @username: it is not the bot's, nor the group's own."""
    others = {request.bot_username.lower(), (request.chat.username or "").lower()}
    return USERNAME.fullmatch(name) is not None and name.lower() not in others


def read_date(request: Request, text: str) -> When:
    """A text as a date. Raises Misunderstood for one that is no date, or no possible one."""
    when = read_when(text.strip(), now=request.now, place=request.place)
    if when is None:
        raise Misunderstood("unread-when", text=clip(text, 100))
    if when.due is None:
        is_past = any(doubt.kind == "past-date" for doubt in when.doubts)
        raise Misunderstood("past-when" if is_past else "impossible-when", text=clip(text, 100))
    return when


def read_new_date(request: Request, task: Task, text: str) -> When:
    """Where a text moves a task to; its `due` is None for no date. Raises Misunderstood."""
    when = read_move(text, due=task.due, now=request.now, place=request.place)
    if when is None:
        raise Misunderstood("unread-when", text=clip(text, 100))
    if when.due is None and when.doubts:
        raise Misunderstood("impossible-when", text=clip(text, 100))
    return when


def some_words(request: Request) -> str:
    """The text of an answer. Raises Misunderstood for an empty one."""
    text = request.text.strip()
    if not text:
        raise Misunderstood("empty")
    return text
