"""What a card opens to: tags, checklist, files; and the words that its questions ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.handlers.questions import drop_question
from bot.handlers.reading import some_words
from bot.handlers.showing import card_answered
from bot.handlers.tasks import albums
from bot.handlers.tasks.capture import read, read_items, shorten
from bot.handlers.tasks.changing import rewrite
from bot.language import read_task
from bot.presses.coding import StaleButton
from bot.replies import File, Reply, Say, in_place
from bot.views.refusals import Misunderstood
from bot.views.tasks import contents as views
from storage.errors import TooMany
from storage.models import ITEM_LIMIT, NOTES_LIMIT, TITLE_LIMIT, Task
from storage.tasks.add import add_file
from storage.tasks.change import set_notes
from storage.tasks.checklists import set_checklist
from storage.tasks.find import get_live_task, get_task
from storage.tasks.tags import set_tags, tags_beside

if TYPE_CHECKING:
    from bot.presses.lists import ListPlace
    from bot.presses.tasks import (
        ClearTicked,
        OfferTags,
        SendFiles,
        ShowChecklist,
        ShowFiles,
        SwitchTag,
        TickItem,
    )
    from bot.questions import AboutTask, AskedFile, AskedItems, AskedNotes, AskedTags, AskedTitle
    from bot.replies import FileKind
    from bot.requests import Request


async def offer_tags(request: Request, press: OfferTags) -> Reply:
    """🏷 Tags: those of the chat"""
    task = await get_task(request.session, press.task, asker=request.asker)
    return await _tag_choices(request, task, press.back)


async def switch_tag(request: Request, press: SwitchTag) -> Reply:
    """#home: put a tag on; ✓ #home: or take it off"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    own = {tag.id: tag.name for tag in task.tags}
    beside = {tag.id: tag.name for tag in await tags_beside(request.session, task)} | own
    for tag_id, name in beside.items():
        if tag_id.hex.endswith(press.tag) and press.tag:
            names = {key: one for key, one in own.items() if key != tag_id}
            if press.on:
                names[tag_id] = name
            await set_tags(request.session, task, list(names.values()), request.deed)
            return await _tag_choices(request, task, press.back)
    raise StaleButton(press.tag)


async def _tag_choices(request: Request, task: Task, back: ListPlace) -> Reply:
    names = [(tag.name, tag.id) for tag in await tags_beside(request.session, task)]
    names += [(tag.name, tag.id) for tag in task.tags if (tag.name, tag.id) not in names]
    return in_place(views.tag_choices(task, names, request.reader, back=back))


async def items(request: Request, press: ShowChecklist) -> Reply:
    """☑️ Checklist"""
    task = await get_task(request.session, press.task, asker=request.asker)
    place = max(press.place, 0)
    return in_place(views.checklist(task, request.reader, back=press.back, place=place))


async def tick_item(request: Request, press: TickItem) -> Reply:
    """☐ Milk: tick a line of the checklist; ☑ Milk: or untick it"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    lines = [(line.text, line.is_done) for line in task.checklist]
    place = press.place
    if not 0 <= place < len(lines) or views.mark_of(lines[place][0]) != press.mark:
        shown = views.checklist(task, request.reader, back=press.back)  # it is another line by now
        return in_place(shown, request.notice("nothing"))
    lines[place] = (lines[place][0], press.ticks)
    set_checklist(request.session, task, lines, request.deed)
    return in_place(views.checklist(task, request.reader, back=press.back, place=place))


async def clear(request: Request, press: ClearTicked) -> Reply:
    """Remove the ticked lines of the checklist"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    open_lines = [(line.text, False) for line in task.checklist if not line.is_done]
    set_checklist(request.session, task, open_lines, request.deed)
    return in_place(views.checklist(task, request.reader, back=press.back))


async def files(request: Request, press: ShowFiles) -> Reply:
    """📎 Files: which there are"""
    task = await get_task(request.session, press.task, asker=request.asker)
    return in_place(views.files(task, request.reader, back=press.back))


async def send_files(request: Request, press: SendFiles) -> Reply:
    """Send the task's files again"""
    task = await get_task(request.session, press.task, asker=request.asker)
    sent = tuple(
        Say(file=File(cast("FileKind", a.kind), a.file_id, a.unique_id)) for a in task.attachments
    )
    return Say(notice=request.notice("sent"), more=sent)


async def _asked_task(request: Request, asked: AboutTask) -> Task:
    """The task that the open question is about; the question is answered by this."""
    await drop_question(request)
    return await get_live_task(request.session, asked.task, asker=request.asker)


async def answer_title(request: Request, asked: AskedTitle) -> Reply:
    """The new title, read as /edit reads it"""
    reading = read(some_words(request), now=request.now, place=request.place)
    if len(reading.title) > TITLE_LIMIT:
        raise Misunderstood("long-title", limit=TITLE_LIMIT)
    task = await _asked_task(request, asked)
    await rewrite(request, task, reading)
    return await card_answered(request, asked, task)


async def answer_notes(request: Request, asked: AskedNotes) -> Reply:
    """The new notes; a single dash clears them"""
    notes = some_words(request)
    if len(notes) > NOTES_LIMIT:
        raise TooMany("notes", NOTES_LIMIT)
    task = await _asked_task(request, asked)
    set_notes(request.session, task, "" if notes == "-" else notes, request.deed)
    return await card_answered(request, asked, task)


async def answer_tags(request: Request, asked: AskedTags) -> Reply:
    """More tags, with # or without"""
    text = some_words(request)
    task = await _asked_task(request, asked)
    line = " ".join(f"#{word.lstrip('#')}" for word in text.split())
    names = read_task(line, now=request.now, place=request.place).tags
    if not names:
        raise Misunderstood("empty")
    own = [tag.name for tag in task.tags]
    await set_tags(request.session, task, [*own, *names], request.deed)
    return await card_answered(request, asked, task)


async def answer_items(request: Request, asked: AskedItems) -> Reply:
    """More lines for the checklist"""
    said = some_words(request).splitlines()
    items = read_items(said, now=request.now, place=request.place)
    lines = [item or (line.strip(), False) for line, item in zip(said, items, strict=True)]
    task = await _asked_task(request, asked)
    own = [(line.text, line.is_done) for line in task.checklist]
    more = [(shorten(line, ITEM_LIMIT), ticked) for line, ticked in lines if line]
    set_checklist(request.session, task, [*own, *more], request.deed)
    return await card_answered(request, asked, task)


async def answer_file(request: Request, asked: AskedFile) -> Reply:
    """A photo or document for the task"""
    if request.file is None:
        raise Misunderstood("no-file")
    task = await _asked_task(request, asked)
    for new in await albums.files_with(request):
        add_file(request.session, task, new, request.deed)
    await albums.tie(request, request.album, task)
    return await card_answered(request, asked, task)
