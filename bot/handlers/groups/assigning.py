"""Whose a task of a group is: assigned by words, by a reply, on its card, claimed, left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.reading import one_task, people_named
from bot.language.people import Named, read_people
from bot.language.turns import FEWEST
from bot.presses.coding import StaleButton
from bot.replies import Reply, in_place
from bot.views.groups import assigning as views
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.models import ASSIGNEES_LIMIT
from storage.people.members import members_named, members_of
from storage.tasks.assign import add_assignees, set_assignees, set_rotation
from storage.tasks.find import get_live_task, live

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.presses.lists import ListPlace
    from bot.presses.tasks import OfferAssignees, SwitchAssignee
    from bot.requests import Request
    from storage.models import Task, User


async def assign(request: Request) -> Reply:
    """/assign 12 @sam @ann, me, @all, rotate @sam @ann, or in reply to somebody; without a name it
    offers members"""
    task, text = await one_task(request, "assign")
    live(task)
    people = _read(text)
    users = await _people(request, people)
    if not users:
        users = await _quoted_author(request)
    if not users:
        return await _choices(request, task)
    if people.rotates:
        return _take_turns(request, task, users)
    return _assign(request, task, users)


async def claim(request: Request) -> Reply:
    """/claim 12: the task is mine"""
    task, text = await one_task(request, "claim")
    _nothing_more(text)
    return claim_this(request, task)


def claim_this(request: Request, task: Task) -> Reply:
    """The same with a task that is found already"""
    return _assign(request, live(task), [request.user])


async def unassign(request: Request) -> Reply:
    """/unassign 12 @sam: not theirs any more; without a name nobody's"""
    task, text = await one_task(request, "unassign")
    live(task)
    people = _read(text)
    if people.nobody or people.everyone:
        left: list[User] = []
    else:
        names = {name.lower() for name in people.usernames}
        left = [user for user in task.assignees if not _is_meant(user, names, people, request)]
    if len(left) == len(task.assignees):
        return views.unchanged(task, request.reader)
    set_assignees(request.session, task, left, request.deed)
    return views.assigned(task, request.batch, request.reader)


async def offer(request: Request, press: OfferAssignees) -> Reply:
    """👤 Assign, on the card: the members that are known"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return in_place(await _choices(request, task, back=press.back))


async def switch(request: Request, press: SwitchAssignee) -> Reply:
    """Ann: assign her; ✓ Ann: or take her off"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    members = await members_of(request.session, task.chat, limit=views.SHOWN_MEMBERS)
    known = {user.id: user for user in (*members, *task.assignees)}
    chosen = [user for key, user in known.items() if key.hex.endswith(press.person)]
    if not chosen or not press.person:
        raise StaleButton(press.person)
    left = [user for user in task.assignees if user not in chosen]
    others = [] if task.rotation is not None else left
    users = [*others, *chosen] if press.on else left
    if {user.id for user in users} != {user.id for user in task.assignees}:
        set_assignees(request.session, task, users, request.deed)
    return in_place(await _choices(request, task, back=press.back))


def _assign(request: Request, task: Task, users: Sequence[User]) -> Reply:
    if not add_assignees(request.session, task, users, request.deed):
        return views.unchanged(task, request.reader)
    return views.assigned(task, request.batch, request.reader)


def _take_turns(request: Request, task: Task, users: Sequence[User]) -> Reply:
    if len(users) < FEWEST:
        raise Misunderstood("turns-of-one", number=str(task.number))
    set_rotation(request.session, task, users, request.deed)
    return views.assigned(task, request.batch, request.reader)


async def _choices(request: Request, task: Task, *, back: ListPlace | None = None) -> Reply:
    members = await members_of(request.session, task.chat, limit=views.SHOWN_MEMBERS)
    return views.choices(task, members, request.reader, back=back)


async def _people(request: Request, people: Named) -> list[User]:
    """The members that are named. Raises Misunderstood for a name that no member has."""
    found: list[User] = []
    if people.everyone:
        found += await members_of(request.session, request.chat, limit=ASSIGNEES_LIMIT + 1)
    if people.usernames:
        members, strangers = await people_named(request, people.usernames)
        found += members
        if strangers:
            raise Misunderstood("unknown-person", name=f"@{strangers[0]}")
    if people.me:
        found.append(request.user)
    return list({user.id: user for user in found}.values())


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
    return is_me or (user.username or "").lower() in names
