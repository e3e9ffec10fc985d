"""Whose a task of a group is: assigned by words, by a reply, on its card, claimed, left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.reading import People, one_task, people_named
from bot.language.people import Named, read_people
from bot.language.turns import FEWEST
from bot.presses.coding import StaleButton
from bot.replies import Reply, in_place
from bot.views.groups import assigning as views
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.models import ASSIGNEES_LIMIT
from storage.people.members import members_named, members_of, members_page
from storage.tasks.assign import add_assignees, set_assignees, set_rotation
from storage.tasks.find import get_live_task, live

if TYPE_CHECKING:
    from bot.presses.lists import ListPlace
    from bot.presses.tasks import OfferAssignees, SwitchAssignee
    from bot.requests import Request
    from storage.models import Task, User


async def assign(request: Request) -> Reply:
    """/assign 12 @sam @ann, me, @all, rotate @sam @ann, or in reply to somebody; without a name it
    offers members"""
    task, text = await one_task(request, "assign")
    live(task)
    named = _read(text)
    people = await _people(request, named)
    if not people.members and not people.awaited:
        people = People(tuple(await _quoted_author(request)))
    if not people.members and not people.awaited:
        return await _choices(request, task, 0)
    if named.rotates:
        return _take_turns(request, task, people)
    return _assign(request, task, people)


async def claim(request: Request) -> Reply:
    """/claim 12: the task is mine"""
    task, text = await one_task(request, "claim")
    _nothing_more(text)
    return claim_this(request, task)


def claim_this(request: Request, task: Task) -> Reply:
    """The same with a task that is found already"""
    return _assign(request, live(task), People((request.user,)))


async def unassign(request: Request) -> Reply:
    """/unassign 12 @sam: not theirs any more; without a name nobody's"""
    task, text = await one_task(request, "unassign")
    live(task)
    people = _read(text)
    left: list[User] = []
    awaited: list[str] = []
    if not people.nobody and not people.everyone:
        names = {name.lower() for name in people.usernames}
        left = [user for user in task.assignees if not _is_meant(user, names, people, request)]
        awaited = [name for name in task.awaited or () if name.lower() not in names]
    if len(left) == len(task.assignees) and len(awaited) == len(task.awaited or ()):
        return views.unchanged(task, request.reader)
    set_assignees(request.session, task, left, request.deed, awaited=awaited)
    return views.assigned(task, request.batch, request.reader)


async def offer(request: Request, press: OfferAssignees) -> Reply:
    """👤 Assign, on the card: the members that are known, a page of them"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return in_place(await _choices(request, task, press.page, back=press.back))


async def switch(request: Request, press: SwitchAssignee) -> Reply:
    """Ann: assign her; ✓ Ann: or take her off"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    page = await _page(request, task, press.page)
    users = [
        user for user in (*page.members, *task.assignees) if views.end_of(user) == press.person
    ]
    names = [name for name in task.awaited or () if views.end_of(name) == press.person]
    if not users and not names:
        raise StaleButton(press.person)
    left = [user for user in task.assignees if user not in users]
    if press.on:
        add_assignees(request.session, task, users[:1], request.deed, awaited=names)
    else:
        awaited = [name for name in task.awaited or () if name not in names]
        set_assignees(request.session, task, left, request.deed, awaited=awaited)
    return in_place(views.choices(task, page, request.reader, back=press.back))


def _assign(request: Request, task: Task, people: People) -> Reply:
    awaited = people.awaited
    if not add_assignees(request.session, task, people.members, request.deed, awaited=awaited):
        return views.unchanged(task, request.reader)
    return views.assigned(task, request.batch, request.reader)


def _take_turns(request: Request, task: Task, people: People) -> Reply:
    if len(people.members) < FEWEST:
        raise Misunderstood("turns-of-one", number=str(task.number))
    for name in people.awaited:
        raise Misunderstood("unknown-person", name=f"@{name}")
    set_rotation(request.session, task, people.members, request.deed)
    return views.assigned(task, request.batch, request.reader)


async def _page(request: Request, task: Task, number: int) -> views.Members:
    size = views.SHOWN_MEMBERS
    members, total = await members_page(request.session, task.chat, first=number * size, most=size)
    return views.Members(tuple(members), number if members else 0, total)


async def _choices(
    request: Request, task: Task, number: int, *, back: ListPlace | None = None
) -> Reply:
    page = await _page(request, task, number)
    return views.choices(task, page, request.reader, back=back)


async def _people(request: Request, named: Named) -> People:
    """Who is named. Raises Misunderstood for a name of nobody who could be assigned."""
    people = await people_named(request, named.usernames)
    for name in people.nobody:
        is_own = name.lower() == request.bot_username.lower()
        raise Misunderstood("bot-assigned" if is_own else "unknown-person", name=f"@{name}")
    found = [*people.members]
    if named.everyone:
        found += await members_of(request.session, request.chat, limit=ASSIGNEES_LIMIT + 1)
    if named.me:
        found.append(request.user)
    return replace(people, members=tuple({user.id: user for user in found}.values()))


async def _quoted_author(request: Request) -> list[User]:
    """Who wrote the message that is replied to, if that is a member."""
    quoted = request.quoted
    if quoted is None or quoted.by_bot or quoted.author_id is None:
        return []
    return await members_named(request.session, request.chat, (), ids=[quoted.author_id])


def _read(text: str) -> Named:
    """Raises Misunderstood for words that name nobody."""
    people = read_people(text)
    if people.unread:
        raise Misunderstood("unread-people", text=clip(" ".join(people.unread), 40))
    return people


def _nothing_more(text: str) -> None:
    if text.strip():
        raise Misunderstood("claim-words")


def _is_meant(user: User, names: set[str], people: Named, request: Request) -> bool:
    is_me = people.me and user.id == request.user.id
    mentioned = {request.people[name] for name in names if name in request.people}
    return is_me or (user.username or "").lower() in names or user.telegram_id in mentioned
