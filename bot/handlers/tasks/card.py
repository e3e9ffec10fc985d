"""A task's card: done, begun, deleted, its priority, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.questions import stop_asking
from bot.handlers.showing import ask_about, show_card
from bot.presses.tasks import OpenCard
from bot.questions import (
    AskedDate,
    AskedFile,
    AskedItems,
    AskedNotes,
    AskedReminders,
    AskedRepeat,
    AskedSnooze,
    AskedTags,
    AskedTitle,
)
from bot.replies import Edit, Reply, Say, in_place, noticed
from bot.views.parts import occurrence, with_undo
from bot.views.tasks import answers
from bot.views.tasks import card as views
from bot.views.tasks import history as history_views
from storage.history.recording import assignees_in, task_history
from storage.models import Status, Task
from storage.tasks.change import complete, delete_task, reopen, restore, set_priority, set_status
from storage.tasks.find import get_live_task, get_task

if TYPE_CHECKING:
    from bot.presses.lists import ListPlace
    from bot.presses.tasks import (
        AskAbout,
        BeginTask,
        CompleteOnCard,
        CompleteTask,
        DeleteTask,
        OfferPriorities,
        ReopenTask,
        RestoreTask,
        SetPriority,
        ShowHistory,
    )
    from bot.requests import Request

QUESTIONS = {
    kind.kind: kind
    for kind in (
        *(AskedTitle, AskedNotes, AskedDate, AskedTags, AskedItems, AskedFile),
        *(AskedRepeat, AskedSnooze, AskedReminders),
    )
}


async def card_again(request: Request, task: Task, back: ListPlace, *, notice: str = "") -> Reply:
    """The card as it is now, in place, and a line for whoever pressed."""
    reply = await show_card(request, task, back=back)
    return in_place(reply, request.notice(notice) if notice else None)


async def open_card(request: Request, press: OpenCard) -> Reply:
    """Open a task's card in place of the list or the answer that the button is under"""
    await stop_asking(request, press.task)
    task = await get_task(request.session, press.task, asker=request.asker)
    return await card_again(request, task, press.back)


async def done(request: Request, press: CompleteTask) -> Reply:
    """✅ Done, below an answer: the message says so and loses its buttons but Undo"""
    task = await get_task(request.session, press.task, asker=request.asker)
    deed = request.deed
    if task.is_deleted:
        reply = await show_card(request, task)
        return in_place(reply, request.notice("deleted"))
    did = press.occurrence == occurrence(task) and complete(request.session, task, deed)
    notice = request.told(lambda reader: answers.done_notice(task, reader, did=did))
    if not did:  # what the first press made of the message, its Undo above all, stays
        return notice
    if task.waits_for_others and not request.chat.is_private:
        return noticed(answers.part_done(task, request.reader), notice)
    lines = answers.done_lines([(task, True)], request.reader)
    reply = with_undo(lines, deed.batch, request.reader, about=task.id)
    return in_place(reply, notice)


async def tick(request: Request, press: CompleteOnCard) -> Reply:
    """✅ Done, on the card"""
    task = await get_task(request.session, press.task, asker=request.asker)
    same = not task.is_deleted and press.occurrence == occurrence(task)
    did = same and complete(request.session, task, request.deed)
    reply = await show_card(request, task, back=press.back)
    notice = request.told(lambda reader: answers.done_notice(task, reader, did=did))
    return in_place(reply, notice)


async def untick(request: Request, press: ReopenTask) -> Reply:
    """↩️ Reopen"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if task.is_done:
        reopen(request.session, task, request.deed)
    return await card_again(request, task, press.back, notice="reopened")


async def begin(request: Request, press: BeginTask) -> Reply:
    """▶️ Start, or not started"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if not task.is_done:
        status = Status.IN_PROGRESS if press.begins else Status.TODO
        set_status(request.session, task, status, request.deed)
    return await card_again(request, task, press.back, notice="saved")


async def delete(request: Request, press: DeleteTask) -> Reply:
    """🗑 Put it into the trash"""
    task = await get_task(request.session, press.task, asker=request.asker)
    did = await delete_task(request.session, task, request.deed)
    return await card_again(request, task, press.back, notice="deleted" if did else "nothing")


async def bring_back(request: Request, press: RestoreTask) -> Reply:
    """Take it out of the trash"""
    task = await get_task(request.session, press.task, asker=request.asker)
    if task.is_deleted:
        await restore(request.session, task, request.deed)
    return await card_again(request, task, press.back, notice="restored")


async def offer_priorities(request: Request, press: OfferPriorities) -> Reply:
    """❗ Priority: high, medium, low"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return in_place(views.priorities(task, request.reader, back=press.back))


async def choose_priority(request: Request, press: SetPriority) -> Reply:
    """A priority"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    set_priority(request.session, task, press.priority, request.deed)
    return await card_again(request, task, press.back, notice="saved")


async def history(request: Request, press: ShowHistory) -> Reply:
    """🕘 History: who did what to the task"""
    task = await get_task(request.session, press.task, asker=request.asker)
    return in_place(await history_of(request, task, back=press.back))


async def history_of(request: Request, task: Task, *, back: ListPlace) -> Reply:
    """Who did what to a task."""
    changes = await task_history(request.session, task)
    people = await assignees_in(request.session, [change for change, _ in changes])
    return history_views.history(task, changes, people, request.reader, back=back)


async def put_question(request: Request, press: AskAbout) -> Reply:
    """Ask for words: title, notes, date, tags, lines, a repeat, reminders; or for a file"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    kind = QUESTIONS[press.what]
    if kind is AskedSnooze:  # below a reminder, which stays
        return await ask_about(request, task, kind)
    asked = await ask_about(request, task, kind, card=request.pressed, back=press.back)
    if not isinstance(asked, Say):
        return asked
    back = request.reader.button("back", OpenCard(task.id, press.back))
    return Edit(asked.text, ((back,),), task.id)
