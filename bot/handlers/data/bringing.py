"""A file of tasks and habits: looked through, shown, and put into the list by a button."""

from __future__ import annotations

import json
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from uuid import uuid5

from bot.handlers.data.reading_files import importer_of
from bot.handlers.questions import drop_question, put
from bot.presses.coding import StaleButton
from bot.questions import AskedImport
from bot.replies import Edit, File, Reply
from bot.requests import FileWanted, Forwarded
from bot.views.data import bringing as views
from bot.views.refusals import Misunderstood
from storage.errors import Refusal
from storage.people.access import check_right
from storage.people.asking import Deed
from storage.rules.rights import Act
from storage.talk.shortcuts import lengthen, shorten
from storage.transfer.comparing import compare, is_done
from storage.transfer.formats.recognising import read_file
from storage.transfer.formats.values import LARGEST, FileFormat, FoundFile, Reason, Unreadable
from storage.transfer.importing import check_room, put_in

if TYPE_CHECKING:
    from bot.presses.data import BringIn, LeaveOut
    from bot.requests import Request
    from storage.models import User

# the ends of the names of files that may hold tasks; what is in them decides
ENDS = frozenset(
    {
        *("", ".json", ".csv", ".tsv", ".ics", ".ical", ".ifb", ".zip", ".txt", ".md", ".text"),
        *(".db", ".sqlite", ".sqlite3", ".bak", ".backup"),
    }
)


async def bring(request: Request) -> Reply:
    """/import, beside a file, in reply to one, or before one"""
    await _check(request)
    file = _document(request.file) or _document(request.quoted.file if request.quoted else None)
    if file is None:
        if request.file is not None or request.text.strip():
            raise Misunderstood("no-import-file")
        await put(request, AskedImport())
        return views.asked(request.reader, in_group=not request.chat.is_private)
    return await _look_through(request, file)


async def answer(request: Request, asked: AskedImport) -> Reply:
    """The file that /import has asked for"""
    await _check(request)
    file = _document(request.file)
    if file is None:
        raise Misunderstood("no-import-file")
    reply = await _look_through(request, file)
    await drop_question(request)
    return reply


async def dropped(request: Request) -> Reply | None:
    """A file that came without a word into the private chat; None where it is of no format, and so
    is a file as any other"""
    file, message = _document(request.file), request.message
    is_bare = not request.text.strip() and not request.album
    if file is None or not is_bare or not request.chat.is_private:
        return None
    if isinstance(message, Forwarded) or not _may_be_import(file):
        return None
    found = _brought(request, file, request.now)
    if isinstance(found, Unreadable) and found.kind is not None:
        raise found
    if not isinstance(found, FoundFile) or not _is_surely(found):
        return None
    return await _show(request, file, found)


async def bring_in(request: Request, press: BringIn) -> Reply:
    """Import"""
    await _check(request)
    file, at = _kept(await lengthen(request.session, press.file))
    batch = uuid5(request.chat.id, f"import {press.file}")
    if await is_done(request.session, batch, chat=request.chat):
        return request.notice("imported")
    found = _found(request, file, at)
    compared = await compare(request.session, found.document, chat=request.chat)
    imported = await put_in(
        request.session,
        compared.document,
        chat=request.chat,
        owner=_owner(request),
        deed=Deed(request.asker, request.now, batch),
    )
    return views.brought_in(compared, imported, batch, request.reader)


async def leave_out(request: Request, _: LeaveOut) -> Reply:
    """Cancel: nothing of the file is kept"""
    await _check(request)
    return Edit(request.words("cancelled"))


async def _look_through(request: Request, file: File) -> Reply:
    if file.size > LARGEST:
        raise Unreadable(Reason.LARGE)
    return await _show(request, file, _found(request, file, request.now))


async def _show(request: Request, file: File, found: FoundFile) -> Reply:
    """What would be put in, before anything is. Raises TooMany where there is no room."""
    compared = await compare(request.session, found.document, chat=request.chat)
    await check_room(request.session, compared.document, chat=request.chat)
    kept = _to_keep(file, request.now)
    key = await shorten(request.session, kept, chat=request.chat, now=request.now)
    return views.looked_through(found, compared, key, request.reader)


def _found(request: Request, file: File, at: datetime) -> FoundFile:
    """What is in a file. Raises FileWanted until it is fetched, and the Refusal of one that cannot
    be taken."""
    brought = _brought(request, file, at)
    if isinstance(brought, Refusal):
        raise brought
    assert isinstance(brought, FoundFile)  # noqa: S101  nothing else is read in files
    return brought


def _brought(request: Request, file: File, at: datetime) -> object:
    if request.brought is None:
        raise FileWanted(file, partial(read_file, importer=importer_of(request, at)))
    return request.brought


def _document(file: File | None) -> File | None:
    return file if file is not None and file.kind == "document" else None


def _may_be_import(file: File) -> bool:
    return file.size <= LARGEST and PurePath(file.name).suffix.lower() in ENDS


def _is_surely(found: FoundFile) -> bool:
    """Whether a file is plainly one to import: a single line of text may be anything."""
    return found.kind is not FileFormat.LIST or len(found.document.tasks) > 1


def _owner(request: Request) -> User | None:
    return request.user if request.chat.is_private else None


async def _check(request: Request) -> None:
    """Raises NotAllowed, and MembershipUnknown when Telegram has to be asked."""
    user, chat = request.user, request.chat
    await check_right(request.session, Act.DATA, user, chat, now=request.now)


def _to_keep(file: File, at: datetime) -> str:
    """For the shortcut behind the button: a file is fetched once more when it is pressed, and read
    as of the moment at which it came."""
    return json.dumps([file.file_id, file.unique_id, file.name, file.size, at.isoformat()])


def _kept(text: str | None) -> tuple[File, datetime]:
    """Raises StaleButton."""
    try:
        said: Any = json.loads(text or "")
        file_id, unique_id, name, size, at = said
        return File("document", file_id, unique_id, name, size), datetime.fromisoformat(at)
    except (ValueError, TypeError):
        raise StaleButton("import") from None
