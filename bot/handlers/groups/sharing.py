"""How several people share a task, on its card: one for all, each for themselves, or in turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.showing import show_card
from bot.replies import in_place
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from bot.views.tasks.answers import done_notice
from storage.people.access import check_for_all
from storage.tasks.assign import ask_each, end_rotation, set_rotation
from storage.tasks.change import complete, untick_part
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from bot.presses.tasks import CompleteForAll, ReopenPart, SwitchEach, SwitchTurns
    from bot.replies import Reply
    from bot.requests import Request


async def switch_each(request: Request, press: SwitchEach) -> Reply:
    """👥 Everyone ticks: each assignee has a part of their own, or one does it for all"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.on != task.is_for_each:
        ask_each(request.session, task, request.deed, on=press.on)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.notice("saved"))


async def switch_turns(request: Request, press: SwitchTurns) -> Reply:
    """🔄 Take turns: the assignees of a repeating task do, or it is all of theirs. Raises
    Misunderstood for a task that does not repeat any more."""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.on and task.repeat is None:
        raise Misunderstood("turns-of-no-repeat", number=str(task.number))
    if press.on and task.rotation is None:
        set_rotation(request.session, task, task.assignees, request.deed)
    elif not press.on and task.rotation is not None:
        end_rotation(request.session, task, request.deed)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.notice("saved"))


async def complete_for_all(request: Request, press: CompleteForAll) -> Reply:
    """✅ Done for all: by whoever added the task, or an administrator of its group"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    await check_for_all(request.session, task, request.deed)
    is_same = press.occurrence == occurrence(task)
    did = is_same and complete(request.session, task, request.deed, for_all=True)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.told(lambda reader: done_notice(task, reader, did=did)))


async def reopen_part(request: Request, press: ReopenPart) -> Reply:
    """↩️ My part: it is to do again"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    did = untick_part(request.session, task, request.deed)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.notice("reopened" if did else "nothing"))
