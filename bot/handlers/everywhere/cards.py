"""Cards in other chats: what their buttons do for whose task it is, and for others.

Who may do what is asked of the store at the moment of the press. The token of a card says who shows
which task; Accept needs it, and that this person may still see the task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.tasks.capture import fit_title, read_tasks
from bot.presses.coding import StaleButton
from bot.replies import Notice, Reply, noticed
from bot.views.everywhere import cards as views
from storage.errors import UnknownTask
from storage.people.access import check_memberships
from storage.rules.recurrence import repeat_from_json
from storage.talk.drafts import (
    find_draft,
    person_with_list,
    takes_over,
    who_took_over,
)
from storage.talk.seals import CARD_LENGTH, SharedCard, card_token, read_card, sealing_key
from storage.tasks.add import add_tasks
from storage.tasks.change import complete
from storage.tasks.find import get_live_task, get_tasks
from storage.tasks.new import NewTask

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.everywhere import AcceptCard, KeepWords, TickCard
    from bot.requests import Request
    from storage.models import Draft, Task


async def keep(request: Request, press: KeepWords) -> Reply:
    """📝 Keep: the words become the task of whoever wrote them"""
    draft = await _draft(request, press.token)
    if draft.user_id != request.user.id:
        return await _not_yours(request, draft.user_id)
    was_there = draft.task_id is not None
    task = await task_of_draft(request, draft)
    told = request.notice("card-kept", number=str(task.number)) if not was_there else Notice("")
    return noticed(await shown_again(request, request, task), told)


async def tick(request: Request, press: TickCard) -> Reply:
    """✅ Done: by those whose task it is; others are told whose"""
    card = await _card(request, press.token)
    found = await get_tasks(request.session, [card.task_id], asker=request.asker)
    task = found.get(card.task_id)
    if task is None:
        return await _not_yours(request, card.user_id)
    if task.is_deleted:
        raise UnknownTask
    did = complete(request.session, task, request.deed)
    owner = await _person(request, card.user_id)
    told = request.notice("card-done" if did else "card-was-done")
    return noticed(await shown_again(request, owner, task), told)


async def accept(request: Request, press: AcceptCard) -> Reply:
    """🤝 Accept: a task of one's own like the one on the card"""
    owner, task, copy = await taken_over(request, press.token)
    if copy is None:
        return _has_it(request, owner)
    told = request.notice("card-accepted", number=str(copy.number))
    return noticed(await shown_again(request, owner, task), told)


async def taken_over(request: Request, token: str) -> tuple[Request, Task, Task | None]:
    """Whose task is on a card, that task, and the asker's copy of it; None for one that they have
    already. Raises StaleButton, UnknownTask, and MembershipUnknown of whose card it is."""
    owner, task = await _to_take(request, token)
    if task.is_done:
        raise UnknownTask
    if await _own(request, task.id):
        return owner, task, None
    taken = await takes_over(request.session, task.id, request.user.id, now=request.now)
    if taken.copy_id is not None and await _own(request, taken.copy_id):
        return owner, task, None
    new = _copy(task, owner.user.name)
    (copy,) = await add_tasks(request.session, [new], chat=request.chat, topic=0, deed=request.deed)
    taken.copy_id = copy.id
    return owner, task, copy


async def _own(request: Request, task_id: UUID) -> bool:
    """Whether a task is in a list of the asker's, and not in its trash."""
    found = await get_tasks(request.session, [task_id], asker=request.asker)
    return any(not task.is_deleted for task in found.values())


async def _to_take(request: Request, token: str) -> tuple[Request, Task]:
    """Whose card it is, and their task as they may see it now."""
    if len(token) != CARD_LENGTH:
        draft = await _draft(request, token)
        owner = await _person(request, draft.user_id)
        return owner, await task_of_draft(owner, draft)
    card = await _card(request, token)
    owner = await _person(request, card.user_id)
    await check_memberships(request.session, owner.asker, now=request.now)
    return owner, await get_live_task(request.session, card.task_id, asker=owner.asker)


async def card_of(request: Request, token: str) -> UUID:
    """The key of the task on a card; of words, which only who wrote them may open, that of the task
    that they become. Raises StaleButton, UnknownTask."""
    if len(token) == CARD_LENGTH:
        return (await _card(request, token)).task_id
    draft = await _draft(request, token)
    if draft.user_id != request.user.id:
        raise UnknownTask
    return (await task_of_draft(request, draft)).id


def _copy(task: Task, owner: str) -> NewTask:
    """What a card tells of a task, and who has shown it."""
    return NewTask(
        title=task.title,
        notes=f"— {owner}",
        due=task.due,
        repeat=repeat_from_json(task.repeat) if task.repeat is not None else None,
        duration_minutes=task.duration_minutes,
    )


async def task_of_draft(owner: Request, draft: Draft) -> Task:
    """The task that somebody's words have become, or become now: in their list, read as of when
    they were typed. Raises UnknownTask for one that was deleted since."""
    if draft.task_id is not None:
        return await get_live_task(owner.session, draft.task_id, asker=owner.asker)
    new = read_tasks(draft.text, now=draft.said_at, place=owner.place).tasks[0]
    new = new if new.title else NewTask(*fit_title(draft.text))  # their settings are others now
    (task,) = await add_tasks(owner.session, [new], chat=owner.chat, topic=0, deed=owner.deed)
    draft.task_id = task.id
    return task


async def shown_again(request: Request, owner: Request, task: Task) -> Reply:
    """A card as it is now, in the words of whose it is."""
    token = await token_of(request, task, owner)
    takers = await who_took_over(request.session, task.id, limit=views.SHOWN_TAKERS)
    reader = owner.reader
    keyboard = views.of_task(token, task, reader)
    return views.card_again(views.Told.of(task), owner.user.name, takers, reader, keyboard)


async def token_of(request: Request, task: Task, owner: Request) -> str:
    """The token of a card of somebody's task that is shown from now on."""
    key = await sealing_key(request.session)
    return card_token(key, SharedCard(task.id, owner.user.id), now=request.now)


async def _card(request: Request, token: str) -> SharedCard:
    try:
        return read_card(await sealing_key(request.session), token, now=request.now)
    except ValueError:
        raise StaleButton(token) from None


async def _draft(request: Request, token: str) -> Draft:
    draft = await find_draft(request.session, token)
    if draft is None:
        raise StaleButton(token)
    return draft


async def _person(request: Request, user_id: UUID) -> Request:
    """The request of whose card it is. Raises UnknownTask for somebody who is not there any
    more."""
    if user_id == request.user.id:
        return request
    found = await person_with_list(request.session, user_id)
    if found is None:
        raise UnknownTask
    return request.of(*found)


async def _not_yours(request: Request, user_id: UUID) -> Notice:
    owner = await _person(request, user_id)
    return request.notice("card-not-yours", alert=True, who=owner.user.name)


def _has_it(request: Request, owner: Request) -> Notice:
    key = "card-own" if owner.user.id == request.user.id else "card-have-it"
    return request.notice(key, alert=True)
