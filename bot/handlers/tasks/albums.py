"""Albums: one task with all the files, in whatever order they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import AskedWhat
from storage.models import NOTES_LIMIT
from storage.tasks.albums import join_file, keep_part, parts_of_album, task_of_album, tie_album
from storage.tasks.change import set_notes
from storage.tasks.new import NewFile

if TYPE_CHECKING:
    from bot.replies import File, Reply
    from bot.requests import Request
    from storage.models import Task


async def take_in(request: Request) -> Task | None:
    """Keep a part of an album; the task that the album has become, if it has."""
    session, chat, message = request.session, request.chat, request.message
    if message is None or request.file is None:
        return None
    file = new_file(request.file)
    number = message.message_id
    await keep_part(session, chat, request.album, number, file, now=request.now)
    return await task_of_album(session, chat, request.album, asker=request.asker)


def is_asked_about(request: Request) -> bool:
    """Whether the person was asked about this album already, and this part brings no words."""
    if not request.album or request.text.strip():
        return False
    asked = request.question
    return isinstance(asked, AskedWhat) and asked.album == request.album


async def join(request: Request, task: Task) -> Reply | None:
    """A further file of a task's album, perhaps with words of its own; the answer is given"""
    if request.file is None or task.is_deleted:
        return None
    join_file(task, new_file(request.file))
    notes = f"{task.notes}\n{request.text.strip()}".strip()
    if notes != task.notes and len(notes) <= NOTES_LIMIT:
        set_notes(request.session, task, notes, request.deed)
    await tie(request, request.album, task)
    return None


async def files_with(request: Request) -> tuple[NewFile, ...]:
    """The files that came with the words: all of their album that are there."""
    if request.album:
        return await _files_of(request, request.album)
    return (new_file(request.file),) if request.file else ()


async def files_at(request: Request, album: str, file: File | None) -> tuple[NewFile, ...]:
    """The files of a message that is replied to: all of its album that the bot has seen."""
    found = await _files_of(request, album) if album else ()
    return found or ((new_file(file),) if file else ())


async def _files_of(request: Request, album: str) -> tuple[NewFile, ...]:
    parts = await parts_of_album(request.session, request.chat, album)
    return tuple(NewFile(one.kind, one.file_id, one.unique_id, one.name) for one in parts)


async def tie(request: Request, album: str, task: Task) -> None:
    """Let an album lead to its task, so that its further files find it."""
    if album:
        await tie_album(request.session, request.chat, album, task, request.deed)


def new_file(file: File) -> NewFile:
    """A file as a task keeps it."""
    return NewFile(file.kind, file.file_id, file.unique_id, file.name)
