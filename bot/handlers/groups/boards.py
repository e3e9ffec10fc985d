"""The board of a list: begun, ended, and ticked on. A worker shows it (`bot.jobs.boards`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.settings import read_switch
from bot.presses.coding import StaleButton
from bot.views.groups.boards import board_off
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from storage.people.access import check_removal
from storage.talk.boards import begin_board, board_of, end_board
from storage.tasks.change import complete
from storage.tasks.find import get_task

if TYPE_CHECKING:
    from bot.presses.boards import EndBoard, TickOnBoard
    from bot.replies import Reply
    from bot.requests import Request


async def board(request: Request) -> Reply | None:
    """/board: a new one, which is its own answer; /board off: none any more"""
    if read_switch(request.text) is False:
        return board_off(request.reader, did=await _end(request))
    if request.text.strip():
        raise Misunderstood("board-words")
    await begin_board(
        request.session, request.chat, request.topic, by=request.user.id, now=request.now
    )
    return None


async def tick(request: Request, press: TickOnBoard) -> Reply:
    """☐ 12: the task is done, and leaves the board"""
    task = await get_task(request.session, press.task, asker=request.asker)
    is_meant = not task.is_deleted and press.occurrence == occurrence(task)
    did = is_meant and complete(request.session, task, request.deed)
    return request.notice("ticked" if did else "nothing")


async def end(request: Request, press: EndBoard) -> Reply:
    """⏹ End, below the board that the list has now"""
    if not await _end(request, message_id=request.pressed):
        raise StaleButton(press.verb)
    return request.notice("board-off")


async def _end(request: Request, *, message_id: int | None = None) -> bool:
    """End the board, or the one that is this message: whether there was one. It is deleted as tasks
    are: by whoever began it, and administrators. Raises NotAllowed."""
    session, chat, topic = request.session, request.chat, request.topic
    row = await board_of(session, chat, topic) if chat.has_board else None
    if row is None or message_id not in {None, row.message_id}:
        return False
    await check_removal(session, row, request.deed)
    return await end_board(session, chat, topic, now=request.now)
