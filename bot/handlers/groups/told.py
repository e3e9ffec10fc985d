"""The buttons below what people are told of whose a task is: done, can't, I'll do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Reply, in_place
from bot.views.groups import told as views
from bot.views.parts import occurrence, with_undo
from bot.views.tasks.answers import done_lines
from storage.pushes.answers import leave_to_others
from storage.pushes.people import holds, is_of_people
from storage.pushes.together import rows_of_message
from storage.tasks.assign import add_assignees
from storage.tasks.change import complete
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.presses.reminders import CannotDo, FinishAssigned, TakeOn
    from bot.replies import Say
    from bot.requests import Request
    from storage.models import Reminder


async def finish(request: Request, press: FinishAssigned) -> Reply:
    """✅ 12: done, below a message of several"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.occurrence != occurrence(task) or not complete(request.session, task, request.deed):
        return _nothing(request)
    lines = done_lines([(task, True)], request.reader)
    answer = with_undo(lines, request.batch, request.reader, about=task.id)
    return await _answered(request, answer, "done")


async def cannot(request: Request, press: CannotDo) -> Reply:
    """🙋 Can't: the task is not the presser's any more, and its group is asked who can"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if task.is_done or request.user not in task.assignees:
        return _nothing(request)
    await leave_to_others(request.session, task, request.user, request.deed)
    answer = views.left(task, request.batch, request.reader)
    return await _answered(request, answer, "saved")


async def take_on(request: Request, press: TakeOn) -> Reply:
    """🙋 I'll do it: the task is the presser's, unless somebody was faster"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    rows = await _rows(request)
    row = next((row for row in rows if row.task_id == task.id), None)
    if task.is_done:
        return _nothing(request)
    if row is not None and not holds(row, task):
        names = ", ".join(request.reader.people(task, views.SHOWN_NAME))
        return request.notice("taken", names=names, alert=True)
    did = add_assignees(request.session, task, [request.user], request.deed)
    if did and row is not None:
        return request.notice("saved")  # a worker edits the message
    answer = views.taken(task, request.batch if did else None, request.reader)
    return in_place(answer, request.notice("saved"))


def _nothing(request: Request) -> Reply:
    return request.notice("nothing")


async def _rows(request: Request) -> Sequence[Reminder]:
    """The pushes of the pressed message, if it tells whose tasks are."""
    rows = await rows_of_message(request.session, request.chat, request.pressed or 0)
    return [row for row in rows if is_of_people(row)]


async def _answered(request: Request, answer: Say, notice: str) -> Reply:
    """The answer in place of the message. One that is about several tasks is edited by a worker, as
    it is for what is done elsewhere."""
    told = request.notice(notice)
    return told if len(await _rows(request)) > 1 else in_place(answer, told)
